import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area } from "../../../src/workbench/workbook/area";
import { areaOf, intersection, ROWS } from "../../../src/workbench/workbook/area";
import type { CellValue } from "../../../src/workbench/workbook/cell-value";
import type { Sheet } from "../../../src/workbench/workbook/sheet";
import { Workbook } from "../../../src/workbench/workbook/workbook";

const WINDOW: Area = areaOf("A1:J40")!;

/** Everything a reader of a sheet's top left can see. */
function seen(sheet: Sheet): unknown {
  const formulas = [...sheet.formulas.values()]
    .map(({ row, column, text }) => `${row},${column} ${text}`)
    .sort();
  const bold: string[] = [];
  for (let row = 0; row < 40; row++) {
    for (let column = 0; column < 10; column++)
      if (sheet.style(row, column).font.bold) bold.push(`${row},${column}`);
  }
  return { values: sheet.values(WINDOW), formulas, bold, merges: sheet.merges, used: sheet.usedArea(false) };
}

const cellInput = fc.oneof(
  fc.integer({ min: -9, max: 99 }),
  fc.constantFrom(
    "x",
    "=SUM(A1:B5)",
    "=A3*2",
    "=SEQUENCE(2,2)",
    "=$B$4&A:A",
    "=COUNT(1:3)",
    "=SUM(C2:C9)",
    "",
  ),
);
const entries = fc
  .array(fc.record({ row: fc.nat(12), column: fc.nat(5), input: cellInput, bold: fc.boolean() }), {
    maxLength: 14,
  })
  .filter((cells) => !wayCounts(cells));

/** What each formula above reads, and how far it reaches below and to the right where it spills. */
const REACH: Record<string, { reads: readonly string[]; down: number; right: number }> = {
  "=SUM(A1:B5)": { reads: ["A1:B5"], down: 0, right: 0 },
  "=A3*2": { reads: ["A3"], down: 0, right: 0 },
  "=SEQUENCE(2,2)": { reads: [], down: 1, right: 1 },
  "=$B$4&A:A": { reads: ["B4", "A:A"], down: ROWS, right: 0 },
  "=COUNT(1:3)": { reads: ["1:3"], down: 0, right: 0 },
  "=SUM(C2:C9)": { reads: ["C2:C9"], down: 0, right: 0 },
};

/**
 * Whether what the cells show may hang on the path taken, as it does in Excel: a formula that reads what depends on
 * it, or two that would spill into the same cells, of which the first one does.
 */
function wayCounts(
  cells: readonly { row: number; column: number; input: string | number; bold: boolean }[],
): boolean {
  const formulas = cells.flatMap(({ row, column, input }) => {
    const reach = REACH[input];
    if (reach === undefined) return [];
    const fills = { top: row, left: column, bottom: row + reach.down, right: column + reach.right };
    return [{ fills, reads: reach.reads.map((address) => areaOf(address)!) }];
  });
  const contend = formulas.some(({ fills }, at) =>
    formulas.slice(at + 1).some((other) => intersection(fills, other.fills) !== undefined),
  );
  if (contend) return true;
  const left = new Set(formulas);
  // Formulas that read no other one are taken away until none is left; what stays runs in circles.
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const formula of left) {
      const waits = [...left].some((other) =>
        formula.reads.some((area) => intersection(area, other.fills) !== undefined),
      );
      if (!waits) left.delete(formula);
    }
  }
  return left.size > 0;
}

function filled(
  cells: readonly { row: number; column: number; input: string | number; bold: boolean }[],
): Sheet {
  const sheet = new Workbook().activeSheet;
  sheet.book.batch("user", () => {
    for (const { row, column, input, bold } of cells) {
      sheet.enter(row, column, input);
      if (bold) sheet.setStyle({ top: row, left: column, bottom: row, right: column }, { font: { bold } });
    }
  });
  return sheet;
}

describe("inserted and deleted again", () => {
  test.each([
    ["rows", "3:5", "down", "up"],
    ["columns", "B:C", "right", "left"],
  ] as const)("%s leave the sheet as it was", (_, address, there, back) => {
    fc.assert(
      fc.property(entries, (cells) => {
        const sheet = filled(cells);
        const before = seen(sheet);
        sheet.insertCells(areaOf(address)!, there);
        sheet.deleteCells(areaOf(address)!, back);
        expect(seen(sheet)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  test("some cells leave the values beside them alone", () => {
    fc.assert(
      fc.property(entries, (cells) => {
        const sheet = filled(cells.map((cell) => ({ ...cell, input: cell.row * 10 + cell.column })));
        const before = seen(sheet);
        sheet.insertCells(areaOf("B3:C4")!, "right");
        sheet.deleteCells(areaOf("B3:C4")!, "left");
        sheet.insertCells(areaOf("B3:C4")!, "down");
        sheet.deleteCells(areaOf("B3:C4")!, "up");
        expect(seen(sheet)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

/** Entries whose formulas look only to the left and spill only down: no circles, whose values depend on the path taken. */
const leftward = fc
  .array(
    fc.record({ row: fc.nat(9), column: fc.nat(5), kind: fc.nat(8), number: fc.integer({ min: 0, max: 9 }) }),
    { maxLength: 16 },
  )
  .map((cells) =>
    cells.map(({ row, column, kind, number }) => {
      const left = String.fromCharCode(65 + Math.max(0, column - 1));
      const formulas = [
        `=SUM(A1:${left}9)`,
        `=${left}${row + 1}&"x"`,
        `=SUM(A:${left})`,
        `=SORT(${left}1:${left}3)`,
        `=FILTER(${left}:${left},${left}:${left}>${number},-1)`,
        `=SEQUENCE(COUNT(${left}1:${left}9)+1)`,
        `=IFERROR(ROWS(${left}${number + 1}#),0)`,
      ];
      return {
        row,
        column,
        bold: false,
        input: column === 0 ? number : (formulas[kind] ?? (kind === 7 ? "" : number)),
      };
    }),
  );

test("what is recalculated after an edit is what a full calculation gives", () => {
  fc.assert(
    fc.property(leftward, leftward, (first, edits) => {
      const sheet = filled(first);
      for (const { row, column, input } of edits) sheet.enter(row, column, input);
      const incremental = sheet.values(WINDOW);
      sheet.book.calculation.recalculateAll();
      expect(incremental).toEqual(sheet.values(WINDOW));
    }),
    { numRuns: 300 },
  );
});

test("the used area is the smallest one around values, and around formats too", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          row: fc.nat(5000),
          column: fc.nat(30),
          value: fc.constantFrom<CellValue>(1, "a", null, true),
        }),
        {
          maxLength: 20,
        },
      ),
      (cells) => {
        const sheet = new Workbook().activeSheet;
        const held = new Map<string, { row: number; column: number }>();
        for (const { row, column, value } of cells) {
          sheet.write({ top: row, left: column, bottom: row, right: column }, [[value]]);
          if (value === null) held.delete(`${row},${column}`);
          else held.set(`${row},${column}`, { row, column });
        }
        const places = [...held.values()];
        const expected =
          places.length === 0
            ? undefined
            : {
                top: Math.min(...places.map(({ row }) => row)),
                bottom: Math.max(...places.map(({ row }) => row)),
                left: Math.min(...places.map(({ column }) => column)),
                right: Math.max(...places.map(({ column }) => column)),
              };
        expect(sheet.usedArea(true)).toEqual(expected);
      },
    ),
  );
  const sheet = new Workbook().activeSheet;
  sheet.setStyle(areaOf("D4")!, { fill: "#FF0000" });
  expect([sheet.usedArea(true), sheet.usedArea(false)]).toEqual([undefined, areaOf("D4")]);
});

describe("styles", () => {
  test("of columns and rows cost nothing and yield to the later one where they meet", () => {
    const sheet = new Workbook().activeSheet;
    sheet.setStyle(areaOf("B:B")!, { numberFormat: "0%" });
    sheet.setStyle(areaOf("3:3")!, { font: { bold: true } });
    sheet.setStyle(areaOf("B5")!, { fill: "#00FF00" });
    sheet.setStyle(areaOf("B:B")!, { wrapText: true });
    expect(sheet.style(ROWS - 1, 1)).toMatchObject({ numberFormat: "0%", wrapText: true });
    expect(sheet.style(4, 1)).toMatchObject({ numberFormat: "0%", fill: "#00FF00", wrapText: true });
    expect(sheet.style(2, 7).font.bold).toBe(true);
    expect(sheet.style(0, 0).numberFormat).toBe("General");
    sheet.clear(areaOf("B5:B6")!, "formats");
    expect(sheet.style(4, 1)).toMatchObject({ numberFormat: "General", fill: "" });
  });

  test("of borders and fonts change only what is named", () => {
    const sheet = new Workbook().activeSheet;
    const line = { style: "Continuous", color: "#000000", weight: "Thin" };
    sheet.setStyle(areaOf("A1")!, { borders: { top: line }, font: { size: 14 } });
    sheet.setStyle(areaOf("A1")!, { borders: { bottom: line }, font: { italic: true } });
    sheet.setStyle(areaOf("A1")!, { borders: { top: undefined } });
    expect(sheet.style(0, 0)).toMatchObject({ borders: { bottom: line }, font: { size: 14, italic: true } });
    expect(sheet.style(0, 0).borders.top).toBeUndefined();
  });
});

test("merging keeps the top left value only", () => {
  const sheet = new Workbook().activeSheet;
  sheet.write(areaOf("A1:B2")!, [
    ["a", "b"],
    ["c", "d"],
  ]);
  sheet.merge(areaOf("A1:B2")!);
  expect(sheet.values(areaOf("A1:B2")!)).toEqual([
    ["a", null],
    [null, null],
  ]);
  expect(sheet.mergeOf(1, 1)).toEqual(areaOf("A1:B2"));
  sheet.merge(areaOf("A1:B2")!, true);
  expect(sheet.merges).toEqual([areaOf("A1:B1"), areaOf("A2:B2")]);
  sheet.unmerge(areaOf("A:A")!);
  expect(sheet.merges).toEqual([]);
});

test("SUBTOTAL passes over filtered rows, 109 over hidden ones too", () => {
  const sheet = new Workbook().activeSheet;
  sheet.enterArea(areaOf("A1:B4")!, [[1, "=SUBTOTAL(9,A1:A4)"], [2, "=SUBTOTAL(109,A1:A4)"], [4], [8]]);
  sheet.setRowsHidden(1, 1, true);
  sheet.setRowsHidden(2, 2, true, "filter");
  expect([sheet.value(0, 1), sheet.value(1, 1)]).toEqual([11, 9]);
});

const SOAK = process.env["TIERSHEET_SOAK"] !== undefined;

describe.skipIf(!SOAK)("a million rows by ten columns (only with TIERSHEET_SOAK set)", () => {
  test("are written and read back in blocks", { timeout: 120_000 }, () => {
    const sheet = new Workbook().activeSheet;
    const block = 20_000;
    for (let top = 0; top < 1_000_000; top += block) {
      const rows = Array.from({ length: block }, (_, row) =>
        Array.from({ length: 10 }, (_, column) => (top + row) * 10 + column),
      );
      sheet.write({ top, left: 0, bottom: top + block - 1, right: 9 }, rows);
    }
    expect(sheet.usedArea(true)).toEqual(areaOf("A1:J1000000"));
    for (let top = 0; top < 1_000_000; top += block) {
      const rows = sheet.values({ top, left: 0, bottom: top + block - 1, right: 9 });
      expect(rows[block - 1]![9]).toBe((top + block - 1) * 10 + 9);
    }
    sheet.enter(0, 11, "=SUM(A:J)");
    expect(sheet.value(0, 11)).toBe((9_999_999 * 10_000_000) / 2);
    sheet.insertCells(areaOf("2:2")!, "down");
    expect(sheet.value(1_000_000, 9)).toBe(9_999_999);
  });
});
