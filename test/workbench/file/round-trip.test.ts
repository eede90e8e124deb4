import { describe, expect, it } from "vitest";
import { openFile } from "../../../src/workbench/file/open-file";
import { saveXlsx } from "../../../src/workbench/file/save-xlsx";
import { partTexts } from "../../../src/workbench/file/zip-parts";
import { areaOf } from "../../../src/workbench/workbook/area";
import { addChart, seriesName, titleText } from "../../../src/workbench/workbook/chart-source";
import { cellError } from "../../../src/workbench/workbook/cell-value";
import { isRefusal } from "../../../src/workbench/workbook/refusal";
import { addTable } from "../../../src/workbench/workbook/table-edit";
import { Workbook } from "../../../src/workbench/workbook/workbook";

const area = (address: string) => areaOf(address)!;

async function again(book: Workbook): Promise<Workbook> {
  const { bytes } = await saveXlsx(book);
  const opened = await openFile(book.name, bytes);
  if ("refused" in opened) throw new Error(opened.refused);
  return opened.book;
}

describe("a workbook saved and opened again", () => {
  it("has its values of every kind, texts that look like numbers too", async () => {
    const book = new Workbook("Data");
    const values = ["007", "=1+1", "'quoted", "true", "", "a\nb", '<&>"', "客户 🐎", " stray "];
    book.activeSheet.write(
      area("A1:A9"),
      values.map((value) => [value]),
    );
    book.activeSheet.write(area("B1:B6"), [[1.5], [-0.1], [true], [false], [cellError("#DIV/0!")], [1e300]]);
    const sheet = (await again(book)).activeSheet;
    expect(sheet.values(area("A1:A9")).map(([value]) => value)).toEqual(values);
    expect(sheet.values(area("B1:B6")).map(([value]) => value)).toEqual([
      1.5,
      -0.1,
      true,
      false,
      cellError("#DIV/0!"),
      1e300,
    ]);
    expect(sheet.formulas.size).toBe(0);
  });

  it.each([false, true])("has its dates as serial numbers with their format, 1904: %s", async (date1904) => {
    const book = new Workbook();
    book.date1904 = date1904;
    const serials = [45000, 45000.5, 1462, 61, 0.25, 1 / 3];
    book.activeSheet.write(
      area("A1:A6"),
      serials.map((serial) => [serial]),
    );
    book.activeSheet.setStyle(area("A1:A6"), { numberFormat: "yyyy-mm-dd hh:mm" });
    const opened = await again(book);
    expect(opened.date1904).toBe(date1904);
    for (const [row, serial] of serials.entries()) {
      expect(opened.activeSheet.value(row, 0)).toBeCloseTo(serial, 7);
      expect(opened.activeSheet.style(row, 0).numberFormat).toBe("yyyy-mm-dd hh:mm");
    }
  });

  it("has its formulas, and what they spill is spilled anew", async () => {
    const book = new Workbook("Sums");
    const sheet = book.activeSheet;
    sheet.write(area("A1:A3"), [[1], [2], [3]]);
    sheet.enter(0, 1, "=SUM(A1:A3)");
    sheet.enter(0, 2, '=IFS(A1>5,"=FILTER(",TRUE,"x")');
    sheet.enter(0, 3, "=SEQUENCE(3)");
    sheet.enter(0, 4, "=SUM(D1#)");
    sheet.enter(0, 5, "=1/0");
    const opened = (await again(book)).activeSheet;
    expect([...opened.formulas.values()].map(({ text }) => text)).toEqual([
      "=SUM(A1:A3)",
      '=IFS(A1>5,"=FILTER(",TRUE,"x")',
      "=SEQUENCE(3)",
      "=SUM(D1#)",
      "=1/0",
    ]);
    expect(opened.values(area("B1:F1"))[0]).toEqual([6, "x", 1, 6, cellError("#DIV/0!")]);
    expect(opened.values(area("D1:D3"))).toEqual([[1], [2], [3]]);
    expect(opened.spillOf(2, 3)?.anchor).toEqual({ row: 0, column: 3 });
  });

  it("names newer functions in the file as Excel wants them", async () => {
    const book = new Workbook();
    book.activeSheet.enter(0, 0, "=SUM(FILTER(B1:B2,B1:B2>0),XLOOKUP(1,B1:B2,B1:B2))");
    const { bytes } = await saveXlsx(book);
    const { partTexts } = await import("../../../src/workbench/file/zip-parts");
    const texts = await partTexts(bytes, (name) => name === "xl/worksheets/sheet1.xml");
    expect([...texts!.values()][0]).toContain("SUM(_xlfn._xlws.FILTER(B1:B2,B1:B2&gt;0),_xlfn.XLOOKUP(");
  });

  // A file marks each name that LET and LAMBDA bind; one that doesn't is one that Excel calls damaged.
  it("has the values of formulas that bind names, and says so", async () => {
    const book = new Workbook();
    book.activeSheet.enter(0, 0, "=LET(x,2,x*21)");
    book.activeSheet.enter(1, 0, '="LET(" & 1');
    const { bytes, leftOut } = await saveXlsx(book);
    expect(leftOut).toEqual(["lambdas"]);
    const opened = await openFile("a.xlsx", bytes);
    if ("refused" in opened) throw new Error(opened.refused);
    const sheet = opened.book.activeSheet;
    expect([sheet.formula(0, 0), sheet.value(0, 0)]).toEqual([undefined, 42]);
    expect(sheet.formula(1, 0)).toBe('="LET(" & 1');
  });

  it("has its looks", async () => {
    const book = new Workbook();
    const sheet = book.activeSheet;
    sheet.write(area("A1:B2"), [
      ["x", 1],
      ["y", 2],
    ]);
    sheet.setStyle(area("A1"), {
      font: { bold: true, italic: true, size: 16, color: "#1F3864", name: "Arial", underline: "Single" },
      fill: "#FFEB9C",
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      borders: { bottom: { style: "Continuous", weight: "Medium", color: "#FF0000" } },
      locked: false,
    });
    sheet.setStyle(area("B:B"), { numberFormat: "#,##0.00" });
    const opened = (await again(book)).activeSheet;
    expect(opened.style(0, 0)).toEqual(sheet.style(0, 0));
    expect(opened.style(1, 1).numberFormat).toBe("#,##0.00");
    expect(opened.style(1, 0).font.bold).toBe(false);
  });

  it("says how high rows of wrapped text are, which stay fitted to what is typed; a height that was set stays", async () => {
    const book = new Workbook();
    const sheet = book.activeSheet;
    sheet.setColumnWidth(0, 0, 100);
    const long = "word ".repeat(40).trim();
    sheet.write(area("A1:A4"), [["short"], [long], [long], [long]]);
    sheet.setStyle(area("A1:A3"), { wrapText: true });
    sheet.setRowHeight(2, 2, 20);
    const { bytes } = await saveXlsx(book);
    const name = "xl/worksheets/sheet1.xml";
    const xml = (await partTexts(bytes, (part) => part === name))?.get(name) ?? "";
    const [first = "", second = "", third = "", fourth = ""] = [...xml.matchAll(/<row [^>]*>/g)].map(
      ([tag]) => tag,
    );
    expect(first).not.toContain("ht=");
    // 200 letters of 5.5 points in 100 points: about eleven lines of some 14 points.
    expect(Number(/ ht="([\d.]+)"/.exec(second)?.[1])).toBeGreaterThan(120);
    expect(second).not.toContain("customHeight");
    expect(third).toContain(' ht="20" customHeight="1"');
    // What doesn't wrap is one line.
    expect(fourth).not.toContain("ht=");
    const opened = (await again(book)).activeSheet;
    expect([...opened.rows.sizes]).toEqual([[2, 20]]);
  });

  it("has its shape: merges, sizes, hidden rows and columns, panes, hidden sheets, names", async () => {
    const book = new Workbook("First");
    const sheet = book.activeSheet;
    sheet.write(
      area("A1:D20"),
      Array.from({ length: 20 }, (_, row) => [row, row, row, row]),
    );
    sheet.merge(area("C3:D4"));
    sheet.setColumnWidth(1, 1, 150);
    sheet.setRowHeight(4, 4, 40);
    sheet.setRowsHidden(7, 9, true);
    sheet.setColumnsHidden(2, 2, true);
    sheet.freeze = { rows: 1, columns: 2 };
    sheet.tabColor = "#0F7F70";
    sheet.showGridlines = false;
    const other = book.addSheet("It's hidden");
    other.visibility = "Hidden";
    other.write(area("A1"), [["x"]]);
    book.defineName({ name: "Rate", formula: "=12%" });
    book.defineName({ name: "Cells", formula: "='It''s hidden'!$A$1" });
    const opened = await again(book);
    const first = opened.activeSheet;
    expect(first.merges).toEqual([area("C3:D4")]);
    expect(first.columnWidth(1)).toBeCloseTo(150, 0);
    expect(first.rowHeight(4)).toBe(40);
    expect([...first.rows.hidden]).toEqual([7, 8, 9]);
    expect([...first.columns.hidden]).toEqual([2]);
    expect(first.freeze).toEqual({ rows: 1, columns: 2 });
    expect(first.tabColor).toBe("#0F7F70");
    expect(first.showGridlines).toBe(false);
    expect(opened.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["First", "Visible"],
      ["It's hidden", "Hidden"],
    ]);
    expect(opened.names.map(({ name, formula }) => [name, formula])).toEqual([
      ["Rate", "=12%"],
      ["Cells", "='It''s hidden'!$A$1"],
    ]);
  });

  it("has its tables, filters, conditional formats and validations", async () => {
    const book = new Workbook("Tables");
    const sheet = book.activeSheet;
    sheet.write(area("A1:B4"), [
      ["Name", "Amount"],
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    const table = addTable(sheet, area("A1:B4"), true);
    if (isRefusal(table)) throw new Error(table.message);
    table.name = "Orders";
    table.style = "TableStyleLight9";
    table.showBandedRows = false;
    const font = { bold: true, color: "#9C0006" };
    sheet.conditionalFormats.push(
      {
        id: "1",
        areas: [area("B2:B4")],
        stopIfTrue: false,
        rule: {
          type: "CellValue",
          operator: "GreaterThan",
          formula1: "=2",
          format: { fill: "#FFC7CE", font, borders: {} },
        },
      },
      {
        id: "2",
        areas: [area("A2:A4")],
        stopIfTrue: true,
        rule: {
          type: "ContainsText",
          operator: "Contains",
          text: 'a "b"',
          format: { font: { italic: true }, borders: {} },
        },
      },
    );
    sheet.validations.push({
      areas: [area("D1:D9")],
      rule: { type: "List", source: "A,B,C", inCellDropDown: true },
      ignoreBlanks: true,
      errorAlert: { message: "no", title: "t", showAlert: true, style: "Stop" },
      prompt: { message: "", title: "", showPrompt: false },
    });
    const opened = (await again(book)).activeSheet;
    expect(
      opened.tables.map(({ name, area, style, showBandedRows }) => [name, area, style, showBandedRows]),
    ).toEqual([["Orders", area("A1:B4"), "TableStyleLight9", false]]);
    expect(opened.conditionalFormats.map(({ areas, rule }) => [areas, rule])).toEqual(
      sheet.conditionalFormats.map(({ areas, rule }) => [areas, rule]),
    );
    expect(opened.validations).toEqual(sheet.validations);
  });

  it("has its charts of one kind, with their titles and names from cells", async () => {
    const book = new Workbook("Figures");
    const sheet = book.activeSheet;
    sheet.write(area("A1:C4"), [
      ["Tier", "Money", "Count"],
      ["A", 3, 1],
      ["B", 2, 2],
      ["C", 1, 3],
    ]);
    const chart = addChart(sheet, "BarStacked", { sheet, area: area("A1:C4") }, "Auto");
    chart.title.text = "Money by tier";
    chart.autoTitle = false;
    addChart(sheet, "Line", { sheet, area: area("A1:B4") }, "Auto").title.visible = false;
    const shape = (of: Workbook) =>
      of.activeSheet.charts.map((one) => ({
        type: one.chartType,
        title: one.title.visible ? titleText(one) : undefined,
        series: one.series.map((each) => [seriesName(each), each.values?.area, each.categories?.area]),
      }));
    expect(shape(await again(book))).toEqual(shape(book));
  });

  it("has the add-in's settings and XML parts", async () => {
    const book = new Workbook();
    book.settings.set("made", { sheets: ["Tiers"], text: "<&\"'>", list: [1, null] });
    book.customXmlParts.push({
      id: "{A}",
      namespaceUri: "urn:policy",
      xml: '<p xmlns="urn:policy">1 &lt; 2</p>',
    });
    const opened = await again(book);
    expect(Object.fromEntries(opened.settings)).toEqual(Object.fromEntries(book.settings));
    expect(opened.customXmlParts).toEqual(book.customXmlParts);
  });
});

describe("opening a file", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("reads text as if it were typed, but keeps digits that a number would lose", async () => {
    const opened = await openFile(
      "orders 2024.csv",
      bytes("id;n;d\r\n007;1.5;2024-01-31\r\n12345678901234567;-3;=1+1\r\n"),
    );
    if ("refused" in opened) throw new Error(opened.refused);
    const sheet = opened.book.activeSheet;
    expect(sheet.name).toBe("orders 2024");
    expect(sheet.values(area("A2:B3"))).toEqual([
      ["007", 1.5],
      ["12345678901234567", -3],
    ]);
    expect(sheet.value(1, 2)).toBe(45322);
    expect(sheet.value(2, 2)).toBe("=1+1");
    expect(sheet.formulas.size).toBe(0);
  });

  it("makes columns of text files as wide as what stands in them", async () => {
    const opened = await openFile(
      "a.csv",
      bytes("n,when,客户\n1,2010-12-01 08:26,上海博达建筑工程有限公司\n"),
    );
    if ("refused" in opened) throw new Error(opened.refused);
    const [narrow = 0, date = 0, wide = 0] = [0, 1, 2].map((column) =>
      opened.book.activeSheet.columnWidth(column),
    );
    // 12/1/2010 8:26 has 14 letters of more than 5 points, twelve Chinese letters take more than 10 each.
    expect(narrow).toBeLessThan(30);
    expect(date).toBeGreaterThan(14 * 5);
    expect(wide).toBeGreaterThan(120);
  });

  it.each([
    ["empty.xlsx", "", "empty"],
    ["blank.csv", " \n\n", "empty"],
    ["no.xlsx", "PK but no zip", "damaged"],
    ["no.xlsx", "name,amount", "damaged"],
    ["letter.docx", "PK", "kind"],
    ["letter.pdf", "%PDF-1.7", "kind"],
  ])("refuses %s with %j as %s", async (name, text, refused) => {
    expect(await openFile(name, bytes(text))).toEqual({ refused });
  });

  it("prints as it did: paper, fit, margins, headers and footers, areas, titles and breaks", async () => {
    const book = new Workbook("Summary – 汇总's");
    book.activeSheet.write(area("A1:C30"), [["Tier", "Customers", "Revenue"]]);
    const pageLayout = {
      orientation: "Landscape",
      paperSize: "Letter",
      zoom: { horizontalFitToPages: 1 },
      topMargin: 43.2,
      leftMargin: 28.8,
      rightMargin: 50.4,
      bottomMargin: 54,
      headerMargin: 21.6,
      footerMargin: 21.6,
      centerHorizontally: true,
      printArea: [area("A1:C30")],
      printTitleRows: area("1:2"),
      "defaultForAllPages.leftHeader": "Müller && Söhne",
      "defaultForAllPages.rightHeader": "&D",
      "defaultForAllPages.leftFooter": "&A",
      "defaultForAllPages.rightFooter": "&P / &N",
      rowBreaks: [10, 20],
      columnBreaks: [2],
    };
    Object.assign(book.activeSheet.pageLayout, pageLayout);
    const { bytes } = await saveXlsx(book);
    const opened = await openFile("a.xlsx", bytes);
    if ("refused" in opened) throw new Error(opened.refused);
    expect(opened.book.activeSheet.pageLayout).toMatchObject(pageLayout);
    const parts = await partTexts(bytes, (name) => /workbook.xml$|sheet1.xml$/.test(name));
    expect(parts!.get("xl/worksheets/sheet1.xml")).toMatch(/<rowBreaks.*?id="10".*?id="20"/s);
    expect(parts!.get("xl/workbook.xml")).toContain("Print_Titles");
  });

  it("has its links, and its hidden names hidden", async () => {
    const book = new Workbook("Data");
    const other = book.addSheet("Other");
    book.activeSheet.write(area("A1:A2"), [["go"], ["web"]]);
    book.activeSheet.hyperlinks = [
      { area: area("A1"), documentReference: "Other!B2", screenTip: "There" },
      { area: area("A2"), address: "https://example.com/a?b=1&c=2" },
    ];
    book.defineName({ name: "_own", scope: other, formula: "=Other!$B$1", visible: false });
    book.defineName({ name: "_own", scope: book.activeSheet, formula: "=Data!$A$1" });
    const opened = await again(book);
    expect(opened.activeSheet.hyperlinks).toEqual(book.activeSheet.hyperlinks);
    expect(opened.names.map(({ name, scope, visible }) => [name, scope?.name, visible])).toEqual(
      expect.arrayContaining([
        ["_own", "Other", false],
        ["_own", "Data", true],
      ]),
    );
  });
});
