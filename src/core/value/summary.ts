import type { PurchaseLog } from "../ledger/purchases";

/** The unit in which the models of value measure time. */
export type TimeUnit = "day" | "week" | "month";

/** The length of each unit in days; a month is a twelfth of 365.25 days. */
export const DAYS_IN: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 365.25 / 12 };

/** What a summary needs of a ledger's log: each customer's rows in the order of their days. */
export type DatedAmounts = Pick<PurchaseLog, "offsets" | "days" | "amounts" | "scale">;

/**
 * What the models of value know of each customer (Fader, Hardie & Lee 2005), a value a customer. Purchases of one day
 * are one. A customer without a purchase up to the end has x, tx, T, spend and money 0 and `bought` 0.
 */
export interface PurchaseSummary {
  /** 1 where there is at least one purchase up to the end. */
  readonly bought: Uint8Array;
  /** Repeat purchases: purchase days after the first. */
  readonly x: Float64Array;
  /** Age at the last repeat purchase, in units; 0 without one. */
  readonly tx: Float64Array;
  /** Age at the end, in units: time since the first purchase. */
  readonly T: Float64Array;
  /** Mean spend of a repeat purchase, currency: all money after the first purchase's day over x; 0 without one. */
  readonly spend: Float64Array;
  /** All money up to the end, refunds taken off, to the cent: the value that was. */
  readonly money: Float64Array;
  /** Serial day of the first purchase; 0 where there is none. */
  readonly first: Int32Array;
  readonly unit: TimeUnit;
  /** The serial day at whose close the summary is made. */
  readonly end: number;
}

/**
 * Summarises a log up to the close of a day; later rows are left out. A day with an amount of 0 or more is a purchase,
 * a day with nothing but negative amounts a refund: it takes off money and is no purchase. Refunds after the first
 * purchase take off repeat spend, which may so become 0 or less.
 */
export function purchaseSummary(log: DatedAmounts, unit: TimeUnit, end: number): PurchaseSummary {
  const customers = Math.max(0, log.offsets.length - 1);
  const bought = new Uint8Array(customers);
  const x = new Float64Array(customers);
  const tx = new Float64Array(customers);
  const T = new Float64Array(customers);
  const spend = new Float64Array(customers);
  const money = new Float64Array(customers);
  const first = new Int32Array(customers);
  const { days, amounts, scale } = log;
  const length = DAYS_IN[unit];
  for (let customer = 0; customer < customers; customer++) {
    const to = log.offsets[customer + 1] ?? 0;
    let purchases = 0;
    let firstDay = 0;
    let lastDay = 0;
    let total = 0;
    let later = 0;
    for (let row = log.offsets[customer] ?? 0; row < to; row++) {
      const day = days[row] ?? 0;
      if (day > end) break;
      const amount = amounts[row] ?? 0;
      const units = Math.round(amount * scale);
      total += units;
      if (amount >= 0 && (purchases === 0 || day !== lastDay)) {
        if (purchases === 0) firstDay = day;
        lastDay = day;
        purchases++;
      }
      if (purchases > 0 && day !== firstDay) later += units;
    }
    money[customer] = Math.round((total / scale) * 100) / 100;
    if (purchases === 0) continue;
    bought[customer] = 1;
    first[customer] = firstDay;
    T[customer] = (end - firstDay) / length;
    if (purchases === 1) continue;
    x[customer] = purchases - 1;
    tx[customer] = (lastDay - firstDay) / length;
    spend[customer] = later / scale / (purchases - 1);
  }
  return { bought, x, tx, T, spend, money, first, unit, end };
}
