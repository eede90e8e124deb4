import { describe, expect, it } from "vitest";
import { classify } from "../../../src/core/classify";
import type { Cell } from "../../../src/core/ledger/cells";
import { isoOf, serialOf } from "../../../src/core/ledger/dates";
import type { Mapping } from "../../../src/core/ledger/roles";
import type { Policy } from "../../../src/core/policy/policy";
import { readPolicy } from "../../../src/core/policy/read-policy";
import { templateNamed } from "../../../src/core/policy/templates";
import { resultJson } from "../../../src/core/report/result-json";
import { tableOfRows } from "../../tables";

const TODAY = serialOf(2024, 12, 31);

/** Customers by what they bought: [days ago, amount] each. The money makes ABC 70/90 plain. */
const BOUGHT: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  // 600 of 1,000: A. Buys every 30 days, growing.
  anna: [
    [150, 100],
    [120, 100],
    [90, 100],
    [60, 150],
    [30, 150],
  ],
  // 200 of 1,000: 80% with anna's: B. Churned: one purchase 400 days ago.
  bert: [[400, 200]],
  // 120 of 1,000: C at 92%. Dormant.
  cleo: [[200, 120]],
  // 80: C. Active and growing.
  dora: [[10, 80]],
  // Refunds only: a prospect.
  emil: [[20, -5]],
};

function tiers(
  policy: Policy | undefined,
  headers = ["Customer", "Date", "Amount"],
  more: (name: string) => Cell[] = () => [],
) {
  const rows = Object.entries(BOUGHT).flatMap(([name, purchases]) =>
    purchases.map(([days, amount]): Cell[] => [name, isoOf(TODAY - days), amount, ...more(name)]),
  );
  const mapping: Mapping = {
    customer: 0,
    date: 1,
    amount: 2,
    ...Object.fromEntries(headers.slice(3).map((header, at) => [`measure:${header}`, at + 3])),
  };
  const result = classify(tableOfRows(headers, rows), policy as Policy, { mapping, asOf: TODAY });
  if (!result.ok) return result.troubles.map(({ code }) => code);
  return Object.fromEntries(
    resultJson(result.value, "en")
      .customers.map(({ customer, tier }) => [customer, tier] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe("tiers of the templates, by hand from methods §4", () => {
  it("abc: share 70/90, refunds and zeros C", () => {
    expect(tiers(templateNamed("abc"))).toEqual({ anna: "A", bert: "B", cleo: "C", dora: "C", emil: "C" });
  });
  it("vip: A and not churned; B; C and prospects", () => {
    expect(tiers(templateNamed("vip"))).toEqual({
      anna: "vip",
      bert: "regular",
      cleo: "potential",
      dora: "potential",
      emil: "potential",
    });
  });
  it("adc: by activity, a prospect has none", () => {
    expect(tiers(templateNamed("adc"))).toEqual({
      anna: "active",
      bert: "churned",
      cleo: "dormant",
      dora: "active",
      emil: null,
    });
  });
  it("strategic: money × growth of the last 180 days against the 180 before", () => {
    expect(tiers(templateNamed("strategic"))).toEqual({
      anna: "strategic",
      bert: "ordinary",
      cleo: "ordinary",
      dora: "potential",
      emil: "potential",
    });
  });
  it("strategic: money × a potential column cut at its mean, where there is one", () => {
    const potential: Readonly<Record<string, number>> = { anna: 1, bert: 9, cleo: 9, dora: 2 };
    expect(
      tiers(templateNamed("strategic"), ["Customer", "Date", "Amount", "potential"], (name) => [
        potential[name] ?? null,
      ]),
    ).toEqual({
      anna: "important",
      bert: "important",
      cleo: "potential",
      dora: "ordinary",
      emil: "potential",
    });
  });
  it("eight-types: key above the mean of money (250), standard else", () => {
    expect(tiers(templateNamed("eight-types"))).toEqual({
      anna: "key",
      bert: "standard",
      cleo: "standard",
      dora: "standard",
      emil: "standard",
    });
  });
  it("rfm: the mean of R, F and M, rounded half up", () => {
    // Four buyers. Days 30 400 200 10: quintile cut-offs 22 98 160... by type 7: 22, 64, 166, 280 → R 4 1 2 5.
    // Purchases 5 1 1 1: cut-offs 1 1 1 2.6 → F 5 1 1 1. Money 600 200 120 80: 104, 136, 184, 360 → M 5 4 2 1.
    // Means 4.67, 2, 1.67, 2.33; a prospect 1.
    expect(tiers(templateNamed("rfm"))).toEqual({ anna: "A", bert: "D", cleo: "D", dora: "D", emil: "E" });
  });
  it("weighted: R .3, F .3, M .4 of the scores, 0–100: 92.5, 30, 17.5, 30, a prospect 0", () => {
    expect(tiers(templateNamed("weighted"))).toEqual({
      anna: "S",
      bert: "C",
      cleo: "C",
      dora: "C",
      emil: "C",
    });
  });
});

describe("policies of one's own", () => {
  const list = ["high", "low"].map((id) => ({ id, label: { en: id, zh: id } }));
  const own = (document: object) => {
    const policy = readPolicy(document);
    if (!policy.ok) throw new Error(JSON.stringify(policy.troubles));
    return policy.value;
  };
  it("by segment and score", () => {
    const by = {
      kind: "rules",
      rules: [{ tier: "high", when: { f: [5], segment: ["champions", "loyal"] } }],
      rest: "low",
    };
    expect(tiers(own({ tiers: { list, by } }))).toMatchObject({ anna: "high", bert: "low", emil: "low" });
  });
  it("by a graded measure that some lack: the others share its weight, and a note says so", () => {
    const by = {
      kind: "grade",
      measures: [
        { measure: "satisfaction", weight: 1, direction: "higher", normalise: "minmax" },
        { measure: "monetary", weight: 1, direction: "higher", normalise: "minmax" },
      ],
      thresholds: [50],
    };
    const satisfaction: Readonly<Record<string, number>> = { anna: 1, bert: 10 };
    // anna (0 + 100) / 2, bert (100 + 23.1) / 2; cleo and dora by money alone: 7.7 and 0.
    expect(
      tiers(own({ tiers: { list, by } }), ["Customer", "Date", "Amount", "satisfaction"], (name) => [
        satisfaction[name] ?? null,
      ]),
    ).toEqual({ anna: "high", bert: "high", cleo: "low", dora: "low", emil: "low" });
  });
  it("refuse a measure that the input lacks", () => {
    const by = {
      kind: "grade",
      measures: [{ measure: "profit", weight: 1, direction: "higher", normalise: "zscore" }],
      thresholds: [50],
    };
    expect(tiers(own({ tiers: { list, by } }))).toEqual(["policy-measure-missing"]);
    expect(tiers(own({ extends: "abc", abc: { measure: "profit" } }))).toEqual(["policy-measure-missing"]);
  });
});
