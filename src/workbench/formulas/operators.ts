import type { CellError, CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import type { Reading } from "./coerce";
import { asNumber, asText } from "./coerce";

/**
 * Two values under an operator of Excel. The first error wins.
 * https://support.microsoft.com/office/calculation-operators-and-precedence-in-excel-48be406d-4975-4d31-b2b8-7af9e0e2878a
 */
export function operate(operator: string, left: CellValue, right: CellValue, reading: Reading): CellValue {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  if (operator === "&") return joined(left, right);
  const compare = COMPARE[operator];
  if (compare !== undefined) return compare(compareValues(left, right));
  const a = asNumber(left, reading);
  if (isCellError(a)) return a;
  const b = asNumber(right, reading);
  if (isCellError(b)) return b;
  return arithmetic(operator, a, b);
}

function joined(left: CellValue, right: CellValue): CellValue {
  const text = `${asText(left) as string}${asText(right) as string}`;
  return text.length > 32_767 ? cellError("#VALUE!") : text;
}

function arithmetic(operator: string, a: number, b: number): number | CellError {
  switch (operator) {
    case "+":
      return finite(settled(a + b, a, b));
    case "-":
      return finite(settled(a - b, a, b));
    case "*":
      return finite(a * b);
    case "/":
      return b === 0 ? cellError("#DIV/0!") : finite(a / b);
    case "^":
      if (a === 0 && b === 0) return cellError("#NUM!");
      if (a === 0 && b < 0) return cellError("#DIV/0!");
      return finite(a ** b);
  }
  throw new Error(`no such operator: ${operator}`);
}

/** A sum that is nothing but the binary remainder of its parts is 0, as in Excel: =0.3-0.1-0.2 … at its last step. */
function settled(sum: number, a: number, b: number): number {
  return Math.abs(sum) < Math.max(Math.abs(a), Math.abs(b)) * 2 ** -50 ? 0 : sum;
}

export const finite = (value: number): number | CellError =>
  Number.isFinite(value) ? value : cellError("#NUM!");

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

const RANK: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

const collator = new Intl.Collator("en-US", { sensitivity: "accent" });

/**
 * The order of two values: numbers before texts before FALSE before TRUE; capitals don't matter; a blank is 0, "" or
 * FALSE, whichever the other is.
 */
export function compareValues(left: CellValue, right: CellValue): number {
  if (left === right) return 0;
  const a = left ?? blankAs(right);
  const b = right ?? blankAs(left);
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b);
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return (RANK[typeof a] ?? 3) - (RANK[typeof b] ?? 3);
}

/** Numbers are the same where their first 15 digits are. */
function compareNumbers(a: number, b: number): number {
  const apart = Math.abs(a - b) > Math.max(Math.abs(a), Math.abs(b)) * 1e-14;
  return apart ? a - b : sign(Number(a.toPrecision(15)) - Number(b.toPrecision(15)));
}

/** The order of two texts, capitals aside. */
export function compareTexts(a: string, b: string): number {
  const first = a.toLowerCase();
  const second = b.toLowerCase();
  return first === second ? 0 : collator.compare(first, second) || (first < second ? -1 : 1);
}

const sign = (value: number): number => (value > 0 ? 1 : value < 0 ? -1 : 0);

const blankAs = (other: CellValue): string | number | boolean =>
  typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;

/** -, + or % on one value. */
export function operateOne(operator: string, value: CellValue, reading: Reading): CellValue {
  if (operator === "+") return value;
  const number = asNumber(value, reading);
  if (isCellError(number)) return number;
  return operator === "-" ? -number : number / 100;
}
