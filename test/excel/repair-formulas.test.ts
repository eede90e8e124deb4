import { afterEach, describe, expect, test } from "vitest";
import { asTyped } from "../../src/excel/function-calls";
import { repairFormulas } from "../../src/excel/repair-formulas";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const NAMES = ["RPTIER", "RPSUM"];

describe("formulas that show #NAME?", () => {
  test("are entered again, and no others", async () => {
    const workbook = new Workbook();
    office = await startOfficeInNode({ workbook });
    const sheet = workbook.activeSheet;
    // The functions aren't registered: Excel doesn't know them.
    const formulas = [
      "=_xldudf_RPTIER(1)",
      "=_xldudf_CO_RPSUM(A1)",
      "=NOBODY(1)",
      "=1/0",
      "=SUM(1,2)",
      "RPTIER(1)",
    ];
    formulas.forEach((formula, row) => sheet.enter(row, 1, formula));
    const other = workbook.addSheet("Closed");
    other.enter(0, 0, "=RPTIER(2)");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Closed").protection.protect();
      await context.sync();
    });
    expect(sheet.value(0, 1)).toEqual({ error: "#NAME?" });
    const answer = await repairFormulas(NAMES, {}, noPause);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        repaired: 2,
        left: 1,
        sheets: ["Sheet1"],
        told: [{ code: "sheet-frozen-protected", params: { count: 1, sheets: ["Closed"] } }],
      },
    });
    expect(formulas.map((_, row) => sheet.formula(row, 1) ?? sheet.value(row, 1))).toEqual([
      "=RPTIER(1)",
      "=CO.RPSUM(A1)",
      ...formulas.slice(2),
    ]);
  });

  test("go among others that stay, and where somebody moves them meanwhile they are left", async () => {
    const formulas = ["=_xldudf_RPTIER(1)", "=IFERROR(RPTIER(2),7)", "=_xldudf_RPSUM(3)"];
    const start = async () => {
      const workbook = new Workbook();
      office = await startOfficeInNode({ workbook });
      for (const sheet of [workbook.activeSheet, workbook.addSheet("Moved")]) {
        formulas.forEach((formula, row) => sheet.enter(row, 0, formula));
      }
      return workbook;
    };
    const shown = (workbook: Workbook, sheet: string, rows: readonly number[]) =>
      rows.map((row) => workbook.sheet(sheet)?.formula(row, 0));
    const repaired = ["=RPTIER(1)", "=IFERROR(RPTIER(2),7)", "=RPSUM(3)"];
    const calm = await start();
    const { result, figures } = await office!.meter.run(() => repairFormulas(NAMES, {}, noPause));
    expect(result).toMatchObject({ value: { repaired: 4, left: 0, sheets: ["Sheet1", "Moved"] } });
    expect(shown(calm, "Moved", [0, 1, 2])).toEqual(repaired);
    office?.stop();

    const workbook = await start();
    // Right before the second sheet is looked at again: the last sync but one.
    const act = () =>
      workbook.sheet("Moved")?.insertCells({ top: 0, left: 0, bottom: 0, right: 16_383 }, "down");
    office!.host.faults = [{ on: figures.syncs - 1, fault: "co-author", act: () => void act() }];
    expect(await repairFormulas(NAMES, {}, noPause)).toMatchObject({
      value: {
        repaired: 2,
        left: 2,
        told: [{ code: "sheet-frozen-changed", params: { count: 2, cells: ["Moved!A1:A3"] } }],
      },
    });
    expect(shown(workbook, "Sheet1", [0, 1, 2])).toEqual(repaired);
    // The workbench writes a formula it moves in capitals.
    const moved = shown(workbook, "Moved", [0, 1, 2, 3]).map((formula) => formula?.toUpperCase());
    expect(moved).toEqual([undefined, ...formulas.map((formula) => formula.toUpperCase())]);
  });

  test("of a workbook without any cost a look", async () => {
    const workbook = new Workbook();
    office = await startOfficeInNode({ workbook });
    workbook.activeSheet.enter(0, 0, "=SUM(1,2)");
    expect(await repairFormulas(NAMES, {}, noPause)).toEqual({
      ok: true,
      value: { repaired: 0, left: 0, sheets: [], told: [] },
    });
    office.host.faults = [{ on: 2, fault: "session-lost" }];
    expect(await repairFormulas(NAMES, {}, noPause)).toMatchObject({
      ok: false,
      troubles: [{ code: "excel-session-lost" }],
    });
  });
});

describe("a call as it is typed", () => {
  test.each([
    ["=_xldudf_RPTIER(A1)", "=RPTIER(A1)"],
    ["=1+_xldudf_CO_RPTIER(_xldudf_CO_RPSUM(A1))", "=1+CO.RPTIER(CO.RPSUM(A1))"],
    ['=IF(A1="_xldudf_RPTIER(1)",RPSUM(1),0)', '=IF(A1="_xldudf_RPTIER(1)",RPSUM(1),0)'],
    ["=_xldudf_OTHER(A1)", "=_xldudf_OTHER(A1)"],
  ])("%s", (formula, typed) => expect(asTyped(formula, NAMES)).toBe(typed));
});
