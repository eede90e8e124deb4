import { no, ok, type Param, type Result } from "../core/language/message";
import { headerRowOf } from "../core/ledger/recognise";
import { collect, type ByteChunks } from "./bytes";
import { readWith } from "./read-text-table";
import { readXlsx } from "./read-xlsx";
import type { ReadOptions, TableInput, TableRead } from "./table-input";
import { megabytes } from "./zip-directory";

export type { ReadOptions, TableInput, TableRead } from "./table-input";

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
export function readTable(input: TableInput, options: ReadOptions = {}): Promise<Result<TableRead>> {
  return readWith(input, options, workbook);
}

async function workbook(chunks: ByteChunks, file: Param, options: ReadOptions): Promise<Result<TableRead>> {
  const bytes = await collect(chunks, MOST_WORKBOOK_BYTES);
  if (!bytes) return no("file-too-large", { file, limit: megabytes(MOST_WORKBOOK_BYTES) });
  const read = await readXlsx(bytes, file, options.sheet, headerRowOf, options.onProgress);
  return read.ok ? ok({ ...read.value, format: "xlsx", encoding: null }) : read;
}
