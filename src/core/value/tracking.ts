import type { Calibration } from "./holdout";
import type { PurchaseModel } from "./purchase-model";
import { DAYS_IN, type DatedAmounts } from "./summary";

/** Cumulative repeat purchases of the customers known before the hold-out, expected by the model and made. */
export interface Tracking {
  /** Serial days, ascending; the last is the as-of date. */
  readonly days: Int32Array;
  readonly expected: Float64Array;
  readonly actual: Float64Array;
}

/** A chart needs no more points than this. */
const MOST_POINTS = 80;
/** Ages at which the expected purchases of a new customer are worked out; between them, they are interpolated. */
const MOST_AGES = 2048;

/**
 * The tracking curve (Fader, Hardie & Lee 2005, figure 4) of a calibrated model up to the close of a day, a point a
 * unit, or every few units so that there are at most 80.
 */
export function trackPurchases(
  model: PurchaseModel,
  { summary, fit }: Calibration,
  log: DatedAmounts,
  end: number,
): Tracking {
  const arrivals = new Map<number, number>();
  let start = end;
  for (let customer = 0; customer < summary.first.length; customer++) {
    if (summary.bought[customer] !== 1) continue;
    const first = summary.first[customer] ?? 0;
    arrivals.set(first, (arrivals.get(first) ?? 0) + 1);
    if (first < start) start = first;
  }
  const unit = DAYS_IN[summary.unit];
  const step = unit * Math.max(1, Math.ceil((end - start) / unit / MOST_POINTS));
  const points = Math.max(1, Math.ceil((end - start) / step));
  const days = Int32Array.from({ length: points }, (_, at) => Math.round(end - (points - 1 - at) * step));
  const bought = expectedByAge(model, fit.parameters, end - start, unit);
  const expected = Float64Array.from(days, (day) => {
    let sum = 0;
    for (const [first, customers] of arrivals) if (first < day) sum += customers * bought(day - first);
    return sum;
  });
  return { days, expected, actual: repeatPurchases(summary.bought, summary.first, log, days) };
}

/** Purchases of a new customer within a number of days after the first. */
function expectedByAge(
  model: PurchaseModel,
  parameters: ArrayLike<number>,
  longest: number,
  unit: number,
): (days: number) => number {
  const step = Math.max(1, Math.ceil(longest / MOST_AGES));
  const stays = model.pAlive(parameters, 0, 0, 0);
  const table = Float64Array.from({ length: Math.floor(longest / step) + 2 }, (_, at) =>
    at === 0 ? 0 : stays * model.purchasesIfAlive(parameters, 0, 0, (at * step) / unit),
  );
  return (days) => {
    const at = Math.floor(days / step);
    const below = table[at] ?? 0;
    return below + (days / step - at) * ((table[at + 1] ?? below) - below);
  };
}

/** Repeat purchases up to the close of each of these ascending days. */
function repeatPurchases(
  bought: Uint8Array,
  first: Int32Array,
  { offsets, days, amounts }: DatedAmounts,
  points: Int32Array,
): Float64Array {
  const counts = new Float64Array(points.length);
  const last = points[points.length - 1] ?? 0;
  for (let customer = 0; customer < bought.length; customer++) {
    if (bought[customer] !== 1) continue;
    let known = first[customer] ?? 0;
    const to = offsets[customer + 1] ?? 0;
    for (let row = offsets[customer] ?? 0; row < to; row++) {
      const day = days[row] ?? 0;
      if (day <= known || (amounts[row] ?? 0) < 0) continue;
      if (day > last) break;
      known = day;
      const at = firstNotBefore(points, day);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return counts;
}

/** The place of the first of these ascending days that isn't before a day. */
function firstNotBefore(points: Int32Array, day: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
