import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { TieredPlan, WrittenCell } from "../../src/excel/new-sheet";
import { takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Refusal } from "../../src/workbench/workbook/refusal";
import { sortRows } from "../../src/workbench/workbook/sort-rows";
import { addTable } from "../../src/workbench/workbook/table-edit";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { planOf, type PlannedRun } from "./planned";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const write = (plan: TieredPlan) => writeTiered(plan, {}, noPause);
type Sheet = Workbook["activeSheet"];

const NAMES = ["ann", "bob", "cat", "dan"];
const runOf = (names: readonly string[], grade: string): PlannedRun => ({
  customers: Object.fromEntries(names.map((name): [string, WrittenCell[]] => [name, [grade, name.length]])),
  ids: ["tier", "monetary"],
  headers: ["Tier", "Monetary"],
  formats: ["@", "0"],
});

const HEADERS = ["Order", "Customer", "Note"];
const TOP = 1;

/** The column of a header; the analyst's headers never change here. */
function columnOf(sheet: Sheet, header: string): number {
  for (let column = 0; column < 30; column++) if (sheet.value(TOP, column) === header) return column;
  return -1;
}

function rowsOf(sheet: Sheet): number {
  const column = columnOf(sheet, "Order");
  let rows = 0;
  while (sheet.value(TOP + 1 + rows, column) !== null) rows++;
  return rows;
}

/** What an analyst does to the sheet, the same whether Tiersheet's columns are there or not. */
type Edit = (sheet: Sheet, at: number) => void;
const EDITS: Readonly<Record<string, Edit>> = {
  sort: (sheet) => {
    const area = sheet.usedArea(true);
    const key = columnOf(sheet, "Customer");
    if (!area) return;
    const body = { top: TOP + 1, bottom: TOP + rowsOf(sheet), left: 0, right: area.right };
    const refused = sortRows(sheet, body, [{ key, ascending: false }], false);
    if (refused) throw new Error(refused.message);
  },
  "insert a column": (sheet) => {
    const column = columnOf(sheet, "Note");
    sheet.insertCells({ top: 0, bottom: 1_048_575, left: column, right: column }, "right");
  },
  "write a note": (sheet, at) => {
    sheet.enter(TOP + 1 + (at % Math.max(1, rowsOf(sheet))), columnOf(sheet, "Note"), `noted ${at}`);
  },
  "delete a customer's row": (sheet, at) => {
    const row = TOP + 1 + (at % Math.max(1, rowsOf(sheet)));
    if (rowsOf(sheet) > 2) sheet.deleteCells({ top: row, bottom: row, left: 0, right: 16_383 }, "up");
  },
  "insert a row": (sheet, at) => {
    const row = TOP + 2 + (at % Math.max(1, rowsOf(sheet) - 1));
    sheet.insertCells({ top: row, bottom: row, left: 0, right: 16_383 }, "down");
    const cells: readonly WrittenCell[] = [500 + at, NAMES[at % 4] ?? "", "put in"];
    HEADERS.forEach((header, i) => sheet.enter(row, columnOf(sheet, header), cells[i] ?? null));
  },
  "write below": (sheet, at) => sheet.enter(TOP + 40 + (at % 3), columnOf(sheet, "Order"), `below ${at}`),
};

function newSheet(native: boolean): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  sheet.enter(0, 0, "Orders");
  const rows: WrittenCell[][] = [[...HEADERS]];
  for (let i = 0; i < 7; i++) rows.push([100 - i, NAMES[(i * 3) % 4] ?? "", `note ${i}`]);
  sheet.write({ top: TOP, bottom: TOP + 7, left: 0, right: 2 }, rows);
  if (native) {
    const table = addTable(sheet, { top: TOP, left: 0, bottom: TOP + 7, right: 2 }, true);
    if (table instanceof Refusal) throw new Error(table.message);
  }
  return workbook;
}

function cellsOf(sheet: Sheet): Record<string, unknown> {
  const area = sheet.usedArea(true);
  const cells: Record<string, unknown> = {};
  for (let row = 0; area && row <= area.bottom; row++) {
    for (let column = 0; column <= area.right; column++) {
      const value = sheet.value(row, column);
      if (value !== null) cells[`${row}:${column}`] = value;
    }
  }
  return cells;
}

const edits = fc.array(fc.record({ edit: fc.constantFrom(...Object.keys(EDITS)), at: fc.nat(50) }), {
  minLength: 1,
  maxLength: 5,
});

describe("whatever the analyst does between two runs", () => {
  for (const native of [false, true]) {
    test(`the rows have their own customers' values, and without us the sheet is what it would be (${native ? "table" : "plain"})`, async () => {
      await fc.assert(
        fc.asyncProperty(edits, async (done) => {
          const workbook = newSheet(native);
          const alone = newSheet(native).activeSheet;
          const sheet = workbook.activeSheet;
          office?.stop();
          office = await startOfficeInNode({ workbook });
          const beside = () => ({
            sheet: sheet.id,
            table: sheet.tables[0]?.id ?? null,
            headerRow: TOP,
            firstRow: TOP + 1,
            rowCount: rowsOf(sheet),
            customerColumn: columnOf(sheet, "Customer"),
            customerHeader: "Customer",
          });
          const first = await write(planOf({ ...runOf(NAMES, "old"), beside: beside() }));
          expect(first.ok ? [] : first.troubles).toEqual([]);
          for (const { edit, at } of done) {
            EDITS[edit]?.(sheet, at);
            EDITS[edit]?.(alone, at);
          }
          const second = await write(planOf({ ...runOf(["eve", ...NAMES], "new"), beside: beside() }));
          expect(second.ok ? [] : second.troubles).toEqual([]);
          for (let r = 0; r < rowsOf(sheet); r++) {
            const cell = (header: string) => sheet.value(TOP + 1 + r, columnOf(sheet, header));
            const name = String(cell("Customer"));
            expect([r, name, cell("Tier"), cell("Monetary")]).toEqual([r, name, "new", name.length]);
          }
          const taken = await takeBack({}, noPause);
          expect(taken.ok).toBe(true);
          expect(cellsOf(sheet)).toEqual(cellsOf(alone));
          expect(workbook.sheets).toHaveLength(1);
          expect(workbook.names).toEqual([]);
        }),
        { numRuns: 20, seed: 20_261_122 },
      );
    });
  }
});
