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
  const gaps = roomFor(to - from);
  let purchases = 0;
  let first = 0;
  let last = 0;
  let before = 0;
  let longest = 0;
  for (let at = from; at < to; at++) {
    if ((amounts[at] ?? 0) < 0) continue;
    const day = days[at] ?? 0;
    if (first === 0) first = day;
    last = day;
    if (!begins[at]) continue;
    if (purchases > 0) {
      const gap = day - before;
      gaps[purchases - 1] = gap;
      if (gap > longest) longest = gap;
    }
    before = day;
    purchases++;
  }
  const own = purchases > Math.max(1, rules.minGaps);
  const gap = own ? median(gaps, purchases - 1) : rules.gap;
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
  const own = first > 0 && last >= first && purchases - 1 >= Math.max(1, rules.minGaps);
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

let room = new Int32Array(256);

/** Room for one customer's gaps, used for the next one's again: a new array for each takes as long as all the rest. */
function roomFor(gaps: number): Int32Array {
  if (room.length < gaps) room = new Int32Array(2 * gaps);
  return room;
}

/** Up to so many gaps are sorted by insertion, as calling the engine's own sort takes longer than that. */
const FEW = 40;

/** The median of the first `count` values; sorts them. */
function median(values: Int32Array, count: number): number {
  if (count > FEW) values.subarray(0, count).sort();
  else insertionSort(values, count);
  const middle = count >> 1;
  const upper = values[middle] ?? 0;
  return count % 2 === 1 ? upper : ((values[middle - 1] ?? 0) + upper) / 2;
}

function insertionSort(values: Int32Array, count: number): void {
  for (let at = 1; at < count; at++) {
    const value = values[at] ?? 0;
    let place = at;
    for (; place > 0 && (values[place - 1] ?? 0) > value; place--) values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}
