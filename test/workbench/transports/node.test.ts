import { afterEach, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../src/workbench/transports/node";

let office: OfficeInNode;
afterEach(() => office.stop());

describe("office.js in Node", () => {
  test("writes a range and reads it back through the real client", async () => {
    office = await startOfficeInNode();
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("B2:C3");
      range.values = [
        ["Ada", 1],
        ["", true],
      ];
      range.load("values,address,formulas,valueTypes");
      sheet.load("name");
      await context.sync();
      return { ...range.toJSON(), sheet: sheet.name };
    });
    expect(read).toEqual({
      address: "Sheet1!B2:C3",
      values: [
        ["Ada", 1],
        ["", true],
      ],
      formulas: [
        ["Ada", 1],
        ["", true],
      ],
      valueTypes: [
        ["String", "Double"],
        ["Empty", "Boolean"],
      ],
      sheet: "Sheet1",
    });
    expect(office.host.keptObjects).toBe(0);
  });

  test("reading before load gives PropertyNotLoaded, of the client itself", async () => {
    office = await startOfficeInNode();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      await context.sync();
      expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  test("a missing sheet's isNullObject is true, and getItem of it ItemNotFound", async () => {
    office = await startOfficeInNode();
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Missing");
      const there = context.workbook.worksheets.getItemOrNullObject("sheet1");
      await context.sync();
      expect(missing.isNullObject).toBe(true);
      expect(there.isNullObject).toBe(false);
    });
    const failing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Missing").activate();
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
  });

  test("a bad address gives InvalidArgument with its statement; what stood before it is done", async () => {
    office = await startOfficeInNode();
    const failing = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [["done"]];
      sheet.getRange("A0").values = [["never"]];
      sheet.getRange("A2").values = [["never"]];
      await context.sync();
    });
    const error = (await failing.catch((thrown: unknown) => thrown)) as OfficeExtension.Error;
    expect(error).toBeInstanceOf(office.OfficeExtension.Error);
    expect(error.code).toBe("InvalidArgument");
    expect(error.debugInfo.errorLocation).toBe("Worksheet.getRange");
    expect((error.debugInfo as { statement?: string }).statement).toContain("getRange(");
    expect(office.host.workbook.activeSheet.value(0, 0)).toBe("done");
    expect(office.host.workbook.activeSheet.value(1, 0)).toBeNull();
  });

  test("what isn't simulated fails and names itself", async () => {
    office = await startOfficeInNode();
    const failing = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").flashFill();
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({ message: "not simulated: Range.flashFill" });
  });

  test("a range kept across syncs follows an inserted row", async () => {
    office = await startOfficeInNode();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("B5:C6");
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      await context.sync();
      range.load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!B6:C7");
    });
  });

  test("a second start has a workbook of its own", async () => {
    office = await startOfficeInNode();
    office.host.workbook.activeSheet.enter(0, 0, "first");
    office.stop();
    office = await startOfficeInNode({ profile: "ltsc-2021" });
    const value = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(value).toEqual([[""]]);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
  });
});
