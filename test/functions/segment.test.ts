import "./runtime";
import { describe, expect, it } from "vitest";
import { SEGMENT } from "../../functions/segment";
import { grids, type GridName } from "../../src/core/segments/grids";
import { codeText } from "../../src/core/segments/pattern";
import { compileGrid } from "../../src/core/segments/segment";
import { say } from "../../src/core/language/message";
import { column, errorCell, list, refusal } from "./runtime";

const en = (...args: Parameters<typeof SEGMENT>) => list(SEGMENT(args[0], args[1], args[2], args[3], "en"));

/** Every code of a grid of so many scores, as three columns. */
function allCodes(scores: number) {
  const codes = Array.from({ length: scores ** 3 }, (_, at) => at);
  const digit = (power: number) => codes.map((at) => [1 + (Math.floor(at / scores ** power) % scores)]);
  return { r: digit(2), f: digit(1), m: digit(0), texts: codes.map((at) => codeText(at, scores)) };
}

describe("SEGMENT(r, f, m, [grid], [language])", () => {
  it.each(Object.keys(grids) as GridName[])("gives each code of %s the core's segment", (name) => {
    const { r, f, m } = allCodes(grids[name].scores);
    const compiled = compileGrid(grids[name]);
    if (!compiled.ok) throw new Error(name);
    const expected = [...compiled.value.table].map((at) =>
      say({ code: `label.segment.${compiled.value.segments[at]}` as never }, "en"),
    );
    expect(en(r, f, m, name as never)).toEqual(expected);
  });

  it("takes scalars, plain, as ranges of one cell, and as one score for a column", () => {
    expect(SEGMENT([[5]], [[5]], [[5]], null as never, "en")).toEqual([["Champions"]]);
    expect(SEGMENT(5 as never, 5 as never, 5 as never, "classic" as never, "zh-CN")).toEqual([["冠军客户"]]);
    expect(en(column(5, 1), 5 as never, [[5]])).toEqual(["Champions", "Cannot Lose Them"]);
    expect(en(column("5", "１"), column(5, 5), column(5, 5))).toEqual(["Champions", "Cannot Lose Them"]);
  });

  it("gives a row its own error, and nothing where a score is blank", () => {
    const r = column(5, null, "", 0, errorCell("#DIV/0!"), "x", 6, 2.5, 5);
    const one = column(5, 5, 5, 0, 5, 5, 5, 5, 5);
    const bad = ["", "", "", "#DIV/0!", "#VALUE!", "#VALUE!", "#VALUE!"];
    expect(en(r, one, one)).toEqual(["Champions", ...bad, "Champions"]);
  });

  it("takes rules from a range: labels, codes in one cell or more, and the rest", () => {
    const rules = [
      ["Best", "5[4-5][4-5]", 455],
      ["New", "[4-5]1[1-5], 31[1-5]", ""],
      ["Rest", "*", ""],
    ];
    expect(en(column(5, 4, 3, 1), column(5, 5, 1, 1), column(5, 5, 2, 1), rules)).toEqual([
      "Best",
      "Best",
      "New",
      "Rest",
    ]);
    expect(en(column(5, 1), column(5, 1), column(5, 1), rules.slice(0, 2))).toEqual(["Best", "#N/A"]);
    expect(
      en(column(1, 2), column(1, 2), column(1, 2), [
        ["low", "000"],
        ["high", "111"],
      ]),
    ).toEqual(["low", "high"]);
  });

  it.each([
    ["an unknown grid", "clasic", 'give one of "classic", "rf-grid"'],
    ["one column of rules", column("a", "b"), "needs two columns or more"],
    [
      "a rule without a name",
      [
        ["", "555"],
        ["b", "111"],
      ],
      "Row 1 of the grid has codes and no segment",
    ],
    [
      "a rule without codes",
      [
        ["a", ""],
        ["b", "111"],
      ],
      "The rule for “a” has no code",
    ],
    [
      "what is no code",
      [
        ["a", "55"],
        ["b", "111"],
      ],
      "“55” is no code",
    ],
    [
      "digits of two kinds",
      [
        ["a", "055"],
        ["b", "111"],
      ],
      "mix the digit 0",
    ],
  ])("refuses %s in a sentence", (_, grid, sentence) => {
    const { code, message } = refusal(() => SEGMENT([[5]], [[5]], [[5]], grid as never, "en"));
    expect([code, message]).toEqual(["#VALUE!", expect.stringContaining(sentence)]);
  });

  it("names both heights where they differ", () => {
    const call = () => SEGMENT(column(1, 2, 3), column(1, 2), [[1]], null as never, "en");
    expect(refusal(call).message).toBe("r has 3 rows and f has 2: give ranges of the same height.");
  });
});
