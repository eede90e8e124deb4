import { no, ok, type Param, type Result } from "../core/language/message";
import { headerRowOf } from "../core/ledger/recognise";
import { peek, type ByteChunks } from "./bytes";
import { fileName, fileTypeOf, type FileType } from "./file-type";
import { inflate } from "./inflate";
import { readText } from "./read-text";
import type { ReadOptions, TableInput, TableRead } from "./table-input";
import { encodingNamed } from "./text-decoder";
import { megabytes } from "./zip-directory";

/** Enough for the magic numbers, and for the directory of an encrypted workbook, which has its name in it. */
const HEAD_BYTES = 8 * 1024;

/** The most that a .gz may unpack to: 4 GiB, some fifty million rows. */
const MOST_TEXT_BYTES = 4 * 1024 ** 3;

/** What reads a workbook's bytes, where workbooks are read. */
export type WorkbookReader = (
  chunks: ByteChunks,
  file: Param,
  options: ReadOptions,
) => Promise<Result<TableRead>>;

/**
 * Reads a table from a .csv, .tsv, .txt or one of these gzipped, as `readTable` does. An .xlsx is refused: inside Excel
 * it is opened as what it is, and there its reader would be weight that nobody uses.
 */
export function readTextTable(input: TableInput, options: ReadOptions = {}): Promise<Result<TableRead>> {
  return readWith(input, options, async (_, file) => no("file-open-in-excel", { file }));
}

/** Reads text itself, and has workbooks read by another. */
export async function readWith(
  input: TableInput,
  options: ReadOptions,
  workbook: WorkbookReader,
): Promise<Result<TableRead>> {
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
