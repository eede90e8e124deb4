import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { classify } from "../../src/core/classify";
import type { Language } from "../../src/core/language/language";
import { say } from "../../src/core/language/message";
import type { Table } from "../../src/core/ledger/cells";
import { defaultPolicy, templates } from "../../src/core/policy/templates";
import { summarisedReport } from "../../src/core/report/summarised-report";
import { needsTierOrder, orderedTierLabels } from "../../src/core/report/tier-order";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { tierLabel } from "../../src/core/tiers/labels";
import type { TieredPlan } from "../../src/excel/new-sheet";
import { takeBack } from "../../src/excel/take-back";
import { writeTiered } from "../../src/excel/write-tiered";
import { referred } from "../../src/files/cell-ranges";
import { layoutOf } from "../../src/files/sheet-layout";
import type { Choices } from "../../taskpane/classifier/protocol";
import type { Fault } from "../../src/workbench/host/faults";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { addChart } from "../../src/workbench/workbook/chart-source";
import { addPivot } from "../../src/workbench/workbook/pivot-edit";
import { addTable, resizeTable } from "../../src/workbench/workbook/table-edit";
import { Refusal } from "../../src/workbench/workbook/refusal";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { HEADERS, messyOrders } from "../core/random-orders";
import { tableOfRows } from "../tables";
import { contents } from "./planned";
import { fillWith, planFrom } from "./summarised-run";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

const noPause = async () => {};
const cents = (money: unknown) => Math.round(Number(money ?? 0) * 100);

async function withOrders(table: Table, options: Parameters<typeof startOfficeInNode>[0] = {}) {
  office?.stop();
  const workbook = new Workbook();
  office = await startOfficeInNode({ workbook, ...options });
  fillWith(workbook.activeSheet, table);
  return { workbook, office, orders: workbook.activeSheet };
}

async function write(plan: TieredPlan) {
  const written = await writeTiered(plan, {}, noPause);
  if (!written.ok) throw new Error(JSON.stringify(written.troubles));
  return written.value;
}

async function summarised(
  table: Table,
  { choices = {}, language = "en", ...options }: SummarisedOptions = {},
) {
  const begun = await withOrders(table, options);
  const { plan } = await planFrom(begun.orders, choices, language);
  return { ...begun, plan, tiered: await write(plan) };
}

type SummarisedOptions = Parameters<typeof startOfficeInNode>[0] & {
  readonly choices?: Partial<Choices>;
  readonly language?: Language;
};

const sample = (language: Language = "en", rows = 600) => sampleOrders({ language, rows });

function sheetOf(
  workbook: Workbook,
  code: "sheet.summary" | "sheet.pivots" | "sheet.customers",
  language: Language = "en",
) {
  const sheet = workbook.sheet(say({ code }, language));
  if (!sheet) throw new Error(`no ${code}`);
  return sheet;
}

/** The rows of a sheet whose first row has the headers. */
function rowsOf(sheet: Sheet): readonly Readonly<Record<string, unknown>>[] {
  const { bottom = 0, right = 0 } = sheet.usedArea(true) ?? {};
  const headers = Array.from({ length: right + 1 }, (_, c) => String(sheet.value(0, c)));
  return Array.from({ length: bottom }, (_, r) =>
    Object.fromEntries(headers.map((header, c) => [header, sheet.value(r + 1, c)])),
  );
}

/** What stands on a sheet besides cells, so that it can be compared. */
function things(workbook: Workbook) {
  return workbook.sheets.map(
    ({ name, charts, pivotTables, slicers, conditionalFormats, merges, pageLayout }) => ({
      name,
      charts: charts.map((chart) => [
        chart.name,
        chart.chartType,
        chart.series.map(({ values, categories }) => [
          values?.sheet.name,
          values?.area,
          categories?.sheet.name,
          categories?.area,
        ]),
      ]),
      pivots: pivotTables.map((pivot) => [pivot.name, pivot.body]),
      slicers: slicers.map((slicer) => slicer.name),
      formats: conditionalFormats.length,
      merges: [...merges].length,
      pageLayout,
    }),
  );
}

/** The lines of a PivotTable: the items of a line's fields joined, and its values. */
function linesOf(sheet: Sheet, name: string, tiers: ReadonlySet<string>) {
  const pivot = sheet.pivotTables.find((one) => one.name === name);
  if (!pivot) throw new Error(`no pivot ${name}`);
  const { top, left, bottom, right } = pivot.body;
  const captions = Array.from({ length: right - left }, (_, c) =>
    String(sheet.value(top, left + 1 + c)).trim(),
  );
  let tier = "";
  return Array.from({ length: bottom - top }, (_, r) => {
    const label = String(sheet.value(top + 1 + r, left));
    const total = r === bottom - top - 1;
    if (!total && tiers.has(label)) tier = label;
    const values = captions.map((caption, c) => [caption, sheet.value(top + 1 + r, left + 1 + c)] as const);
    return {
      label: total ? "" : label,
      key: total ? "" : label === tier ? tier : `${tier}/${label}`,
      values: Object.fromEntries(values),
    };
  });
}

describe("numbers in Excel", () => {
  test("the Summary's cells are those of the file, in both languages", async () => {
    for (const language of ["en", "zh"] as const) {
      const table = sample(language);
      const { workbook } = await summarised(table, { language });
      const result = classify(table, defaultPolicy);
      if (!result.ok) throw new Error("refused");
      const [page] = layoutOf(summarisedReport(result.value, language, { live: true }));
      const sheet = sheetOf(workbook, "sheet.summary", language);
      for (const block of page?.blocks ?? []) {
        if (block.kind === "heading") {
          expect(sheet.value(block.row, block.column)).toBe(block.heading.text);
          continue;
        }
        block.columns.forEach(({ values }, c) => {
          const at = block.at[c] ?? 0;
          expect(sheet.value(block.row, at)).toBe(block.headers[c] === "" ? null : block.headers[c]);
          for (let row = 0; row < block.count; row++) {
            const value = values[block.from + row] ?? null;
            expect([block.name, row, c, sheet.value(block.row + 1 + row, at)]).toEqual([
              block.name,
              row,
              c,
              value === "" ? null : value,
            ]);
          }
        });
      }
    }
  });

  test("PivotTables say what the customers' rows add up to, to the cent, in the policy's order of tiers", async () => {
    await fc.assert(
      fc.asyncProperty(messyOrders, fc.constantFrom(...templates), async (rows, policy) => {
        const { workbook } = await summarised(tableOfRows(HEADERS, rows), { choices: { policy } });
        const customers = rowsOf(sheetOf(workbook, "sheet.customers"));
        const numbered = needsTierOrder(policy);
        const key = numbered ? "Tier in order" : "Tier";
        const order = numbered
          ? orderedTierLabels(policy, "en")
          : [...policy.tiers.list.map(({ id }) => id), null].map((id) => tierLabel(id, policy, "en"));
        const sheet = sheetOf(workbook, "sheet.pivots");
        expect(sheet.pivotTables.map(({ name }) => name)).toEqual(
          expect.arrayContaining(["Tiersheet tier-stage", "Tiersheet tier-segment"]),
        );
        const money = customers.reduce((sum, one) => sum + cents(one["Monetary"]), 0);
        for (const [name, second] of [
          ["Tiersheet tier-stage", "Stage"],
          ["Tiersheet tier-segment", "Segment"],
        ] as const) {
          const lines = linesOf(sheet, name, new Set(order));
          const told = lines
            .filter(({ key: one }) => one !== "" && !one.includes("/"))
            .map(({ label }) => label);
          expect(told).toEqual(order.filter((label) => customers.some((one) => one[key] === label)));
          for (const { key: line, values } of lines) {
            const [tier, item] = line.split("/");
            const own = customers.filter(
              (one) =>
                (line === "" || one[key] === tier) &&
                (item === undefined || String(one[second] ?? "(blank)") === item),
            );
            const sum = own.reduce((all, one) => all + cents(one["Monetary"]), 0);
            expect([name, line, values["Customers"]]).toEqual([name, line, own.length]);
            expect([name, line, cents(values["Revenue"])]).toEqual([name, line, sum]);
            expect(cents(values["Revenue at risk"])).toBe(
              own.reduce((all, one) => all + cents(one["Revenue at risk"]), 0),
            );
            if (money !== 0) expect(Number(values["Share of revenue"])).toBeCloseTo(sum / money, 10);
          }
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  test("charts stand on the cells that they are about", async () => {
    const table = sample();
    const { workbook } = await summarised(table);
    const result = classify(table, defaultPolicy);
    if (!result.ok) throw new Error("refused");
    const pages = layoutOf(summarisedReport(result.value, "en", { live: true }));
    const charts = pages[0]?.charts ?? [];
    expect(charts.length).toBeGreaterThan(3);
    const sheet = sheetOf(workbook, "sheet.summary");
    expect(sheet.charts.map(({ name }) => name)).toEqual(charts.map(({ id }) => `Tiersheet ${id}`));
    charts.forEach((chart, i) => {
      const drawn = sheet.charts[i];
      expect(drawn?.title.text).toBe(chart.title);
      expect(drawn?.series.map(({ name }) => name)).toEqual(chart.series.map(({ name }) => name));
      chart.series.forEach((series, s) => {
        for (const [cells, reference] of [
          [drawn?.series[s]?.values, series.values],
          [drawn?.series[s]?.categories, chart.categories],
        ] as const) {
          const { row, column, values } = referred(pages, reference);
          expect(cells?.sheet.name).toBe("Summary");
          expect(cells?.area).toEqual({
            top: row,
            bottom: row + values.length - 1,
            left: column,
            right: column,
          });
        }
      });
    });
  });
});

describe("the pages", () => {
  test("are landscape, pivots upright, as wide as a sheet of paper, with a header and page numbers, and end where sections do", async () => {
    const { workbook } = await summarised(sample());
    for (const { name, visibility, pageLayout } of workbook.sheets.slice(1)) {
      if (visibility !== "Visible") continue;
      expect([name, pageLayout]).toMatchObject([
        name,
        // Pivots are longer than wide.
        {
          orientation: name === "Pivots" ? "Portrait" : "Landscape",
          "defaultForAllPages.rightFooter": "&P / &N",
        },
      ]);
    }
    const summary = sheetOf(workbook, "sheet.summary");
    expect(summary.showGridlines).toBe(false);
    expect(summary.pageLayout).toMatchObject({
      zoom: { horizontalFitToPages: 1 },
      "defaultForAllPages.leftHeader": expect.stringMatching(/^Customers as of \d{4}-/) as unknown,
    });
    expect((summary.pageLayout["rowBreaks"] as readonly number[]).length).toBeGreaterThan(1);
    expect(summary.merges.length).toBeGreaterThan(10);
  });

  test("of customers lie side by side where one would be too small to read, each with the customer and the headers", async () => {
    const { workbook, orders } = await summarised(sample());
    const customers = sheetOf(workbook, "sheet.customers");
    const { pageLayout } = customers;
    expect(pageLayout).toMatchObject({
      printOrder: "OverThenDown",
      printTitleRows: { top: 0, bottom: 0 },
      printTitleColumns: { left: 0, right: 0 },
    });
    expect((pageLayout["zoom"] as { readonly scale: number }).scale).toBeGreaterThanOrEqual(55);
    const breaks = pageLayout["columnBreaks"] as readonly number[];
    expect(breaks.length).toBeGreaterThan(0);
    // The analyst's own stay with the next run.
    pageLayout["columnBreaks"] = [3];
    await write((await planFrom(orders)).plan);
    expect(customers.pageLayout["columnBreaks"]).toEqual([3]);
  });

  test("keep how the analyst has set them up", async () => {
    const { workbook, orders } = await summarised(sample());
    const summary = sheetOf(workbook, "sheet.summary");
    Object.assign(summary.pageLayout, { paperSize: "A3", orientation: "Portrait" });
    await write((await planFrom(orders)).plan);
    expect(summary.pageLayout).toMatchObject({ paperSize: "A3", orientation: "Portrait" });
  });
});

describe("a second run", () => {
  test("doubles nothing, and keeps PivotTables that still fit, with what was chosen in them", async () => {
    const { workbook, orders } = await summarised(sample());
    const before = things(workbook);
    const pivots = sheetOf(workbook, "sheet.pivots").pivotTables.map(({ id }) => id);
    const { plan } = await planFrom(orders);
    expect((await write(plan)).told).toEqual([]);
    expect(things(workbook)).toEqual(before);
    expect(sheetOf(workbook, "sheet.pivots").pivotTables.map(({ id }) => id)).toEqual(pivots);
  });

  test("in another language makes PivotTables anew, with that language's captions", async () => {
    const { workbook, orders } = await summarised(sample());
    const { plan } = await planFrom(orders, {}, "zh");
    expect((await write(plan)).told).toEqual([]);
    const pivots = workbook.sheet("Pivots");
    const names = pivots?.pivotTables.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    const { top = 0, left = 0 } = pivots?.pivotTables[0]?.body ?? {};
    expect(String(pivots?.value(top, left + 1)).trim()).toBe("客户数");
    expect(workbook.sheet("Summary")?.charts).toHaveLength(5);
  });

  test("follows an amount that has changed", async () => {
    const { workbook, orders } = await summarised(sample());
    const amount = Array.from({ length: 8 }, (_, c) => orders.value(0, c)).indexOf("Amount");
    orders.enter(1, amount, 1_000_000);
    const { plan } = await planFrom(orders);
    await write(plan);
    const customers = rowsOf(sheetOf(workbook, "sheet.customers"));
    const lines = linesOf(sheetOf(workbook, "sheet.pivots"), "Tiersheet tier-stage", new Set("ABCDE"));
    expect(cents(lines.at(-1)?.values["Revenue"])).toBe(
      customers.reduce((sum, one) => sum + cents(one["Monetary"]), 0),
    );
    expect(cents(lines.at(-1)?.values["Revenue"])).toBeGreaterThan(100_000_000);
  });

  test("that is the first with summaries puts them before the others, and dresses the customers", async () => {
    const { workbook, orders } = await withOrders(sample());
    const { plan } = await planFrom(orders);
    const plain = plan.sheets.filter(({ id }) => id !== "summary" && id !== "pivots");
    await write({ ...plan, sheets: plain.map(({ dressing: _, ...sheet }) => sheet) });
    expect(sheetOf(workbook, "sheet.customers").conditionalFormats).toEqual([]);
    const tiered = await write({ ...plan, beside: null, only: ["summary", "pivots"] });
    expect(tiered.told).toEqual([]);
    expect(workbook.sheets.map(({ name }) => name).slice(0, 5)).toEqual([
      "Sheet1",
      "Summary",
      "Pivots",
      "Tiers",
      "Customers",
    ]);
    expect(sheetOf(workbook, "sheet.customers").conditionalFormats.length).toBeGreaterThan(5);
    expect(sheetOf(workbook, "sheet.pivots").pivotTables.length).toBeGreaterThan(2);
  });

  test("of the summaries alone leaves the other sheets as they are", async () => {
    const { workbook, plan } = await summarised(sample());
    const customers = sheetOf(workbook, "sheet.customers");
    customers.enter(1, 40, "a note");
    const summary = sheetOf(workbook, "sheet.summary");
    summary.enter(0, 0, "spoiled");
    const before = things(workbook);
    const written = await write({ ...plan, beside: null, only: ["summary", "pivots"] });
    expect(written.told).toEqual([]);
    expect(summary.value(0, 0)).not.toBe("spoiled");
    expect(customers.value(1, 40)).toBe("a note");
    expect(workbook.sheets.map(({ name }) => name)).toContain("Snapshot");
    expect(things(workbook)).toEqual(before);
  });
});

/** A chart and a PivotTable of the analyst's. */
function addOwn(on: Sheet, customers: Sheet, row: number) {
  const chart = addChart(
    on,
    "Line",
    { sheet: customers, area: { top: 0, bottom: 5, left: 10, right: 10 } },
    "Columns",
  );
  chart.name = "Mine";
  const table = customers.tables[0];
  if (!table) throw new Error("no table");
  const pivot = addPivot(on, "My pivot", { table }, { row, column: 60 });
  if (pivot instanceof Refusal) throw new Error(pivot.message);
}

describe("what the analyst made", () => {
  test("stays on a second run and when all is taken back, on our sheets and elsewhere", async () => {
    const { workbook, orders } = await summarised(sample());
    const customers = sheetOf(workbook, "sheet.customers");
    addOwn(sheetOf(workbook, "sheet.summary"), customers, 5);
    addOwn(sheetOf(workbook, "sheet.pivots"), customers, 100);
    addOwn(orders, customers, 5);
    const { plan } = await planFrom(orders);
    await write(plan);
    const mine = () =>
      workbook.sheets.map(({ name, charts, pivotTables }) => [
        name,
        charts.filter((chart) => chart.name === "Mine").length,
        pivotTables.filter((pivot) => pivot.name === "My pivot").length,
      ]);
    expect(mine().slice(0, 3)).toEqual([
      ["Sheet1", 1, 1],
      ["Summary", 1, 1],
      ["Pivots", 1, 1],
    ]);
    // Those that look at our customers are told first.
    expect(await takeBack({}, noPause)).toMatchObject({ troubles: [{ params: { count: 6 } }] });
    const back = await takeBack({ anyway: true }, noPause);
    if (!back.ok) throw new Error(JSON.stringify(back.troubles));
    expect(back.value.kept).toEqual(["Summary", "Pivots"]);
    expect(mine()).toEqual([
      ["Sheet1", 1, 1],
      ["Summary", 1, 1],
      ["Pivots", 1, 1],
    ]);
    for (const sheet of workbook.sheets.slice(1)) {
      expect([sheet.charts.length, sheet.pivotTables.length, sheet.slicers.length]).toEqual([1, 1, 0]);
      expect(sheet.conditionalFormats).toEqual([]);
    }
  });

  test("of conditional formats on the customers' columns stays, and ours are not doubled", async () => {
    const { workbook, orders, office: host } = await summarised(sample());
    const customers = sheetOf(workbook, "sheet.customers");
    await host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Customers").getRange("B2:B20");
      const mine = range.conditionalFormats.add("CellValue");
      mine.cellValue.rule = { operator: "EqualTo", formula1: '="A"' };
      mine.cellValue.format.fill.color = "#123456";
      await context.sync();
    });
    const before = customers.conditionalFormats.length;
    const { plan } = await planFrom(orders);
    await write(plan);
    expect(customers.conditionalFormats).toHaveLength(before);
    expect(JSON.stringify(customers.conditionalFormats.map(({ rule }) => rule))).toContain("#123456");
  });
});

describe("labels of tiers that look like formulas, or have quotes in them", () => {
  test.each([
    [['=A "best"', "=SUM(", "+x", "@x"]],
    [["'x", "TRUE", "1/2", "=1+1"]],
    [["#N/A", "-1", '"', "March 1"]],
  ])("are the same texts in all cells, and in the rules of colours: %j", async (labels) => {
    const list = defaultPolicy.tiers.list.map((tier, i) => {
      const label = labels[i] ?? `Tier ${i}`;
      return { ...tier, label: { en: label, zh: label } };
    });
    const policy = { ...defaultPolicy, tiers: { ...defaultPolicy.tiers, list } };
    const { workbook, orders, tiered } = await summarised(sample(), { choices: { policy } });
    expect(tiered.told).toEqual([]);
    const { plan } = await planFrom(orders, { policy });
    expect((await write(plan)).told).toEqual([]);
    const wanted = labels.slice(0, list.length);
    const tiers = new Set(rowsOf(sheetOf(workbook, "sheet.customers")).map((row) => row["Tier"]));
    expect([...tiers].sort()).toEqual(
      [...wanted, ...list.slice(wanted.length).map(({ label }) => label.en)].sort(),
    );
    for (const sheet of workbook.sheets) {
      const { bottom = -1, right = -1 } = sheet.usedArea(true) ?? {};
      for (let row = 0; row <= bottom; row++)
        for (let column = 0; column <= right; column++) expect(sheet.formula(row, column)).toBeUndefined();
    }
    const rules = workbook.sheets.flatMap(({ conditionalFormats }) => conditionalFormats);
    const formulas = rules.flatMap(({ rule }) => (rule.type === "CellValue" ? [rule.formula1] : []));
    for (const label of wanted) expect(formulas).toContain(`="${label.replaceAll('"', '""')}"`);
  });
});

describe("taking back", () => {
  test("leaves the workbook as it was", async () => {
    const { workbook, orders } = await withOrders(sample());
    const before = [contents(workbook), things(workbook)];
    const { plan } = await planFrom(orders);
    await write(plan);
    await write(plan);
    expect((await takeBack({}, noPause)).ok).toBe(true);
    expect([contents(workbook), things(workbook)]).toEqual(before);
  });
});

describe("a list with a row a customer", () => {
  const LIST = [
    ["Client", "Region", "Last order", "Orders", "Spent"],
    ...Array.from({ length: 60 }, (_, i) => [
      `C${i}`,
      ["North", "South", "East"][i % 3] ?? "",
      45_000 + ((i * 13) % 400),
      1 + (i % 7),
      ((i * 7919) % 100_000) / 100 - (i === 7 ? 500 : 0),
    ]),
  ];
  for (const native of [false, true]) {
    test(`has its PivotTables on its own rows, ${native ? "a table" : "plain ones"}, and keeps them on a second run`, async () => {
      const workbook = new Workbook();
      office?.stop();
      office = await startOfficeInNode({ workbook });
      const sheet = workbook.activeSheet;
      LIST.forEach((row, r) => row.forEach((cell, c) => sheet.enter(r + 2, c + 1, cell)));
      if (native) addTable(sheet, { top: 2, bottom: 62, left: 1, right: 5 }, true);
      const where = { table: sheet.tables[0]?.id ?? null };
      const before: string[] = [];
      for (let run = 0; run < 3; run++) {
        const { plan } = await planFrom(sheet, {}, "en", where);
        expect(plan.sheets.map(({ id }) => id)).not.toContain("customers");
        const tiered = await write(run === 2 ? { ...plan, only: ["summary", "pivots"] } : plan);
        expect(tiered.told).toEqual([]);
        const pivots = workbook.sheet("Pivots");
        expect(pivots?.pivotTables.map(({ name }) => name)).toContain("Tiersheet tier-segment");
        if (!pivots) throw new Error("no pivots");
        // On the same rows they stay the same, and so does what was chosen in them.
        const ids = [...pivots.pivotTables, ...pivots.slicers].map(({ id }) => id);
        expect(pivots.slicers.length).toBeGreaterThan(2);
        if (run > 0) expect(ids).toEqual(before);
        before.splice(0, before.length, ...ids);
        const lines = linesOf(pivots, "Tiersheet tier-segment", new Set("ABCDE"));
        const spent = LIST.slice(1).reduce((sum, row) => sum + cents(row[4]), 0);
        expect([run, cents(lines.at(-1)?.values["Revenue"])]).toEqual([run, spent]);
        expect(lines.at(-1)?.values["Customers"]).toBe(60);
        const tiers = lines.filter(({ key }) => key !== "" && !key.includes("/")).map(({ label }) => label);
        expect(tiers).toEqual([...tiers].sort());
      }
      // A customer more: plain rows are others by then.
      sheet.write({ top: 63, bottom: 63, left: 1, right: 5 }, [["C60", "West", 45_100, 1, 10]]);
      const [table] = sheet.tables;
      if (table) expect(resizeTable(table, { ...table.area, bottom: 63 })).toBeUndefined();
      const { plan } = await planFrom(sheet, {}, "en", where);
      expect((await write(plan)).told).toEqual([]);
      const pivots = workbook.sheet("Pivots");
      const ids = [...(pivots?.pivotTables ?? []), ...(pivots?.slicers ?? [])].map(({ id }) => id);
      expect(ids.filter((id) => before.includes(id))).toEqual(native ? before : []);
      const lines = linesOf(pivots!, "Tiersheet tier-segment", new Set("ABCDE"));
      expect(lines.at(-1)?.values["Customers"]).toBe(61);
    });
  }
});

describe("in an Excel that has less", () => {
  test("there are no slicers, and that is told; all else is there", async () => {
    const { workbook, tiered } = await summarised(sample(), { profile: "floor" });
    expect(tiered.told.map(({ code }) => code)).toEqual(["excel-no-slicers"]);
    const floor = things(workbook);
    const web = await summarised(sample(), { profile: "web" });
    expect(web.tiered.told).toEqual([]);
    expect(floor).toEqual(things(web.workbook).map((sheet) => ({ ...sheet, slicers: [] })));
    expect(things(web.workbook).flatMap(({ slicers }) => slicers).length).toBeGreaterThan(5);
  });
});

describe("where Excel fails", () => {
  const FAULTS: readonly ((on: number) => Fault)[] = [
    (on) => ({ on, fault: "failing-action", action: -1, code: "AccessDenied" }),
    (on) => ({ on, fault: "payload", way: "response" }),
    (on) => ({ on, fault: "session-lost" }),
  ];

  test("at any sync of a first run, the results are all there or nothing is; what lacks is told and comes with the next run", async () => {
    const { workbook, orders, office: host } = await withOrders(sample("en", 120));
    const { plan } = await planFrom(orders);
    const before = [contents(workbook), things(workbook)];
    await write(plan);
    const whole = things(workbook);
    await takeBack({}, noPause);
    for (const fault of FAULTS.filter((_, kind) => kind !== 1)) {
      for (let on = 1, struck = true; struck && on < 40; on++) {
        host.host.faults = [fault(on)];
        const { syncs } = host.host.meter.total;
        const written = await writeTiered(plan, {}, noPause);
        host.host.faults = [];
        struck = host.host.meter.total.syncs - syncs >= on;
        const lost = fault(on).fault === "session-lost";
        if (!written.ok && !lost) expect([on, contents(workbook), things(workbook)]).toEqual([on, ...before]);
        // What was refused once and taken at a second try is there, and isn't told.
        if (written.ok && struck && written.value.told.length === 0)
          expect([on, things(workbook)]).toEqual([on, whole]);
        if (written.ok)
          for (const { code } of written.value.told)
            expect([on, code]).toEqual([on, "excel-dressing-refused"]);
        expect([on, (await write(plan)).told]).toEqual([on, []]);
        expect([on, things(workbook)]).toEqual([on, whole]);
        await takeBack({}, noPause);
        expect([on, contents(workbook), things(workbook)]).toEqual([on, ...before]);
      }
    }
  }, 180_000);

  test("at any sync of a second run, the results are all there or those before it; what lacks comes with the next run", async () => {
    const { workbook, orders, office: host } = await summarised(sample("en", 120));
    const english = (await planFrom(orders)).plan;
    const chinese = (await planFrom(orders, {}, "zh")).plan;
    const states: (readonly [unknown, unknown])[] = [];
    for (const plan of [english, chinese]) {
      await write(plan);
      states.push([contents(workbook), things(workbook)]);
    }
    let now = 1;
    for (const fault of FAULTS.slice(1, 2)) {
      for (let on = 1, struck = true; struck && on < 40; on++) {
        const next = 1 - now;
        host.host.faults = [fault(on)];
        const { syncs } = host.host.meter.total;
        const written = await writeTiered(next === 0 ? english : chinese, {}, noPause);
        host.host.faults = [];
        struck = host.host.meter.total.syncs - syncs >= on;
        const lost = fault(on).fault === "session-lost";
        if (!written.ok && !lost) expect([on, contents(workbook)]).toEqual([on, states[now]?.[0]]);
        if (written.ok && written.value.told.length === 0) {
          expect([on, contents(workbook), things(workbook)]).toEqual([on, ...(states[next] ?? [])]);
        }
        await write(next === 0 ? english : chinese);
        now = next;
        expect([on, contents(workbook), things(workbook)]).toEqual([on, ...(states[now] ?? [])]);
      }
    }
  }, 180_000);

  test("throttled and in edit mode at every sync, it goes on all the same", async () => {
    const { workbook, orders } = await summarised(sample("en", 120));
    const whole = things(workbook);
    const { plan } = await planFrom(orders);
    const odd = Array.from({ length: 200 }, (_, i) => 2 * i + 1);
    if (office) office.host.faults = [{ on: odd, fault: "throttled" }];
    expect((await write(plan)).told).toEqual([]);
    expect(things(workbook)).toEqual(whole);
  });
});
