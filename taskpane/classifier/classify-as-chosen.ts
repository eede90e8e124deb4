import { classify, type Classification } from "../../src/core/classify";
import { ok, type Message, type Result } from "../../src/core/language/message";
import type { Table } from "../../src/core/ledger/cells";
import { wholeTroubles } from "../../src/core/policy/read-policy";
import { asOfDay } from "./as-of-day";
import { recogniseAsChosen } from "./given-roles";
import { columnViews, summaryOf, type Outcome } from "./outcome";
import type { Choices } from "./protocol";

/** How far ahead customer value looks, as the command does unless it is told otherwise. */
const MONTHS = 12;

/**
 * Classifies a table as the reader chose, with what the page shows of it. Where it is refused, there is no result, but
 * the columns are known. A policy that isn't whole is refused with all that is wrong with it.
 *
 * @param notes what the reading had to tell
 * @param now the time where the reader is
 */
export function classifyAsChosen(
  table: Table,
  notes: readonly Message[],
  choices: Choices,
  now: Date,
): { readonly outcome: Outcome; readonly classification: Classification | null } {
  const { recognition, given } = recogniseAsChosen(table, choices.roles);
  const shown = {
    kind: recognition.kind,
    columns: columnViews(table, recognition, choices.roles),
  };
  const refused = (summary: Result<never>) => ({ outcome: { ...shown, summary }, classification: null });
  const troubles = wholeTroubles(choices.policy);
  if (troubles.length > 0) return refused({ ok: false, troubles });
  const asOf = asOfDay(choices.asOf, now);
  if (!asOf.ok) return refused(asOf);
  const result = classify(table, choices.policy, {
    mapping: given,
    asOf: asOf.value,
    dateOrder: choices.dateOrder,
    decimalMark: choices.decimalMark,
    // Sums of customers hold no history: what was chosen for orders is left out there.
    value:
      choices.value !== null && recognition.kind === "transactions"
        ? { model: choices.value, unit: "week", months: MONTHS, discountPerYear: 0 }
        : null,
  });
  if (!result.ok) return refused(result);
  return {
    outcome: { ...shown, summary: ok(summaryOf(result.value, notes)) },
    classification: result.value,
  };
}
