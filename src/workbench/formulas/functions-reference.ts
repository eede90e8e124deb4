import type { Area } from "../workbook/area";
import { areaOf, COLUMNS, ROWS, sizeOf, splitSheet } from "../workbook/area";
import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asNumber, asText } from "./coerce";
import type { Evaluation } from "./evaluation";
import type { Argument } from "./formula";
import type { FunctionTable } from "./function-table";
import { single } from "./function-table";
import type { FormulaFunction } from "./library";
import type { Locals, Operand } from "./operand";
import { broadcast, Matrix, Reference } from "./operand";
import { operandOfName, structuredReference } from "./references";

/** ROW and COLUMN: the number of each row or column of a reference; of the formula's own cell without one. */
function place(
  numbers: (area: Area) => number[][],
  own: (evaluation: Evaluation) => number,
): FormulaFunction {
  return (evaluation, { args }, locals) => {
    if (args.length > 1) return cellError("#VALUE!");
    if (args[0] === undefined) return own(evaluation);
    const operand = evaluation.operand(args[0], locals);
    if (!(operand instanceof Reference)) return isCellError(operand) ? operand : cellError("#VALUE!");
    const rows = numbers(operand.area);
    return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0]! : new Matrix(rows);
  };
}

/** ROWS and COLUMNS. */
function extent(of: "rows" | "columns"): FormulaFunction {
  return (evaluation, { args }, locals) => {
    if (args.length !== 1) return cellError("#VALUE!");
    const operand = evaluation.operand(args[0], locals);
    if (operand instanceof Reference) return sizeOf(operand.area)[of];
    if (operand instanceof Matrix) return of === "rows" ? operand.height : operand.width;
    return isCellError(operand) ? operand : 1;
  };
}

function count(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at + 1);
}

function number(evaluation: Evaluation, arg: Argument, fallback: number, locals: Locals): number | undefined {
  if (arg === undefined) return fallback;
  const value = asNumber(single(evaluation.values(arg, locals)), evaluation);
  return typeof value === "number" ? Math.trunc(value) : undefined;
}

/** INDEX with arrays of row or column numbers: one cell for each, such as the first three of a sorted list. */
function indexEach(
  evaluation: Evaluation,
  source: Operand,
  row: CellValue | Matrix,
  column: CellValue | Matrix | undefined,
): Operand {
  const read = evaluation.read(source);
  const whole = read instanceof Matrix ? read : new Matrix([[read]]);
  const size =
    source instanceof Reference ? sizeOf(source.area) : { rows: whole.height, columns: whole.width };
  const across = column === undefined && size.rows === 1 && size.columns > 1;
  return broadcast([across ? 1 : row, (across ? row : column) ?? 1], (places) => {
    const numbers = places.map((place) => asNumber(place, evaluation));
    const trouble = numbers.find(isCellError);
    if (trouble !== undefined) return trouble;
    const [down = 1, right = 1] = numbers.map(Number).map(Math.trunc);
    if (down < 1 || right < 1) return cellError("#VALUE!");
    return down > size.rows || right > size.columns ? cellError("#REF!") : whole.at(down - 1, right - 1);
  });
}

/** INDEX: a cell, row or column of an array or reference; 0 for all of them. */
const index: FormulaFunction = (evaluation, { args }, locals): Operand => {
  if (args.length < 2 || args.length > 3) return cellError("#VALUE!");
  const source = evaluation.operand(args[0], locals);
  const places = args.slice(1).map((arg) => (arg === undefined ? null : evaluation.values(arg, locals)));
  if (places.some((place) => place instanceof Matrix)) {
    return isCellError(source as CellValue)
      ? source
      : indexEach(evaluation, source, places[0] ?? null, places[1]);
  }
  const matrix = source instanceof Reference ? undefined : evaluation.read(source);
  if (isCellError(matrix)) return matrix as Operand;
  const whole = matrix instanceof Matrix ? matrix : new Matrix([[(matrix ?? null) as never]]);
  const size =
    source instanceof Reference ? sizeOf(source.area) : { rows: whole.height, columns: whole.width };
  let row = number(evaluation, args[1], 0, locals);
  let column = number(
    evaluation,
    args[2],
    args.length < 3 && size.rows > 1 && size.columns === 1 ? 1 : 0,
    locals,
  );
  if (row === undefined || column === undefined) return cellError("#VALUE!");
  if (args.length < 3 && size.rows === 1)
    [row, column] = [size.columns > 1 ? 1 : row, size.columns > 1 ? row : 0];
  if (row < 0 || column < 0) return cellError("#VALUE!");
  if (row > size.rows || column > size.columns) return cellError("#REF!");
  if (args.length < 3 && size.rows > 1 && size.columns > 1 && row !== 0) column = 0;
  const top = row === 0 ? 0 : row - 1;
  const bottom = row === 0 ? size.rows - 1 : row - 1;
  const left = column === 0 ? 0 : column - 1;
  const right = column === 0 ? size.columns - 1 : column - 1;
  if (source instanceof Reference) {
    const { area } = source;
    return new Reference(source.sheet, {
      top: area.top + top,
      bottom: area.top + bottom,
      left: area.left + left,
      right: area.left + right,
    });
  }
  if (top === bottom && left === right) return whole.at(top, left);
  return new Matrix(whole.rows.slice(top, bottom + 1).map((cells) => cells.slice(left, right + 1)));
};

const offset: FormulaFunction = (evaluation, { args }, locals) => {
  if (args.length < 3 || args.length > 5) return cellError("#VALUE!");
  const source = evaluation.operand(args[0], locals);
  if (!(source instanceof Reference)) return isCellError(source) ? source : cellError("#VALUE!");
  const { rows, columns } = sizeOf(source.area);
  const down = number(evaluation, args[1], 0, locals);
  const across = number(evaluation, args[2], 0, locals);
  const height = number(evaluation, args[3], rows, locals);
  const width = number(evaluation, args[4], columns, locals);
  if (down === undefined || across === undefined || height === undefined || width === undefined)
    return cellError("#VALUE!");
  const first = source.area.top + down + (height < 0 ? height + 1 : 0);
  const left = source.area.left + across + (width < 0 ? width + 1 : 0);
  const area = { top: first, left, bottom: first + Math.abs(height) - 1, right: left + Math.abs(width) - 1 };
  const inside =
    height !== 0 && width !== 0 && first >= 0 && left >= 0 && area.bottom < ROWS && area.right < COLUMNS;
  return inside ? evaluation.dynamic(new Reference(source.sheet, area)) : cellError("#REF!");
};

const indirect: FormulaFunction = (evaluation, { args }, locals) => {
  if (args.length < 1 || args.length > 2) return cellError("#VALUE!");
  const text = asText(single(evaluation.values(args[0], locals)));
  if (isCellError(text)) return text;
  if (args[1] !== undefined && single(evaluation.values(args[1], locals)) === false)
    return cellError("#REF!");
  const { sheet: name, address } = splitSheet(text.trim());
  const area = areaOf(address);
  const sheet = name === undefined ? evaluation.sheet : evaluation.book.sheet(name);
  if (sheet === undefined) return cellError("#REF!");
  if (area !== undefined) return evaluation.dynamic(new Reference(sheet, area));
  const found = address.endsWith("]")
    ? structuredReference(address, evaluation.book, evaluation)
    : operandOfName({ name: address, sheet: name }, evaluation);
  return found instanceof Reference ? evaluation.dynamic(found) : cellError("#REF!");
};

/** A function of a reference's first cell. */
function ofCell(compute: (reference: Reference) => Operand): FormulaFunction {
  return (evaluation, { args }, locals) => {
    const operand = args.length === 1 ? evaluation.operand(args[0], locals) : undefined;
    return operand instanceof Reference ? compute(operand) : cellError("#VALUE!");
  };
}

export const REFERENCES: FunctionTable = {
  ROW: place(
    ({ top, bottom }) => count(top, bottom).map((row) => [row]),
    ({ row }) => row + 1,
  ),
  COLUMN: place(
    ({ left, right }) => [count(left, right)],
    ({ column }) => column + 1,
  ),
  ROWS: extent("rows"),
  COLUMNS: extent("columns"),
  INDEX: index,
  OFFSET: offset,
  INDIRECT: indirect,
  ISREF: (evaluation, { args }, locals) => evaluation.operand(args[0], locals) instanceof Reference,
  ISFORMULA: ofCell(({ sheet, area }) => sheet.formula(area.top, area.left) !== undefined),
  FORMULATEXT: ofCell(({ sheet, area }) => sheet.formula(area.top, area.left) ?? cellError("#N/A")),
  SHEET: (evaluation, { args }, locals) => {
    const operand = args.length === 0 ? undefined : evaluation.operand(args[0], locals);
    const sheet = operand instanceof Reference ? operand.sheet : evaluation.sheet;
    return evaluation.book.sheets.indexOf(sheet) + 1;
  },
  SHEETS: (evaluation) => evaluation.book.sheets.length,
  AREAS: () => 1,
};
