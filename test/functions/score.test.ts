import "./runtime";
import { describe, expect, it } from "vitest";
import { CUTOFFS, SCORE } from "../../functions/score";
import { column, errorCell, list, refusal } from "./runtime";

const TEN = column(...Array.from({ length: 10 }, (_, at) => at + 1));

describe("SCORE(values, [bins], [lower_is_better], [cutoffs])", () => {
  it("scores a column in quintiles, a score beside each value", () => {
    expect(SCORE(TEN)).toEqual(column(1, 1, 2, 2, 3, 3, 4, 4, 5, 5));
  });
  it("gives a row that is no number its own error, a blank a blank, and spoils no other", () => {
    const values = column("", 1, errorCell("#N/A"), "abc", null, 2, true, errorCell("#REF!"));
    expect(list(SCORE(values, 2))).toEqual(["", 1, "#N/A", "#VALUE!", "", 2, "#VALUE!", "#VALUE!"]);
  });
  it("refuses one bin with a sentence", () => {
    expect(refusal(() => SCORE(TEN, 1))).toEqual({
      code: "#VALUE!",
      message: "bins is “1”: give a whole number from 2 to 100.",
    });
  });
});

describe("SCORE and CUTOFFS", () => {
  it("take a row, a block and nothing at all, and answer in its shape", () => {
    expect(SCORE([[1, 2, 3, 4]], 2)).toEqual([[1, 1, 2, 2]]);
    expect(
      SCORE(
        [
          [1, 2],
          [3, null],
        ],
        2,
      ),
    ).toEqual([
      [1, 1],
      [2, ""],
    ]);
    for (const nothing of [null, undefined, "", [], [[]], [[""]]])
      expect(SCORE(nothing as never)).toEqual([[""]]);
    expect(refusal(() => CUTOFFS(column("", "x"))).code).toBe("#N/A");
  });
  it("take less to be more, cut-offs that repeat, as CUTOFFS gives them for ties, and other methods", () => {
    const values = column(1, 1, 1, 1, 2, 9);
    const ruler = CUTOFFS(values);
    expect(list(ruler)).toEqual([1, 1, 1, 2]);
    expect(list(SCORE(values, null, null, ruler))).toEqual([1, 1, 1, 1, 4, 5]);
    expect(list(SCORE(values, null, true, ruler))).toEqual([5, 5, 5, 5, 2, 1]);
    expect(list(SCORE(values, null, null, "mean" as never))).toEqual([1, 1, 1, 1, 1, 2]);
    expect(list(CUTOFFS(values, null, "share"))).toEqual([1, 2]);
  });
  it.each([
    ["cut-offs that go down", () => SCORE(column(1), null, null, [[3, 1]]), "1 comes after 3"],
    [
      "cut-offs of other bins",
      () => SCORE(column(1), 5, null, [[1, 3]]),
      "2 cut-offs do not make 5 scores: give 4",
    ],
    [
      "an unknown method",
      () => CUTOFFS(column(1), 5, "kmeans"),
      'method is “kmeans”: give one of "quantile"',
    ],
    ["other bins than a method makes", () => CUTOFFS(column(1), 5, "mean"), "makes 2 scores, not 5"],
    [
      "bins in a range",
      () => SCORE(column(1), column(2, 3)),
      "bins is a range of 2 × 1 cells: give one value.",
    ],
    [
      "an error for bins",
      () => SCORE(column(1), errorCell("#N/A")),
      "bins is the error #N/A: mend that cell first.",
    ],
    [
      "lower_is_better as a word",
      () => SCORE(column(1), 5, "yes"),
      "lower_is_better is “yes”: give TRUE or FALSE.",
    ],
  ])("refuse %s in a sentence", (_, call, sentence) => {
    expect(refusal(call)).toEqual({ code: "#VALUE!", message: expect.stringContaining(sentence) as string });
  });
});

describe("CUTOFFS(values, [bins], [method])", () => {
  it("gives what SCORE scores with", () => {
    expect(CUTOFFS(TEN, 2)).toEqual([[5.5]]);
    expect(SCORE(TEN, 2, null, CUTOFFS(TEN, 2))).toEqual(SCORE(TEN, 2));
  });
});
