import { afterEach, describe, expect, test } from "vitest";
import type { TieredPlan, WrittenCell } from "../../src/excel/new-sheet";
import { findWritten, takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Refusal } from "../../src/workbench/workbook/refusal";
import { sortRows } from "../../src/workbench/workbook/sort-rows";
import { addTable } from "../../src/workbench/workbook/table-edit";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { contents, planOf, type PlannedRun } from "./planned";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const write = (plan: TieredPlan, options: Parameters<typeof writeTiered>[1] = {}) =>
  writeTiered(plan, options, noPause);

const NAMES = ["ann", "bob", "cat", "dan", "eve"];
const runOf = (names: readonly string[], grade: string): PlannedRun => ({
  customers: Object.fromEntries(
    names.map((name): [string, WrittenCell[]] => [name, [grade, name.length, `${grade} of ${name}`]]),
  ),
  ids: ["tier", "monetary", "reason"],
  headers: ["Tier", "Monetary", "Reason"],
  formats: ["@", "0", "@"],
});

/** Rows in no order; a note beside each, in the analyst's own column. */
async function withOrders(native: boolean) {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  const rows: WrittenCell[][] = [["Order", "Customer", "Note"]];
  for (let i = 0; i < 12; i++) rows.push([100 - i, NAMES[(i * 3) % 5] ?? "", `note ${100 - i}`]);
  sheet.write({ top: 0, bottom: 12, left: 0, right: 2 }, rows);
  if (native) {
    const table = addTable(sheet, { top: 0, left: 0, bottom: 12, right: 2 }, true);
    if (table instanceof Refusal) throw new Error(table.message);
  }
  office?.stop();
  office = await startOfficeInNode({ workbook });
  const at = {
    sheet: sheet.id,
    table: sheet.tables[0]?.id ?? null,
    headerRow: 0,
    firstRow: 1,
    rowCount: 12,
    customerColumn: 1,
    customerHeader: "Customer",
  };
  return { workbook, sheet, office, at };
}

type Sheet = Workbook["activeSheet"];

/** What a co-author does with whole rows, or columns, between two of our syncs. */
const ACTS: Readonly<Record<string, (sheet: Sheet) => void>> = {
  "sorts all rows": (sheet) => {
    const area = sheet.usedArea(true);
    if (!area) return;
    const refused = sortRows(
      sheet,
      { ...area, top: 1, bottom: lastOf(sheet) },
      [{ key: orderColumn(sheet) }],
      false,
    );
    if (refused) throw new Error(refused.message);
  },
  "deletes a row": (sheet) => sheet.deleteCells({ top: 4, bottom: 4, left: 0, right: 16_383 }, "up"),
  "inserts a row with a customer": (sheet) => {
    sheet.insertCells({ top: 6, bottom: 6, left: 0, right: 16_383 }, "down");
    const left = orderColumn(sheet);
    sheet.write({ top: 6, bottom: 6, left, right: left + 2 }, [[999, "eve", "note 999"]]);
  },
  "inserts a column at the left": (sheet) =>
    sheet.insertCells({ top: 0, bottom: 1_048_575, left: 0, right: 0 }, "right"),
  "inserts a row above all": (sheet) =>
    sheet.insertCells({ top: 0, bottom: 0, left: 0, right: 16_383 }, "down"),
};

const headerRow = (sheet: Sheet) => sheet.usedArea(true)?.top ?? 0;
function orderColumn(sheet: Sheet): number {
  for (let column = 0; column < 8; column++)
    if (sheet.value(headerRow(sheet), column) === "Order") return column;
  throw new Error("no orders");
}
function lastOf(sheet: Sheet): number {
  let row = headerRow(sheet);
  while (sheet.value(row + 1, orderColumn(sheet)) !== null) row++;
  return row;
}

/** The rows below the headers, with the analyst's three cells and ours by their headers. */
function linesOf(sheet: Sheet): readonly Readonly<Record<string, unknown>>[] {
  const top = headerRow(sheet);
  const right = sheet.usedArea(true)?.right ?? 0;
  return Array.from({ length: lastOf(sheet) - top }, (_, r) => {
    const line: Record<string, unknown> = {};
    for (let column = 0; column <= right; column++) {
      const header = sheet.value(top, column);
      if (header !== null) line[String(header)] = sheet.value(top + 1 + r, column);
    }
    return line;
  });
}

const own = ({ Order, Customer, Note }: Readonly<Record<string, unknown>>) => [Order, Customer, Note];

for (const native of [false, true]) {
  for (const [does, act] of Object.entries(ACTS)) {
    // Cells of a table can't be inserted in front of by a part of its rows; whole rows and columns can.
    describe(`a co-author ${does} (${native ? "table" : "plain"})`, () => {
      for (const again of [false, true]) {
        test(`at any sync of the ${again ? "second" : "first"} run: each row has its own customer's values, or none`, async () => {
          for (let on = 1; on < 40; on++) {
            const { sheet, office: now, at } = await withOrders(native);
            if (again) await write(planOf({ ...runOf(NAMES, "old"), sheets: false, beside: at }));
            const expected = new Workbook().activeSheet;
            expected.write(
              { top: 0, bottom: 12, left: 0, right: 2 },
              sheet.values({ top: 0, bottom: 12, left: 0, right: 2 }),
            );
            act(expected);
            now.host.faults = [{ on, fault: "co-author", act: (book) => act(book.activeSheet) }];
            const { result, figures } = await now.meter.run(() =>
              write(planOf({ ...runOf(NAMES, "new"), sheets: false, beside: at })),
            );
            now.host.faults = [];
            if (figures.syncs < on) {
              expect(on).toBeGreaterThan(4);
              return;
            }
            const lines = linesOf(sheet);
            expect([on, lines.map(own)]).toEqual([on, linesOf(expected).map(own)]);
            const grade = result.ok ? "new" : again ? "old" : undefined;
            const grades = lines.map(({ Customer, Tier, Reason }) => [Customer, Tier, Reason]);
            const wanted = lines.map(({ Customer }) => [
              Customer,
              ...(grade === undefined ? [undefined, undefined] : [grade, `${grade} of ${String(Customer)}`]),
            ]);
            // A row that came after the last look has blanks until the next run.
            const isNew = (i: number) => lines[i]?.["Order"] === 999 && grades[i]?.[1] === null;
            expect([on, grades.filter((_, i) => !isNew(i))]).toEqual([
              on,
              wanted.filter((_, i) => !isNew(i)),
            ]);
            await takeBack({}, noPause);
            expect([on, linesOf(sheet).map((line) => Object.keys(line))]).toEqual([
              on,
              linesOf(expected).map((line) => Object.keys(line)),
            ]);
          }
        });
      }
    });
  }
}

describe("rows that go in several blocks", () => {
  test("are written right, whoever sorts, inserts or deletes rows between the blocks", async () => {
    for (const [does, act] of Object.entries(ACTS)) {
      for (let on = 5; on < 14; on++) {
        const { sheet, office: now, at } = await withOrders(on % 2 === 0);
        const too = { fault: "payload", way: "request" } as const;
        // The message that writes the rows is too large: it goes in two blocks.
        now.host.faults = [
          { on: 6, ...too },
          { on, fault: "co-author", act: (book) => act(book.activeSheet) },
        ];
        const result = await write(planOf({ ...runOf(NAMES, "new"), sheets: false, beside: at }));
        now.host.faults = [];
        const lines = linesOf(sheet);
        const grade = result.ok ? "new" : undefined;
        const wrong = lines.filter(
          ({ Order, Customer, Tier, Reason }) =>
            !(Order === 999 && Tier === null) &&
            (Tier !== grade || Reason !== (grade && `new of ${String(Customer)}`)),
        );
        expect([does, on, wrong]).toEqual([does, on, []]);
        await takeBack({}, noPause);
        expect(Object.keys(linesOf(sheet)[0] ?? {})).toEqual(["Order", "Customer", "Note"]);
      }
    }
  });
});

describe("a cancel", () => {
  for (const again of [false, true]) {
    test(`at any block of the ${again ? "second" : "first"} run leaves the workbook as it was`, async () => {
      for (let at = 1; at < 10; at++) {
        const started = await withOrders(at % 2 === 0);
        if (again) await write(planOf({ ...runOf(NAMES, "old"), beside: started.at }));
        const before = contents(started.workbook);
        let asked = 0;
        const result = await write(planOf({ ...runOf([...NAMES, "new one"], "new"), beside: started.at }), {
          cancelled: () => ++asked >= at,
        });
        if (result.ok) {
          expect(at).toBeGreaterThan(1);
          return;
        }
        expect(result.troubles.map(({ code }) => code)).toEqual(["pane.cancelled"]);
        expect([at, contents(started.workbook)]).toEqual([at, before]);
        expect(await findWritten(noPause)).toMatchObject({ value: { complete: true } });
      }
    });
  }
});

describe("each Excel that the manifest lets in", () => {
  for (const profile of [
    "microsoft365-windows",
    "microsoft365-mac",
    "ltsc-2024",
    "ltsc-2021",
    "floor",
  ] as const) {
    test(`${profile}: writes, writes again, takes back`, async () => {
      for (const native of [false, true]) {
        const { workbook, at } = await withOrders(native);
        office?.stop();
        office = await startOfficeInNode({ workbook, profile });
        const before = contents(workbook);
        const first = await write(planOf({ ...runOf(NAMES, "old"), beside: at }));
        expect(first.ok ? [] : first.troubles).toEqual([]);
        const second = await write(
          planOf({ ...runOf(["zoe", ...NAMES, "yan"], "new"), tiers: 5, beside: at }),
        );
        expect(second.ok ? [] : second.troubles).toEqual([]);
        expect(workbook.sheet("Customers")?.tables[0]?.area.bottom).toBe(7);
        expect(workbook.sheet("Customers")?.value(7, 3)).toBe("new of yan");
        await takeBack({}, noPause);
        expect(contents(workbook)).toEqual(before);
      }
    });
  }
});
