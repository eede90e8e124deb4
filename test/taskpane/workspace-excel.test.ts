import { afterEach, describe, expect, test, vi } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { no } from "../../src/core/language/message";
import { areaOf } from "../../src/workbench/workbook/area";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { startClassifier } from "../../taskpane/classifier/classifier";
import { startWorkspace, type Workspace } from "../../taskpane/classifier/workspace";
import { openWorkbook } from "../../taskpane/host/open-workbook";
import { policyNamed } from "./policy-named";
import { sessionWorker } from "./session-worker";

/** The pane without its view: its workspace on the real office.js, with the workbench's workbook behind it. */
let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const ORDERS = [
  ["Customer", "Order date", "Amount"],
  ["A Ltd", 45_000, 500],
  ["B Ltd", 45_010, 40],
  ["A Ltd", 45_020, 300],
  ["", 45_030, 7],
  ["C Ltd", 45_040, 90],
];
const SUMS = [
  ["Name", "Last purchase", "Number of orders", "Total spent"],
  ["A Ltd", 45_020, 12, 5000],
  ["B Ltd", 45_010, 3, 400],
  ["C Ltd", 44_040, 1, 90],
];

async function workbookWith(rows: readonly (readonly (string | number)[])[]): Promise<Workbook> {
  const workbook = new Workbook();
  const width = rows[0]?.length ?? 0;
  office = await startOfficeInNode({ workbook });
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("A workbook has a sheet.");
  const area = { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 };
  workbook.batch("user", () => {
    sheet.write(
      area,
      rows.map((row) => row.map((cell) => (cell === "" ? null : cell))),
    );
    sheet.setStyle({ ...area, left: 1, right: 1 }, { numberFormat: "yyyy-mm-dd" });
  });
  return workbook;
}

/** A pane that has just been opened beside the workbook. */
async function pane(functions: readonly string[] = [], open = openWorkbook): Promise<Workspace> {
  const workspace = startWorkspace(startClassifier(sessionWorker), { functions });
  await workspace.enterExcel(open, "en-US");
  return workspace;
}

const summaryOf = (workspace: Workspace) => {
  const summary = workspace.state().work?.outcome?.summary;
  if (!summary?.ok) throw new Error(JSON.stringify([summary, workspace.state().troubles]));
  return summary.value;
};

describe("the pane's workspace in a workbook", () => {
  test("finds what is on the active sheet, classifies it, writes, and takes all of it back", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    expect(workspace.state().places?.length).toBeGreaterThan(0);
    expect(await workspace.openBest()).toBe(true);
    expect(summaryOf(workspace)).toMatchObject({ customers: 3, check: { rowsIn: 5, rowsUsed: 4 } });
    expect(workspace.state()).toMatchObject({ screen: "work", excel: { sheets: [] } });
    expect(await workspace.fill("en")).toBe(true);
    const { excel, tiered, news } = workspace.state();
    expect(excel?.sheets.map(({ name }) => name)).toContain("Customers");
    expect(tiered?.sheets.map(({ plan }) => plan)).toContain("customers");
    expect(news?.code).toBe("pane.filled");
    await workspace.takeBack();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(workspace.state()).toMatchObject({ tiered: null, excel: { sheets: [], beside: [] } });
  });

  test("makes summaries in another language together with everything else, so that none is mixed", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    expect(await workspace.fill("en")).toBe(true);
    const heads = () =>
      workbook.sheets
        .slice(1)
        .filter(({ visibility }) => visibility === "Visible")
        // The first column of Customers has the header of the data.
        .map((sheet) => sheet.value(0, sheet.name === "Customers" ? 1 : 0))
        .map((text) => /[\u4E00-\u9FFF]/.test(String(text)));
    expect(await workspace.summaries("en")).toBe(true);
    expect(new Set(heads())).toEqual(new Set([false]));
    expect(await workspace.summaries("zh")).toBe(true);
    expect(new Set(heads())).toEqual(new Set([true]));
    expect(heads().length).toBeGreaterThan(4);
  });

  test("asks before it takes back what formulas of the reader's look at", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    expect(await workspace.fill("en")).toBe(true);
    workbook.addSheet("Report").enter(0, 0, "=COUNTA(Customers!A:A)");
    await workspace.takeBack();
    const { troubles, excel } = workspace.state();
    expect(troubles).toMatchObject([
      { code: "excel-refers-to-ours", params: { count: 1, places: ["Report!A1"] } },
    ]);
    expect(excel?.sheets.map(({ name }) => name)).toContain("Customers");
    await workspace.takeBack({ anyway: true });
    expect(workspace.state()).toMatchObject({ troubles: [], excel: { sheets: [] } });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Report"]);
  });

  test("the next pane goes on where the last one ended: policy, choices, roles, and what to refresh", async () => {
    const workbook = await workbookWith(ORDERS);
    const first = await pane();
    await first.openBest();
    await first.choose({ policy: policyNamed("abc"), columns: ["customer", "tier"], asOf: { rule: "last" } });
    await first.fill("en");

    const second = await pane();
    expect(second.state().choices).toMatchObject({
      policy: policyNamed("abc"),
      columns: ["customer", "tier"],
    });
    const [sheet] = workbook.sheets;
    workbook.batch("user", () => sheet?.write({ top: 2, left: 2, bottom: 2, right: 2 }, [[100_000]]));
    expect(await second.refresh("en")).toBe(true);
    expect(summaryOf(second)).toMatchObject({ monetary: 100_890, policy: { name: "abc" } });
    const customers = workbook.sheet("Customers");
    const cells = Array.from({ length: 12 }, (_, row) => [
      customers?.value(row, 0),
      customers?.value(row, 1),
    ]);
    expect(cells).toContainEqual(["B Ltd", "A"]);
    expect(workbook.sheets.filter(({ name }) => name.startsWith("Customers"))).toHaveLength(1);
  });

  test("a refresh where nothing was classified says so", async () => {
    await workbookWith(ORDERS);
    const workspace = await pane();
    expect(await workspace.refresh("en")).toBe(false);
    expect(workspace.state().troubles).toMatchObject([{ code: "pane.nothing-to-refresh" }]);
  });

  test("a refresh of a sheet that is gone writes nothing", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    await workspace.fill("en");
    const [sheet] = workbook.sheets;
    workbook.batch("user", () => workbook.deleteSheet(sheet!));
    const before = workbook.sheets.map(({ name }) => name);
    expect(await workspace.again("en")).toBe(false);
    expect(workspace.state().troubles.length).toBeGreaterThan(0);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(before);
  });

  test("columns beside the data are no data of the next run", async () => {
    const workbook = await workbookWith(SUMS);
    const workspace = await pane();
    await workspace.openBest();
    expect(workspace.state().work?.outcome?.kind).toBe("customers");
    await workspace.fill("en");
    const [sheet] = workbook.sheets;
    const headers = () => Array.from({ length: 40 }, (_, column) => sheet?.value(0, column) ?? null);
    const written = headers();
    expect(written.filter((header) => header !== null).length).toBeGreaterThan(8);
    expect(workspace.state().excel?.beside).toHaveLength(1);
    expect(await workspace.again("en")).toBe(true);
    expect(workspace.state().work?.outcome?.columns.map(({ header }) => header)).toEqual(SUMS[0]);
    expect(headers()).toEqual(written);
  });

  test("selects the cells for which rows were set aside", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    await workspace.selectSetAside("no-customer");
    expect(workspace.state().news).toMatchObject({ code: "pane.selected", params: { rows: 1, of: 1 } });
    expect(workbook.selection.areas).toEqual([{ top: 4, left: 0, bottom: 4, right: 0 }]);
  });

  test("repairs and freezes formulas, and says how many", async () => {
    const workbook = await workbookWith(ORDERS);
    const [sheet] = workbook.sheets;
    sheet?.enter(0, 5, "=_xldudf_WSTIER(A2)");
    sheet?.enter(1, 5, "=NOBODY(A2)");
    const workspace = await pane(["WSTIER"]);
    const news = async (press: "repair" | "freeze") => {
      await workspace[press]();
      const { troubles, working } = workspace.state();
      expect(working).toBeNull();
      return [workspace.state().news, troubles.map(({ code }) => code)];
    };
    expect(await news("repair")).toEqual([{ code: "pane.repaired", params: { repaired: 1 } }, []]);
    expect([sheet?.formula(0, 5), sheet?.formula(1, 5)]).toEqual(["=WSTIER(A2)", "=NOBODY(A2)"]);
    // No add-in has the function here: it shows an error still.
    expect(await news("freeze")).toEqual([
      { code: "pane.frozen-in-part", params: { frozen: 0, left: 1 } },
      ["sheet-frozen-errors"],
    ]);
    sheet?.enter(0, 5, "");
    expect(await news("repair")).toEqual([{ code: "pane.repaired-none", params: { repaired: 0 } }, []]);
    expect((await news("freeze"))[0]).toMatchObject({ code: "pane.frozen-none" });
  });

  test("a policy that another hand spoilt is told, and the default one used", async () => {
    await workbookWith(ORDERS);
    const first = await pane();
    await first.openBest();
    await openWorkbook.saveState({ policy: { format: 1, name: 5 } });
    const second = await pane();
    expect(second.state().troubles.map(({ code }) => code)).toContain("pane.policy-unreadable");
    expect(second.state().choices.policy.name).toBe("rfm");
  });

  test("tells where the result was written and the choices couldn't be kept", async () => {
    await workbookWith(ORDERS);
    const workspace = await pane([], { ...openWorkbook, saveState: async () => no("excel-busy") });
    await workspace.openBest();
    expect(await workspace.fill("en")).toBe(true);
    expect(workspace.state()).toMatchObject({ troubles: [{ code: "pane.not-remembered" }], working: null });
    expect(workspace.state().tiered).not.toBeNull();
    // Without a word of Excel's that nothing was changed.
    expect(workspace.state().troubles).toHaveLength(1);
  });
});

describe("a customer picked in the sheet", () => {
  const select = (workbook: Workbook, address: string) =>
    workbook.batch("user", () => {
      workbook.selection = { sheet: workbook.sheets[0]!, areas: [areaOf(address)!] };
    });
  const picked = (workspace: Workspace, customer: string | undefined) =>
    vi.waitFor(() => expect(workspace.state().picked?.customer).toBe(customer), { timeout: 5000 });

  test("takes the place of news of what went well, and of nothing else", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    await workspace.savePolicy();
    expect(workspace.state().news?.code).toBe("pane.policy-saved");
    select(workbook, "B3");
    await picked(workspace, "B Ltd");
    expect(workspace.state()).toMatchObject({ news: null, picked: { at: 2 } });

    // A title, or nothing, is no customer.
    await workspace.savePolicy();
    select(workbook, "A1");
    await picked(workspace, undefined);
    expect(workspace.state().news?.code).toBe("pane.policy-saved");

    workspace.refuse({ code: "pane.not-remembered" });
    select(workbook, "A6");
    await picked(workspace, "C Ltd");
    expect(workspace.state().troubles).toMatchObject([{ code: "pane.not-remembered" }]);
  });

  test("leaves news of what wasn't done", async () => {
    const workbook = await workbookWith(ORDERS);
    workbook.sheets[0]?.enter(0, 5, "=_xldudf_WSTIER(A2)");
    const workspace = await pane(["WSTIER"]);
    await workspace.openBest();
    await workspace.freeze();
    expect(workspace.state().news?.code).toBe("pane.frozen-in-part");
    select(workbook, "A2");
    await picked(workspace, "A Ltd");
    expect(workspace.state().news?.code).toBe("pane.frozen-in-part");
  });

  test("is none where the pane selected the row by itself, and one where the reader comes back to it", async () => {
    const workbook = await workbookWith([...ORDERS, ["D Ltd", "no day", 5]]);
    const workspace = await pane();
    await workspace.openBest();
    select(workbook, "A2");
    await picked(workspace, "A Ltd");
    await workspace.selectSetAside("unreadable-date");
    expect(workbook.selection.areas).toEqual([{ top: 6, left: 1, bottom: 6, right: 1 }]);
    await picked(workspace, undefined);
    expect(workspace.state().news?.code).toBe("pane.selected");
    select(workbook, "A3");
    await picked(workspace, "B Ltd");
    select(workbook, "A7");
    await picked(workspace, "D Ltd");
    expect(workspace.state()).toMatchObject({ news: null, picked: { at: -1 } });
  });
});

describe("what a newer version keeps in the workbook", () => {
  const NEWER = JSON.stringify({ version: 2, policy: { later: true } });
  const codes = (workspace: Workspace) => workspace.state().troubles.map(({ code }) => code);
  const kept = (workbook: Workbook, part: string) => String(workbook.settings.get(`tiersheet.${part}`));

  test.each([
    ["its setting", NEWER],
    ["its policy's format", JSON.stringify({ version: 1, policy: { format: 2, name: "later" } })],
  ])("stays, by %s, until the reader gives it up", async (_, newer) => {
    const workbook = await workbookWith(ORDERS);
    workbook.settings.set("tiersheet.policy", newer);
    const workspace = await pane();
    expect(workspace.state()).toMatchObject({ newer: ["policy"], choices: { policy: { name: "rfm" } } });
    await workspace.openBest();
    expect(await workspace.fill("en")).toBe(true);
    expect(codes(workspace)).toEqual([]);
    expect(kept(workbook, "policy")).toBe(newer);
    // What is this version's is kept all the same.
    expect(JSON.parse(kept(workbook, "layout"))).toMatchObject({ version: 1, asOf: { rule: "last" } });
    await workspace.savePolicy();
    expect(codes(workspace)).toEqual(["pane.newer.policy"]);
    expect(kept(workbook, "policy")).toBe(newer);

    workspace.giveUpNewer();
    await workspace.savePolicy();
    expect(workspace.state()).toMatchObject({ newer: [], troubles: [], news: { code: "pane.policy-saved" } });
    expect(JSON.parse(kept(workbook, "policy"))).toMatchObject({ version: 1, policy: { name: "rfm" } });
  });

  test("a layout stays as well", async () => {
    const workbook = await workbookWith(ORDERS);
    workbook.settings.set("tiersheet.layout", NEWER);
    const workspace = await pane();
    await workspace.openBest();
    await workspace.fill("en");
    expect(kept(workbook, "layout")).toBe(NEWER);
    expect(JSON.parse(kept(workbook, "policy"))).toMatchObject({ version: 1 });
    workspace.giveUpNewer();
    await workspace.again("en");
    expect(JSON.parse(kept(workbook, "layout"))).toMatchObject({ version: 1 });
  });
});

describe("a sheet that changes after it was read", () => {
  const change = (workbook: Workbook, row: number, column: number, value: string | number, by = USER) =>
    workbook.batch(by, () =>
      workbook.sheets[0]?.write({ top: row, left: column, bottom: row, right: column }, [[value]]),
    );
  const USER = "user" as "user" | "co-author";
  const told = (workspace: Workspace) =>
    vi.waitFor(() => expect(workspace.state().changed).toBe(true), { timeout: 2000 });
  /** Longer than an event takes. */
  const quiet = () => new Promise((done) => setTimeout(done, 30));

  test.each(["user", "co-author"] as const)("by a %s is told, and its new rows are written", async (by) => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    expect(workspace.state().changed).toBe(false);
    change(workbook, 2, 2, 100_000, by);
    await told(workspace);
    expect(summaryOf(workspace).monetary).toBe(930);
    expect(await workspace.fill("en")).toBe(true);
    expect(workspace.state().changed).toBe(false);
    expect(summaryOf(workspace).monetary).toBe(100_890);
    const customers = workbook.sheet("Customers");
    const rows = customers?.values({ top: 0, left: 0, bottom: 12, right: 30 }).flat();
    expect(rows).toContain(100_000);
    expect(rows).not.toContain(40);
  });

  test("is read again where it was asked for, and before the Summary is written", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    await workspace.fill("en");
    change(workbook, 1, 0, "D Ltd");
    await told(workspace);
    await workspace.summaries("en");
    expect(summaryOf(workspace).customers).toBe(4);
    expect(workspace.state().changed).toBe(false);
    workbook.batch("user", () => workbook.sheets[0]?.insertCells(areaOf("2:2")!, "down"));
    await told(workspace);
    const { work } = workspace.state();
    await workspace.open(work!.source);
    expect(workspace.state().changed).toBe(false);
  });

  test("into what can't be classified any more writes nothing", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    await workspace.openBest();
    for (let row = 1; row <= 5; row++) change(workbook, row, 1, "no day");
    await told(workspace);
    expect(await workspace.fill("en")).toBe(false);
    expect(workbook.sheets).toHaveLength(1);
  });

  test("by our own columns, by notes beside them or on another sheet doesn't count", async () => {
    const workbook = await workbookWith(SUMS);
    const notes = workbook.addSheet("Notes");
    const workspace = await pane();
    await workspace.openBest();
    await workspace.fill("en");
    await quiet();
    expect(workspace.state().changed).toBe(false);
    change(workbook, 1, 40, "call her");
    workbook.batch("user", () => notes.enter(0, 0, 1));
    await quiet();
    expect(workspace.state().changed).toBe(false);
    // The last column of the data does.
    change(workbook, 1, 3, 1);
    await told(workspace);
  });

  test("while it is being read is told as well", async () => {
    const workbook = await workbookWith(ORDERS);
    const workspace = await pane();
    const stop = workspace.subscribe(() => {
      if (workspace.state().working?.kind !== "reading") return;
      stop();
      change(workbook, 2, 2, 1);
    });
    await workspace.openBest();
    await told(workspace);
  });
});
