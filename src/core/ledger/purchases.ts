import { summingScale, type Amounts } from "./exact-money";

/**
 * The used rows of transactions by customer, each customer's in the order of their days: customer c's rows are
 * `offsets[c]` up to `offsets[c + 1]`.
 */
export interface PurchaseLog {
  readonly offsets: Int32Array;
  /** The serial day of each row. */
  readonly days: Int32Array;
  /** The amount of each row, currency. */
  readonly amounts: Float64Array;
  /** Sums over `amounts` are made in whole units of 1 / scale, so that the order of a day's rows can't show. */
  readonly scale: number;
  /** 1 where a purchase begins: the earliest row of an order, of a day, or the row itself, by the unit of purchase. */
  readonly begins: Uint8Array;
}

/**
 * One customer's rows, in the order of their days: the entries `from` up to `to` of a log's, or of rows put together to
 * ask what would be if.
 */
export interface CustomerLog {
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly scale: number;
  readonly begins: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** The rows of one customer of a log. */
export function customerLog(log: PurchaseLog, customer: number): CustomerLog {
  const { days, amounts, scale, begins, offsets } = log;
  const from = offsets[customer] ?? 0;
  return { days, amounts, scale, begins, from, to: offsets[customer + 1] ?? from };
}

/** The rows that a log is made of. Customers and orders are indices; a customer of -1 leaves the row out. */
export interface LoggedRows {
  readonly customer: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Amounts;
  /** The order of each row, -1 where it has none; null where the input has no order ids. */
  readonly order: Int32Array | null;
}

/**
 * Sorts rows by customer, then day, with two counting sorts (linear in rows), and marks where purchases begin. A row
 * with a negative amount is never part of a purchase. In the unit `order`, a row without an order id counts by its day.
 */
export function purchaseLog(rows: LoggedRows, customers: number, unit: "order" | "day" | "row"): PurchaseLog {
  const { customer, days, order } = rows;
  const used = { customer, days, amounts: rows.amounts.values, order: unit === "order" ? order : null };
  const sorted = sortedBy("customer", isAscending(days) ? used : sortedBy("days", used));
  const offsets = new Int32Array(customers + 1);
  for (const at of sorted.customer) offsets[at + 1] = (offsets[at + 1] ?? 0) + 1;
  for (let at = 0; at < customers; at++) offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
  return {
    offsets,
    days: sorted.days,
    amounts: sorted.amounts,
    scale: summingScale(rows.amounts),
    begins: beginnings(sorted, unit),
  };
}

/** 1 where a purchase begins, of rows sorted by customer and day. */
function beginnings({ customer, days, amounts, order }: Rows, unit: "order" | "day" | "row"): Uint8Array {
  const begins = new Uint8Array(customer.length);
  const lastCustomerOfOrder = new Int32Array(order ? maximum(order) + 1 : 0).fill(-1);
  let purchaseCustomer = -1;
  let purchaseDay = 0;
  for (let at = 0; at < begins.length; at++) {
    if ((amounts[at] ?? 0) < 0) continue;
    const who = customer[at] ?? 0;
    const day = days[at] ?? 0;
    const id = order ? (order[at] ?? -1) : -1;
    if (unit === "row") {
      begins[at] = 1;
    } else if (id >= 0) {
      if (lastCustomerOfOrder[id] !== who) begins[at] = 1;
      lastCustomerOfOrder[id] = who;
    } else if (purchaseCustomer !== who || purchaseDay !== day) {
      begins[at] = 1;
      purchaseCustomer = who;
      purchaseDay = day;
    }
  }
  return begins;
}

/** Rows side by side, as they are sorted. */
interface Rows {
  readonly customer: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly order: Int32Array | null;
}

/** Rows in ascending order of a key, those with equal keys as they stood; rows with `customer` below 0 are left out. */
function sortedBy(key: "customer" | "days", { customer, days, amounts, order }: Rows): Rows {
  const keys = key === "customer" ? customer : days;
  let low = Infinity;
  let high = -Infinity;
  let kept = 0;
  for (let row = 0; row < keys.length; row++) {
    if ((customer[row] ?? -1) < 0) continue;
    const value = keys[row] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    kept++;
  }
  const sorted = {
    customer: new Int32Array(kept),
    days: new Int32Array(kept),
    amounts: new Float64Array(kept),
    order: order && new Int32Array(kept),
  };
  if (kept === 0) return sorted;
  // At `next[key − low]` the place of the next row of that key.
  const next = new Int32Array(high - low + 2);
  for (let row = 0; row < keys.length; row++) {
    if ((customer[row] ?? -1) < 0) continue;
    const bucket = (keys[row] ?? 0) - low + 1;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < next.length; bucket++)
    next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  for (let row = 0; row < keys.length; row++) {
    const who = customer[row] ?? -1;
    if (who < 0) continue;
    const bucket = (keys[row] ?? 0) - low;
    const place = next[bucket] ?? 0;
    next[bucket] = place + 1;
    sorted.customer[place] = who;
    sorted.days[place] = days[row] ?? 0;
    sorted.amounts[place] = amounts[row] ?? 0;
    if (order && sorted.order) sorted.order[place] = order[row] ?? -1;
  }
  return sorted;
}

/** True of the days of most exports. */
function isAscending(values: Int32Array): boolean {
  for (let at = 1; at < values.length; at++) if ((values[at] ?? 0) < (values[at - 1] ?? 0)) return false;
  return true;
}

function maximum(values: Int32Array): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most;
}
