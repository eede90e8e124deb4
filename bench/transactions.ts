import type { Table } from "../src/core/ledger/cells";
import type { Mapping } from "../src/core/ledger/roles";
import { randomNumbers } from "./random";

/** Generated transactions, a row a purchase or a refund. Customers are indices; days are serials; money is in cents. */
export interface Transactions {
  readonly rows: number;
  readonly customers: number;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly cents: Int32Array;
}

/** The columns of {@link plainTable} and {@link codedTable}. */
export const COLUMNS: Mapping = { customer: 0, date: 1, amount: 2 };

const FIRST_DAY = 44_927; // 2023-01-01
const DAYS = 1_096;

/**
 * Transactions of three years, always the same for the same arguments: customers that come and go at their own time, a
 * few of whom bring most of the rows; 2% refunds, a customer in a thousand with nothing else; a row in 200 stands
 * twice.
 */
export function transactions(rows: number, customers: number, seed = 20_260_101): Transactions {
  const next = randomNumbers(seed);
  const start = Int32Array.from({ length: customers }, () => Math.floor(next() * DAYS));
  const span = start.map((day) => Math.floor((DAYS - day) * Math.min(1, 0.05 + 1.4 * next())));
  const customer = new Int32Array(rows);
  const day = new Int32Array(rows);
  const cents = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    if (row > 0 && next() < 0.005) {
      const earlier = Math.floor(next() * row);
      customer[row] = customer[earlier] ?? 0;
      day[row] = day[earlier] ?? 0;
      cents[row] = cents[earlier] ?? 0;
      continue;
    }
    const who = Math.floor(customers * next() ** 3);
    customer[row] = who;
    day[row] = FIRST_DAY + (start[who] ?? 0) + Math.floor(next() * (span[who] ?? 0));
    const size = Math.round(500 * Math.exp(1.2 * (next() + next() + next() - 1.5) * 2));
    cents[row] = next() < 0.02 || who % 1000 === 999 ? -size : size;
  }
  return { rows, customers, customer, day, cents };
}

/** The id of a customer as text. */
export function idOf(customer: number): string {
  return `C${100_000 + customer}`;
}

/** As plain columns: an id text of its own in every row, as a parser makes them; days and amounts as Float64Arrays. */
export function plainTable({ rows, customer, day, cents }: Transactions): Table {
  const ids = new Array<string>(rows);
  for (let row = 0; row < rows; row++) ids[row] = idOf(customer[row] ?? 0);
  return tableOf(rows, ids, numbers(day, 1), numbers(cents, 100));
}

/** As the readers of files give it: each distinct id once, and an index a row. */
export function codedTable({ rows, customers, customer, day, cents }: Transactions): Table {
  const ids = {
    codes: Uint32Array.from(customer),
    values: Array.from({ length: customers }, (_, at) => idOf(at)),
  };
  return tableOf(rows, ids, numbers(day, 1), numbers(cents, 100));
}

function numbers(whole: Int32Array, divisor: number): Float64Array {
  const values = new Float64Array(whole.length);
  for (let row = 0; row < values.length; row++) values[row] = (whole[row] ?? 0) / divisor;
  return values;
}

function tableOf(
  rowCount: number,
  ids: Table["columns"][number]["cells"],
  days: Float64Array,
  amounts: Float64Array,
): Table {
  return {
    columns: [
      { header: "customer", cells: ids },
      { header: "date", cells: days, dated: true },
      { header: "amount", cells: amounts },
    ],
    rowCount,
    firstRow: 2,
    dateSystem: 1900,
  };
}
