import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asBoolean, asNumber } from "./coerce";
import type { FunctionTable, Read } from "./function-table";
import { eager, matrixOf, single } from "./function-table";
import { Matrix } from "./operand";
import { compareValues } from "./operators";

const READING = { culture: "en-US", date1904: false } as const;

const truth = (arg: Read): boolean => arg !== undefined && asBoolean(single(arg)) === true;

const turned = (matrix: Matrix): Matrix =>
  new Matrix(Array.from({ length: matrix.width }, (_, column) => matrix.rows.map((row) => row[column]!)));

/** Numbers before texts before booleans before errors; blanks last whichever way. */
function inOrder(a: CellValue, b: CellValue, way: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (isCellError(a) || isCellError(b)) return (Number(isCellError(a)) - Number(isCellError(b))) * way;
  return compareValues(a, b) * way;
}

/** The order of rows by keys of each, stable. */
function sortedRows(
  matrix: Matrix,
  keys: readonly (readonly CellValue[])[],
  ways: readonly number[],
): Matrix {
  const order = matrix.rows.map((_, at) => at);
  order.sort((a, b) => {
    for (let key = 0; key < keys.length; key++) {
      const difference = inOrder(keys[key]![a]!, keys[key]![b]!, ways[key] ?? 1);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return new Matrix(order.map((at) => matrix.rows[at]!));
}

const flatNumbers = (arg: Read, fallback: number): number[] =>
  arg === undefined
    ? [fallback]
    : matrixOf(arg)
        .rows.flat()
        .map((value) => asNumber(value, READING))
        .map((value) => (typeof value === "number" ? Math.trunc(value) : Number.NaN));

/** Tells rows apart: texts without regard to capitals, a number from the text that reads like it. */
const rowKey = (row: readonly CellValue[]): string =>
  row
    .map((value) =>
      typeof value === "string" ? `"${value.toLowerCase()}` : isCellError(value) ? value.error : value,
    )
    .join("\0");

/** These follow Excel's arguments, which o-spreadsheet's functions of the same names don't. */
export const ARRAYS: FunctionTable = {
  /** https://support.microsoft.com/office/filter-function-f4f7cb66-82eb-4767-8f7c-4877ad80c759 */
  FILTER: eager(2, 3, (args) => {
    const matrix = matrixOf(args[0]);
    const include = matrixOf(args[1]);
    const byRow = include.width === 1 && include.height === matrix.height;
    if (!byRow && !(include.height === 1 && include.width === matrix.width)) return cellError("#VALUE!");
    const flags = include.rows.flat().map((value) => asBoolean(value));
    const trouble = flags.find((flag) => isCellError(flag));
    if (trouble !== undefined) return trouble;
    if (!flags.includes(true)) return args[2] === undefined ? cellError("#CALC!") : args[2];
    if (byRow) return new Matrix(matrix.rows.filter((_, at) => flags[at] === true));
    return new Matrix(matrix.rows.map((row) => row.filter((_, at) => flags[at] === true)));
  }),
  /** https://support.microsoft.com/office/sort-function-22f63bd0-ccc8-492f-953d-c20e8e44b86c */
  SORT: eager(1, 4, (args) => {
    const byColumn = truth(args[3]);
    const matrix = byColumn ? turned(matrixOf(args[0])) : matrixOf(args[0]);
    const indices = flatNumbers(args[1], 1);
    const ways = flatNumbers(args[2], 1);
    const sound =
      indices.every((index) => index >= 1 && index <= matrix.width) &&
      ways.every((way) => way === 1 || way === -1);
    if (!sound) return cellError("#VALUE!");
    const keys = indices.map((index) => matrix.rows.map((row) => row[index - 1]!));
    const sorted = sortedRows(
      matrix,
      keys,
      keys.map((_, at) => ways[at] ?? ways[0]!),
    );
    return byColumn ? turned(sorted) : sorted;
  }),
  /** https://support.microsoft.com/office/sortby-function-cd2d7a62-1b93-435c-b561-d6a35134f28f */
  SORTBY: eager(2, 255, (args) => {
    const matrix = matrixOf(args[0]);
    const keys: (readonly CellValue[])[] = [];
    const ways: number[] = [];
    for (let at = 1; at < args.length; at += 2) {
      keys.push(matrixOf(args[at]).rows.flat());
      ways.push(flatNumbers(args[at + 1], 1)[0]!);
    }
    const byColumn = matrix.height === 1 && matrix.width > 1 && keys[0]!.length === matrix.width;
    const upright = byColumn ? turned(matrix) : matrix;
    if (keys.some((key) => key.length !== upright.height) || ways.some((way) => Math.abs(way) !== 1))
      return cellError("#VALUE!");
    const sorted = sortedRows(upright, keys, ways);
    return byColumn ? turned(sorted) : sorted;
  }),
  /** https://support.microsoft.com/office/unique-function-c5ab87fd-30a3-4ce9-9d1a-40204fb85e1e */
  UNIQUE: eager(1, 3, (args) => {
    const byColumn = truth(args[1]);
    const matrix = byColumn ? turned(matrixOf(args[0])) : matrixOf(args[0]);
    const once = truth(args[2]);
    const found = new Map<string, { readonly row: readonly CellValue[]; count: number }>();
    for (const row of matrix.rows) {
      const key = rowKey(row);
      const known = found.get(key);
      if (known === undefined) found.set(key, { row, count: 1 });
      else known.count++;
    }
    const rows = [...found.values()].filter(({ count }) => !once || count === 1).map(({ row }) => row);
    if (rows.length === 0) return cellError("#CALC!");
    return byColumn ? turned(new Matrix(rows)) : new Matrix(rows);
  }),
  SEQUENCE: eager(1, 4, (args) => {
    const [rows, columns, start, step] = [0, 1, 2, 3].map((at) =>
      args[at] === undefined ? 1 : asNumber(single(args[at]), READING),
    );
    for (const value of [rows, columns, start, step]) if (isCellError(value)) return value!;
    const height = Math.trunc(rows as number);
    const width = Math.trunc(columns as number);
    if (height < 0 || width < 0) return cellError("#VALUE!");
    if (height === 0 || width === 0) return cellError("#CALC!");
    if (height > 1_048_576 || width > 16_384 || height * width > 10_000_000) return cellError("#VALUE!");
    return new Matrix(
      Array.from({ length: height }, (_, row) =>
        Array.from(
          { length: width },
          (_, column) => (start as number) + (row * width + column) * (step as number),
        ),
      ),
    );
  }),
  TRANSPOSE: eager(1, 1, ([array]) => turned(matrixOf(array))),
};
