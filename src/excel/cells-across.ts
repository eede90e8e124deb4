import type { SheetArea } from "./sheet-area";

/** Columns of a sheet. */
const COLUMNS = 16_384;

/**
 * The ranges of an area: one, and two where it goes over all columns of the sheet. Excel takes such a one for whole rows
 * and gives null for their cells, see
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded.
 */
export function rangesAcross(sheet: Excel.Worksheet, area: SheetArea): readonly Excel.Range[] {
  const { row, column, rows, columns } = area;
  if (columns < COLUMNS) return [sheet.getRangeByIndexes(row, column, rows, columns)];
  return [0, COLUMNS / 2].map((left) => sheet.getRangeByIndexes(row, left, rows, COLUMNS / 2));
}

/** Rows whose left and right part were read by themselves. */
export function joined<T>(parts: readonly (readonly (readonly T[])[])[]): readonly (readonly T[])[] {
  const [first = [], ...more] = parts;
  if (more.length === 0) return first;
  return first.map((row, r) => [row, ...more.map((part) => part[r] ?? [])].flat());
}
