import { looksTyped } from "../files/excel-text";
import type { WrittenCell } from "./new-sheet";

/** What a cell is set to; null leaves it as it is. */
export type CellInput = string | number | boolean | null;

/** What Excel reads as a truth value, an error or a day though it begins like a text. */
const READ_AS_VALUE = /^\s*(?:(?:true|false)\s*$|#|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;

/**
 * A cell as `Range.values` takes it. An empty cell is written as "": null would leave what is there. In a cell that isn't
 * formatted as text, text that Excel would take for a number, a date or a formula gets the apostrophe that keeps it
 * text, see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
 */
export function asWritten(cell: WrittenCell, format: string): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell !== "string" || cell === "") return cell;
  return format !== "@" && (looksTyped(cell) || READ_AS_VALUE.test(cell)) ? `'${cell}` : cell;
}

/** A cell as it was read by `Range.formulas`, to be written back: a formula stays one, text stays text. */
export function asRead(cell: unknown, format: string): string | number | boolean {
  if (typeof cell === "string") return cell.startsWith("=") ? cell : asWritten(cell, format);
  return typeof cell === "number" || typeof cell === "boolean" ? cell : "";
}
