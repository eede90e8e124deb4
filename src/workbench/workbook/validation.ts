import type { Area } from "./area";

/** A rule with one or two bounds: a number as text, a date serial, or "=…". */
export interface BoundsRule {
  readonly operator: string;
  readonly formula1: string;
  readonly formula2?: string;
}

/** What may be entered: https://learn.microsoft.com/javascript/api/excel/excel.datavalidationrule */
export type ValidationRule =
  | { readonly type: "WholeNumber" | "Decimal" | "Date" | "Time" | "TextLength"; readonly bounds: BoundsRule }
  | { readonly type: "List"; readonly source: string; readonly inCellDropDown: boolean }
  | { readonly type: "Custom"; readonly formula: string };

/** The data validation of areas of a sheet, with what is said to the person who types. */
export interface Validation {
  areas: readonly Area[];
  rule: ValidationRule;
  ignoreBlanks: boolean;
  errorAlert: { message: string; showAlert: boolean; style: string; title: string };
  prompt: { message: string; showPrompt: boolean; title: string };
}
