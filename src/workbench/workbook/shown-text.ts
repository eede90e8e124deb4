import { isCellError, type CellValue } from "./cell-value";

/** The text of a value as its cell shows it. */
export function textOf(value: CellValue, numberFormat: string): string {
  void numberFormat;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}
