import type { Area } from "./area";
import type { CellValue } from "./cell-value";
import type { Sheet } from "./sheet";
import type { Table } from "./table";

/** How the values of a cell are summarised: https://learn.microsoft.com/javascript/api/excel/excel.aggregationfunction */
export const AGGREGATIONS = [
  "Sum",
  "Count",
  "Average",
  "Max",
  "Min",
  "Product",
  "CountNumbers",
  "StandardDeviation",
  "StandardDeviationP",
  "Variance",
  "VarianceP",
] as const;

export type Aggregation = (typeof AGGREGATIONS)[number];

/** Ways to show a summary that are computed here: https://learn.microsoft.com/javascript/api/excel/excel.showascalculation */
export const SHOW_AS = [
  "None",
  "PercentOfGrandTotal",
  "PercentOfRowTotal",
  "PercentOfColumnTotal",
  "PercentOfParentRowTotal",
  "PercentOfParentColumnTotal",
] as const;

export type ShowAs = (typeof SHOW_AS)[number];

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

/** One distinct value of a field; equal texts in different case are one item, spelled as first met. */
export interface PivotItem {
  readonly value: CellValue;
  /** What the cell shows; people may rename it. */
  name: string;
  expanded: boolean;
  /** Whether the source still held it at the last refresh. */
  present: boolean;
}

/** The items of a field in the order they are shown, and the item of each record by its place in `items`. */
export interface Interned {
  readonly items: readonly PivotItem[];
  readonly records: Int32Array;
}

/** The order of a field's items: as they stand (new ones last), by their labels, or by a data hierarchy. */
export type PivotSort =
  | { readonly by: "none" }
  | { readonly by: "labels"; readonly descending: boolean }
  | { readonly by: "values"; readonly descending: boolean; readonly hierarchy: string };

/** A column of the source as the PivotTable knows it since its last refresh. */
export interface PivotField {
  readonly id: string;
  /** The header of the column: what the field is found by. */
  readonly source: string;
  name: string;
  /** The values of all records as they were at the last refresh. */
  values: readonly CellValue[];
  /** The number format of the column's first row: dates show as dates. */
  numberFormat: string;
  /** Made when first asked for after a refresh; see `itemsOf`. */
  interned: Interned | undefined;
  /** The items before the last refresh, whose order and names stay. */
  earlier: readonly PivotItem[];
  sort: PivotSort;
  subtotals: "Automatic" | "Off";
  showAllItems: boolean;
  /** The names of the items that may be seen; undefined is all. New items of a later refresh are not among them. */
  manual: ReadonlySet<string> | undefined;
  label: PivotLabelFilter | undefined;
  valueFilter: PivotValueFilter | undefined;
  /** As a filter hierarchy: whether several items may be chosen. */
  severalItems: boolean;
}

/** A field that is summed, counted, …, under a name of its own ("Sum of Revenue"). */
export interface DataHierarchy {
  readonly id: string;
  readonly field: PivotField;
  name: string;
  /** Whether the name is still Excel's own, which follows the aggregation. */
  automaticName: boolean;
  summarizeBy: Aggregation;
  showAs: ShowAs;
  /** "" until somebody sets one: General, or 0.00% for a share. */
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
  /** A range follows the cells it was made of. */
  readonly source: { readonly table: Table } | { readonly sheet: Sheet; area: Area };
  /** "en-US" or "zh-CN": the language of the words Excel writes into it. */
  readonly culture: string;
  name: string;
  /** Where the body begins, filter area excluded. */
  anchor: { readonly row: number; readonly column: number };
  /** The cells it owns, filter area included. */
  area: Area;
  /** Its cells without the filter area. */
  body: Area;
  /** The cells it has written into; undefined while it has no fields. */
  written: Area | undefined;
  fields: PivotField[];
  rows: PivotField[];
  columns: PivotField[];
  filters: PivotField[];
  data: DataHierarchy[];
  layout: PivotLayoutOptions;
  options: {
    allowMultipleFiltersPerField: boolean;
    enableDataValueEditing: boolean;
    refreshOnOpen: boolean;
    useCustomSortLists: boolean;
  };
}
