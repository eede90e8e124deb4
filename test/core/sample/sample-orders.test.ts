import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify, type Classification } from "../../../src/core/classify";
import type { Language } from "../../../src/core/language/language";
import { cellAt } from "../../../src/core/ledger/cells";
import type { Reason } from "../../../src/core/ledger/check";
import { recognise } from "../../../src/core/ledger/recognise";
import { STAGES } from "../../../src/core/lifecycle/stages";
import { templates } from "../../../src/core/policy/templates";
import type { Policy } from "../../../src/core/policy/policy";
import {
  FEWEST_ROWS,
  sampleCsv,
  sampleOrders,
  type SampleSettings,
} from "../../../src/core/sample/sample-orders";
import { readTable } from "../../../src/files/read-table";

const LANGUAGES: readonly Language[] = ["en", "zh"];

function policyNamed(name: string): Policy {
  const policy = templates.find((template) => template.name === name);
  if (!policy) throw new Error(name);
  return policy;
}

function classified(settings: SampleSettings, policy = policyNamed("rfm")): Classification {
  const result = classify(sampleOrders(settings), policy);
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

function texts(settings: SampleSettings, header: number): unknown[] {
  const table = sampleOrders(settings);
  const column = table.columns[header];
  if (!column) throw new Error("no column");
  return Array.from({ length: table.rowCount }, (_, row) => cellAt(column.cells, row));
}

const settings = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  rows: fc.integer({ min: FEWEST_ROWS, max: 1500 }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

describe.each(LANGUAGES)("the committed example orders-%s.csv", (language) => {
  const file = readFileSync(`examples/orders-${language}.csv`, "utf8");

  test("is what scripts/make-examples.js writes", () => {
    expect(file === sampleCsv({ language, rows: 600 })).toBe(true);
  });

  test("is read from its bytes to the same result as the table", async () => {
    const bytes = new TextEncoder().encode(file);
    const chunks = (async function* () {
      yield bytes;
    })();
    const read = await readTable({ name: `orders-${language}.csv`, chunks });
    if (!read.ok) throw new Error(JSON.stringify(read.troubles));
    const fromFile = classify(read.value.table, policyNamed("rfm"));
    const fromTable = classified({ language, rows: 600 });
    if (!fromFile.ok) throw new Error(JSON.stringify(fromFile.troubles));
    expect(fromFile.value.ledger.check).toEqual(fromTable.ledger.check);
    expect(fromFile.value.ledger.customers).toEqual(fromTable.ledger.customers);
    expect(fromFile.value.tiers).toEqual(fromTable.tiers);
  });

  test("has its columns recognised, each with its role", () => {
    const { guesses, kind } = recognise(sampleOrders({ language, rows: 600 }));
    expect(kind).toBe("transactions");
    expect(guesses.map(({ role }) => role?.replace(/:.*/, ""))).toEqual([
      "order",
      "date",
      "customer",
      "attribute",
      "attribute",
      "attribute",
      "amount",
      "status",
    ]);
  });
});

describe("sampleOrders(settings)", () => {
  test("has as many rows as asked for, the same for the same seed", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const table = sampleOrders(given);
        expect(table.rowCount).toBe(given.rows);
        for (const { cells } of table.columns) expect(cells).toHaveLength(given.rows);
        expect(sampleOrders(given)).toEqual(table);
      }),
      { numRuns: 15 },
    );
  });

  test("differs from seed to seed", () => {
    expect(sampleOrders({ language: "en", seed: 1 })).not.toEqual(sampleOrders({ language: "en", seed: 2 }));
  });

  test("holds each mess of an export whatever the seed: reasons, refunds, copies, spellings, marks", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const { ledger } = classified(given);
        const reasons = ledger.check.setAside.map(({ reason }) => reason);
        const wanted: Reason[] = ["error-cell", "no-customer", "unreadable-date", "excluded-status"];
        expect(reasons).toEqual(wanted);
        expect(ledger.notes.map(({ code }) => code)).toEqual(
          expect.arrayContaining([
            "ids-folded",
            "duplicates-kept",
            "refunds-netted",
            "statuses-unknown",
            "customers-without-purchase",
          ]),
        );
        const amounts = texts(given, 6).filter((cell) => typeof cell === "string");
        expect(amounts.some((cell) => /^[$¥]/.test(cell))).toBe(true);
        expect(amounts.some((cell) => /^\d{1,3},\d{3}\.\d\d$/.test(cell))).toBe(true);
        const names = texts(given, 2).map(String);
        expect(names.some((name) => /^\s+\S.*\s$/.test(name))).toBe(true);
        const otherWidth = given.language === "zh" ? /\(|[\uFF10-\uFF5A]/ : /[\uFF10-\uFF5A]/;
        expect(names.some((name) => otherWidth.test(name))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test.each(LANGUAGES)("holds each stage, and each tier of every template (%s)", (language) => {
    for (const policy of templates) {
      const { facts, tiers } = classified({ language, rows: 600 }, policy);
      for (const stage of STAGES) expect(facts.stage, stage).toContain(stage);
      for (const { tier, customers } of tiers) expect(customers, `${policy.name} ${tier}`).toBeGreaterThan(0);
    }
  });

  test("has heavy-tailed money: a fifth of the customers bring most of it, and not all", () => {
    const { ledger } = classified({ language: "en", rows: 3000 });
    const money = [...ledger.monetary];
    const all = money.reduce((sum, value) => sum + value, 0);
    const best = money.slice(0, Math.round(money.length / 5)).reduce((sum, value) => sum + value, 0);
    expect(best / all).toBeGreaterThan(0.5);
    expect(best / all).toBeLessThan(0.9);
  });

  test("gives every customer a name of its own, however many there are", () => {
    const { columns } = sampleOrders({ language: "zh", rows: 20_000 });
    const { ledger } = classified({ language: "zh", rows: 20_000 });
    const attributes = ledger.attributes[columns[3]?.header ?? ""];
    expect(ledger.customers.length).toBeGreaterThan(3000);
    // Two customers of one name would be in two regions now and then, and one of them would be lost.
    const regionsOf = new Map<string, Set<unknown>>();
    const names = texts({ language: "zh", rows: 20_000 }, 2).map((name) => String(name).trim());
    texts({ language: "zh", rows: 20_000 }, 3).forEach((region, row) => {
      const name = names[row] ?? "";
      if (name !== "") regionsOf.set(name, (regionsOf.get(name) ?? new Set()).add(region));
    });
    expect([...regionsOf.values()].every((regions) => regions.size === 1)).toBe(true);
    expect(attributes).toHaveLength(ledger.customers.length);
  });

  test("refuses fewer rows than hold the mess", () => {
    expect(() => sampleOrders({ language: "en", rows: FEWEST_ROWS - 1 })).toThrow(RangeError);
  });
});

test("sampleCsv quotes what the format needs quoted and ends every line alike", () => {
  const csv = sampleCsv({ language: "en", rows: 600 });
  expect(csv.startsWith("\uFEFFOrder no.,")).toBe(true);
  const lines = csv.slice(1).split("\r\n");
  expect(lines).toHaveLength(602);
  expect(lines.join("").includes("\n")).toBe(false);
  expect(csv.match(/"\d{1,3},\d{3}\.\d\d"/)).not.toBeNull();
});
