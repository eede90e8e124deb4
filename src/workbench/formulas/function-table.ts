import type { CellValue } from "../workbook/cell-value";
import { cellError } from "../workbook/cell-value";
import { asNumber } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { FormulaFunction } from "./library";
import type { Operand } from "./operand";
import { broadcast, firstError, Matrix } from "./operand";

/** Functions by name, in capitals. */
export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

/** A value or a matrix; an argument left out is undefined. */
export type Read = CellValue | Matrix | undefined;

/** A function that is given all arguments read; between `least` and `most` of them, else #VALUE!. */
export function eager(
  least: number,
  most: number,
  compute: (args: readonly Read[], evaluation: Evaluation) => Operand,
): FormulaFunction {
  return (evaluation, node, locals) => {
    if (node.args.length < least || node.args.length > most) return cellError("#VALUE!");
    const args = node.args.map((arg) => (arg === undefined ? undefined : evaluation.values(arg, locals)));
    return evaluation.busy ? cellError("#BUSY!") : compute(args, evaluation);
  };
}

/** A function of single values, called for each element of arrays; the first error among its values is its result. */
export function lifted(
  least: number,
  most: number,
  compute: (values: readonly CellValue[], evaluation: Evaluation) => CellValue,
): FormulaFunction {
  return eager(least, most, (args, evaluation) =>
    broadcast(
      args.map((arg) => arg ?? null),
      (values) => firstError(values) ?? compute(values, evaluation),
    ),
  );
}

/** The single value of an argument: the first of a matrix. */
export const single = (arg: Read): CellValue => (arg instanceof Matrix ? arg.at(0, 0) : (arg ?? null));

export const matrixOf = (arg: Read): Matrix => (arg instanceof Matrix ? arg : new Matrix([[arg ?? null]]));

/** A number argument, or its default where it is left out; an error comes back as it is. */
export function numberArg(
  arg: Read,
  fallback: number,
  evaluation: Evaluation,
): number | ReturnType<typeof cellError> {
  return arg === undefined ? fallback : asNumber(single(arg), evaluation);
}
