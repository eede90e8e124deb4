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
  const byDay = countingSort(rows.days, null, rows.customer);
  const sorted = countingSort(rows.customer, byDay, rows.customer);
  const days = new Int32Array(sorted.length);
  const amounts = new Float64Array(sorted.length);
  const begins = new Uint8Array(sorted.length);
  const offsets = new Int32Array(customers + 1);
  const lastCustomerOfOrder = new Int32Array(
    unit === "order" && rows.order ? maximum(rows.order) + 1 : 0,
  ).fill(-1);
  let purchaseDayCustomer = -1;
  let purchaseDay = 0;
  for (let at = 0; at < sorted.length; at++) {
    const row = sorted[at] ?? 0;
    const customer = rows.customer[row] ?? 0;
    const day = rows.days[row] ?? 0;
    const amount = rows.amounts.values[row] ?? 0;
    days[at] = day;
    amounts[at] = amount;
    offsets[customer + 1] = at + 1;
    if (amount < 0) continue;
    const order = unit === "order" && rows.order ? (rows.order[row] ?? -1) : -1;
    if (unit === "row") {
      begins[at] = 1;
    } else if (order >= 0) {
      if (lastCustomerOfOrder[order] !== customer) begins[at] = 1;
      lastCustomerOfOrder[order] = customer;
    } else if (purchaseDayCustomer !== customer || purchaseDay !== day) {
      begins[at] = 1;
      purchaseDayCustomer = customer;
      purchaseDay = day;
    }
  }
  for (let customer = 1; customer <= customers; customer++) {
    offsets[customer] = Math.max(offsets[customer] ?? 0, offsets[customer - 1] ?? 0);
  }
  return { offsets, days, amounts, scale: summingScale(rows.amounts), begins };
}

/** Row indices in ascending order of their key, stable; rows with `customer` below 0 are left out. */
function countingSort(keys: Int32Array, order: Int32Array | null, customer: Int32Array): Int32Array {
  const rows = order ? order.length : keys.length;
  let low = Infinity;
  let high = -Infinity;
  let kept = 0;
  for (let at = 0; at < rows; at++) {
    const row = order ? (order[at] ?? 0) : at;
    if ((customer[row] ?? -1) < 0) continue;
    const key = keys[row] ?? 0;
    if (key < low) low = key;
    if (key > high) high = key;
    kept++;
  }
  const sorted = new Int32Array(kept);
  if (kept === 0) return sorted;
  const next = new Int32Array(high - low + 2);
  for (let at = 0; at < rows; at++) {
    const row = order ? (order[at] ?? 0) : at;
    if ((customer[row] ?? -1) >= 0) {
      const bucket = (keys[row] ?? 0) - low + 1;
      next[bucket] = (next[bucket] ?? 0) + 1;
    }
  }
  for (let bucket = 1; bucket < next.length; bucket++)
    next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  for (let at = 0; at < rows; at++) {
    const row = order ? (order[at] ?? 0) : at;
    if ((customer[row] ?? -1) < 0) continue;
    const bucket = (keys[row] ?? 0) - low;
    const place = next[bucket] ?? 0;
    sorted[place] = row;
    next[bucket] = place + 1;
  }
  return sorted;
}

function maximum(values: Int32Array): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most;
}
