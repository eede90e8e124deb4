import { expect, it } from "vitest";
import { normalDistribution } from "../../../src/core/scoring/normal-distribution";

// SciPy 1.17, scipy.stats.norm.cdf.
it.each([
  [-6, 9.865876450376946e-10],
  [-3, 0.0013498980316300933],
  [-1, 0.15865525393145705],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [2.5, 0.9937903346742238],
  [6, 0.9999999990134123],
])("normalDistribution(%d) is SciPy's", (z, expected) => {
  expect(Math.abs(normalDistribution(z) - expected)).toBeLessThan(1e-14);
});

it("is 0 and 1 far out, and never falls", () => {
  expect([-Infinity, -40, 40, Infinity].map(normalDistribution)).toEqual([0, 0, 1, 1]);
  let before = 0;
  for (let z = -9; z <= 9; z += 0.01) {
    const at = normalDistribution(z);
    expect(at).toBeGreaterThanOrEqual(before - 1e-15);
    before = at;
  }
});
