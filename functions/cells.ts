import type { Cell, Cells } from "../src/core/ledger/cells";

/**
 * One cell as Excel hands it to a custom function, as the core's cell: the one policy for all functions.
 *
 * A blank is null, "" or undefined (a host that hands over 0 for a blank can't be told from one that means 0).
 * A number that is none is a blank. Texts, booleans and numbers stand as they are: the core's own readers of dates,
 * amounts and ids decide what they mean. An error cell (a `CustomFunctions.Error`, or an error as a data type) is its
 * text, `#N/A`; another data type is its basic value, an entity or card its text.
 *
 * Follows https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-data-types-concepts and
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors.
 */
export function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case "number":
      return Number.isNaN(value) ? null : value;
    case "string":
      return value === "" ? null : value;
    case "boolean":
      return value;
    case "bigint":
      return Number(value);
    case "object":
      return value === null ? null : cellOfRichValue(value);
    default:
      return null;
  }
}

/** The members of errors and data types that a cell can be read from. */
interface RichValue {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly basicValue?: unknown;
  readonly text?: unknown;
}

function cellOfRichValue(value: object): Cell {
  const { code, type, basicValue, text } = value as RichValue;
  if (typeof code === "string" && code.startsWith("#")) return code;
  if (type === "Empty") return null;
  if (type !== "Error" && typeof text === "string") return text === "" ? null : text;
  return typeof basicValue === "object" ? "#VALUE!" : cellOf(basicValue ?? "#VALUE!");
}

/** True of a cell that holds nothing at all; spaces are something, and left to the core's readers. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/**
 * The cells of a range's first `rows` rows, row by row. Numbers and blanks alone become a Float64Array with NaN for a
 * blank, which the core reads without looking at each cell.
 */
export function cellsOf(range: readonly (readonly unknown[])[], rows: number, columns: number): Cells {
  const numbers = new Float64Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const line = range[row] ?? [];
    for (let column = 0; column < columns; column++, at++) {
      const value = line[column];
      if (typeof value === "number") numbers[at] = value;
      else if (isEmpty(value)) numbers[at] = NaN;
      else return mixedCells(range, rows, columns, numbers, at);
    }
  }
  return numbers;
}

/** The cells of a range that are not all numbers; those before `known` were read already. */
function mixedCells(
  range: readonly (readonly unknown[])[],
  rows: number,
  columns: number,
  numbers: Float64Array,
  known: number,
): Cell[] {
  const cells = new Array<Cell>(rows * columns);
  for (let at = 0; at < known; at++) {
    const number = numbers[at] ?? NaN;
    cells[at] = Number.isNaN(number) ? null : number;
  }
  for (let at = known; at < cells.length; at++) {
    cells[at] = cellOf(range[Math.floor(at / columns)]?.[at % columns]);
  }
  return cells;
}

/** True where a range's first cells are the ones kept: what a memo asks, so it stops at the first that differs. */
export function holdsSame(
  range: readonly (readonly unknown[])[],
  columns: number,
  kept: Float64Array | readonly Cell[],
): boolean {
  // Loops of their own, as the engine makes faster code of each, and sooner.
  if (columns > 1) return holdsSameBlock(range, columns, kept);
  return kept instanceof Float64Array ? holdsSameNumbers(range, kept) : holdsSameCells(range, kept);
}

function holdsSameNumbers(range: readonly (readonly unknown[])[], kept: Float64Array): boolean {
  for (let row = 0; row < kept.length; row++) {
    const value = range[row]![0];
    if (value !== kept[row] && !isSame(value, kept[row])) return false;
  }
  return true;
}

function holdsSameCells(range: readonly (readonly unknown[])[], kept: readonly Cell[]): boolean {
  for (let row = 0; row < kept.length; row++) {
    const value = range[row]![0];
    if (value !== kept[row] && !isSame(value, kept[row])) return false;
  }
  return true;
}

function holdsSameBlock(
  range: readonly (readonly unknown[])[],
  columns: number,
  kept: Float64Array | readonly Cell[],
): boolean {
  for (let at = 0; at < kept.length; at++) {
    const value = range[Math.floor(at / columns)]?.[at % columns];
    if (value !== kept[at] && !isSame(value, kept[at])) return false;
  }
  return true;
}

/** True where a cell reads as the one kept; NaN is kept for a blank among numbers. */
function isSame(value: unknown, kept: Cell | undefined): boolean {
  const cell = cellOf(value);
  return cell === null ? kept === null || Number.isNaN(kept) : cell === kept;
}
