import { afterEach, describe, expect, test } from "vitest";
import { classify } from "../../src/core/classify";
import { cellAt } from "../../src/core/ledger/cells";
import { report } from "../../src/core/report/build-report";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { findPlaces } from "../../src/excel/places-to-classify";
import { readSheet } from "../../src/excel/read-sheet";
import { writeSampleSheet } from "../../src/excel/sample-sheet";
import { findWritten, takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { layoutOf } from "../../src/files/sheet-layout";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { startClassifier } from "../../taskpane/classifier/classifier";
import type { OpenWorkbook } from "../../taskpane/classifier/open-workbook";
import { startWorkspace, type Workspace } from "../../taskpane/classifier/workspace";
import { openWorkbook } from "../../taskpane/host/open-workbook";
import { sessionWorker } from "../taskpane/session-worker";
import { contents } from "./planned";

/** The pane's own modules on the real office.js, with the workbook of src/workbench behind it. */
let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const opened: OpenWorkbook = {
  ...openWorkbook,
  writeTiered: (plan, going) => writeTiered(plan, going, noPause),
  writeSampleSheet: (language) => writeSampleSheet(language, noPause),
  findWritten: () => findWritten(noPause),
  takeBack: () => takeBack({}, noPause),
  findPlaces: () => findPlaces(noPause),
};

async function inExcel(
  options: Parameters<typeof startOfficeInNode>[0] = {},
): Promise<{ readonly office: OfficeInNode; readonly workbook: Workbook; readonly workspace: Workspace }> {
  const workbook = new Workbook();
  office = await startOfficeInNode({ workbook, ...options });
  const read: typeof readSheet = (place, listener) => readSheet(place, listener, noPause);
  const workspace = startWorkspace(startClassifier(sessionWorker, read));
  await workspace.enterExcel(opened, "en-US");
  return { office, workbook, workspace };
}

async function withSample(options: Parameters<typeof startOfficeInNode>[0] = {}) {
  const started = await inExcel(options);
  await started.workspace.addSample("en");
  await started.workspace.open({ kind: "sheet", id: null });
  return started;
}

const namesOf = (workspace: Workspace) => workspace.state().excel?.sheets.map(({ name }) => name);

describe("the sample sheet", () => {
  test("holds the sample's cells as they are, the mess too", async () => {
    const { workbook } = await withSample();
    const sheet = workbook.sheet("Sample orders");
    const sample = sampleOrders({ language: "en", rows: 3000 });
    expect(sheet?.usedArea(true)).toEqual({ top: 0, left: 0, bottom: 3000, right: 7 });
    sample.columns.forEach(({ header, cells }, column) => {
      expect(sheet?.value(0, column)).toBe(header);
      for (let row = 0; row < sample.rowCount; row++) {
        const cell = cellAt(cells, row);
        const shown = sheet?.value(row + 1, column) ?? null;
        expect(isError(shown) ? shown.error : shown).toBe(cell === "" ? null : cell);
      }
    });
  });

  test("is the user's own: it isn't taken back, and a second one gets a number", async () => {
    const { workbook, workspace } = await withSample();
    await workspace.addSample("en");
    await workspace.takeBack();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sample orders", "Sample orders (2)"]);
    expect(namesOf(workspace)).toEqual([]);
  });
});

function isError(value: unknown): value is { readonly error: string } {
  return typeof value === "object" && value !== null && "error" in value;
}

describe("a sheet that is classified", () => {
  test("gets the cells that the command writes into a file", async () => {
    const { workbook, workspace } = await withSample();
    await workspace.fill("en");
    expect(workspace.state().troubles).toEqual([]);
    const { policy } = workspace.state().choices;
    const result = classify(sampleOrders({ language: "en", rows: 3000 }), policy);
    if (!result.ok) throw new Error("refused");
    const sheets = layoutOf(report(result.value, "en"));
    expect(sheets.map(({ name }) => name).slice(0, 2)).toEqual(["Tiers", "Customers"]);
    for (const { name, hidden, blocks } of sheets) {
      const sheet = workbook.sheet(name);
      expect(sheet?.visibility).toBe(hidden ? "Hidden" : "Visible");
      for (const block of blocks) {
        if (block.kind === "heading") {
          expect(sheet?.value(block.row, 0)).toBe(block.heading.text);
          continue;
        }
        expect(sheet?.tables.map((table) => table.name)).toContain(block.name);
        block.columns.forEach(({ values }, column) => {
          expect(sheet?.value(block.row, column)).toBe(block.headers[column]);
          for (let row = 0; row < block.count; row++) {
            const value = values[block.from + row] ?? null;
            expect([name, row, column, sheet?.value(block.row + 1 + row, column)]).toEqual([
              name,
              row,
              column,
              value === "" ? null : value,
            ]);
          }
        });
      }
    }
  });

  test("is read again after a changed amount, and the source is the sheet and not the active one", async () => {
    const { workbook, workspace } = await withSample();
    const before = workspace.state().work?.outcome?.summary;
    const sheet = workbook.sheet("Sample orders");
    const amount = sampleOrders({ language: "en", rows: 3000 }).columns.findIndex(
      ({ header }) => header === "Amount",
    );
    expect(amount).toBeGreaterThan(0);
    sheet?.enter(1, amount, 1_000_000);
    await workspace.fill("en");
    const source = workspace.state().work?.source;
    if (!source) throw new Error("nothing open");
    await workspace.open(source);
    const after = workspace.state().work?.outcome?.summary;
    if (!before?.ok || !after?.ok) throw new Error("refused");
    expect(workspace.state().work?.opened.sheet).toBe("Sample orders");
    expect(after.value.monetary).toBeGreaterThan(before.value.monetary + 900_000);
  });

  test("keeps ids and text that looks like numbers or formulas as text", async () => {
    const { workbook, workspace } = await inExcel();
    const sheet = workbook.activeSheet;
    const rows = [
      ["Customer", "Date", "Amount"],
      ["007", "2024-01-05", 10],
      ["=1+1", "2024-02-05", 20],
      ["'tick", "2024-03-05", 30],
    ];
    rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (c === 0) sheet.write({ top: r, bottom: r, left: c, right: c }, [[cell as string]]);
        else sheet.enter(r, c, cell as string | number);
      }),
    );
    await workspace.open({ kind: "sheet", id: null });
    await workspace.fill("en");
    const customers = workbook.sheet("Customers");
    const ids = [1, 2, 3].map((row) => customers?.value(row, 0));
    expect(new Set(ids)).toEqual(new Set(["007", "=1+1", "'tick"]));
    expect(customers?.formula(1, 0)).toBeUndefined();
  });

  test("tells an empty sheet, and rows that are hidden", async () => {
    const { workbook, workspace } = await inExcel();
    await workspace.open({ kind: "sheet", id: null });
    expect(workspace.state().troubles[0]?.code).toBe("excel-sheet-empty");
    await workspace.addSample("en");
    workbook.sheet("Sample orders")?.setRowsHidden(4, 9, true);
    await workspace.open({ kind: "sheet", id: null });
    const summary = workspace.state().work?.outcome?.summary;
    if (!summary?.ok) throw new Error("refused");
    expect(summary.value.check.rowsIn).toBe(3000);
    expect(summary.value.notes.map(({ code }) => code)).toContain("excel-hidden-rows");
  });
});

describe("take back", () => {
  test("leaves the workbook as it was", async () => {
    const { workbook, workspace } = await withSample();
    const before = contents(workbook);
    await workspace.fill("en");
    expect(workspace.state().excel?.complete).toBe(true);
    expect(namesOf(workspace)).toEqual(expect.arrayContaining(["Tiers", "Customers"]));
    await workspace.takeBack();
    expect(contents(workbook)).toEqual(before);
    expect([...workbook.settings.keys()]).not.toContain("tiersheet.written");
  });

  test("keeps a sheet on which someone has written beside Tiersheet's cells, without those", async () => {
    const { workbook, workspace } = await withSample();
    await workspace.fill("en");
    workbook.sheet("Tiers")?.enter(60, 20, "my note");
    await workspace.takeBack();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sample orders", "Tiers"]);
    expect(workbook.sheet("Tiers")?.usedArea(true)).toEqual({ top: 60, left: 20, bottom: 60, right: 20 });
    expect(workspace.state().news?.code).toBe("pane.taken-back-in-part");
  });

  test("is no longer offered once someone has deleted the sheets, or undone the run", async () => {
    const { workbook, workspace } = await withSample();
    await workspace.fill("en");
    for (const sheet of workbook.sheets.filter(({ name }) => !/^Sample|^Sheet1$/.test(name))) {
      workbook.deleteSheet(sheet);
    }
    await workspace.lookAgain();
    expect(workspace.state().excel).toEqual({ sheets: [], beside: [], complete: true });
  });

  test("finds its sheets under new names, and leaves a sheet that only has the same name", async () => {
    const { workbook, workspace } = await withSample();
    workbook.addSheet("Tiers").enter(0, 0, "mine");
    await workspace.fill("en");
    const own = workbook.sheet("Tiers (2)");
    if (!own) throw new Error("not there");
    workbook.renameSheet(own, "Tiers of June");
    await workspace.takeBack();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sample orders", "Tiers"]);
    expect(workbook.sheet("Tiers")?.value(0, 0)).toBe("mine");
  });
});

describe("what goes wrong while writing", () => {
  test("a cancel takes away what was written, early or late, and the next run writes all", async () => {
    const { workbook, workspace } = await withSample();
    const before = contents(workbook);
    for (const turns of [0, 3, 8]) {
      const filled = workspace.fill("en");
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve));
      workspace.cancel();
      expect([turns, await filled]).toEqual([turns, false]);
      expect(workspace.state().troubles.map(({ code }) => code)).toEqual(["pane.cancelled"]);
      expect(contents(workbook)).toEqual(before);
      expect(workspace.state().excel).toEqual({ sheets: [], beside: [], complete: true });
    }
    expect(await workspace.fill("en")).toBe(true);
    expect(namesOf(workspace)).toContain("Customers");
  });

  test("a protected workbook is told and not changed", async () => {
    const { workbook, workspace } = await withSample();
    const before = contents(workbook);
    workbook.protection = { ...workbook.protection, protected: true } as typeof workbook.protection;
    await workspace.fill("en");
    expect(workspace.state().troubles[0]?.code).toBe("excel-protected");
    expect(contents(workbook)).toEqual(before);
  });
});

describe("classified again", () => {
  test("everything is written in its place, after a changed amount and in the other language", async () => {
    const { workbook, workspace } = await withSample();
    await workspace.begin({ beside: true });
    await workspace.fill("en");
    const source = workbook.sheet("Sample orders");
    const customers = workbook.sheet("Customers");
    const ids = workbook.sheets.map(({ id }) => id);
    const width = customers?.usedArea(true)?.right ?? 0;
    customers?.enter(0, width + 1, "Owner");
    const first = customers?.value(1, 0);
    customers?.enter(1, width + 1, "Kim");
    await workspace.again("zh");
    expect(workspace.state().troubles).toEqual([]);
    expect(workbook.sheets.map(({ id }) => id)).toEqual(ids);
    expect(customers?.value(0, 0)).toBe("Customer");
    expect(customers?.values({ top: 0, bottom: 0, left: 0, right: width })[0]).toContain("层级");
    expect([customers?.value(1, 0), customers?.value(1, width + 1)]).toEqual([first, "Kim"]);
    expect(source?.value(0, 8)).toBe("层级");
    const written = JSON.stringify(contents(workbook));
    await workspace.again("zh");
    expect(JSON.stringify(contents(workbook))).toBe(written);
    await workspace.takeBack();
    expect(source?.usedArea(true)).toEqual({ top: 0, left: 0, bottom: 3000, right: 7 });
  });
});

describe("each Excel that the manifest lets in", () => {
  for (const profile of ["web", "ltsc-2021", "floor"] as const) {
    test(`${profile}: classify, write, take back`, async () => {
      const { workspace } = await withSample({ profile });
      await workspace.fill("zh");
      expect(workspace.state().troubles).toEqual([]);
      expect(namesOf(workspace)).toContain("客户");
      await workspace.takeBack();
      expect(namesOf(workspace)).toEqual([]);
    });
  }
});
