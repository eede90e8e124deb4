import { scaleOf, toInteger } from "./exact";

/** The distinct values of a measure, ascending, and how many customers hold each. */
export interface Distinct {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** The distinct values of sorted values. */
export function distinctOf(sorted: Float64Array): Distinct {
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let last = -1;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] ?? 0;
    if (last < 0 || value !== values[last]) values[++last] = value;
    counts[last] = (counts[last] ?? 0) + 1;
  }
  return { values: values.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}

/**
 * Jenks' natural breaks: the classes with the least sum of squared distances from their means, found exactly (Fisher
 * 1958, "On grouping for maximum homogeneity"), equal values never parted. Dynamic programming over the distinct
 * values weighted by their counts (Wang & Song 2011, "Ckmeans.1d.dp"), each row by divide and conquer, as the best
 * break never moves down when the last value moves up: O(classes · n log n). Of divisions equally good, the one with
 * the lower breaks is taken.
 *
 * @returns for each class but the first the index, in `distinct`, at which it starts; at most as many classes as
 *   distinct values
 */
export function naturalBreaks(distinct: Distinct, classes: number): number[] {
  const n = distinct.values.length;
  const k = Math.min(classes, n);
  if (k < 2) return [];

  const { weight, sum, squares } = prefixSums(distinct);
  const cost = (from: number, to: number): number => {
    const s = (sum[to + 1] ?? 0) - (sum[from] ?? 0);
    const w = (weight[to + 1] ?? 0) - (weight[from] ?? 0);
    return Math.max(0, (squares[to + 1] ?? 0) - (squares[from] ?? 0) - (s * s) / w);
  };

  let before = Float64Array.from({ length: n }, (_, i) => cost(0, i));
  const starts: Int32Array[] = [];
  for (let row = 1; row < k; row++) {
    const best = new Float64Array(n);
    const start = new Int32Array(n);
    const fill = (from: number, to: number, lowest: number, highest: number): void => {
      if (from > to) return;
      const middle = (from + to) >>> 1;
      let least = Infinity;
      let at = lowest;
      for (let j = lowest; j <= Math.min(highest, middle); j++) {
        const total = (before[j - 1] ?? 0) + cost(j, middle);
        if (total < least) {
          least = total;
          at = j;
        }
      }
      best[middle] = least;
      start[middle] = at;
      fill(from, middle - 1, lowest, at);
      fill(middle + 1, to, at, highest);
    };
    // The last row is asked for its last value only.
    fill(row === k - 1 ? n - 1 : row, n - 1, row, n - 1);
    starts.push(start);
    before = best;
  }

  const breaks: number[] = [];
  for (let row = k - 2, end = n - 1; row >= 0; row--) {
    const start = starts[row]?.[end] ?? 0;
    breaks.unshift(start);
    end = start - 1;
  }
  return breaks;
}

/** Sums of the counts, of the values and of their squares up to each value, on which every cost stands. */
function prefixSums({ values, counts }: Distinct) {
  const n = values.length;
  const x = comparable(values);
  const weight = new Float64Array(n + 1);
  const sum = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const count = counts[i] ?? 0;
    const value = x[i] ?? 0;
    weight[i + 1] = (weight[i] ?? 0) + count;
    sum[i + 1] = (sum[i] ?? 0) + count * value;
    squares[i + 1] = (squares[i] ?? 0) + count * value * value;
  }
  return { weight, sum, squares };
}

/**
 * The values moved to their middle, so that squares keep their digits, and, where they are decimals, as integers
 * without a common divisor: the same numbers whatever the currency's unit, so that no scaling can move a break.
 */
function comparable(values: Float64Array): Float64Array {
  const scale = scaleOf(values);
  const middle = values[values.length >> 1] ?? 0;
  if (!scale.decimal) {
    const size = Math.max(Math.abs(values[0] ?? 0), Math.abs(values[values.length - 1] ?? 0));
    return values.map((value) => value / size - middle / size);
  }
  const origin = toInteger(middle, scale);
  const moved = values.map((value) => toInteger(value, scale) - origin);
  let divisor = 0;
  for (let i = 0; i < moved.length && divisor !== 1; i++)
    divisor = commonDivisor(divisor, Math.abs(moved[i] ?? 0));
  return divisor > 1 ? moved.map((value) => value / divisor) : moved;
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
