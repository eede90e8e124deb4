import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, areaOf } from "../../../src/workbench/workbook/area";
import { entered } from "../../../src/workbench/workbook/entered";
import { copiedFormula } from "../../../src/workbench/workbook/copied-formula";
import { shiftedArea } from "../../../src/workbench/workbook/shifted-area";
import { isRefusal } from "../../../src/workbench/workbook/refusal";
import { subtracted } from "../../../src/workbench/workbook/subtracted";
import type { Table } from "../../../src/workbench/workbook/table";
import { addTable } from "../../../src/workbench/workbook/table-edit";
import { uniqueHeaders } from "../../../src/workbench/workbook/table-header";
import { Workbook } from "../../../src/workbench/workbook/workbook";

function tableAt(address: string): {
  table: Table;
  type: (address: string, values: (string | number)[][]) => void;
} {
  const sheet = new Workbook().sheets[0]!;
  sheet.enterArea(areaOf("A1:B3")!, [
    ["Name", "Spend"],
    ["Ada", 1],
    ["Bob", 2],
  ]);
  const table = addTable(sheet, areaOf(address)!, true);
  if (isRefusal(table)) throw new Error(table.message);
  return {
    table,
    type: (cells, values) => {
      sheet.enterArea(areaOf(cells)!, values);
      entered(sheet, areaOf(cells)!);
    },
  };
}

// https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins: values directly below expand a table
describe("a table beside which is written", () => {
  it.each([
    ["A4:B5", "A1:B5", "right below"],
    ["B4", "A1:B4", "below one of its columns"],
    ["C1:C3", "A1:C3", "right beside it"],
    ["A5:B5", "A1:B3", "with a row between"],
    ["A4:C4", "A1:B3", "below, and wider than it"],
    ["D1:D3", "A1:B3", "with a column between"],
  ])("%s makes it %s: %s", (cells, wanted) => {
    const { table, type } = tableAt("A1:B3");
    const area = areaOf(cells)!;
    const row = (): string[] => new Array<string>(area.right - area.left + 1).fill("x");
    type(cells, Array.from({ length: area.bottom - area.top + 1 }, row));
    expect(addressOf(table.area)).toBe(wanted);
  });

  it("stays where its totals row is in the way, or nothing was written", () => {
    const { table, type } = tableAt("A1:B3");
    type("A4:B4", [["", ""]]);
    expect(addressOf(table.area)).toBe("A1:B3");
  });

  it("takes what is typed into its header as names", () => {
    const { table, type } = tableAt("A1:B3");
    type("A1:B1", [["Spend", ""]]);
    expect(table.columns.map(({ name }) => name)).toEqual(["Spend", "Spend2"]);
  });
});

describe("header names", () => {
  it("are never blank and never twice, in any case", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "a", "A", "a2", "A2", "Column1", "b")), (texts) => {
        const names = uniqueHeaders(texts, "en-US");
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length);
        expect(names.every((name) => name !== "")).toBe(true);
        const first = texts.findIndex((text) => text !== "");
        if (first >= 0) expect(names[first]).toBe(texts[first]);
      }),
    );
  });
});

describe("areas", () => {
  const area = fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(8)).map(([a, b, c, d]) => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
  const cells = (areas: { top: number; left: number; bottom: number; right: number }[]): Set<number> => {
    const found = new Set<number>();
    for (const { top, left, bottom, right } of areas)
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) found.add(row * 100 + column);
    return found;
  };

  it("lose exactly the cells taken off", () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 3 }), fc.array(area, { maxLength: 3 }), (areas, without) => {
        const holes = cells(without);
        expect(cells(subtracted(areas, without))).toEqual(
          new Set([...cells(areas)].filter((cell) => !holes.has(cell))),
        );
      }),
    );
  });

  it("come back where they were when what was inserted is deleted", () => {
    fc.assert(
      fc.property(area, fc.nat(10), fc.integer({ min: 1, max: 4 }), (one, at, count) => {
        const rows = { top: at, bottom: at + count - 1, left: 0, right: 16_383 };
        const there = shiftedArea(one, { area: rows, shift: "down" })!;
        expect(shiftedArea(there, { area: rows, shift: "up" })).toEqual(one);
      }),
    );
  });
});

describe("a formula copied elsewhere", () => {
  it.each([
    ["=A1+$B$2*C$3", 2, 1, "=B3+$B$2*D$3"],
    ['=SUM(A1:B2)&"A1"', 1, 0, '=SUM(A2:B3)&"A1"'],
    ["=Sheet2!A1+'A1'!B2", 1, 1, "=Sheet2!B2+'A1'!C3"],
    ["=A1", -1, 0, "=#REF!"],
    ["=SUM(A:A)+SUM($1:$1)+LOG10(B1)", 3, 2, "=SUM(C:C)+SUM($1:$1)+LOG10(D4)"],
  ])("%s, %i down and %i across, is %s", (formula, down, across, wanted) => {
    expect(copiedFormula(formula, down, across)).toBe(wanted);
  });
});
