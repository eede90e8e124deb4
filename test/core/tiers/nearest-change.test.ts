import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify, type Classification, type ClassifyOptions } from "../../../src/core/classify";
import { say } from "../../../src/core/language/message";
import type { Cell } from "../../../src/core/ledger/cells";
import { isoOf } from "../../../src/core/ledger/dates";
import type { Mapping } from "../../../src/core/ledger/roles";
import type { Policy } from "../../../src/core/policy/policy";
import { readPolicy } from "../../../src/core/policy/read-policy";
import { templates } from "../../../src/core/policy/templates";
import { explain } from "../../../src/core/tiers/explain";
import { nearestChanges, type Change } from "../../../src/core/tiers/nearest-change";
import { tableOfRows } from "../../tables";
import { HEADERS, messyOrders } from "../random-orders";

const MAPPING: Mapping = { customer: 0, order: 1, date: 2, amount: 3, status: 4 };

function classified(
  headers: string[],
  rows: Cell[][],
  mapping: Mapping,
  policy: Policy,
  options: ClassifyOptions = {},
) {
  const result = classify(tableOfRows(headers, rows), policy, { mapping, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

/** The rows with a change made to them, as a person would type it in. */
function changed(rows: Cell[][], customer: string, change: Change): Cell[][] {
  switch (change.kind) {
    case "purchases": {
      const cents = Math.round(change.amount * 100);
      const each = Math.floor(cents / change.purchases);
      const added = change.dates.map((day, at): Cell[] => [
        customer,
        `new ${at}`,
        isoOf(day),
        (at === 0 ? cents - each * (change.purchases - 1) : each) / 100,
        "Completed",
      ]);
      return [...rows, ...added];
    }
    case "refund":
      return [...rows, [customer, "refund", isoOf(change.date), -change.amount, "Completed"]];
    case "silence":
      return rows;
  }
}

function tierOf(result: Classification, customer: string): string | null {
  const at = result.ledger.customers.indexOf(customer);
  return result.policy.tiers.list[result.assessment.tier[at] ?? -1]?.id ?? null;
}

const byDay = {
  ...(templates[0] as Policy),
  rows: { ...(templates[0] as Policy).rows, unit: "day" as const },
};
const percentiles = readPolicy({
  name: "percentiles",
  tiers: {
    list: ["top", "middle", "rest"].map((id) => ({ id, label: { en: id, zh: id } })),
    by: {
      kind: "grade",
      measures: [
        { measure: "monetary", weight: 2, direction: "higher", normalise: "percentile" },
        { measure: "recency", weight: 1, direction: "lower", normalise: "minmax" },
        { measure: "growth", weight: 1, direction: "higher", normalise: "zscore" },
      ],
      thresholds: [70, 40],
    },
  },
});
const policies = [...templates, byDay, ...(percentiles.ok ? [percentiles.value] : [])];

describe("nearestChanges: made to the data, each change does alter the tier", () => {
  it("in transactions, with the cut-offs kept and made anew", () => {
    let tried = 0;
    fc.assert(
      fc.property(messyOrders, fc.constantFrom(...policies), fc.nat(), (rows, policy, pick) => {
        const result = classified(HEADERS, rows, MAPPING, policy);
        const at = pick % result.ledger.customers.length;
        const customer = result.ledger.customers[at] ?? "";
        const before = tierOf(result, customer);
        const asOf = result.ledger.asOf;
        for (const change of nearestChanges(result, at)) {
          tried++;
          const after = changed(rows, customer, change);
          const day = change.kind === "silence" ? change.asOf : asOf;
          const frozen = result.assessment.ruler;
          const kept = classified(HEADERS, after, MAPPING, policy, { asOf: day, frozen });
          expect(tierOf(kept, customer)).toBe(change.tier);
          expect(tierOf(kept, customer)).not.toBe(before);
          if (change.kind === "silence") continue;
          const anew = classified(HEADERS, after, MAPPING, policy, { asOf: day });
          expect(tierOf(anew, customer)).not.toBe(before);
        }
      }),
      { numRuns: 120 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it("in a table of customers", () => {
    const headers = ["Customer", "Last purchase", "Orders", "Total"];
    const mapping: Mapping = { customer: 0, recency: 1, frequency: 2, monetary: 3 };
    const row = fc.tuple(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 9e6 }),
    );
    let tried = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 4, maxLength: 30 }),
        fc.constantFrom(...templates),
        fc.nat(),
        (list, policy, pick) => {
          fc.pre(policy.name !== "strategic" && list.some(([, orders]) => orders > 0));
          const rows = list.map(([days, orders, cents], at): Cell[] => [
            `C${at}`,
            orders === 0 ? "" : isoOf(45_000 - days),
            orders,
            orders === 0 ? 0 : cents / 100,
          ]);
          const result = classified(headers, rows, mapping, policy);
          const at = pick % rows.length;
          const customer = result.ledger.customers[at] ?? "";
          for (const change of nearestChanges(result, at)) {
            if (change.kind !== "purchases") continue;
            tried++;
            const asOf = result.ledger.asOf ?? 0;
            const after = rows.map((cells) =>
              cells[0] === customer
                ? [
                    customer,
                    isoOf(asOf),
                    Number(cells[2]) + change.purchases,
                    (Math.round(Number(cells[3]) * 100) + Math.round(change.amount * 100)) / 100,
                  ]
                : cells,
            );
            for (const frozen of [result.assessment.ruler, null]) {
              const then = classified(headers, after, mapping, policy, { asOf, frozen });
              expect(tierOf(then, customer)).not.toBe(tierOf(result, customer));
            }
          }
        },
      ),
      { numRuns: 80 },
    );
    expect(tried).toBeGreaterThan(30);
  });

  it("is the nearest: of one cent less, with the cut-offs kept or made anew, it does not do", () => {
    const rows = Array.from({ length: 30 }, (_, at): Cell[] => [
      `C${at}`,
      at,
      "2024-01-31",
      (at + 1) * 100,
      "",
    ]);
    const abc = templates.find(({ name }) => name === "abc") as Policy;
    const result = classified(HEADERS, rows, MAPPING, abc);
    const at = result.assessment.tier.findIndex((tier) => tier === 1);
    const customer = result.ledger.customers[at] ?? "";
    const change = nearestChanges(result, at).find(({ kind }) => kind === "purchases");
    if (change?.kind !== "purchases") throw new Error("no purchase makes a B an A");
    expect(change).toMatchObject({ purchases: 1, tier: "A" });
    const less = { ...change, amount: change.amount - 0.01 };
    const tiers = [result.assessment.ruler, null].map((frozen) =>
      tierOf(classified(HEADERS, changed(rows, customer, less), MAPPING, abc, { frozen }), customer),
    );
    expect(tiers).toContain("B");
  });
});

describe("explain(customer)", () => {
  it("says everything in both languages, with no placeholder left, for every template", () => {
    fc.assert(
      fc.property(messyOrders, fc.constantFrom(...policies), fc.nat(), (rows, policy, pick) => {
        const result = classified(HEADERS, rows, MAPPING, policy);
        const at = pick % result.ledger.customers.length;
        for (const language of ["en", "zh"] as const) {
          const { sentences } = explain(result, at, language);
          const stage = result.facts.stage[at];
          const label = say({ code: `label.stage.${stage ?? "prospect"}` }, language);
          expect(sentences.join("\n")).toContain(label);
          expect(sentences.join("\n")).not.toMatch(/[{}]|undefined|NaN|null/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("names scores, values and cut-offs", () => {
    const rows = Array.from({ length: 10 }, (_, at): Cell[] => [
      `C${at}`,
      at,
      `2024-01-${11 + at}`,
      (at + 1) * 100,
      "",
    ]);
    const result = classified(HEADERS, rows, MAPPING, templates[0] as Policy);
    const at = result.ledger.customers.indexOf("C9");
    const text = explain(result, at, "en").sentences.join("\n");
    expect(text).toContain("R 5: last purchase 0 days ago, up to 1.8.");
    expect(text).toContain("M 5: 1,000 in money, above 820.");
    expect(text).toContain("Tier B: R 5, F 1, M 5: mean 3.67 → B.");
  });
});
