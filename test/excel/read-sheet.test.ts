import { afterEach, describe, expect, test } from "vitest";
import { sheetIntake } from "../../taskpane/classifier/sheet-intake";
import { say } from "../../src/core/language/message";
import { cellAt, type Table } from "../../src/core/ledger/cells";
import type { Spot } from "../../src/excel/find-area";
import { addName, blockName, columnName } from "../../src/excel/own-names";
import { readSheet, type SheetRead } from "../../src/excel/read-sheet";
import type { Fault } from "../../src/workbench/host/faults";
import type { ProfileName } from "../../src/workbench/host/profile";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};

type Rows = readonly (readonly (string | number | boolean | null)[])[];

/** Starts Excel with rows on the first sheet, from a cell on. */
async function excelWith(
  rows: Rows,
  { row = 0, column = 0, profile }: { row?: number; column?: number; profile?: ProfileName } = {},
): Promise<Workbook> {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  if (rows.length > 0) {
    const width = rows[0]!.length;
    sheet.enterArea(
      { top: row, left: column, bottom: row + rows.length - 1, right: column + width - 1 },
      rows,
    );
  }
  office = await startOfficeInNode({ workbook, ...(profile && { profile }) });
  return workbook;
}

/** Does something with the sheet as an analyst would, in a batch of its own. */
async function inExcel(act: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    act(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
}

/** Reads a place as the pane does: through the intake of its worker. */
async function read(
  spot: Spot | string | null = null,
): Promise<{ readonly read: SheetRead; readonly table: Table | null; readonly told: readonly string[] }> {
  let intake: ReturnType<typeof sheetIntake> | null = null;
  const answer = await readSheet(
    spot,
    {
      look: async (look) => void (intake = sheetIntake(look)),
      rows: async (rows) => intake!.take(rows),
    },
    noPause,
  );
  if (!answer.ok) throw new Error(answer.troubles.map((trouble) => say(trouble, "en")).join());
  const built = intake!.finish(answer.value);
  const notes = built.ok ? built.value.notes : built.troubles;
  return {
    read: answer.value,
    table: built.ok ? built.value.table : null,
    told: notes.map((note) => say(note, "en")),
  };
}

async function refusal(spot: Spot | string | null = null): Promise<string> {
  const answer = await readSheet(spot, { look: async () => {}, rows: async () => {} }, noPause);
  return answer.ok ? "read" : answer.troubles.map(({ code }) => code).join();
}

const headersOf = (table: Table | null) => table?.columns.map(({ header }) => header);
const columnOf = (table: Table | null, header: string) => {
  const column = table?.columns.find((each) => each.header === header);
  return column && Array.from({ length: table!.rowCount }, (_, at) => cellAt(column.cells, at));
};

const ORDERS: Rows = [
  ["Customer", "Order date", "Amount"],
  ["C001", 45_000, 12.5],
  ["C002", 45_001, 30],
  ["C001", 45_002, 7],
];

describe("what is read", () => {
  test("a sheet: rows keep their numbers, columns their letters", async () => {
    await excelWith(ORDERS, { row: 3, column: 2 });
    const { read: sheet, table, told } = await read();
    expect(sheet).toMatchObject({ sheet: "Sheet1", address: "C4:E7", rows: 4, columns: 3, table: null });
    expect(table?.firstRow).toBe(5);
    expect(headersOf(table)).toEqual(["Customer", "Order date", "Amount"]);
    expect(told).toEqual([]);
  });

  test("a table: its headers, whatever they look like, and not its totals", async () => {
    await excelWith([["7", "2024", "x"], ...ORDERS.slice(1)], { row: 1 });
    await inExcel((sheet) => {
      const table = sheet.tables.add("A2:C5", true);
      table.name = "Orders";
      table.showTotals = true;
      sheet.getRange("A6").values = [["Total"]];
      sheet.getRange("C6").values = [[49.5]];
      sheet.getRange("E1").values = [["beside"]];
    });
    const table = office!.host.workbook.activeSheet.tables[0]!;
    const { read: sheet, table: rows, told } = await read({ sheet: await idOf(), table: table.id });
    expect(sheet).toMatchObject({ address: "A2:C5", table: { name: "Orders" } });
    expect(headersOf(rows)).toEqual(["7", "2024", "x"]);
    expect(columnOf(rows, "7")).toEqual(["C001", "C002", "C001"]);
    expect(told).toEqual(["The totals row of the table “Orders” is left out."]);
  });

  test("a table without headers has its first row as data", async () => {
    await excelWith(ORDERS.slice(1));
    await inExcel((sheet) => {
      sheet.tables.add("A1:C3", false).showHeaders = false;
    });
    const table = office!.host.workbook.activeSheet.tables[0]!;
    const { table: rows } = await read({ sheet: await idOf(), table: table.id });
    expect(rows?.rowCount).toBe(3);
  });

  test("an area, and whole columns, of which only what is filled is read", async () => {
    await excelWith([
      ["Customer", "Amount", null, "Region", "Sales"],
      ["C001", 12.5, null, "North", 100],
      ["C002", 30, null, "South", 200],
    ]);
    const sheet = await idOf();
    expect((await read({ sheet, address: "D1:E3" })).read.address).toBe("D1:E3");
    expect(headersOf((await read({ sheet, address: "A:B" })).table)).toEqual(["Customer", "Amount"]);
    expect(await refusal({ sheet, address: "G1:H9" })).toBe("sheet-area-empty");
  });
});

describe("Tiersheet's own columns", () => {
  const results: Rows = [
    ["Note", "Customer", "Order date", "Amount", "Tier", "Frequency"],
    ["x", "C001", 45_000, 12.5, "Gold", 2],
    ["y", "C002", 45_001, 30, "Silver", 1],
  ];
  const named = (sheet: Excel.Worksheet) => {
    const area = { row: 0, column: 4, rows: 3, columns: 1 };
    addName(sheet, columnName("tier"), { area, sheetName: "Sheet1" }, "Tier");
    addName(
      sheet,
      columnName("frequency"),
      { area: { ...area, column: 5 }, sheetName: "Sheet1" },
      "Frequency",
    );
  };

  test("beside the data are no data, wherever they have gone", async () => {
    const workbook = await excelWith(results);
    await inExcel(named);
    workbook.activeSheet.insertCells({ top: 0, left: 0, bottom: 1_048_575, right: 0 }, "right");
    workbook.activeSheet.enter(3, 5, "a row more");
    const { table, told, read: sheet } = await read();
    expect(headersOf(table)).toEqual(["Note", "Customer", "Order date", "Amount"]);
    expect(sheet.address).toBe("B1:G4");
    expect(told).toEqual(["Columns F, G were written by Tiersheet and are not read as data."]);
  });

  test("on a sheet of its own are what is read", async () => {
    await excelWith(results);
    await inExcel((sheet) => {
      named(sheet);
      const area = { row: 0, column: 0, rows: 3, columns: 6 };
      addName(sheet, blockName(0), { area, sheetName: "Sheet1" });
    });
    expect(headersOf((await read()).table)).toHaveLength(6);
  });
});

async function idOf(): Promise<string> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("id");
    await context.sync();
    return sheet.id;
  });
}

describe("what is told", () => {
  test("rows hidden by hand, and by a filter", async () => {
    await excelWith(ORDERS);
    await inExcel((sheet) => {
      sheet.getRange("3:3").rowHidden = true;
    });
    const byHand = await read();
    expect(byHand.read).toMatchObject({ hiddenRows: true, filtered: false });
    expect(byHand.told[0]).toMatch(/^Some rows of the sheet are hidden/);
    await inExcel((sheet) => {
      sheet.getRange("3:3").rowHidden = false;
      sheet.autoFilter.apply(sheet.getRange("A1:C4"), 0, { filterOn: "Values", values: ["C002"] });
    });
    const filtered = await read();
    expect(filtered.read.filtered).toBe(true);
    expect(filtered.told[0]).toMatch(/^A filter hides some rows/);
    expect(filtered.table?.rowCount).toBe(3);
  });

  test("a filter that hides nothing is none", async () => {
    await excelWith(ORDERS);
    await inExcel((sheet) => sheet.autoFilter.apply(sheet.getRange("A1:C4")));
    expect((await read()).read).toMatchObject({ hiddenRows: false, filtered: false, notes: [] });
  });

  test("hidden columns, by their letters", async () => {
    await excelWith(ORDERS, { column: 1 });
    await inExcel((sheet) => {
      sheet.getRange("C:C").columnHidden = true;
    });
    expect((await read()).told).toEqual(["Column C is hidden and read like the others."]);
  });

  test("columns that formulas calculate; a text that looks like one is none", async () => {
    await excelWith(ORDERS);
    await inExcel((sheet) => {
      sheet.getRange("D1").values = [["Twice"]];
      sheet.getRange("D2:D4").formulas = [["=C2*2"], ["=C3*2"], ["=C4*2"]];
      sheet.getRange("E1:E2").numberFormat = [["@"], ["@"]];
      sheet.getRange("E1:E2").values = [["Note"], ["=C2*2"]];
    });
    const { table, told } = await read();
    expect(columnOf(table, "Twice")).toEqual([25, 60, 14]);
    expect(told).toEqual(["Column D is calculated by formulas. What they show now is classified."]);
  });

  test("rows below an area, which aren't read", async () => {
    const workbook = await excelWith(ORDERS);
    const sheet = await idOf();
    expect((await read({ sheet, address: "A1:C4" })).told).toEqual([]);
    workbook.activeSheet.enter(4, 1, 45_003);
    expect((await read({ sheet, address: "A1:C4" })).told).toEqual([
      "The cells below A1:C4 are filled too and are not read. Choose the list again to take them in.",
    ]);
    expect((await read({ sheet, address: "A:C" })).told).toEqual([]);
    expect((await read({ sheet, address: "A1:C1048576" })).told).toEqual([]);
  });

  test("an error cell comes as its text", async () => {
    await excelWith(ORDERS);
    await inExcel((sheet) => {
      sheet.getRange("C3").formulas = [["=1/0"]];
    });
    expect(columnOf((await read()).table, "Amount")).toEqual([12.5, "#DIV/0!", 7]);
  });

  test("a hidden sheet, a very hidden one too", async () => {
    const workbook = await excelWith(ORDERS);
    const id = await idOf();
    workbook.addSheet("Other");
    for (const visibility of ["Hidden", "VeryHidden"] as const) {
      workbook.sheet("Sheet1")!.visibility = visibility;
      const { table, told } = await read(id);
      expect(table?.rowCount).toBe(3);
      expect(told).toEqual(["The sheet “Sheet1” is hidden. It was read like any other."]);
    }
  });

  test("a change of somebody else's while it is read", async () => {
    await excelWith(ORDERS);
    office!.host.faults = [
      { on: 3, fault: "co-author", act: (book) => book.activeSheet.enter(4, 0, "C003") },
    ];
    expect((await read()).told).toEqual([
      "The sheet was changed while it was read. Read it again to be sure.",
    ]);
  });
});

describe("merged headers", () => {
  test("a header over two columns is the first one's; the other goes by its letter", async () => {
    await excelWith([
      ["Customer", "Amount", null, "Order date"],
      ["C001", 12.5, "CNY", 45_000],
      ["C002", 30, "CNY", 45_001],
    ]);
    await inExcel((sheet) => sheet.getRange("B1:C1").merge());
    const { table, told } = await read();
    expect(headersOf(table)).toEqual(["Customer", "Amount", "C", "Order date"]);
    expect(told[1]).toBe(
      "The header cells B1:C1 are merged. “Amount” is taken for column B alone; column C has no header.",
    );
  });

  const TWO_LINES: Rows = [
    ["Customer", "Sales of 2024", null, null],
    [null, "Amount", "Quantity", "Order date"],
    ["C001", 12.5, 1, 45_000],
    ["C002", 30, 2, 45_001],
    ["C003", 7, 3, 45_002],
  ];

  test("headers in two lines: what is merged over both stands in the second", async () => {
    await excelWith(TWO_LINES, { row: 1, column: 1 });
    await inExcel((sheet) => {
      sheet.getRange("B2:B3").merge();
      sheet.getRange("C2:E2").merge();
    });
    const { table, told } = await read();
    expect(headersOf(table)).toEqual(["Customer", "Amount", "Quantity", "Order date"]);
    expect(table?.firstRow).toBe(4);
    expect(columnOf(table, "Customer")).toEqual(["C001", "C002", "C003"]);
    expect(told.join("\n")).toContain("The merged cells C2:E2 stand over the headers in row 3");
  });

  test("every header merged over two rows", async () => {
    await excelWith([["Customer", "Order date", "Amount"], [null, null, null], ...ORDERS.slice(1)]);
    await inExcel((sheet) => {
      for (const column of ["A", "B", "C"]) sheet.getRange(`${column}1:${column}2`).merge();
    });
    const { table } = await read();
    expect(headersOf(table)).toEqual(["Customer", "Order date", "Amount"]);
    expect(table?.rowCount).toBe(3);
  });

  test("a customer merged over rows of orders is told, and stays in the first row", async () => {
    await excelWith([
      ["Customer", "Order date", "Amount"],
      ["C001", 45_000, 1],
      [null, 45_001, 2],
      ["C002", 45_002, 3],
    ]);
    await inExcel((sheet) => sheet.getRange("A2:A3").merge());
    const { table, told } = await read();
    expect(columnOf(table, "Customer")).toEqual(["C001", null, "C002"]);
    expect(told).toEqual([
      "1 merged area below the headers (A2:A3): the value counts for the first row and column only, the rest is blank.",
    ]);
  });

  test("a title over all columns is no header and nothing to tell of", async () => {
    await excelWith([["Orders of June", null, null], [null, null, null], ...ORDERS]);
    await inExcel((sheet) => sheet.getRange("A1:C1").merge());
    const { table, told } = await read();
    expect(headersOf(table)).toEqual(["Customer", "Order date", "Amount"]);
    expect(told.filter((text) => text.includes("merged"))).toEqual([]);
  });
});

describe("what can't be read", () => {
  test("an empty sheet, a sheet that is gone, a table that is gone", async () => {
    await excelWith([]);
    expect(await refusal()).toBe("excel-sheet-empty");
    expect(await refusal("{00000000-0000-0000-0000-000000000000}")).toBe("excel-item-gone");
    expect(await refusal({ sheet: await idOf(), table: "{1}" })).toBe("sheet-table-gone");
  });

  test("one cell, and headers alone", async () => {
    await excelWith([["Customer"]]);
    expect((await read()).told[0]).toContain("header");
    await inExcel((sheet) => {
      sheet.getRange("B1:C1").values = [["Order date", "Amount"]];
    });
    expect((await read()).table).toBeNull();
  });

  test("a chart sheet", async () => {
    await excelWith(ORDERS);
    office!.host.faults = [{ on: 1, fault: "failing-action", action: 0, code: "UnsupportedSheet" as never }];
    expect(await refusal()).toBe("excel-unsupported-sheet");
  });

  test("comes in messages that the pane's thread is soon done with, but for rows that get longer", async () => {
    const long = (i: number) => `C${i}`.padEnd(i < 3000 ? 100 : 400, "x");
    const figuresOf = async (rows: Rows) => {
      await excelWith(rows);
      let read = 0;
      const { figures } = await office!.meter.run(() =>
        readSheet(
          null,
          { look: async () => {}, rows: async (block) => void (read += block.rows.length) },
          noPause,
        ),
      );
      expect(read).toBe(rows.length);
      office?.stop();
      return figures;
    };
    const rows = Array.from({ length: 9000 }, (_, i) => [long(i), i]);
    const grown = await figuresOf([["Customer", "Amount"], ...rows]);
    expect(grown.largestOut).toBeLessThan(3_500_000);
    expect(grown.syncs).toBeLessThan(12 + grown.bytesOut / 1_000_000);
    const even = await figuresOf([["Customer", "Amount"], ...rows.slice(3000), ...rows.slice(3000)]);
    expect(even.bytesOut).toBeGreaterThan(4_000_000);
    expect(even.largestOut).toBeLessThan(1_100_000);
  });

  test("reading stops when it is cancelled", async () => {
    await excelWith([
      ["Customer", "Amount"],
      ...Array.from({ length: 5000 }, (_, i) => [`C${i}`.padEnd(400, "x"), i]),
    ]);
    const blocks: number[] = [];
    const answer = await readSheet(
      null,
      {
        look: async () => {},
        rows: async ({ rows }) => void blocks.push(rows.length),
        cancelled: () => blocks.length > 0,
      },
      noPause,
    );
    expect(answer).toMatchObject({ ok: false, troubles: [{ code: "pane.cancelled" }] });
    expect(blocks).toHaveLength(1);
  });
});

describe("in every Excel", () => {
  test.each(["web", "microsoft365-mac", "ltsc-2024", "ltsc-2021", "floor"] as const)(
    "%s",
    async (profile) => {
      await excelWith(ORDERS, { profile });
      await inExcel((sheet) => {
        sheet.getRange("C:C").columnHidden = true;
      });
      const { table } = await read();
      expect(table?.rowCount).toBe(3);
    },
  );

  test("as wide as a sheet can be", async () => {
    const workbook = await excelWith(ORDERS, { profile: "web" });
    workbook.activeSheet.enter(3, 16_383, "far");
    const { read: sheet, table } = await read();
    expect(sheet.columns).toBe(16_384);
    expect(headersOf(table)).toEqual(["Customer", "Order date", "Amount", "XFD"]);
    expect(office!.meter.total.syncs).toBeLessThan(8);
  });

  const faults: readonly ((on: number) => Fault)[] = [
    (on) => ({ on, fault: "throttled" }),
    (on) => ({ on, fault: "cell-edit" }),
    (on) => ({ on, fault: "payload", way: "response" }),
  ];
  test("what passes at any sync changes nothing of what is read", async () => {
    await excelWith(ORDERS);
    const calm = await read();
    for (const fault of faults) {
      for (let on = 1; on <= 3; on++) {
        // A payload limit strikes what is large, not the first question.
        if (fault(on).fault === "payload" && on === 1) continue;
        office!.host.faults = [fault(on)];
        const { table, told } = await read();
        expect(columnOf(table, "Amount")).toEqual(columnOf(calm.table, "Amount"));
        expect(told).toEqual([]);
      }
    }
    for (let on = 1; on <= 3; on++) {
      office!.host.faults = [{ on, fault: "session-lost" }];
      expect(await refusal()).toBe("excel-session-lost");
    }
  });
});
