import { afterEach, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { moveRange } from "../../src/workbench/workbook/move-range";
import { Refusal } from "../../src/workbench/workbook/refusal";
import { addTable } from "../../src/workbench/workbook/table-edit";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { startClassifier } from "../../taskpane/classifier/classifier";
import { startWorkspace, type Workspace } from "../../taskpane/classifier/workspace";
import { openWorkbook } from "../../taskpane/host/open-workbook";
import { sessionWorker } from "./session-worker";

/** What an analyst does to a workbook before, between and after runs of the pane. */
let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

type Row = readonly (string | number | null)[];

const SUMS: readonly Row[] = [
  ["Name", "Last purchase", "Number of orders", "Total spent"],
  ["A Ltd", 45_020, 12, 5000],
  ["B Ltd", 45_010, 3, 400],
  ["C Ltd", 44_040, 1, 90],
];
const OTHERS: readonly Row[] = [
  ["Name", "Last purchase", "Number of orders", "Total spent"],
  ["X Ltd", 45_021, 2, 60],
  ["Y Ltd", 45_011, 30, 44_000],
  ["Z Ltd", 44_041, 4, 900],
];
const ORDERS: readonly Row[] = [
  ["Customer", "Order date", "Amount"],
  ["A Ltd", 45_000, 500],
  ["B Ltd", 45_010, 40],
  ["A Ltd", 45_020, 300],
  [null, 45_030, 7],
  ["C Ltd", 45_040, 90],
];

function put(sheet: Sheet, rows: readonly Row[], top = 0, left = 0, dates = 1): void {
  const width = rows[0]?.length ?? 0;
  const area = { top, left, bottom: top + rows.length - 1, right: left + width - 1 };
  sheet.write(area, rows);
  sheet.setStyle(
    { ...area, top: top + 1, left: left + dates, right: left + dates },
    { numberFormat: "yyyy-mm-dd" },
  );
}

async function inExcel(fill: (sheet: Sheet, workbook: Workbook) => void) {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  workbook.batch("user", () => fill(sheet, workbook));
  office = await startOfficeInNode({ workbook });
  return { workbook, sheet };
}

async function pane(): Promise<Workspace> {
  const workspace = startWorkspace(startClassifier(sessionWorker));
  await workspace.enterExcel(openWorkbook, "en-US");
  return workspace;
}

/** All cells of a sheet from A1 on. */
function grid(sheet: Sheet | undefined) {
  const area = sheet?.usedArea(true);
  return sheet && area ? sheet.values({ ...area, top: 0, left: 0 }) : [];
}
const FEW = { columns: ["tier", "lastPurchase", "monetary"] };

/** A sheet of sums that has been classified, with three columns beside it. */
async function classified(fill: (sheet: Sheet, workbook: Workbook) => void = (sheet) => put(sheet, SUMS)) {
  const opened = await inExcel(fill);
  const workspace = await pane();
  await workspace.openBest();
  await workspace.choose(FEW);
  expect(await workspace.fill("en")).toBe(true);
  return { ...opened, workspace };
}

describe("own columns that were moved", () => {
  test("to another sheet are the analyst's: cells of that address beside the data stay", async () => {
    const { workbook, sheet, workspace } = await classified((first, book) => {
      put(first, SUMS);
      book.addSheet("Ann's");
    });
    // As Excel does it when the column is cut and pasted: the name goes along.
    const tier = workbook.names.find(({ name }) => name === "_tiersheet_tier");
    expect(tier?.formula).toBe("=Sheet1!$E$1:$E$4");
    const names = sheet.values({ top: 0, left: 0, bottom: 3, right: 0 });
    const pasted = sheet.values({ top: 0, left: 4, bottom: 3, right: 4 });
    workbook.batch("user", () => {
      workbook.sheet("Ann's")?.write({ top: 0, left: 0, bottom: 3, right: 0 }, pasted);
      sheet.clear({ top: 0, left: 4, bottom: 3, right: 4 });
      if (tier) workbook.defineName({ ...tier, formula: "='Ann''s'!$A$1:$A$4" });
    });
    expect(await workspace.again("en")).toBe(true);
    expect(sheet.values({ top: 0, left: 0, bottom: 3, right: 0 })).toEqual(names);
    expect(grid(sheet)[0]).toContain("Tier");
    await workspace.takeBack();
    expect(grid(sheet)).toEqual(SUMS);
    expect(grid(workbook.sheet("Ann's"))).toEqual(pasted);
  });

  test("to the left of the data aren't mistaken for it, nor is it for them", async () => {
    const { sheet, workspace } = await classified();
    const before = grid(sheet);
    sheet.insertCells({ top: 0, bottom: 1_048_575, left: 0, right: 2 }, "right");
    moveRange(sheet, { top: 0, bottom: 3, left: 7, right: 9 }, { row: 0, column: 0 });
    expect(await workspace.again("en")).toBe(true);
    expect(workspace.state().work?.outcome?.columns.map(({ header }) => header)).toEqual(SUMS[0]);
    expect(grid(sheet)).toEqual(before.map((row) => [...row.slice(4), ...row.slice(0, 4)]));
    await workspace.takeBack();
    expect(grid(sheet).map((row) => row.slice(3))).toEqual(SUMS);
  });
});

describe("a workbook that counts its days from 1904", () => {
  const days = (rows: readonly Row[]): readonly Row[] =>
    rows.map((row) => row.map((cell) => (typeof cell === "number" && cell > 44_000 ? cell - 1462 : cell)));
  const datesIn = (sheet: Sheet | undefined, header: string) => {
    const [headers = [], ...rows] = grid(sheet);
    return Object.fromEntries(rows.map((row) => [row[0], row[headers.indexOf(header)]]));
  };

  test("gets the dates of a result in its own count on the sheet of customers", async () => {
    const { workbook } = await classified((sheet, book) => {
      book.date1904 = true;
      put(sheet, days(ORDERS));
    });
    const last = datesIn(workbook.sheet("Customers"), "Last purchase");
    expect(last).toEqual({ "A Ltd": 43_558, "B Ltd": 43_548, "C Ltd": 43_578 });
  });

  test("and beside the data", async () => {
    const { sheet } = await classified((first, book) => {
      book.date1904 = true;
      put(first, days(SUMS));
    });
    const given = datesIn(sheet, "Last purchase");
    expect(given["A Ltd"]).toBe(43_558);
    expect(datesIn(sheet, "Last purchase (2)")).toEqual(given);
  });

  test.each(["d-mmm-yyyy", "mmmm d, yyyy", "d-mmm-yy", "dd/mm/yy", "dd/mm/yyyy"])(
    "is known by dates as %s",
    async (numberFormat) => {
      const { workspace } = await classified((sheet, book) => {
        book.date1904 = true;
        put(sheet, days(ORDERS));
        sheet.setStyle({ top: 1, bottom: 5, left: 1, right: 1 }, { numberFormat });
      });
      expect(workspace.state().work?.opened.preview.rows[0]?.[1]).toBe("2023-03-15");
    },
  );
});

describe("two lists on a sheet", () => {
  const open = async (workspace: Workspace, sheet: Sheet, address: string) => {
    await workspace.open({ kind: "sheet", id: sheet.id, address });
    await workspace.choose(FEW);
    return workspace.fill("en");
  };
  const block = (sheet: Sheet, top: number, left: number) =>
    sheet.values({ top, left, bottom: top + 3, right: left + 2 });

  test("one below the other get columns of their own each, again and again", async () => {
    const { sheet } = await inExcel((first) => {
      put(first, SUMS);
      put(first, OTHERS, 10);
    });
    const before = grid(sheet);
    const workspace = await pane();
    expect(await open(workspace, sheet, "A1:D4")).toBe(true);
    const first = block(sheet, 0, 4);
    expect(first.map((row) => row[2])).toEqual(["Monetary", 5000, 400, 90]);
    expect(await open(workspace, sheet, "A11:D14")).toBe(true);
    expect(block(sheet, 0, 4)).toEqual(first);
    const second = block(sheet, 10, 4);
    expect(second.map((row) => row[2])).toEqual(["Monetary", 60, 44_000, 900]);
    const written = grid(sheet);
    expect(await workspace.again("en")).toBe(true);
    expect(await open(workspace, sheet, "A1:D4")).toBe(true);
    expect(grid(sheet)).toEqual(written);
    await workspace.takeBack();
    expect(grid(sheet)).toEqual(before);
  });

  test("side by side, too; a header over the customers that is renamed stays the list's", async () => {
    const { sheet } = await inExcel((first) => {
      put(first, SUMS);
      put(first, [["Client", ...(OTHERS[0] ?? []).slice(1)], ...OTHERS.slice(1)], 0, 5);
    });
    const before = grid(sheet);
    const workspace = await pane();
    expect(await open(workspace, sheet, "A1:D4")).toBe(true);
    // A column blank behind the other list, so that sorting that leaves these alone.
    const first = block(sheet, 0, 10);
    expect(first.map((row) => row[2])).toEqual(["Monetary", 5000, 400, 90]);
    expect(await open(workspace, sheet, "F1:I4")).toBe(true);
    expect(block(sheet, 0, 10)).toEqual(first);
    expect(block(sheet, 0, 14).map((row) => row[2])).toEqual(["Monetary", 60, 44_000, 900]);
    const written = grid(sheet);
    sheet.enter(0, 5, "Customer");
    expect(await workspace.again("en")).toBe(true);
    sheet.enter(0, 5, "Client");
    expect(grid(sheet)).toEqual(written);
    await workspace.takeBack();
    expect(grid(sheet)).toEqual(before);
  });

  test("side by side with the same header over their customers, wherever they are moved", async () => {
    const { sheet } = await inExcel((first) => {
      put(first, SUMS);
      put(first, OTHERS, 0, 5);
    });
    expect(sheet.value(0, 5)).toBe(sheet.value(0, 0));
    const before = grid(sheet);
    const workspace = await pane();
    expect(await open(workspace, sheet, "F1:I4")).toBe(true);
    const second = block(sheet, 0, 9);
    expect(second.map((row) => row[2])).toEqual(["Monetary", 60, 44_000, 900]);
    expect(await open(workspace, sheet, "A1:D4")).toBe(true);
    expect(block(sheet, 0, 9)).toEqual(second);
    expect(block(sheet, 0, 13).map((row) => row[2])).toEqual(["Monetary", 5000, 400, 90]);
    const written = grid(sheet);
    sheet.insertCells({ top: 0, bottom: 1_048_575, left: 0, right: 4 }, "right");
    // Where the second list's customers were, those of the first are.
    expect(await open(workspace, sheet, "F1:I4")).toBe(true);
    expect(await open(workspace, sheet, "K1:N4")).toBe(true);
    sheet.deleteCells({ top: 0, bottom: 1_048_575, left: 0, right: 4 }, "left");
    expect(grid(sheet)).toEqual(written);
    await workspace.takeBack();
    expect(grid(sheet)).toEqual(before);
  });

  test("side by side: one without columns of its own leaves those of the other", async () => {
    const { sheet } = await inExcel((first) => {
      put(first, SUMS);
      put(first, ORDERS, 0, 5);
    });
    const workspace = await pane();
    await open(workspace, sheet, "A1:D4");
    const first = block(sheet, 0, 9);
    expect(first.map((row) => row[2])).toEqual(["Monetary", 5000, 400, 90]);
    expect(await open(workspace, sheet, "F1:H6")).toBe(true);
    expect(workspace.state().work?.outcome?.kind).toBe("transactions");
    expect(block(sheet, 0, 9)).toEqual(first);
  });

  test("where one has no columns of its own, those of the other stay", async () => {
    const { sheet } = await inExcel((first) => {
      put(first, SUMS);
      put(first, ORDERS, 10);
    });
    const workspace = await pane();
    await open(workspace, sheet, "A1:D4");
    const first = block(sheet, 0, 4);
    expect(await open(workspace, sheet, "A11:C16")).toBe(true);
    expect(workspace.state().work?.outcome?.kind).toBe("transactions");
    expect(block(sheet, 0, 4)).toEqual(first);
  });
});

describe("a workbook in which others have been", () => {
  test("a record of a newer version is neither written over nor taken back", async () => {
    const record = JSON.stringify({ version: 3, complete: true, results: [{ id: "x" }] });
    const { workbook } = await inExcel((sheet, book) => {
      put(sheet, SUMS);
      book.settings.set("tiersheet.written", record);
    });
    const workspace = await pane();
    await workspace.openBest();
    for (const run of [() => workspace.fill("en"), () => workspace.takeBack()]) {
      await run();
      expect(workspace.state().troubles).toEqual([{ code: "excel-record-newer", params: { version: 3 } }]);
      expect(workbook.settings.get("tiersheet.written")).toBe(record);
      expect(workbook.sheets).toHaveLength(1);
      expect(grid(workbook.activeSheet)).toEqual(SUMS);
    }
  });
});

describe("two runs at a time", () => {
  test.each([0, 3, 10])(
    "what is opened after %i turns of a writing run waits until it is done",
    async (turns) => {
      const { workbook, sheet } = await inExcel((first, book) => {
        put(first, SUMS);
        put(book.addSheet("Orders"), ORDERS);
      });
      const workspace = await pane();
      await workspace.openBest();
      await workspace.choose(FEW);
      const filled = workspace.fill("en");
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve));
      const chosen = workspace.choose({ columns: ["tier"] });
      const opened = workspace.open({ kind: "sheet", id: workbook.sheet("Orders")?.id ?? "" });
      await chosen;
      expect([await filled, await opened]).toEqual([true, true]);
      expect(grid(sheet)[1]).toEqual([...(SUMS[1] ?? []), "A", 45_020, 5000]);
      expect(workspace.state().work?.opened.sheet).toBe("Orders");
      // What the workbook remembers is what was written.
      const later = await pane();
      expect(await later.refresh("en")).toBe(true);
      expect(later.state().work?.opened.sheet).toBe("Sheet1");
    },
  );
});

/** Makes a native table of an area whose first row is its headers. */
function makeTable(
  sheet: Sheet,
  [top, left, bottom, right]: readonly [number, number, number, number],
): string {
  const table = addTable(sheet, { top, left, bottom, right }, true);
  if (table instanceof Refusal) throw new Error(table.message);
  return table.id;
}

describe("native tables", () => {
  test("result columns that are unticked leave the table of customers, and nothing of them stays behind", async () => {
    const { workbook, workspace } = await classified((sheet) => put(sheet, ORDERS));
    const customers = workbook.sheet("Customers");
    customers?.enter(0, 4, "Owner");
    customers?.enter(1, 4, "Kim");
    await workspace.choose({ columns: ["tier"] });
    expect(await workspace.fill("en")).toBe(true);
    expect(grid(customers)[0]?.filter((cell) => cell !== null)).toEqual(["Customer", "Tier", "Owner"]);
    expect(grid(customers)[1]).toContain("Kim");
    await workspace.choose(FEW);
    expect(await workspace.fill("en")).toBe(true);
    expect(
      grid(customers)[0]
        ?.filter((cell) => cell !== null)
        .sort(),
    ).toEqual(["Customer", "Last purchase", "Monetary", "Owner", "Tier"].sort());
    await workspace.takeBack();
    expect(
      grid(customers)
        .flat()
        .filter((cell) => cell !== null),
    ).toEqual(["Customer", "Owner", "A Ltd", "Kim", "C Ltd", "B Ltd"]);
  });

  test("one at the right that is longer isn't torn apart: it is told, and no cell moves", async () => {
    let table = "";
    const { sheet } = await inExcel((first) => {
      put(first, SUMS, 3, 2);
      put(first, ORDERS, 3, 8);
      table = makeTable(first, [3, 2, 6, 5]);
      makeTable(first, [3, 8, 8, 10]);
    });
    const before = grid(sheet);
    const workspace = await pane();
    await workspace.open({ kind: "sheet", id: sheet.id, table });
    await workspace.choose(FEW);
    expect(await workspace.fill("en")).toBe(false);
    expect(workspace.state().troubles.map(({ code }) => code)).toEqual(["excel-table-beside"]);
    expect(grid(sheet)).toEqual(before);
    expect(sheet.tables.map(({ area: { left, right } }) => [left, right])).toEqual([
      [2, 5],
      [8, 10],
    ]);
  });

  test("both of a sheet are classified, one below the other, and taken back together", async () => {
    let tables: string[] = [];
    const { sheet, workbook } = await inExcel((first) => {
      put(first, SUMS, 3, 2);
      put(first, ORDERS, 12, 2);
      tables = [makeTable(first, [3, 2, 6, 5]), makeTable(first, [12, 2, 17, 4])];
    });
    const before = grid(sheet);
    const workspace = await pane();
    for (const table of tables) {
      await workspace.open({ kind: "sheet", id: sheet.id, table });
      await workspace.choose({ ...FEW, beside: true });
      expect(await workspace.fill("en")).toBe(true);
    }
    expect(sheet.values({ top: 3, left: 6, bottom: 4, right: 8 })).toEqual([
      ["Tier", "Last purchase (2)", "Monetary"],
      ["A", 45_020, 5000],
    ]);
    expect(sheet.values({ top: 12, left: 5, bottom: 12, right: 6 })).toEqual([["Tier", "Stage"]]);
    await workspace.selectSetAside("no-customer");
    expect(workbook.selection.areas).toEqual([{ top: 16, left: 2, bottom: 16, right: 2 }]);
    await workspace.takeBack();
    expect(grid(sheet)).toEqual(before);
  });
});
