import fc from "fast-check";
import type { Cell } from "../../src/core/ledger/cells";
import { isoOf, serialOf } from "../../src/core/ledger/dates";

/** The headers of generated orders. */
export const HEADERS = ["Customer", "Order no", "Date", "Amount", "Status"];

const FIRST = serialOf(2022, 1, 1);

const customer = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 12 }).map((id): Cell => `C${id}`) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("", null, "#N/A", " C1 ", "Ｃ2", 17850, "17850.0") },
);
const date = fc.oneof(
  { weight: 14, arbitrary: fc.integer({ min: 0, max: 900 }).map((days): Cell => isoOf(FIRST + days)) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("", "soon", true, "#VALUE!", 44600.75) },
);
const amount = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: -5_000, max: 90_000 }).map((cents): Cell => cents / 100) },
  { weight: 2, arbitrary: fc.integer({ min: -999, max: 99_999 }).map((mills): Cell => mills / 1000) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("", "x", "¥1,234.50", "(12.30)", 0, "#DIV/0!") },
);
const status = fc.constantFrom<Cell>("Completed", "Completed", "Completed", "Cancelled", "交易关闭", "");

/** Rows of orders with the usual mess, under HEADERS. The first row is always sound. */
export const messyOrders = fc
  .array(fc.tuple(customer, fc.integer({ min: 1, max: 40 }), date, amount, status), {
    minLength: 3,
    maxLength: 60,
  })
  .map((rows): Cell[][] => [
    ["C1", 1, isoOf(FIRST), 10, "Completed"],
    ...rows.map((row): Cell[] => [...row]),
  ]);

/** Rows in another order, decided by a number. */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  return rows
    .map((row, at) => ({ row, key: Math.imul(at + 1, (seed | 1) ^ 0x9e3779b9) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
}
