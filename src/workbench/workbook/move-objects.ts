import { COLUMNS, contains, overlap, ROWS, type Area } from "./area";
import type { Shift } from "./change";
import { Refusal } from "./refusal";
import type { Sheet } from "./sheet";
import { TableColumn, type Table } from "./table";
import { settleHeaders } from "./table-header";

/**
 * Where an area is after cells were inserted or deleted; undefined where none of its cells are left. An area that the
 * moved cells only cut stays where it is.
 */
export function movedArea(area: Area, { area: hole, shift }: Shift): Area | undefined {
  const upright = shift === "down" || shift === "up";
  const across = upright
    ? area.left >= hole.left && area.right <= hole.right
    : area.top >= hole.top && area.bottom <= hole.bottom;
  if (!across) return area;
  const [first, last] = upright ? [area.top, area.bottom] : [area.left, area.right];
  const [from, to] = upright ? [hole.top, hole.bottom] : [hole.left, hole.right];
  const count = to - from + 1;
  let start: number;
  let end: number;
  if (shift === "down" || shift === "right") {
    start = from <= first ? first + count : first;
    end = Math.min(from <= last ? last + count : last, (upright ? ROWS : COLUMNS) - 1);
  } else {
    start = first < from ? first : first > to ? first - count : from;
    end = last < from ? last : last > to ? last - count : from - 1;
  }
  if (start > end) return undefined;
  return upright ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };
}

/** Every cell that changes place: from the inserted or deleted ones to the end of the sheet. */
const movedCells = ({ area, shift }: Shift): Area =>
  shift === "down" || shift === "up" ? { ...area, bottom: ROWS - 1 } : { ...area, right: COLUMNS - 1 };

/**
 * Refuses to insert or delete cells where that would tear a table or a PivotTable, or move cells of a filtered range.
 * Codes: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export function refuseShift(sheet: Sheet, shift: Shift): Refusal | undefined {
  const moved = movedCells(shift);
  const upright = shift.shift === "down" || shift.shift === "up";
  const torn = (area: Area): boolean =>
    overlap(area, moved) &&
    !(upright
      ? area.left >= moved.left && area.right <= moved.right
      : area.top >= moved.top && area.bottom <= moved.bottom);
  for (const pivot of sheet.pivotTables) {
    const inside =
      overlap(pivot.area, shift.area) &&
      !(shift.shift === "up" || shift.shift === "left"
        ? contains(shift.area, pivot.area)
        : startsBefore(shift, pivot.area));
    if (torn(pivot.area) || inside) {
      return new Refusal(
        "PivotTableRangeConflict",
        "The attempted operation causes a conflict with a PivotTable range.",
      );
    }
  }
  for (const table of sheet.tables) {
    if (torn(table.area)) {
      return new Refusal(
        "InsertDeleteConflict",
        "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.",
      );
    }
    const rows = shift.area.left === 0 && shift.area.right === COLUMNS - 1;
    if (
      table.filter.size > 0 &&
      upright &&
      !rows &&
      overlap(table.area, moved) &&
      shift.area.top > table.area.top
    ) {
      return new Refusal(
        "FilteredRangeConflict",
        "The attempted operation causes a conflict with a filtered range.",
      );
    }
  }
  return undefined;
}

const startsBefore = ({ area, shift }: Shift, of: Area): boolean =>
  shift === "down" ? area.top <= of.top : area.left <= of.left;

/**
 * Moves the areas of everything that stands on a sheet after cells were inserted or deleted: tables (with new columns
 * where they were inserted into one), the filter, conditional formats, data validation, charts' source cells, PivotTables
 * and their sources. What lost all its cells goes. Charts and slicers themselves stay on their place in points.
 */
export function moveObjects(sheet: Sheet, shift: Shift): void {
  sheet.tables = sheet.tables.filter((table) => moveTable(table, shift));
  if (sheet.filter) {
    const before = sheet.filter.area;
    const area = movedArea(before, shift);
    // Without its header row there is no filter.
    const headless = shift.shift === "up" && contains(shift.area, { ...before, bottom: before.top });
    if (area && !headless) {
      const { criteria } = sheet.filter;
      sheet.filter = { area, criteria: movedList(before, criteria, shift, () => undefined) };
    } else sheet.filter = undefined;
  }
  const areas = (list: readonly Area[]): Area[] => list.flatMap((area) => movedArea(area, shift) ?? []);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(
    (one) => (one.areas = areas(one.areas)).length > 0,
  );
  sheet.validations = sheet.validations.filter((one) => (one.areas = areas(one.areas)).length > 0);
  sheet.pivotTables = sheet.pivotTables.filter((pivot) => {
    const area = movedArea(pivot.area, shift);
    if (!area) return false;
    const body = movedArea(pivot.body, shift) ?? area;
    pivot.anchor = {
      row: pivot.anchor.row + body.top - pivot.body.top,
      column: pivot.anchor.column + body.left - pivot.body.left,
    };
    pivot.written = pivot.written && movedArea(pivot.written, shift);
    pivot.area = area;
    pivot.body = body;
    return true;
  });
  for (const other of sheet.book.sheets) {
    for (const pivot of other.pivotTables) {
      const { source } = pivot;
      if ("sheet" in source && source.sheet === sheet)
        source.area = movedArea(source.area, shift) ?? source.area;
    }
    for (const chart of other.charts) {
      for (const series of chart.series) {
        for (const part of ["values", "categories", "bubbleSizes", "nameCell"] as const) {
          const cells = series[part];
          if (cells?.sheet !== sheet) continue;
          const area = movedArea(cells.area, shift);
          series[part] = area && { sheet, area };
        }
      }
    }
  }
}

/** A list of one entry a column after columns were inserted or deleted. */
function movedList<T>(before: Area, list: readonly T[], { area, shift }: Shift, fresh: () => T): T[] {
  if (shift === "down" || shift === "up") return [...list];
  if (area.top > before.top || area.bottom < before.bottom) return [...list];
  const at = area.left - before.left;
  const count = area.right - area.left + 1;
  if (shift === "right") {
    return at > 0 && at < list.length
      ? [...list.slice(0, at), ...Array.from({ length: count }, fresh), ...list.slice(at)]
      : [...list];
  }
  return list.filter((_, index) => index < at || index >= at + count);
}

function moveTable(table: Table, shift: Shift): boolean {
  const before = table.area;
  const area = movedArea(before, shift);
  if (!area) return false;
  const names = table.columns.map((column) => column.fallback);
  let id = Math.max(0, ...table.columns.map((column) => column.id));
  const columns = movedList(before, table.columns, shift, () => new TableColumn(table, (id += 1), ""));
  const fresh = columns.length !== names.length;
  table.area = area;
  table.columns = columns;
  for (const key of table.filter.keys())
    if (!columns.some((column) => column.id === key)) table.filter.delete(key);
  if (fresh && columns.length === area.right - area.left + 1) settleHeaders(table);
  return true;
}
