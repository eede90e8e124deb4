import { afterEach, describe, expect, test } from "vitest";
import { findPlaces, type Place } from "../../src/excel/places-to-classify";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
type Cells = readonly (readonly (string | number | null)[])[];

/** Writes rows at a cell. */
function put(sheet: Sheet, row: number, column: number, cells: Cells): void {
  sheet.enterArea(
    { top: row, left: column, bottom: row + cells.length - 1, right: column + cells[0]!.length - 1 },
    cells,
  );
}

/** A list of orders: headers and so many rows. */
const orders = (rows: number, first = 1): Cells => [
  ["Customer", "Order date", "Amount"],
  ...ordersOnly(rows, first),
];
const ordersOnly = (rows: number, first = 1): Cells =>
  Array.from({ length: rows }, (_, i) => [`C${first + i}`, 45_000 + i, 10 * (first + i)]);

async function start(
  fill: (sheet: Sheet, workbook: Workbook) => void,
  options: Omit<Parameters<typeof startOfficeInNode>[0], "workbook"> = {},
): Promise<void> {
  const workbook = new Workbook();
  fill(workbook.activeSheet, workbook);
  office = await startOfficeInNode({ workbook, ...options });
}

async function inExcel(act: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    act(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
}

async function places(): Promise<readonly Place[]> {
  const found = await findPlaces(noPause);
  if (!found.ok) throw new Error(found.troubles.map(({ code }) => code).join());
  return found.value;
}

/** What was found, in short: `table Orders`, `block F1:H9`. */
const inShort = async () => (await places()).map(({ kind, name }) => `${kind} ${name}`);

describe("one list on a sheet", () => {
  test("is all of the sheet, with titles above it or without", async () => {
    await start((sheet) => put(sheet, 0, 0, orders(20)));
    expect(await places()).toEqual([
      {
        ...{ kind: "sheet", sheetName: "Sheet1", name: "Sheet1", table: null, address: null, area: "A1:C21" },
        ...{ sheet: expect.any(String), rows: 21, columns: 3, selected: true, own: false, notes: [] },
      },
    ]);
    office!.stop();
    await start((sheet) => {
      put(sheet, 0, 0, [["Orders of June"]]);
      put(sheet, 3, 1, orders(20));
    });
    expect(await inShort()).toEqual(["sheet Sheet1"]);
  });

  test("with blank rows in it is one list", async () => {
    await start((sheet) => {
      put(sheet, 0, 0, orders(20));
      put(sheet, 22, 0, ordersOnly(10, 21));
      put(sheet, 34, 0, ordersOnly(10, 31));
    });
    expect(await inShort()).toEqual(["sheet Sheet1"]);
  });

  test("with a footer is offered without it first", async () => {
    await start((sheet) => {
      put(sheet, 0, 0, orders(20));
      put(sheet, 23, 0, [["Source: ERP"]]);
    });
    expect(await inShort()).toEqual(["block A1:C21", "sheet Sheet1"]);
  });

  test("of a hundred thousand rows is found in few syncs", async () => {
    await start((sheet) => put(sheet, 0, 0, orders(100_000)), { profile: "web" });
    const { figures } = await office!.meter.run(places);
    expect(figures.syncs).toBeLessThan(6);
    expect(figures.bytesOut).toBeLessThan(5000);
  });
});

describe("several lists", () => {
  test("side by side: the one with the active cell first, and all of the sheet with a word of warning", async () => {
    await start((sheet) => {
      put(sheet, 0, 0, orders(20));
      put(sheet, 0, 4, orders(50));
    });
    expect(await inShort()).toEqual(["block A1:C21", "block E1:G51", "sheet Sheet1"]);
    await inExcel((sheet) => sheet.getRange("F7").select());
    const found = await places();
    expect(found.map(({ name }) => name)).toEqual(["E1:G51", "A1:C21", "Sheet1"]);
    expect(found.map(({ selected }) => selected)).toEqual([true, false, true]);
    expect(found[2]!.notes).toEqual([
      { code: "sheet-several-lists", params: { lists: ["A1:C21", "E1:G51"] } },
    ]);
  });

  test("below each other, each with its headers", async () => {
    await start((sheet) => {
      put(sheet, 0, 0, orders(5));
      put(sheet, 8, 0, orders(9));
    });
    expect(await inShort()).toEqual(["block A1:C6", "block A9:C18", "sheet Sheet1"]);
  });

  test("in a table, beside it, and in a PivotTable, which is none", async () => {
    await start((sheet) => {
      put(sheet, 0, 0, orders(9));
      put(sheet, 0, 5, orders(4));
    });
    await inExcel((sheet) => {
      sheet.tables.add("A1:C10", true).name = "Orders";
    });
    expect(await inShort()).toEqual(["table Orders", "block F1:H5", "sheet Sheet1"]);
    await inExcel((sheet) => {
      const pivot = sheet.pivotTables.add("Pivot", "A1:C10", "K3");
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Customer"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Amount"));
    });
    expect(await inShort()).toEqual(["table Orders", "block F1:H5"]);
  });

  test("two tables, one with totals", async () => {
    await start((sheet) => {
      put(sheet, 1, 0, orders(3));
      put(sheet, 1, 5, orders(6));
    });
    await inExcel((sheet) => {
      sheet.tables.add("A2:C5", true).name = "Few";
      const more = sheet.tables.add("F2:H8", true);
      more.name = "More";
      more.showTotals = true;
    });
    const found = await places();
    expect(found.map(({ kind, name, rows, area }) => [kind, name, rows, area])).toEqual([
      ["table", "More", 7, "F2:H8"],
      ["table", "Few", 4, "A2:C5"],
      ["sheet", "Sheet1", 8, "A2:H9"],
    ]);
    expect(found[0]!.table).toBe(office!.host.workbook.activeSheet.tables[1]!.id);
  });

  test("more of them than anybody keeps are told to be not all", async () => {
    await start((sheet) => {
      for (let i = 0; i < 400; i++) sheet.enter(3 * Math.floor(i / 20), 3 * (i % 20), i);
    });
    const { result, figures } = await office!.meter.run(places);
    expect(result.map(({ kind }) => kind)).toEqual(["sheet"]);
    expect(result[0]!.notes).toEqual([{ code: "sheet-more-lists" }]);
    expect(figures.syncs).toBeLessThan(20);
  });
});

describe("the selection", () => {
  const list = (sheet: Sheet) => put(sheet, 0, 0, orders(20));

  test("of whole columns is cut to what is filled, and comes first", async () => {
    await start(list);
    await inExcel((sheet) => sheet.getRange("A:B").select());
    expect(await inShort()).toEqual(["selection A1:B21", "sheet Sheet1"]);
    // Orders that are added later are read as well.
    expect((await places())[0]).toMatchObject({ address: "A:B", area: "A1:B21", rows: 21 });
  });

  test("of some cells in the middle was hardly meant, and comes last", async () => {
    await start(list);
    await inExcel((sheet) => sheet.getRange("A5:B9").select());
    expect(await inShort()).toEqual(["sheet Sheet1", "selection A5:B9"]);
  });

  test("inside a table gives the table first", async () => {
    await start(list);
    await inExcel((sheet) => {
      sheet.tables.add("A1:C21", true).name = "Orders";
      sheet.getRange("A1:B9").select();
    });
    expect(await inShort()).toEqual(["table Orders", "selection A1:B9"]);
  });

  test.each([
    ["of one cell", "B4"],
    ["of one column", "B:B"],
    ["of all", "A1:C21"],
    ["of more than all", "A1:F99"],
    ["of nothing that is filled", "F1:G9"],
    ["of the whole sheet", "A1:XFD1048576"],
  ])("%s is no place of its own", async (_, address) => {
    await start(list);
    await inExcel((sheet) => sheet.getRange(address).select());
    expect(await inShort()).toEqual(["sheet Sheet1"]);
  });

  test("of several blocks is none", async () => {
    await start((sheet, workbook) => {
      list(sheet);
      const columns = (left: number) => ({ top: 0, left, bottom: 1_048_575, right: left });
      workbook.selection = { sheet, areas: [columns(0), columns(2)] };
    });
    expect(await inShort()).toEqual(["sheet Sheet1"]);
  });

  test("of a chart leaves the rest as it is", async () => {
    await start(list);
    office!.host.faults = [{ on: 2, fault: "failing-action", action: 0, code: "InvalidSelection" as never }];
    expect((await places()).map(({ kind, selected }) => [kind, selected])).toEqual([["sheet", false]]);
  });
});

describe("what is no place", () => {
  test("an empty sheet, a PivotTable alone, a chart sheet", async () => {
    await start((_, workbook) => put(workbook.addSheet("Data"), 0, 0, orders(3)));
    const codes = async () => {
      const found = await findPlaces(noPause);
      return found.ok ? [] : found.troubles.map(({ code }) => code);
    };
    expect(await codes()).toEqual(["excel-sheet-empty"]);
    await Excel.run(async (context) => {
      const data = context.workbook.worksheets.getItem("Data").getRange("A1:C4");
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const pivot = sheet.pivotTables.add("Pivot", data, sheet.getRange("A3"));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("Customer"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Amount"));
      await context.sync();
    });
    expect(await codes()).toEqual(["sheet-only-pivot"]);
    office!.host.faults = [{ on: 1, fault: "failing-action", action: 0, code: "UnsupportedSheet" as never }];
    expect(await codes()).toEqual(["excel-unsupported-sheet"]);
  });

  test("a sheet that Tiersheet made is told to be its own", async () => {
    await start((sheet) => put(sheet, 0, 0, orders(3)));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("id");
      await context.sync();
      const record = { version: 2, complete: true, beside: [] };
      context.workbook.settings.add(
        "tiersheet.written",
        JSON.stringify({ ...record, sheets: [{ id: sheet.id, name: "Sheet1", plan: "customers" }] }),
      );
      await context.sync();
    });
    expect((await places()).map(({ own, notes }) => [own, notes])).toEqual([[true, [{ code: "sheet-own" }]]]);
  });
});

describe("in every Excel", () => {
  test.each(["web", "microsoft365-mac", "ltsc-2024", "ltsc-2021", "floor"] as const)(
    "%s",
    async (profile) => {
      await start(
        (sheet) => {
          put(sheet, 0, 0, orders(3));
          put(sheet, 0, 5, orders(3));
        },
        { profile },
      );
      expect(await inShort()).toEqual(["block A1:C4", "block F1:H4", "sheet Sheet1"]);
    },
  );

  test("busy at any sync finds the same; without a session says so", async () => {
    await start((sheet) => {
      put(sheet, 0, 0, orders(3));
      put(sheet, 0, 5, orders(3));
      put(sheet, 6, 0, ordersOnly(3));
    });
    const { result: calm, figures } = await office!.meter.run(inShort);
    for (let on = 1; on <= figures.syncs; on++) {
      for (const fault of ["throttled", "cell-edit"] as const) {
        office!.host.faults = [{ on, fault }];
        expect(await inShort()).toEqual(calm);
      }
      office!.host.faults = [{ on, fault: "session-lost" }];
      expect(await findPlaces(noPause)).toMatchObject({
        ok: false,
        troubles: [{ code: "excel-session-lost" }],
      });
    }
  });
});
