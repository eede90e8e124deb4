import { describe } from "vitest";
import { loaded, rows } from "../in-excel";

describe("links of cells", () => {
  rows([
    {
      source: "excel.range#excel-excel-range-hyperlink-member",
      does: "a link has its text, follows inserted rows, and goes with the cell's contents and formats",
      run: async (context, sheet) => {
        const cell = sheet.getRange("B2");
        cell.hyperlink = { documentReference: "Sheet1!A1", textToDisplay: "Top", screenTip: "Go up" };
        sheet.getRange("1:1").insert("Down");
        await context.sync();
        const moved = sheet.getRange("B3");
        const before = await loaded(context, moved, "hyperlink,values");
        moved.clear();
        return [before, await loaded(context, moved, "hyperlink,values")];
      },
      gives: [
        {
          hyperlink: { documentReference: "Sheet1!A1", screenTip: "Go up", textToDisplay: "Top" },
          values: [["Top"]],
        },
        { hyperlink: null, values: [[""]] },
      ],
    },
    {
      source: "excel.rangehyperlink",
      does: "a link that leads nowhere is refused",
      run: async (context, sheet) => {
        sheet.getRange("A1").hyperlink = { textToDisplay: "nowhere" };
        await context.sync();
      },
      fails: { code: "InvalidArgument" },
    },
  ]);
});

describe("getSpecialCells(cellType, cellValueType)", () => {
  const given = (sheet: Parameters<NonNullable<Parameters<typeof rows>[0][number]["given"]>>[0]) => {
    sheet.enterArea({ top: 0, left: 0, bottom: 2, right: 2 }, [
      ["a", 1, "=B1*2"],
      ["", 2, "=B2*2"],
      ["c", true, '=IF(TRUE,"x")'],
    ]);
  };
  const special = (
    type: Excel.SpecialCellType | "Formulas" | "Blanks" | "Constants" | "Visible",
    kind?: never,
  ) => ({
    source: "excel.range#excel-excel-range-getspecialcells-member(1)",
    given,
    run: async (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
      const found = sheet.getRange("A1:Z99").getSpecialCellsOrNullObject(type as Excel.SpecialCellType, kind);
      found.load("address");
      await context.sync();
      return found.isNullObject ? null : found.address;
    },
  });
  rows([
    { ...special("Formulas"), does: "finds formulas, as one block", gives: "Sheet1!C1:C3" },
    {
      ...special("Formulas", "Text" as never),
      does: "finds formulas that give a text",
      gives: "Sheet1!C3",
    },
    { ...special("Constants", "Numbers" as never), does: "finds numbers", gives: "Sheet1!B1:B2" },
    { ...special("Blanks"), does: "looks for blanks only within what is used", gives: "Sheet1!A2" },
    {
      source: "excel.range#excel-excel-range-getspecialcells-member(1)",
      does: "throws ItemNotFound where there are none, and is a null object in the other form",
      run: async (context, sheet) => {
        sheet.getRange("A1").values = [[1]];
        const none = sheet.getRange().getSpecialCellsOrNullObject("Formulas");
        await context.sync();
        if (!none.isNullObject) return "found some";
        sheet.getRange().getSpecialCells("Formulas");
        await context.sync();
      },
      fails: { code: "ItemNotFound" },
    },
  ]);
});

describe("moveTo(destination) and select() of areas", () => {
  rows([
    {
      source: "excel.range#excel-excel-range-moveto-member(1)",
      does: "formulas and names that mean a moved cell follow it; what stood there is lost",
      run: async (context, sheet) => {
        sheet.getRange("A1:B2").values = [
          ["x", 5],
          ["y", 7],
        ];
        sheet.getRange("E1").formulas = [["=B1+B2"]];
        sheet.getRange("D9").values = [["lost"]];
        sheet.names.add("_own", sheet.getRange("B1")).visible = false;
        await context.sync();
        sheet.getRange("B1:B2").moveTo("D8");
        await context.sync();
        const own = sheet.names.getItem("_own");
        own.load("formula,visible");
        const sum = sheet.getRange("E1");
        sum.load("formulas,values");
        const cells = sheet.getRange("A1:D9").getUsedRange();
        cells.load("values");
        await context.sync();
        const { values } = cells;
        return [own.formula, own.visible, sum.formulas, sum.values, values[1], values[7]![3], values[8]![3]];
      },
      gives: ["=Sheet1!$D$8", false, [["=D8+D9"]], [[12]], ["y", "", "", ""], 5, 7],
    },
    {
      source: "excel.range#excel-excel-range-moveto-member(1)",
      does: "a formula spills from its new place, links go along, and those that stood there are lost",
      run: async (context, sheet) => {
        sheet.getRange("A1").formulas = [["=SEQUENCE(2)"]];
        sheet.getRange("B1").hyperlink = { address: "https://example.com/moved" };
        sheet.getRange("B5").hyperlink = { address: "https://example.com/lost" };
        sheet.getRange("C1").hyperlink = { address: "https://example.com/stays" };
        await context.sync();
        sheet.getRange("A1:B3").moveTo("A4");
        const cells = sheet.getRange("A1:A6").load("values,formulas");
        const links = ["B1", "B4", "B5", "C1"].map((cell) => sheet.getRange(cell).load("hyperlink"));
        await context.sync();
        const [, , , ...there] = cells.values.flat();
        return [there, cells.formulas[3], links.map(({ hyperlink }) => hyperlink?.address?.slice(20))];
      },
      gives: [[1, 2, ""], ["=SEQUENCE(2)"], [undefined, "moved", undefined, "stays"]],
    },
    {
      source: "excel.rangeareas#excel-excel-rangeareas-select-member(1)",
      does: "a thousand areas are selected at once",
      run: async (context, sheet) => {
        const cells = Array.from({ length: 1000 }, (_, index) => `A${index * 2 + 1}`);
        sheet.getRanges(cells.join(",")).select();
        return loaded(context, context.workbook.getSelectedRanges(), "areaCount,cellCount");
      },
      gives: { areaCount: 1000, cellCount: 1000 },
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting",
      does: "an address of more than 8192 characters is refused",
      run: async (context, sheet) => {
        sheet.getRanges(Array.from({ length: 3000 }, (_, index) => `A${index * 2 + 1}`).join(","));
        await context.sync();
      },
      fails: { code: "InvalidArgument" },
    },
  ]);
});

describe("hidden names of a sheet", () => {
  rows([
    {
      source: "excel.nameditem",
      does: "follow insertions, other names of the sheet, sorts of a table beside and columns of it that come and go",
      run: async (context, sheet) => {
        sheet.getRange("A1:C4").values = [
          ["id", "money", "own"],
          ["b", 2, "x"],
          ["a", 1, "y"],
          ["c", 3, "z"],
        ];
        const table = sheet.tables.add("A1:C4", true);
        sheet.names.add("_own", sheet.getRange("C1")).visible = false;
        await context.sync();
        table.sort.apply([{ key: 0, ascending: true }]);
        table.columns.add(1, undefined, "new");
        sheet.getRange("A:A").insert("Right");
        sheet.getRange("1:3").insert("Down");
        sheet.name = "Kunden 客户";
        await context.sync();
        table.columns.getItem("money").delete();
        await context.sync();
        const found = sheet.names.getItemOrNullObject("_own").getRangeOrNullObject();
        found.load("address,values");
        await context.sync();
        return [found.address, found.values];
      },
      gives: ["'Kunden 客户'!D4", [["own"]]],
    },
    {
      source: "excel.nameditem#excel-excel-nameditem-getrangeornullobject-member(1)",
      does: "mean nothing once their column is deleted, and go with their sheet",
      run: async (context, sheet) => {
        sheet.names.add("_own", sheet.getRange("C1"));
        const other = context.workbook.worksheets.add("Other");
        other.names.add("_own", other.getRange("A1"));
        await context.sync();
        sheet.getRange("C:C").delete("Left");
        other.delete();
        await context.sync();
        const item = sheet.names.getItemOrNullObject("_own");
        const range = item.getRangeOrNullObject();
        range.load("address");
        context.workbook.names.load("items/name");
        await context.sync();
        return [item.isNullObject, range.isNullObject, context.workbook.names.items.length];
      },
      gives: [false, true, 0],
    },
  ]);
});

describe("values = …", () => {
  rows([
    {
      source: "excel.range#excel-excel-range-values-member",
      does: "a text that is no formula is refused, but not in a cell that is formatted as text",
      run: async (context, sheet) => {
        sheet.getRange("A1:A2").numberFormat = [["@"], ["@"]];
        sheet.getRange("A1:A2").values = [['=A "best"'], ["=SUM("]];
        const texts = await loaded(context, sheet.getRange("A1:A2"), "values,valueTypes");
        sheet.getRange("B1").values = [["=SUM("]];
        const refused = await context.sync().then(
          () => null,
          (error: { code: string }) => error.code,
        );
        return [texts, refused];
      },
      gives: [
        { values: [['=A "best"'], ["=SUM("]], valueTypes: [["String"], ["String"]] },
        "InvalidArgument",
      ],
    },
  ]);
});
