import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asNumber } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { FunctionTable, Read } from "./function-table";
import { eager, matrixOf, single } from "./function-table";
import type { FormulaFunction } from "./library";
import { Matrix } from "./operand";

const MISSING = cellError("#N/A");

/** Arrays beside or below each other; what the shorter ones lack is #N/A. */
const stacked = (down: boolean): FormulaFunction =>
  eager(1, 254, (args) => {
    const arrays = args.map(matrixOf);
    const height = Math.max(...arrays.map((array) => array.height));
    const width = Math.max(...arrays.map((array) => array.width));
    const at = (array: Matrix, row: number, column: number): CellValue =>
      row < array.height && column < array.width ? array.at(row, column) : MISSING;
    const line = (count: number, value: (index: number) => CellValue): CellValue[] =>
      Array.from({ length: count }, (_, index) => value(index));
    if (down) {
      return new Matrix(
        arrays.flatMap((array) =>
          array.rows.map((_, row) => line(width, (column) => at(array, row, column))),
        ),
      );
    }
    return new Matrix(
      Array.from({ length: height }, (_, row) =>
        arrays.flatMap((array) => line(array.width, (column) => at(array, row, column))),
      ),
    );
  });

/** One row or column in lines of so many; the last one is filled up with #N/A, or what is given. */
const wrapped = (down: boolean): FormulaFunction =>
  eager(2, 3, ([array, count, pad], evaluation: Evaluation) => {
    const source = matrixOf(array);
    const length = asNumber(single(count), evaluation);
    if (isCellError(length)) return length;
    const size = Math.trunc(length);
    if (source.height > 1 && source.width > 1) return cellError("#VALUE!");
    if (size < 1) return cellError("#NUM!");
    const values = source.rows.flat();
    const filler = padding(pad);
    const lines = Array.from({ length: Math.ceil(values.length / size) }, (_, line) =>
      Array.from({ length: Math.min(size, values.length) }, (__, at) =>
        line * size + at < values.length ? values[line * size + at]! : filler,
      ),
    );
    return new Matrix(down ? lines[0]!.map((_, at) => lines.map((line) => line[at]!)) : lines);
  });

const padding = (pad: Read): CellValue => (pad === undefined ? MISSING : single(pad));

/** Arrays put together and cut anew; o-spreadsheet fills what is missing with blanks, Excel with #N/A. */
export const SHAPES: FunctionTable = {
  /** https://support.microsoft.com/office/vstack-function-a4b86897-be0f-48fc-adca-fcc10d795a9c */
  VSTACK: stacked(true),
  /** https://support.microsoft.com/office/hstack-function-98c4ab76-10fe-4b4f-8d5f-af1c125fe8c2 */
  HSTACK: stacked(false),
  /** https://support.microsoft.com/office/wraprows-function-796825f3-975a-4cee-9c84-1bbddf60ade0 */
  WRAPROWS: wrapped(false),
  /** https://support.microsoft.com/office/wrapcols-function-d038b05a-57b7-4ee0-be94-ded0792511e2 */
  WRAPCOLS: wrapped(true),
};
