import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctOf, naturalBreaks } from "../../../src/core/scoring/breaks";
import { cutoffs, scores } from "../../../src/core/scoring/cutoffs";

/** The classes of the values, as arrays. */
function classes(values: number[], bins: number): number[][] {
  const sorted = Float64Array.from(values).sort();
  const cut = cutoffs(sorted, { method: "breaks", bins }, "lower");
  const byScore = new Map<number, number[]>();
  scores(sorted, cut, "lower", false).forEach((score, i) => {
    byScore.set(score, [...(byScore.get(score) ?? []), sorted[i] ?? NaN]);
  });
  return [...byScore.values()];
}

function squares(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

describe("natural breaks", () => {
  // simple-statistics, test/ckmeans.test.js.
  it.each([
    [
      [-1, 2, -1, 2, 4, 5, 6, -1, 2, -1],
      3,
      [
        [-1, -1, -1, -1],
        [2, 2, 2],
        [4, 5, 6],
      ],
    ],
    [[0, 3, 4], 2, [[0], [3, 4]]],
    [[-3, 0, 4], 2, [[-3, 0], [4]]],
    [[3, 2, 3, 5, 2, 1], 3, [[1, 2, 2], [3, 3], [5]]],
    [[0, 1, 2, 50, 100, 101, 103], 3, [[0, 1, 2], [50], [100, 101, 103]]],
  ])("of %j in %i classes are those of simple-statistics' ckmeans", (values, bins, expected) => {
    expect(classes(values, bins)).toEqual(expected);
  });

  // simple-statistics, test/jenks.test.js: a break is the least value of its class.
  it.each([
    [[1, 2, 4, 5, 7, 9, 10, 20], 3, [7, 20]],
    [[2, 32, 33, 34, 100], 3, [32, 100]],
    [[9, 10, 11, 12, 13], 5, [10, 11, 12, 13]],
  ])("of %j in %i classes are those of simple-statistics' jenks", (values, bins, expected) => {
    expect(cutoffs(Float64Array.from(values), { method: "breaks", bins }, "lower")).toEqual(expected);
  });

  // CRAN Ckmeans.1d.dp, tests/testthat/test_Ckmeans.1d.dp.R, "n==14, k==8": the sizes of the clusters.
  it("in eight classes are those of Ckmeans.1d.dp", () => {
    const values = [-3, 2.2, -6, 7, 9, 11, -6.3, 75, 82.6, 32.3, -9.5, 62.5, 7, 95.2];
    expect(classes(values, 8).map((members) => members.length)).toEqual([3, 2, 4, 1, 1, 1, 1, 1]);
  });

  // PySAL mapclassify, FisherJenks(load_example()): employees per km² in the 58 counties of California
  // (pysal/examples/calemp), bins 75.29, 192.05, 370.5, 722.85, 4111.45 and counts 49, 3, 4, 1, 1.
  const california = [
    329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27,
    0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82,
    192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61, 50.65,
    40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
  ];
  it("of California's counties are those of mapclassify", () => {
    const cut = cutoffs(Float64Array.from(california), { method: "breaks", bins: 5 }, "upper");
    expect(cut).toEqual([75.29, 192.05, 370.5, 722.85]);
    expect(classes(california, 5).map((members) => members.length)).toEqual([49, 3, 4, 1, 1]);
  });

  it("cut at the largest value below with upper, at the smallest above with lower", () => {
    const values = Float64Array.of(1, 2, 10, 11);
    expect(cutoffs(values, { method: "breaks", bins: 2 }, "upper")).toEqual([2]);
    expect(cutoffs(values, { method: "breaks", bins: 2 }, "lower")).toEqual([10]);
  });

  it("with fewer distinct values than classes still give the lowest 1 and the highest the top score", () => {
    const rule = { method: "breaks", bins: 5 } as const;
    for (const boundary of ["upper", "lower"] as const) {
      const values = Float64Array.of(1, 2, 3, 3, 1);
      expect([...scores(values, cutoffs(values, rule, boundary), boundary, false)]).toEqual([1, 3, 5, 5, 1]);
    }
    expect(cutoffs(Float64Array.of(7, 7), rule, "upper")).toEqual([7, 7, 7, 7]);
  });

  it("are the lower ones of two equally good divisions", () => {
    expect(classes([1, 2, 3], 2)).toEqual([[1], [2, 3]]);
    expect(classes([0.01, 0.02, 0.03, 0.04, 0.05], 4)).toEqual([[0.01], [0.02], [0.03], [0.04, 0.05]]);
  });

  it("are the best there are", () => {
    const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 4 }), (values, bins) => {
        const sorted = [...values].sort((a, b) => a - b);
        const best = (from: number, left: number): number => {
          if (left === 1) return squares(sorted.slice(from));
          let least = squares(sorted.slice(from));
          for (let to = from + 1; to < sorted.length; to++) {
            least = Math.min(least, squares(sorted.slice(from, to)) + best(to, left - 1));
          }
          return least;
        };
        const found = classes(values, bins).reduce((sum, members) => sum + squares(members), 0);
        expect(found).toBeCloseTo(best(0, bins), 6);
      }),
    );
  });

  it("see close values beside a far one", () => {
    const near = [1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 104, 1e6 + 105];
    expect(classes([1, ...near], 3)).toEqual([[1], near.slice(0, 3), near.slice(3)]);
    expect(classes([...near, 1e10], 3)).toEqual([near.slice(0, 3), near.slice(3), [1e10]]);
  });

  it("are found of values that are no decimals, and of the largest", () => {
    expect(classes([1 / 3, 1 / 7, 200 / 3, 201 / 3], 2)).toEqual([
      [1 / 7, 1 / 3],
      [200 / 3, 201 / 3],
    ]);
    expect(classes([-1e308, 1e308, 0.9e308], 2)).toEqual([[-1e308], [0.9e308, 1e308]]);
  });

  it("start each class but the first at an index of the distinct values", () => {
    const distinct = distinctOf(Float64Array.of(1, 1, 2, 8, 8, 9));
    expect(distinct).toEqual({ values: Float64Array.of(1, 2, 8, 9), counts: Float64Array.of(2, 1, 2, 1) });
    expect(naturalBreaks(distinct, 2)).toEqual([2]);
    expect(naturalBreaks(distinct, 1)).toEqual([]);
  });
});
