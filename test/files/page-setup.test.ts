import { describe, expect, it } from "vitest";
import { scaleToFit } from "../../src/core/report/paper";
import { pagesAcross, printArea, printTitles } from "../../src/files/page-setup";
import type { PlacedSheet } from "../../src/files/sheet-layout";

const sheet = (widths: readonly number[], more: Partial<PlacedSheet> = {}): PlacedSheet => ({
  id: "customers",
  name: "Bob's",
  hidden: false,
  frozenRows: 1,
  frozenColumns: 1,
  blocks: [],
  widths,
  charts: [],
  pivots: [],
  print: null,
  ...more,
});

describe("a sheet wider than a page", () => {
  const wide = [22, ...new Array<number>(20).fill(18)];
  it("is parted where all of a page, the frozen columns on it, can be read", () => {
    const pages = pagesAcross(sheet(wide));
    expect(pages?.breaks.length).toBeGreaterThan(0);
    const starts = [1, ...(pages?.breaks ?? []), wide.length];
    for (let page = 0; page + 1 < starts.length; page++) {
      const own = wide.slice(starts[page], starts[page + 1]);
      expect(own.length).toBeGreaterThan(0);
      expect(scaleToFit([22, ...own], "landscape")).toBeGreaterThanOrEqual(pages?.scale ?? 101);
    }
    expect(pages?.scale).toBeGreaterThanOrEqual(55);
  });
  it("repeats its frozen columns and headers, and prints nothing behind its last column", () => {
    expect(printTitles(sheet(wide))[0]?.range).toBe("'Bob''s'!$A:$A,'Bob''s'!$1:$1");
    expect(printArea(sheet(wide))[0]?.range).toBe("'Bob''s'!$A:$U");
  });
  it("stays whole where it fits, where nothing is frozen, and where the report says how it prints", () => {
    expect(pagesAcross(sheet([22, 18, 18]))).toBeNull();
    expect(pagesAcross(sheet(wide, { frozenColumns: 0 }))).toBeNull();
    expect(printArea(sheet(wide, { print: { fit: "width", header: "x" } }))).toEqual([]);
    expect(printTitles(sheet([22, 18]))[0]?.range).toBe("'Bob''s'!$1:$1");
    expect(printTitles(sheet([22], { frozenRows: 0 }))).toEqual([]);
  });
  it("repeats the headers of a table that wants it, where nothing else says which rows", () => {
    const block = (row: number, repeatsHeaders?: boolean): PlacedSheet["blocks"][number] => ({
      kind: "table",
      row,
      at: [0],
      table: { kind: "table", name: "T", columns: [], rowCount: 9, repeatsHeaders },
      name: "T",
      headers: [],
      columns: [],
      from: 0,
      count: 9,
    });
    const blocks = [block(4), block(25, true)];
    const unfrozen = { frozenRows: 0, frozenColumns: 0 };
    expect(printTitles(sheet([22], { ...unfrozen, blocks }))[0]?.range).toBe("'Bob''s'!$26:$26");
    expect(printTitles(sheet([22], { ...unfrozen, blocks: [block(4)] }))).toEqual([]);
    expect(printTitles(sheet([22], { blocks }))[0]?.range).toBe("'Bob''s'!$1:$1");
    const print = { fit: "width", header: "x", titleRows: { from: 3, count: 2 } } as const;
    expect(printTitles(sheet([22], { ...unfrozen, blocks, print }))[0]?.range).toBe("'Bob''s'!$4:$5");
  });
  it("ends even where one column is wider than any page", () => {
    expect(pagesAcross(sheet([22, 255, 255]))?.breaks).toEqual([2]);
    expect(pagesAcross(sheet([255, 255]))).toBeNull();
  });
});
