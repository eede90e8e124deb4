import "./runtime";
import { describe, expect, it } from "vitest";
import { MATRIX } from "../../functions/matrix";
import { column, errorCell, list, refusal } from "./runtime";

const none = null as never;

describe("MATRIX(x, y, [x_cuts], [y_cuts], [labels], [language])", () => {
  it("is the template strategic where nothing else is said: money by share, potential at its mean", () => {
    const money = column(50, 50, 15, 15, 10, 10);
    const potential = column(9, 1, 9, 1, 9, 1);
    expect(list(MATRIX(money, potential, none, none, none, "en"))).toEqual([
      "Strategic",
      "Important",
      "Important",
      "Ordinary",
      "Potential",
      "Ordinary",
    ]);
    expect(list(MATRIX(money, potential, none, none, none, "zh"))[0]).toBe("战略");
  });
  it("takes cut-offs and labels; a value equal to a cut-off is below it", () => {
    const labels = [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
    ];
    expect(list(MATRIX(column(10, 11, 30), column(5, 6, 6), [[10, 20]], [[5]], labels))).toEqual([
      "a",
      "d",
      "f",
    ]);
  });
  it("takes plain arguments", () => {
    expect(MATRIX(11 as never, 6 as never, 10 as never, 5 as never, none, "en")).toEqual([["High · High"]]);
    expect(list(MATRIX(column(1, 11), 6 as never, 10 as never, 5 as never, none, "zh"))).toEqual([
      "低 · 高",
      "高 · 高",
    ]);
  });
  it("cuts at the mean, into halves and into thirds", () => {
    const x = column(1, 2, 9);
    expect(list(MATRIX(x, x, [["mean"]], [["thirds"]], none, "en"))).toEqual([
      "Low · Low",
      "Low · Middle",
      "High · High",
    ]);
    expect(list(MATRIX(x, x, [["halves"]], [["mean"]], none, "en"))).toEqual([
      "Low · Low",
      "Low · Low",
      "High · High",
    ]);
  });
  it("gives a row its own error, and nothing where one of the two is blank", () => {
    const x = column(11, "", 11, errorCell("#N/A"), "x", 11);
    const y = column(6, 6, null, 6, 6, 1);
    expect(
      list(
        MATRIX(
          x,
          y,
          [[10]],
          [[5]],
          [
            ["a", "b"],
            ["c", "d"],
          ],
        ),
      ),
    ).toEqual(["d", "", "", "#N/A", "#VALUE!", "c"]);
  });
  it.each([
    ["three cut-offs", [[1, 2, 3]], none, none, "x_cuts has 3 cut-offs: give one or two"],
    ["cut-offs that go down", none, [[2, 1]], none, "y_cuts must go from low to high"],
    ["an unknown way to cut", [["median"]], none, none, "x_cuts is “median”"],
    [
      "labels of another shape",
      [[1]],
      [[1]],
      [["a", "b"]],
      "The labels are 1 × 2 cells for a matrix of 2 × 2",
    ],
    [
      "a blank label",
      [[1]],
      [[1]],
      [
        ["a", "b"],
        ["", "d"],
      ],
      "labels is blank in place 3",
    ],
  ])("refuses %s in a sentence", (_, xCuts, yCuts, labels, sentence) => {
    const call = () =>
      MATRIX(column(1, 2), column(1, 2), xCuts as never, yCuts as never, labels as never, "en");
    expect(refusal(call).message).toContain(sentence);
  });
  it("refuses one value alone without cut-offs", () => {
    expect(refusal(() => MATRIX([[1]], [[1]], [[1]], none, none, "en")).message).toContain("y is one value");
  });
});
