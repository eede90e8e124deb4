import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";

/**
 * What stands behind a Range: an area of a sheet. One that the client keeps (`track()`, or inside Excel.run) follows
 * insertions and deletions, so the engine moves its area; `undefined` once all its cells are deleted.
 */
export interface RangeTarget {
  readonly sheet: Sheet;
  area: Area;
}

declare module "./host-class" {
  interface HostTargets {
    Workbook: Workbook;
    Worksheet: Sheet;
    Range: RangeTarget;
  }
}
