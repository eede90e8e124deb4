import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asNumber } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { FormulaFunction } from "./library";
import type { FunctionTable } from "./function-table";
import { matrixOf } from "./function-table";
import type { Operand } from "./operand";
import { broadcast, Lambda, Matrix } from "./operand";

/** Calls a LAMBDA for one element of an array; it must give one value. */
function elementOf(
  evaluation: Evaluation,
  lambda: Lambda,
  args: readonly Operand[],
  index: number,
): CellValue {
  const before = evaluation.path;
  evaluation.path += `${index}/`;
  const result = evaluation.read(evaluation.apply(lambda, args));
  evaluation.path = before;
  if (!(result instanceof Matrix)) return result;
  return result.height === 1 && result.width === 1 ? result.at(0, 0) : cellError("#CALC!");
}

/** Arrays before a LAMBDA at the end. */
function withLambda(
  arrays: number,
  compute: (evaluation: Evaluation, args: readonly (CellValue | Matrix)[], lambda: Lambda) => Operand,
): FormulaFunction {
  return (evaluation, node, locals) => {
    if (node.args.length < arrays + 1) return cellError("#VALUE!");
    const args = node.args.slice(0, -1).map((arg) => evaluation.values(arg, locals));
    const lambda = evaluation.operand(node.args.at(-1), locals);
    if (evaluation.busy) return cellError("#BUSY!");
    return lambda instanceof Lambda ? compute(evaluation, args, lambda) : cellError("#VALUE!");
  };
}

const isName = (name: string): boolean => /^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name);

export const LAMBDAS: FunctionTable = {
  /** https://support.microsoft.com/office/let-function-34842dd8-b92b-4d3f-b325-b8b8f9908999 */
  LET: (evaluation, { args }, locals) => {
    if (args.length < 3 || args.length % 2 === 0) return cellError("#VALUE!");
    const inner = new Map(locals);
    for (let at = 0; at + 1 < args.length; at += 2) {
      const name = args[at];
      if (name?.type !== "name" || !isName(name.name)) return cellError("#NAME?");
      inner.set(name.name.toLowerCase(), evaluation.operand(args[at + 1], inner));
    }
    return evaluation.operand(args.at(-1), inner);
  },
  /** https://support.microsoft.com/office/lambda-function-bd212d27-1cd1-4321-a34a-ccbf254b8b67 */
  LAMBDA: (_evaluation, { args }, locals) => {
    const names: string[] = [];
    for (const arg of args.slice(0, -1)) {
      if (arg?.type !== "name") return cellError("#VALUE!");
      names.push(arg.name.toLowerCase());
    }
    return args.length === 0 ? cellError("#VALUE!") : new Lambda(names, args.at(-1), locals);
  },
  MAP: withLambda(1, (evaluation, args, lambda) =>
    broadcast(args, (values, index) => elementOf(evaluation, lambda, values, index)),
  ),
  BYROW: withLambda(1, (evaluation, [array], lambda) => {
    const { rows } = matrixOf(array);
    return new Matrix(rows.map((row, index) => [elementOf(evaluation, lambda, [new Matrix([row])], index)]));
  }),
  BYCOL: withLambda(1, (evaluation, [array], lambda) => {
    const matrix = matrixOf(array);
    const columns = Array.from(
      { length: matrix.width },
      (_, at) => new Matrix(matrix.rows.map((row) => [row[at]!])),
    );
    return new Matrix([columns.map((column, index) => elementOf(evaluation, lambda, [column], index))]);
  }),
  REDUCE: withLambda(2, (evaluation, [initial, array], lambda) => {
    let total: Operand = initial!;
    matrixOf(array)
      .rows.flat()
      .forEach((value, index) => {
        const before = evaluation.path;
        evaluation.path += `${index}/`;
        total = evaluation.apply(lambda, [total, value]);
        evaluation.path = before;
      });
    return total;
  }),
  SCAN: withLambda(2, (evaluation, [initial, array], lambda) => {
    let total: CellValue = matrixOf(initial).at(0, 0);
    const matrix = matrixOf(array);
    return new Matrix(
      matrix.rows.map((row, down) =>
        row.map((value, across) => {
          total = elementOf(evaluation, lambda, [total, value], down * matrix.width + across);
          return total;
        }),
      ),
    );
  }),
  MAKEARRAY: withLambda(2, (evaluation, [height, width], lambda) => {
    const rows = asNumber(matrixOf(height).at(0, 0), evaluation);
    const columns = asNumber(matrixOf(width).at(0, 0), evaluation);
    if (isCellError(rows) || isCellError(columns)) return isCellError(rows) ? rows : columns;
    if (rows < 1 || columns < 1 || rows * columns > 5_000_000) return cellError("#VALUE!");
    return new Matrix(
      Array.from({ length: Math.trunc(rows) }, (_, row) =>
        Array.from({ length: Math.trunc(columns) }, (_, column) =>
          elementOf(evaluation, lambda, [row + 1, column + 1], row * Math.trunc(columns) + column),
        ),
      ),
    );
  }),
};
