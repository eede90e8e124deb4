import { describe, expect, it } from "vitest";
import { cutoffs, type CutoffRule } from "../../../src/core/scoring/cutoffs";

const of = (...values: number[]) => Float64Array.from(values);
const quantile = (bins: number): CutoffRule => ({ method: "quantile", bins });

describe("cutoffs by quantile are of type 7", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.6.2 Percentiles: the 0.9 quantile of the silicon wafer
  // measurements is 95.1957 by R7 (95.1981 by NIST's own R6), to more digits 95.19568.
  const wafers = of(
    95.1772,
    95.1567,
    95.1937,
    95.1959,
    95.1442,
    95.061,
    95.1591,
    95.1195,
    95.1065,
    95.0925,
    95.199,
    95.1682,
  );
  it("gives NIST's value for the wafers", () => {
    expect(cutoffs(wafers, quantile(10), "upper")[8]).toBe(95.19568);
  });

  // d3-array, test/quantile-test.js, "quantile(array, p) uses the R-7 method".
  it("gives d3's values", () => {
    expect(cutoffs(of(3, 6, 7, 8, 8, 10, 13, 15, 16, 20), quantile(4), "upper")).toEqual([7.25, 9, 14.5]);
    expect(cutoffs(of(3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20), quantile(4), "upper")).toEqual([7.5, 9, 14]);
    expect(cutoffs(of(1, 2, 3, 4), quantile(3), "upper")).toEqual([2, 3]);
  });

  it("interpolates to the decimal", () => {
    // In floats 254 + 0.8 × (255 − 254) and its like end in …99 or …01; these are the decimals themselves.
    expect(cutoffs(of(254, 255), quantile(5), "upper")).toEqual([254.2, 254.4, 254.6, 254.8]);
    expect(cutoffs(of(0.1, 0.2), quantile(5), "upper")).toEqual([0.12, 0.14, 0.16, 0.18]);
    expect(cutoffs(of(-0.3, 0), quantile(3), "upper")).toEqual([-0.2, -0.1]);
    expect(cutoffs(of(1e12 + 0.01, 1e12 + 0.06), quantile(5), "upper")).toEqual([
      1000000000000.02, 1000000000000.03, 1000000000000.04, 1000000000000.05,
    ]);
  });

  it("interpolates between values that are no decimals", () => {
    expect(cutoffs(of(1 / 3, 2 / 3), quantile(2), "upper")).toEqual([0.5]);
    expect(cutoffs(of(-1e300, 1e300), quantile(4), "upper")).toEqual([-5e299, 0, 5e299]);
  });
});
