import type { CellValue } from "../workbook/cell-value";
import { isCellError, isErrorCode } from "../workbook/cell-value";
import type { Reading } from "./coerce";
import { numberOfText } from "../workbook/typed-entry";
import { compareTexts } from "./operators";

/** Whether a cell meets the criterion of COUNTIF, SUMIFS and their like. */
export type Criterion = (value: CellValue) => boolean;

/**
 * A criterion as it stands in a cell: a value, "text", ">5", "<>", "a*b?", "~*". Texts are compared without regard to
 * capitals; a number also meets a text that reads as the same number, as in Excel.
 * https://support.microsoft.com/office/countif-function-e0de10c6-f885-4e71-abb4-1f464816df34
 */
export function criterionOf(value: CellValue, reading: Reading): Criterion {
  if (value === null) return equals(0, reading);
  if (typeof value !== "string") return equals(value, reading);
  const match = /^(<=|>=|<>|=|<|>)?([^]*)$/.exec(value)!;
  const [, operator = "", text = ""] = match;
  const wanted = read(text, reading);
  switch (operator) {
    case "":
      return text === "" ? (cell) => cell === null || cell === "" : equals(wanted, reading);
    case "=":
      return text === "" ? (cell) => cell === null : equals(wanted, reading);
    case "<>": {
      if (text === "") return (cell) => cell !== null;
      const same = equals(wanted, reading);
      return (cell) => !same(cell);
    }
  }
  const holds = (order: number): boolean =>
    operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  if (typeof wanted === "number") return (cell) => typeof cell === "number" && holds(cell - wanted);
  if (typeof wanted === "string")
    return (cell) => typeof cell === "string" && holds(compareTexts(cell, wanted));
  return (cell) => typeof cell === typeof wanted && holds(Number(cell) - Number(wanted));
}

function read(text: string, reading: Reading): CellValue {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  if (isErrorCode(upper)) return { error: upper };
  return numberOfText(text, reading.culture, reading.date1904)?.value ?? text;
}

function equals(wanted: CellValue, reading: Reading): Criterion {
  if (typeof wanted === "number") {
    return (cell) =>
      cell === wanted ||
      (typeof cell === "string" && numberOfText(cell, reading.culture, reading.date1904)?.value === wanted);
  }
  if (isCellError(wanted)) return (cell) => isCellError(cell) && cell.error === wanted.error;
  if (typeof wanted !== "string") return (cell) => cell === wanted;
  const pattern = wildcard(wanted);
  if (pattern !== undefined) return (cell) => typeof cell === "string" && pattern.test(cell);
  const folded = wanted.toLowerCase();
  return (cell) =>
    typeof cell === "string" &&
    (cell === wanted || (cell.length === wanted.length && cell.toLowerCase() === folded));
}

/** A text with * ? and ~ as a pattern for a whole cell; undefined where it has none of them. */
export function wildcard(text: string): RegExp | undefined {
  return /[*?~]/.test(text) ? new RegExp(`^${patternOf(text)}$`, "iu") : undefined;
}

/** The same for a place within a text. */
export const wildcardAnywhere = (text: string): RegExp => new RegExp(patternOf(text), "iu");

function patternOf(text: string): string {
  return text.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\/])/g, (all, escaped, wild, special) => {
    if (escaped !== undefined) return `\\${escaped === "~" ? "x7e" : escaped}`;
    if (wild !== undefined) return wild === "*" ? "[^]*" : "[^]";
    return special !== undefined ? `\\${special}` : all;
  });
}
