import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../../src/workbench/transports/node";

let office: OfficeInNode;
beforeEach(async () => {
  office = await startOfficeInNode();
});
afterEach(() => office.stop());

const DATA = [
  ["Date", "Merchant", "Category", "Amount"],
  ["1/1/2017", "The Phone Company", "Communications", 120],
  ["1/2/2017", "Northwind", "Transportation", 142],
  ["1/5/2017", "Best For You", "Groceries", 27],
  ["1/10/2017", "Coho Vineyard", "Restaurant", 33],
];

/** Runs with a sheet that holds the table of the documentation's article at A1:D5. */
const withTable = <T>(
  work: (context: Excel.RequestContext, table: Excel.Table, sheet: Excel.Worksheet) => Promise<T>,
): Promise<T> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:D5").values = DATA;
    const table = sheet.tables.add("A1:D5", true);
    await context.sync();
    return work(context, table, sheet);
  });

const code = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "no error";
};

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-tables
describe("tables", () => {
  it("are named Table1, Table2, banded, with filter buttons, in the medium style", () =>
    withTable(async (context, table) => {
      table.load();
      await context.sync();
      expect(table.toJSON()).toMatchObject({
        name: "Table1",
        showHeaders: true,
        showTotals: false,
        showBandedRows: true,
        showFilterButton: true,
        style: "TableStyleMedium2",
      });
    }));

  it("know their ranges: header, body, totals", () =>
    withTable(async (context, table) => {
      table.showTotals = true;
      const ranges = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.getTotalRowRange(),
      ];
      for (const range of ranges) range.load("address");
      await context.sync();
      expect(ranges.map(({ address }) => address)).toEqual([
        "Sheet1!A1:D6",
        "Sheet1!A1:D1",
        "Sheet1!A2:D5",
        "Sheet1!A6:D6",
      ]);
    }));

  it("put headers of their own above data without, and move it down", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.tables.add("A1:B2", false);
      const range = sheet.getRange("A1:B3").load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["Column1", "Column2"],
        [1, 2],
        [3, 4],
      ]);
    }));

  it("make headers text, unique and never blank", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:E1").values = [["Name", "name", "", 2024, "Name"]];
      sheet.getRange("A2:E2").values = [[1, 2, 3, 4, 5]];
      const table = sheet.tables.add("A1:E2", true);
      const header = table.getHeaderRowRange().load("values");
      await context.sync();
      expect(header.values).toEqual([["Name", "name2", "Column1", "2024", "Name3"]]);
    }));

  it("of headers alone take rows as the article adds them, without a blank first one", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const table = sheet.tables.add("A1:D1", true);
      table.getHeaderRowRange().values = [DATA[0]!];
      table.rows.add(undefined, DATA.slice(1));
      const range = table.getRange().load("address,values");
      table.rows.load("count");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:D5");
      expect(range.values.map((row) => row[3])).toEqual(["Amount", 120, 142, 27, 33]);
      expect(table.rows.count).toBe(4);
    }));

  // https://github.com/OfficeDev/office-js/issues/551: InvalidArgument, for names of other sheets and in any case too.
  it.each(["Table1", "TABLE1", "A1", "R1C1", "r", "1st", "two words", "", "a".repeat(256), "Taken", "XFD1"])(
    "refuse the name %j",
    (name) =>
      withTable(async (context, _, sheet) => {
        context.workbook.names.add("taken", sheet.getRange("H1"));
        sheet.getRange("H1:H2").values = [["x"], [1]];
        const other = sheet.tables.add("H1:H2", true);
        await context.sync();
        other.name = name;
        expect(await code(context.sync())).toBe("InvalidArgument");
      }),
  );

  it.each(["Customers", "_x", "\\x", "客户", "a".repeat(255), "XFE1", "Sales.2024"])(
    "take the name %j",
    (name) =>
      withTable(async (context, table) => {
        table.name = name;
        const found = context.workbook.tables.getItem(name.toUpperCase()).load("name");
        await context.sync();
        expect(found.name).toBe(name);
      }),
  );

  // application-specific-api-error-handling: MergedRangeConflict
  it("refuse to overlap a table, merged cells or a PivotTable", () =>
    withTable(async (context, table, sheet) => {
      sheet.tables.add("C4:F9", true);
      expect(await code(context.sync())).toBe("MergedRangeConflict");
      sheet.getRange("H1:I1").merge();
      await context.sync();
      sheet.tables.add("H1:I3", true);
      expect(await code(context.sync())).toBe("MergedRangeConflict");
      sheet.pivotTables.add("P", table, "L1");
      await context.sync();
      sheet.tables.add("M2:N3", true);
      expect(await code(context.sync())).toBe("MergedRangeConflict");
    }));

  it("are null objects where they are missing, ItemNotFound with getItem", () =>
    withTable(async (context) => {
      const missing = context.workbook.tables.getItemOrNullObject("Nope");
      await context.sync();
      expect(missing.isNullObject).toBe(true);
      context.workbook.tables.getItem("Nope").load("name");
      expect(await code(context.sync())).toBe("ItemNotFound");
    }));

  it("resize within their row of headers, know new columns and drop old ones", () =>
    withTable(async (context, table, sheet) => {
      sheet.getRange("E1").values = [["Note"]];
      table.resize("A1:F7");
      const names = table.columns.load("items/name,items/index");
      await context.sync();
      expect(names.items.map(({ name }) => name)).toEqual([
        "Date",
        "Merchant",
        "Category",
        "Amount",
        "Note",
        "Column1",
      ]);
      table.resize("B1:C3");
      names.load("items/name");
      await context.sync();
      expect(names.items.map(({ name }) => name)).toEqual(["Merchant", "Category"]);
      table.resize("B2:C3");
      expect(await code(context.sync())).toBe("InvalidArgument");
    }));

  it("become plain cells, or go with theirs", () =>
    withTable(async (context, table, sheet) => {
      const range = table.convertToRange().load("values");
      await context.sync();
      expect(range.values[0]).toEqual(DATA[0]);
      const again = sheet.tables.add("A1:D5", true);
      again.delete();
      const used = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(used.isNullObject).toBe(true);
    }));

  it("are refused on a protected sheet with AccessDenied", () =>
    withTable(async (context, table, sheet) => {
      sheet.protection.protect();
      await context.sync();
      table.rows.add(undefined, [DATA[1]!]);
      expect(await code(context.sync())).toBe("AccessDenied");
      sheet.tables.add("H1:H2", true);
      expect(await code(context.sync())).toBe("AccessDenied");
      table.delete();
      expect(await code(context.sync())).toBe("AccessDenied");
    }));

  it("speak Chinese in a Chinese Excel", async () => {
    office.stop();
    office = await startOfficeInNode({ culture: "zh-CN" });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const table = sheet.tables.add("A1:B2", false).load("name");
      const header = table.getHeaderRowRange().load("values");
      await context.sync();
      expect([table.name, ...header.values[0]!]).toEqual(["表1", "列1", "列2"]);
    });
  });
});

// https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection, …/excel.tablecolumn
describe("columns of a table", () => {
  it("are added with header and values, anywhere, and move what is to the right", () =>
    withTable(async (context, table, sheet) => {
      sheet.getRange("F2").values = [["mine"]];
      table.columns.add(1, [["Day"], ["Sun"], ["Mon"], ["Thu"], ["Tue"]]);
      table.columns.add(undefined, undefined, "Later");
      const range = table.getRange().load("values,address");
      const mine = sheet.getRange("G2").load("values");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:F5");
      expect(range.values[0]).toEqual(["Date", "Day", "Merchant", "Category", "Amount", "Later"]);
      expect(range.values.map((row) => row[1])).toEqual(["Day", "Sun", "Mon", "Thu", "Tue"]);
      expect(mine.values).toEqual([["mine"]]);
    }));

  it("are found by name in any case and by id, renamed through their header", () =>
    withTable(async (context, table) => {
      const column = table.columns.getItem("amount").load("name,id,index");
      await context.sync();
      expect(column.toJSON()).toMatchObject({ name: "Amount", index: 3 });
      table.columns.getItem(column.id).name = "Category";
      column.load("name");
      const header = table.getHeaderRowRange().load("values");
      await context.sync();
      expect(header.values[0]).toEqual(["Date", "Merchant", "Category", "Category2"]);
    }));

  it("read and write all their cells, header first", () =>
    withTable(async (context, table) => {
      const column = table.columns.getItem("Amount");
      column.values = [["Money"], [1], [2], [3], [4]];
      column.load("values,name");
      const body = column.getDataBodyRange().load("address");
      await context.sync();
      expect(column.values).toEqual([["Money"], [1], [2], [3], [4]]);
      expect(column.name).toBe("Money");
      expect(body.address).toBe("Sheet1!D2:D5");
    }));

  it("leave with their cells", () =>
    withTable(async (context, table) => {
      table.columns.getItem("Merchant").delete();
      const range = table.getRange().load("values");
      await context.sync();
      expect(range.values[1]).toEqual([42736, "Communications", 120]);
    }));

  it("refuse a block of another height", () =>
    withTable(async (context, table) => {
      table.columns.add(undefined, [["Day"], [1], [2], [3], [4], [5]]);
      expect(await code(context.sync())).toBe("InvalidArgument");
    }));
});

// https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection
describe("rows of a table", () => {
  it("are added at the end or between, and move what is below", () =>
    withTable(async (context, table, sheet) => {
      sheet.getRange("B7").values = [["mine"]];
      table.rows.add(1, [["1/2/2017", "New", "New", 1]]);
      table.rows.add(undefined, [["1/9/2017", "Last", "Last", 2]]);
      const range = table.getRange().load("values,address");
      const mine = sheet.getRange("B8").load("values");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:D7");
      expect(range.values.map((row) => row[1])).toEqual([
        "Merchant",
        "The Phone Company",
        "New",
        "Northwind",
        "Best For You",
        "Coho Vineyard",
        "Last",
      ]);
      expect(mine.values).toEqual([["mine"]]);
    }));

  // https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins: to grow a table, write below it
  it("come with values that are written right below, and with nothing else", () =>
    withTable(async (context, table, sheet) => {
      sheet.getRange("A6:D6").values = [["1/9/2017", "Below", "New", 3]];
      sheet.getRange("A9").values = [["apart"]];
      sheet.getRange("C7:E7").values = [["across", "the", "edge"]];
      const range = table.getRange().load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:D6");
    }));

  it("are deleted; the last leaves a blank row and a count of 0", () =>
    withTable(async (context, table) => {
      for (let row = 3; row >= 0; row -= 1) table.rows.getItemAt(row).delete();
      table.rows.load("count");
      const range = table.getRange().load("address");
      await context.sync();
      expect(table.rows.count).toBe(0);
      expect(range.address).toBe("Sheet1!A1:D2");
    }));

  it("refuse rows of another width, and places there aren't", () =>
    withTable(async (context, table) => {
      table.rows.add(undefined, [["too", "short"]]);
      expect(await code(context.sync())).toBe("InvalidArgument");
      table.rows.add(9, [DATA[1]!]);
      expect(await code(context.sync())).toBe("InvalidArgument");
    }));

  // application-specific-api-error-handling: FilteredRangeConflict; https://github.com/OfficeDev/office-js/issues/994
  it("refuse to be added or deleted while the table is filtered", () =>
    withTable(async (context, table) => {
      table.columns.getItem("Category").filter.applyValuesFilter(["Groceries"]);
      await context.sync();
      table.rows.add(undefined, [DATA[1]!]);
      expect(await code(context.sync())).toBe("FilteredRangeConflict");
      table.rows.getItemAt(0).delete();
      expect(await code(context.sync())).toBe("FilteredRangeConflict");
    }));
});

// https://learn.microsoft.com/javascript/api/excel/excel.filter, …/excel.autofilter
describe("filters", () => {
  const shown = async (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<unknown[]> => {
    const view = sheet.getRange("A1:D5").getVisibleView().load("values");
    await context.sync();
    return view.values.slice(1).map((row) => row[3]);
  };

  it.each([
    [{ filterOn: "Values", values: ["restaurant", "Groceries"] }, "Category", [27, 33]],
    [{ filterOn: "Custom", criterion1: ">=33", criterion2: "<130", operator: "And" }, "Amount", [120, 33]],
    [{ filterOn: "Custom", criterion1: "<30", criterion2: ">130", operator: "Or" }, "Amount", [142, 27]],
    [{ filterOn: "Custom", criterion1: "=*o*" }, "Merchant", [120, 142, 27, 33]],
    [{ filterOn: "Custom", criterion1: "=C?ho*" }, "Merchant", [33]],
    [{ filterOn: "Custom", criterion1: "<>northwind" }, "Merchant", [120, 27, 33]],
    [{ filterOn: "TopItems", criterion1: "2" }, "Amount", [120, 142]],
    [{ filterOn: "BottomPercent", criterion1: "25" }, "Amount", [27]],
    [{ filterOn: "Dynamic", dynamicCriteria: "BelowAverage" }, "Amount", [27, 33]],
    [{ filterOn: "Values", values: [{ date: "2017-01-10", specificity: "Day" }] }, "Date", [33]],
    [{ filterOn: "Values", values: [{ date: "2017-01", specificity: "Month" }] }, "Date", [120, 142, 27, 33]],
  ] as [Excel.FilterCriteria, string, number[]][])("by %j on %s show %j", (criteria, column, amounts) =>
    withTable(async (context, table, sheet) => {
      table.columns.getItem(column).filter.apply(criteria);
      expect(await shown(context, sheet)).toEqual(amounts);
      table.clearFilters();
      expect(await shown(context, sheet)).toEqual([120, 142, 27, 33]);
    }),
  );

  it("of a table are its autoFilter's criteria, reapplied after a change", () =>
    withTable(async (context, table, sheet) => {
      table.columns.getItem("Amount").filter.applyCustomFilter(">100");
      const filter = table.autoFilter.load("criteria,isDataFiltered,enabled");
      await context.sync();
      expect(filter.toJSON()).toMatchObject({ enabled: true, isDataFiltered: true });
      expect(filter.criteria[3]).toMatchObject({ filterOn: "Custom", criterion1: ">100" });
      sheet.getRange("D4").values = [[500]];
      expect(await shown(context, sheet)).toEqual([120, 142]);
      table.reapplyFilters();
      expect(await shown(context, sheet)).toEqual([120, 142, 500]);
    }));

  it("of a sheet hide rows, and show them when removed", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:D5").values = DATA;
      sheet.autoFilter.apply("A1:D5", 2, { filterOn: "Values", values: ["Groceries"] });
      expect(await shown(context, sheet)).toEqual([27]);
      const range = sheet.autoFilter.getRangeOrNullObject().load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:D5");
      sheet.autoFilter.remove();
      expect(await shown(context, sheet)).toEqual([120, 142, 27, 33]);
      const none = sheet.autoFilter.getRangeOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    }));
});

// https://learn.microsoft.com/javascript/api/excel/excel.tablesort, …/excel.rangesort
describe("sorts", () => {
  it("order a table's rows by several keys, formulas with them", () =>
    withTable(async (context, table, sheet) => {
      sheet.getRange("D2:D5").formulas = [["=LEN(B2)"], ["=LEN(B3)"], ["=LEN(B4)"], ["=1*LEN(B5)"]];
      table.sort.apply([{ key: 3, ascending: false }]);
      const range = sheet.getRange("B2:D5").load("values,formulas");
      await context.sync();
      expect(range.values.map((row) => [row[0], row[2]])).toEqual([
        ["The Phone Company", 17],
        ["Coho Vineyard", 13],
        ["Best For You", 12],
        ["Northwind", 9],
      ]);
      expect(range.formulas[1]![2]).toBe("=1*LEN(B3)");
    }));

  it("put blanks last either way, and keep the order of what is equal", () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B5");
      range.values = [
        ["b", 1],
        ["", 2],
        [10, 3],
        ["B", 4],
        [9, 5],
      ];
      range.sort.apply([{ key: 0, ascending: false }]);
      range.load("values");
      await context.sync();
      expect(range.values.map((row) => row[1])).toEqual([1, 4, 3, 5, 2]);
    }));
});
