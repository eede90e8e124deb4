import { distinctOf, naturalBreaks, type Distinct } from "./breaks";
import { exactMean } from "./exact";
import { populationOf } from "./population";
import { quantileCutoffs } from "./quantile";
import { shareCutoffs } from "./share";

/** Which score a value equal to a cut-off takes: with `upper` the cut-off closes the lower class, with `lower` it opens the upper one. */
export type Boundary = "upper" | "lower";

/**
 * How a measure is cut into classes.
 *
 * - `quantile`: `bins` classes of as equal a size as ties allow (type 7);
 * - `fixed`: cut-offs the policy names, ascending;
 * - `share`: cumulative shares from the top, ascending, such as [0.7, 0.9] (ABC); boundary `upper` only;
 * - `breaks`: `bins` natural classes (Jenks);
 * - `mean`: two classes, cut at the mean.
 */
export type CutoffRule =
  | { readonly method: "quantile"; readonly bins: number }
  | { readonly method: "fixed"; readonly at: readonly number[] }
  | { readonly method: "share"; readonly at: readonly number[] }
  | { readonly method: "breaks"; readonly bins: number }
  | { readonly method: "mean" };

/** The number of classes a rule makes, which is the highest score it gives. */
export function binsOf(rule: CutoffRule): number {
  if (rule.method === "mean") return 2;
  return "bins" in rule ? rule.bins : rule.at.length + 1;
}

/**
 * The cut-offs of a measure: one fewer than there are classes, ascending, in the measure's unit. They may coincide, and
 * then leave a score empty.
 *
 * The population is the finite values; NaN, the unknown, is left out. Of an empty population nothing can be said and
 * the result is empty, except that fixed cut-offs are what they are. The order of the values never matters.
 */
export function cutoffs(values: Float64Array, rule: CutoffRule, boundary: Boundary): number[] {
  if (rule.method === "fixed") return [...rule.at];
  const population = populationOf(values);
  if (population.length === 0) return [];
  if (rule.method === "mean") return [exactMean(population)];

  const sorted = population.sort();
  switch (rule.method) {
    case "quantile":
      return quantileCutoffs(sorted, rule.bins);
    case "share":
      if (boundary === "lower") throw new Error("Shares are cut with the boundary upper.");
      return shareCutoffs(sorted, rule.at);
    case "breaks":
      return breaksCutoffs(distinctOf(sorted), rule.bins, boundary);
  }
}

/**
 * Natural breaks as cut-offs: the largest value of the class below, or with `lower` the smallest of the class above.
 * Where there are fewer distinct values than classes, cut-offs are repeated evenly, so that the lowest value still
 * scores 1 and the highest `bins`.
 */
function breaksCutoffs({ values, counts }: Distinct, bins: number, boundary: Boundary): number[] {
  const found = naturalBreaks({ values, counts }, bins).map(
    (start) => values[boundary === "upper" ? start - 1 : start] ?? 0,
  );
  const only = values[0] ?? 0;
  return Array.from(
    { length: bins - 1 },
    (_, i) => found[Math.floor((i * found.length) / (bins - 1))] ?? only,
  );
}

/** The score of a value, from 1 to one more than there are cut-offs: 1 + the number of cut-offs below it. NaN scores 1. */
export function scoreOf(value: number, cutoffs: readonly number[], boundary: Boundary): number {
  let score = 1;
  if (boundary === "upper") {
    for (const cutoff of cutoffs) if (value > cutoff) score++;
  } else {
    for (const cutoff of cutoffs) if (value >= cutoff) score++;
  }
  return score;
}

/**
 * The scores of all values. `reversed` is for measures of which less is better (days since the last purchase): n + 1 −
 * the score. NaN, a customer without a purchase, takes 1, the lowest, either way.
 */
export function scores(
  values: Float64Array,
  cutoffs: readonly number[],
  boundary: Boundary,
  reversed: boolean,
): Uint8Array {
  const result = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    const score = scoreOf(value, cutoffs, boundary);
    result[i] = reversed && !Number.isNaN(value) ? cutoffs.length + 2 - score : score;
  }
  return result;
}

/** A score that no customer has. `value` is the value tied across it and `customers` how many hold it; null and 0 if no tie is the cause. */
export interface EmptyScore {
  readonly score: number;
  readonly value: number | null;
  readonly customers: number;
}

/** What scores were made with. */
export interface Ruler {
  readonly values: Float64Array;
  readonly cutoffs: readonly number[];
  readonly boundary: Boundary;
  readonly reversed: boolean;
}

/**
 * The scores from 1 to `bins` that nobody has. With the ruler the cause is named: so many customers share one value, on
 * which cut-offs fall, that nobody is left for the score beside it ("1,493 customers share F = 1: no one scores 2").
 */
export function emptyScores(scores: Uint8Array, bins: number, ruler?: Ruler): EmptyScore[] {
  if (scores.length === 0) return [];
  const held = new Uint8Array(256);
  for (const score of scores) held[score] = 1;
  const empty: EmptyScore[] = [];
  for (let score = 1; score <= bins; score++) {
    if (!held[score]) empty.push({ score, ...tiedAcross(score, ruler) });
  }
  return empty;
}

/** With `upper`, those who hold the cut-off under a class stay below it; with `lower`, those who hold the one over it are above. */
function tiedAcross(score: number, ruler: Ruler | undefined): Pick<EmptyScore, "value" | "customers"> {
  if (!ruler) return { value: null, customers: 0 };
  const inValues = ruler.reversed ? ruler.cutoffs.length + 2 - score : score;
  const cutoff = ruler.cutoffs[ruler.boundary === "upper" ? inValues - 2 : inValues - 1];
  let customers = 0;
  for (const value of ruler.values) if (value === cutoff) customers++;
  return customers > 1 && cutoff !== undefined ? { value: cutoff, customers } : { value: null, customers: 0 };
}
