import { LAST_DAY, orderId, type CleanRow, type OrderRow } from "./order-rows";
import type { Random } from "./random";
import type { SampleWords } from "./sample-words";

/** The rows that a mess adds to the clean ones. */
export interface AddedRows {
  readonly refunds: number;
  readonly duplicates: number;
}

/** How many refunds and copies a sample of so many rows has. */
export function addedRows(rows: number): AddedRows {
  return { refunds: share(rows, 0.015), duplicates: share(rows, 0.005) };
}

/**
 * What every export has: orders without a customer, cancelled ones, an error value, a date that is none, amounts with
 * a currency sign or thousands separators, names with stray spaces, in full width or with the other kind of brackets,
 * refunds (one of a customer with no purchase in the export), and rows that stand there twice. A row has one of them,
 * and at least one row each.
 */
export function messyRows(
  clean: readonly CleanRow[],
  { refunds, duplicates }: AddedRows,
  random: Random,
  words: SampleWords,
): OrderRow[] {
  const all = clean.length;
  const rows: OrderRow[] = [...clean];
  const untouched = shuffled(clean.length, random);
  const spoil = (
    part: number,
    fits: (row: CleanRow) => boolean,
    how: (row: CleanRow) => Partial<OrderRow>,
  ) => {
    const passed: number[] = [];
    for (let left = share(all, part); left > 0;) {
      const at = untouched.pop();
      const row = clean[at ?? -1];
      if (at === undefined || row === undefined) break;
      if (fits(row)) {
        rows[at] = { ...row, ...how(row) };
        left--;
      } else passed.push(at);
    }
    for (const at of passed) untouched.push(at);
  };
  const any = () => true;
  const repeated = repeatedCustomers(clean);
  const again = ({ customer }: CleanRow) => repeated.has(customer);
  spoil(0.004, (row) => again(row) && otherWidth(row.customer) !== row.customer, widened);
  spoil(0.006, again, ({ customer }) => ({ customer: `  ${customer} ` }));
  spoil(
    0.01,
    ({ amount }) => amount >= 1000,
    ({ amount }) => ({ amount: grouped(amount) }),
  );
  spoil(0.01, any, ({ amount }) => ({ amount: `${words.currency}${grouped(amount)}` }));
  spoil(0.009, any, () => ({ customer: "" }));
  spoil(0.02, any, () => ({ status: words.cancelled }));
  spoil(0.001, any, () => ({ amount: "#N/A" }));
  spoil(0.002, any, () => ({ date: words.noDate }));

  const one = () => clean[random.one(untouched)] as CleanRow;
  const added: OrderRow[] = [];
  for (let number = 0; number < refunds; number++) {
    const bought = one();
    added.push({
      ...bought,
      order: orderId(all + number, words),
      date: Math.min(LAST_DAY, bought.date + random.whole(2, 14)),
      // There are fewer customers than rows: this one has bought nothing.
      customer: number === 0 ? words.customerName(all, bought.industry, bought.region) : bought.customer,
      amount: -Math.round(bought.amount * random.one([25, 50, 100])) / 100,
      status: words.refund,
    });
  }
  for (let number = 0; number < duplicates; number++) added.push(one());
  return inDateOrder([...rows, ...added]);
}

/** By date; a row without one stays behind its predecessor. Equal days keep their order. */
function inDateOrder(rows: readonly OrderRow[]): OrderRow[] {
  let day = 0;
  const placed = rows.map((row) => {
    if (typeof row.date === "number") day = row.date;
    return { row, day };
  });
  return placed.sort((a, b) => a.day - b.day).map(({ row }) => row);
}

function share(rows: number, part: number): number {
  return Math.max(1, Math.round(rows * part));
}

/** Customers with more than one row: a second spelling of theirs has to be seen through. */
function repeatedCustomers(rows: readonly OrderRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { customer } of rows) (seen.has(customer) ? repeated : seen).add(customer);
  return repeated;
}

/** 1234.5 as 1,234.50. */
function grouped(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ",");
}

/** A name as another keyboard writes it: Latin letters and digits in full width, full-width brackets in half width. */
function otherWidth(name: string): string {
  return name
    .replace(/[（）]/g, (bracket) => (bracket === "（" ? "(" : ")"))
    .replace(/[A-Za-z0-9]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

function widened({ customer }: OrderRow): Partial<OrderRow> {
  return { customer: otherWidth(customer) };
}

/** The numbers below `count`, in no order. */
function shuffled(count: number, random: Random): number[] {
  const mixed = Array.from({ length: count }, (_, at) => at);
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [mixed[at], mixed[other]] = [mixed[other] ?? 0, mixed[at] ?? 0];
  }
  return mixed;
}
