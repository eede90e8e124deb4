import { no, ok } from "../src/core/language/message";
import { templates } from "../src/core/policy/templates";
import { abc } from "../src/core/scoring/abc";
import { spill } from "./column";
import { memo } from "./memo";
import { asRange } from "./range";
import { answer } from "./refusal";
import { numberOf } from "./scalar";
import { answersOf, valuesOf } from "./values";

/**
 * Classes values by their share of the total: A brings the first 70%, B the next 20%, C the rest; equal values share a class.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/abc.html
 * @param values The money, profit or other measure of each customer: a column, or any range.
 * @param a The share of the total that A brings, from 0 to 1; 0.7 if left out.
 * @param b The share that A and B bring together, from a to 1; 0.9 if left out.
 * @returns A, B or C, in the shape of the values. The largest value is always A; 0 and less are C.
 */
export function ABC(values: unknown[][], a?: unknown, b?: unknown): unknown[][] {
  return answer(null, (language) => {
    const range = asRange("values", values);
    const [usualA = 0, usualB = 1] = templates[0]?.abc.shares ?? [];
    const shareA = numberOf("a", a, { least: 0, most: 1, otherwise: usualA });
    if (!shareA.ok) return shareA;
    const shareB = numberOf("b", b, { least: 0, most: 1, otherwise: Math.max(usualB, shareA.value) });
    if (!shareB.ok) return shareB;
    if (shareB.value < shareA.value) return no("function-shares", { a: shareA.value, b: shareB.value });
    const key = JSON.stringify(["ABC", shareA.value, shareB.value]);
    const answers = memo.recall(key, [range], range.filled, ([cells = []]) => {
      const read = valuesOf(cells);
      const { classes } = abc(read.known, shareA.value, shareB.value);
      return answersOf(read, (at) => "ABC"[(classes[at] ?? 3) - 1] ?? "");
    });
    return ok(spill(answers, range, language));
  });
}
