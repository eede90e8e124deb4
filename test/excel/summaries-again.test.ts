import { afterEach, describe, expect, test } from "vitest";
import type { Table } from "../../src/core/ledger/cells";
import { cellAt } from "../../src/core/ledger/cells";
import type { Policy } from "../../src/core/policy/policy";
import { defaultPolicy } from "../../src/core/policy/templates";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import type { Choices } from "../../taskpane/classifier/protocol";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { addChart } from "../../src/workbench/workbook/chart-source";
import { addPivot } from "../../src/workbench/workbook/pivot-edit";
import { Refusal } from "../../src/workbench/workbook/refusal";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { deleteSlicer, selectItems, slicerEntries } from "../../src/workbench/workbook/slicer-edit";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { fillWith, planFrom } from "./summarised-run";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());
const noPause = async () => {};

const sample = () => sampleOrders({ language: "en", rows: 300 });

type Begin = Parameters<typeof startOfficeInNode>[0];

/** A workbook with orders that have been summarised once. */
async function summarised(table: Table = sample(), choices: Partial<Choices> = {}, options: Begin = {}) {
  office?.stop();
  const workbook = new Workbook();
  office = await startOfficeInNode({ workbook, ...options });
  const orders = workbook.activeSheet;
  fillWith(orders, table);
  const told = await run(orders, choices);
  return { workbook, orders, told, run: (more: Partial<Choices> = choices) => run(orders, more) };
}

/** Classifies again and writes; what is told of it. */
async function run(orders: Sheet, choices: Partial<Choices> = {}) {
  const { plan } = await planFrom(orders, choices);
  const written = await writeTiered(plan, {}, noPause);
  if (!written.ok) throw new Error(JSON.stringify(written.troubles));
  return written.value.told;
}

function sheetNamed(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The lines of a PivotTable: label, and the count of customers. */
function linesOf(pivots: Sheet, name: string) {
  const pivot = pivots.pivotTables.find((one) => one.name === `Tiersheet tier-${name}`);
  if (!pivot) throw new Error(`no pivot ${name}`);
  const { top, left, bottom } = pivot.body;
  return Array.from({ length: bottom - top }, (_, r) => ({
    label: String(pivots.value(top + 1 + r, left)),
    customers: pivots.value(top + 1 + r, left + 1),
    revenue: Math.round(Number(pivots.value(top + 1 + r, left + 2)) * 100),
  }));
}

const totalOf = (pivots: Sheet, name: string) => linesOf(pivots, name).at(-1);

const pivotNames = (pivots: Sheet) =>
  pivots.pivotTables.map(({ name }) => name.replace("Tiersheet tier-", ""));

/** The cells under a header of the customers' table. */
function customersColumn(workbook: Workbook, header: string): unknown[] {
  const sheet = sheetNamed(workbook, "Customers");
  const { bottom = 0, right = 0 } = sheet.usedArea(true) ?? {};
  const at = Array.from({ length: right + 1 }, (_, c) => sheet.value(0, c)).indexOf(header);
  return Array.from({ length: bottom }, (_, r) => sheet.value(r + 1, at));
}

function columnOf(orders: Sheet, header: string): number {
  return Array.from({ length: 12 }, (_, c) => orders.value(0, c)).indexOf(header);
}

describe("customers who are gone", () => {
  for (const profile of ["web", "floor"] as const) {
    test(`are counted nowhere, though the analyst's notes keep their rows (${profile})`, async () => {
      const { workbook, orders, run: again } = await summarised(sample(), {}, { profile });
      const customers = sheetNamed(workbook, "Customers");
      const { right = 0 } = customers.usedArea(true) ?? {};
      customers.enter(0, right + 1, "My notes");
      customers.enter(1, right + 1, "call");
      const client = columnOf(orders, "Customer");
      const names = customersColumn(workbook, "Customer").slice(0, 6);
      const { bottom = 0 } = orders.usedArea(true) ?? {};
      for (let row = 1; row <= bottom; row++)
        if (names.includes(orders.value(row, client))) orders.enter(row, client, "Newcomer");
      const told = await again();
      const gone = Number(told.find(({ code }) => code === "excel-customers-gone")?.params?.["count"]);
      expect(gone).toBeGreaterThan(3);
      const tiers = customersColumn(workbook, "Tier").filter((tier) => tier !== null);
      expect(tiers.length).toBe(customersColumn(workbook, "Customer").length - gone);
      const revenue = customersColumn(workbook, "Monetary").reduce<number>(
        (sum, money) => sum + Math.round(Number(money ?? 0) * 100),
        0,
      );
      const pivots = sheetNamed(workbook, "Pivots");
      expect(pivotNames(pivots).length).toBeGreaterThan(2);
      // Without it a choice in a slicer would take the place of the filter that leaves out lines of nobody.
      for (const { options } of pivots.pivotTables)
        expect(options.allowMultipleFiltersPerField).toBe(profile === "web");
      for (const name of pivotNames(pivots)) {
        expect([name, totalOf(pivots, name)]).toEqual([
          name,
          { label: "Grand Total", customers: tiers.length, revenue },
        ]);
        const lines = linesOf(pivots, name).slice(0, -1);
        // No customer is in a line without a tier; where Excel has filters, there is none.
        const blank = lines.findIndex(({ label }) => label === "(blank)");
        if (profile === "web" && name === "stage") expect(blank).toBe(-1);
        for (const { label, customers: count } of lines) if (count === null) expect(label).toBe("(blank)");
        if (profile === "web") expect(lines.every(({ customers: count }) => Number(count) > 0)).toBe(true);
      }
    });
  }
});

test("PivotTables count customers whatever few columns are chosen, and when others are", async () => {
  const { workbook, run: again } = await summarised(sample(), { columns: ["tier", "stage"] });
  const pivots = () => sheetNamed(workbook, "Pivots");
  const count = customersColumn(workbook, "Customer").length;
  const totals = () => pivotNames(pivots()).map((name) => totalOf(pivots(), name)?.customers);
  expect(new Set(totals())).toEqual(new Set([count]));
  for (const columns of [["tier", "stage", "abc"], ["tier", "stage", "frequency"], null]) {
    await again({ columns });
    expect([columns, new Set(totals())]).toEqual([columns, new Set([count])]);
  }
});

describe("a PivotTable that finds no room", () => {
  test("is told by its name and keeps its numbers; the others have theirs, and it follows once there is room", async () => {
    const { workbook, orders, run: again } = await summarised({ ...sample(), rowCount: 60 });
    const pivots = sheetNamed(workbook, "Pivots");
    const before = pivotNames(pivots).map((name) => [name, totalOf(pivots, name)] as const);
    const first = pivots.pivotTables.find(({ name }) => name === "Tiersheet tier-stage");
    const note = { row: (first?.body.bottom ?? 0) + 1, column: first?.body.left ?? 0 };
    pivots.enter(note.row, note.column, "my note");
    fillWith(orders, sample());
    const told = await again();
    expect(told).toEqual([
      {
        code: "excel-pivot-stale.in-the-way",
        params: { pivot: "Tier × Stage", sheet: "Pivots", problem: "PivotTableRangeConflict" },
      },
    ]);
    expect(pivots.value(note.row, note.column)).toBe("my note");
    const count = customersColumn(workbook, "Customer").length;
    for (const [name, total] of before) {
      if (name === "stage") expect(totalOf(pivots, name)).toEqual(total);
      else expect([name, totalOf(pivots, name)?.customers]).toEqual([name, count]);
    }
    expect(pivots.slicers).toHaveLength(2 * before.length);
    const ids = [...pivots.pivotTables, ...pivots.slicers].map(({ id }) => id);
    pivots.enter(note.row, note.column, "");
    expect(await again()).toEqual([]);
    expect(totalOf(pivots, "stage")?.customers).toBe(count);
    expect([...pivots.pivotTables, ...pivots.slicers].map(({ id }) => id)).toEqual(ids);
  });

  test("when it is first made is told too, and comes with the next run", async () => {
    const { workbook, run: again } = await summarised();
    const pivots = sheetNamed(workbook, "Pivots");
    const segment = pivots.pivotTables.find(({ name }) => name === "Tiersheet tier-segment");
    const { top = 0, left = 0 } = segment?.body ?? {};
    const all = pivots.pivotTables.length;
    await office?.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Pivots");
      sheet.pivotTables.getItem("Tiersheet tier-segment").delete();
      await context.sync();
    });
    pivots.enter(top, left, "mine");
    const told = await again();
    expect(told.map(({ code, params }) => [code, params?.["pivot"]])).toEqual([
      ["excel-pivot-not-made.in-the-way", "Tier × Segment"],
    ]);
    expect(pivots.pivotTables).toHaveLength(all - 1);
    expect(pivots.value(top, left)).toBe("mine");
    pivots.enter(top, left, "");
    expect(await again()).toEqual([]);
    expect(new Set(pivots.slicers.map(({ name }) => name)).size).toBe(2 * all);
    expect(pivots.pivotTables).toHaveLength(all);
  });
});

describe("charts, PivotTables and slicers of the analyst's", () => {
  test("stay on our sheets even where they are called as ours begin", async () => {
    const { workbook, run: again } = await summarised();
    const [customers, summary, pivots] = ["Customers", "Summary", "Pivots"].map((name) =>
      sheetNamed(workbook, name),
    );
    if (!customers || !summary || !pivots) throw new Error("no sheets");
    const cells = { sheet: summary, area: { top: 0, bottom: 5, left: 10, right: 10 } };
    const chart = addChart(summary, "Line", cells, "Columns");
    chart.name = "Tiersheet for the board";
    const [table] = customers.tables;
    if (!table) throw new Error("no table");
    const pivot = addPivot(pivots, "Tiersheet tier-mine", { table }, { row: 120, column: 80 });
    if (pivot instanceof Refusal) throw new Error(pivot.message);
    const there = () => [summary.charts.includes(chart), pivots.pivotTables.includes(pivot)];
    expect(await again()).toEqual([]);
    expect(there()).toEqual([true, true]);
    const back = await takeBack({ anyway: true }, noPause);
    expect(back).toMatchObject({ value: { kept: ["Summary", "Pivots"] } });
    expect(there()).toEqual([true, true]);
    for (const sheet of [summary, pivots])
      expect(sheet.charts.length + sheet.pivotTables.length + sheet.slicers.length).toBe(1);
  });

  test("that look at our cells are told, called as ours or not, wherever they stand", async () => {
    const { workbook } = await summarised();
    const mine = workbook.addSheet("Mine");
    const cells = { sheet: sheetNamed(workbook, "Summary"), area: { top: 5, bottom: 9, left: 1, right: 1 } };
    addChart(mine, "Line", cells, "Columns").name = "Tiersheet tiers";
    expect(await takeBack({}, noPause)).toMatchObject({
      troubles: [{ code: "excel-refers-to-ours", params: { count: 1, places: ["Mine: Tiersheet tiers"] } }],
    });
  });
});

describe("slicers", () => {
  /** The sample with a second attribute. */
  function twoRegions(name = "Region 2"): Table {
    const table = sample();
    const region = table.columns.find(({ header }) => header === "Region");
    if (!region) throw new Error("no region");
    const swapped = Array.from({ length: table.rowCount }, (_, row) => cellAt(region.cells, row)).map(
      (cell) => (cell === "North" ? "N" : cell),
    );
    return { ...table, columns: [...table.columns, { header: name, cells: swapped }] };
  }
  const named = (pivots: Sheet, name: string) => pivots.slicers.find((one) => one.name === name);

  test("of attributes whose names begin alike are told apart", async () => {
    const { workbook, run: again } = await summarised(twoRegions());
    const pivots = sheetNamed(workbook, "Pivots");
    expect(pivotNames(pivots)).toEqual(
      expect.arrayContaining(["attribute:Region", "attribute:Region 2"]) as unknown,
    );
    const all = pivots.slicers.map(({ name }) => name).sort();
    const lost = named(pivots, "Tiersheet tier-attribute:Region 2");
    if (!lost) throw new Error("no slicer");
    deleteSlicer(lost);
    expect(await again()).toEqual([]);
    expect(pivots.slicers.map(({ name }) => name).sort()).toEqual(all);
    // One that is made anew leaves the slicers of the other.
    const ids = ["1", "2"].map((at) => named(pivots, `Tiersheet tier-attribute:Region 2 ${at}`)?.id);
    await office?.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Pivots");
      const pivot = sheet.pivotTables.getItem("Tiersheet tier-attribute:Region");
      pivot.rowHierarchies.remove(pivot.rowHierarchies.getItem("Region"));
      await context.sync();
    });
    expect(await again()).toEqual([]);
    expect(pivots.slicers.map(({ name }) => name).sort()).toEqual(all);
    expect(["1", "2"].map((at) => named(pivots, `Tiersheet tier-attribute:Region 2 ${at}`)?.id)).toEqual(ids);
    const fields = pivots.slicers.map(({ name, source }) => ["field" in source && source.field, name]);
    expect(fields).toContainEqual(["Region", "Tiersheet tier-attribute:Region 2"]);
    expect(fields).toContainEqual(["Region 2", "Tiersheet tier-attribute:Region 2 2"]);
  });

  test("of attributes whose names differ in case alone have their own names", async () => {
    const { workbook, told, run: again } = await summarised(twoRegions("REGION"));
    expect(told).toEqual([]);
    const pivots = sheetNamed(workbook, "Pivots");
    const names = pivotNames(pivots).filter((name) => /region/i.test(name));
    expect(names).toHaveLength(2);
    const ids = [...pivots.pivotTables, ...pivots.slicers].map(({ id }) => id);
    expect(await again()).toEqual([]);
    expect([...pivots.pivotTables, ...pivots.slicers].map(({ id }) => id)).toEqual(ids);
    expect(new Set(pivots.slicers.map(({ name }) => name.toLowerCase())).size).toBe(
      2 * pivots.pivotTables.length,
    );
  });

  test("whose names others have in the workbook get others, are known again, and go with all", async () => {
    const { workbook, run: again } = await summarised();
    const pivots = sheetNamed(workbook, "Pivots");
    const one = named(pivots, "Tiersheet tier-stage 1");
    if (!one) throw new Error("no slicer");
    const mine = workbook.addSheet("Copy");
    deleteSlicer(one);
    mine.slicers.push({ ...one, sheet: mine });
    await again();
    const ids = () => pivots.slicers.map(({ id }) => id);
    expect(named(pivots, "Tiersheet tier-stage 1 (2)")).toBeDefined();
    const before = ids();
    await again();
    expect(ids()).toEqual(before);
  });
});

describe("what was chosen in slicers", () => {
  const TIERS: Policy = {
    ...defaultPolicy,
    tiers: {
      list: [
        ["vip", "VIP", "尊享"],
        ["regular", "Regular", "优选"],
        ["potential", "Potential", "新客"],
      ].map(([id = "", en = "", zh = ""]) => ({ id, label: { en, zh } })),
      by: {
        kind: "rules",
        rules: [
          { tier: "vip", when: { segment: ["champions"] } },
          { tier: "regular", when: { stage: ["mature", "growing", "new"] } },
        ],
        rest: "potential",
      },
    },
  };
  const slicer = (pivots: Sheet, name: string) => {
    const found = pivots.slicers.find((one) => one.name === `Tiersheet tier-${name}`);
    if (!found) throw new Error(`no slicer ${name}`);
    return found;
  };
  const tiersIn = (pivots: Sheet, labels: readonly string[]) =>
    linesOf(pivots, "stage")
      .map(({ label }) => label)
      .filter((label) => labels.includes(label));

  test("goes with the tiers of another policy, which stand in its order, without dead items", async () => {
    const { workbook, run: again } = await summarised();
    const pivots = sheetNamed(workbook, "Pivots");
    expect(selectItems(slicer(pivots, "stage 1"), ["B"])).toBeUndefined();
    expect(tiersIn(pivots, ["A", "B", "C", "D", "E"])).toEqual(["B"]);
    expect(await again({ policy: TIERS })).toEqual([]);
    const labels = ["VIP", "Regular", "Potential"];
    const there = labels.filter((label) => customersColumn(workbook, "Tier").includes(label));
    expect(there.length).toBeGreaterThan(1);
    for (const name of pivotNames(pivots)) {
      const lines = linesOf(pivots, name);
      expect([name, lines.map(({ label }) => label).filter((label) => labels.includes(label))]).toEqual([
        name,
        there,
      ]);
      expect(lines.at(-1)?.customers).toBe(customersColumn(workbook, "Customer").length);
      expect(slicerEntries(slicer(pivots, `${name} 1`)).map(({ name: one }) => one)).toEqual(there);
    }
    // And back.
    expect(await again({})).toEqual([]);
    const back = tiersIn(pivots, ["A", "B", "C", "D", "E"]);
    expect(back).toEqual([...back].sort());
    expect(back.length).toBeGreaterThan(2);
  });

  test("stays while it occurs", async () => {
    const { workbook, run: again } = await summarised();
    const pivots = sheetNamed(workbook, "Pivots");
    selectItems(slicer(pivots, "stage 1"), ["A", "B"]);
    const seen = tiersIn(pivots, ["A", "B", "C", "D", "E"]);
    expect(await again()).toEqual([]);
    expect(tiersIn(pivots, ["A", "B", "C", "D", "E"])).toEqual(seen);
  });

  test("is not needed for the order of tiers to be the policy's, once a second tier occurs", async () => {
    const { list } = TIERS.tiers;
    const vips = { tier: "vip", when: { stage: ["prospect"] } } as const;
    const alone: Policy = { ...TIERS, tiers: { list, by: { kind: "rules", rules: [vips], rest: "vip" } } };
    const { workbook, run: again } = await summarised(sample(), { policy: alone });
    const pivots = sheetNamed(workbook, "Pivots");
    const ids = pivots.pivotTables.map(({ id }) => id);
    const labels = list.map(({ label }) => label.en);
    expect(tiersIn(pivots, labels)).toEqual(["VIP"]);
    expect(await again({ policy: TIERS })).toEqual([]);
    expect(pivots.pivotTables.map(({ id }) => id)).toEqual(ids);
    const there = labels.filter((label) => customersColumn(workbook, "Tier").includes(label));
    expect(there.length).toBeGreaterThan(1);
    expect(tiersIn(pivots, labels)).toEqual(there);
  });

  test("that no customer has any more no longer empties its PivotTable, and leaves what was chosen in others", async () => {
    const { workbook, orders, run: again } = await summarised();
    const pivots = sheetNamed(workbook, "Pivots");
    const region = slicerEntries(slicer(pivots, "attribute:Region 2"))[0]?.name ?? "";
    selectItems(slicer(pivots, "attribute:Region 2"), [region]);
    selectItems(slicer(pivots, "segment 1"), ["A"]);
    const at = columnOf(orders, "Region");
    const { bottom = 0 } = orders.usedArea(true) ?? {};
    for (let row = 1; row <= bottom; row++)
      if (orders.value(row, at) === region) orders.enter(row, at, "South");
    await again();
    expect(totalOf(pivots, "attribute:Region")?.customers).toBe(customersColumn(workbook, "Customer").length);
    expect(linesOf(pivots, "segment")[0]?.label).toBe("A");
    expect(slicerEntries(slicer(pivots, "segment 1")).filter(({ selected }) => selected)).toHaveLength(1);
  });
});

describe("how charts and conditional formats look", () => {
  test("bars in the colours of their tiers, the first on top; shares of all from 0 to 1", async () => {
    const { workbook } = await summarised();
    const charts = workbook.sheets.flatMap((sheet) => sheet.charts);
    const axes = (type: "Category" | "Value", kind: string) =>
      charts
        .filter(({ chartType }) => chartType === kind)
        .flatMap((chart) => chart.axes.filter((axis) => axis.type === type && axis.group === "Primary"));
    const bars = axes("Category", "BarClustered");
    expect(bars.length).toBeGreaterThan(0);
    for (const { options } of bars) expect(options["reversePlotOrder"]).toBe(true);
    const columns = axes("Category", "ColumnClustered").concat(axes("Category", "ColumnStacked"));
    for (const { options } of columns) expect(options["reversePlotOrder"] ?? false).toBe(false);
    const scatters = [
      ...axes("Category", "XYScatterLinesNoMarkers"),
      ...axes("Value", "XYScatterLinesNoMarkers"),
    ];
    expect(scatters.length).toBeGreaterThan(1);
    for (const { options } of scatters) expect([options["minimum"], options["maximum"]]).toEqual([0, 1]);
    const { plan } = await planFrom(workbook.sheets[0]!);
    const planned = plan.sheets.flatMap(({ dressing }) => dressing?.charts ?? []);
    const coloured = planned.filter(({ series }) => series.some(({ pointColours }) => pointColours));
    expect(coloured.length).toBeGreaterThan(0);
    for (const { name, series } of coloured) {
      const drawn = charts.find((chart) => chart.name === name);
      series.forEach(({ pointColours }, s) => {
        const points = drawn?.series[s]?.points;
        expect(points && [...points].map(([at, { fill }]) => [at, fill])).toEqual(
          pointColours?.map((colour, at) => [at, colour]),
        );
      });
    }
  });

  test("bars of the analyst's in another colour stay beside ours, which are not doubled", async () => {
    const { workbook, run: again } = await summarised();
    await office?.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Customers");
      const headers = sheet.tables.getItemAt(0).getHeaderRowRange();
      headers.load("values");
      await context.sync();
      const at = (headers.values[0] ?? []).indexOf("Monetary");
      const mine = sheet.tables.getItemAt(0).columns.getItemAt(at).getDataBodyRange();
      mine.conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor = "#ABCDEF";
      await context.sync();
    });
    const colours = () =>
      sheetNamed(workbook, "Customers")
        .conditionalFormats.flatMap(({ rule }) => (rule.type === "DataBar" ? [rule.positive.fillColor] : []))
        .sort();
    const before = colours();
    expect(before).toContain("#ABCDEF");
    expect(before).toHaveLength(3);
    await again();
    expect(colours()).toEqual(before);
  });
});
