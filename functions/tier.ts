import { no, ok } from "../src/core/language/message";
import { bandsOf, inBands } from "./bands";
import { spill } from "./column";
import { memo } from "./memo";
import { asRange, isScalar } from "./range";
import { answer } from "./refusal";
import { answersOf, valuesOf } from "./values";

/**
 * Puts each value into a tier, by thresholds or as one of the templates does.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/tier.html
 * @param values The numbers to put into tiers: one, a column, or any range.
 * @param thresholds The least value of each tier but the lowest, ascending; or a template: "abc" (if left out), "vip", "eight-types" (cut by the values beside each other), "rfm" (scores 1–5) or "weighted" (grades 0–100).
 * @param labels The names of the tiers, the lowest first, one more than thresholds; letters from A, the best, if left out.
 * @param language The language of a template's labels, "en" or "zh"; that of Excel if left out.
 * @returns The tiers, in the shape of the values.
 */
export function TIER(
  values: unknown[][],
  thresholds?: unknown[][],
  labels?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const range = asRange("values", values);
    const bands = bandsOf(thresholds, labels, spoken);
    if (!bands.ok) return bands;
    const { relative, template } = bands.value;
    if (relative && isScalar(range)) return no("function-template-alone", { template: template ?? "" });
    const key = JSON.stringify(["TIER", bands.value]);
    const answers = memo.recall(key, [range], range.filled, ([cells = []]) => {
      const read = valuesOf(cells);
      return answersOf(read, inBands(read.known, bands.value));
    });
    return ok(spill(answers, range, spoken));
  });
}
