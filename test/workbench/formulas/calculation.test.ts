import { describe, expect, test } from "vitest";
import { areaOf } from "../../../src/workbench/workbook/area";
import { isCellError } from "../../../src/workbench/workbook/cell-value";
import type { Change } from "../../../src/workbench/workbook/workbook";
import { Workbook } from "../../../src/workbench/workbook/workbook";
import type { Sheet } from "../../../src/workbench/workbook/sheet";

/** Enters "A1" → input pairs in one batch. */
function enter(sheet: Sheet, entries: Readonly<Record<string, string | number | boolean>>): void {
  sheet.book.batch("user", () => {
    for (const [address, input] of Object.entries(entries)) {
      const { top, left } = areaOf(address)!;
      sheet.enter(top, left, input);
    }
  });
}

/** What a cell shows; errors by their code. */
function at(sheet: Sheet, address: string): unknown {
  const { top, left } = areaOf(address)!;
  const value = sheet.value(top, left);
  return isCellError(value) ? value.error : value;
}

const all = (sheet: Sheet, ...addresses: string[]): unknown[] =>
  addresses.map((address) => at(sheet, address));

function newSheet(): Sheet {
  return new Workbook().activeSheet;
}

describe("recalculation", () => {
  test("follows chains in whatever order they were entered", () => {
    const sheet = newSheet();
    enter(sheet, { C1: "=B1*2", B1: "=A1+1", A1: 1 });
    expect(at(sheet, "C1")).toBe(4);
    enter(sheet, { A1: 10 });
    expect(at(sheet, "C1")).toBe(22);
  });

  test("reaches 10,000 cells in a row without running out of stack", () => {
    const sheet = newSheet();
    sheet.book.batch("user", () => {
      for (let row = 9_999; row > 0; row--) sheet.enter(row, 0, `=A${row}+1`);
      sheet.enter(0, 0, 1);
    });
    expect(at(sheet, "A10000")).toBe(10_000);
  });

  test("shows 0 in a circle, and in what stands on it the sum of that", () => {
    const sheet = newSheet();
    enter(sheet, { A1: "=B1+1", B1: "=A1+1", C1: "=A1+5" });
    expect(all(sheet, "A1", "B1", "C1")).toEqual([0, 0, 5]);
    enter(sheet, { B1: 1 });
    expect(all(sheet, "A1", "B1", "C1")).toEqual([2, 1, 7]);
  });

  test("computes within a batch when asked to", () => {
    const sheet = newSheet();
    sheet.book.batch("add-in", () => {
      sheet.enter(0, 0, 2);
      sheet.enter(0, 1, "=A1*3");
      sheet.book.calculation.settle();
      expect(at(sheet, "B1")).toBe(6);
    });
  });

  test("waits in manual mode until told", () => {
    const sheet = newSheet();
    enter(sheet, { A1: 1, B1: "=A1" });
    sheet.book.calculation.mode = "Manual";
    enter(sheet, { A1: 2 });
    expect(at(sheet, "B1")).toBe(1);
    sheet.book.calculation.recalculateAll();
    expect(at(sheet, "B1")).toBe(2);
  });

  test("computes OFFSET and INDIRECT after what they lead to", () => {
    const sheet = newSheet();
    enter(sheet, { D1: "=OFFSET(A1,0,1)", E1: '=INDIRECT("B1")*2', B1: "=A1+1", A1: 1 });
    enter(sheet, { A1: 5 });
    expect(all(sheet, "D1", "E1")).toEqual([6, 12]);
  });

  test("knows other sheets, and a sheet that comes later", () => {
    const book = new Workbook();
    const sheet = book.activeSheet;
    enter(sheet, { A1: "='Other sheet'!B2*2" });
    expect(at(sheet, "A1")).toBe("#REF!");
    const other = book.addSheet("Other sheet");
    enter(other, { B2: 21 });
    expect(at(sheet, "A1")).toBe(42);
  });

  test("knows names of the workbook and of the sheet", () => {
    const book = new Workbook();
    const sheet = book.activeSheet;
    enter(sheet, { A1: 2, A2: 3, B1: "=SUM(Amounts)*Rate", B2: "=NoSuch" });
    expect(at(sheet, "B1")).toBe("#NAME?");
    book.defineName({ name: "Amounts", formula: "=Sheet1!$A$1:$A$2" });
    book.defineName({ name: "rate", formula: "=10%" });
    expect(at(sheet, "B1")).toBe(0.5);
    enter(sheet, { A1: 7 });
    expect(at(sheet, "B1")).toBe(1);
    book.defineName({ name: "Rate", formula: "=2", scope: sheet });
    expect(at(sheet, "B1")).toBe(20);
    book.deleteName(book.definedName("Amounts")!);
    expect(at(sheet, "B1")).toBe("#NAME?");
  });
});

// https://support.microsoft.com/office/dynamic-array-formulas-and-spilled-array-behavior-205c6b06-03ba-4151-89a1-87a7eb36e531
describe("spills", () => {
  test("fill blank cells, show no formula there, and are known by A1#", () => {
    const sheet = newSheet();
    enter(sheet, { A1: "=SEQUENCE(3,2)", D1: "=SUM(A1#)", D2: "=ROWS(A1#)" });
    expect(sheet.values(areaOf("A1:B3")!)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(sheet.formula(1, 0)).toBeUndefined();
    expect(sheet.spillOf(2, 1)).toEqual({ anchor: { row: 0, column: 0 }, area: areaOf("A1:B3") });
    expect(all(sheet, "D1", "D2")).toEqual([21, 3]);
  });

  test("shrink and grow, and what stands on their cells follows", () => {
    const sheet = newSheet();
    enter(sheet, { A1: 3, C1: "=SEQUENCE(A1)", E1: "=SUM(C1:C10)", E2: "=SUM(C1#)" });
    expect(all(sheet, "E1", "E2")).toEqual([6, 6]);
    enter(sheet, { A1: 5 });
    expect(all(sheet, "E1", "E2", "C5")).toEqual([15, 15, 5]);
    enter(sheet, { A1: 2 });
    expect(all(sheet, "E1", "E2", "C3")).toEqual([3, 3, null]);
    enter(sheet, { A1: 1 });
    expect(all(sheet, "E1", "C2")).toEqual([1, null]);
    expect(sheet.spillOf(0, 2)).toBeUndefined();
  });

  test("are blocked by what stands in the way, and free again when it goes", () => {
    const sheet = newSheet();
    enter(sheet, { A3: "x", A1: "=SEQUENCE(4)" });
    expect(all(sheet, "A1", "A2", "A3")).toEqual(["#SPILL!", null, "x"]);
    enter(sheet, { A3: "" });
    expect(all(sheet, "A1", "A4")).toEqual([1, 4]);
    enter(sheet, { A2: "typed" });
    expect(all(sheet, "A1", "A2", "A3")).toEqual(["#SPILL!", "typed", null]);
    sheet.clear(areaOf("A2")!, "contents");
    expect(all(sheet, "A1", "A2")).toEqual([1, 2]);
  });

  test("come back when only some of their cells are cleared", () => {
    const sheet = newSheet();
    enter(sheet, { A1: "=SEQUENCE(4)" });
    sheet.clear(areaOf("A3:A4")!, "contents");
    expect(all(sheet, "A3", "A4")).toEqual([3, 4]);
  });

  test("don't fit on merged cells, in tables' cells or beyond the edge", () => {
    const sheet = newSheet();
    enter(sheet, { A1: "=SEQUENCE(3)" });
    sheet.merge(areaOf("A2:B2")!);
    expect(at(sheet, "A1")).toBe("#SPILL!");
    sheet.unmerge(areaOf("A2")!);
    expect(at(sheet, "A3")).toBe(3);
    sheet.enter(1_048_575, 4, "=SEQUENCE(2)");
    expect(at(sheet, "E1048576")).toBe("#SPILL!");
  });

  test("two that want the same cell: the later one is blocked", () => {
    const sheet = newSheet();
    enter(sheet, { A1: "=SEQUENCE(3)" });
    enter(sheet, { A2: "" });
    enter(sheet, { B1: "=SEQUENCE(1,2)" });
    sheet.enter(2, 1, "=SEQUENCE(1,3)");
    enter(sheet, { D1: "=SEQUENCE(3)" });
    expect(at(sheet, "D1")).toBe("#SPILL!");
    enter(sheet, { B3: "" });
    expect(at(sheet, "D3")).toBe(3);
  });

  test("going away leaves blank cells", () => {
    const sheet = newSheet();
    enter(sheet, { A1: "=SEQUENCE(3)" });
    enter(sheet, { A1: 7 });
    expect(all(sheet, "A1", "A2", "A3")).toEqual([7, null, null]);
  });

  test("a blank in a result shows 0", () => {
    const sheet = newSheet();
    enter(sheet, { A1: 1, A3: 3, C1: "=A1:A3" });
    expect(all(sheet, "C1", "C2", "C3")).toEqual([1, 0, 3]);
  });
});

describe("moved cells", () => {
  test("take their formulas along, and formulas that mean them", () => {
    const sheet = newSheet();
    enter(sheet, { A1: 1, A2: 2, A3: "=SUM(A1:A2)", B1: "=$A$2", C1: "=A:A" });
    sheet.insertCells(areaOf("2:2")!, "down");
    expect(sheet.formula(3, 0)).toBe("=SUM(A1:A3)");
    expect(sheet.formula(0, 1)).toBe("=$A$3");
    expect(sheet.formula(0, 2)).toBe("=A:A");
    enter(sheet, { A2: 5 });
    expect(at(sheet, "A4")).toBe(8);
    sheet.deleteCells(areaOf("3:3")!, "up");
    expect(sheet.formula(2, 0)).toBe("=SUM(A1:A2)");
    expect(sheet.formula(0, 1)).toBe("=#REF!");
    expect(all(sheet, "A3", "B1")).toEqual([6, "#REF!"]);
  });

  test("across sheets, names and columns too", () => {
    const book = new Workbook();
    const sheet = book.activeSheet;
    const other = book.addSheet("O'Neil");
    book.defineName({ name: "Rate", formula: "=Sheet1!$B$1" });
    enter(sheet, { B1: 4 });
    enter(other, { A1: "=Sheet1!B1*2", A2: "=Rate", A3: "=B1" });
    sheet.insertCells(areaOf("A:A")!, "right");
    expect(other.formula(0, 0)).toBe("=Sheet1!C1*2");
    expect(book.definedName("rate")!.formula).toBe("=Sheet1!$C$1");
    expect(other.formula(2, 0)).toBe("=B1");
    enter(sheet, { C1: 5 });
    expect(all(other, "A1", "A2")).toEqual([10, 5]);
    book.renameSheet(sheet, "Data 2024");
    expect(other.formula(0, 0)).toBe("='Data 2024'!C1*2");
    enter(sheet, { A1: "='O''Neil'!A1" });
    book.deleteSheet(other);
    expect(sheet.formula(0, 0)).toBe("=#REF!");
  });

  test("only in the columns that move", () => {
    const sheet = newSheet();
    enter(sheet, { A1: 1, A2: 2, B2: 20, D1: "=A2+B2", D2: "=SUM(A1:B2)" });
    sheet.insertCells(areaOf("A2")!, "down");
    expect(sheet.formula(0, 3)).toBe("=A3+B2");
    expect(sheet.formula(1, 3)).toBe("=SUM(A1:B2)");
    expect(all(sheet, "A2", "A3", "B2")).toEqual([null, 2, 20]);
    sheet.deleteCells(areaOf("A1")!, "left");
    expect(all(sheet, "A1", "C1")).toEqual([null, 22]);
  });

  test("take spills, merges, heights and hidden rows along", () => {
    const sheet = newSheet();
    enter(sheet, { A3: "=SEQUENCE(3)", E1: "=SUM(A3#)" });
    sheet.merge(areaOf("C4:D4")!);
    sheet.setRowHeight(3, 3, 40);
    sheet.setRowsHidden(5, 5, true);
    sheet.insertCells(areaOf("1:2")!, "down");
    expect(sheet.values(areaOf("A5:A7")!)).toEqual([[1], [2], [3]]);
    expect(sheet.formula(2, 4)).toBe("=SUM(A5#)");
    expect(at(sheet, "E3")).toBe(6);
    expect(sheet.merges).toEqual([areaOf("C6:D6")]);
    expect(sheet.rowHeight(5)).toBe(40);
    expect(sheet.rowHidden(7)).toBe(true);
    sheet.insertCells(areaOf("6:6")!, "down");
    expect(sheet.values(areaOf("A5:A7")!)).toEqual([[1], [2], [3]]);
  });
});

test("listeners are told once, after calculation, who changed what", () => {
  const sheet = newSheet();
  enter(sheet, { C1: "=SUM(A1:B9)" });
  const changes: Change[] = [];
  const stop = sheet.book.listen((change) => {
    changes.push(change);
    if (change.kind === "cells" && change.source === "add-in") expect(at(sheet, "C1")).toBe(8);
  });
  sheet.book.batch("add-in", () => {
    for (let row = 0; row < 2; row++) for (let column = 0; column < 2; column++) sheet.enter(row, column, 2);
  });
  stop();
  sheet.enter(5, 5, 1);
  expect(
    changes.map((change) => (change.kind === "cells" ? [change.source, change.area] : change.kind)),
  ).toEqual([
    ["add-in", areaOf("A1:B2")],
    ["calculation", areaOf("C1")],
  ]);
});
