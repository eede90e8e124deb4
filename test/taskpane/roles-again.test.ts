import { afterEach, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { areaOf } from "../../src/workbench/workbook/area";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { startClassifier } from "../../taskpane/classifier/classifier";
import { rolesAgain } from "../../taskpane/classifier/layout";
import { startWorkspace } from "../../taskpane/classifier/workspace";
import { openWorkbook } from "../../taskpane/host/open-workbook";
import { sessionWorker } from "./session-worker";

describe("rolesAgain(given, used, before, now)", () => {
  const used = [
    { column: 0, role: "customer" as const },
    { column: 1, role: "date" as const },
    { column: 2, role: null },
    { column: 3, role: "amount" as const },
  ];
  const before = ["Name", "Day", "Note", "Total"];

  test("leaves the given ones alone where the columns are what they were", () => {
    expect(rolesAgain({ 3: "price" }, used, before, [...before])).toEqual({ 3: "price" });
  });

  test("moves given and recognised ones with their columns, and leaves a new column none of theirs", () => {
    expect(rolesAgain({ 2: "amount", 3: null }, used, before, ["Customer ID", ...before])).toEqual({
      1: "customer",
      2: "date",
      3: "amount",
      4: null,
    });
  });

  test("forgets a column that is gone; a given one whose header was written anew stays", () => {
    expect(rolesAgain({ 3: "amount" }, used, before, ["Name", "Day", "Total"])).toEqual({
      0: "customer",
      1: "date",
      2: "amount",
    });
    expect(rolesAgain({ 3: "amount" }, used, before, ["Client", "Day", "Note", "Net"])).toEqual({
      1: "date",
      3: "amount",
    });
  });

  test("tells columns with the same header apart by their places", () => {
    expect(rolesAgain({ 1: "date" }, [], ["Day", "Day", "Note"], ["Day", "Day", "Remark"])).toEqual({
      1: "date",
    });
  });
});

describe("a column inserted between two runs", () => {
  let office: OfficeInNode | null = null;
  afterEach(() => office?.stop());

  const ROWS = [
    ["Name", "Order date", "List total", "Paid total"],
    ["A Ltd", 45_000, 900, 80],
    ["B Ltd", 45_010, 40, 40],
    ["A Ltd", 45_020, 300, 20],
  ];

  async function opened() {
    const workbook = new Workbook();
    office = await startOfficeInNode({ workbook });
    const sheet = workbook.activeSheet;
    workbook.batch("user", () => {
      sheet.write(areaOf("A1:D4")!, ROWS);
      sheet.setStyle(areaOf("B2:B4")!, { numberFormat: "yyyy-mm-dd" });
    });
    const workspace = startWorkspace(startClassifier(sessionWorker));
    await workspace.enterExcel(openWorkbook, "en-US");
    await workspace.openBest();
    const money = () => {
      const summary = workspace.state().work?.outcome?.summary;
      return summary?.ok ? summary.value.monetary : null;
    };
    const roles = () =>
      (workspace.state().work?.outcome?.columns ?? []).flatMap(({ header, role }) =>
        role === null ? [] : [`${header}: ${role}`],
      );
    return { workbook, sheet, workspace, money, roles };
  }

  test("takes no role that was given to its neighbour", async () => {
    const { workbook, sheet, workspace, money } = await opened();
    await workspace.choose({ roles: { 2: null, 3: "amount" } });
    expect(await workspace.fill("en")).toBe(true);
    expect(money()).toBe(140);
    workbook.batch("user", () => {
      sheet.insertCells(areaOf("C:C")!, "right");
      sheet.write(areaOf("C1:C4")!, [["Memo"], [1], [2], [3]]);
    });
    expect(await workspace.refresh("en")).toBe(true);
    expect(money()).toBe(140);
  });

  test("takes no role that was recognised, however well its header fits", async () => {
    const { workbook, sheet, workspace, roles, money } = await opened();
    const before = [roles(), money()];
    expect(await workspace.fill("en")).toBe(true);
    workbook.batch("user", () => {
      sheet.insertCells(areaOf("A:A")!, "right");
      sheet.write(areaOf("A1:A4")!, [["Customer ID"], ["K1"], ["K2"], ["K3"]]);
    });
    expect(await workspace.refresh("en")).toBe(true);
    expect([roles().filter((one) => !one.endsWith("attribute")), money()]).toEqual(before);
  });
});
