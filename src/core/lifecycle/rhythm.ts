import type { CustomerLog } from "../ledger/purchases";
import type { LifecycleRules, SilenceLimit } from "./lifecycle-rules";

/** A customer's purchases as its lifecycle sees them. Days are serials; counts are purchases. */
export interface Rhythm {
  /** 0 for a customer without a purchase, or whose first isn't known. */
  readonly first: number;
  readonly last: number;
  readonly purchases: number;
  /** The customer's gap between purchases, days: its own median, or the policy's. */
  readonly gap: number;
  /** True when the gap is the customer's own. */
  readonly own: boolean;
  /** True when a silence between two purchases passed the churned limit: it was lost once, and came back. */
  readonly cameBack: boolean;
}

/**
 * The rhythm of a customer whose purchases are known: the median of the gaps between purchases when it has at least
 * `minGaps`, else the policy's gap.
 */
export function rhythmOf(log: CustomerLog, rules: LifecycleRules): Rhythm {
  const { days, amounts, begins, from, to } = log;
  let purchases = 0;
  for (let at = from; at < to; at++) purchases += begins[at] ?? 0;
  if (purchases === 0)
    return { first: 0, last: 0, purchases: 0, gap: rules.gap, own: false, cameBack: false };
  const gaps = new Int32Array(purchases - 1);
  let first = 0;
  let last = 0;
  let before = 0;
  let count = 0;
  let longest = 0;
  for (let at = from; at < to; at++) {
    if ((amounts[at] ?? 0) < 0) continue;
    const day = days[at] ?? 0;
    if (first === 0) first = day;
    last = day;
    if (!begins[at]) continue;
    if (count > 0) {
      const gap = day - before;
      gaps[count - 1] = gap;
      if (gap > longest) longest = gap;
    }
    before = day;
    count++;
  }
  const own = gaps.length >= Math.max(1, rules.minGaps);
  const gap = own ? median(gaps) : rules.gap;
  const cameBack = longest > silenceLimit(rules.churned, gap, rules);
  return { first, last, purchases, gap, own, cameBack };
}

/**
 * The rhythm of a customer of whom only sums are known: gap = (last − first) / (count − 1). Whether it ever came back
 * can't be told.
 */
export function rhythmFromSums(
  first: number,
  last: number,
  purchases: number,
  rules: LifecycleRules,
): Rhythm {
  const own = first > 0 && last > 0 && purchases - 1 >= Math.max(1, rules.minGaps);
  return {
    first,
    last,
    purchases,
    gap: own ? (last - first) / (purchases - 1) : rules.gap,
    own,
    cameBack: false,
  };
}

/** The days of silence that a limit allows a customer with this gap. */
export function silenceLimit(limit: SilenceLimit, gap: number, rules: LifecycleRules): number {
  return rules.rhythm === "own" ? Math.max(limit.gaps * gap, limit.days) : limit.days;
}

/** The median; sorts its argument. */
function median(values: Int32Array): number {
  values.sort();
  const middle = values.length >> 1;
  const upper = values[middle] ?? 0;
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? 0) + upper) / 2;
}
