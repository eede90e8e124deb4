import { civilOf } from "../ledger/dates";
import { customerLog, type PurchaseLog } from "../ledger/purchases";

/** The money of one calendar month, currency to the cent, an entry a group of customers. */
export interface MonthOfMoney {
  readonly year: number;
  readonly month: number;
  readonly money: readonly number[];
}

/**
 * Money net of refunds by month and group, from the first month with a row to the last; `group` has each customer's, -1
 * for one that is left out. A customer's cents of a month are what its rounded sum grew by, so that all months together
 * make `monetary` (currency, as the ledger rounded it once), whatever fractions of a cent its rows have.
 */
export function moneyByMonth(
  log: PurchaseLog,
  monetary: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
): MonthOfMoney[] {
  const cents = new Map<number, Float64Array>();
  const add = (month: number, to: number, amount: number) => {
    let sums = cents.get(month);
    if (!sums) cents.set(month, (sums = new Float64Array(groups)));
    sums[to] = (sums[to] ?? 0) + amount;
  };
  const monthOf = monthMemo();
  for (let customer = 0; customer + 1 < log.offsets.length; customer++) {
    const to = group[customer] ?? -1;
    const own = customerLog(log, customer);
    if (to < 0 || own.from === own.to) continue;
    let units = 0;
    let told = 0;
    let month = monthOf(own.days[own.from] ?? 0);
    for (let at = own.from; at < own.to; at++) {
      const next = monthOf(own.days[at] ?? 0);
      if (next !== month) {
        const grown = toCents(units, own.scale);
        add(month, to, grown - told);
        told = grown;
        month = next;
      }
      units += Math.round((own.amounts[at] ?? 0) * own.scale);
    }
    add(month, to, Math.round((monetary[customer] ?? 0) * 100) - told);
  }
  if (cents.size === 0) return [];
  const known = [...cents.keys()];
  const first = known.reduce((least, month) => Math.min(least, month));
  const last = known.reduce((most, month) => Math.max(most, month));
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: Math.floor((first + at) / 12),
    month: ((first + at) % 12) + 1,
    money: Array.from(cents.get(first + at) ?? new Float64Array(groups), (sum) => sum / 100),
  }));
}

/** Half away from zero, as money is rounded everywhere. */
function toCents(units: number, scale: number): number {
  const cents = Math.round((Math.abs(units) * 100) / scale);
  return units < 0 ? -cents : cents;
}

function monthMemo(): (day: number) => number {
  const months = new Map<number, number>();
  return (day) => {
    const known = months.get(day);
    if (known !== undefined) return known;
    const { year, month } = civilOf(day);
    const number = year * 12 + month - 1;
    months.set(day, number);
    return number;
  };
}
