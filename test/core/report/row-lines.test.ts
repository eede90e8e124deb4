import { describe, expect, it } from "vitest";
import { headingLines, plainLines, wrappedLines } from "../../../src/core/report/row-lines";
import type { ReportColumn } from "../../../src/core/report/report";

describe("the lines that wrapped text takes", () => {
  it.each([
    ["nothing", "", 10, 1],
    ["what fits", "ten digits", 10, 1],
    ["between words, though the letters would fit", "aaaaaa bbbbbb cccccc", 10, 3],
    ["a space at the end of a line hangs over it", "aaaaaaaaaa bb", 10, 2],
    ["a word longer than the column, at its edge", "a".repeat(30), 10, 3],
    ["its own newlines, empty ones too", "a\n\nb", 10, 3],
    ["Chinese between any two characters", "客户概览客户概览", 10, 2],
    ["Chinese punctuation of full width", "；：，（；：，（", 10, 2],
    ["Chinese after a word", "abcdefgh客户", 10, 2],
    ["pairs of surrogates once", "😀😀😀😀", 9, 1],
    ["a column narrower than a character", "客户", 0, 2],
  ])("%s", (_, text, width, lines) => {
    expect(wrappedLines(text, width)).toBe(lines);
  });
  it("never falls as the column gets narrower", () => {
    const text = "Overdue: 97 days since the last purchase；距上次购买 97 天, usually 36.5.";
    const lines = Array.from({ length: 60 }, (_, at) => wrappedLines(text, 60 - at));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
  it("are counted over the columns that a cell is merged over", () => {
    const text = "word ".repeat(12).trim();
    const wide = {
      id: "text",
      header: "Text",
      format: "text",
      width: 12,
      values: [text, null],
      wrap: true,
    } as const;
    const columns: readonly ReportColumn[] = [
      { id: "n", header: "N", format: "integer", width: 12, values: [1, 2] },
      { ...wide, span: 2 },
    ];
    const over = plainLines({ columns }, 0, [12, 12, 12]);
    const alone = plainLines({ columns: columns.map((column) => ({ ...column, span: 1 })) }, 0, [12, 12, 12]);
    expect(Math.floor(over.row(0))).toBe(3);
    expect(over.row(0)).toBeLessThan(alone.row(0));
    expect(over.row(1)).toBe(1);
    const heading = { kind: "heading", level: 0, text } as const;
    expect(headingLines(heading, 0, [12, 12])).toBe(1);
    expect(headingLines({ ...heading, span: 2 }, 0, [12, 12])).toBeGreaterThan(1);
  });
});
