import { afterEach, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../../src/workbench/transports/node";

let office: OfficeInNode;
afterEach(() => office.stop());

const FILE = btoa("PK\u0003\u0004 and so on");

describe("Excel.createWorkbook(base64)", () => {
  // The client asks Excel on the web in another way than Excel on a computer.
  test.each(["web", "microsoft365-windows"] as const)("opens a file beside this one: %s", async (profile) => {
    office = await startOfficeInNode({ profile });
    const opened: unknown[] = [];
    office.host.listenToWorkbooks((file) => opened.push(file));
    await Excel.createWorkbook(FILE);
    expect(office.host.openedWorkbooks).toHaveLength(1);
    expect(String.fromCharCode(...office.host.openedWorkbooks[0]!)).toBe("PK\u0003\u0004 and so on");
    expect(opened).toEqual(office.host.openedWorkbooks);
  });

  test("opens a blank workbook without a file", async () => {
    office = await startOfficeInNode();
    await Excel.createWorkbook();
    expect(office.host.openedWorkbooks).toEqual([undefined]);
  });

  test.each([
    ["no base64", "***"],
    ["no package", btoa("a,b\n1,2")],
  ])("refuses %s", async (_, text) => {
    office = await startOfficeInNode();
    await expect(Excel.createWorkbook(text)).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(office.host.openedWorkbooks).toEqual([]);
  });
});
