import { no, ok, type Message, type Param, type Result } from "../core/language/message";
import type { Table } from "../core/ledger/cells";
import { headerRowOf } from "../core/ledger/recognise";
import { collect, peek, type ByteChunks } from "./bytes";
import { fileName, fileTypeOf, type FileFormat, type FileType } from "./file-type";
import { inflate } from "./inflate";
import { readText } from "./read-text";
import { readXlsx } from "./read-xlsx";
import { encodingNamed } from "./text-decoder";
import { megabytes } from "./zip-directory";

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

/** Enough for the magic numbers, and for the directory of an encrypted workbook, which has its name in it. */
const HEAD_BYTES = 8 * 1024;

/** The most that a .gz may unpack to: 4 GiB, some fifty million rows. */
export const MOST_TEXT_BYTES = 4 * 1024 ** 3;

/** The largest .xlsx, which has to be in memory as it stands; what it may unpack to: see `zipDirectory`. */
const MOST_WORKBOOK_BYTES = 1024 ** 3;

/**
 * Reads a table from a .csv, .tsv, .csv.gz, .tsv.gz or .xlsx file, or from standard input by its content. Runs in a
 * browser and in Node. Text is decoded and cut as it comes and each distinct cell kept once, so memory grows with the
 * table, not with the file.
 *
 * Refuses, in a sentence that names the file, the reason and what to do: an unknown type, a name that the content contradicts, an empty file or a
 * header alone, binary data, an encrypted, old-format or damaged workbook or .gz, one that unpacks to more than the
 * limits above, an unknown sheet or encoding, bytes that are not of the encoding, a quote that is never closed.
 */
export async function readTable(input: TableInput, options: ReadOptions = {}): Promise<Result<TableRead>> {
  const file = fileName(input.name);
  const named = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  if (named === null) return no("file-unknown-encoding", { encoding: options.encoding ?? "" });
  const peeked = await peek(input.chunks, HEAD_BYTES);
  try {
    const type = fileTypeOf(input.name, peeked.head);
    if (!type.ok) return type;
    return type.value.format === "xlsx"
      ? await workbook(peeked.all, file, options)
      : await text(peeked.all, file, type.value, named, options);
  } finally {
    await peeked.close();
  }
}

async function workbook(chunks: ByteChunks, file: Param, options: ReadOptions): Promise<Result<TableRead>> {
  const bytes = await collect(chunks, MOST_WORKBOOK_BYTES);
  if (!bytes) return no("file-too-large", { file, limit: megabytes(MOST_WORKBOOK_BYTES) });
  const read = await readXlsx(bytes, file, options.sheet, headerRowOf, options.onProgress);
  return read.ok ? ok({ ...read.value, format: "xlsx", encoding: null }) : read;
}

async function text(
  chunks: ByteChunks,
  file: Param,
  type: FileType,
  encoding: string | undefined,
  options: ReadOptions,
): Promise<Result<TableRead>> {
  const counted = counting(chunks, options.onProgress);
  const source = type.gzip ? gunzip(counted, file) : plain(counted);
  const read = await readText(source, file, type.format === "tsv" ? "\t" : ",", encoding, headerRowOf);
  if (!read.ok) return read;
  const format = type.format ?? (read.value.delimiter === "\t" ? "tsv" : "csv");
  const { table, notes } = read.value;
  return ok({ table, format, sheet: null, sheets: [], encoding: read.value.encoding, notes });
}

async function* counting(chunks: ByteChunks, onProgress?: (bytesRead: number) => void) {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    yield chunk;
    onProgress?.(size);
  }
}

function gunzip(chunks: ByteChunks, file: Param): AsyncGenerator<Result<Uint8Array>> {
  return inflate(chunks, "gzip", MOST_TEXT_BYTES, {
    damaged: { code: "file-damaged-gzip", params: { file } },
    tooLarge: { code: "file-gzip-too-large", params: { file, limit: megabytes(MOST_TEXT_BYTES) } },
  });
}

async function* plain(chunks: ByteChunks): AsyncGenerator<Result<Uint8Array>> {
  for await (const chunk of chunks) yield ok(chunk);
}
