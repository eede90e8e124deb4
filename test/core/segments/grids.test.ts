import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/core/language/catalogue";
import { grids, type Grid } from "../../../src/core/segments/grids";
import { codesOf, codeText } from "../../../src/core/segments/pattern";
import { compileGrid, gridReport } from "../../../src/core/segments/segment";

/** Each code that a rule names, once for each time it is named. */
function named(grid: Grid): string[] {
  return grid.rules.flatMap(({ codes }) =>
    codes.flatMap((pattern) => {
      const read = codesOf(pattern, grid.scores);
      return read.ok ? read.value.map((index) => codeText(index, grid.scores)) : ["unread"];
    }),
  );
}

function segmentOf(grid: Grid, r: number, f: number, m: number): string | undefined {
  const compiled = compileGrid(grid);
  if (!compiled.ok) throw new Error("refused");
  const n = grid.scores;
  return compiled.value.segments[compiled.value.table[(r - 1) * n * n + (f - 1) * n + (m - 1)] ?? -1];
}

describe("the grids", () => {
  it.each([
    ["classic", 125],
    ["rf-grid", 125],
    ["klaviyo", 27],
    ["eight-types", 8],
  ] as const)("%s names each of its %i codes exactly once", (name, count) => {
    const codes = named(grids[name]);
    expect(codes).toHaveLength(count);
    expect(new Set(codes).size).toBe(count);
    expect(gridReport(grids[name])).toEqual({ gaps: [], shadowed: [] });
  });

  it("rfm-r leaves exactly ten codes, which are the others'", () => {
    const { gaps, shadowed } = gridReport(grids["rfm-r"]);
    expect(gaps).toHaveLength(10);
    expect(shadowed).toEqual([]);
    for (const { code } of gaps) {
      const [r = 0, f = 0, m = 0] = [...code].map(Number);
      expect(segmentOf(grids["rfm-r"], r, f, m)).toBe("others");
    }
  });

  // methods.md §3, spot by spot; the whole is data.
  it("put known codes where the tables do", () => {
    expect(segmentOf(grids.classic, 5, 4, 3)).toBe("loyal");
    expect(segmentOf(grids.classic, 1, 4, 4)).toBe("cannot-lose");
    expect(segmentOf(grids["rf-grid"], 1, 5, 1)).toBe("cannot-lose");
    expect(segmentOf(grids["rf-grid"], 5, 1, 5)).toBe("new-customers");
    expect(segmentOf(grids["rfm-r"], 3, 3, 3)).toBe("potential-loyalists");
    expect(segmentOf(grids["rfm-r"], 5, 5, 5)).toBe("champions");
    expect(segmentOf(grids.klaviyo, 2, 1, 2)).toBe("at-risk");
    expect(segmentOf(grids["eight-types"], 2, 1, 2)).toBe("key-develop");
    expect(segmentOf(grids["eight-types"], 1, 1, 2)).toBe("key-win-back");
    expect(segmentOf(grids["eight-types"], 2, 2, 1)).toBe("general-value");
  });

  it("have segments with a label in both languages, no two alike in one grid", () => {
    const texts: Partial<Record<string, { en: string; zh: string }>> = catalogue;
    for (const grid of Object.values<Grid>(grids)) {
      const ids = new Set([
        ...grid.rules.map(({ segment }) => segment),
        ...(grid.rest === null ? [] : [grid.rest]),
      ]);
      const labels = [...ids].map((id) => texts[`label.segment.${id}`]);
      expect(labels).not.toContain(undefined);
      expect(new Set(labels.map((label) => label?.en)).size).toBe(ids.size);
      expect(new Set(labels.map((label) => label?.zh)).size).toBe(ids.size);
    }
  });
});
