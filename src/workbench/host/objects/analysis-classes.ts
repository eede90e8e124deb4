import type { HostClass } from "../host-class";
import "./analysis-targets";

/** The classes of tables, filters, sorting, conditional formats, validation, charts, PivotTables, slicers and shapes. */
export const analysisClasses: readonly HostClass[] = [];
