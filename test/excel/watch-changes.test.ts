import { afterEach, describe, expect, test } from "vitest";
import { leftmostOf, watchChanges, type SheetChange } from "../../src/excel/watch-changes";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { areaOf } from "../../src/workbench/workbook/area";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode;
afterEach(() => office.stop());

/** A workbook that is listened to, and what was told of it. */
async function listened(options: Omit<Parameters<typeof startOfficeInNode>[0], "workbook"> = {}) {
  const workbook = new Workbook();
  const told: SheetChange[] = [];
  office = await startOfficeInNode({ workbook, ...options });
  const started = await watchChanges(
    (change) => told.push(change),
    async () => {},
  );
  return { workbook, sheet: workbook.activeSheet, told, started };
}

const quiet = () => new Promise((done) => setTimeout(done, 20));

describe("changes of cells", () => {
  test("by people are told with the leftmost column: entered, inserted, deleted, on any sheet", async () => {
    const { workbook, sheet, told } = await listened();
    const other = workbook.addSheet("Other");
    sheet.enter(4, 2, 7);
    workbook.batch("co-author", () => other.enter(0, 27, "x"));
    workbook.batch("user", () => sheet.insertCells(areaOf("3:4")!, "down"));
    await quiet();
    expect(told).toEqual([
      { sheet: sheet.id, column: 2, byOthers: true },
      { sheet: other.id, column: 27, byOthers: true },
      { sheet: sheet.id, column: 0, byOthers: true },
    ]);
  });

  test("by the add-in itself aren't told, nor what formulas compute of them", async () => {
    const { sheet, told } = await listened();
    sheet.enter(0, 1, "=A1*2");
    await quiet();
    told.length = 0;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet.id).getRange("A1").values = [[4]];
      await context.sync();
    });
    await quiet();
    expect([sheet.value(0, 1), told]).toEqual([8, []]);
  });

  test("are listened to again after Excel was busy; a session that is lost is told", async () => {
    const { started, sheet, told } = await listened({ faults: [{ on: 1, fault: "throttled" }] });
    expect(started).toEqual({ ok: true, value: null });
    sheet.enter(0, 0, 1);
    await quiet();
    expect(told).toHaveLength(1);
    office.stop();
    const lost = await listened({ faults: [{ on: 1, fault: "session-lost" }] });
    expect(lost.started).toMatchObject({ ok: false, troubles: [{ code: "excel-session-lost" }] });
  });
});

test.each([
  ["B2:C9", 1],
  ["$AB$2", 27],
  ["D:E", 3],
  ["5:9", 0],
  ["F1,C3:D4", 2],
  ["'A, B'!D7", 0],
  ["Sheet1!D7", 3],
  ["", 0],
])("the leftmost column of %s is %i", (address, column) => expect(leftmostOf(address)).toBe(column));
