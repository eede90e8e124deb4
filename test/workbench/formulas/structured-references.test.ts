import { describe, expect, test } from "vitest";
import { areaOf } from "../../../src/workbench/workbook/area";
import { isCellError } from "../../../src/workbench/workbook/cell-value";
import type { Sheet } from "../../../src/workbench/workbook/sheet";
import { addTable, changed } from "../../../src/workbench/workbook/table-edit";
import { isRefusal } from "../../../src/workbench/workbook/refusal";
import type { Table } from "../../../src/workbench/workbook/table";
import { Workbook } from "../../../src/workbench/workbook/workbook";

/** The table of the documentation's examples, in A1:C4, and a place for formulas beside it. */
function withTable(): {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly shows: (formula: string) => unknown;
} {
  const sheet = new Workbook().activeSheet;
  sheet.write(areaOf("A1:C4")!, [
    ["Region", "Sales Amount", "Rate"],
    ["East", 100, 0.1],
    ["West", 200, 0.2],
    ["East", 300, 0.3],
  ]);
  const table = addTable(sheet, areaOf("A1:C4")!, true);
  if (isRefusal(table)) throw new Error(table.message);
  sheet.book.change(() => {
    table.name = "DeptSales";
    changed(table);
  });
  const shows = (formula: string): unknown => {
    sheet.enter(1, 7, formula);
    const value = sheet.value(1, 7);
    return isCellError(value) ? value.error : value;
  };
  return { sheet, table, shows };
}

// https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e
describe("structured references", () => {
  test.each([
    ["=SUM(DeptSales[Sales Amount])", 600],
    ["=SUM(deptsales[sales amount])", 600],
    ["=SUM(DeptSales[[Sales Amount]:[Rate]])", 600.6],
    ["=ROWS(DeptSales[#All])", 4],
    ["=ROWS(DeptSales)", 3],
    ["=ROWS(DeptSales[#Data])", 3],
    ["=INDEX(DeptSales[[#Headers],[Rate]],1)", "Rate"],
    ["=COUNTA(DeptSales[[#Headers],[#Data],[Rate]])", 4],
    ["=DeptSales[[#This Row],[Sales Amount]]*2", 200],
    ["=DeptSales[@Rate]", 0.1],
    ["=DeptSales[@[Sales Amount]]", 100],
    ['=SUMIFS(DeptSales[Sales Amount],DeptSales[Region],"East")', 400],
    ["=DeptSales[[#Totals],[Rate]]", "#REF!"],
    ["=DeptSales[Nothing]", "#REF!"],
    ["=Nothing[Rate]", "#REF!"],
    ["=[@Rate]", "#REF!"],
  ])("%s is %s", (formula, value) => {
    const { shows } = withTable();
    const result = shows(formula);
    if (typeof value === "number") expect(result).toBeCloseTo(value, 9);
    else expect(result).toBe(value);
  });

  test("follow other names of the table and its columns", () => {
    const { sheet, table, shows } = withTable();
    expect(shows("=SUM(DeptSales[Rate])+ROWS(DeptSales)+DeptSales[@Rate]")).toBeCloseTo(3.7, 9);
    sheet.book.change(() => {
      table.name = "Sales_2024";
      changed(table);
    });
    sheet.enter(0, 2, "Net rate");
    sheet.book.change(() => changed(table));
    expect(sheet.formula(1, 7)).toBe("=SUM(Sales_2024[Net rate])+ROWS(Sales_2024)+Sales_2024[@[Net rate]]");
    expect(sheet.value(1, 7)).toBeCloseTo(3.7, 9);
  });

  test("follow the table when it grows", () => {
    const { sheet, table, shows } = withTable();
    expect(shows("=SUM(DeptSales[Rate])")).toBeCloseTo(0.6, 9);
    sheet.enter(4, 2, 0.4);
    sheet.book.change(() => {
      table.area = areaOf("A1:C5")!;
      changed(table);
    });
    expect(sheet.value(1, 7)).toBeCloseTo(1, 9);
    sheet.insertCells(areaOf("2:3")!, "down");
    expect(sheet.value(3, 7)).toBeCloseTo(1, 9);
  });

  test("a spill doesn't fit into a table", () => {
    const { sheet } = withTable();
    sheet.enter(5, 0, "=SEQUENCE(1,2)");
    sheet.enter(3, 2, "=SEQUENCE(2)");
    expect(sheet.value(3, 2)).toEqual({ error: "#SPILL!" });
  });
});
