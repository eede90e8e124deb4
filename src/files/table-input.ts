import type { Message } from "../core/language/message";
import type { Table } from "../core/ledger/cells";
import type { ByteChunks } from "./bytes";
import type { FileFormat } from "./file-type";

/** A file to read: its name, whose ending tells its type (`-` is standard input), and its bytes. */
export interface TableInput {
  readonly name: string;
  readonly chunks: ByteChunks;
  /** Size in bytes where it is known. */
  readonly size?: number;
}

/** How to read it. */
export interface ReadOptions {
  /** The sheet of a workbook, by name. Default: the first visible one with cells. */
  readonly sheet?: string;
  /** The encoding of a text file, a label of the WHATWG Encoding Standard or `mac-roman`. Default: found from content. */
  readonly encoding?: string;
  /** Hears how many bytes of the file have been read, or worked through for a workbook. */
  readonly onProgress?: (bytesRead: number) => void;
}

/** A table and what is known of where it came from. */
export interface TableRead {
  readonly table: Table;
  readonly format: FileFormat;
  /** The sheet that was read, and all worksheets there are, hidden ones too; null and none for text. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** The encoding of a text file by its canonical name, lower-case; null for a workbook. */
  readonly encoding: string | null;
  /** What was guessed, renamed or left out. */
  readonly notes: readonly Message[];
}
