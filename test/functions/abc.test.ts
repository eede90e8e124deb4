import "./runtime";
import { describe, expect, it } from "vitest";
import { ABC } from "../../functions/abc";
import { column, errorCell, list, refusal } from "./runtime";

describe("ABC(values, [a], [b])", () => {
  it("gives A to the first 70%, B to the next 20%, C to the rest", () => {
    expect(list(ABC(column(5, 50, 20, 15, 10)))).toEqual(["C", "A", "A", "B", "C"]);
  });
  it("keeps ties together, the largest always A, and nothing positive C", () => {
    expect(list(ABC(column(10, 10, 10, 10)))).toEqual(["A", "A", "A", "A"]);
    expect(list(ABC(column(100, 0, -5)))).toEqual(["A", "C", "C"]);
    expect(list(ABC(column(0, -1)))).toEqual(["C", "C"]);
  });
  it("takes other shares, plain values and blocks", () => {
    expect(list(ABC(column(5, 50, 20, 15, 10), 0.5, 0.7))).toEqual(["C", "A", "B", "C", "C"]);
    expect(ABC(7 as never)).toEqual([["A"]]);
    expect(
      ABC([
        [50, 20],
        [15, 5],
      ]),
    ).toEqual([
      ["A", "B"],
      ["C", "C"],
    ]);
    expect(list(ABC(column(50, 30, 20), 0.95))).toEqual(["A", "A", "C"]);
  });
  it("gives a row that is no number its own error, and blanks a blank", () => {
    const values = column("¥50", "", errorCell("#NUM!"), "n.a.", false, "20", null);
    expect(list(ABC(values))).toEqual(["A", "", "#NUM!", "#VALUE!", "#VALUE!", "C", ""]);
  });
  it("refuses shares that make no sense", () => {
    expect(refusal(() => ABC(column(1), 0.9, 0.7)).message).toContain("b (0.7) is less than a (0.9)");
    expect(refusal(() => ABC(column(1), 70)).message).toBe("a is “70”: give a number from 0 to 1.");
    expect(refusal(() => ABC(column(1), errorCell("#N/A"))).message).toContain("a is the error #N/A");
  });
});
