import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { checkSheet } from "./check-sheet";
import { customersSheet } from "./customers-sheet";
import { policySheet } from "./policy-sheet";
import type { Report } from "./report";
import { snapshotSheet } from "./snapshot-sheet";
import { tiersSheet } from "./tiers-sheet";
import { valueSheet } from "./value-sheet";

/** What of a result goes into the workbook; left out, everything. */
export interface ReportOptions {
  /** Ids of the result columns in Customers, null for all: see {@link customersSheet}. */
  readonly columns?: readonly string[] | null;
  /** False leaves Customers out: where its columns stand beside the data that has a row a customer. */
  readonly customers?: boolean;
}

/** What the tiered workbook holds: Tiers, Customers, Value where it was asked for, Check, Policy, and the hidden Snapshot. */
export function report(
  result: Classification,
  language: Language,
  { columns = null, customers = true }: ReportOptions = {},
): Report {
  return {
    language,
    sheets: [
      tiersSheet(result, language),
      ...(customers ? [customersSheet(result, language, columns)] : []),
      ...(result.value ? [valueSheet(result.value, language)] : []),
      checkSheet(result, language),
      policySheet(result, language),
      snapshotSheet(result, language),
    ],
  };
}
