import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Classification } from "../../../src/core/classify";
import type { Language } from "../../../src/core/language/language";
import { templates } from "../../../src/core/policy/templates";
import { figuresFromJson, figuresFromSnapshot, figuresOf } from "../../../src/core/report/figures-before";
import { maskedName } from "../../../src/core/report/masked-name";
import { pivotLines } from "../../../src/core/report/pivot-grid";
import type { Report, ReportBlock, ReportColumn, ReportTable } from "../../../src/core/report/report";
import { resultJson } from "../../../src/core/report/result-json";
import { customersTable, summarisedReport } from "../../../src/core/report/summarised-report";
import { summarySheet } from "../../../src/core/report/summary-sheet";
import { isAtRisk } from "../../../src/core/tiers/summary";
import { tierLabel } from "../../../src/core/tiers/labels";
import { ofPurchases, ofSums, policyOf, tiersBy, valueOf, type Bought } from "../tiers/bought";
import { classifiedOrders } from "../classified-orders";
import { messyOrders } from "../random-orders";

const cents = (money: unknown) => Math.round(Number(money ?? 0) * 100);
const total = (list: readonly unknown[]) => list.reduce<number>((sum, value) => sum + cents(value), 0);

function tableOf(report: Report, name: string): ReportTable | undefined {
  return report.sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ReportTable => block.kind === "table" && block.name === name);
}

function values(table: ReportTable | undefined, id: string): (string | number | null)[] {
  const column = table?.columns.find((one) => one.id === id);
  if (!column) throw new Error(`no column ${id} in ${table?.name}`);
  return Array.from(column.values);
}

/** A result's customers as rows of the Customers table: what everything else must add up to. */
function rowsOf(report: Report): Record<string, string | number | null>[] {
  const table = customersTable(report);
  return Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    Object.fromEntries((table?.columns ?? []).map(({ id, values }) => [id, values[row] ?? null])),
  );
}

const inEnglishOrChinese = fc.constantFrom<Language>("en", "zh");

describe("the Summary, the pivots, the JSON and the rows say the same to the cent", () => {
  it("on orders with ties, refunds, blanks and nothing spent", () => {
    fc.assert(
      fc.property(
        messyOrders,
        fc.constantFrom(...templates),
        inEnglishOrChinese,
        (rows, policy, language) => {
          const result = classifiedOrders(rows, policy);
          const report = summarisedReport(result, language);
          const customers = rowsOf(report);
          const of = (key: string, value: string | number | null) =>
            customers.filter((customer) => customer[key] === value);
          const money = total(customers.map(({ monetary }) => monetary));

          // Tiers: the table, the JSON, and the rows.
          const tiers = tableOf(report, "SummaryTiers");
          const json = resultJson(result, language).tiers;
          json.forEach(({ tier, customers: count, monetary }, at) => {
            const own = of("tier", tierLabel(tier, policy, language));
            expect(values(tiers, "customers")[at]).toBe(own.length);
            expect(count).toBe(own.length);
            expect(cents(values(tiers, "monetary")[at])).toBe(total(own.map((one) => one["monetary"])));
            expect(cents(monetary)).toBe(cents(values(tiers, "monetary")[at]));
            expect(cents(values(tiers, "revenueAtRisk")[at])).toBe(
              total(own.map((one) => one["revenueAtRisk"])),
            );
          });
          expect(cents(values(tiers, "monetary").at(-1))).toBe(money);
          expect(values(tiers, "customers").at(-1)).toBe(customers.length);

          // Months: each tier's column makes the tier.
          const months = tableOf(report, "SummaryMonths");
          expect(total(values(months, "total"))).toBe(money);
          if (json.length <= 6) {
            json.forEach(({ monetary }, at) =>
              expect(total(values(months, `tier${at + 1}`))).toBe(cents(monetary)),
            );
          }
          // Stages, the heat map and the Pareto curve.
          expect(total(values(tableOf(report, "SummaryStages"), "monetary"))).toBe(
            total(customers.filter(({ stage }) => stage !== null).map(({ monetary }) => monetary)),
          );
          const heat = tableOf(report, "SummaryHeatRevenue");
          const scored = customers.filter(({ r, f, frequency }) => r && f && frequency);
          if (heat) {
            const all = heat.columns.slice(1).flatMap((column) => Array.from(column.values));
            expect(total(all)).toBe(total(scored.map(({ monetary }) => monetary)));
          } else expect(scored).toEqual([]);
          const pareto = tableOf(report, "SummaryPareto");
          if (pareto) expect(cents(values(pareto, "monetary").at(-1))).toBe(money);
          else expect(money).toBeLessThanOrEqual(0);

          // Pivots: each line is a sum of rows.
          const table = customersTable(report);
          const pivots = report.sheets.flatMap(({ pivots: own = [] }) => own);
          expect(pivots.length).toBeGreaterThanOrEqual(2);
          for (const pivot of pivots) {
            const [first, second] = pivot.rows;
            for (const { items, values: told } of pivotLines(pivot, table as ReportTable)) {
              const [a, b] = items;
              const own = customers.filter(
                (one) =>
                  (a === undefined || one[first.column] === first.items[a]) &&
                  (b === undefined || one[second.column] === second.items[b]),
              );
              const sum = total(own.map(({ monetary }) => monetary));
              const purchases = own.reduce((all, { frequency }) => all + Number(frequency ?? 0), 0);
              const expected = [
                own.length,
                sum / 100,
                money === 0 ? null : sum / money,
                purchases === 0 ? null : sum / 100 / purchases,
                total(own.map(({ revenueAtRisk }) => revenueAtRisk)) / 100,
              ];
              expect(own.length).toBeGreaterThan(0);
              expect(told).toHaveLength(expected.length);
              told.forEach((value, at) => {
                const wanted = expected[at];
                if (typeof wanted !== "number") expect(value).toBe(null);
                else expect(value).toBeCloseTo(wanted, 8);
              });
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it("keeps the order of tiers of the policy, and has an item for each that occurs and no other", () => {
    const policy = policyOf(
      tiersBy(["Zeta", "alpha", "Mid"], {
        kind: "rules",
        rules: [
          { tier: "Zeta", when: { stage: ["new"] } },
          { tier: "Mid", when: { stage: ["churned"] } },
        ],
      }),
    );
    const result = valueOf(
      ofPurchases(
        {
          a: [[900, 1]],
          b: [[5, 1]],
          c: [[6, 1]],
          d: [
            [150, 9],
            [90, 2],
            [80, 1],
          ],
        },
        policy,
      ),
    );
    const report = summarisedReport(result, "en");
    const [pivot] = report.sheets.find(({ id }) => id === "pivots")?.pivots ?? [];
    expect(pivot?.rows[0].items).toEqual(["Zeta", "Mid", "No tier"]);
    const lines = pivotLines(pivot!, customersTable(report) as ReportTable);
    expect(lines.map(({ label }) => label)).toEqual([
      ...["Zeta", "New", "Mid", "Churned", "No tier", "Growing"],
      "Grand Total",
    ]);
    // Two of four customers, 2 of 15 in money, in two purchases.
    expect(lines[0]?.values).toEqual([2, 2, 2 / 15, 1, 0]);
  });

  it("takes texts that differ in capitals for one item, as Excel does", () => {
    const table: ReportTable = {
      kind: "table",
      name: "Customers",
      rowCount: 3,
      columns: [
        column("tier", ["A", "a", "B"]),
        column("stage", ["x", "X", null]),
        column("customer", ["1", "2", "3"]),
      ],
    };
    const lines = pivotLines(
      {
        id: "p",
        name: "P",
        caption: "",
        table: "Customers",
        rows: [
          { column: "tier", items: ["A", "B"] },
          { column: "stage", items: ["x", null] },
        ],
        values: [{ id: "n", caption: "n", format: "integer", of: { kind: "count", column: "customer" } }],
        grandTotal: "all",
        blank: "(blank)",
        place: { row: 0, column: 0 },
      },
      table,
    );
    expect(lines.map(({ label, values: [count] }) => `${label} ${count}`)).toEqual([
      ...["A 2", "x 2", "B 1", "(blank) 1"],
      "all 3",
    ]);
  });
});

function column(id: string, cells: readonly (string | number | null)[]): ReportColumn {
  return { id, header: id, format: "text", width: 9, values: cells };
}

describe("the page", () => {
  it("has no two things in one cell, nothing beyond its columns, and no chart of what isn't there", () => {
    fc.assert(
      fc.property(
        messyOrders,
        fc.constantFrom(...templates),
        inEnglishOrChinese,
        (rows, policy, language) => {
          const result = classifiedOrders(rows, policy);
          for (const names of ["keep", "mask", "out"] as const) {
            const sheet = summarySheet({ result, language, before: null, names });
            const taken = new Set<string>();
            const take = (row: number, column: number) => {
              expect(column).toBeLessThan(12);
              const cell = `${row},${column}`;
              expect(taken.has(cell)).toBe(false);
              taken.add(cell);
            };
            const block = (row: number, column: number, height: number, width: number) => {
              for (let r = 0; r < height; r++) for (let c = 0; c < width; c++) take(row + r, column + c);
            };
            for (const one of sheet.blocks) block(...boundsOf(one));
            for (const { place, rows: height, columns: width } of sheet.charts ?? []) {
              block(place.row, place.column, height, width);
            }
            const tables = sheet.blocks.filter((one) => one.kind === "table");
            for (const { categories, series } of sheet.charts ?? []) {
              for (const { table, column: id, from = 0, count } of [
                categories,
                ...series.map((one) => one.values),
              ]) {
                const named = tables.find(({ name }) => name === table);
                expect(named?.columns.map((one) => one.id)).toContain(id);
                expect(from + (count ?? 0)).toBeLessThanOrEqual(named?.rowCount ?? -1);
              }
            }
            for (const { columns, rowCount } of tables) {
              for (const { values: cells } of columns) {
                expect(cells).toHaveLength(rowCount);
                expect(
                  Array.from(cells).filter((cell) => typeof cell === "number" && Number.isNaN(cell)),
                ).toEqual([]);
              }
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});

function boundsOf(block: ReportBlock): [row: number, column: number, height: number, width: number] {
  const { row, column: first } = block.place ?? { row: NaN, column: NaN };
  if (block.kind === "heading") return [row, first, 1, block.span ?? 1];
  return [row, first, block.rowCount + 1, block.columns.reduce((sum, { span = 1 }) => sum + span, 0)];
}

const bought: Bought = {
  // Warned of: nothing in the last 90 days, two purchases in the 90 before.
  falls: [
    [170, 300],
    [120, 500],
  ],
  sleeps: [
    [300, 100],
    [200, 200],
  ],
  here: [
    [40, 70],
    [20, 80],
    [3, 50],
  ],
  gone: [[700, 1000]],
};

describe("what the Summary says", () => {
  const policy = policyOf({});
  const result = valueOf(ofPurchases(bought, policy));
  const sheet = (given: Classification, more: Partial<Parameters<typeof summarySheet>[0]> = {}) => {
    const made = summarySheet({ result: given, language: "en", before: null, names: "keep", ...more });
    return { language: "en" as const, sheets: [made] };
  };

  it("names the largest at risk, the most money first, as it is told to", () => {
    const kept = tableOf(sheet(result), "SummaryAtRisk");
    const atRisk = result.ledger.customers.filter((_, at) => isAtRisk(result.facts, at));
    expect([...atRisk].sort()).toEqual(["falls", "sleeps"]);
    expect(values(kept, "customer")).toEqual(["falls", "sleeps"]);
    expect(values(kept, "revenueAtRisk")).toEqual([800, 300]);
    expect(values(tableOf(sheet(result, { names: "mask" }), "SummaryAtRisk"), "customer")).toEqual([
      "f***s",
      "s***s",
    ]);
    const out = tableOf(sheet(result, { names: "out" }), "SummaryAtRisk");
    expect(out?.columns.map(({ id }) => id)).not.toContain("customer");
    expect(values(out, "place")).toEqual([1, 2]);
  });

  it("names the ten largest, the most money first, with their share of all", () => {
    const kept = tableOf(sheet(result), "SummaryLargest");
    expect(values(kept, "customer")).toEqual(["gone", "falls", "sleeps", "here"]);
    expect(values(kept, "monetary")).toEqual([1000, 800, 300, 200]);
    expect(values(kept, "share").map((share) => Number(share).toFixed(3))).toEqual([
      "0.435",
      "0.348",
      "0.130",
      "0.087",
    ]);
    const out = tableOf(sheet(result, { names: "out" }), "SummaryLargest");
    expect(out?.columns.map(({ id }) => id)).not.toContain("customer");
    for (const table of [kept, out]) {
      expect(table?.columns.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(12);
    }
    const many: Bought = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`c${at}`, [[5, 10 * (at + 1)]] as const]),
    );
    const ten = sheet(valueOf(ofPurchases({ ...many, returned: [[5, -70]] }, policy)));
    expect(values(tableOf(ten, "SummaryLargest"), "customer")).toEqual(
      Array.from({ length: 10 }, (_, at) => `c${29 - at}`),
    );
    const nothing = sheet(valueOf(ofPurchases({ returned: [[5, -70]] }, policy)));
    expect(tableOf(nothing, "SummaryLargest")).toBeUndefined();
  });

  it("tells months: new, returning, recovered and lost beside money, what is earlier in one row", () => {
    const months = tableOf(sheet(result), "SummaryMonths");
    expect(values(months, "month").slice(0, 1)).toEqual(["Earlier"]);
    expect(values(months, "month")).toHaveLength(14);
    expect(values(months, "month").at(-1)).toBe("2024-12");
    // Before December 2023: `gone` alone.
    expect(values(months, "total")[0]).toBe(1000);
    // 20 and 3 days before 31 December; first bought 40 days before.
    expect(values(months, "total").at(-1)).toBe(130);
    expect(values(months, "new").slice(-2)).toEqual([1, 0]);
    expect(values(months, "returning").at(-1)).toBe(1);
    expect(values(months, "lost").at(-1)).toBe(0);
    const chart = sheet(result).sheets[0]?.charts?.find(({ id }) => id === "months");
    expect(chart?.categories).toMatchObject({ from: 1, count: 13 });
  });

  it("says what changed since the snapshot, as that run told it in its workbook or its JSON", () => {
    const earlier = valueOf(ofPurchases({ ...bought, here: [[40, 100]] }, policy));
    const before = figuresFromJson(JSON.parse(JSON.stringify(resultJson(earlier, "en"))));
    const snapshot = tableOf(summarisedReport(earlier, "zh"), "SnapshotCustomers");
    const rows = [
      snapshot?.columns.map(({ header }) => header) ?? [],
      ...Array.from({ length: snapshot?.rowCount ?? 0 }, (_, row) =>
        (snapshot?.columns ?? []).map(({ values: cells }) => cells[row] ?? null),
      ),
    ];
    const kept = figuresFromSnapshot([["key", "value"], ["ruler", "{}"], [null], ...rows]);
    // The JSON of a run doesn't tell who was at risk: falls and sleeps, with 800 and 300 of the last 365 days.
    expect(kept).toEqual({ ...before, atRisk: 2, revenueAtRisk: 1100 });
    expect(figuresOf(earlier)).toEqual(kept);
    expect(before).toMatchObject({ atRisk: null, revenueAtRisk: null });
    // As a workbook of an earlier version has them.
    const without = rows.map((row) => row.slice(0, -1));
    expect(figuresFromSnapshot(without)).toEqual(before);
    expect(before).toMatchObject({ asOf: "2024-12-31", customers: 4, monetary: 2200, purchases: 6 });
    const figures = tableOf(sheet(result, { before }), "SummaryFigures");
    // 2,300 against 2,200; 2,300 ÷ 8 against 2,200 ÷ 6; three of four came back against two.
    expect(values(figures, "customers")).toEqual([4, "no change"]);
    expect(values(figures, "revenue")).toEqual([2300, "▲ 4.5%"]);
    expect(values(figures, "average-order")).toEqual([287.5, "▼ 21.6%"]);
    expect(values(figures, "repeat-rate")).toEqual([0.75, "▲ 25 points"]);
    expect(values(figures, "at-risk")[1]).toBe("not known before");
    const since = tableOf(sheet(result, { before: kept && { ...kept, atRisk: 4 } }), "SummaryFigures");
    expect(values(since, "at-risk")).toEqual([2, "▼ 50%"]);
    expect(values(since, "revenue-at-risk")).toEqual([1100, "no change"]);
    const changes = values(tableOf(sheet(result, { before }), "SummaryTiers"), "monetaryChange");
    expect(changes.at(-1)).toBe(100);
    expect(total(changes.slice(0, -1))).toBe(cents(100));
    expect(tableOf(sheet(result), "SummaryTiers")?.columns.map(({ id }) => id)).not.toContain(
      "monetaryChange",
    );
  });

  it("leaves out what a table of sums can't say, and says so", () => {
    const sums = valueOf(ofSums({ a: [10, 3, 300], b: [400, 1, 20], c: [90, 5, 100] }, policy));
    const report = sheet(sums);
    const told = report.sheets[0]?.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(told?.filter((text) => text.startsWith("Left out:"))).toHaveLength(1);
    expect(tableOf(report, "SummaryMonths")).toBeUndefined();
    expect(tableOf(report, "SummaryAtRisk")).toBeUndefined();
    const ids = (name: string) => tableOf(report, name)?.columns.map(({ id }) => id);
    expect(ids("SummaryTiers")).not.toContain("revenueAtRisk");
    expect(ids("SummaryFigures")).not.toContain("revenue-at-risk");
    const [pivot] = summarisedReport(sums, "en").sheets.find(({ id }) => id === "pivots")?.pivots ?? [];
    expect(pivot?.values.map(({ id }) => id)).toEqual(["customers", "revenue", "share", "averageOrder"]);
  });

  it("masks a name so that it can't be read whole", () => {
    expect(
      ["", "A", "李", "Al", "张三", "Anna", "12346", "😀😀😀😀😀", "Birch S.A.", "..."].map(maskedName),
    ).toEqual([...["*", "*", "*", "A***", "张***", "A***", "1***6", "😀***😀", "B***A", "*"]]);
  });
});
