import { no, ok, type Result } from "../../src/core/language/message";
import { parseIso, serialOf } from "../../src/core/ledger/dates";
import type { AsOfRule } from "./protocol";

/**
 * The day from which a run looks back, as a serial; null for the last date in the data. `now` is read where the person
 * is: their own calendar says which day it is. Refuses a date that isn't whole or that no calendar has.
 */
export function asOfDay(rule: AsOfRule, now: Date): Result<number | null> {
  const [year, month] = [now.getFullYear(), now.getMonth() + 1];
  switch (rule.rule) {
    case "last":
      return ok(null);
    case "today":
      return ok(serialOf(year, month, now.getDate()));
    case "month-end":
      return ok(serialOf(year, month, 1) - 1);
    case "date": {
      const day = parseIso(rule.date);
      return day === null ? no("pane.as-of-malformed", { value: rule.date }) : ok(day);
    }
  }
}
