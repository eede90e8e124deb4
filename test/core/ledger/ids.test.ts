import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, ReadState } from "../../../src/core/ledger/cells";
import { readIds } from "../../../src/core/ledger/ids";

function ids(cells: readonly Cell[]): (string | null)[] {
  const { index, names } = readIds(cells);
  return Array.from(index, (at) => (at < 0 ? null : (names[at] ?? null)));
}

describe("ids", () => {
  it("keeps text as it is", () => {
    const kept = [
      "007",
      "007.0",
      "Ann",
      "ann",
      "Å",
      "1e5",
      "17850.5",
      "A-1",
      "0.",
      ".0",
      "甲、乙",
      "①",
      "No. 5",
    ];
    expect(ids(kept)).toEqual(kept);
    expect(readIds(kept).folded).toEqual({ cells: 0, examples: [] });
  });
  it("takes 17850, 17850.0 and 17850.00 for one id, as number or text", () => {
    const { index, names } = readIds([
      17850,
      "17850",
      "17850.0",
      "17850.00",
      17850.0,
      " 17850 ",
      "１７８５０",
    ]);
    expect([...index]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(names).toEqual(["17850"]);
  });
  it("writes big numbers without an exponent", () => {
    expect(ids([1e21, 123456789012345680000, 12.5, -5, "-5.0", -0])).toEqual([
      "1000000000000000000000",
      "123456789012345680000",
      "12.5",
      "-5",
      "-5",
      "0",
    ]);
  });
  it("folds spaces, unseen characters and full-width forms, and nothing else", () => {
    expect(ids(["Ａ　Ｂ", "A\u00a0\u2009B ", "\uFEFFA\u200b B", "A\t\nB"])).toEqual([
      "A B",
      "A B",
      "A B",
      "A B",
    ]);
    expect(ids(["甲（上海）", "㈱", "「A」", "ｱ"])).toEqual(["甲(上海)", "㈱", "「A」", "ｱ"]);
    expect(ids(['="0012"', '="0012'])).toEqual(["0012", '="0012']);
  });
  it("tells blanks and error values, and what databases write for nothing", () => {
    const cells = [
      null,
      "",
      " \u3000",
      "\u200b",
      NaN,
      "NULL",
      "nan",
      "\\N",
      "<NA>",
      "#N/A",
      "#REF!",
      Infinity,
      "Nan",
      "None",
    ];
    const { state, index } = readIds(cells);
    const { Blank, ErrorCell, Unreadable, Read } = ReadState;
    expect([...state]).toEqual([
      ...Array<number>(9).fill(Blank),
      ErrorCell,
      ErrorCell,
      Unreadable,
      Read,
      Read,
    ]);
    expect([...index].slice(0, 12)).toEqual(Array<number>(12).fill(-1));
  });
  it("reports the folding, the same whatever the row order", () => {
    const cells = ["b ", "a ", "17850.0", "c", " c", "d ", "e ", "f ", "b ", 17850];
    const { folded } = readIds(cells);
    expect(folded.cells).toBe(7);
    expect(folded.examples).toEqual([
      [" c", "c"],
      ["17850.0", "17850"],
      ["a ", "a"],
      ["b ", "b"],
      ["d ", "d"],
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(cells, { minLength: cells.length }), (shuffled) => {
        expect(readIds(shuffled).folded).toEqual(folded);
      }),
    );
  });
  it("reads coded cells as it reads plain ones", () => {
    const cell = fc.oneof(
      fc.constantFrom<Cell>("a", "a ", "17850.0", 17850, null, "", "#N/A", "NULL"),
      fc.string(),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const values = [...new Set(cells), "unused"];
        const codes = Uint32Array.from(cells, (c) =>
          values.findIndex((value) => Object.is(value, c) || value === c),
        );
        expect(readIds({ codes, values })).toEqual(readIds(cells));
      }),
    );
  });
  it("folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [once] = ids([text]);
        if (once != null) expect(ids([once])).toEqual([once]);
      }),
    );
  });
});
