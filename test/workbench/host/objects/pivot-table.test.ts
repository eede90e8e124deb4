import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../../src/workbench/transports/node";

let office: OfficeInNode;
beforeEach(async () => {
  office = await startOfficeInNode();
});
afterEach(() => office.stop());

const FARMS = [
  ["Farm", "Type", "Classification", "Sold at Farm", "Sold Wholesale"],
  ["A Farms", "Lime", "Organic", 300, 2000],
  ["A Farms", "Lemon", "Organic", 250, 1800],
  ["B Farms", "Lime", "Conventional", 80, 1000],
  ["B Farms", "Orange", "Organic", 20, 500],
];

/** Runs with the table Farms of "Data" and an empty PivotTable on "Pivot" at A3. */
const withPivot = <T>(
  work: (context: Excel.RequestContext, pivot: Excel.PivotTable, sheet: Excel.Worksheet) => Promise<T>,
): Promise<T> =>
  Excel.run(async (context) => {
    const data = context.workbook.worksheets.getActiveWorksheet();
    data.name = "Data";
    data.getRange("A1:E5").values = FARMS;
    data.tables.add("A1:E5", true).name = "Farms";
    const sheet = context.workbook.worksheets.add("Pivot");
    const pivot = sheet.pivotTables.add("Farm Sales", "Farms", "A3");
    await context.sync();
    return work(context, pivot, sheet);
  });

const code = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "no error";
};

const values = async (context: Excel.RequestContext, range: Excel.Range): Promise<unknown[][]> => {
  range.load("values");
  await context.sync();
  return range.values;
};

describe("PivotTables changed many times in one request", () => {
  const [FARM, SOLD] = ["Farm", "Sold at Farm"];

  it("are as new whenever something looks at them: their range, a cell, a place to write", () =>
    withPivot(async (context, pivot, sheet) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem(FARM));
      const first = pivot.layout.getRange();
      pivot.dataHierarchies.add(pivot.hierarchies.getItem(SOLD)).name = "Sold in all";
      const second = pivot.layout.getRange();
      const total = sheet.getRange("B6");
      total.load("values");
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("Type"));
      const last = pivot.layout.getRange();
      for (const range of [first, second, last]) range.load("address");
      await context.sync();
      expect([first.address, second.address, last.address]).toEqual([
        "Pivot!A3:A6",
        "Pivot!A3:B6",
        "Pivot!A3:E7",
      ]);
      expect(total.values).toEqual([[650]]);
      const touching = async () => {
        pivot.layout.layoutType = "Tabular";
        pivot.columnHierarchies.add(pivot.hierarchies.getItem("Classification"));
        sheet.getRange("F5").values = [["over a column that has just come"]];
        await context.sync();
      };
      expect(await code(touching())).toBe("PivotTableRangeConflict");
    }));

  it("that wouldn't fit are set up as they were before, and the request is refused at its end", () =>
    withPivot(async (context, pivot, sheet) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem(FARM));
      const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem(SOLD));
      sheet.getRange("D4").values = [["mine"]];
      await context.sync();
      const growing = async () => {
        data.name = "Sold in all";
        pivot.columnHierarchies.add(pivot.hierarchies.getItem("Type"));
        await context.sync();
      };
      expect(await code(growing())).toBe("PivotTableRangeConflict");
      pivot.columnHierarchies.load("items/name");
      pivot.dataHierarchies.load("items/name");
      const mine = await values(context, sheet.getRange("A3:D6"));
      expect(mine).toEqual([
        ["Row Labels", "Sum of Sold at Farm", "", ""],
        ["A Farms", 550, "", "mine"],
        ["B Farms", 100, "", ""],
        ["Grand Total", 650, "", ""],
      ]);
      expect(pivot.columnHierarchies.items).toEqual([]);
      expect(pivot.dataHierarchies.items.map(({ name }) => name)).toEqual(["Sum of Sold at Farm"]);
    }));

  it("leave a refused change out and keep those before it", () =>
    withPivot(async (context, pivot, sheet) => {
      const wrong = async () => {
        pivot.rowHierarchies.add(pivot.hierarchies.getItem(FARM));
        pivot.dataHierarchies.add(pivot.hierarchies.getItem(SOLD)).name = "Farm";
        await context.sync();
      };
      expect(await code(wrong())).toBe("InvalidArgument");
      expect((await values(context, sheet.getRange("A3:B4")))[0]).toEqual([
        "Row Labels",
        "Sum of Sold at Farm",
      ]);
    }));

  it("show in formulas that mean their cells", () =>
    withPivot(async (context, pivot, sheet) => {
      sheet.getRange("G1").formulas = [["=SUM(A3:F20)"]];
      pivot.rowHierarchies.add(pivot.hierarchies.getItem(FARM));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem(SOLD));
      await context.sync();
      expect(await values(context, sheet.getRange("G1"))).toEqual([[1300]]);
    }));
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables
describe("PivotTables", () => {
  it("are built hierarchy by hierarchy and read through their layout's ranges", () =>
    withPivot(async (context, pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("Classification"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      const { layout } = pivot;
      expect(await values(context, layout.getRange())).toEqual([
        ["Sum of Sold at Farm", "Column Labels", "", ""],
        ["Row Labels", "Conventional", "Organic", "Grand Total"],
        ["A Farms", "", 550, 550],
        ["B Farms", 80, 20, 100],
        ["Grand Total", 80, 570, 650],
      ]);
      const parts = [layout.getDataBodyRange(), layout.getRowLabelRange(), layout.getColumnLabelRange()];
      for (const part of parts) part.load("address");
      await context.sync();
      expect(parts.map(({ address }) => address)).toEqual(["Pivot!B5:D7", "Pivot!A4:A7", "Pivot!B3:D4"]);
      expect(await values(context, layout.getDataBodyRange().getLastRow())).toEqual([[80, 570, 650]]);
    }));

  it("name and show data as they are told, with their number format", () =>
    withPivot(async (context, pivot, sheet) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      const sum = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold Wholesale"));
      sum.name = "Revenue ";
      sum.numberFormat = "#,##0.00";
      const share = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold Wholesale"));
      share.showAs = { calculation: Excel.ShowAsCalculation.percentOfGrandTotal };
      share.name = "Share";
      const count = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Type"));
      count.load("name,summarizeBy");
      const range = sheet.getRange("A3:D6").load("values,text");
      await context.sync();
      expect(count.toJSON()).toMatchObject({ name: "Count of Type", summarizeBy: "Count" });
      expect(range.values).toEqual([
        ["Row Labels", "Revenue ", "Share", "Count of Type"],
        ["A Farms", 3800, 3800 / 5300, 2],
        ["B Farms", 1500, 1500 / 5300, 2],
        ["Grand Total", 5300, 1, 4],
      ]);
      expect(range.text[1]).toEqual(["A Farms", "3,800.00", "71.70%", "2"]);
    }));

  it("refuse a data name that is a column's", () =>
    withPivot(async (context, pivot) => {
      const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      await context.sync();
      data.name = "sold wholesale";
      expect(await code(context.sync())).toBe("InvalidArgument");
    }));

  it("move a hierarchy from one axis to another, and know it by name there", () =>
    withPivot(async (context, pivot) => {
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("Type"));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Type"));
      pivot.columnHierarchies.load("items/name");
      pivot.rowHierarchies.load("items/name");
      const missing = pivot.columnHierarchies.getItemOrNullObject("Type");
      await context.sync();
      expect(pivot.columnHierarchies.items).toEqual([]);
      expect(pivot.rowHierarchies.items.map(({ name }) => name)).toEqual(["Type"]);
      expect(missing.isNullObject).toBe(true);
    }));

  it("see new rows and columns of their table after a refresh", () =>
    withPivot(async (context, pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      const table = context.workbook.tables.getItem("Farms");
      table.rows.add(undefined, [["C Farms", "Kiwi", "Organic", 7, 70]]);
      table.columns.add(undefined, undefined, "Region");
      const before = await values(context, pivot.layout.getDataBodyRange());
      expect(before).toEqual([[550], [100], [650]]);
      expect(pivot.hierarchies.getItemOrNullObject("Region")).toBeDefined();
      pivot.refresh();
      expect(await values(context, pivot.layout.getDataBodyRange())).toEqual([[550], [100], [7], [657]]);
      const region = pivot.hierarchies.getItem("Region").load("name");
      await context.sync();
      expect(region.name).toBe("Region");
    }));

  it("sort, filter and hide items", () =>
    withPivot(async (context, pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Type"));
      const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold Wholesale"));
      const field = pivot.rowHierarchies.getItem("Type").fields.getItem("Type");
      field.sortByValues("Descending", data);
      const labels = async (): Promise<unknown[]> =>
        (await values(context, pivot.layout.getRowLabelRange())).map(([label]) => label).slice(1, -1);
      expect(await labels()).toEqual(["Lime", "Lemon", "Orange"]);
      field.sortByLabels("Descending" as Excel.SortBy);
      expect(await labels()).toEqual(["Orange", "Lime", "Lemon"]);
      field.applyFilter({ manualFilter: { selectedItems: ["Lime", "Orange"] } });
      expect(await labels()).toEqual(["Orange", "Lime"]);
      field.applyFilter({ labelFilter: { condition: "BeginsWith", substring: "l" } } as Excel.PivotFilters);
      expect(await labels()).toEqual(["Lime", "Lemon"]);
      field.applyFilter({
        valueFilter: { condition: "GreaterThan", comparator: 1000, value: "Sum of Sold Wholesale" },
      } as Excel.PivotFilters);
      expect(await labels()).toEqual(["Lime", "Lemon"]);
      field.clearAllFilters();
      field.items.getItem("Lime").visible = false;
      expect(await labels()).toEqual(["Orange", "Lemon"]);
      const filtered = field.isFiltered();
      await context.sync();
      expect(filtered.value).toBe(true);
    }));

  it("refuse a filter of a field that is in no hierarchy", () =>
    withPivot(async (context, pivot) => {
      pivot.hierarchies
        .getItem("Type")
        .fields.getItem("Type")
        .applyFilter({ manualFilter: { selectedItems: ["Lime"] } });
      expect(await code(context.sync())).toBe("InvalidOperation");
    }));

  it("find the hierarchy and the items behind a cell", () =>
    withPivot(async (context, pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Type"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      const data = pivot.layout.getDataHierarchy("B5").load("name");
      const items = pivot.layout.getPivotItems("Row", "B5").load("items/name");
      await context.sync();
      expect(data.name).toBe("Sum of Sold at Farm");
      expect(items.items.map(({ name }) => name)).toEqual(["A Farms", "Lemon"]);
    }));

  it("own their cells: PivotTableRangeConflict for who writes into them", () =>
    withPivot(async (context, pivot, sheet) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      await context.sync();
      sheet.getRange("B4").values = [[1]];
      expect(await code(context.sync())).toBe("PivotTableRangeConflict");
      sheet.pivotTables.add("Other", "Farms", "B6");
      expect(await code(context.sync())).toBe("PivotTableRangeConflict");
    }));

  it("keep within their collection: ItemAlreadyExists, null objects, delete", () =>
    withPivot(async (context, pivot, sheet) => {
      sheet.pivotTables.add("FARM SALES", "Farms", "M3");
      expect(await code(context.sync())).toBe("ItemAlreadyExists");
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      pivot.delete();
      const gone = context.workbook.pivotTables.getItemOrNullObject("Farm Sales");
      const used = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      expect([gone.isNullObject, used.isNullObject]).toEqual([true, true]);
    }));

  it("are refused on a protected sheet unless its protection allows them", () =>
    withPivot(async (context, pivot, sheet) => {
      sheet.protection.protect({});
      await context.sync();
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      expect(await code(context.sync())).toBe("AccessDenied");
      sheet.protection.unprotect();
      sheet.protection.protect({ allowPivotTables: true });
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      expect(await code(context.sync())).toBe("no error");
    }));

  it("fail by name for what isn't simulated", () =>
    withPivot(async (context, pivot) => {
      const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      data.showAs = { calculation: Excel.ShowAsCalculation.runningTotal };
      await expect(context.sync()).rejects.toThrow("not simulated: DataPivotHierarchy.showAs RunningTotal");
    }));
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables#filter-with-slicers
describe("slicers", () => {
  it("filter a PivotTable by a field that isn't on it", () =>
    withPivot(async (context, pivot, sheet) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Farm"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Sold at Farm"));
      const slicer = sheet.slicers.add(pivot, "Type");
      slicer.load("name,caption,isFilterCleared");
      slicer.slicerItems.load("items/name,items/isSelected");
      await context.sync();
      expect(slicer.toJSON()).toMatchObject({ name: "Type", caption: "Type", isFilterCleared: true });
      expect(slicer.slicerItems.items.map(({ name }) => name)).toEqual(["Lemon", "Lime", "Orange"]);
      slicer.selectItems(["Lime"]);
      expect(await values(context, pivot.layout.getDataBodyRange())).toEqual([[300], [80], [380]]);
      const selected = slicer.getSelectedItems();
      await context.sync();
      expect(selected.value).toEqual(["Lime"]);
      slicer.clearFilters();
      expect(await values(context, pivot.layout.getDataBodyRange())).toEqual([[550], [100], [650]]);
    }));

  it("filter a table's rows, and go with their table", () =>
    withPivot(async (context, _, sheet) => {
      const table = context.workbook.tables.getItem("Farms");
      const slicer = context.workbook.slicers.add("Farms", "Farm", "Data");
      slicer.selectItems(["B Farms"]);
      const view = context.workbook.worksheets
        .getItem("Data")
        .getRange("A1:E5")
        .getVisibleView()
        .load("values");
      await context.sync();
      expect(view.values.map(([farm]) => farm)).toEqual(["Farm", "B Farms", "B Farms"]);
      slicer.selectItems(["Nobody"]);
      expect(await code(context.sync())).toBe("InvalidArgument");
      sheet.pivotTables.getItem("Farm Sales").delete();
      table.delete();
      const count = context.workbook.slicers.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    }));
});
