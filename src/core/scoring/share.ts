import { add, exactSum, exceeds, scaleOf, tally, toInteger } from "./exact";

/**
 * The cut-offs of classes by cumulative share (ABC, Pareto). The share of a value is the part of the total of all
 * positive values that is held by values equal to it or above. The first class holds the values whose share is at most
 * `at[0]`, and always the largest value; the next those up to `at[1]`; the last the rest, with zero and the negative.
 * Equal values share one class. Sums are exact; shares are compared with `at` as fractions, never as rounded floats.
 *
 * @param sorted finite values, ascending
 * @param at ascending shares, each from 0 to 1
 * @returns a cut-off for each share, ascending in value and never below 0: the largest value of the class under it.
 *   A value above the cut-off is in the class over it, so they are read with the boundary `upper`.
 */
export function shareCutoffs(sorted: Float64Array, at: readonly number[]): number[] {
  const positive = sorted.subarray(firstAbove(sorted, 0));
  const scale = scaleOf(positive);
  const total = exactSum(positive, scale);
  const limits = at.map((share) => tally(part(total, share)));

  const below = at.map(() => 0);
  const largest = positive[positive.length - 1];
  const held = tally();
  let reached = 0;
  let i = positive.length - 1;
  while (i >= 0 && reached < at.length) {
    const value = positive[i] ?? 0;
    const integer = toInteger(value, scale);
    for (; i >= 0 && positive[i] === value; i--) add(held, integer);
    if (value === largest) continue;
    for (let limit = limits[reached]; limit && exceeds(held, limit); limit = limits[reached]) {
      below[reached++] = value;
    }
  }
  return below.reverse();
}

/** The largest whole number that is at most `share` of the total: what a class can hold. */
function part(total: bigint, share: number): bigint {
  const scale = scaleOf([share]);
  return (total * BigInt(toInteger(share, scale)) * scale.numerator) / scale.denominator;
}

function firstAbove(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
