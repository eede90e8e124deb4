import type { HostClass } from "../host-class";

/** The classes of tables, filters, sorting, conditional formats, validation, charts, PivotTables, slicers and shapes. */
export const analysisClasses: readonly HostClass[] = [];
