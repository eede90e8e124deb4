import { ROWS, COLUMNS, sizeOf } from "../workbook/area";
import type { CellError, CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asNumber } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { CallNode } from "./formula";
import type { FunctionTable } from "./function-table";
import type { FormulaFunction } from "./library";
import type { Locals } from "./operand";
import { Matrix, Reference } from "./operand";
import { finite } from "./operators";

/** What an aggregate does with a value it isn't meant for: in cells and arrays texts and booleans are passed over. */
type Take = (value: CellValue, direct: boolean) => number | undefined | CellError;

/** Only numbers count in cells; as an argument of its own a text must be a number. */
const numbers =
  (evaluation: Evaluation): Take =>
  (value, direct) => {
    if (typeof value === "number" || isCellError(value)) return value;
    return direct ? asNumber(value, evaluation) : undefined;
  };

/** The numbers of all arguments in order; the first error ends it. */
function gathered(evaluation: Evaluation, node: CallNode, locals: Locals, take: Take): number[] | CellError {
  const found: number[] = [];
  for (const arg of node.args) {
    const operand = arg === undefined ? 0 : evaluation.operand(arg, locals);
    if (operand instanceof Reference) {
      // Straight from the cells: a column of running sums would copy each of its ranges otherwise.
      let trouble: CellError | undefined;
      operand.sheet.cells.eachValue(operand.area, (_row, _column, value) => {
        const number = take(value, false);
        if (typeof number === "number") found.push(number);
        else if (number !== undefined) trouble ??= number;
      });
      if (trouble !== undefined) return trouble;
      continue;
    }
    const read = evaluation.read(operand);
    if (evaluation.busy) return cellError("#BUSY!");
    const direct = !(read instanceof Matrix);
    for (const row of read instanceof Matrix ? read.rows : [[read]]) {
      for (const value of row) {
        const number = take(value, direct);
        if (typeof number === "number") found.push(number);
        else if (number !== undefined) return number;
      }
    }
  }
  return found;
}

function over(compute: (values: readonly number[]) => number | CellError): FormulaFunction {
  return (evaluation, node, locals) => {
    if (node.args.length === 0) return cellError("#VALUE!");
    const values = gathered(evaluation, node, locals, numbers(evaluation));
    if (!Array.isArray(values)) return values;
    const result = compute(values);
    return typeof result === "number" ? finite(result) : result;
  };
}

/** Added up with the error of each step kept, so that 0.1 ten times is 1. */
export function total(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

const average = (values: readonly number[]): number | CellError =>
  values.length === 0 ? cellError("#DIV/0!") : total(values) / values.length;

const extreme = (values: readonly number[], better: (a: number, b: number) => boolean): number =>
  values.reduce((best, value, at) => (at === 0 || better(value, best) ? value : best), 0);

const largest = (values: readonly number[]): number => extreme(values, (a, b) => a > b);
const smallest = (values: readonly number[]): number => extreme(values, (a, b) => a < b);
const product = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((all, value) => all * value, 1);

/** The sum of squares from the mean over n or n - 1. */
function variance(values: readonly number[], sample: boolean): number | CellError {
  const count = values.length - (sample ? 1 : 0);
  if (count < 1) return cellError("#DIV/0!");
  const mean = total(values) / values.length;
  return total(values.map((value) => (value - mean) ** 2)) / count;
}

function deviation(values: readonly number[], sample: boolean): number | CellError {
  const result = variance(values, sample);
  return typeof result === "number" ? Math.sqrt(result) : result;
}

/** COUNT and COUNTA: what counts in cells, and as an argument of its own. */
function counting(
  counts: (value: CellValue, direct: boolean, evaluation: Evaluation) => boolean,
): FormulaFunction {
  return (evaluation, node, locals) => {
    let count = 0;
    for (const arg of node.args) {
      const operand = arg === undefined ? 0 : evaluation.operand(arg, locals);
      if (operand instanceof Reference) {
        operand.sheet.cells.eachValue(operand.area, (_row, _column, value) => {
          if (counts(value, false, evaluation)) count++;
        });
        continue;
      }
      const read = evaluation.read(operand);
      const direct = !(read instanceof Matrix);
      for (const row of read instanceof Matrix ? read.rows : [[read]]) {
        for (const value of row) if (counts(value, direct, evaluation)) count++;
      }
    }
    return evaluation.busy ? cellError("#BUSY!") : count;
  };
}

/** What SUBTOTAL's first argument stands for. */
const SUBTOTALS: Readonly<Record<number, (values: readonly number[]) => number | CellError>> = {
  1: average,
  2: (values) => values.length,
  4: largest,
  5: smallest,
  6: product,
  7: (values) => deviation(values, true),
  8: (values) => deviation(values, false),
  9: total,
  10: (values) => variance(values, true),
  11: (values) => variance(values, false),
};

/**
 * SUBTOTAL: rows a filter hides never count, rows hidden by hand not for 101–111, other SUBTOTALs never.
 * https://support.microsoft.com/office/subtotal-function-7b027003-f060-4ade-9040-e478765b9939
 */
const subtotal: FormulaFunction = (evaluation, node, locals) => {
  if (node.args.length < 2) return cellError("#VALUE!");
  const code = asNumber(evaluation.values(node.args[0], locals) as CellValue, evaluation);
  if (typeof code !== "number") return code;
  const way = Math.trunc(code) % 100;
  const found: CellValue[] = [];
  for (const arg of node.args.slice(1)) {
    const operand = evaluation.operand(arg, locals);
    if (!(operand instanceof Reference)) return isCellError(operand) ? operand : cellError("#VALUE!");
    const { sheet, area } = operand;
    sheet.cells.eachValue(area, (row, column, value) => {
      if (sheet.rows.filtered.has(row) || (code > 100 && sheet.rows.hidden.has(row))) return;
      if (/\b(?:SUBTOTAL|AGGREGATE)\(/.test(sheet.formula(row, column) ?? "")) return;
      found.push(value);
    });
  }
  if (way === 3) return found.length;
  const trouble = way === 2 ? undefined : found.find(isCellError);
  if (trouble !== undefined) return trouble;
  return SUBTOTALS[way]?.(found.filter((value) => typeof value === "number")) ?? cellError("#VALUE!");
};

export const AGGREGATES: FunctionTable = {
  SUM: over(total),
  PRODUCT: over(product),
  AVERAGE: over(average),
  MAX: over(largest),
  MIN: over(smallest),
  SUMSQ: over((values) => total(values.map((value) => value ** 2))),
  "STDEV.S": over((values) => deviation(values, true)),
  STDEV: over((values) => deviation(values, true)),
  "STDEV.P": over((values) => deviation(values, false)),
  STDEVP: over((values) => deviation(values, false)),
  "VAR.S": over((values) => variance(values, true)),
  VAR: over((values) => variance(values, true)),
  "VAR.P": over((values) => variance(values, false)),
  VARP: over((values) => variance(values, false)),
  GEOMEAN: over((values) =>
    values.length === 0 || values.some((value) => value <= 0)
      ? cellError("#NUM!")
      : Math.exp(total(values.map(Math.log)) / values.length),
  ),
  "MODE.SNGL": over(mode),
  MODE: over(mode),
  COUNT: counting(
    (value, direct, evaluation) =>
      typeof value === "number" ||
      (direct && value !== null && typeof asNumber(value, evaluation) === "number"),
  ),
  COUNTA: counting((value) => value !== null),
  COUNTBLANK: (evaluation, { args }, locals) => {
    const operand = args.length === 1 ? evaluation.operand(args[0], locals) : undefined;
    if (!(operand instanceof Reference)) return cellError("#VALUE!");
    // Counted from what isn't blank: whole columns are never read in full.
    let blank = sizeOf(operand.area).cells;
    const area = {
      ...operand.area,
      bottom: Math.min(operand.area.bottom, ROWS - 1),
      right: Math.min(operand.area.right, COLUMNS - 1),
    };
    operand.sheet.cells.eachValue(area, (_row, _column, value) => {
      if (value !== "") blank--;
    });
    return blank;
  },
  SUBTOTAL: subtotal,
};

/** The value found most often, the first one found of several. */
function mode(values: readonly number[]): number | CellError {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) if (count > 1 && count > (counts.get(best!) ?? 1)) best = value;
  return best ?? cellError("#N/A");
}
