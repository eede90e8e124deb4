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
      sheets: result.value.sheets
        .filter(({ hidden }) => !hidden)
        .map(({ id, name, plan }) => ({ id, name, plan })),
      beside: [result.value.beside],
      complete: true,
    });
    const taken = await takeBack({}, noPause);
    // The third, a snapshot, was hidden: its going isn't told.
    expect(taken).toEqual({ ok: true, value: { removed: 2, columns: 3, kept: [] } });
    expect(contents(workbook)).toEqual(before);
    expect(workbook.names).toEqual([]);
    expect([...workbook.settings.keys()]).toEqual([]);
  });
});

describe("another list at the right of the orders, in their rows", () => {
  const small = (sheet: Workbook["activeSheet"], top: number, left: number) =>
    [
      ["Region", "Target"],
      ["north", 5],
      ["south", 6],
    ].forEach((row, r) => row.forEach((cell, c) => sheet.enter(top + r, left + c, cell)));

  for (const top of [2, 4]) {
    test(`keeps a blank column from the columns written (its headers in row ${top + 1})`, async () => {
      const { workbook, sheet } = await withOrders();
      // Orders in A:C, D:E blank.
      small(sheet, top, 5);
      const before = contents(workbook);
      const at = beside(sheet.id);
      const chosen = (...ids: string[]) => planOf({ ...RUN, beside: at && { ...at, ids } });
      const first = await write(chosen("tier", "reason"));
      expect(first).toMatchObject({ ok: true, value: { beside: { address: "I3:J9" } } });
      expect(sheet.values({ top: 2, bottom: 8, left: 7, right: 7 }).flat()).toEqual(Array(7).fill(null));
      const again = await write(chosen("tier", "reason"));
      if (!again.ok || !first.ok) throw new Error(JSON.stringify(again));
      expect(again.value.beside).toEqual(first.value.beside);
      // One more goes beside the own ones.
      const more = await write(chosen("tier", "monetary", "reason"));
      expect(more).toMatchObject({ ok: true, value: { beside: { address: "I3:K9" } } });
      expect(sheet.values({ top: 2, bottom: 3, left: 7, right: 11 })).toEqual([
        [null, "Tier", "Reason", "Monetary", null],
        [null, "A", "=x", 40, null],
      ]);
      expect(await takeBack({}, noPause)).toMatchObject({ ok: true, value: { columns: 3 } });
      expect(contents(workbook)).toEqual(before);
      expect(workbook.names).toEqual([]);
    });
  }

  test("no column is left blank where the orders themselves are at the left", async () => {
    const { sheet } = await withOrders();
    // Amounts without a header belong to the orders: nothing is blank between.
    for (let row = 3; row < 9; row++) sheet.enter(row, 3, row);
    small(sheet, 12, 6);
    const result = await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    expect(result).toMatchObject({ ok: true, value: { beside: { address: "E3:G9" } } });
  });
});

describe("columns in a native table", () => {
  test("come at its end, with what stands at its right beside them, and go without moving anything", async () => {
    const { workbook, sheet, table } = await withOrders({ native: true });
    const before = contents(workbook);
    const result = await write(planOf({ ...RUN, beside: beside(sheet.id, table) }));
    if (!result.ok) throw new Error(JSON.stringify(result.troubles));
    expect(result.value.beside?.address).toBe("D3:F9");
    expect(sheet.tables[0]?.area).toEqual({ top: 2, left: 0, bottom: 8, right: 5 });
    expect(sheet.values({ top: 7, bottom: 7, left: 3, right: 5 })).toEqual([["A", 40, "-1"]]);
    // A note written beside the wider table stays where it is when the columns go.
    sheet.enter(4, 7, "mine");
    await takeBack({}, noPause);
    expect(sheet.value(4, 7)).toBe("mine");
    sheet.enter(4, 7, "");
    expect(contents(workbook)).toEqual(before);
  });

  test("move what stands at the table's right, and it comes back", async () => {
    const { workbook, sheet, table } = await withOrders({ native: true });
    sheet.enter(4, 3, "close");
    sheet.enter(5, 6, "farther");
    const before = contents(workbook);
    const result = await write(planOf({ ...RUN, beside: beside(sheet.id, table) }));
    expect(result.ok).toBe(true);
    const all = JSON.stringify(contents(workbook));
    expect(all).toContain("close");
    expect(all).toContain("farther");
    await takeBack({}, noPause);
    expect(contents(workbook)).toEqual(before);
  });
});

describe("a second run", () => {
  const AGAIN: PlannedRun = {
    ...RUN,
    customers: { bob: ["A", 25, "="], zoe: ["C", 1, "new"], ann: ["B", 41, "007"] },
    tiers: 4,
  };

  for (const native of [false, true]) {
    test(`writes the same columns and sheets in their places (${native ? "table" : "plain"})`, async () => {
      const { workbook, sheet, table } = await withOrders({ native });
      const at = beside(sheet.id, table);
      const first = await write(planOf({ ...RUN, beside: at }));
      const second = await write(planOf({ ...AGAIN, beside: at }));
      if (!first.ok || !second.ok) throw new Error(JSON.stringify(second));
      expect(second.value.beside).toEqual(first.value.beside);
      expect(second.value.sheets.map(({ id }) => id)).toEqual(first.value.sheets.map(({ id }) => id));
      expect(sheet.values({ top: 3, bottom: 8, left: 3, right: 5 })).toEqual([
        ["B", 41, "007"],
        ["A", 25, "="],
        [null, null, null],
        ["B", 41, "007"],
        [null, null, null],
        [null, null, null],
      ]);
      const customers = workbook.sheet("Customers");
      expect(customers?.values({ top: 0, bottom: 5, left: 0, right: 3 })).toEqual([
        ["Customer", "Tier", "Monetary", "Reason"],
        ["ann", "B", 41, "007"],
        ["bob", "A", 25, "="],
        ["007", null, null, "No longer in the data of the latest run."],
        ["zoe", "C", 1, "new"],
        [null, null, null, null],
      ]);
      expect(second.value.told).toEqual([
        { code: "excel-customers-gone", params: { count: 1, sheet: "Customers" } },
      ]);
      expect(customers?.tables[0]?.area.bottom).toBe(4);
      const tiers = workbook.sheet("Tiers");
      expect(tiers?.values({ top: 0, bottom: 14, left: 0, right: 2 }).map(([cell]) => cell)).toEqual([
        "Tiers of customers",
        null,
        "By tier",
        null,
        "Tier",
        "T1",
        "T2",
        "T3",
        "T4",
        null,
        "007 is a text",
        null,
        "Segment",
        "a",
        "b",
      ]);
      expect(tiers?.tables.map(({ name, area: { top, bottom } }) => [name, top, bottom]).sort()).toEqual([
        ["Segments", 12, 14],
        ["Tiers", 4, 8],
      ]);
      await takeBack({}, noPause);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
      expect(workbook.names).toEqual([]);
    });
  }

  test("keeps the analyst's columns, notes, order and headers in the table of customers", async () => {
    const { workbook, sheet } = await withOrders();
    const at = beside(sheet.id);
    await write(planOf({ ...RUN, beside: at }));
    const customers = workbook.sheet("Customers");
    if (!customers) throw new Error("no sheet");
    customers.enter(0, 4, "Owner");
    customers.enter(1, 4, "Kim (ann)");
    customers.enter(2, 4, "Lee (bob)");
    customers.insertCells({ top: 0, bottom: 3, left: 2, right: 2 }, "right");
    customers.enter(1, 2, "note of ann");
    customers.enter(0, 1, "My tier");
    customers.enter(2, 8, "beside bob");
    // ann and bob change places, with everything in their rows.
    const rows = customers.values({ top: 1, bottom: 2, left: 0, right: 8 });
    customers.write({ top: 1, bottom: 2, left: 0, right: 8 }, [rows[1] ?? [], rows[0] ?? []]);
    const second = await write(planOf({ ...AGAIN, beside: at }));
    if (!second.ok) throw new Error(JSON.stringify(second.troubles));
    const lines = customers.values({ top: 0, bottom: 4, left: 0, right: 8 });
    expect(lines.map((line) => [line[0], line[1], line[2], line[3], line[5], line[8]])).toEqual([
      ["Customer", "My tier", "Column1", "Monetary", "Owner", null],
      ["bob", "A", null, 25, "Lee (bob)", "beside bob"],
      ["ann", "B", "note of ann", 41, "Kim (ann)", null],
      ["007", null, null, null, null, null],
      ["zoe", "C", null, 1, null, null],
    ]);
    const taken = await takeBack({}, noPause);
    expect(taken).toMatchObject({ ok: true, value: { kept: ["Customers"] } });
    // Whose the notes are is still there; without results, and nobody's but the analyst's.
    expect(customers.values({ top: 0, bottom: 5, left: 0, right: 1 })).toEqual([
      ["Customer", null],
      ["bob", null],
      ["ann", null],
      ["007", null],
      ["zoe", null],
      [null, null],
    ]);
    expect(customers.usedArea(true)).toEqual({ top: 0, left: 0, bottom: 4, right: 8 });
    expect([customers.tables, workbook.names]).toEqual([[], []]);
    expect(customers.value(1, 5)).toBe("Lee (bob)");
    expect(customers.value(2, 2)).toBe("note of ann");
  });

  test("removes columns that are no longer chosen and adds new ones", async () => {
    for (const native of [false, true]) {
      const { sheet, table } = await withOrders({ native });
      await write(planOf({ ...RUN, beside: { ...at(sheet.id, table), ids: ["tier", "reason"] } }));
      const second = await write(
        planOf({ ...RUN, beside: { ...at(sheet.id, table), ids: ["monetary", "reason"] } }),
      );
      if (!second.ok) throw new Error(JSON.stringify(second.troubles));
      const headers = sheet.values({ top: 2, bottom: 2, left: 3, right: 6 })[0];
      expect(headers).toEqual(
        native ? ["Reason", "Monetary", null, null] : [null, "Reason", "Monetary", null],
      );
      const third = await write(planOf({ ...RUN, sheets: false, beside: at(sheet.id, table) }));
      if (!third.ok) throw new Error(JSON.stringify(third.troubles));
      expect(third.value.beside?.headers).toHaveLength(3);
      office?.stop();
    }
    function at(id: string, table: string | null) {
      const given = beside(id, table);
      if (!given) throw new Error("nothing");
      return given;
    }
  });

  test("follows the language in headers that nobody has changed", async () => {
    const { workbook, sheet } = await withOrders({ native: true });
    const at = beside(sheet.id, sheet.tables[0]?.id ?? null);
    await write(planOf({ ...RUN, beside: at }));
    sheet.enter(2, 5, "Why");
    await write(planOf({ ...RUN, headers: ["\u5c42\u7ea7", "\u91d1\u989d", "\u539f\u56e0"], beside: at }));
    expect(sheet.values({ top: 2, bottom: 2, left: 3, right: 5 })[0]).toEqual([
      "\u5c42\u7ea7",
      "\u91d1\u989d",
      "Why",
    ]);
    expect(workbook.sheet("Customers")?.value(0, 1)).toBe("\u5c42\u7ea7");
  });
});

describe("headers merged over two rows", () => {
  for (const merged of [[1], [0, 1, 2]]) {
    test(`have the columns' headers beside them, in the last of them (${merged.length} merged)`, async () => {
      const { sheet } = await withOrders();
      // The customers' header begins in the row above, as Excel keeps it; on a refresh too.
      for (const column of merged) {
        const text = sheet.value(2, column) as string;
        sheet.clear({ top: 2, bottom: 2, left: column, right: column });
        sheet.enter(1, column, text);
        sheet.merge({ top: 1, bottom: 2, left: column, right: column });
      }
      const before = contents(office!.host.workbook);
      for (const grade of ["A", "Z"]) {
        const customers = { ...RUN.customers, ann: [grade, 40, "=x"] };
        const result = await write(planOf({ ...RUN, customers, sheets: false, beside: beside(sheet.id) }));
        expect(result.ok ? [] : result.troubles).toEqual([]);
        expect(sheet.values({ top: 1, bottom: 4, left: 3, right: 5 })).toEqual([
          [null, null, null],
          ["Tier", "Monetary", "Reason"],
          [grade, 40, "=x"],
          ["B", 20, "007"],
        ]);
        expect(sheet.value(3, 6)).toBeNull();
      }
      expect(sheet.merges).toHaveLength(merged.length);
      expect((await takeBack({}, noPause)).ok).toBe(true);
      expect(contents(office!.host.workbook)).toEqual(before);
    });
  }

  test("are told gone where another text is in them", async () => {
    const { sheet } = await withOrders();
    sheet.enter(1, 1, "Client");
    sheet.clear({ top: 2, bottom: 2, left: 1, right: 1 });
    sheet.merge({ top: 1, bottom: 2, left: 1, right: 1 });
    const result = await write(planOf({ ...RUN, sheets: false, beside: beside(sheet.id) }));
    expect(result.ok ? [] : result.troubles.map(({ code }) => code)).toEqual(["excel-header-gone"]);
  });
});

describe("what is refused before anything is written", () => {
  const cases: readonly [string, (sheet: Workbook["activeSheet"], workbook: Workbook) => void, boolean][] = [
    ["excel-header-gone", (sheet) => sheet.enter(2, 1, "Client"), false],
    [
      "excel-header-doubled",
      (sheet) => {
        // The customers aren't where they were, and two columns have their header.
        sheet.insertCells({ top: 0, bottom: 1_048_575, left: 1, right: 1 }, "right");
        sheet.enter(2, 5, "Customer");
      },
      false,
    ],
    ["excel-merged", (sheet) => sheet.merge({ top: 4, bottom: 5, left: 5, right: 5 }), false],
    [
      "excel-filtered",
      (sheet) =>
        void (sheet.filter = {
          area: { top: 2, bottom: 8, left: 0, right: 2 },
          criteria: [{ filterOn: "Values", values: ["1"] }, undefined, undefined],
        }),
      false,
    ],
    ["excel-sheet-protected", (sheet) => void (sheet.protection = { options: {} } as never), false],
  ];
  for (const [code, act, native] of cases) {
    test(code, async () => {
      const { workbook, sheet, table } = await withOrders({ native });
      act(sheet, workbook);
      const before = contents(workbook);
      const result = await write(planOf({ ...RUN, beside: beside(sheet.id, table) }));
      expect(result.ok ? [] : result.troubles.map((trouble) => trouble.code)).toEqual([code]);
      expect(contents(workbook)).toEqual(before);
      expect([...workbook.settings.keys()]).toEqual([]);
    });
  }

  test("a moved column of customers is found by its header", async () => {
    const { sheet } = await withOrders();
    sheet.insertCells({ top: 0, bottom: 1_048_575, left: 0, right: 0 }, "right");
    const result = await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    if (!result.ok) throw new Error(JSON.stringify(result.troubles));
    expect(sheet.value(3, 4)).toBe("A");
  });

  test("cells under the table of customers, where new ones have to go", async () => {
    const { workbook, sheet } = await withOrders();
    await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    workbook.sheet("Customers")?.enter(4, 1, "below");
    const before = contents(workbook);
    const result = await write(
      planOf({ ...RUN, customers: { ...RUN.customers, zoe: ["C", 1, ""] }, beside: beside(sheet.id) }),
    );
    expect(result.ok ? [] : result.troubles.map(({ code }) => code)).toEqual(["excel-below-taken"]);
    expect(contents(workbook)).toEqual(before);
  });

  test("a sheet with someone's cells in the way is left alone, and its result goes to another", async () => {
    const { workbook, sheet } = await withOrders();
    await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    workbook.sheet("Tiers")?.enter(14, 1, "in the way");
    const result = await write(planOf({ ...RUN, tiers: 5, beside: beside(sheet.id) }));
    if (!result.ok) throw new Error(JSON.stringify(result.troubles));
    expect(result.value.told.map(({ code }) => code)).toEqual(["excel-sheet-beside"]);
    expect(workbook.sheet("Tiers")?.value(14, 1)).toBe("in the way");
    expect(workbook.sheet("Tiers (2)")?.value(9, 0)).toBe("T5");
    expect(await takeBack({}, noPause)).toMatchObject({ ok: true, value: { kept: ["Tiers"] } });
    expect(workbook.sheet("Tiers")?.usedArea(true)).toEqual({ top: 14, left: 1, bottom: 14, right: 1 });
  });
});

describe("what a run has no use for any more", () => {
  test("goes: sheets of another kind of run, and columns beside data that aren't asked for", async () => {
    const { workbook, sheet } = await withOrders();
    const before = contents(workbook);
    await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    const plan = planOf(RUN);
    const second = await write({
      ...plan,
      sheets: plan.sheets.filter(({ id }) => id === "tiers"),
      source: { sheet: sheet.id, table: null },
    });
    if (!second.ok) throw new Error(JSON.stringify(second.troubles));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Tiers"]);
    expect(sheet.usedArea(true)?.right).toBe(2);
    await takeBack({}, noPause);
    expect(contents(workbook)).toEqual(before);
  });

  test("stays where someone has written on it, and is taken back with everything else", async () => {
    const { workbook, sheet } = await withOrders();
    await write(planOf({ ...RUN, beside: beside(sheet.id) }));
    workbook.sheet("Customers")?.enter(9, 9, "mine");
    const plan = planOf(RUN);
    await write({ ...plan, sheets: plan.sheets.filter(({ id }) => id === "tiers") });
    expect(workbook.sheet("Customers")?.value(1, 0)).toBe("ann");
    await takeBack({}, noPause);
    expect(workbook.sheet("Customers")?.usedArea(true)).toEqual({ top: 9, left: 9, bottom: 9, right: 9 });
  });

  test("a deleted sheet or column is made anew", async () => {
    const { workbook, sheet } = await withOrders();
    const at = beside(sheet.id);
    await write(planOf({ ...RUN, beside: at }));
    const tiers = workbook.sheet("Tiers");
    if (tiers) workbook.deleteSheet(tiers);
    sheet.deleteCells({ top: 0, bottom: 1_048_575, left: 4, right: 4 }, "left");
    const second = await write(planOf({ ...RUN, beside: at }));
    if (!second.ok) throw new Error(JSON.stringify(second.troubles));
    expect(workbook.sheet("Tiers")?.value(4, 0)).toBe("Tier");
    expect(sheet.values({ top: 2, bottom: 3, left: 3, right: 5 })).toEqual([
      ["Tier", "Reason", "Monetary"],
      ["A", "=x", 40],
    ]);
  });

  test("two tables on one sheet have columns of their own", async () => {
    const { workbook, sheet } = await withOrders({ native: true });
    const rows = sheet.values({ top: 2, bottom: 8, left: 0, right: 2 });
    sheet.write({ top: 22, bottom: 28, left: 0, right: 2 }, rows);
    const other = addTable(sheet, { top: 22, left: 0, bottom: 28, right: 2 }, true);
    if (other instanceof Refusal) throw new Error(other.message);
    const before = contents(workbook);
    const upper = beside(sheet.id, sheet.tables[0]?.id ?? null);
    const lower = { ...upper, table: other.id, headerRow: 22, firstRow: 23 } as PlannedRun["beside"];
    for (const at of [upper, lower, upper]) {
      const result = await write(planOf({ ...RUN, beside: at }));
      expect(result.ok ? [] : result.troubles).toEqual([]);
    }
    expect([sheet.value(3, 3), sheet.value(23, 3)]).toEqual(["A", "A"]);
    expect(sheet.usedArea(true)?.right).toBe(5);
    expect(await takeBack({}, noPause)).toMatchObject({ ok: true, value: { columns: 6 } });
    expect(contents(workbook)).toEqual(before);
  });
});

describe("what an earlier version recorded", () => {
  test("is found and taken back", async () => {
    const { workbook } = await withOrders();
    const before = contents(workbook);
    const tiers = workbook.addSheet("Tiers");
    tiers.enter(0, 0, "Tiers");
    workbook.settings.set(
      "tiersheet.written",
      JSON.stringify({
        version: 1,
        complete: false,
        sheets: [{ id: tiers.id, rows: 4, columns: 2, tables: [] }],
      }),
    );
    expect(await findWritten(noPause)).toEqual({
      ok: true,
      value: { sheets: [{ id: tiers.id, name: "Tiers", plan: "" }], beside: [], complete: false },
    });
    await takeBack({}, noPause);
    expect(contents(workbook)).toEqual(before);
  });
});
