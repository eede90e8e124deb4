import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  exactMean,
  exactSum,
  exceeds,
  fromInteger,
  scaleOf,
  tally,
  toInteger,
} from "../../../src/core/scoring/exact";

describe("scaleOf", () => {
  it("finds the decimals that all values have", () => {
    expect(scaleOf([1, 2.5, 0.125])).toMatchObject({ factor: 1000, decimal: true });
    expect(scaleOf([9_007_199_254_740, 0.01])).toMatchObject({ factor: 100, decimal: true });
    expect(scaleOf([])).toMatchObject({ factor: 1, decimal: true });
  });
  it("falls back on powers of two", () => {
    for (const values of [[1 / 3], [0.1 + 0.2], [1e15, 0.01], [1e300], [5e-324], [-1e-200, 3]]) {
      const scale = scaleOf(values);
      expect(scale.decimal).toBe(false);
      const largest = values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      expect(fromInteger(BigInt(toInteger(largest, scale)), 1, scale)).toBeCloseTo(largest, 200);
    }
  });
});

describe("fromInteger", () => {
  it("is the nearest float, as a single division of small integers is", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000_000 }), (numerator, divisor) => {
        const nearest = fromInteger(BigInt(numerator), divisor, scaleOf([1]));
        expect(nearest).toBe(numerator / divisor + 0);
      }),
      { examples: [[0, 3]], numRuns: 1000 },
    );
  });
});

describe("a tally", () => {
  it("sums integers exactly, below zero and far above 2^53", () => {
    const integer = fc.oneof(fc.maxSafeInteger(), fc.integer());
    fc.assert(
      fc.property(fc.array(integer), integer, (integers, limit) => {
        const sum = tally();
        for (const value of integers) add(sum, value);
        const expected = integers.reduce((total, value) => total + BigInt(value), 0n);
        expect(sum).toEqual(tally(expected));
        expect(exceeds(sum, tally(BigInt(limit)))).toBe(expected > BigInt(limit));
        expect(exactSum(integers, { ...scaleOf([]), factor: 1 })).toBe(expected);
      }),
    );
  });
});

describe("exactMean", () => {
  it("is the decimal it should be where float sums are not", () => {
    expect(exactMean([0.1, 0.2, 0.3])).toBe(0.2);
    expect((0.1 + 0.2 + 0.3) / 3).not.toBe(0.2);
    expect(exactMean([])).toBe(0);
  });
});
