import type { CellValue } from "./cell-value";
import { cellError, isErrorCode } from "./cell-value";

/** What an entry is once Excel has read it. */
export type Entry =
  | { readonly kind: "formula"; readonly text: string }
  | { readonly kind: "value"; readonly value: CellValue; readonly numberFormat?: string };

/** Reads what is typed into a cell or set by `Range.values`. */
export function typedEntry(
  input: string | number | boolean,
  numberFormat: string,
  _culture: "en-US" | "zh-CN",
  _date1904: boolean,
): Entry {
  if (typeof input !== "string") return { kind: "value", value: input };
  if (numberFormat === "@") return { kind: "value", value: input };
  if (input.startsWith("'")) return { kind: "value", value: input.slice(1) };
  if (input.length > 1 && input.startsWith("=")) return { kind: "formula", text: input };
  const upper = input.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { kind: "value", value: upper === "TRUE" };
  if (isErrorCode(upper)) return { kind: "value", value: cellError(upper) };
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(input.trim()))
    return { kind: "value", value: Number(input) };
  return { kind: "value", value: input };
}
