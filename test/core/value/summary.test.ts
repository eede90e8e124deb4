import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purchaseHistories } from "../../../src/core/value/histories";
import { purchaseSummary } from "../../../src/core/value/summary";
import {
  CDNOW,
  CDNOW_LOG,
  dataRows,
  hasData,
  logOf,
  serialDay,
  serialOf,
  type Purchase,
} from "./reference-data";
import { near } from "./near";

/** The example of the documentation of Python lifetimes 0.11.3 (utils.summary_data_from_transaction_data). */
const EXAMPLE: readonly Purchase[] = (
  [
    ["1", "2015-01-01", 1],
    ["1", "2015-02-06", 2],
    ["2", "2015-01-01", 2],
    ["3", "2015-01-01", 3],
    ["3", "2015-01-02", 1],
    ["3", "2015-01-05", 5],
    ["4", "2015-01-16", 6],
    ["4", "2015-02-02", 3],
    ["4", "2015-02-05", 3],
    ["4", "2015-02-05", 6],
    ["5", "2015-01-16", 3],
    ["5", "2015-01-17", 1],
    ["5", "2015-01-18", 8],
    ["6", "2015-02-02", 5],
  ] as const
).map(([id, day, amount]) => [id, serialOf(day), amount]);
const END = serialOf("2015-02-07");

describe("purchaseSummary", () => {
  test("gives x, t_x, T and mean repeat spend of the published example, in days", () => {
    const { x, tx, T, spend } = purchaseSummary(logOf(EXAMPLE).log, "day", END);
    expect([...x]).toEqual([1, 0, 2, 2, 2, 0]);
    expect([...tx]).toEqual([36, 0, 4, 20, 2, 0]);
    expect([...T]).toEqual([37, 37, 37, 22, 22, 5]);
    expect([...spend]).toEqual([2, 0, 3, 6, 4.5, 0]);
  });

  test("measures time in weeks of 7 days and months of a twelfth of 365.25", () => {
    const week = purchaseSummary(logOf(EXAMPLE).log, "week", END);
    const month = purchaseSummary(logOf(EXAMPLE).log, "month", END);
    near(week.T[0], 37 / 7, 1e-15);
    near(week.tx[3], 20 / 7, 1e-15);
    near(month.T[0], (37 * 12) / 365.25, 1e-15);
    expect([...month.x]).toEqual([...week.x]);
  });

  test("leaves out what came after the end, and customers who came after it", () => {
    const { x, tx, T, bought, money } = purchaseSummary(logOf(EXAMPLE).log, "day", serialOf("2015-01-16"));
    expect([...bought]).toEqual([1, 1, 1, 1, 1, 0]);
    expect([...x]).toEqual([0, 0, 2, 0, 0, 0]);
    expect([...tx]).toEqual([0, 0, 4, 0, 0, 0]);
    expect([...T]).toEqual([15, 15, 15, 0, 0, 0]);
    expect([...money]).toEqual([1, 2, 9, 6, 3, 0]);
  });

  test("takes a refund off money, and counts neither it nor a customer of refunds only as a purchase", () => {
    const { log } = logOf([
      ["a", 100, 50],
      ["a", 105, -20],
      ["a", 110, 30],
      ["a", 110, -5],
      ["b", 100, -9],
      ["c", 100, 10],
      ["c", 107, 0],
      ["d", 90, -4],
      ["d", 100, 10],
      ["d", 101, 5],
      ["d", 102, -12],
    ]);
    const { x, tx, spend, money, bought } = purchaseSummary(log, "day", 120);
    expect([...bought]).toEqual([1, 0, 1, 1]);
    expect([...x]).toEqual([1, 0, 1, 1]);
    expect([...tx]).toEqual([10, 0, 7, 1]);
    expect([...spend]).toEqual([5, 0, 0, -7]);
    expect([...money]).toEqual([55, -9, 10, -1]);
  });

  test("does not depend on the order of a day's rows", () => {
    const cents = fc.integer({ min: -50_000, max: 50_000 }).map((amount) => amount / 100);
    const rows = fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.integer({ min: 1, max: 5 }), cents), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (purchases) => {
        const sorted = [...purchases].sort((p, q) => (p[0] < q[0] ? -1 : p[0] > q[0] ? 1 : 0));
        const turned = [...purchases].reverse().sort((p, q) => (p[0] < q[0] ? -1 : p[0] > q[0] ? 1 : 0));
        expect(purchaseSummary(logOf(turned).log, "week", 9)).toEqual(
          purchaseSummary(logOf(sorted).log, "week", 9),
        );
      }),
    );
  });
});

describe("purchaseHistories", () => {
  test("counts equal histories once, leaves out who never bought, and sorts by x, T, t_x", () => {
    const histories = purchaseHistories({
      bought: Uint8Array.of(1, 1, 0, 1, 1),
      x: Float64Array.of(2, 0, 0, 2, 2),
      tx: Float64Array.of(3, 0, 0, 1, 3),
      T: Float64Array.of(9, 4, 0, 9, 9),
    });
    expect([...histories.x]).toEqual([0, 2, 2]);
    expect([...histories.tx]).toEqual([0, 1, 3]);
    expect([...histories.T]).toEqual([4, 9, 9]);
    expect([...histories.weight]).toEqual([1, 1, 2]);
    expect([histories.customers, histories.repeaters]).toEqual([4, 3]);
  });
});

const READY = hasData(CDNOW) && hasData(CDNOW_LOG);
describe.skipIf(!READY)("CDNOW in ../shared/data (skipped where absent)", () => {
  test("the log gives the x, t_x and T that R BTYD 2.4.3 gives, on 1997-09-30", () => {
    const rows = dataRows(CDNOW_LOG, 0).map(([, id = "", day = "", , amount = ""]): Purchase => {
      return [id, serialDay(+day.slice(0, 4), +day.slice(4, 6), +day.slice(6, 8)), Number(amount)];
    });
    const { log, ids } = logOf(rows);
    const summary = purchaseSummary(log, "week", serialDay(1997, 9, 30));
    const expected = new Map(dataRows(CDNOW, 1).map((row) => [Number(row[0]), row.map(Number)]));
    expect(ids.length).toBe(2357);
    for (const [at, id] of ids.entries()) {
      const [, x = NaN, tx = NaN, T = NaN] = expected.get(Number(id)) ?? [];
      expect(summary.x[at]).toBe(x);
      near(summary.tx[at], tx, 1e-12);
      near(summary.T[at], T, 1e-12);
    }
  });
});
