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
