import { afterEach, describe, expect, test } from "vitest";
import type { TieredPlan } from "../../src/excel/new-sheet";
import { findWritten, takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { addTable } from "../../src/workbench/workbook/table-edit";
import { Refusal } from "../../src/workbench/workbook/refusal";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { contents, planOf, type PlannedRun } from "./planned";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const write = (plan: TieredPlan) => writeTiered(plan, {}, noPause);

/** Orders with their customers in column B; a title above, a note beside, and something below. */
async function withOrders(
  options: { readonly native?: boolean; readonly profile?: "floor" | "ltsc-2021" } = {},
) {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  sheet.enter(0, 0, "Orders of 2024");
  [
    ["Order", "Customer", "Amount"],
    [1, "ann", 10],
    [2, "bob", 20],
    [3, "", 5],
    [4, "ann", 30],
    [5, "007", 40],
    [6, "eve", 50],
  ].forEach((row, r) =>
    row.forEach((cell, c) =>
      cell === "007"
        ? sheet.write({ top: 2 + r, bottom: 2 + r, left: c, right: c }, [[cell]])
        : sheet.enter(2 + r, c, cell),
    ),
  );
  sheet.enter(20, 1, "a note far below");
  if (options.native) {
    const table = addTable(sheet, { top: 2, left: 0, bottom: 8, right: 2 }, true);
    if (table instanceof Refusal) throw new Error(table.message);
  }
  office = await startOfficeInNode({ workbook, profile: options.profile ?? "web" });
  return { workbook, sheet, office, table: sheet.tables[0]?.id ?? null };
}

const RUN: PlannedRun = {
  customers: { ann: ["A", 40, "=x"], bob: ["B", 20, "007"], "007": ["A", 40, "-1"] },
  ids: ["tier", "monetary", "reason"],
  headers: ["Tier", "Monetary", "Reason"],
  formats: ["@", "0.00", "@"],
};

function beside(sheet: string, table: string | null = null): PlannedRun["beside"] {
  return {
    sheet,
    table,
    headerRow: 2,
    firstRow: 3,
    rowCount: 6,
    customerColumn: 1,
    customerHeader: "Customer",
  };
}

describe("a first run", () => {
  test("writes columns beside plain rows, each row's by its customer, and takes them back", async () => {
    const { workbook, sheet } = await withOrders();
    const before = contents(workbook);
    const result = await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    if (!result.ok) throw new Error(JSON.stringify(result.troubles));
    expect(result.value.beside).toEqual({
      sheet: sheet.id,
      sheetName: "Sheet1",
      address: "D3:F9",
      headers: ["Tier", "Monetary", "Reason"],
    });
    expect(sheet.values({ top: 2, bottom: 8, left: 3, right: 5 })).toEqual([
      ["Tier", "Monetary", "Reason"],
      ["A", 40, "=x"],
      ["B", 20, "007"],
      [null, null, null],
      ["A", 40, "=x"],
      ["A", 40, "-1"],
      [null, null, null],
    ]);
    expect(result.value.sheets.map(({ plan, name }) => [plan, name])).toEqual([
      ["tiers", "Tiers"],
      ["customers", "Customers"],
      ["snapshot", "Snapshot"],
    ]);
    const found = await findWritten(noPause);
    if (!found.ok) throw new Error("not found");
    expect(found.value).toEqual({
      sheets: result.value.sheets.filter(({ hidden }) => !hidden).map(({ id, name }) => ({ id, name })),
      beside: [result.value.beside],
      complete: true,
    });
    const taken = await takeBack(noPause);
    expect(taken).toEqual({ ok: true, value: { removed: 3, columns: 3, kept: [] } });
    expect(contents(workbook)).toEqual(before);
    expect(workbook.names).toEqual([]);
    expect([...workbook.settings.keys()]).toEqual([]);
  });
});
