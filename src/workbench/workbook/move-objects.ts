import type { Area } from "./area";
import type { Shift } from "./change";
import type { Sheet } from "./sheet";
import { movedLinks } from "./hyperlink";
import { shiftedArea } from "./shifted-area";

/**
 * Moves what stands on a sheet besides cells, merges, tables and the filter after cells were inserted or deleted:
 * conditional formats, data validation, PivotTables and their sources, the cells that charts read. What lost all its
 * cells goes. Charts and slicers themselves stay on their place in points.
 */
export function moveObjects(sheet: Sheet, shift: Shift): void {
  const areas = (list: readonly Area[]): Area[] => list.flatMap((area) => shiftedArea(area, shift) ?? []);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(
    (one) => (one.areas = areas(one.areas)).length > 0,
  );
  sheet.validations = sheet.validations.filter((one) => (one.areas = areas(one.areas)).length > 0);
  sheet.hyperlinks = movedLinks(sheet.hyperlinks, shift);
  sheet.pivotTables = sheet.pivotTables.filter((pivot) => {
    const area = shiftedArea(pivot.area, shift);
    if (!area) return false;
    const body = shiftedArea(pivot.body, shift) ?? area;
    pivot.anchor = {
      row: pivot.anchor.row + body.top - pivot.body.top,
      column: pivot.anchor.column + body.left - pivot.body.left,
    };
    pivot.written = pivot.written && shiftedArea(pivot.written, shift);
    pivot.area = area;
    pivot.body = body;
    return true;
  });
  for (const other of sheet.book.sheets) {
    for (const pivot of other.pivotTables) {
      const { source } = pivot;
      if ("sheet" in source && source.sheet === sheet)
        source.area = shiftedArea(source.area, shift) ?? source.area;
    }
    for (const chart of other.charts) {
      for (const series of chart.series) {
        for (const part of ["values", "categories", "bubbleSizes", "nameCell"] as const) {
          const cells = series[part];
          if (cells?.sheet !== sheet) continue;
          const area = shiftedArea(cells.area, shift);
          series[part] = area && { sheet, area };
        }
      }
    }
  }
}
