import { afterEach, describe, expect, test } from "vitest";
import { looksAt } from "../../src/excel/formula-references";
import { takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Refusal } from "../../src/workbench/workbook/refusal";
import { addTable } from "../../src/workbench/workbook/table-edit";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { contents, planOf } from "./planned";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());
const noPause = async () => {};

const ROWS = [
  ["Order", "Customer"],
  [1, "ann"],
  [2, "bob"],
  [3, "ann"],
];

/** A workbook with orders, classified: columns beside them, and three sheets. */
async function classified(native: boolean) {
  const workbook = new Workbook("Orders");
  const sheet = workbook.activeSheet;
  sheet.write({ top: 0, bottom: 3, left: 0, right: 1 }, ROWS);
  if (native) {
    const table = addTable(sheet, { top: 0, left: 0, bottom: 3, right: 1 }, true);
    if (table instanceof Refusal) throw new Error(table.message);
    table.name = "Sales";
  }
  office = await startOfficeInNode({ workbook });
  const before = contents(workbook);
  const written = await writeTiered(
    planOf({
      customers: { ann: ["A", 3], bob: ["B", 3] },
      ids: ["tier", "monetary"],
      headers: ["Tier", "Monetary"],
      formats: ["@", "0"],
      beside: {
        sheet: sheet.id,
        table: sheet.tables[0]?.id ?? null,
        headerRow: 0,
        firstRow: 1,
        rowCount: 3,
        customerColumn: 1,
        customerHeader: "Customer",
      },
    }),
    {},
    noPause,
  );
  expect(written.ok ? [] : written.troubles).toEqual([]);
  return { workbook, sheet, before };
}

const refusalOf = (result: Awaited<ReturnType<typeof takeBack>>) =>
  result.ok ? null : result.troubles.map(({ code, params }) => [code, params?.["count"], params?.["places"]]);

describe("taking back what formulas of the analyst's look at", () => {
  test("is refused with how many they are and where, and nothing is changed, until it is wanted anyway", async () => {
    const { workbook } = await classified(false);
    const report = workbook.addSheet("My report");
    for (let r = 1; r < 40; r++) report.enter(r, 1, `=VLOOKUP(A${r + 1},Customers!A:C,2,FALSE)`);
    report.enter(0, 3, "=COUNTA(Customers[Tier])");
    report.enter(1, 3, '=COUNTIF(Orders!C:C,"A")');
    report.enter(2, 3, '="Customers!A1"&SUM(Orders!A:A)');
    workbook.defineName({ name: "Best", formula: "=Tiers!$A$6" });
    const before = contents(workbook);
    expect(refusalOf(await takeBack({}, noPause))).toEqual([
      ["excel-refers-to-ours", 42, ["My report!D1:D2", "My report!B2:B40", "Best"]],
    ]);
    expect(contents(workbook)).toEqual(before);
    const taken = await takeBack({ anyway: true }, noPause);
    expect(taken.ok).toBe(true);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Orders", "My report"]);
    expect(report.formula(1, 1)).toContain("#REF!");
  });

  test("goes without a question where none does, whatever else there are", async () => {
    const { workbook, sheet, before } = await classified(false);
    const beyond = workbook.addSheet("Beyond");
    beyond.enter(0, 0, "=SUM(Orders!A:Z)");
    beyond.enter(1, 0, '="=Customers!A1"');
    beyond.enter(2, 0, "=SUM(Orders!A1:B4)");
    sheet.enter(0, 20, "=A2");
    const taken = await takeBack({}, noPause);
    expect(refusalOf(taken)).toBeNull();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Orders", "Beyond"]);
    expect((contents(workbook) as object[])[0]).not.toEqual((before as object[])[0]);
  });

  test("finds columns of a table by their names and by their cells, on the sheet itself and on others", async () => {
    const { workbook, sheet } = await classified(true);
    const other = workbook.addSheet("Other");
    other.enter(0, 0, "=COUNTA(Sales[Tier])");
    other.enter(1, 0, "=COUNTA(Sales[[Tier]:[Monetary]])");
    other.enter(2, 0, "=COUNTA(Sales[[Customer]:[Monetary]])");
    other.enter(3, 0, "=Orders!$C$2");
    sheet.enter(0, 9, "=D2*2");
    expect(refusalOf(await takeBack({}, noPause))).toEqual([
      ["excel-refers-to-ours", 4, ["Orders!J1", "Other!A1:A2", "Other!A4"]],
    ]);
  });

  test("finds charts and PivotTables made of our tables, but not our own", async () => {
    const { workbook } = await classified(false);
    await Excel.run(async (context) => {
      const customers = context.workbook.worksheets.getItem("Customers");
      const mine = context.workbook.worksheets.add("Mine");
      const chart = mine.charts.add("ColumnClustered", customers.getRange("A1:A3"));
      chart.name = "Share";
      mine.pivotTables.add("By tier", "Customers", "Mine!H20");
      await context.sync();
    });
    expect(refusalOf(await takeBack({}, noPause))).toEqual([
      ["excel-refers-to-ours", 2, ["Mine: By tier", "Mine: Share"]],
    ]);
    expect(workbook.sheets.some(({ name }) => name === "Customers")).toBe(true);
  });

  test("doesn't read a large sheet that has no formulas", async () => {
    const { workbook } = await classified(false);
    const large = workbook.addSheet("Large");
    const cells = Array.from({ length: 20_000 }, (_, r) => [r, `customer number ${r}`]);
    large.write({ top: 0, bottom: cells.length - 1, left: 0, right: 1 }, cells);
    const { result, figures } = await office!.meter.run(() => takeBack({}, noPause));
    expect(result.ok).toBe(true);
    expect(figures.bytesOut).toBeLessThan(100_000);
  });

  test("ends where the reader cancels, with nothing changed", async () => {
    const { workbook } = await classified(false);
    const before = contents(workbook);
    const result = await takeBack({ cancelled: () => true }, noPause);
    expect(refusalOf(result)).toEqual([["pane.cancelled", undefined, undefined]]);
    expect(contents(workbook)).toEqual(before);
  });
});

describe("looksAt", () => {
  const at = looksAt({
    sheets: new Map([
      ["customers", null],
      ["bob's list", null],
      ["orders", [{ row: 0, column: 2, rows: 4, columns: 2 }]],
    ]),
    tables: new Map([
      ["kunden", null],
      ["sales", new Set(["tier", "a]b"])],
    ]),
    columns: new Map([["orders", new Set(["tier"])]]),
  });
  const yes = (formula: unknown, sheet = "Else") =>
    expect([formula, at(formula, sheet)]).toEqual([formula, true]);
  const none = (formula: unknown, sheet = "Else") =>
    expect([formula, at(formula, sheet)]).toEqual([formula, false]);

  test("sees sheets, tables and columns however they are written", () => {
    for (const formula of [
      "=CUSTOMERS!a1",
      "=SUM(1,customers!$B$2:$C$9)",
      "='Bob''s list'!A1",
      "=Customers!MyName",
      "=ROWS(Kunden)",
      "=Kunden[#All]",
      "=-Kunden[@Name]",
      "=Sales[Tier]",
      "=Sales[[#This Row],[Tier]]",
      "=Sales[a']b]",
      "=Orders!C:D",
      "=Orders!$C$1",
      '=IF("a""b"="",Orders!D2:D3,0)',
    ]) {
      yes(formula);
    }
    yes("=C2+1", "Orders");
    yes("=[@Tier]", "orders");
  });

  test("passes over texts, other workbooks, longer names and wider cells", () => {
    for (const formula of [
      "Customers!A1",
      null,
      5,
      '="Customers!A1"',
      "='[Book1.xlsx]Customers'!A1",
      "=[Book1.xlsx]Customers!A1",
      "=MyCustomers!A1",
      "=Customers2!A1",
      "=KundenListe[Name]",
      "=KUNDEN(1)",
      "=Sales[[Tier]:[Other]]",
      "=Sales",
      "=Orders!B:D",
      "=Orders!C9",
      "=C2+1",
      "=[@Tier]",
      "=Orders!1:1",
    ]) {
      none(formula);
    }
    none("=Else!C2", "Orders");
    none("=SUM(A:B)", "Orders");
  });
});

describe("taking back a sheet of customers with the analyst's notes", () => {
  const withNotes = async () => {
    const { workbook } = await classified(false);
    const customers = workbook.sheet("Customers");
    if (!customers) throw new Error("no sheet");
    return { workbook, customers };
  };

  test("leaves the customers beside their notes, also where a formula of the notes names one", async () => {
    const { workbook, customers } = await withNotes();
    customers.enter(0, 3, "Owner");
    customers.enter(2, 3, "Kim");
    customers.enter(1, 4, '=A2&"!"');
    const taken = await takeBack({}, noPause);
    expect(taken).toMatchObject({ ok: true, value: { removed: 1, kept: ["Customers"] } });
    expect(customers.values({ top: 0, bottom: 3, left: 0, right: 4 })).toEqual([
      ["Customer", null, null, "Owner", null],
      ["ann", null, null, null, "ann!"],
      ["bob", null, null, "Kim", null],
      [null, null, null, null, null],
    ]);
    expect([customers.tables, workbook.names]).toEqual([[], []]);
    // They are the analyst's by now: nothing is left to be taken back.
    expect(await takeBack({}, noPause)).toMatchObject({ ok: true, value: { removed: 0, kept: [] } });
    expect(customers.value(2, 0)).toBe("bob");
  });

  test("still tells of formulas that look at results, and clears the customers where notes stand elsewhere", async () => {
    const one = await withNotes();
    one.customers.enter(1, 4, "=B2");
    expect(refusalOf(await takeBack({}, noPause))).toEqual([["excel-refers-to-ours", 1, ["Customers!E2"]]]);
    office?.stop();
    const { customers } = await withNotes();
    customers.enter(6, 0, "below all customers");
    expect((await takeBack({}, noPause)).ok).toBe(true);
    expect(customers.usedArea(true)).toEqual({ top: 6, left: 0, bottom: 6, right: 0 });
  });
});
