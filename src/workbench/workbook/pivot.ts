import type { Area } from "./area";
import type { CellValue } from "./cell-value";
import type { Sheet } from "./sheet";
import type { Table } from "./table";

export type Aggregation =
  | "Sum"
  | "Count"
  | "Average"
  | "Max"
  | "Min"
  | "Product"
  | "CountNumbers"
  | "StandardDeviation"
  | "StandardDeviationP"
  | "Variance"
  | "VarianceP";

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotlabelfilter */
export interface PivotLabelFilter {
  readonly condition: string;
  readonly comparator?: string;
  readonly substring?: string;
  readonly lowerBound?: string;
  readonly upperBound?: string;
  readonly exclusive?: boolean;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pivotvaluefilter; `value` names a data hierarchy. */
export interface PivotValueFilter {
  readonly condition: string;
  readonly value: string;
  readonly comparator?: number;
  readonly lowerBound?: number;
  readonly upperBound?: number;
  readonly exclusive?: boolean;
  readonly threshold?: number;
  readonly selectionType?: string;
}

/** One distinct value of a field, in the order the field shows them. */
export interface PivotItem {
  readonly value: CellValue;
  /** What the cell shows; people may rename it. */
  name: string;
  expanded: boolean;
  /** Whether the source still held it at the last refresh. */
  present: boolean;
}

/** A column of the source as the PivotTable knows it since its last refresh. */
export interface PivotField {
  /** The header of the column: what the field is found by. */
  readonly source: string;
  name: string;
  /** The items, in order; records refer to them by place. */
  items: PivotItem[];
  /** The item of each record. */
  records: Int32Array;
  sort:
    | { readonly by: "none" }
    | { readonly by: "labels"; readonly descending: boolean }
    | { readonly by: "values"; readonly descending: boolean; readonly hierarchy: string };
  /** "Automatic", "Off", or chosen functions. */
  subtotals: readonly Aggregation[] | "Automatic" | "Off";
  showAllItems: boolean;
  /** Item names that may be seen; undefined is all. Kept by name, so that a refresh keeps it. */
  manual?: ReadonlySet<string>;
  label?: PivotLabelFilter;
  valueFilter?: PivotValueFilter;
}

/** A field that is summed, counted, …, under a name of its own ("Sum of Revenue"). */
export interface DataHierarchy {
  readonly field: PivotField;
  name: string;
  summarizeBy: Aggregation;
  showAs: { readonly calculation: string; readonly baseField?: string; readonly baseItem?: string };
  numberFormat: string;
}

/** How a PivotTable is laid out: https://learn.microsoft.com/javascript/api/excel/excel.pivotlayout */
export interface PivotLayoutOptions {
  layoutType: "Compact" | "Outline" | "Tabular";
  showRowGrandTotals: boolean;
  showColumnGrandTotals: boolean;
  subtotalLocation: "AtTop" | "AtBottom" | "Off";
  repeatLabels: boolean;
  blankLines: boolean;
  showFieldHeaders: boolean;
  fillEmptyCells: boolean;
  emptyCellText: string;
  enableFieldList: boolean;
  autoFormat: boolean;
  preserveFormatting: boolean;
  altTextTitle: string;
  altTextDescription: string;
}

/** A PivotTable on a sheet. Its cells are computed from what the source held at the last refresh. */
export interface PivotTable {
  readonly id: string;
  readonly sheet: Sheet;
  readonly source: { readonly table: Table } | { readonly sheet: Sheet; readonly area: Area };
  name: string;
  /** Where the body was asked to begin. */
  anchor: { readonly row: number; readonly column: number };
  /** The cells it owns, filter area included. */
  area: Area;
  /** Its cells without the filter area. */
  body: Area;
  fields: PivotField[];
  /** The values of each record, by field, as they were at the last refresh. */
  records: number;
  columns: readonly (readonly CellValue[])[];
  rows: PivotField[];
  columnFields: PivotField[];
  filters: PivotField[];
  data: DataHierarchy[];
  layout: PivotLayoutOptions;
  options: Record<string, unknown>;
}
