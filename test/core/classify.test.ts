import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify, type Classification, type ClassifyOptions } from "../../src/core/classify";
import type { Cell } from "../../src/core/ledger/cells";
import type { Policy } from "../../src/core/policy/policy";
import { templates } from "../../src/core/policy/templates";
import { resultJson } from "../../src/core/report/result-json";
import { tableOfRows } from "../tables";
import { HEADERS, messyOrders, shuffled } from "./random-orders";

const MAPPING = { customer: 0, order: 1, date: 2, amount: 3, status: 4 };
const policies = fc.constantFrom(...templates);

function classified(
  rows: readonly (readonly Cell[])[],
  policy: Policy,
  options: ClassifyOptions = {},
): Classification {
  const result = classify(tableOfRows(HEADERS, rows), policy, { mapping: MAPPING, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

/** The result without the row numbers of examples, which are about the order of rows. */
function withoutExamples(result: Classification) {
  const { check, ...json } = resultJson(result, "en");
  return { ...json, check: { ...check, setAside: check.setAside.map(({ examples: _, ...rest }) => rest) } };
}

describe("classify(rows, policy)", () => {
  it("doesn't depend on the order of rows", () => {
    fc.assert(
      fc.property(messyOrders, policies, fc.nat(), (rows, policy, seed) => {
        const one = withoutExamples(classified(rows, policy));
        const other = withoutExamples(classified(shuffled(rows, seed), policy));
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      { numRuns: 300 },
    );
  });

  it("accounts for every row and cent", () => {
    fc.assert(
      fc.property(messyOrders, policies, (rows, policy) => {
        const { ledger, tiers } = classified(rows, policy);
        const { rowsIn, rowsUsed, amountIn, amountUsed, setAside } = ledger.check;
        const cents = (money: number) => Math.round(money * 100);
        expect(rowsIn).toBe(rowsUsed + setAside.reduce((sum, aside) => sum + aside.rows, 0));
        expect(cents(amountIn)).toBe(
          cents(amountUsed) + setAside.reduce((sum, aside) => sum + cents(aside.amount), 0),
        );
        expect(tiers.reduce((sum, tier) => sum + tier.customers, 0)).toBe(ledger.customers.length);
        expect(tiers.reduce((sum, tier) => sum + cents(tier.monetary), 0)).toBe(
          ledger.monetary.reduce((sum, money) => sum + cents(money), 0),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("gives equal values equal scores, and scores never fall as the measure rises", () => {
    fc.assert(
      fc.property(messyOrders, policies, (rows, policy) => {
        const { facts, assessment } = classified(rows, policy);
        const measures = [
          [facts.recency.map((days) => -days), assessment.r],
          [facts.frequency, assessment.f],
          [facts.monetary, assessment.m],
        ] as const;
        for (const [values, scores] of measures) {
          const bought = [...values.keys()].filter((at) => facts.frequency[at] !== 0);
          const order = bought.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
          for (let place = 1; place < order.length; place++) {
            const [before = 0, at = 0] = [order[place - 1], order[place]];
            if (values[before] === values[at]) expect(scores[at]).toBe(scores[before]);
            else expect(scores[at] ?? 0).toBeGreaterThanOrEqual(scores[before] ?? 0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("scaling money by a constant changes no score, segment or tier", () => {
    fc.assert(
      fc.property(messyOrders, policies, fc.constantFrom(10, 100, 7, 0.5), (rows, policy, factor) => {
        // Whole units, so that scaling and rounding to the cent don't meet.
        const whole = rows.map((row) =>
          row.with(3, typeof row[3] === "number" ? Math.round(row[3] * 100) : (row[3] ?? null)),
        );
        const scaled = whole.map((row) =>
          row.with(3, typeof row[3] === "number" ? row[3] * factor : (row[3] ?? null)),
        );
        const numbersOnly = whole.every((row) => typeof row[3] !== "string" || !/\d/.test(row[3]));
        fc.pre(numbersOnly);
        const view = (result: Classification) =>
          new Map(
            resultJson(result, "en").customers.map(({ customer, rfm, segment, abc, stage, tier }) => [
              customer,
              { rfm, segment, abc, stage, tier },
            ]),
          );
        expect(view(classified(scaled, policy))).toEqual(view(classified(whole, policy)));
      }),
      { numRuns: 200 },
    );
  });

  it("a run frozen with its own ruler gives itself", () => {
    fc.assert(
      fc.property(messyOrders, policies, (rows, policy) => {
        const first = classified(rows, policy);
        const again = classified(rows, policy, { frozen: first.assessment.ruler });
        const { notes: _, ...one } = resultJson(first, "en");
        const { notes: __, ...other } = resultJson(again, "en");
        expect(other).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  it("a prospect scores 1 in everything and moves no cut-off", () => {
    const rows = Array.from({ length: 20 }, (_, at): Cell[] => [
      `C${at}`,
      at,
      `2024-01-${10 + (at % 15)}`,
      10 + at,
      "",
    ]);
    const prospect: Cell[] = ["P", 99, "2024-01-11", -5, ""];
    for (const policy of templates) {
      const without = classified(rows, policy);
      const withOne = classified([...rows, prospect], policy);
      expect(resultJson(withOne, "en").cutoffs).toEqual(resultJson(without, "en").cutoffs);
      expect(resultJson(withOne, "en").customers.at(-1)).toMatchObject({
        customer: "P",
        firstPurchase: null,
        lastPurchase: null,
        recency: null,
        frequency: 0,
        rfm: "111",
        abc: "C",
        stage: "prospect",
        activity: null,
      });
    }
  });
});
