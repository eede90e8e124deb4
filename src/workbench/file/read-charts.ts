import type { Sheet as FileSheet } from "hucre";
import type { Sheet } from "../workbook/sheet";

/** The charts of a sheet. True where one of them could not be read. */
export function readCharts(from: FileSheet, _to: Sheet): boolean {
  return (from.charts ?? []).length > 0;
}
