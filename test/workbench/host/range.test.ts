import { describe } from "vitest";
import { addresses, loaded, rows } from "./in-excel";

const RANGE = "excel.range#excel-excel-range-";

describe("Range: places", () => {
  rows([
    {
      source: `${RANGE}getcell-member(1)`,
      does: "getCell counts from the range's first cell and may leave it",
      run: (context, sheet) => {
        const range = sheet.getRange("B2:C3");
        return addresses(context, range.getCell(0, 0), range.getCell(4, 4));
      },
      gives: ["Sheet1!B2", "Sheet1!F6"],
    },
    {
      source: `${RANGE}getoffsetrange-member(1)`,
      does: "getOffsetRange keeps the size",
      run: (context, sheet) => addresses(context, sheet.getRange("B2:C3").getOffsetRange(1, -1)),
      gives: ["Sheet1!A3:B4"],
    },
    {
      source: `${RANGE}getoffsetrange-member(1)`,
      does: "an offset beyond the sheet's edge is refused",
      run: (context, sheet) => addresses(context, sheet.getRange("A1").getOffsetRange(-1, 0)),
      fails: { code: "InvalidArgument", debugInfo: { errorLocation: "Range.getOffsetRange" } },
    },
    {
      source: `${RANGE}getresizedrange-member(1)`,
      does: "getResizedRange grows and shrinks by its deltas",
      run: (context, sheet) => {
        const range = sheet.getRange("B2:C3");
        return addresses(context, range.getResizedRange(1, 2), range.getResizedRange(-1, -1));
      },
      gives: ["Sheet1!B2:E4", "Sheet1!B2"],
    },
    {
      source: `${RANGE}getrow-member(1)`,
      does: "rows, columns, corners, entire rows and columns",
      run: (context, sheet) => {
        const range = sheet.getRange("B2:D5");
        return addresses(
          context,
          range.getRow(1),
          range.getColumn(2),
          range.getLastRow(),
          range.getLastColumn(),
          range.getLastCell(),
          range.getEntireRow(),
          range.getEntireColumn(),
          range.getRowsBelow(2),
          range.getColumnsAfter(1),
          range.getAbsoluteResizedRange(1, 1),
        );
      },
      gives: ["B3:D3", "D2:D5", "B5:D5", "D2:D5", "D5", "2:5", "B:D", "B6:D7", "E2:E5", "B2"].map(
        (address) => `Sheet1!${address}`,
      ),
    },
    {
      source: `${RANGE}getboundingrect-member(1)`,
      does: "getBoundingRect holds both ranges, getIntersection what they share",
      run: (context, sheet) => {
        const range = sheet.getRange("A1:C3");
        return addresses(context, range.getBoundingRect("E5"), range.getIntersection("B2:Z9"));
      },
      gives: ["Sheet1!A1:E5", "Sheet1!B2:C3"],
    },
    {
      source: `${RANGE}getintersectionornullobject-member(1)`,
      does: "nothing in common is a null object, and ItemNotFound without OrNullObject",
      run: async (context, sheet) => {
        const none = sheet.getRange("A1").getIntersectionOrNullObject("B2");
        await context.sync();
        const failing = sheet.getRange("A1").getIntersection("B2");
        failing.load("address");
        const code = await context.sync().then(
          () => "none",
          (error: OfficeExtension.Error) => error.code,
        );
        return [none.isNullObject, code];
      },
      gives: [true, "ItemNotFound"],
    },
    {
      source: `${RANGE}getusedrangeornullobject-member(1)`,
      does: "the used range of a range, formats counted unless only values are asked for",
      given: (sheet) => {
        sheet.enter(2, 1, 5);
        sheet.setStyle({ top: 6, left: 3, bottom: 6, right: 3 }, { fill: "#FF0000" });
      },
      run: async (context, sheet) => {
        const columns = sheet.getRange("A:Z");
        const values = columns.getUsedRangeOrNullObject(true);
        const all = columns.getUsedRangeOrNullObject();
        const none = sheet.getRange("M1:N9").getUsedRangeOrNullObject(true);
        values.load("address");
        all.load("address");
        await context.sync();
        return [values.address, all.address, none.isNullObject];
      },
      gives: ["Sheet1!B3", "Sheet1!B3:D7", true],
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-getusedrange-member(1)",
      does: "the used range of a blank sheet is its first cell, and null when asked so",
      run: async (context, sheet) => {
        const range = sheet.getUsedRange();
        const none = sheet.getUsedRangeOrNullObject();
        range.load("address");
        await context.sync();
        return [range.address, none.isNullObject];
      },
      gives: ["Sheet1!A1", true],
    },
    {
      source: `${RANGE}getsurroundingregion-member(1)`,
      does: "the surrounding region ends at blank rows and columns",
      given: (sheet) => {
        sheet.write({ top: 1, left: 1, bottom: 2, right: 2 }, [
          [1, 2],
          [3, null],
        ]);
        sheet.enter(4, 1, "apart");
      },
      run: (context, sheet) => addresses(context, sheet.getRange("B2").getSurroundingRegion()),
      gives: ["Sheet1!B2:C3"],
    },
    {
      source: `${RANGE}getrangeedge-member(1)`,
      does: "the edge of the data region, as Ctrl and an arrow key find it",
      given: (sheet) => sheet.write({ top: 0, left: 0, bottom: 3, right: 0 }, [[1], [2], [null], [3]]),
      run: (context, sheet) =>
        addresses(
          context,
          sheet.getRange("A1").getRangeEdge("Down"),
          sheet.getRange("A2").getRangeEdge("Down"),
          sheet.getRange("A4").getRangeEdge("Down"),
        ),
      gives: ["Sheet1!A2", "Sheet1!A4", "Sheet1!A1048576"],
    },
    {
      source: `${RANGE}find-member(1)`,
      does: "find matches the shown text, all of it if asked so; nothing found is ItemNotFound or null",
      given: (sheet) => sheet.write({ top: 0, left: 0, bottom: 1, right: 0 }, [["Total sum"], ["total"]]),
      run: async (context, sheet) => {
        const range = sheet.getRange("A:B");
        const part = range.find("TOTAL", {});
        const whole = range.find("total", { completeMatch: true });
        const none = range.findOrNullObject("nothing", {});
        part.load("address");
        whole.load("address");
        await context.sync();
        return [part.address, whole.address, none.isNullObject];
      },
      gives: ["Sheet1!A1", "Sheet1!A2", true],
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-getrange-member(1)",
      does: "addresses: whole columns and rows, the sheet's own name, defined names, quotes",
      given: (sheet) => {
        sheet.book.renameSheet(sheet, "My sheet");
        sheet.book.defineName({ name: "Orders", formula: "='My sheet'!$B$2:$C$3" });
      },
      run: (context, sheet) =>
        addresses(
          context,
          sheet.getRange("B:C"),
          sheet.getRange("2:3"),
          sheet.getRange("'My sheet'!$A$1"),
          sheet.getRange("orders"),
          sheet.getRange(),
          sheet.getRangeByIndexes(1, 1, 2, 3),
          sheet.getCell(0, 25),
        ),
      gives: ["B:C", "2:3", "A1", "B2:C3", "1:1048576", "B2:D3", "Z1"].map(
        (address) => `'My sheet'!${address}`,
      ),
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting",
      does: "an address of more than 8,192 characters is refused",
      run: (context, sheet) => addresses(context, sheet.getRange("A1,".repeat(3000))),
      fails: { code: "InvalidArgument" },
    },
    {
      source: "excel.rangeareas",
      does: "several areas at once",
      run: async (context, sheet) => {
        const areas = sheet.getRanges("A1:B2,D4");
        areas.load("address,areaCount,cellCount");
        areas.areas.load("items/address");
        await context.sync();
        return [
          areas.address,
          areas.areaCount,
          areas.cellCount,
          areas.areas.items.map(({ address }) => address),
        ];
      },
      gives: ["Sheet1!A1:B2,Sheet1!D4", 2, 5, ["Sheet1!A1:B2", "Sheet1!D4"]],
    },
  ]);
});

describe("Range: cells", () => {
  rows([
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values",
      does: 'null leaves a cell alone, "" clears it, a blank reads ""',
      given: (sheet) => sheet.write({ top: 0, left: 0, bottom: 0, right: 2 }, [["kept", "cleared", null]]),
      run: (context, sheet) => {
        const range = sheet.getRange("A1:C1");
        range.values = [[null, "", null]];
        return loaded(context, range, "values");
      },
      gives: { values: [["kept", "", ""]] },
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values",
      does: "one value stands for every cell of the range",
      run: (context, sheet) => {
        const range = sheet.getRange("A1:B2");
        range.values = 7 as never;
        return loaded(context, range, "values");
      },
      gives: {
        values: [
          [7, 7],
          [7, 7],
        ],
      },
    },
    {
      source:
        "https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling",
      does: "a block of another size is InvalidArgument",
      run: async (context, sheet) => {
        sheet.getRange("A1:B2").values = [[1, 2, 3]];
        await context.sync();
      },
      fails: { code: "InvalidArgument", debugInfo: { errorLocation: "Range.values" } },
    },
    {
      source:
        "https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling",
      does: "so is a large one, which the client sends in slices, and nothing of it is written",
      run: async (context, sheet) => {
        sheet.getRange("A1:C1000").values = Array.from({ length: 1001 }, () => [1, 2, 3]);
        const failed = await context.sync().then(
          () => "",
          (error: OfficeExtension.Error) => error.code,
        );
        const used = context.workbook.worksheets.getFirst().getUsedRangeOrNullObject();
        await context.sync();
        return [failed, used.isNullObject];
      },
      gives: ["InvalidArgument", true],
    },
    {
      source: `${RANGE}values-member`,
      does: "texts are read as if typed: numbers, formulas, true, errors, an apostrophe",
      run: (context, sheet) => {
        const range = sheet.getRange("A1:F1");
        range.values = [["12", "=A1*2", "TRUE", "#N/A", "'007", "plain"]];
        return loaded(context, range, "values,valueTypes,formulas");
      },
      gives: {
        values: [[12, 24, true, "#N/A", "007", "plain"]],
        valueTypes: [["Double", "Double", "Boolean", "Error", "String", "String"]],
        formulas: [[12, "=A1*2", true, "#N/A", "007", "plain"]],
      },
    },
    {
      source: `${RANGE}numberformat-member`,
      does: "cells formatted as text keep what is written, and text shows the format",
      run: (context, sheet) => {
        const range = sheet.getRange("A1:B1");
        range.numberFormat = [["@", "0.00"]];
        range.values = [["007", 1.5]];
        return loaded(context, range, "values,text,numberFormat,numberFormatCategories");
      },
      gives: {
        values: [["007", 1.5]],
        text: [["007", "1.50"]],
        numberFormat: [["@", "0.00"]],
        numberFormatCategories: [["Text", "Number"]],
      },
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded",
      does: "cells of whole columns read null, and their size is told",
      run: (context, sheet) =>
        loaded(context, sheet.getRange("A:B"), "values,rowCount,columnCount,cellCount"),
      gives: { values: null, rowCount: 1_048_576, columnCount: 2, cellCount: 2_097_152 },
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded",
      does: "cells of whole columns can't be written one by one",
      run: async (context, sheet) => {
        sheet.getRange("A:B").values = "due" as never;
        await context.sync();
      },
      fails: { code: "InvalidArgument" },
    },
    {
      source:
        "https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization",
      does: "more than 5,000,000 cells aren't read at once",
      run: (context, sheet) => loaded(context, sheet.getRange("A1:Z200000"), "values"),
      fails: { debugInfo: { errorLocation: "Range.values" } },
    },
    {
      source: `${RANGE}formulas-member`,
      does: "a formula written and read in one batch is computed",
      run: (context, sheet) => {
        sheet.getRange("A1:A3").values = [[1], [2], [3]];
        const sum = sheet.getRange("B1");
        sum.formulas = [["=SUM(A1:A3)"]];
        return loaded(context, sum, "values");
      },
      gives: { formulas: [["=SUM(A1:A3)"]], values: [[6]] },
    },
    {
      source: `${RANGE}getspillingtorangeornullobject-member(1)`,
      does: "what spills, where to and from where",
      run: async (context, sheet) => {
        sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
        const to = sheet.getRange("A1").getSpillingToRangeOrNullObject();
        const from = sheet.getRange("A3").getSpillParentOrNullObject();
        const none = sheet.getRange("C1").getSpillingToRangeOrNullObject();
        const all = sheet.getRange("A1:A3");
        to.load("address");
        from.load("address");
        all.load("hasSpill,values");
        await context.sync();
        return [to.address, from.address, none.isNullObject, all.hasSpill, all.values];
      },
      gives: ["Sheet1!A1:A3", "Sheet1!A1", true, true, [[1], [2], [3]]],
    },
    {
      source: `${RANGE}clear-member(1)`,
      does: "clear takes contents, formats or both",
      given: (sheet) => {
        const area = { top: 0, left: 0, bottom: 0, right: 1 };
        sheet.write(area, [[1, 2]]);
        sheet.setStyle(area, { fill: "#00FF00" });
      },
      run: async (context, sheet) => {
        sheet.getRange("A1").clear("Contents");
        sheet.getRange("B1").clear("Formats");
        const range = sheet.getRange("A1:B1");
        const fills = [sheet.getRange("A1").format.fill, sheet.getRange("B1").format.fill];
        range.load("values");
        for (const fill of fills) fill.load("color");
        await context.sync();
        return [range.values, fills.map(({ color }) => color)];
      },
      gives: [[["", 2]], ["#00FF00", "#FFFFFF"]],
    },
    {
      source: `${RANGE}insert-member(1)`,
      does: "insert answers the new blank cells, delete closes the gap, formulas follow",
      given: (sheet) => {
        sheet.write({ top: 0, left: 0, bottom: 1, right: 0 }, [[1], [2]]);
        sheet.enter(0, 2, "=A2");
      },
      run: async (context, sheet) => {
        const blank = sheet.getRange("A2").insert("Down");
        const formula = sheet.getRange("C1");
        blank.load("address,values");
        formula.load("formulas");
        await context.sync();
        const inserted = [blank.address, blank.values, formula.formulas];
        sheet.getRange("A2").delete("Up");
        formula.load("formulas,values");
        await context.sync();
        return [...inserted, formula.formulas, formula.values];
      },
      gives: ["Sheet1!A2", [[""]], [["=A3"]], [["=A2"]], [[2]]],
    },
    {
      source: `${RANGE}merge-member(1)`,
      does: "merged areas are found by any cell of theirs",
      run: async (context, sheet) => {
        sheet.getRange("A1:B2").merge();
        const found = sheet.getRange("B2:D4").getMergedAreasOrNullObject();
        const none = sheet.getRange("D4").getMergedAreasOrNullObject();
        found.load("address");
        await context.sync();
        return [found.address, none.isNullObject];
      },
      gives: ["Sheet1!A1:B2", true],
    },
    {
      source:
        "https://support.microsoft.com/office/merge-and-unmerge-cells-5cbd15d5-9375-4540-907f-c673a93fcedf",
      does: "a merged area has one value, also when all its cells are written",
      run: async (context, sheet) => {
        sheet.getRange("A1:B2").merge();
        sheet.getRange("A1:C1").values = [["shown", "lost", "beside"]];
        await context.sync();
        const range = sheet.getRange("A1:C1");
        return loaded(context, range, "values");
      },
      gives: { values: [["shown", "", "beside"]] },
    },
    {
      source:
        "https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling",
      does: "cells can't be shifted through part of a merged area; whole rows can",
      run: async (context, sheet) => {
        sheet.getRange("A5:B6").merge();
        await context.sync();
        sheet.getRange("A1").insert("Down");
        const code = await context.sync().then(
          () => "done",
          (error: OfficeExtension.Error) => error.code,
        );
        sheet.getRange("6:6").insert("Down");
        const merged = sheet.getRange("A5").getMergedAreasOrNullObject();
        merged.load("address");
        await context.sync();
        return [code, merged.address];
      },
      gives: ["MergedRangeConflict", "Sheet1!A5:B7"],
    },
    {
      source: `${RANGE}copyfrom-member(1)`,
      does: "copyFrom moves relative references along, values only if asked so",
      given: (sheet) => {
        sheet.write({ top: 0, left: 0, bottom: 1, right: 0 }, [[10], [20]]);
        sheet.enter(0, 1, "=A1*$A$2");
      },
      run: (context, sheet) => {
        sheet.getRange("B2").copyFrom("B1");
        sheet.getRange("C1").copyFrom("B1", "Values");
        return loaded(context, sheet.getRange("B1:C2"), "formulas,values");
      },
      gives: {
        formulas: [
          ["=A1*$A$2", 200],
          ["=A2*$A$2", ""],
        ],
        values: [
          [200, 200],
          [400, ""],
        ],
      },
    },
    {
      source: "excel.rangeview",
      does: "the visible view leaves hidden rows out",
      given: (sheet) => {
        sheet.write({ top: 0, left: 0, bottom: 2, right: 0 }, [[1], [2], [3]]);
        sheet.setRowsHidden(1, 1, true);
      },
      run: async (context, sheet) => {
        const range = sheet.getRange("A1:A3");
        const view = range.getVisibleView();
        view.load("values,rowCount,cellAddresses");
        range.load("rowHidden,hidden");
        await context.sync();
        return [view.values, view.rowCount, view.cellAddresses, range.rowHidden];
      },
      gives: [[[1], [3]], 2, [["A1"], ["A3"]], null],
    },
    {
      source: `${RANGE}select-member(1)`,
      does: "select and the selection agree; several areas aren't one range",
      run: async (context, sheet) => {
        sheet.getRange("B2:C3").select();
        const selected = context.workbook.getSelectedRange();
        const active = context.workbook.getActiveCell();
        return addresses(context, selected, active);
      },
      gives: ["Sheet1!B2:C3", "Sheet1!B2"],
    },
    {
      source: "excel.errorcodes",
      does: "getSelectedRange of several areas is InvalidSelection",
      given: (sheet) => {
        const cell = { top: 0, left: 0, bottom: 0, right: 0 };
        sheet.book.selection = { sheet, areas: [cell, { ...cell, top: 2, bottom: 2 }] };
      },
      run: (context) => addresses(context, context.workbook.getSelectedRange()),
      fails: { code: "InvalidSelection" },
    },
  ]);
});

describe("Range: formats", () => {
  rows([
    {
      source: "excel.rangeformat",
      does: "fill, font and alignment are kept, and are null where cells differ",
      run: async (context, sheet) => {
        const { format } = sheet.getRange("A1:B1");
        format.fill.color = "yellow";
        format.font.bold = true;
        format.horizontalAlignment = "Right";
        sheet.getRange("B1").format.font.color = "#123abc";
        format.load("horizontalAlignment,fill/color,font/bold,font/color");
        await context.sync();
        return [format.fill.color, format.font.bold, format.horizontalAlignment, format.font.color];
      },
      gives: ["#FFFF00", true, "Right", null],
    },
    {
      source: "excel.rangeborder",
      does: "borders by side",
      run: async (context, sheet) => {
        const edge = sheet.getRange("A1:B2").format.borders.getItem("EdgeBottom");
        edge.style = "Double";
        edge.color = "#FF0000";
        const of = sheet.getRange("A2").format.borders.getItem("EdgeBottom");
        const none = sheet.getRange("A1").format.borders.getItem("EdgeBottom");
        of.load("style,color,sideIndex");
        none.load("style");
        await context.sync();
        return [of.style, of.color, of.sideIndex, none.style];
      },
      gives: ["Double", "#FF0000", "EdgeBottom", "None"],
    },
    {
      source: "excel.rangeformat#excel-excel-rangeformat-columnwidth-member",
      does: "widths and heights in points; autofit widens for the longest text",
      given: (sheet) => sheet.enter(0, 1, "a text that is a good deal longer than a column"),
      run: async (context, sheet) => {
        const first = sheet.getRange("A:A").format;
        const second = sheet.getRange("B:B").format;
        first.columnWidth = 100;
        first.load("columnWidth");
        second.load("columnWidth");
        await context.sync();
        const before = second.columnWidth;
        second.autofitColumns();
        second.load("columnWidth");
        await context.sync();
        return [first.columnWidth, second.columnWidth > before];
      },
      gives: [100, true],
    },
    {
      source: `${RANGE}text-member`,
      does: "text counts days from 1904 where the workbook does",
      given: (sheet) => {
        sheet.book.date1904 = true;
        sheet.enter(0, 0, "2024-01-31");
        sheet.enter(1, 0, '=TEXT(A1,"yyyy-mm-dd")');
      },
      run: async (context, sheet) => {
        const range = sheet.getRange("A1:A2");
        range.load("values,text");
        await context.sync();
        return [range.values, range.text];
      },
      gives: [
        [[43_860], ["2024-01-31"]],
        [["1/31/2024"], ["2024-01-31"]],
      ],
    },
    {
      source: `${RANGE}formulas-member`,
      does: "a text that begins like a formula and is none is refused; a lone = is a text",
      run: async (context, sheet) => {
        const range = sheet.getRange("A1:A2");
        range.values = [["="], ["x"]];
        range.load("values");
        await context.sync();
        const before = range.values;
        range.formulas = [["=SUM(1"], ["=SUM("]];
        const code = await context.sync().catch((error: OfficeExtension.Error) => error.code);
        range.load("values");
        await context.sync();
        return [before, code, range.values];
      },
      gives: [[["="], ["x"]], "InvalidArgument", [["="], ["x"]]],
    },
    {
      source: "excel.interfaces.rangeloadoptions",
      does: "$all loads what load() without names loads",
      run: async (context, sheet) => {
        const [all, plain] = [sheet.getRange("A1"), sheet.getRange("A1")];
        all.load({ $all: true });
        plain.load();
        await context.sync();
        return JSON.stringify(all.toJSON()) === JSON.stringify(plain.toJSON()) && all.rowCount;
      },
      gives: 1,
    },
    {
      source: "excel.rangefill#excel-excel-rangefill-color-member",
      does: "a word that is no colour is refused",
      run: async (context, sheet) => {
        sheet.getRange("A1").format.fill.color = "no colour";
        await context.sync();
      },
      fails: { code: "InvalidArgument", debugInfo: { errorLocation: "RangeFill.color" } },
    },
  ]);
});
