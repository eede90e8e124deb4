import { civilOf } from "../ledger/dates";
import { customerLog, type PurchaseLog } from "../ledger/purchases";

/**
 * Customers of one calendar month, as the DAX patterns define them (Russo & Ferrari, "New and returning customers",
 * daxpatterns.com): `returning` had bought before, the recovered included; a customer is lost at the end of the last of
 * `silentMonths` months without a purchase; `lostForGood` is the part of `lost` that never bought again in the data.
 */
export interface MonthOfCustomers {
  readonly year: number;
  readonly month: number;
  /** Customers with a purchase in the month. */
  readonly customers: number;
  readonly new: number;
  readonly returning: number;
  /** Returning after having been lost. */
  readonly recovered: number;
  /** Counted in the month in which they became lost. */
  readonly lost: number;
  readonly lostForGood: number;
  /** False of the month of an as-of date before its last day: nobody is lost in it yet. */
  readonly ended: boolean;
}

/** Customers month by month, from the first purchase to the month of the as-of date. */
export function customersByMonth(log: PurchaseLog, asOf: number, silentMonths = 2): MonthOfCustomers[] {
  const monthOf = (day: number) => {
    const { year, month } = civilOf(day);
    return year * 12 + month - 1;
  };
  const monthOfDay = new Map<number, number>();
  const memoMonth = (day: number) => {
    const known = monthOfDay.get(day);
    if (known !== undefined) return known;
    const month = monthOf(day);
    monthOfDay.set(day, month);
    return month;
  };
  let earliest = Infinity;
  for (let at = 0; at < log.days.length; at++)
    if (log.begins[at]) earliest = Math.min(earliest, log.days[at] ?? 0);
  if (!Number.isFinite(earliest)) return [];
  const start = monthOf(earliest);
  const end = monthOf(asOf);
  const months = Array.from({ length: end - start + 1 }, (_, at) => ({
    year: Math.floor((start + at) / 12),
    month: ((start + at) % 12) + 1,
    customers: 0,
    new: 0,
    returning: 0,
    recovered: 0,
    lost: 0,
    lostForGood: 0,
    ended: true,
  }));
  const last = months.at(-1);
  if (last && monthOf(asOf + 1) === end) last.ended = false;
  const lostAtEndOf = (month: number) => {
    const lostIn = months[month - start];
    return lostIn?.ended ? lostIn : undefined;
  };
  for (let customer = 0; customer + 1 < log.offsets.length; customer++) {
    const { days, begins, from, to } = customerLog(log, customer);
    let before = -1;
    for (let at = from; at < to; at++) {
      if (!begins[at]) continue;
      const month = memoMonth(days[at] ?? 0);
      if (month === before) continue;
      const here = months[month - start];
      if (!here) continue;
      here.customers++;
      if (before < 0) here.new++;
      else {
        here.returning++;
        if (month - before > silentMonths) {
          here.recovered++;
          const lostIn = lostAtEndOf(before + silentMonths);
          if (lostIn) lostIn.lost++;
        }
      }
      before = month;
    }
    const lostIn = before < 0 ? undefined : lostAtEndOf(before + silentMonths);
    if (lostIn) {
      lostIn.lost++;
      lostIn.lostForGood++;
    }
  }
  return months;
}
