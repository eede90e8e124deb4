import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { customersSheet } from "./customers-sheet";
import type { FiguresBefore } from "./figures-before";
import { pivotsSheet } from "./pivots-sheet";
import { policySheet } from "./policy-sheet";
import type { Report } from "./report";
import { summarySheet } from "./summary-sheet";
import type { Names } from "./summary-section";
import { valueSheet } from "./value-sheet";

/** What the managers' copy is told beside the result. */
export interface CopyOptions {
  /** How customers are told where single ones are; `out` unless said. */
  readonly names?: Names;
  readonly before?: FiguresBefore | null;
}

/**
 * A workbook to hand on: the Summary, the pivots' results as values, Value where it was asked for, and the Policy. It
 * has no row a customer, no snapshot and no PivotTable with its source. With names out, no id or name of a customer is
 * in any part of it: attributes are only summed where many customers share a value and, unless names are kept, where
 * they are known to be dimensions, such as a region. The Pivots sheet says which were left out.
 */
export function managersCopy(
  result: Classification,
  language: Language,
  { names = "out", before = null }: CopyOptions = {},
): Report {
  const [table] = customersSheet(result, language).blocks;
  const pivots =
    table?.kind === "table" ? pivotsSheet(table, result, language, "values", names === "keep") : null;
  return {
    language,
    sheets: [
      summarySheet({ result, language, before, names }),
      ...(pivots ? [pivots] : []),
      ...(result.value ? [valueSheet(result.value, language)] : []),
      policySheet(result, language),
    ],
  };
}
