import { describe, expect, test } from "vitest";
import { bgNbd } from "../../../src/core/value/bg-nbd";
import { gammaGamma } from "../../../src/core/value/gamma-gamma";
import type { Histories } from "../../../src/core/value/histories";
import { mbgNbd } from "../../../src/core/value/mbg-nbd";
import { nbd } from "../../../src/core/value/nbd";
import { paretoNbd } from "../../../src/core/value/pareto-nbd";
import type { Likelihood } from "../../../src/core/value/purchase-model";
import { near, nearly } from "./near";

function history(x: number, tx: number, T: number): Histories {
  return {
    x: Float64Array.of(x),
    tx: Float64Array.of(tx),
    T: Float64Array.of(T),
    weight: Float64Array.of(1),
    customers: 1,
    repeaters: x > 0 ? 1 : 0,
  };
}

/** The largest difference of the gradient from central differences, relative to its size. */
function gradientError<Data>(model: Likelihood<Data>, parameters: readonly number[], data: Data): number {
  const gradient = new Float64Array(parameters.length);
  const ignored = new Float64Array(parameters.length);
  model.logLikelihood(parameters, data, gradient);
  const step = 1e-5;
  const errors = parameters.map((_, i) => {
    const moved = (by: number): number =>
      model.logLikelihood(
        parameters.map((value, j) => (i === j ? value * Math.exp(by) : value)),
        data,
        ignored,
      );
    const slope = (moved(step) - moved(-step)) / (2 * step);
    return Math.abs(slope - (gradient[i] ?? NaN)) / (1 + Math.abs(slope));
  });
  return Math.max(...errors);
}

const HISTORIES = [
  [0, 0, 0],
  [0, 0, 10],
  [1, 2, 2],
  [3, 5, 9],
  [40, 20, 80],
  [2, 0.1, 500],
] as const;
const PARAMETERS = [
  [0.3, 5, 0.8, 2.5],
  [2, 0.01, 30, 0.02],
  [0.1, 300, 0.001, 900],
  [5, 2, 1, 2],
];

describe.each([bgNbd, mbgNbd, paretoNbd])("$id", (model) => {
  test("its gradient is that of its log-likelihood", () => {
    for (const parameters of PARAMETERS) {
      for (const [x, tx, T] of HISTORIES) {
        expect(gradientError(model, parameters, history(x, tx, T))).toBeLessThan(1e-6);
      }
    }
  });

  test("gives equal customers together what it gives them one by one", () => {
    const gradient = new Float64Array(4);
    const three = { ...history(3, 5, 9), weight: Float64Array.of(3) };
    const one = model.logLikelihood([0.3, 5, 0.8, 2.5], history(3, 5, 9), gradient);
    nearly(model.logLikelihood([0.3, 5, 0.8, 2.5], three, gradient), 3 * one, 1e-14);
  });

  test("becomes the NBD where nobody leaves", () => {
    const gradient = new Float64Array(4);
    for (const [x, tx, T] of HISTORIES) {
      const still = model.logLikelihood([0.3, 5, 1e-300, 100], history(x, tx, T), gradient);
      near(still, nbd.logLikelihood([0.3, 5], history(x, tx, T), gradient), 1e-9);
    }
  });
});

test("nbd: its gradient is that of its log-likelihood", () => {
  for (const [x, tx, T] of HISTORIES) {
    expect(gradientError(nbd, [0.3, 5], history(x, tx, T))).toBeLessThan(1e-6);
    expect(gradientError(nbd, [1e6, 2e7], history(x, tx, T))).toBeLessThan(1e-4);
  }
});

test("gammaGamma: its gradient is that of its log-likelihood", () => {
  const spends = {
    x: Float64Array.of(1, 2, 30),
    spend: Float64Array.of(22.35, 0.01, 400),
    weight: Float64Array.of(1, 5, 2),
  };
  for (const parameters of [
    [6.25, 3.74, 15.44],
    [0.1, 1.1, 1000],
    [200, 40, 3],
  ]) {
    expect(gradientError(gammaGamma, parameters, spends)).toBeLessThan(1e-6);
  }
});

/*
 * Heavy buyers, for which the published form with its two ₂F₁ overflows. Values: that form, computed with mpmath 1.3.0
 * at 60 digits. (x, t_x, T, log-likelihood, P(alive))
 */
describe("pareto-nbd keeps every digit for heavy buyers", () => {
  test.each([
    [40, 5, 6, -5.719021585223113, 0.0018851281873608512],
    [50, 1, 37, 116.30126461011632, 1.4171442912866074e-96],
    [50, 4, 37, 31.849827969107825, 6.732974871799164e-60],
    [400, 5, 6, 1323.188930967818, 5.1374581133193755e-31],
    [500, 1, 37, 2594.4044546227565, 0],
    [500, 4, 37, 1888.8212497389407, 0],
  ])("r 10.465, α .00799, s 3.0516, β 2.82: x %d, t_x %d, T %d", (x, tx, T, logLikelihood, alive) => {
    const parameters = [10.465, 0.00798565181, 3.0516, 2.82];
    nearly(paretoNbd.logLikelihood(parameters, history(x, tx, T), new Float64Array(4)), logLikelihood, 1e-13);
    nearly(paretoNbd.pAlive(parameters, x, tx, T), alive, 1e-11);
  });

  test.each([
    [132, 200, 200, -196.38244685375776, 1],
    [221, 103.42857, 103.57143, -76.99487500426216, 0.9991283701027346],
    [161, 94.71429, 98, -99.10258263881113, 0.6496018613373908],
    [204, 98.57143, 99.42857, -79.96360181667696, 0.9884283261759355],
  ])("r .55, α 10.58, s .61, β 11.67: x %d, t_x %d, T %d", (x, tx, T, logLikelihood, alive) => {
    const parameters = [0.55, 10.58, 0.61, 11.67];
    nearly(paretoNbd.logLikelihood(parameters, history(x, tx, T), new Float64Array(4)), logLikelihood, 1e-13);
    nearly(paretoNbd.pAlive(parameters, x, tx, T), alive, 1e-13);
  });
});
