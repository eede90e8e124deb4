import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify, type Classification } from "../../../src/core/classify";
import type { Cell } from "../../../src/core/ledger/cells";
import type { Policy } from "../../../src/core/policy/policy";
import { templateNamed, templates } from "../../../src/core/policy/templates";
import { report } from "../../../src/core/report/build-report";
import type { ReportSheet, ReportTable } from "../../../src/core/report/report";
import { resultJson } from "../../../src/core/report/result-json";
import { rulerFromJson, rulerFromSnapshot } from "../../../src/core/review/snapshot";
import { tierLabel } from "../../../src/core/tiers/labels";
import { tableOfRows } from "../../tables";
import { HEADERS, messyOrders } from "../random-orders";

function classified(rows: readonly (readonly Cell[])[], policy: Policy, headers = HEADERS): Classification {
  const mapping = { customer: 0, order: 1, date: 2, amount: 3, status: 4, "attribute:Tier": 5 };
  const used = Object.fromEntries(Object.entries(mapping).filter(([, column]) => column < headers.length));
  const result = classify(tableOfRows(headers, rows), policy, { mapping: used });
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

function table(sheets: readonly ReportSheet[], name: string): ReportTable {
  const found = sheets
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === "table" && block.name === name);
  if (found?.kind !== "table") throw new Error(`no table ${name}`);
  return found;
}

function values(of: ReportTable, id: string): unknown[] {
  return Array.from(of.columns.find((column) => column.id === id)?.values ?? []);
}

const cents = (money: unknown) => Math.round(Number(money) * 100);
const total = (list: readonly unknown[]) => list.reduce<number>((sum, value) => sum + cents(value), 0);

describe("report(classification, language)", () => {
  it("agrees with itself to the cent: rows, tiers, segments, stages, JSON", () => {
    fc.assert(
      fc.property(
        messyOrders,
        fc.constantFrom(...templates),
        fc.constantFrom("en" as const, "zh" as const),
        (rows, policy, language) => {
          const result = classified(rows, policy);
          const { sheets } = report(result, language);
          const customers = table(sheets, "Customers");
          const tiers = table(sheets, "Tiers");
          const json = resultJson(result, language);
          const money = total(values(customers, "monetary"));
          expect(total(json.customers.map(({ monetary }) => monetary))).toBe(money);
          const byTier = values(tiers, "monetary");
          expect(cents(byTier.at(-1))).toBe(money);
          expect(total(byTier.slice(0, -1))).toBe(money);
          expect(total(values(table(sheets, "Segments"), "monetary"))).toBe(money);
          expect(total(values(table(sheets, "Stages"), "monetary"))).toBe(money);
          expect(values(tiers, "customers").at(-1)).toBe(customers.rowCount);
          for (const { tier, customers: count, monetary } of json.tiers) {
            const label = tierLabel(tier, policy, language);
            const at = values(tiers, "tier").indexOf(label);
            expect([values(tiers, "customers")[at], cents(byTier[at])]).toEqual([count, cents(monetary)]);
            expect(values(customers, "tier").filter((text) => text === label)).toHaveLength(count);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("holds tables with unique names and headers, columns of equal height, and no NaN", () => {
    fc.assert(
      fc.property(messyOrders, fc.constantFrom(...templates), (rows, policy) => {
        const { sheets } = report(classified(rows, policy), "en");
        const tables = sheets
          .flatMap(({ blocks }) => blocks)
          .filter((block): block is ReportTable => block.kind === "table");
        const names = tables.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const { columns, rowCount } of tables) {
          const headers = columns.map(({ header }) => header.toLowerCase());
          expect(new Set(headers).size).toBe(headers.length);
          for (const { values: cells, format } of columns) {
            expect(cells.length).toBe(rowCount);
            for (const cell of Array.from(cells)) {
              if (cell === null) continue;
              expect(typeof cell).toBe(format === "text" ? "string" : "number");
              if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("an attribute called as one of our columns gives way", () => {
    const rows: Cell[][] = [["a", 1, "2024-01-01", 5, "", "gold"]];
    const { sheets } = report(classified(rows, templateNamed("rfm") as Policy, [...HEADERS, "Tier"]), "en");
    expect(
      table(sheets, "Customers")
        .columns.slice(0, 3)
        .map(({ header }) => header),
    ).toEqual(["Customer", "Tier (2)", "Tier"]);
  });
});

describe("the snapshot gives the ruler back", () => {
  it("from the workbook's sheet, whole", () => {
    for (const policy of templates) {
      const result = classified(
        [
          ["a", 1, "2024-01-01", 5, ""],
          ["b", 2, "2024-02-01", 9, ""],
        ],
        policy,
      );
      const entries = table(report(result, "zh").sheets, "SnapshotRuler");
      const rows = values(entries, "key").map((key, at): Cell[] => [
        String(key),
        String(values(entries, "value")[at]),
      ]);
      expect(rulerFromSnapshot(rows)).toEqual({
        ok: true,
        value: JSON.parse(JSON.stringify(result.assessment.ruler)),
      });
    }
  });

  it("from the JSON: R, F, M, and ABC by money as the customers show it", () => {
    fc.assert(
      fc.property(messyOrders, (rows) => {
        const result = classified(rows, templateNamed("rfm") as Policy);
        const ruler = rulerFromJson(JSON.stringify(resultJson(result, "en")));
        const { recency, frequency, monetary, abc } = result.assessment.ruler;
        expect(ruler).toMatchObject({ ok: true, value: { recency, frequency, monetary, abc } });
      }),
      { numRuns: 100 },
    );
  });
});
