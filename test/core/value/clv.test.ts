import { describe, expect, test } from "vitest";
import { bgNbd } from "../../../src/core/value/bg-nbd";
import { forecastPurchases, lifetimeValue, residualTransactions } from "../../../src/core/value/clv";
import { MODELS } from "../../../src/core/value/models";
import { paretoNbd } from "../../../src/core/value/pareto-nbd";
import { near, nearly } from "./near";
import { dataRows, hasData, LIFETIMES } from "./reference-data";

const BG = [0.243, 4.414, 0.793, 2.426];
const SPEND = [6.25, 3.74, 15.44];
/** 1% a month. */
const YEAR = 0.12682503;
const HORIZON = { unit: "week", months: 12, discountPerYear: YEAR } as const;

describe.skipIf(!hasData(LIFETIMES))("CDNOW of lifetimes in ../shared/data (skipped where absent)", () => {
  const rows = hasData(LIFETIMES) ? dataRows(LIFETIMES, 1).map((row) => row.map(Number)) : [];
  const column = (at: number): Float64Array => Float64Array.from(rows, (row) => row[at] ?? NaN);
  const columns = { x: column(1), tx: column(2), T: column(3) };

  test("12-month CLV of customers 1 … 10 and the total, 1% a month (Python lifetimes 0.11.3)", () => {
    const { discountedPurchases } = forecastPurchases(bgNbd, BG, columns, HORIZON);
    const clv = lifetimeValue(discountedPurchases, SPEND, columns.x, column(4));
    const firstTen = [
      36.28921113, 4.63729466, 8.36900436, 8.36900436, 8.36900436, 283.53277632, 6.88235547, 8.36900436,
      43.36787227, 8.36900436,
    ];
    for (const [at, expected] of firstTen.entries()) near(clv[at], expected, 1e-6);
    near(
      clv.reduce((sum, value) => sum + value, 0),
      71_560.20884,
      1e-3,
    );
    for (const [at, expected] of column(8).entries()) near(clv[at], expected, 1e-6 * (1 + expected));
  });

  test("without a discount (Python lifetimes 0.11.3)", () => {
    const { discountedPurchases, expectedPurchases } = forecastPurchases(bgNbd, BG, columns, {
      ...HORIZON,
      discountPerYear: 0,
    });
    const clv = lifetimeValue(discountedPurchases, SPEND, columns.x, column(4));
    for (const [at, expected] of column(9).entries()) near(clv[at], expected, 1e-6 * (1 + expected));
    expect(expectedPurchases).toEqual(discountedPurchases);
  });
});

test("a discount of 1% a month takes from each month's purchases what its end is away", () => {
  const columns = { x: Float64Array.of(2), tx: Float64Array.of(30), T: Float64Array.of(38) };
  const upTo = (months: number): number =>
    forecastPurchases(bgNbd, BG, columns, { unit: "week", months, discountPerYear: YEAR })
      .expectedPurchases[0] ?? NaN;
  const first = upTo(1);
  const second = upTo(2) - first;
  const { discountedPurchases } = forecastPurchases(bgNbd, BG, columns, {
    unit: "week",
    months: 2,
    discountPerYear: 1.01 ** 12 - 1,
  });
  near(discountedPurchases[0], first / 1.01 + second / 1.01 ** 2, 1e-12);
});

test("equal histories get equal forecasts wherever they stand, as if asked alone", () => {
  const columns = {
    x: Float64Array.of(2, 0, 2, 7, 2),
    tx: Float64Array.of(30, 0, 10, 20, 30),
    T: Float64Array.of(38, 38, 38, 38, 38),
  };
  for (const model of Object.values(MODELS)) {
    const all = forecastPurchases(model, [0.5, 8, 0.7, 5], columns, HORIZON);
    for (let at = 0; at < 5; at++) {
      const one = forecastPurchases(
        model,
        [0.5, 8, 0.7, 5],
        {
          x: columns.x.subarray(at, at + 1),
          tx: columns.tx.subarray(at, at + 1),
          T: columns.T.subarray(at, at + 1),
        },
        HORIZON,
      );
      expect(all.pAlive[at]).toBe(one.pAlive[0]);
      expect(all.expectedPurchases[at]).toBe(one.expectedPurchases[0]);
      expect(all.discountedPurchases[at]).toBe(one.discountedPurchases[0]);
    }
  }
});

test("residual transactions need a discount, and fall with it", () => {
  const columns = { x: Float64Array.of(2), tx: Float64Array.of(213 / 7), T: Float64Array.of(272 / 7) };
  const at = (discount: number): number =>
    residualTransactions(paretoNbd, [0.553, 10.578, 0.606, 11.669], columns, "week", discount)[0] ?? NaN;
  expect(at(0.1)).toBeGreaterThan(at(0.2));
  expect(() => at(0)).toThrow(RangeError);
  // 15% a year, compounded continuously: δ = .0027 a week (Fader, Hardie & Lee 2005; R BTYD 2.4.3).
  nearly(at(Math.exp(0.0027 * 12 * 4.345) - 1), 6.48414306330197, 1e-7);
});
