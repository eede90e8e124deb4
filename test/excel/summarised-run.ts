import { startClassifier, type Classifier } from "../../taskpane/classifier/classifier";
import { NO_CHOICES } from "../../taskpane/classifier/defaults";
import type { Choices, Source } from "../../taskpane/classifier/protocol";
import { tieredPlan } from "../../taskpane/classifier/tiered-plan";
import type { Language } from "../../src/core/language/language";
import type { Table } from "../../src/core/ledger/cells";
import { cellAt } from "../../src/core/ledger/cells";
import type { TieredPlan } from "../../src/excel/new-sheet";
import { readSheet } from "../../src/excel/read-sheet";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { sessionWorker } from "../taskpane/session-worker";

const noPause = async () => {};

/** Puts a table's cells into a sheet, headers in row 1, as they are. */
export function fillWith(sheet: Sheet, { columns, rowCount }: Table): void {
  columns.forEach(({ header, cells }, c) => {
    const values = Array.from({ length: rowCount }, (_, row) => cellAt(cells, row));
    sheet.write({ top: 0, bottom: rowCount, left: c, right: c }, [[header], ...values.map((cell) => [cell])]);
  });
}

/** Reads a sheet of the open workbook, classifies it, and gives what a run writes. */
export async function planFrom(
  sheet: Sheet,
  choices: Partial<Choices> = {},
  language: Language = "en",
  where: { readonly table?: string | null } = {},
): Promise<{ readonly plan: TieredPlan; readonly classifier: Classifier }> {
  const classifier = startClassifier(sessionWorker, (what, listener) => readSheet(what, listener, noPause));
  const source: Source = { kind: "sheet", id: sheet.id, ...where };
  const opened = await classifier.ask("open", { source });
  if (!opened.ok) throw new Error(JSON.stringify(opened.troubles));
  const all = { ...NO_CHOICES, ...choices };
  const outcome = await classifier.ask("classify", { choices: all });
  if (!outcome.ok || !outcome.value.summary.ok) throw new Error(JSON.stringify(outcome));
  const plan = await tieredPlan(classifier, { source, kind: outcome.value.kind, choices: all, language });
  if (!plan.ok) throw new Error(JSON.stringify(plan.troubles));
  return { plan: plan.value, classifier };
}
