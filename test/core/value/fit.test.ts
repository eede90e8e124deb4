import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bgNbd } from "../../../src/core/value/bg-nbd";
import { fit, fitPurchases } from "../../../src/core/value/fit";
import { purchaseHistories } from "../../../src/core/value/histories";
import { maximise } from "../../../src/core/value/maximise";
import { mbgNbd } from "../../../src/core/value/mbg-nbd";
import { paretoNbd } from "../../../src/core/value/pareto-nbd";
import type { PurchaseModel } from "../../../src/core/value/purchase-model";
import { fitSpend } from "../../../src/core/value/spend";
import { expectedSpend } from "../../../src/core/value/gamma-gamma";
import { purchaseSummary } from "../../../src/core/value/summary";
import {
  CDNOW,
  CDNOW_LOG,
  dataRows,
  hasData,
  logOf,
  RETAIL,
  serialDay,
  serialOf,
  summaryOf,
} from "./reference-data";
import { near, nearly } from "./near";
import { gammaDraw, seeded } from "./simulated";

const MODELS = [bgNbd, mbgNbd, paretoNbd];

describe("maximise", () => {
  const box = (n: number, half: number): [Float64Array, Float64Array] => [
    new Float64Array(n).fill(-half),
    new Float64Array(n).fill(half),
  ];

  test("finds the top of Rosenbrock's valley turned upside down", () => {
    const found = maximise(
      (at, gradient) => {
        const [x = 0, y = 0] = at;
        gradient[0] = 400 * x * (y - x * x) + 2 * (1 - x);
        gradient[1] = -200 * (y - x * x);
        return -100 * (y - x * x) ** 2 - (1 - x) ** 2;
      },
      [-1.2, 1],
      ...box(2, 10),
    );
    expect(found.converged).toBe(true);
    near(found.at[0], 1, 1e-4);
    near(found.at[1], 1, 2e-4);
  });

  test("ends at a bound and says that nothing converged there while the function still rises", () => {
    const found = maximise(
      ([x = 0], gradient) => {
        gradient[0] = 3;
        return 3 * x;
      },
      [0],
      ...box(1, 5),
    );
    expect(found.at[0]).toBe(5);
    expect(found.converged).toBe(false);
  });

  test("calls a function that levels off towards a bound converged", () => {
    const found = maximise(
      ([x = 0], gradient) => {
        gradient[0] = Math.exp(-x);
        return -Math.exp(-x);
      },
      [0],
      ...box(1, 25),
    );
    expect(found.converged).toBe(true);
  });

  test("refuses a start where the function has no value", () => {
    expect(maximise(() => NaN, [0], ...box(1, 5)).converged).toBe(false);
  });
});

const READY = hasData(CDNOW);
describe.skipIf(!READY)("CDNOW in ../shared/data (skipped where absent)", () => {
  const rows = READY ? dataRows(CDNOW, 1).map((row) => row.map(Number)) : [];
  const summary = summaryOf(rows.map(([, x = 0, tx = 0, T = 0, spend = 0]) => [x, tx, T, spend] as const));
  const histories = purchaseHistories(summary);

  test("BG/NBD is that of Fader, Hardie & Lee 2005", () => {
    const found = fitPurchases(bgNbd, histories);
    const [r, alpha, a, b] = found.parameters;
    near(r, 0.242594, 1e-3);
    near(alpha, 4.413602, 1e-3);
    near(a, 0.79292, 1e-3);
    near(b, 2.425888, 1e-3);
    near(found.logLikelihood, -9582.429207, 1e-3);
    near(found.logLikelihood - found.nbdLogLikelihood, 181, 1);
    expect(found.converged).toBe(true);
  });

  test("MBG/NBD", () => {
    const found = fitPurchases(mbgNbd, histories);
    for (const [at, expected] of [0.524843, 6.183085, 0.891359, 1.614002].entries()) {
      near(found.parameters[at], expected, 1e-3);
    }
    near(found.logLikelihood, -9582.1357, 1e-3);
  });

  test("Pareto/NBD", () => {
    const found = fitPurchases(paretoNbd, histories);
    const [r, alpha, s, beta] = found.parameters;
    near(r, 0.553277, 2e-3);
    near(alpha, 10.577683, 2e-2);
    near(s, 0.60624, 2e-3);
    near(beta, 11.668734, 2e-2);
    near(found.logLikelihood, -9594.976179, 1e-3);
  });

  test("Gamma–Gamma of 946 repeat buyers (mean spends of the sample in dollars, Fader & Hardie 2013)", () => {
    const found = fitSpend(summary);
    expect(found.buyers).toBe(946);
    for (const [at, expected] of [6.249572, 3.744225, 15.443521].entries()) {
      near(found.fit?.parameters[at], expected, 2e-3);
    }
    near(found.fit?.logLikelihood, -4055.917695, 1e-3);
    expect(found.verdict.id).toBe("identified");
  });

  test.each(MODELS)(
    "$id: standard errors are those of a likelihood that falls by ½ a standard error away",
    (model) => {
      const found = fitPurchases(model, histories);
      const errors = found.standardErrors ?? new Float64Array(4);
      const gradient = new Float64Array(4);
      for (let i = 0; i < 4; i++) {
        expect(errors[i]).toBeGreaterThan(0);
        // Moving one parameter alone falls by more than ½; by how much more is the correlation with the others.
        const moved = found.parameters.map((value, j) => (i === j ? value + 0.2 * (errors[i] ?? 0) : value));
        const fall = found.logLikelihood - model.logLikelihood(moved, histories, gradient);
        expect(fall).toBeGreaterThanOrEqual(0.5 * 0.04 * 0.8);
      }
    },
  );

  test.each(MODELS)("$id: the order of customers changes no bit, the unit of time only rates", (model) => {
    const found = fitPurchases(model, histories);
    const turned = summaryOf(rows.map(([, x = 0, tx = 0, T = 0]) => [x, tx, T] as const).reverse());
    expect(fitPurchases(model, purchaseHistories(turned))).toEqual(found);
    const days = summaryOf(rows.map(([, x = 0, tx = 0, T = 0]) => [x, tx * 7, T * 7] as const));
    const inDays = fitPurchases(model, purchaseHistories(days));
    for (const [at, name] of model.names.entries()) {
      const factor = name === "alpha" || name === "beta" ? 7 : 1;
      nearly(inDays.parameters[at], factor * (found.parameters[at] ?? NaN), 1e-4);
    }
  });

  test("a hundred times the customers with the same histories have the same fit, in about as many passes", () => {
    let passes = 0;
    const counting: PurchaseModel = {
      ...bgNbd,
      logLikelihood(...args) {
        passes += args[1].x.length;
        return bgNbd.logLikelihood(...args);
      },
    };
    const few = fitPurchases(counting, histories);
    const workOfFew = passes;
    passes = 0;
    const weight = histories.weight.map((w) => 100 * w);
    const many = fitPurchases(counting, { ...histories, weight, customers: histories.customers * 100 });
    expect(passes).toBeLessThan(2 * workOfFew);
    for (const [at, value] of few.parameters.entries()) nearly(many.parameters[at], value, 1e-4);
  });
});

test("very many histories, fitted by way of some of them, have the fit of them all", () => {
  const random = seeded(21);
  const customers = Array.from({ length: 9000 }, () => {
    const rate = gammaDraw(random, 0.8, 4);
    const leaves = gammaDraw(random, 0.7, 9);
    const life = Math.min(-Math.log(random()) / leaves, 1e6);
    const T = 20 + random() * 40;
    let [x, tx, at] = [0, 0, 0];
    for (;;) {
      at -= Math.log(random()) / rate;
      if (at > Math.min(life, T)) return [x, tx, T] as const;
      [x, tx] = [x + 1, at];
    }
  });
  const histories = purchaseHistories(summaryOf(customers));
  expect(histories.x.length).toBe(9000);
  for (const model of [bgNbd, paretoNbd]) {
    const found = fitPurchases(model, histories);
    const whole = fit(model, histories, [[0.5, 3, 1, 10]], [1, 30, 1, model === paretoNbd ? 30 : 1]);
    expect(found.converged && whole.converged).toBe(true);
    near(found.logLikelihood, whole.logLikelihood, 1e-4);
    for (let i = 0; i < 4; i++) {
      near(found.parameters[i], whole.parameters[i] ?? NaN, 0.01 * (whole.standardErrors?.[i] ?? NaN));
    }
  }
});

describe.skipIf(!hasData(CDNOW_LOG))("zero amounts of CDNOW in ../shared/data (skipped where absent)", () => {
  test("dropping purchases of 0 would give the other fit of the literature, r .2439 and LL −9578.20", () => {
    const rows = dataRows(CDNOW_LOG, 0).map(
      ([, id = "", day = "", , amount = ""]) =>
        [id, serialDay(+day.slice(0, 4), +day.slice(4, 6), +day.slice(6, 8)), Number(amount)] as const,
    );
    const end = serialDay(1997, 9, 30);
    const kept = purchaseSummary(logOf(rows).log, "week", end);
    const dropped = purchaseSummary(logOf(rows.filter(([, , amount]) => amount > 0)).log, "week", end);
    near(fitPurchases(bgNbd, purchaseHistories(kept)).logLikelihood, -9582.429207, 1e-3);
    const other = fitPurchases(bgNbd, purchaseHistories(dropped));
    near(other.logLikelihood, -9578.2, 0.01);
    near(other.parameters[0], 0.2439, 1e-3);
  });
});

describe.skipIf(!hasData(RETAIL))("Online Retail in ../shared/data (skipped where absent)", () => {
  test("r ≈ .827, α ≈ 9.86, LL ≈ −37645.63; no model gains on the NBD", () => {
    const rows = dataRows(RETAIL, 1).map(
      ([id = "", , day = "", amount = ""]) => [id, serialOf(day), Number(amount)] as const,
    );
    const histories = purchaseHistories(purchaseSummary(logOf(rows).log, "week", serialOf("2011-12-09")));
    const found = fitPurchases(bgNbd, histories);
    near(found.parameters[0], 0.827, 2e-3);
    near(found.parameters[1], 9.86, 3e-2);
    near(found.logLikelihood, -37645.63, 0.15);
    for (const model of MODELS) {
      const { logLikelihood, nbdLogLikelihood } = fitPurchases(model, histories);
      expect(logLikelihood - nbdLogLikelihood).toBeGreaterThan(-1e-3);
      expect(logLikelihood - nbdLogLikelihood).toBeLessThan(0.5);
    }
  });
});

describe("expectedSpend", () => {
  const parameters = [6.25, 3.74, 15.44];
  test("is the population's mean pγ / (q − 1) for a customer without repeat purchase", () => {
    near(expectedSpend(parameters, 0, 0) ?? NaN, 35.2189781, 1e-8);
  });

  test("nears the customer's own mean with purchases, and takes refunds below 0 for 0", () => {
    near(expectedSpend(parameters, 1e6, 80) ?? NaN, 80, 1e-3);
    expect(expectedSpend(parameters, 3, -50)).toBe(expectedSpend(parameters, 3, 0));
  });

  test("is none where the population has no mean", () => {
    expect(expectedSpend([2, 0.9, 10], 0, 0)).toBeNull();
    expect(expectedSpend([2, 0.9, 10], 3, 20)).toBeGreaterThan(0);
  });
});

describe("a fit of anything", () => {
  const customer = fc
    .tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([x, share, T]) => [x, x === 0 ? 0 : share * T, T] as const);

  test.each(MODELS)("$id ends, finite, at least as likely as where nobody leaves", (model) => {
    fc.assert(
      fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), (customers) => {
        const histories = purchaseHistories(summaryOf(customers));
        if (histories.repeaters === 0) return;
        const found = fitPurchases(model, histories);
        expect(found.parameters.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
        expect(Number.isFinite(found.logLikelihood)).toBe(true);
        expect(found.logLikelihood).toBeGreaterThan(found.nbdLogLikelihood - 0.01);
        for (const error of found.standardErrors ?? []) expect(Number.isFinite(error)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(MODELS)("$id refuses histories without a repeat purchase", (model) => {
    expect(() => fitPurchases(model, purchaseHistories(summaryOf([[0, 0, 9]])))).toThrow(RangeError);
  });
});
