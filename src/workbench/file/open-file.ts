import type { Workbook } from "../workbook/workbook";
import type { FileThing } from "./file-things";
import { openCsv } from "./open-csv";
import { openXlsx } from "./open-xlsx";

/** A file that became a workbook, and what of it did not; or the reason why none could be made of it. */
export type Opened =
  | { readonly book: Workbook; readonly leftOut: readonly FileThing[] }
  | { readonly refused: "kind" | "empty" | "damaged" };

/** Opens an .xlsx (or .xlsm without its macros) or delimited text; which of them, its name and first bytes tell. */
export async function openFile(name: string, bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return { refused: "empty" };
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped && /\.xls[xm]$/i.test(name)) return openXlsx(name, bytes);
  if (!zipped && /\.(?:csv|tsv|txt)$/i.test(name)) return openCsv(name, bytes);
  return { refused: /\.(?:xls[xm]|csv|tsv|txt)$/i.test(name) ? "damaged" : "kind" };
}
