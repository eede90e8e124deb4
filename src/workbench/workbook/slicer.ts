import type { PivotTable } from "./pivot";
import type { Sheet } from "./sheet";
import type { Table } from "./table";

/** A slicer: it filters one column of a table or one field of a PivotTable. Places and sizes in points. */
export interface Slicer {
  readonly id: string;
  readonly sheet: Sheet;
  readonly source:
    | { readonly table: Table; readonly columnId: number }
    | { readonly pivot: PivotTable; readonly field: string };
  name: string;
  caption: string;
  left: number;
  top: number;
  width: number;
  height: number;
  sortBy: "DataSourceOrder" | "Ascending" | "Descending";
  style: string;
}
