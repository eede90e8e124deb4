import { describe, expect, it } from "vitest";
import { cutoffs } from "../../../src/core/scoring/cutoffs";

describe("a cut by any number of shares", () => {
  it("gives one cut-off for each", () => {
    const values = Float64Array.of(40, 30, 20, 10);
    expect(cutoffs(values, { method: "share", at: [0.5] }, "upper")).toEqual([30]);
    expect(cutoffs(values, { method: "share", at: [0.4, 0.7, 0.9] }, "upper")).toEqual([10, 20, 30]);
    expect(() => cutoffs(values, { method: "share", at: [0.5] }, "lower")).toThrow();
  });
});
