import type { Area } from "./area";

/** A date of a values filter and how much of it counts: https://learn.microsoft.com/javascript/api/excel/excel.filterdatetime */
export interface FilterDatetime {
  readonly date: string;
  readonly specificity: "Year" | "Month" | "Day" | "Hour" | "Minute" | "Second";
}

/** What a column is filtered on: https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
export interface FilterCriteria {
  readonly filterOn: string;
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: "And" | "Or";
  readonly color?: string;
  readonly dynamicCriteria?: string;
  readonly values?: readonly (string | FilterDatetime)[];
}

/** The filter of a sheet: its area, header row included, and the criteria by column of that area. */
export interface AutoFilter {
  area: Area;
  criteria: (FilterCriteria | undefined)[];
}
