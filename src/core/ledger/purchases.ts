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
  const sorted = byCustomer(byDay(rows, unit === "order" ? rows.order : null), customers);
  const { offsets, days, amounts } = sorted;
  return { offsets, days, amounts, scale: summingScale(rows.amounts), begins: beginnings(sorted, unit) };
}

/** The used rows in the order of their days, those of one day as they stood. */
interface RowsByDay {
  /** The rows of the day `first` + d are those from `starts[d]` up to `starts[d + 1]`. */
  readonly first: number;
  readonly starts: Int32Array;
  readonly customer: Int32Array;
  readonly amounts: Float64Array;
  readonly order: Int32Array | null;
}

/** The used rows in the order of customers, then days: customer c's from `offsets[c]` up to `offsets[c + 1]`. */
interface RowsByCustomer {
  readonly offsets: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly order: Int32Array | null;
}

function byDay({ customer, days, amounts: { values } }: LoggedRows, order: Int32Array | null): RowsByDay {
  const [first, last] = spanOf(days, customer);
  const starts = startsOf(days, customer, first, last);
  const rows = starts[starts.length - 1] ?? 0;
  const sorted = {
    first,
    starts,
    customer: new Int32Array(rows),
    amounts: new Float64Array(rows),
    order: order && new Int32Array(rows),
  };
  const next = starts.slice();
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row] ?? -1;
    if (who < 0) continue;
    const day = (days[row] ?? 0) - first;
    const place = next[day] ?? 0;
    next[day] = place + 1;
    sorted.customer[place] = who;
    sorted.amounts[place] = values[row] ?? 0;
    if (order && sorted.order) sorted.order[place] = order[row] ?? -1;
  }
  return sorted;
}

function byCustomer(
  { first, starts, customer, amounts, order }: RowsByDay,
  customers: number,
): RowsByCustomer {
  const offsets = startsOf(customer, customer, 0, customers - 1);
  const sorted = {
    offsets,
    days: new Int32Array(customer.length),
    amounts: new Float64Array(customer.length),
    order: order && new Int32Array(customer.length),
  };
  const next = offsets.slice();
  for (let day = 0; day + 1 < starts.length; day++) {
    const to = starts[day + 1] ?? 0;
    for (let row = starts[day] ?? 0; row < to; row++) {
      const who = customer[row] ?? 0;
      const place = next[who] ?? 0;
      next[who] = place + 1;
      sorted.days[place] = first + day;
      sorted.amounts[place] = amounts[row] ?? 0;
      if (order && sorted.order) sorted.order[place] = order[row] ?? -1;
    }
  }
  return sorted;
}

/** The first and the last day of used rows; a span without a day where there are none. */
function spanOf(days: Int32Array, customer: Int32Array): readonly [first: number, last: number] {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < days.length; row++) {
    if ((customer[row] ?? -1) < 0) continue;
    const day = days[row] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return first > last ? [0, -1] : [first, last];
}

/** Where the used rows of each key from `low` to `high` begin once they are sorted by it, and where the last ones end. */
function startsOf(keys: Int32Array, customer: Int32Array, low: number, high: number): Int32Array {
  const starts = new Int32Array(high - low + 2);
  for (let row = 0; row < keys.length; row++) {
    if ((customer[row] ?? -1) < 0) continue;
    const after = (keys[row] ?? 0) - low + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}

/** 1 where a purchase begins. */
function beginnings(
  { offsets, days, amounts, order }: RowsByCustomer,
  unit: "order" | "day" | "row",
): Uint8Array {
  const begins = new Uint8Array(days.length);
  const customerOfOrder = new Int32Array(order ? maximum(order) + 1 : 0).fill(-1);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const to = offsets[customer + 1] ?? 0;
    let purchaseDay = 0;
    for (let at = offsets[customer] ?? 0; at < to; at++) {
      if ((amounts[at] ?? 0) < 0) continue;
      const day = days[at] ?? 0;
      const id = order ? (order[at] ?? -1) : -1;
      if (unit === "row") {
        begins[at] = 1;
      } else if (id >= 0) {
        if (customerOfOrder[id] !== customer) begins[at] = 1;
        customerOfOrder[id] = customer;
      } else if (purchaseDay !== day) {
        begins[at] = 1;
        purchaseDay = day;
      }
    }
  }
  return begins;
}

function maximum(values: Int32Array): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most;
}
