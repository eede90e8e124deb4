import { afterEach, describe, expect, test } from "vitest";
import { History } from "../../../src/workbench/page/history";
import { startOfficeInNode, type OfficeInNode } from "../../../src/workbench/transports/node";

let office: OfficeInNode;
afterEach(() => office.stop());

describe("undo of what the add-in did", () => {
  test("a PivotTable is laid out again as its cells are, and what is refreshed afterwards fits", async () => {
    office = await startOfficeInNode();
    const history = new History(office.host.workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:C4").values = [
        ["Tier", "Region", "Money"],
        ["A", "East", 1],
        ["B", "West", 20],
        ["C", "East", 300],
      ];
      sheet.tables.add("A1:C4", true).name = "Customers";
      const pivot = sheet.pivotTables.add("P", "Customers", "E1");
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Tier"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Money"));
      await context.sync();
    });
    expect(history.canUndo).toBe(true);
    // What the add-in does within a moment is one step.
    await new Promise((done) => setTimeout(done, 1600));
    const addresses = () =>
      Excel.run(async (context) => {
        const { layout } = context.workbook.pivotTables.getItem("P");
        const ranges = [layout.getRange(), layout.getDataBodyRange(), layout.getColumnLabelRange()];
        for (const range of ranges) range.load("address");
        await context.sync();
        return ranges.map(({ address }) => address);
      });
    const before = await addresses();
    await Excel.run(async (context) => {
      const pivot = context.workbook.pivotTables.getItem("P");
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("Region"));
      await context.sync();
    });
    expect(await addresses()).not.toEqual(before);
    history.undo();
    expect(await addresses()).toEqual(before);
    const { activeSheet } = office.host.workbook;
    expect(activeSheet.values({ top: 0, left: 4, bottom: 5, right: 8 })).toEqual([
      ["Row Labels", "Sum of Money", null, null, null],
      ["A", 1, null, null, null],
      ["B", 20, null, null, null],
      ["C", 300, null, null, null],
      ["Grand Total", 321, null, null, null],
      [null, null, null, null, null],
    ]);
    history.redo();
    expect(await addresses()).not.toEqual(before);
    history.undo();
    await Excel.run(async (context) => {
      context.workbook.pivotTables.refreshAll();
      await context.sync();
    });
    expect(await addresses()).toEqual(before);
  });

  test("links and pages to print come back", async () => {
    office = await startOfficeInNode();
    const history = new History(office.host.workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").hyperlink = { address: "https://example.com", textToDisplay: "go" };
      sheet.pageLayout.orientation = "Landscape";
      await context.sync();
    });
    history.undo();
    const { activeSheet } = office.host.workbook;
    expect([activeSheet.value(0, 0), activeSheet.hyperlinks, activeSheet.pageLayout]).toEqual([null, [], {}]);
    history.redo();
    expect([activeSheet.value(0, 0), activeSheet.hyperlinks.length]).toEqual(["go", 1]);
  });
});
