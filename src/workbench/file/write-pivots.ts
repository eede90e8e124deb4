import type { WritePivotTable } from "hucre";
import { addressOf } from "../workbook/area";
import type { PivotTable } from "../workbook/pivot";
import type { Sheet } from "../workbook/sheet";
import type { FileThing } from "./file-things";

const FUNCTIONS: Readonly<Record<string, string>> = {
  Sum: "sum",
  Count: "count",
  Average: "average",
  Max: "max",
  Min: "min",
  Product: "product",
  CountNumbers: "countNums",
  StandardDeviation: "stdDev",
  StandardDeviationP: "stdDevp",
  Variance: "var",
  VarianceP: "varp",
};

/** The PivotTables of a sheet for a file, beside the cells they have written. What a share is of isn't kept. */
export function filePivots(sheet: Sheet, leftOut: Set<FileThing>): WritePivotTable[] {
  return sheet.pivotTables.flatMap((pivot) => {
    const made = filePivot(pivot);
    const whole = made && pivot.data.every(({ showAs }) => showAs === "None");
    if (!whole) leftOut.add("pivots");
    return made ?? [];
  });
}

function filePivot(pivot: PivotTable): WritePivotTable | undefined {
  if (pivot.data.length === 0) return undefined;
  const source = "table" in pivot.source ? pivot.source.table : pivot.source;
  const names = (fields: PivotTable["rows"]) => fields.map((field) => field.source);
  return {
    name: pivot.name,
    sourceSheet: source.sheet.name,
    sourceRange: addressOf(source.area),
    targetCell: addressOf({
      top: pivot.anchor.row,
      bottom: pivot.anchor.row,
      left: pivot.anchor.column,
      right: pivot.anchor.column,
    }),
    rows: names(pivot.rows),
    columns: names(pivot.columns),
    pages: names(pivot.filters),
    values: pivot.data.map(({ field, name, summarizeBy, numberFormat }) => ({
      field: field.source,
      function: FUNCTIONS[summarizeBy] as never,
      displayName: name,
      ...(numberFormat ? { numberFormat } : {}),
    })),
  };
}
