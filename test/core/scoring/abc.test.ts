import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abc, abcWithCutoffs } from "../../../src/core/scoring/abc";
import { cutoffs, scores } from "../../../src/core/scoring/cutoffs";
import { readReference, referenceDataIsThere, unlessThere } from "./reference-data";

/** The definition of methods.md, straight: shares as fractions of whole cents, customer by customer. */
function byDefinition(cents: readonly number[], aPercent: number, bPercent: number): number[] {
  const positive = cents.filter((value) => value > 0);
  const sum = (values: number[]) => values.reduce((total, value) => total + BigInt(value), 0n);
  const total = sum(positive);
  const largest = Math.max(...cents);
  return cents.map((value) => {
    if (value <= 0) return 3;
    const held = sum(positive.filter((other) => other >= value)) * 100n;
    if (value === largest || held <= total * BigInt(aPercent)) return 1;
    return held <= total * BigInt(bPercent) ? 2 : 3;
  });
}

const classesOf = (values: number[], a = 0.7, b = 0.9) => [...abc(Float64Array.from(values), a, b).classes];

describe("abc", () => {
  it("takes a share of exactly 0.7 as A and of exactly 0.9 as B", () => {
    expect(classesOf([50, 20, 20, 10])).toEqual([1, 2, 2, 3]);
    expect(classesOf([70, 20, 10])).toEqual([1, 2, 3]);
    expect(classesOf([7e11, 2e11, 1e11])).toEqual([1, 2, 3]);
    expect(classesOf([0.07, 0.02, 0.01])).toEqual([1, 2, 3]);
    expect(classesOf([0.3, 0.3, 0.1, 0.1, 0.1, 0.1])).toEqual([1, 1, 3, 3, 3, 3]);
  });
  it("compares shares as fractions: 57 of 100 is 0.57, though 0.57 × 100 is 56.99999999999999", () => {
    expect(classesOf([30, 27, 20, 13, 10], 0.57, 0.77)).toEqual([1, 1, 2, 3, 3]);
  });
  it("holds ties together: seven of ten equal customers are no A's, all ten are", () => {
    expect(classesOf(Array<number>(10).fill(5))).toEqual(Array<number>(10).fill(1));
    expect(classesOf([40, 30, 30])).toEqual([1, 3, 3]);
  });
  it("gives the largest A, whatever its share, and zero, negative and unknown C", () => {
    expect(classesOf([1000, 1])).toEqual([1, 3]);
    expect(classesOf([5])).toEqual([1]);
    expect(classesOf([5, 0, -3, NaN])).toEqual([1, 3, 3, 3]);
    expect(abc(Float64Array.of(0, -1, NaN), 0.7, 0.9)).toEqual({
      classes: Uint8Array.of(3, 3, 3),
      cutoffs: [0, 0],
    });
    expect(abc(new Float64Array(0), 0.7, 0.9)).toEqual({ classes: new Uint8Array(0), cutoffs: [0, 0] });
  });
  it("reads values that are no decimals, and sizes that don't fit together", () => {
    expect(classesOf([1 / 3, 1 / 3, 1 / 3, 1e-9])).toEqual([1, 1, 1, 3]);
    expect(classesOf([1e300, 1e-300])).toEqual([1, 3]);
    expect(classesOf([5e-324, 5e-324])).toEqual([1, 1]);
    expect(classesOf([1e308, 1e308, 1e307])).toEqual([1, 1, 3]);
  });
  it("takes all positive as A with a share of 1, and only the largest with 0", () => {
    expect(classesOf([3, 2, 1, 0], 1, 1)).toEqual([1, 1, 1, 3]);
    expect(classesOf([3, 2, 1, 0], 0, 0)).toEqual([1, 3, 3, 3]);
    expect(classesOf([3, 2, 1, 0], 0, 1)).toEqual([1, 2, 2, 3]);
  });

  const amounts = fc.array(
    fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 1e14 }), fc.constant(1e14)),
    { minLength: 1, maxLength: 30 },
  );
  const shares = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));

  it("is the definition, also at 1e12 with cents", () => {
    fc.assert(
      fc.property(amounts, shares, (cents, [x, y]) => {
        const [a, b] = [Math.min(x, y), Math.max(x, y)];
        const values = Float64Array.from(cents, (value) => value / 100);
        const result = abc(values, a / 100, b / 100);
        expect([...result.classes]).toEqual(byDefinition(cents, a, b));
        expect(result.cutoffs[0]).toBeLessThanOrEqual(result.cutoffs[1]);
        expect(result.cutoffs[0]).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
  it("has cut-offs that give the same classes again", () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        const values = Float64Array.from(cents, (value) => value / 100);
        const { classes, cutoffs: cut } = abc(values, 0.7, 0.9);
        expect(abcWithCutoffs(values, cut)).toEqual(classes);
        expect(scores(values, cut, "upper", false).map((score) => 4 - score)).toEqual(classes);
        expect(cutoffs(values, { method: "share", at: [0.7, 0.9] }, "upper")).toEqual(cut);
      }),
    );
  });
});

describe.skipIf(!referenceDataIsThere)(`abc of Online Retail${unlessThere}`, () => {
  // methods.md §6: the clean set, 70/90, ties together; per customer online_retail.oracle_abc_70_90.csv.
  it("is the reference, customer by customer", () => {
    const revenue = new Map<string, number>();
    for (const { CustomerID = "", revenue: amount = "" } of readReference(
      "online_retail.invoices_clean.csv",
    )) {
      revenue.set(CustomerID, (revenue.get(CustomerID) ?? 0) + Math.round(Number(amount) * 100));
    }
    const reference = readReference("online_retail.oracle_abc_70_90.csv");
    expect(reference.length).toBe(4338);
    const values = Float64Array.from(
      reference,
      ({ CustomerID = "" }) => (revenue.get(CustomerID) ?? NaN) / 100,
    );
    const { classes } = abc(values, 0.7, 0.9);
    expect([...classes].map((c) => "?ABC"[c])).toEqual(reference.map((row) => row.abc));

    const summary = [1, 2, 3].map((c) => {
      const members = [...values.keys()].filter((i) => classes[i] === c);
      const cents = members.reduce((sum, i) => sum + Math.round((values[i] ?? 0) * 100), 0);
      return [members.length, cents / 100];
    });
    expect(summary).toEqual([
      [687, 6_235_567.31],
      [1_220, 1_784_094.1],
      [2_431, 891_746.49],
    ]);
  });
});
