import { no, ok, type Result } from "../src/core/language/message";
import type { LifecycleRules } from "../src/core/lifecycle/lifecycle-rules";
import { templates } from "../src/core/policy/templates";
import { cellOf } from "./cells";
import { rangeOf } from "./range";
import { joined, numberIn, sayCell } from "./scalar";

/** A rule by its name: how it is put into the rules. */
type Setter = (rules: LifecycleRules, value: number) => LifecycleRules;

/** The rules by name, each a number of days, gaps or purchases; the policy's own words, a joint between. */
const RULES: Readonly<Record<string, Setter>> = {
  gap: (rules, gap) => ({ ...rules, gap }),
  min_gaps: (rules, minGaps) => ({ ...rules, minGaps }),
  churned_gaps: (rules, gaps) => ({ ...rules, churned: { ...rules.churned, gaps } }),
  churned_days: (rules, days) => ({ ...rules, churned: { ...rules.churned, days } }),
  dormant_gaps: (rules, gaps) => ({ ...rules, dormant: { ...rules.dormant, gaps } }),
  dormant_days: (rules, days) => ({ ...rules, dormant: { ...rules.dormant, days } }),
  new: (rules, days) => ({ ...rules, new: days }),
  mature_purchases: (rules, purchases) => ({ ...rules, mature: { ...rules.mature, purchases } }),
  mature_days: (rules, days) => ({ ...rules, mature: { ...rules.mature, days } }),
};

/**
 * The lifecycle rules of a range of two columns, a name and its value a row; what it leaves out is as in the templates.
 * Names are those of {@link RULES} and `rhythm` (`own` or `fixed`); `churned.days` and `Churned days` are
 * `churned_days`. Refused: another name, a value that is no number of 0 or more, and limits by which a customer would
 * be churned before it is dormant.
 */
export function lifecycleRulesOf(argument: unknown): Result<LifecycleRules> {
  let rules = templates[0]?.lifecycle;
  if (!rules) throw new Error("The first template has lifecycle rules.");
  const range = rangeOf("rules", argument);
  if (!range || range.filled === 0) return ok(rules);
  if (range.columns !== 2) return no("function-rules-columns", { columns: range.columns });
  for (const row of range.cells.slice(0, range.filled)) {
    const [name = null, value = null] = row.map(cellOf);
    if (name === null && value === null) continue;
    const word = joined(sayCell(name));
    if (word === "rhythm") {
      const rhythm = (["own", "fixed"] as const).find((one) => one === joined(sayCell(value)));
      if (!rhythm) return no("function-rhythm", { value: sayCell(value) });
      rules = { ...rules, rhythm };
      continue;
    }
    const rule = Object.keys(RULES).find((one) => joined(one) === word);
    const set = rule === undefined ? undefined : RULES[rule];
    if (!set)
      return no("function-rule-unknown", { name: sayCell(name), names: ["rhythm", ...Object.keys(RULES)] });
    const number = numberIn(value);
    if (number === null || number < 0)
      return no("function-rule-value", { name: rule ?? "", value: sayCell(value) });
    rules = set(rules, number);
  }
  const { churned, dormant, rhythm } = rules;
  if (churned.days < dormant.days || (rhythm === "own" && churned.gaps < dormant.gaps))
    return no("function-rules-order");
  return ok(rules);
}
