import { afterEach, describe, expect, test } from "vitest";
import type { WrittenCell } from "../../src/excel/new-sheet";
import { takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { sortRows } from "../../src/workbench/workbook/sort-rows";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { contents, planOf, type PlannedRun } from "./planned";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());
const noPause = async () => {};

const CUSTOMERS: Readonly<Record<string, readonly WrittenCell[]>> = {
  ann: ["A", 40, "often"],
  bob: ["B", 20, "late"],
  cat: ["C", 10, "once"],
};
const MORE = { ...CUSTOMERS, dan: ["A", 60, "much"], eve: ["B", 30, "new"] };
const HEADERS: Readonly<Record<string, string>> = { tier: "Tier", stage: "Stage", reason: "Reason" };

/** A plain list, a customer a row (or of orders), with own columns from D on in rows 2–4. */
async function listed(ids: readonly string[] = ["tier", "stage", "reason"], names = Object.keys(CUSTOMERS)) {
  const workbook = new Workbook("List");
  const sheet = workbook.activeSheet;
  ["Customer", "City", "Spent"].forEach((header, c) => sheet.enter(0, c, header));
  names.forEach((name, i) => addRow(sheet, 1 + i, name));
  office = await startOfficeInNode({ workbook });
  let rowCount = names.length;
  const plan = (customers: PlannedRun["customers"], chosen: readonly string[]) =>
    planOf({
      customers,
      ids: ["tier", "stage", "reason"],
      headers: ["tier", "stage", "reason"].map((id) => HEADERS[id] ?? id),
      formats: ["@", "0", "@"],
      sheets: false,
      beside: {
        sheet: sheet.id,
        table: null,
        headerRow: 0,
        firstRow: 1,
        rowCount,
        customerColumn: 0,
        customerHeader: "Customer",
        ids: chosen,
      },
    });
  const write = (customers: PlannedRun["customers"] = CUSTOMERS, options = {}, chosen = ids) =>
    writeTiered(plan(customers, chosen), options, noPause);
  const first = await write();
  expect(first.ok ? [] : first.troubles).toEqual([]);
  const add = (added: readonly string[]) => {
    added.forEach((name, i) => addRow(sheet, 1 + rowCount + i, name));
    rowCount += added.length;
  };
  return { workbook, sheet, write, add, office };
}

type Sheet = Workbook["activeSheet"];

function addRow(sheet: Sheet, row: number, name: string): void {
  [name, `${name}ton`, row * 10].forEach((cell, c) => sheet.enter(row, c, cell));
}

const troubles = (result: Awaited<ReturnType<typeof writeTiered>>) =>
  result.ok ? [] : result.troubles.map(({ code, params }) => [code, params]);
const TAKEN = (rows: number) => [["excel-below-taken", { rows, sheet: "List" }]];
const columns = (sheet: Sheet, bottom: number, right = 5) => sheet.values({ top: 1, bottom, left: 3, right });
const names = (workbook: Workbook) =>
  JSON.stringify(workbook.names.map(({ name, formula }) => [name, formula.replaceAll("'", "")]).sort());

describe("cells below own columns beside a plain list, where new rows come", () => {
  const cases: readonly [string, (sheet: Sheet) => void][] = [
    ["a total", (sheet) => sheet.enter(4, 4, "MY TOTAL")],
    ["a formula", (sheet) => sheet.enter(5, 4, "=SUM(C2:C4)")],
    ["a nought", (sheet) => sheet.enter(4, 4, 0)],
    ["a formula that shows nothing", (sheet) => sheet.enter(4, 5, '=""')],
    [
      "what looks like a result",
      (sheet) => ["A", 7, "mine"].forEach((cell, c) => sheet.enter(4, 3 + c, cell)),
    ],
  ];
  for (const [what, act] of cases) {
    test(`${what}: nothing is written, until it is moved away`, async () => {
      const { workbook, sheet, write, add } = await listed();
      act(sheet);
      add(["dan", "eve"]);
      const before = contents(workbook);
      const settings = [...workbook.settings];
      expect(troubles(await write(MORE))).toEqual(TAKEN(2));
      expect(contents(workbook)).toEqual(before);
      expect([...workbook.settings]).toEqual(settings);
      sheet.clear({ top: 4, bottom: 5, left: 3, right: 5 });
      expect(troubles(await write(MORE))).toEqual([]);
      expect(columns(sheet, 5)).toEqual(Object.values(MORE));
    });
  }

  test("tier and stage beside each order are refused alike", async () => {
    const { workbook, sheet, write, add } = await listed(["tier", "stage"], ["ann", "bob", "ann", "cat"]);
    sheet.enter(5, 3, "typed tier");
    add(["ann"]);
    const before = contents(workbook);
    expect(troubles(await write())).toEqual(TAKEN(1));
    expect(contents(workbook)).toEqual(before);
  });

  test("stay where they are while no row of the list has reached them, and after taking back", async () => {
    const { sheet, write, add } = await listed();
    sheet.enter(6, 4, "MY TOTAL");
    add(["dan"]);
    expect(troubles(await write(MORE))).toEqual([]);
    expect(columns(sheet, 6)).toEqual([
      ...Object.values(MORE).slice(0, 4),
      [null, null, null],
      [null, "MY TOTAL", null],
    ]);
    expect((await takeBack({}, noPause)).ok).toBe(true);
    expect(
      columns(sheet, 6)
        .flat()
        .filter((cell) => cell !== null),
    ).toEqual(["MY TOTAL"]);
  });

  test("are no matter in a column that is no longer asked for", async () => {
    const { sheet, write, add } = await listed();
    sheet.enter(4, 5, "a note");
    add(["dan"]);
    expect(troubles(await write(MORE, {}, ["tier", "stage"]))).toEqual([]);
    expect(columns(sheet, 4)).toEqual([
      ["A", 40, null],
      ["B", 20, null],
      ["C", 10, null],
      ["A", 60, "a note"],
    ]);
  });
});

describe("results sorted into new rows together with the list", () => {
  const sort = (sheet: Sheet, bottom: number) => {
    const refused = sortRows(
      sheet,
      { top: 1, bottom, left: 0, right: 5 },
      [{ key: 0, ascending: false }],
      false,
    );
    if (refused) throw new Error(refused.message);
  };

  test("are Tiersheet's, and written anew", async () => {
    const { sheet, write, add } = await listed();
    add(["dan", "eve"]);
    sort(sheet, 5);
    expect(sheet.value(5, 3)).toBe("A");
    expect(troubles(await write(MORE))).toEqual([]);
    expect(columns(sheet, 5)).toEqual(Object.values(MORE).reverse());
  });

  test("aren't where something else stands among them", async () => {
    const { workbook, sheet, write, add } = await listed();
    add(["dan", "eve"]);
    sort(sheet, 5);
    sheet.clear({ top: 5, bottom: 5, left: 3, right: 5 });
    sheet.enter(5, 4, "MY TOTAL");
    const before = contents(workbook);
    expect(troubles(await write(MORE))).toEqual(TAKEN(2));
    expect(contents(workbook)).toEqual(before);
  });

  test("of one column are known by what they say", async () => {
    const { sheet, write, add } = await listed(["tier"], ["ann", "bob", "ann"]);
    add(["dan"]);
    sort(sheet, 4);
    sheet.enter(4, 3, "MY TOTAL");
    expect(troubles(await write(MORE))).toEqual(TAKEN(1));
    sheet.enter(4, 3, "A");
    expect(troubles(await write(MORE))).toEqual([]);
  });
});

describe("a run over new rows that ends in the middle", () => {
  test("its session lost, can be made again or taken back: what it left is known as its own", async () => {
    let left = 0;
    for (let on = 1; on < 30; on++) {
      for (const then of ["again", "back"] as const) {
        office?.stop();
        const { sheet, write, add, office: struck } = await listed();
        add(["dan", "eve"]);
        struck.host.faults = [{ on, fault: "session-lost" }];
        const { result, figures } = await struck.meter.run(() => write(MORE));
        struck.host.faults = [];
        if (figures.syncs < on) return expect(left).toBeGreaterThan(0);
        expect(result.ok).toBe(false);
        if (sheet.value(5, 3) !== null) left++;
        if (then === "again") {
          expect([on, troubles(await write(MORE))]).toEqual([on, []]);
          expect(columns(sheet, 5)).toEqual(Object.values(MORE));
        }
        expect((await takeBack({}, noPause)).ok).toBe(true);
        expect([
          on,
          columns(sheet, 5)
            .flat()
            .some((cell) => cell !== null),
        ]).toEqual([on, false]);
      }
    }
    throw new Error("there were more syncs than that");
  });

  test("refused at any sync, it leaves the new rows blank, and their cells to the analyst", async () => {
    const { workbook, sheet, write, add, office: struck } = await listed();
    add(["dan", "eve"]);
    const [before, known] = [contents(workbook), names(workbook)];
    for (let on = 1; on < 30; on++) {
      struck.host.faults = [{ on, fault: "failing-action", action: -1, code: "AccessDenied" }];
      const result = await write(MORE);
      struck.host.faults = [];
      if (result.ok) break;
      expect([on, contents(workbook)]).toEqual([on, before]);
      expect([on, names(workbook)]).toEqual([on, known]);
      if (on === 6) {
        sheet.enter(5, 4, "MY TOTAL");
        expect(troubles(await write(MORE))).toEqual(TAKEN(2));
        sheet.clear({ top: 5, bottom: 5, left: 4, right: 4 });
      }
    }
    expect(columns(sheet, 5)).toEqual(Object.values(MORE));
  });
});
