import { describe, expect, it } from "vitest";
import { say } from "../../../src/core/language/message";
import { grids, type Grid } from "../../../src/core/segments/grids";
import { compileGrid, gridReport, segments } from "../../../src/core/segments/segment";

const grid = (rules: [string, ...string[]][], more: Partial<Grid> = {}): Grid => ({
  name: "mine",
  scores: 3,
  rules: rules.map(([segment, ...codes]) => ({ segment, codes })),
  rest: null,
  ...more,
});

function compiled(given: Grid) {
  const result = compileGrid(given);
  if (!result.ok) throw new Error(result.troubles.map((trouble) => say(trouble, "en")).join(" "));
  return result.value;
}

describe("segments", () => {
  it("gives the segment of the first rule that covers the code", () => {
    const best = compiled(
      grid(
        [
          ["best", "3[1-3][1-3]"],
          ["also", "33[1-3]", "2[1-3][1-3]"],
        ],
        { rest: "rest" },
      ),
    );
    expect(best.segments).toEqual(["best", "also", "rest"]);
    const found = segments(
      Uint8Array.of(3, 3, 2, 1),
      Uint8Array.of(3, 1, 1, 1),
      Uint8Array.of(3, 1, 2, 3),
      best,
    );
    expect([...found].map((i) => best.segments[i])).toEqual(["best", "best", "also", "rest"]);
  });
  it("lets a segment have several rules, and be the rest too", () => {
    const three = compiled(
      grid(
        [
          ["a", "333"],
          ["b", "332"],
          ["a", "331"],
        ],
        { rest: "b" },
      ),
    );
    expect(three.segments).toEqual(["a", "b"]);
    const found = segments(Uint8Array.of(3, 3, 1), Uint8Array.of(3, 3, 1), Uint8Array.of(1, 2, 1), three);
    expect([...found]).toEqual([0, 1, 1]);
  });
  it("names no rest where the rules cover all", () => {
    expect(compiled(grids.classic).segments).not.toContain("others");
    expect(compiled(grid([["all", "[1-3][1-3][1-3]"]])).segments).toEqual(["all"]);
  });
  it("takes scores that are not of the grid for a bug of ours", () => {
    const value = compiled(grids["eight-types"]);
    expect(() => segments(Uint8Array.of(3), Uint8Array.of(1), Uint8Array.of(1), value)).toThrow(RangeError);
    expect(() => segments(Uint8Array.of(1), Uint8Array.of(0), Uint8Array.of(1), value)).toThrow(RangeError);
  });
});

describe("compileGrid refuses", () => {
  const refusal = (given: Grid, where?: string) => {
    const result = compileGrid(given, where);
    return result.ok ? [] : result.troubles.map((trouble) => [trouble.where, say(trouble, "en")]);
  };
  it("all that is wrong, at once, each with its path", () => {
    const bad = grid([["a", "334", "33"], ["b"], ["c", "[3-1]11", "[1-3][1-3][1-3]"]]);
    expect(refusal(bad, "/grid").map(([where]) => where)).toEqual([
      "/grid/rules/0/codes/0",
      "/grid/rules/0/codes/1",
      "/grid/rules/1/codes",
      "/grid/rules/2/codes/0",
    ]);
  });
  it("gaps without a name for the rest, and says which", () => {
    const [[where, text] = []] = refusal(grid([["a", "[2-3][1-3][1-3]", "1[1-2][1-3]", "132"]]));
    expect(where).toBe("/rules");
    expect(text).toContain("2 codes");
    expect(text).toContain("131, 133");
    const [[, many = ""] = []] = refusal(grid([["a", "333"]]));
    expect(many).toContain("26 codes");
    expect(many).toContain("…");
  });
  it("gaps where a policy file leaves the rest out", () => {
    const fromFile: Grid = JSON.parse(
      '{ "name": "mine", "scores": 3, "rules": [{ "segment": "a", "codes": ["333"] }] }',
    );
    expect(refusal(fromFile)).toHaveLength(1);
  });
  it("a grid without rules, and scores that are none", () => {
    expect(refusal(grid([]))).toEqual([
      ["/rules", "The grid has no rule. Give it at least one segment with its codes."],
    ]);
    for (const scores of [1, 10, 2.5, NaN]) {
      expect(refusal(grid([["a", "333"]], { scores })).map(([where]) => where)).toEqual(["/scores"]);
    }
  });
});

describe("gridReport", () => {
  const holed = grid([
    ["top", "3[1-3][1-3]"],
    ["never", "33[1-3]", "311"],
    ["part", "[2-3]11"],
  ]);
  it("counts the customers in gaps and in rules never reached", () => {
    const r = Uint8Array.of(3, 3, 3, 1, 1, 2);
    const f = Uint8Array.of(3, 1, 2, 1, 1, 1);
    const m = Uint8Array.of(3, 1, 1, 1, 1, 1);
    const { gaps, shadowed } = gridReport(holed, r, f, m);
    expect(shadowed).toEqual([{ rule: 1, segment: "never", by: [0], customers: 2 }]);
    expect(gaps).toHaveLength(17);
    expect(gaps.filter(({ customers }) => customers > 0)).toEqual([{ code: "111", customers: 2 }]);
  });
  it("counts nobody without scores, and passes over patterns it cannot read", () => {
    expect(gridReport(holed).shadowed[0]?.customers).toBe(0);
    expect(
      gridReport(
        grid([
          ["a", "nonsense"],
          ["b", "[1-3][1-3][1-3]"],
        ]),
      ),
    ).toEqual({ gaps: [], shadowed: [] });
  });
  it("passes over customers whose scores are not of the grid, and grids of no scores", () => {
    const r = Uint8Array.of(1, 5, 0);
    const report = gridReport(holed, r, Uint8Array.of(4, 1, 1), Uint8Array.of(1, 1, 1));
    expect(report.gaps.every(({ customers }) => customers === 0)).toBe(true);
    for (const scores of [NaN, 1e6, 1]) {
      expect(gridReport({ ...holed, scores })).toEqual({ gaps: [], shadowed: [] });
    }
  });
  it("writes codes as the grid does", () => {
    const two = grid([["a", "1[0-1][0-1]", "00[0-1]"]], { scores: 2 });
    expect(gridReport(two, Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(2)).gaps).toEqual([
      { code: "010", customers: 0 },
      { code: "011", customers: 1 },
    ]);
  });
});
