import type { CellError, CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import type { Area } from "../workbook/area";
import { sizeOf } from "../workbook/area";
import { criterionOf } from "./criterion";
import type { Evaluation } from "./evaluation";
import type { Argument } from "./formula";
import { total } from "./functions-aggregate";
import type { FunctionTable } from "./function-table";
import { matrixOf } from "./function-table";
import type { FormulaFunction } from "./library";
import type { Locals, Operand } from "./operand";
import { broadcast, Matrix, Reference } from "./operand";

/** The cells an argument means; these functions take no arrays. */
function cellsOf(evaluation: Evaluation, arg: Argument, locals: Locals): Reference | CellError {
  const operand = evaluation.operand(arg, locals);
  if (operand instanceof Reference) return operand;
  return isCellError(operand) ? (operand as CellError) : cellError("#VALUE!");
}

/**
 * Computes over the numbers of the cells for which every criterion holds, once for each element of criteria that are
 * arrays. `pairs` are range and criterion in turn. `beyond` counts the blanks that meet them where whole columns aren't
 * read any more.
 */
function whereAll(
  evaluation: Evaluation,
  values: Reference,
  pairs: readonly Argument[],
  locals: Locals,
  compute: (met: readonly CellValue[], beyond: number) => CellValue,
): Operand {
  const ranges: Matrix[] = [];
  const criteria: (CellValue | Matrix)[] = [];
  const size = sizeOf(values.area);
  for (let at = 0; at < pairs.length; at += 2) {
    const range = cellsOf(evaluation, pairs[at], locals);
    if (!(range instanceof Reference)) return range;
    const { rows, columns } = sizeOf(range.area);
    if (rows !== size.rows || columns !== size.columns) return cellError("#VALUE!");
    ranges.push(matrixOf(evaluation.read(range)));
    criteria.push(evaluation.values(pairs[at + 1], locals));
  }
  if (evaluation.busy) return cellError("#BUSY!");
  const cells = matrixOf(evaluation.read(values));
  // Whole columns of two sheets may end at different rows; what is missing is blank.
  const height = Math.max(cells.height, ...ranges.map((range) => range.height));
  const width = Math.max(cells.width, ...ranges.map((range) => range.width));
  return broadcast(criteria, (wanted) => {
    const tests = wanted.map((value) => criterionOf(value, evaluation));
    const met: CellValue[] = [];
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        if (tests.every((test, at) => test(ranges[at]!.at(row, column)))) met.push(cells.at(row, column));
      }
    }
    const unread = size.rows * size.columns - height * width;
    return compute(met, unread > 0 && tests.every((test) => test(null)) ? unread : 0);
  });
}

/** COUNTIF(S): a cell that meets a criterion counts, whatever it holds. */
const counts: FormulaFunction = (evaluation, { args }, locals) => {
  if (args.length < 2 || args.length % 2 === 1) return cellError("#VALUE!");
  const first = cellsOf(evaluation, args[0], locals);
  return first instanceof Reference
    ? whereAll(evaluation, first, args, locals, (met, beyond) => met.length + beyond)
    : first;
};

/** SUMIFS and its like: the values come first, then ranges and criteria. */
function ifs(compute: (numbers: readonly number[]) => CellValue): FormulaFunction {
  return (evaluation, { args }, locals) => {
    if (args.length < 3 || args.length % 2 === 0) return cellError("#VALUE!");
    const values = cellsOf(evaluation, args[0], locals);
    return values instanceof Reference
      ? whereAll(evaluation, values, args.slice(1), locals, overNumbers(compute))
      : values;
  };
}

/** SUMIF and AVERAGEIF: the values come last, and from their first cell on are as many as the range. */
function oneIf(compute: (numbers: readonly number[]) => CellValue): FormulaFunction {
  return (evaluation, { args }, locals) => {
    if (args.length < 2 || args.length > 3) return cellError("#VALUE!");
    const range = cellsOf(evaluation, args[0], locals);
    const given = args[2] === undefined ? range : cellsOf(evaluation, args[2], locals);
    if (!(range instanceof Reference)) return range;
    if (!(given instanceof Reference)) return given;
    const { rows, columns } = sizeOf(range.area);
    const { top, left } = given.area;
    const area: Area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    const values = new Reference(given.sheet, area);
    return whereAll(evaluation, values, args.slice(0, 2), locals, overNumbers(compute));
  };
}

function overNumbers(
  compute: (numbers: readonly number[]) => CellValue,
): (met: readonly CellValue[]) => CellValue {
  return (met) => met.find(isCellError) ?? compute(met.filter((value) => typeof value === "number"));
}

const mean = (numbers: readonly number[]): CellValue =>
  numbers.length === 0 ? cellError("#DIV/0!") : total(numbers) / numbers.length;

export const CONDITIONAL: FunctionTable = {
  COUNTIF: (evaluation, node, locals) =>
    node.args.length === 2 ? counts(evaluation, node, locals) : cellError("#VALUE!"),
  COUNTIFS: counts,
  SUMIF: oneIf(total),
  SUMIFS: ifs(total),
  AVERAGEIF: oneIf(mean),
  AVERAGEIFS: ifs(mean),
  MAXIFS: ifs((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)),
  MINIFS: ifs((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)),
};
