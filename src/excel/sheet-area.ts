import { columnLetters } from "../files/headers";

/** A rectangle of cells of one sheet: rows and columns from 0. */
export interface SheetArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What `load` asks of a range for it to be an area. */
export const AREA = "rowIndex,columnIndex,rowCount,columnCount";

/** The area of a range that was loaded with `AREA`. */
export function areaOf(range: Excel.Range): SheetArea {
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}

/** An area's address without its sheet: `A1:H3001`, and `A1` for a single cell. */
export function addressOf({ row, column, rows, columns }: SheetArea): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** True where two areas have cells in common. */
export function overlaps(one: SheetArea, other: SheetArea): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** True where every cell of `inner` is one of `outer`. */
export function covers(outer: SheetArea, inner: SheetArea): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function sameArea(one: SheetArea, other: SheetArea): boolean {
  return covers(one, other) && covers(other, one);
}

/** The smallest area that holds two. */
export function hullOf(one: SheetArea, other: SheetArea): SheetArea {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

/** What is left of an area without the cells of another: above, below, to the left and to the right of it. */
export function without(area: SheetArea, taken: SheetArea): readonly SheetArea[] {
  if (!overlaps(area, taken)) return [area];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  const top = Math.max(area.row, taken.row);
  const end = Math.min(bottom, taken.row + taken.rows);
  return [
    { ...area, rows: taken.row - area.row },
    { ...area, row: taken.row + taken.rows, rows: bottom - taken.row - taken.rows },
    { ...area, row: top, rows: end - top, columns: taken.column - area.column },
    {
      row: top,
      rows: end - top,
      column: taken.column + taken.columns,
      columns: right - taken.column - taken.columns,
    },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
