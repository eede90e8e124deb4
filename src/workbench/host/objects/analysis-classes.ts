import type { HostClass } from "../host-class";
import "./analysis-targets";
import { filterClasses } from "./filter";
import { pivotFieldClasses } from "./pivot-field";
import { pivotHierarchyClasses } from "./pivot-hierarchy";
import { pivotLayoutClasses } from "./pivot-layout";
import { pivotTableClasses } from "./pivot-table";
import { tableClasses } from "./table";
import { tableLineClasses } from "./table-lines";

/** The classes of tables, filters, sorting, conditional formats, validation, charts, PivotTables, slicers and shapes. */
export const analysisClasses: readonly HostClass[] = [
  ...tableClasses,
  ...tableLineClasses,
  ...filterClasses,
  ...pivotTableClasses,
  ...pivotHierarchyClasses,
  ...pivotFieldClasses,
  ...pivotLayoutClasses,
];
