import type { CellError, CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import type { Culture } from "../workbook/typed-entry";
import { numberOfText } from "../workbook/typed-entry";

/** How texts are read as numbers. */
export interface Reading {
  readonly culture: Culture;
  readonly date1904: boolean;
}

/** A value as a number, as arithmetic takes it: blank is 0, TRUE is 1, "12%" and "2024-01-31" are read. */
export function asNumber(value: CellValue, reading: Reading): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isCellError(value)) return value;
  return numberOfText(value, reading.culture, reading.date1904)?.value ?? cellError("#VALUE!");
}

/** A value as a text, as & takes it: 15 digits of a number, TRUE in capitals. */
export function asText(value: CellValue): string | CellError {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isCellError(value)) return value;
  return plainNumber(value);
}

/** A number as General shows it where there is room for all 15 digits: 0.1+0.2 is 0.3, 1E+21. */
export function plainNumber(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(15));
  if (size >= 1e21 || size < 1e-9) {
    const [digits, exponent] = rounded.toExponential().split("e");
    return `${digits}E${exponent!.replace(/^([+-])(\d)$/, "$10$2")}`;
  }
  return size < 1e-6 ? rounded.toFixed(20).replace(/0+$/, "") : String(rounded);
}

/** A value as TRUE or FALSE, as IF takes it: numbers but 0 are TRUE, the texts "TRUE" and "FALSE" are read. */
export function asBoolean(value: CellValue): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (isCellError(value)) return value;
  const upper = value.toUpperCase();
  return upper === "TRUE" ? true : upper === "FALSE" ? false : cellError("#VALUE!");
}
