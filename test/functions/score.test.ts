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

describe("CUTOFFS(values, [bins], [method])", () => {
  it("gives what SCORE scores with", () => {
    expect(CUTOFFS(TEN, 2)).toEqual([[5.5]]);
    expect(SCORE(TEN, 2, null, CUTOFFS(TEN, 2))).toEqual(SCORE(TEN, 2));
  });
});
