import { cellError, isCellError, type CellError } from "../workbook/cell-value";
import { asNumber } from "./coerce";
import type { FunctionTable, Read } from "./function-table";
import { eager, matrixOf, numberArg, single } from "./function-table";
import { total } from "./functions-aggregate";
import type { FormulaFunction } from "./library";
import { broadcast } from "./operand";

/** The numbers of an array in ascending order, or its first error. */
function ascending(arg: Read): number[] | CellError {
  const values = matrixOf(arg).rows.flat();
  return (
    values.find(isCellError) ?? values.filter((value) => typeof value === "number").sort((a, b) => a - b)
  );
}

/** Where a value stands among others, from 0 to 1; between two of them in proportion, cut to so many digits. */
function percentRank(inclusive: boolean): FormulaFunction {
  return eager(2, 3, (args, evaluation) => {
    const sorted = ascending(args[0]);
    if (isCellError(sorted)) return sorted;
    const digits = numberArg(args[2], 3, evaluation);
    if (isCellError(digits)) return digits;
    if (digits < 1 || sorted.length === 0) return cellError("#NUM!");
    return broadcast([args[1] ?? null], ([value]) => {
      const wanted = asNumber(value!, evaluation);
      if (isCellError(wanted)) return wanted;
      const next = sorted.findIndex((one) => one >= wanted);
      if (next < 0 || wanted < sorted[0]!) return cellError("#N/A");
      const within =
        sorted[next] === wanted
          ? next
          : next - 1 + (wanted - sorted[next - 1]!) / (sorted[next]! - sorted[next - 1]!);
      const count = sorted.length;
      const rank = inclusive ? (count === 1 ? 1 : within / (count - 1)) : (within + 1) / (count + 1);
      const power = 10 ** Math.trunc(digits);
      // The smallest step above a digit's edge is what the division lost.
      return Math.floor(rank * power + 1e-9) / power;
    });
  });
}

/** Statistics that o-spreadsheet lacks and analysts use beside scores. */
export const STATISTICS: FunctionTable = {
  /** https://support.microsoft.com/office/percentrank-inc-function-149592c9-00c0-49ba-86c1-c1f45b80463a */
  "PERCENTRANK.INC": percentRank(true),
  PERCENTRANK: percentRank(true),
  /** https://support.microsoft.com/office/percentrank-exc-function-d8afee96-b7e2-4a2f-8c01-8fcdedaa6314 */
  "PERCENTRANK.EXC": percentRank(false),
  /** https://support.microsoft.com/office/trimmean-function-d90c9878-a119-4746-88fa-63d988f511d3 */
  TRIMMEAN: eager(2, 2, (args, evaluation) => {
    const sorted = ascending(args[0]);
    if (isCellError(sorted)) return sorted;
    const share = asNumber(single(args[1]), evaluation);
    if (isCellError(share)) return share;
    if (share < 0 || share >= 1 || sorted.length === 0) return cellError("#NUM!");
    const cut = Math.floor((sorted.length * share) / 2);
    const kept = sorted.slice(cut, sorted.length - cut);
    return total(kept) / kept.length;
  }),
  /** https://support.microsoft.com/office/harmean-function-5efd9184-fab5-42f9-b1d3-57883a1d3bc6 */
  HARMEAN: eager(1, 1, (args) => {
    const sorted = ascending(args[0]);
    if (isCellError(sorted)) return sorted;
    if (sorted.length === 0) return cellError("#N/A");
    return sorted[0]! <= 0 ? cellError("#NUM!") : sorted.length / total(sorted.map((value) => 1 / value));
  }),
};
