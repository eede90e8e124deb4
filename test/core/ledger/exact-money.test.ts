import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountsOf,
  centsByGroup,
  decimalsOf,
  productOf,
  summingScale,
  sumsByGroup,
} from "../../../src/core/ledger/exact-money";

const one = (values: number[]) =>
  centsByGroup(amountsOf(Float64Array.from(values)), new Int32Array(values.length), 1)[0];

describe("decimalsOf(value) is the length of the shortest decimal text", () => {
  it.each([
    [0, 0],
    [2.5, 1],
    [-0.01, 2],
    [0.001, 3],
    [33.333333333333336, 15],
    [1e-7, 7],
    [0.1 + 0.2, 17],
    [123456789.12, 2],
  ])("%d has %d", (value, decimals) => expect(decimalsOf(value)).toBe(decimals));

  it("agrees with String() for every double with a plain text", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        fc.pre(!String(value).includes("e"));
        expect(decimalsOf(value)).toBe(String(value).split(".")[1]?.length ?? 0);
      }),
    );
  });
});

describe("centsByGroup sums exactly and rounds once, half away from zero", () => {
  it("keeps 0.1 + 0.2 and a thousand dimes exact", () => {
    expect(one([0.1, 0.2])).toBe(30);
    expect(one(new Array<number>(1000).fill(0.1))).toBe(10_000);
  });

  it("rounds the sum, not its parts", () => {
    expect(one([0.004, 0.004, 0.004])).toBe(1);
    expect(one([0.005])).toBe(1);
    expect(one([-0.005])).toBe(-1);
    expect(one([1.005])).toBe(101);
  });

  it("takes amounts of any size and fineness", () => {
    expect(one([1e15, 0.01, -1e15])).toBe(1);
    expect(one([1e22, -1e22, 0.29])).toBe(29);
    expect(one([1 / 3, 1 / 3, 1 / 3])).toBe(100);
    expect(one([5e-324])).toBe(0);
  });

  it("leaves out rows of group -1", () => {
    const amounts = amountsOf(Float64Array.from([1, 2, 4]));
    expect([...centsByGroup(amounts, Int32Array.from([1, -1, 1]), 2)]).toEqual([0, 500]);
  });

  it("doesn't depend on the order of rows", () => {
    const money = fc.oneof(
      fc.integer({ min: -1e7, max: 1e7 }).map((cents) => cents / 100),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 40 }), fc.nat(), (values, seed) => {
        const shuffled = values
          .map((value, at) => ({ value, key: Math.imul(at + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
        expect(one(shuffled)).toBe(one(values));
      }),
    );
  });

  it("agrees with sums in whole cents", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 }), (cents) => {
        expect(one(cents.map((cent) => cent / 100)) ?? 0).toBe(cents.reduce((sum, cent) => sum + cent, 0));
      }),
    );
  });
});

describe("productOf multiplies as decimals, not as doubles", () => {
  it("gives 2.55 × 6 = 15.3 and 1.1 × 1.1 = 1.21", () => {
    const { values, decimals } = productOf(Float64Array.from([6, 1.1]), Float64Array.from([2.55, 1.1]));
    expect([...values]).toEqual([15.3, 1.21]);
    expect(decimals).toBe(3);
  });

  it("stays exact beyond 2^53", () => {
    const { values } = productOf(Float64Array.from([123456789.123]), Float64Array.from([987654321.987]));
    // By bc: 123456789.123 * 987654321.987 = 121932631355968601.347401
    expect(values[0]).toBe(Number("121932631355968601.347401"));
  });
});

it("sumsByGroup keeps fractions of a cent", () => {
  const amounts = amountsOf(Float64Array.from([4.1234, 0.0001]));
  expect([...sumsByGroup(amounts, Int32Array.from([0, 0]), 1)]).toEqual([4.1235]);
});

it("summingScale never lets a sum leave the safe integers", () => {
  expect(summingScale(amountsOf(Float64Array.from([1.5, 2])))).toBe(10);
  expect(summingScale(amountsOf(Float64Array.from([1e15, 0.001])))).toBe(1);
});
