import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { checkSheet } from "./check-sheet";
import { customersSheet } from "./customers-sheet";
import { policySheet } from "./policy-sheet";
import type { Report } from "./report";
import { snapshotSheet } from "./snapshot-sheet";
import { tiersSheet } from "./tiers-sheet";
import { valueSheet } from "./value-sheet";

/** What the tiered workbook holds: Tiers, Customers, Value where it was asked for, Check, Policy, and the hidden Snapshot. */
export function report(result: Classification, language: Language): Report {
  return {
    language,
    sheets: [
      tiersSheet(result, language),
      customersSheet(result, language),
      ...(result.value ? [valueSheet(result.value, language)] : []),
      checkSheet(result, language),
      policySheet(result, language),
      snapshotSheet(result, language),
    ],
  };
}
