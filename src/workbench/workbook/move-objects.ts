import { COLUMNS, ROWS, type Area } from "./area";
import type { Shift } from "./change";
import type { Sheet } from "./sheet";

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

/**
 * Moves what stands on a sheet besides cells, merges, tables and the filter after cells were inserted or deleted:
 * conditional formats, data validation, PivotTables and their sources, the cells that charts read. What lost all its
 * cells goes. Charts and slicers themselves stay on their place in points.
 */
export function moveObjects(sheet: Sheet, shift: Shift): void {
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
