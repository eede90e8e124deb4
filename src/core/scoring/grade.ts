import { distinctOf } from "./breaks";
import { cutoffs, scoreOf, type Boundary, type CutoffRule } from "./cutoffs";
import { exactMean } from "./exact";
import { normalDistribution } from "./normal-distribution";
import { populationOf } from "./population";

/**
 * A measure of a weighted grade, and how it is brought to a scale of 0–1.
 *
 * - `score`: its score of 1…n as (score − 1) / (n − 1). Cut by `cut`, else into `bins` quantiles, else into five;
 * - `minmax`: (value − least) / (greatest − least), never outside 0–1;
 * - `zscore`: the distance from the mean in standard deviations (of the population), through the normal distribution
 *   function, so that 0 is 0.5, one deviation above 0.841, and an outlier cannot squeeze the rest together;
 * - `percentile`: the share of customers below, those of the same value counted as half (mid-rank).
 *
 * `direction` says whether more is better (`higher`) or less is (`lower`, as days since the last purchase).
 */
export interface GradeMeasure {
  readonly values: Float64Array;
  /** Not negative; weights need not sum to 1. */
  readonly weight: number;
  readonly direction: "higher" | "lower";
  readonly normalise: "score" | "minmax" | "zscore" | "percentile";
  readonly bins?: number;
  readonly cut?: CutoffRule;
  /** Of the cut-offs; `upper` unless said. */
  readonly boundary?: Boundary;
}

/**
 * What a measure is normalised with: plain data that can be kept, so that a later run is graded with the same ruler.
 * `unknown` is the ruler of a measure of which no value was known: it counts as missing.
 */
export type GradeRuler =
  | { readonly normalise: "score"; readonly cutoffs: readonly number[]; readonly boundary: Boundary }
  | { readonly normalise: "minmax"; readonly min: number; readonly max: number }
  | { readonly normalise: "zscore"; readonly mean: number; readonly sd: number }
  | {
      readonly normalise: "percentile";
      /** The distinct values, ascending, and how many customers held each. */
      readonly values: readonly number[];
      readonly counts: readonly number[];
    }
  | { readonly normalise: "unknown" };

/** The rulers of the measures, one each, made from all their known values. The order of the customers never matters. */
export function gradeRulers(measures: readonly GradeMeasure[]): GradeRuler[] {
  return measures.map(rulerOf);
}

function rulerOf(measure: GradeMeasure): GradeRuler {
  const sorted = populationOf(measure.values).sort();
  const min = sorted[0];
  const max = sorted[sorted.length - 1];
  if (min === undefined || max === undefined) return { normalise: "unknown" };
  switch (measure.normalise) {
    case "score": {
      const boundary = measure.boundary ?? "upper";
      const cut = measure.cut ?? { method: "quantile", bins: measure.bins ?? 5 };
      return { normalise: "score", cutoffs: cutoffs(sorted, cut, boundary), boundary };
    }
    case "minmax":
      return { normalise: "minmax", min, max };
    case "zscore": {
      const mean = exactMean(sorted);
      // Deviations are taken relative to the greatest, whose square might not be a number, and in sorted order.
      const reach = Math.max(max - mean, mean - min);
      if (reach === 0) return { normalise: "zscore", mean, sd: 0 };
      let squares = 0;
      for (const value of sorted) squares += ((value - mean) / reach) ** 2;
      return { normalise: "zscore", mean, sd: reach * Math.sqrt(squares / sorted.length) };
    }
    case "percentile": {
      const { values, counts } = distinctOf(sorted);
      return { normalise: "percentile", values: Array.from(values), counts: Array.from(counts) };
    }
  }
}

/**
 * The weighted grade of each customer (评分法, 加权法): the weighted mean of the normalised measures, from 0 to 100,
 * rounded to nine decimals so that 70 is 70 where a threshold asks.
 *
 * The weight of a measure that is missing for a customer (NaN) is shared by the others in proportion; a customer of
 * whom nothing is known has the grade NaN. A measure in which all are equal grades everybody one half.
 *
 * @param rulers those of an earlier run, in the measures' order; of these values unless given
 */
export function grade(
  measures: readonly GradeMeasure[],
  rulers: readonly GradeRuler[] = gradeRulers(measures),
): Float64Array {
  const customers = measures[0]?.values.length ?? 0;
  const points = new Float64Array(customers);
  const weights = new Float64Array(customers);
  measures.forEach(({ values, weight, direction }, index) => {
    const ruler = rulers[index];
    const normalised = ruler && normaliser(ruler);
    if (!normalised) return;
    for (let i = 0; i < customers; i++) {
      const value = values[i] ?? NaN;
      if (Number.isNaN(value)) continue;
      const share = normalised(value);
      points[i] = (points[i] ?? 0) + weight * (direction === "higher" ? share : 1 - share);
      weights[i] = (weights[i] ?? 0) + weight;
    }
  });
  for (let i = 0; i < customers; i++) {
    const weight = weights[i] ?? 0;
    points[i] = weight > 0 ? Math.round(((points[i] ?? 0) / weight) * 1e11) / 1e9 : NaN;
  }
  return points;
}

/** The function that brings a value to 0–1, more being more; null of a ruler that knows nothing. */
function normaliser(ruler: GradeRuler): ((value: number) => number) | null {
  switch (ruler.normalise) {
    case "score": {
      const { cutoffs: cut, boundary } = ruler;
      return cut.length === 0 ? () => 0.5 : (value) => (scoreOf(value, cut, boundary) - 1) / cut.length;
    }
    case "minmax": {
      const { min, max } = ruler;
      // Halved, as the distance of the two ends of all numbers is no number.
      const range = max / 2 - min / 2;
      if (range === 0) return (value) => side(value - min);
      return (value) => Math.min(1, Math.max(0, (value / 2 - min / 2) / range));
    }
    case "zscore": {
      const { mean, sd } = ruler;
      return sd === 0 ? (value) => side(value - mean) : (value) => normalDistribution((value - mean) / sd);
    }
    case "percentile":
      return midRank(ruler.values, ruler.counts);
    case "unknown":
      return null;
  }
}

/** Where all were equal: half for their value, 0 under and 1 over it. */
function side(distance: number): number {
  return (Math.sign(distance) + 1) / 2;
}

function midRank(values: readonly number[], counts: readonly number[]): (value: number) => number {
  const below = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) below[i + 1] = (below[i] ?? 0) + (counts[i] ?? 0);
  const all = below[values.length] ?? 0;
  return (value) => {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    const equal = values[low] === value ? (counts[low] ?? 0) : 0;
    return ((below[low] ?? 0) + equal / 2) / all;
  };
}
