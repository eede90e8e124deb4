import { describe, expect, test } from "vitest";
import {
  digamma,
  digammaRising,
  logBeta,
  logGamma,
  logRising,
  logRisingRatio,
} from "../../../src/core/value/log-gamma";
import { near, nearly } from "./near";

/*
 * Values: closed forms of DLMF 5.4 (Γ(½), ψ(1), ψ(½)); Abramowitz & Stegun tables 6.1 (Γ(1.25) = .9064024771) and
 * 6.3 (ψ(10) = 2.2517525891); the rest computed with mpmath 1.3.0 at 50 digits.
 */
const EULER = 0.5772156649015329;

describe("logGamma", () => {
  test("agrees with published and 50-digit values from 1e-8 to 1e10", () => {
    near(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-14);
    near(Math.exp(logGamma(1.25)), 0.9064024771, 5e-11);
    near(logGamma(1), 0, 1e-14);
    near(logGamma(2), 0, 1e-14);
    const values = [
      [1e-8, 18.42068073818021],
      [0.1, 2.252712651734206],
      [2.5, 0.2846828704729192],
      [9.999, 12.799575780077411],
      [10, 12.80182748008147],
      [100, 359.1342053695754],
      [1e6, 12815504.569147613],
      [1e10, 220258509288.81058],
    ] as const;
    for (const [x, expected] of values) near(logGamma(x), expected, 2e-15 * Math.max(10, Math.abs(expected)));
  });
});

describe("digamma", () => {
  test("agrees with published and 50-digit values", () => {
    near(digamma(1), -EULER, 1e-14);
    near(digamma(0.5), -EULER - 2 * Math.LN2, 1e-14);
    near(digamma(10), 2.251752589066721, 1e-14);
    near(digamma(1.25), -0.22745353337626542, 1e-14);
    nearly(digamma(1e-8), -100000000.57721566, 1e-15);
    near(digamma(1e6), 13.815510057964191, 1e-14);
  });
});

describe("logBeta", () => {
  test("keeps its digits where the shapes are tiny, huge or far apart", () => {
    const values = [
      [0.01, 0.01, 5.298155239985667],
      [1e-8, 1e8, 18.4206805539734],
      [0.793, 2.426, -0.5115692885937032],
      [3, 1e10, -68.38440560956143],
      [50, 70, -82.26860396842366],
      [1e8, 1e8, -138629444.05681732],
      [1e-3, 9, 6.90503818515219],
      [9.5, 11, -14.037754980658015],
    ] as const;
    for (const [a, b, expected] of values) {
      near(logBeta(a, b), expected, 4e-15 * Math.max(10, Math.abs(expected)));
      expect(logBeta(b, a)).toBe(logBeta(a, b));
    }
  });
});

describe("rising factorials", () => {
  test("agree with 50-digit values on both sides of where they are no longer multiplied out", () => {
    const values = [
      [0.55, 16, 28.936439245939923, 4.511829738472769],
      [0.55, 17, 31.742825347762995, 4.572252699197844],
      [1e-8, 40, 88.21107955922652, 100000004.25354302],
      [1e8, 5, 92.10340381976182, 4.999999900000003e-8],
      [0.24, 10000, 82100.59678986811, 13.616474717847469],
    ] as const;
    for (const [a, n, log, slope] of values) {
      nearly(logRising(a, n), log, 1e-14);
      nearly(digammaRising(a, n), slope, 1e-14);
    }
    expect(logRising(0.3, 0)).toBe(0);
    expect(digammaRising(0.3, 0)).toBe(0);
  });

  test("their ratio neither over- nor underflows", () => {
    near(logRisingRatio(0.8, 2.4, 3), -0.666045250782154, 1e-15);
    near(logRisingRatio(1e-6, 1e8, 50), -4.999998775000379e-13, 1e-12);
    nearly(logRisingRatio(1e7, 2e7, 10_000), -4053.8180624551414, 1e-12);
    expect(logRisingRatio(0.8, 2.4, 0)).toBe(0);
  });
});
