import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  watchSelection,
  type CustomerRows,
  type PickedRow,
  type SelectionWatch,
} from "../../src/excel/watch-selection";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { areaOf } from "../../src/workbench/workbook/area";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode;
let workbook: Workbook;
let data: Sheet;
let told: (PickedRow | null)[];
let places: readonly CustomerRows[];
let watch: SelectionWatch;

/** Waits that are over when the test says so, to see what is told in between. */
let waiting: (() => void)[];
const pause = (milliseconds: number) =>
  milliseconds > 200 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve));

async function start(
  rows: readonly (readonly (string | number | null)[])[],
  where: Partial<CustomerRows> = {},
  options: Omit<Parameters<typeof startOfficeInNode>[0], "workbook"> = {},
): Promise<void> {
  workbook = new Workbook();
  data = workbook.activeSheet;
  data.enterArea({ top: 0, left: 0, bottom: rows.length - 1, right: rows[0]!.length - 1 }, rows);
  workbook.addSheet("Notes").enter(0, 0, "Customer");
  workbook.activeSheet = data;
  office = await startOfficeInNode({ workbook, ...options });
  places = [{ sheet: data.id, table: null, headerRow: 0, header: "Customer", ...where }];
  const started = await watchSelection(
    () => places,
    (picked) => told.push(picked),
    pause,
  );
  if (!started.ok) throw new Error("refused");
  watch = started.value;
}

beforeEach(() => {
  told = [];
  waiting = [];
});
afterEach(() => office.stop());

/** Picks cells as an analyst does, and lets time pass until nothing more happens. */
async function pick(address: string, sheet = data): Promise<PickedRow | null | undefined> {
  workbook.selection = { sheet, areas: [areaOf(address)!] };
  await quiet();
  return told.at(-1);
}

async function quiet(): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await new Promise((done) => setTimeout(done, 1));
    for (const go of waiting.splice(0)) go();
  }
}

const ORDERS = [
  ["Order", "Customer", "Amount"],
  ["1", "C001", 12],
  ["2", 77, 30],
  ["3", null, 5],
] as const;

describe("a row that is picked", () => {
  test("tells its customer, text or number; headers, blanks and cells beside tell none", async () => {
    await start(ORDERS);
    expect(await pick("C2")).toEqual({ sheet: data.id, row: 2, customer: "C001" });
    expect(await pick("A3:C4")).toEqual({ sheet: data.id, row: 3, customer: 77 });
    expect(await pick("3:3")).toMatchObject({ customer: 77 });
    for (const address of ["B4", "A1", "A9", "B:B"]) expect(await pick(address)).toBeNull();
  });

  test("costs one sync, and none on a sheet that names no customers", async () => {
    await start(ORDERS);
    expect((await office.meter.run(() => pick("C2"))).figures.syncs).toBe(1);
    const elsewhere = await office.meter.run(() => pick("A1", workbook.sheet("Notes")!));
    expect(elsewhere).toMatchObject({ result: null, figures: { syncs: 0 } });
  });

  test("is looked at once the selection rests", async () => {
    await start(ORDERS);
    const { figures } = await office.meter.run(async () => {
      for (const address of ["A2", "A3", "A2", "A3"]) {
        workbook.selection = { sheet: data, areas: [areaOf(address)!] };
        await new Promise((done) => setTimeout(done, 1));
      }
      await quiet();
    });
    expect(told).toEqual([{ sheet: data.id, row: 3, customer: 77 }]);
    expect(figures.syncs).toBe(1);
  });

  test("tells nothing while the pane is busy, and after it has stopped", async () => {
    await start(ORDERS);
    const before = places;
    places = [];
    expect((await office.meter.run(() => pick("C2"))).figures.syncs).toBe(0);
    places = before;
    await watch.stop();
    await pick("C3");
    await watch.stop();
    expect(told).toEqual([]);
  });
});

describe("the column of the customers", () => {
  test("is found by its header, wherever it has gone", async () => {
    await start(ORDERS);
    data.insertCells({ top: 0, left: 0, bottom: 1_048_575, right: 0 }, "right");
    expect(await pick("D2")).toMatchObject({ customer: "C001" });
    data.insertCells({ top: 0, left: 0, bottom: 4, right: 16_383 }, "down");
    expect(await pick("D7")).toMatchObject({ row: 7, customer: "C001" });
    expect(await pick("D6")).toBeNull();
    data.enter(5, 2, "Client");
    expect(await pick("D7")).toBeNull();
  });

  test("has the name that was read: one of two, a letter, in one line", async () => {
    await start(
      [
        ["Name", "Name", null, "Full\nname "],
        ["a", "b", "c", "d"],
      ],
      { header: "Name (2)" },
    );
    expect(await pick("A2")).toMatchObject({ customer: "b" });
    for (const [header, customer] of [
      ["C", "c"],
      ["Full name", "d"],
      [null, "a"],
    ] as const) {
      places = places.map((place) => ({ ...place, header }));
      expect(await pick("B2")).toMatchObject({ customer });
      await pick("A1");
    }
  });

  test("stands above the others where its header is merged over two rows", async () => {
    await start(
      [
        ["Customer", "2024", null],
        [null, "Q1", "Q2"],
        ["C001", 1, 2],
      ],
      { headerRow: 1 },
    );
    expect(await pick("B3")).toMatchObject({ customer: "C001" });
  });

  test("of a table is in its body", async () => {
    await start([...ORDERS, [null, null, null], ["x", "y", "z"]]);
    await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getFirst().tables.add("A1:C4", true);
      table.name = "Orders";
      table.showTotals = true;
      await context.sync();
    });
    places = places.map((place) => ({ ...place, table: "Orders" }));
    expect(await pick("A3")).toMatchObject({ customer: 77 });
    for (const address of ["A1", "A5", "A6"]) expect(await pick(address)).toBeNull();
    places = places.map((place) => ({ ...place, table: "Gone" }));
    const before = told.length;
    await pick("A3");
    expect(told.slice(before).every((picked) => picked === null)).toBe(true);
  });
});

describe("in every Excel", () => {
  test.each(["web", "microsoft365-mac", "ltsc-2021", "floor"] as const)("%s", async (profile) => {
    await start(ORDERS, {}, { profile });
    expect(await pick("C2")).toMatchObject({ customer: "C001" });
    await watch.stop();
  });

  test("where it fails, nothing is told, and the next change is", async () => {
    await start(ORDERS);
    for (const fault of ["throttled", "cell-edit", "session-lost"] as const) {
      office.host.faults = [{ on: 1, fault }];
      const before = told.length;
      await pick("C2");
      expect(told).toHaveLength(before);
      office.host.faults = [];
      expect(await pick("C3")).toMatchObject({ customer: 77 });
      await pick("A1");
    }
  });

  test("a busy Excel is listened to a moment later", async () => {
    workbook = new Workbook();
    office = await startOfficeInNode({ workbook });
    office.host.faults = [{ on: 1, fault: "throttled" }];
    const started = await watchSelection(
      () => [],
      () => {},
      async () => {},
    );
    expect(started.ok).toBe(true);
    office.host.faults = [{ on: 1, fault: "session-lost" }];
    expect(
      await watchSelection(
        () => [],
        () => {},
        async () => {},
      ),
    ).toMatchObject({
      ok: false,
      troubles: [{ code: "excel-session-lost" }],
    });
  });
});
