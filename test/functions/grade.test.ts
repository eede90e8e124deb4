import "./runtime";
import { describe, expect, it } from "vitest";
import { GRADE } from "../../functions/grade";
import { grade } from "../../src/core/scoring/grade";
import { column, errorCell, list, refusal } from "./runtime";

const BLOCK = [
  [10, 1, 300],
  [20, 2, 100],
  [30, 5, 200],
  [40, 9, 50],
];

describe("GRADE(measures, weights, [directions], [normalise], [thresholds], [labels], [language])", () => {
  it.each(["score", "minmax", "zscore", "percentile"] as const)(
    "gives the core's grade by %s",
    (normalise) => {
      const weights = [0.3, 0.3, 0.4];
      const directions = ["lower", "higher", "higher"] as const;
      const expected = grade(
        weights.map((weight, at) => ({
          values: Float64Array.from(BLOCK, (row) => row[at] ?? NaN),
          weight,
          direction: directions[at] ?? "higher",
          normalise,
        })),
      );
      expect(list(GRADE(BLOCK, [weights], column(...directions), [[normalise]]))).toEqual([...expected]);
    },
  );
  it("takes one direction for all, weights down a column, and one measure", () => {
    expect(list(GRADE(column(1, 2, 3), 1 as never, null as never, "minmax" as never))).toEqual([0, 50, 100]);
    expect(list(GRADE(column(1, 2, 3), column(7), "lower" as never, "minmax" as never))).toEqual([
      100, 50, 0,
    ]);
    expect(list(GRADE([[5, 5]], column(1, 2), null as never, [["minmax"]]))).toEqual([50]);
  });
  it("puts grades into tiers by thresholds or by a template", () => {
    const call = (thresholds: unknown, labels: unknown = null) =>
      list(
        GRADE(
          column(0, 50, 70, 85, 100),
          [[1]],
          null as never,
          "minmax" as never,
          thresholds as never,
          labels as never,
          "en",
        ),
      );
    expect(call("weighted")).toEqual(["C", "B", "A", "S", "S"]);
    expect(call([[60, 90]], [["low", "mid", "top"]])).toEqual(["low", "low", "mid", "mid", "top"]);
  });
  it("shares the weight of a blank, gives a bad row its own error, and spoils no other row", () => {
    const block = [
      [1, 10],
      ["", 20],
      [null, ""],
      ["x", 5],
      [errorCell("#N/A"), 5],
      [3, 30],
    ];
    const clean = [
      [1, 10],
      [null, 20],
      [3, 30],
    ];
    const grades = (rows: unknown[][]) => list(GRADE(rows, [[1, 1]], null as never, [["minmax"]]));
    expect(grades(clean)).toEqual([0, 50, 100]);
    expect(grades(block)).toEqual([0, 50, "", "#VALUE!", "#N/A", 100]);
  });
  it.each([
    ["too few weights", [[1, 1]], null, null, null, "weights has 2 values for 3 measures"],
    ["a negative weight", [[1, -1, 1]], null, null, null, "The weight -1 is negative"],
    ["no weight", [[0, 0, 0]], null, null, null, "All weights are 0"],
    [
      "an unknown direction",
      [[1, 1, 1]],
      "up",
      null,
      null,
      'directions is “up”: give one of "higher", "lower"',
    ],
    ["an unknown scale", [[1, 1, 1]], null, "rank", null, "normalise is “rank”"],
    ["labels without thresholds", [[1, 1, 1]], null, null, [["a", "b"]], "labels need thresholds"],
  ])("refuses %s in a sentence", (_, weights, directions, normalise, labels, sentence) => {
    const call = () =>
      GRADE(BLOCK, weights, directions as never, normalise as never, null as never, labels as never, "en");
    expect(refusal(call).message).toContain(sentence);
  });
});
