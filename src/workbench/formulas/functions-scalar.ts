import type { CellValue } from "../workbook/cell-value";
import { cellError, ERROR_CODES, isCellError } from "../workbook/cell-value";
import { shownText } from "../workbook/number-text";
import { asNumber, asText } from "./coerce";
import type { FunctionTable, Read } from "./function-table";
import { eager, lifted, matrixOf, single } from "./function-table";
import type { Evaluation } from "./evaluation";
import type { FormulaFunction } from "./library";
import { broadcast, type Matrix } from "./operand";

/** A function of numbers, lifted over arrays. */
function numeric(least: number, most: number, compute: (...numbers: number[]) => CellValue): FormulaFunction {
  return lifted(least, most, (values, evaluation) => {
    const numbers: number[] = [];
    for (const value of values) {
      const number = asNumber(value, evaluation);
      if (isCellError(number)) return number;
      numbers.push(number);
    }
    const result = compute(...numbers);
    return typeof result === "number" && !Number.isFinite(result) ? cellError("#NUM!") : result;
  });
}

/** IS…: asks about each value, errors too. */
const asks = (is: (value: CellValue) => boolean): FormulaFunction =>
  eager(1, 1, ([value]) => broadcast([value ?? null], ([item]) => is(item!)));

/** Where a number stands among others; equals share the first place, or the mean of theirs. */
function rank(args: readonly Read[], shared: "first" | "mean", evaluation: Evaluation): CellValue | Matrix {
  const numbers = matrixOf(args[1])
    .rows.flat()
    .filter((value) => typeof value === "number");
  const ascending = args[2] !== undefined && asNumber(single(args[2]), evaluation) !== 0;
  return broadcast([args[0] ?? null], ([value]) => {
    const wanted = asNumber(value!, evaluation);
    if (isCellError(wanted)) return wanted;
    const before = numbers.filter((number) => (ascending ? number < wanted : number > wanted)).length;
    const same = numbers.filter((number) => number === wanted).length;
    if (same === 0) return cellError("#N/A");
    return before + 1 + (shared === "mean" ? (same - 1) / 2 : 0);
  });
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Ways to take so many of a number of things; without their order, or with it. */
function chosen(from: number, take: number, anyOrder: boolean): CellValue {
  if (take < 0 || from < take) return cellError("#NUM!");
  let ways = 1;
  for (let at = 0; at < take && Number.isFinite(ways); at++) ways *= (from - at) / (anyOrder ? at + 1 : 1);
  return Math.round(ways);
}

/** Rounds half away from zero on the decimal digits, so that 1.005 is 1.01. */
function rounded(value: number, digits: number, way: (value: number) => number): number {
  const places = Math.trunc(digits);
  if (Math.abs(places) > 300) return places > 0 ? value : 0;
  const size = Math.abs(value);
  // Shifting the decimal exponent of the text is exact where multiplying isn't.
  const [digitsOf, exponent = "0"] = size.toPrecision(15).split("e");
  const shifted = way(Number(`${digitsOf}e${Number(exponent) + places}`));
  const [back, power = "0"] = String(shifted).split("e");
  return Math.sign(value) * Number(`${back}e${Number(power) - places}`);
}

export const SCALARS: FunctionTable = {
  ROUND: numeric(2, 2, (value, digits = 0) => rounded(value!, digits, (x) => Math.floor(x + 0.5))),
  ROUNDUP: numeric(2, 2, (value, digits = 0) => rounded(value!, digits, Math.ceil)),
  ROUNDDOWN: numeric(2, 2, (value, digits = 0) => rounded(value!, digits, Math.floor)),
  LOG10: numeric(1, 1, (value) => (value! > 0 ? Math.log10(value!) : cellError("#NUM!"))),
  SIGN: numeric(1, 1, (value) => Math.sign(value!)),
  QUOTIENT: numeric(2, 2, (a, b) => (b === 0 ? cellError("#DIV/0!") : Math.trunc(a! / b!))),
  MROUND: numeric(2, 2, (a, b) =>
    a! * b! < 0
      ? cellError("#NUM!")
      : b === 0
        ? 0
        : Math.sign(a!) * Math.floor(Math.abs(a! / b!) + 0.5) * Math.abs(b!),
  ),
  FACT: numeric(1, 1, (value) => {
    if (value! < 0) return cellError("#NUM!");
    let product = 1;
    for (let factor = 2; factor <= Math.min(Math.trunc(value!), 171); factor++) product *= factor;
    return product;
  }),
  GCD: numeric(1, 2, (a, b = 0) =>
    a! < 0 || b < 0 ? cellError("#NUM!") : gcd(Math.trunc(a!), Math.trunc(b)),
  ),
  REPT: lifted(2, 2, ([text, times], evaluation) => {
    const count = asNumber(times!, evaluation);
    if (isCellError(count)) return count;
    const piece = asText(text!) as string;
    if (count < 0 || piece.length * count > 32_767) return cellError("#VALUE!");
    return piece.repeat(Math.trunc(count));
  }),
  CODE: lifted(1, 1, ([text]) => (asText(text!) as string).codePointAt(0) ?? cellError("#VALUE!")),
  UNICODE: lifted(1, 1, ([text]) => (asText(text!) as string).codePointAt(0) ?? cellError("#VALUE!")),
  UNICHAR: numeric(1, 1, (code) =>
    code! < 1 || code! > 0x10ffff ? cellError("#VALUE!") : String.fromCodePoint(Math.trunc(code!)),
  ),
  /** The text of a number under a format: https://support.microsoft.com/office/text-function-20d5ac4d-7b94-49fd-bb38-93d29371225c */
  TEXT: lifted(2, 2, ([value, format], evaluation) => {
    const code = asText(format!) as string;
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    const number = asNumber(value!, evaluation);
    const subject = typeof number === "number" ? number : value!;
    if (code === "") return "";
    return shownText(subject, code, evaluation.date1904);
  }),
  EVEN: numeric(1, 1, (value) => (Math.sign(value!) * Math.ceil(Math.abs(value!) / 2 - 1e-12) || 0) * 2),
  RADIANS: numeric(1, 1, (value) => (value! * Math.PI) / 180),
  LCM: numeric(1, 2, (a, b = 1) =>
    a! < 0 || b < 0
      ? cellError("#NUM!")
      : (Math.trunc(a!) * Math.trunc(b)) / (gcd(Math.trunc(a!), Math.trunc(b)) || 1),
  ),
  COMBIN: numeric(2, 2, (from, take) => chosen(Math.trunc(from!), Math.trunc(take!), true)),
  PERMUT: numeric(2, 2, (from, take) => chosen(Math.trunc(from!), Math.trunc(take!), false)),
  N: lifted(1, 1, ([value]) => (typeof value === "number" ? value : value === true ? 1 : 0)),
  T: lifted(1, 1, ([value]) => (typeof value === "string" ? value : "")),
  TYPE: eager(1, 1, ([value]) => {
    if (value !== undefined && value !== null && typeof value === "object")
      return isCellError(value) ? 16 : 64;
    return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
  }),
  "ERROR.TYPE": eager(1, 1, ([value]) =>
    broadcast([value ?? null], ([item]) => {
      const order = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
      const at = isCellError(item!) ? order.indexOf(item.error) : -1;
      if (at >= 0) return at + 1;
      return isCellError(item!) && ERROR_CODES.includes(item.error)
        ? (LATER[item.error] ?? cellError("#N/A"))
        : cellError("#N/A");
    }),
  ),
  ISERROR: asks(isCellError),
  ISERR: asks((value) => isCellError(value) && value.error !== "#N/A"),
  ISNA: asks((value) => isCellError(value) && value.error === "#N/A"),
  ISBLANK: asks((value) => value === null),
  ISNUMBER: asks((value) => typeof value === "number"),
  ISTEXT: asks((value) => typeof value === "string"),
  ISNONTEXT: asks((value) => typeof value !== "string"),
  ISLOGICAL: asks((value) => typeof value === "boolean"),
  "RANK.EQ": eager(2, 3, (args, evaluation) => rank(args, "first", evaluation)),
  RANK: eager(2, 3, (args, evaluation) => rank(args, "first", evaluation)),
  "RANK.AVG": eager(2, 3, (args, evaluation) => rank(args, "mean", evaluation)),
};

const LATER: Readonly<Record<string, number>> = { "#SPILL!": 9, "#BUSY!": 12, "#FIELD!": 13, "#CALC!": 14 };
