import type { Sheet as FileSheet } from "hucre";
import { areaOf } from "../workbook/area";
import { isRefusal } from "../workbook/refusal";
import type { Sheet } from "../workbook/sheet";
import { addTable } from "../workbook/table-edit";

/** The tables of a sheet and its filter; rows that a filter hides are hidden as they are in the file. */
export function readTables(from: FileSheet, to: Sheet): void {
  for (const table of from.tables ?? []) {
    const area = table.range ? areaOf(table.range) : undefined;
    if (!area || area.bottom === area.top) continue;
    const made = addTable(to, area, true);
    if (isRefusal(made)) continue;
    made.name = table.displayName ?? table.name;
    made.style = table.style ?? "";
    made.showBandedRows = table.showRowStripes ?? true;
    made.showBandedColumns = table.showColumnStripes ?? false;
    made.showFilterButton = table.showAutoFilter ?? true;
    made.showTotals = table.showTotalRow ?? false;
  }
  to.book.calculation.tablesChanged();
  const area = from.autoFilter ? areaOf(from.autoFilter.range) : undefined;
  if (!area || !from.autoFilter) return;
  const criteria = [];
  for (let at = 0; at <= area.right - area.left; at++) {
    const values = from.autoFilter.columns?.find(({ colIndex }) => colIndex === at)?.filters;
    criteria.push(values ? { filterOn: "Values", values } : undefined);
  }
  to.filter = { area, criteria };
  if (!criteria.some(Boolean)) return;
  for (let row = area.top + 1; row <= area.bottom; row++) {
    if (to.rows.hidden.delete(row)) to.rows.filtered.add(row);
  }
}
