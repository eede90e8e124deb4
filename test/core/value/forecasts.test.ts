import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purchasesBeforeLeaving } from "../../../src/core/value/beta-geometric";
import { bgNbd } from "../../../src/core/value/bg-nbd";
import { mbgNbd } from "../../../src/core/value/mbg-nbd";
import { paretoNbd } from "../../../src/core/value/pareto-nbd";
import { CDNOW, dataRows, hasData, LIFETIMES } from "./reference-data";
import { near, nearly } from "./near";

/** The parameters of Fader, Hardie & Lee 2005 (BG/NBD on CDNOW) and of their notes on Pareto/NBD. */
const BG = [0.243, 4.414, 0.793, 2.426];
const PARETO = [0.553, 10.578, 0.606, 11.669];

test("purchasesBeforeLeaving agrees with its hypergeometric form (mpmath 1.3.0, 40 digits) on both of its ways", () => {
  const values = [
    [2.243, 0.5, 0.793, 4.426, 1.00594091804552],
    [0.3, 5000, 0.793, 2.4, 21.891277056861757],
    [0.5, 1e6, 2.5, 0.5, 1.3316356872228123],
    [1000.3, 0.3, 0.8, 1002.4, 269.50016721932286],
    [3, 2, 0.3, 0.1, 1.8183385599846547],
    [0.3, 1e6, 0.01, 0.02, 175316.91339341045],
    [40, 0.01, 1e5, 3e5, 0.3801986385498772],
    [10000.2, 0.003, 0.8, 10002, 29.964669683362793],
    [10000.2, 2, 0.8, 10002, 12287.429687447288],
    [5, 1, 1, 2.4, 2.817776718824886],
  ] as const;
  for (const [k, z, a, b, expected] of values) nearly(purchasesBeforeLeaving(k, z, a, b), expected, 1e-10);
  expect(purchasesBeforeLeaving(2, 0, 1, 1)).toBe(0);
});

describe("BG/NBD at the published parameters of CDNOW", () => {
  test("E[X(t)] of a new customer (Fader, Hardie & Lee 2005)", () => {
    const values = [
      [0.1429, 0.007828347516],
      [1, 0.053267891172],
      [3, 0.150865230893],
      [31.8571, 1.041996060852],
      [32, 1.045243328374],
      [78, 1.860519057943],
    ] as const;
    for (const [t, expected] of values) {
      near(bgNbd.pAlive(BG, 0, 0, 0) * bgNbd.purchasesIfAlive(BG, 0, 0, t), expected, 1e-9);
    }
  });

  test("customer (2, 30.43, 38.86): P(alive), E[Y(39)]", () => {
    const alive = bgNbd.pAlive(BG, 2, 30.43, 38.86);
    near(alive, 0.7265785701, 1e-8);
    near(alive * bgNbd.purchasesIfAlive(BG, 2, 38.86, 39), 1.226028175, 1e-8);
  });

  test("x 1000, t_x 10, T 100 is gone for certain, without overflow", () => {
    const alive = bgNbd.pAlive(BG, 1000, 10, 100);
    near(alive * bgNbd.purchasesIfAlive(BG, 1000, 100, 39), 0, 1e-12);
  });

  test("a customer without repeat purchase is alive for certain in BG/NBD, not in MBG/NBD", () => {
    expect(bgNbd.pAlive(BG, 0, 0, 38.86)).toBe(1);
    expect(mbgNbd.pAlive([0.525, 6.183, 0.891, 1.614], 0, 0, 38.86)).toBeLessThan(0.7);
  });
});

describe("Pareto/NBD at the published parameters of CDNOW", () => {
  test("the first customer, and one without repeat purchase", () => {
    const alive = paretoNbd.pAlive(PARETO, 2, 30.4285714285714, 38.8571428571429);
    near(alive, 0.8691861547, 1e-8);
    near(alive * paretoNbd.purchasesIfAlive(PARETO, 2, 38.8571428571429, 39), 1.4552261309, 1e-8);
    const single = paretoNbd.pAlive(PARETO, 0, 0, 38.857143);
    near(single, 0.2953033743, 1e-8);
    near(single * paretoNbd.purchasesIfAlive(PARETO, 0, 38.857143, 39), 0.1070928338, 1e-8);
  });

  test("x 132 and 133 with t_x = T = 200 (R BTYD's tests)", () => {
    const parameters = [0.55, 10.58, 0.61, 11.67];
    nearly(paretoNbd.purchasesIfAlive(parameters, 132, 200, 10), 6.206051788963242, 1e-13);
    nearly(paretoNbd.purchasesIfAlive(parameters, 133, 200, 10), 6.252872247574811, 1e-13);
    expect(paretoNbd.pAlive(parameters, 132, 200, 200)).toBe(1);
  });

  test("passes s = 1 smoothly", () => {
    const at = (s: number): number => paretoNbd.purchasesIfAlive([0.5, 10, s, 12], 3, 20, 30);
    nearly(at(1), (at(1 - 1e-6) + at(1 + 1e-6)) / 2, 1e-10);
    nearly(at(1 + 1e-13), at(1), 1e-10);
  });
});

describe.each([
  ["bg-nbd", bgNbd, [0.243, 4.414, 0.793, 2.426]],
  ["bg-nbd, a = 1", bgNbd, [0.243, 4.414, 1, 2.426]],
  ["mbg-nbd", mbgNbd, [0.525, 6.183, 0.891, 1.614]],
  ["pareto-nbd", paretoNbd, [0.553, 10.578, 0.606, 11.669]],
  ["pareto-nbd, s > 1", paretoNbd, [0.553, 10.578, 3.5, 11.669]],
] as const)("%s", (_, model, parameters) => {
  test("expects no fewer purchases in a longer time, and in none, none", () => {
    const time = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), time, time, time, (x, T, t, more) => {
        const sooner = model.purchasesIfAlive(parameters, x, T, t);
        const later = model.purchasesIfAlive(parameters, x, T, t + more);
        expect(sooner).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(sooner * (1 - 1e-12));
        expect(model.purchasesIfAlive(parameters, x, T, 0)).toBe(0);
      }),
    );
  });

  test("P(alive) falls with silence and stays within 0 and 1", () => {
    const time = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), time, time, time, (x, tx, silence, more) => {
        const sooner = model.pAlive(parameters, x, tx, tx + silence);
        const later = model.pAlive(parameters, x, tx, tx + silence + more);
        expect(sooner).toBeLessThanOrEqual(1);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(sooner * (1 + 1e-11));
      }),
    );
  });

  test("residual transactions are purchases within a far horizon when the discount kills what is beyond", () => {
    const rate = 0.4;
    let [sum, before] = [0, 0];
    const step = 0.01;
    for (let t = step; t < 80; t += step) {
      const now = model.purchasesIfAlive(parameters, 2, 38, t);
      sum += (now - before) * Math.exp(-rate * (t - step / 2));
      before = now;
    }
    nearly(model.residualIfAlive(parameters, 2, 38, rate), sum, 1e-5);
  });
});

describe("extreme customers", () => {
  const customers = [
    [10_000, 999_999, 1e6],
    [10_000, 1, 1e6],
    [10_000, 1e6, 1e6],
    [1, 1e-9, 1e6],
    [1e6, 100, 100],
    [0, 0, 1e6],
    [0, 0, 0],
    [5, 0, 0],
  ] as const;
  const parameters = [
    [0.243, 4.414, 0.793, 2.426],
    [1e-7, 1e7, 1e-7, 1e7],
    [1e7, 1e-7, 1e7, 1e-7],
    [1e7, 1e7, 1e-7, 1e-7],
    [50, 1e-3, 100, 1e-3],
    [1e-7, 1e-7, 1e7, 1e7],
  ];
  test.each([bgNbd, mbgNbd, paretoNbd])("$id answers with finite numbers", (model) => {
    for (const own of parameters) {
      for (const [x, tx, T] of customers) {
        const alive = model.pAlive(own, x, tx, T);
        const purchases = model.purchasesIfAlive(own, x, T, 52);
        const residual = model.residualIfAlive(own, x, T, 0.002);
        for (const number of [alive, purchases, residual]) {
          expect(Number.isFinite(number), `${own} ${[x, tx, T]}: ${number}`).toBe(true);
          expect(number).toBeGreaterThanOrEqual(0);
        }
        expect(alive).toBeLessThanOrEqual(1);
        const gradient = new Float64Array(4);
        const weight = Float64Array.of(1);
        const [xs, txs, Ts] = [Float64Array.of(x), Float64Array.of(tx), Float64Array.of(T)];
        const histories = { x: xs, tx: txs, T: Ts, weight, customers: 1, repeaters: 1 };
        expect(Number.isFinite(model.logLikelihood(own, histories, gradient))).toBe(true);
        expect(gradient.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

const READY = hasData(CDNOW) && hasData(LIFETIMES);
describe.skipIf(!READY)("every customer of CDNOW in ../shared/data (skipped where absent)", () => {
  const rows = READY ? dataRows(CDNOW, 1).map((row) => row.map(Number)) : [];

  test("R BTYD 2.4.3: Pareto/NBD P(alive), 39 weeks, residual transactions at .0027 a week", () => {
    for (const [, x = 0, tx = 0, T = 0, , , expected = NaN, alive = NaN, residual = NaN] of rows) {
      const own = paretoNbd.pAlive(PARETO, x, tx, T);
      near(own, alive, 1e-9);
      near(own * paretoNbd.purchasesIfAlive(PARETO, x, T, 39), expected, 1e-9 * (1 + expected));
      nearly(own * paretoNbd.residualIfAlive(PARETO, x, T, 0.0027), residual, 1e-7);
    }
  });

  test("R BTYD 2.4.3: BG/NBD P(alive), 39 weeks; their sum is 1653.941", () => {
    let sum = 0;
    for (const [, x = 0, tx = 0, T = 0, , , , , , expected = NaN, alive = NaN] of rows) {
      const own = bgNbd.pAlive(BG, x, tx, T);
      near(own, alive, 1e-9);
      near(own * bgNbd.purchasesIfAlive(BG, x, T, 39), expected, 1e-9 * (1 + expected));
      sum += own * bgNbd.purchasesIfAlive(BG, x, T, 39);
    }
    near(sum, 1653.941, 0.01);
  });

  test("Python lifetimes 0.11.3: BG/NBD P(alive), 39 weeks", () => {
    for (const [, x = 0, tx = 0, T = 0, , alive = NaN, expected = NaN] of dataRows(LIFETIMES, 1).map((r) =>
      r.map(Number),
    )) {
      const own = bgNbd.pAlive(BG, x, tx, T);
      near(own, alive, 1e-9);
      near(own * bgNbd.purchasesIfAlive(BG, x, T, 39), expected, 1e-9 * (1 + expected));
    }
  });
});
