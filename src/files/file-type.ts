import { no, ok, type Param, type Result } from "../core/language/message";
import { startsWith } from "./bytes";

/** What can be read. */
export type FileFormat = "csv" | "tsv" | "xlsx";

/** What a file is taken for. `format` is null for text that no name tells: its delimiter does. */
export interface FileType {
  readonly format: FileFormat | null;
  readonly gzip: boolean;
}

/** The name that stands for standard input: its type is told by content alone. */
export const STANDARD_INPUT = "-";

const ENDINGS: readonly (readonly [string, FileType])[] = [
  [".csv", { format: "csv", gzip: false }],
  [".tsv", { format: "tsv", gzip: false }],
  [".csv.gz", { format: "csv", gzip: true }],
  [".tsv.gz", { format: "tsv", gzip: true }],
  [".xlsx", { format: "xlsx", gzip: false }],
];

/** Spreadsheets that a spreadsheet program can save as .xlsx. */
const OTHER_SPREADSHEETS = /\.(?:xls|xlsm|xlsb|xlt|xltx|ods|fods|numbers|et|ett|wps)$/i;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];
/** An OLE container: a workbook of Excel 97–2003, or an encrypted one of today. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** How a sentence calls a file. */
export function fileName(name: string): Param {
  return name === STANDARD_INPUT ? { code: "file-standard-input" } : name;
}

/**
 * What a file is, by the ending of its name and its first bytes. Refuses an unknown ending, an ending that the bytes
 * contradict, and the workbooks of other formats, with what to do about each.
 */
export function fileTypeOf(name: string, head: Uint8Array): Result<FileType> {
  const file = fileName(name);
  const byName = ENDINGS.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? null;
  if (!byName && name !== STANDARD_INPUT) {
    if (OTHER_SPREADSHEETS.test(name)) return no("file-other-spreadsheet", { file });
    return no("file-unknown-type", { file, known: ENDINGS.map(([ending]) => ending) });
  }
  if (head.length === 0) return no("file-empty", { file });
  if (startsWith(head, OLE)) {
    return no(isEncryptedPackage(head) ? "file-encrypted" : "file-legacy-workbook", { file });
  }
  const zip = startsWith(head, ZIP);
  const gzip = startsWith(head, GZIP);
  if (!byName) return ok({ format: zip ? "xlsx" : null, gzip });
  if (zip && byName.format !== "xlsx") return no("file-is-workbook", { file });
  if (gzip && !byName.gzip) return no("file-is-gzip", { file });
  if (!zip && byName.format === "xlsx") {
    return no(looksLikeText(head) ? "file-is-text" : "file-damaged-workbook", { file });
  }
  if (!gzip && byName.gzip) {
    return no(looksLikeText(head) ? "file-is-not-gzip" : "file-damaged-gzip", { file });
  }
  return ok(byName);
}

/** Office keeps an encrypted workbook in a stream of the container with this name (MS-OFFCRYPTO 2.3.4). */
function isEncryptedPackage(head: Uint8Array): boolean {
  return new TextDecoder("utf-16le").decode(head.subarray(0, head.length & ~1)).includes("EncryptedPackage");
}

/** True of bytes without the control characters that text never holds. */
function looksLikeText(head: Uint8Array): boolean {
  return !head.subarray(0, 4096).some((byte) => byte < 9);
}
