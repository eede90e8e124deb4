import { no, ok, type Result } from "../src/core/language/message";
import { cutoffs as cutoffsBy, scores, type CutoffRule } from "../src/core/scoring/cutoffs";
import { templates } from "../src/core/policy/templates";
import { ascending, listOf, numbersIn } from "./list";
import { spill } from "./column";
import { memo } from "./memo";
import { asRange, type ParameterName } from "./range";
import { answer } from "./refusal";
import { flagOf, wholeOf, wordOf } from "./scalar";
import { answersOf, valuesOf } from "./values";

/** How values are cut into classes of their own, without cut-offs being named. */
const METHODS = ["quantile", "breaks", "mean", "share"] as const;
type Method = (typeof METHODS)[number];

/** Scores go up to hundred, so that percentiles can be had. */
const MOST_BINS = 100;

/**
 * Gives each value a score from 1, the lowest, to the number of bins; equal values always get equal scores.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/score.html
 * @param values The numbers to score: a column, or any range. A blank gives a blank.
 * @param bins How many scores there are, from 2 to 100; 5 if left out.
 * @param lower_is_better TRUE where the lowest value is the best and gets the highest score, as days since the last purchase; FALSE if left out.
 * @param cutoffs Cut-offs to score with, ascending, one fewer than bins, such as CUTOFFS gives; or how to find them: "quantile" (if left out), "breaks", "mean" or "share".
 * @returns The scores, in the shape of the values.
 */
export function SCORE(
  values: unknown[][],
  bins?: unknown,
  lower_is_better?: unknown,
  cutoffs?: unknown[][],
): unknown[][] {
  return answer(null, (language) => {
    const range = asRange("values", values);
    const reversed = flagOf("lower_is_better", lower_is_better, false);
    if (!reversed.ok) return reversed;
    const rule = ruleOf("cutoffs", cutoffs, bins);
    if (!rule.ok) return rule;
    const key = JSON.stringify(["SCORE", rule.value, reversed.value]);
    const answers = memo.recall(key, [range], range.filled, ([cells = []]) => {
      const read = valuesOf(cells);
      const cut = cutoffsBy(read.known, rule.value, "upper");
      const given = scores(read.known, cut, "upper", reversed.value);
      return answersOf(read, (at) => given[at] ?? 1);
    });
    return ok(spill(answers, range, language));
  });
}

/**
 * Gives the cut-offs that divide values into scores, in a column, ascending, so that a ruler can be kept in cells.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/cutoffs.html
 * @param values The numbers to cut: a column, or any range. What is no number is left out.
 * @param bins How many scores the cut-offs make, from 2 to 100; 5 if left out.
 * @param method How to cut: "quantile" (classes of equal size, if left out), "breaks" (natural breaks), "mean" (two classes) or "share" (70% and 90% of the total, as ABC).
 * @returns The cut-offs in a column, one fewer than bins.
 */
export function CUTOFFS(values: unknown[][], bins?: unknown, method?: unknown): unknown[][] {
  return answer(null, () => {
    const range = asRange("values", values);
    const word = wordOf("method", method, METHODS);
    if (!word.ok) return word;
    const rule = methodRule(word.value ?? "quantile", bins);
    if (!rule.ok) return rule;
    const found = memo.recall(
      JSON.stringify(["CUTOFFS", rule.value]),
      [range],
      range.filled,
      ([cells = []]) => cutoffsBy(valuesOf(cells).known, rule.value, "upper"),
    );
    if (found.length === 0) return no("function-no-number", { parameter: range.name });
    return ok(found.map((cutoff) => [cutoff]));
  });
}

/** The rule of an argument that is cut-offs, or the name of a method. */
function ruleOf(name: ParameterName, argument: unknown, bins: unknown): Result<CutoffRule> {
  const list = listOf(name, argument);
  if (!list.ok) return list;
  const [only] = list.value ?? [];
  if (list.value?.length === 1 && typeof only === "string" && !/\d/.test(only)) {
    const word = wordOf(name, only, METHODS);
    return word.ok ? methodRule(word.value ?? "quantile", bins) : word;
  }
  const numbers = numbersIn(name, list.value);
  if (!numbers.ok) return numbers;
  if (numbers.value === null) return methodRule("quantile", bins);
  const at = ascending(name, numbers.value, true);
  if (!at.ok) return at;
  const needed = at.value.length + 1;
  const said = wholeOf("bins", bins, { least: 2, most: MOST_BINS, otherwise: needed });
  if (!said.ok) return said;
  if (needed > MOST_BINS)
    return no("function-too-many-cutoffs", { cutoffs: at.value.length, most: MOST_BINS - 1 });
  return said.value === needed
    ? ok({ method: "fixed", at: at.value })
    : no("function-cutoffs-bins", { cutoffs: at.value.length, bins: said.value, needed: said.value - 1 });
}

function methodRule(method: Method, bins: unknown): Result<CutoffRule> {
  const made = { quantile: 5, breaks: 5, mean: 2, share: 3 }[method];
  const said = wholeOf("bins", bins, { least: 2, most: MOST_BINS, otherwise: made });
  if (!said.ok) return said;
  if (method === "quantile" || method === "breaks") return ok({ method, bins: said.value });
  if (said.value !== made) return no("function-method-bins", { method, made, bins: said.value });
  return ok(method === "mean" ? { method } : { method, at: templates[0]?.abc.shares ?? [] });
}
