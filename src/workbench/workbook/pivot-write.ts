import { cellArea, COLUMNS, contains, intersection, overlap, ROWS, type Area } from "./area";
import type { PivotTable } from "./pivot";
import { filterCells, layOut, type PivotGrid } from "./pivot-layout";
import { Refusal } from "./refusal";
import type { Sheet } from "./sheet";

/** An empty PivotTable shows a frame of this size. */
export const FRAME = { rows: 18, columns: 3 };

const OVERLAP = "The attempted operation causes a conflict with a PivotTable range.";

const grids = new WeakMap<PivotTable, PivotGrid>();

/** The grid a PivotTable's cells were last written from; undefined while it has no fields. */
export const gridOf = (pivot: PivotTable): PivotGrid | undefined => grids.get(pivot);

/** Makes the grid of a PivotTable that was set up as it was before, and its cells with it; writes nothing. */
export function regrid(pivot: PivotTable): void {
  if (pivot.written && pivot.rows.length + pivot.columns.length + pivot.data.length > 0)
    grids.set(pivot, layOut(pivot));
  else grids.delete(pivot);
}

/** Computes a PivotTable and writes its cells; refuses where they don't fit, and then changes none. */
export function writePivot(pivot: PivotTable): Refusal | undefined {
  const { sheet } = pivot;
  const used = pivot.rows.length + pivot.columns.length + pivot.data.length > 0;
  const grid = used ? layOut(pivot) : undefined;
  const above = filterCells(pivot);
  // Filters stand above the body with a blank row between; the body goes down only where there is no room for them.
  const filterRows = above.length === 0 ? 0 : above.length + 1;
  const top = Math.max(pivot.anchor.row, filterRows);
  const left = pivot.anchor.column;
  const height = grid ? grid.values.length : FRAME.rows;
  const width = grid ? Math.max(grid.values[0]?.length ?? 0, 1) : FRAME.columns;
  const body: Area = { top, left, bottom: top + Math.max(height, 1) - 1, right: left + width - 1 };
  const area: Area = {
    top: top - filterRows,
    left,
    bottom: body.bottom,
    right: Math.max(body.right, above.length > 0 ? left + 1 : left),
  };
  const refused = conflict(pivot, area);
  if (refused) return refused;
  sheet.book.change(() => {
    if (pivot.written) sheet.clear(pivot.written, pivot.layout.preserveFormatting ? "contents" : "all");
    if (grid && grid.values.length > 0) {
      sheet.write(body, grid.values);
      writeFormats(sheet, body, grid.formats);
    }
    if (above.length > 0) {
      sheet.write({ top: area.top, left, bottom: area.top + above.length - 1, right: left + 1 }, above);
    }
    pivot.area = area;
    pivot.body = body;
    pivot.written = grid
      ? area
      : above.length > 0
        ? { ...area, bottom: area.top + above.length - 1 }
        : undefined;
    if (grid) grids.set(pivot, grid);
    else grids.delete(pivot);
    sheet.book.tell({ kind: "objects", sheet, of: "pivot" });
  });
  return undefined;
}

/** Sets the number formats of runs of cells in a column at once; cells without one of their own get General. */
function writeFormats(sheet: Sheet, body: Area, formats: readonly (readonly (string | undefined)[])[]): void {
  const width = body.right - body.left + 1;
  for (let column = 0; column < width; column += 1) {
    for (let row = 0; row < formats.length;) {
      const format = formats[row]![column];
      let end = row + 1;
      while (end < formats.length && formats[end]![column] === format) end += 1;
      const cells = {
        top: body.top + row,
        bottom: body.top + end - 1,
        left: body.left + column,
        right: body.left + column,
      };
      if (format !== undefined || anyFormat(sheet, cells))
        sheet.setStyle(cells, { numberFormat: format ?? "General" });
      row = end;
    }
  }
}

function anyFormat(sheet: Sheet, { top, bottom, left }: Area): boolean {
  for (let row = top; row <= bottom; row += 1)
    if (sheet.style(row, left).numberFormat !== "General") return true;
  return false;
}

/** What stands in the way of a PivotTable's new area. */
export function conflict(pivot: PivotTable, area: Area): Refusal | undefined {
  const { sheet } = pivot;
  if (area.bottom >= ROWS || area.right >= COLUMNS) {
    return new Refusal("GeneralException", "The PivotTable report will not fit on the sheet.");
  }
  const taken =
    sheet.pivotTables.some((other) => other !== pivot && overlap(other.area, area)) ||
    sheet.tables.some((table) => overlap(table.area, area)) ||
    sheet.merges.some((merge) => overlap(merge, area));
  if (taken) return new Refusal("PivotTableRangeConflict", OVERLAP);
  if (!sheet.pivotTables.includes(pivot)) {
    // The frame of an empty PivotTable covers nothing; only the cell asked for has to be free.
    return sheet.value(area.top, area.left) === null
      ? undefined
      : new Refusal("PivotTableRangeConflict", OVERLAP);
  }
  const used = sheet.usedArea(true);
  const look = used && intersection(used, area);
  if (!look) return undefined;
  for (let row = look.top; row <= look.bottom; row += 1) {
    for (let column = look.left; column <= look.right; column += 1) {
      if (pivot.written && contains(pivot.written, cellArea(row, column))) continue;
      if (sheet.value(row, column) !== null || sheet.formula(row, column) !== undefined) {
        return new Refusal("PivotTableRangeConflict", OVERLAP);
      }
    }
  }
  return undefined;
}
