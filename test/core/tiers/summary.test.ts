import { describe, expect, it } from "vitest";
import { isAtRisk, revenueAtRisk, tierSummary } from "../../../src/core/tiers/summary";
import { byCustomer, ofPurchases, policyOf, tiersBy, valueOf, type Bought } from "./bought";

// Methods §4. Nobody has three gaps, so the gap is 90: warned of from 136 days, dormant from 181, churned from 361.
const BOUGHT: Bought = {
  plain: [
    [400, 3],
    [10, 100],
  ],
  warned: [
    [370, 500],
    [140, 30],
  ],
  dormant: [
    [400, 60],
    [200, 40],
  ],
  churned: [[361, 70]],
  prospect: [[20, -5]],
};
const list = ["one", "other"];
const by = {
  kind: "rules",
  rules: [{ tier: "one", when: { stage: ["churned", "dormant"] } }],
  rest: "other",
};
const result = valueOf(ofPurchases(BOUGHT, policyOf(tiersBy(list, by))));

describe("at risk: dormant, or warned of and not churned (methods §4)", () => {
  it("is neither the plainly active, nor the churned, nor the prospect", () => {
    expect(byCustomer(result, (at) => isAtRisk(result.facts, at))).toEqual({
      plain: false,
      warned: true,
      dormant: true,
      churned: false,
      prospect: false,
    });
  });
  it("is the dormant without a warning too", () => {
    const quiet = { ...result.facts, warnings: result.facts.warnings.map(() => []) };
    expect(byCustomer(result, (at) => isAtRisk(quiet, at))).toMatchObject({ dormant: true, warned: false });
  });
  it("risks the money of the last 365 days: 30 of the warned, 40 of the dormant", () => {
    expect(byCustomer(result, (at) => revenueAtRisk(result.facts, at, null))).toEqual({
      plain: 0,
      warned: 30,
      dormant: 40,
      churned: 0,
      prospect: 0,
    });
  });
  it("times 1 − P(alive) where it is known: 30 × 0.1, 40 whole, nothing of the others", () => {
    const { customers } = result.ledger;
    const alive = Float64Array.from(customers, (id) =>
      id === "warned" ? 0.9 : id === "dormant" ? NaN : 0.5,
    );
    expect(byCustomer(result, (at) => revenueAtRisk(result.facts, at, alive))).toEqual({
      plain: 0,
      warned: 3,
      dormant: 40,
      churned: 0,
      prospect: 0,
    });
    expect(
      tierSummary(result.facts, result.assessment, result.policy, alive).map((tier) => tier.revenueAtRisk),
    ).toEqual([40, 3]);
  });
});

it("a tier in sum: money, its share, purchases, repeat rate (≥ 2 ÷ ≥ 1), and what is at risk", () => {
  // dormant 100 and churned 70: 170 of the 798 (103 + 530 + 100 + 70 − 5); one of two bought again.
  // plain 103, warned 530, prospect −5: 628; both buyers bought again, and the prospect isn't counted.
  expect(result.tiers).toEqual([
    {
      tier: "one",
      customers: 2,
      monetary: 170,
      share: 170 / 798,
      purchases: 3,
      repeatRate: 1 / 2,
      atRisk: 1,
      revenueAtRisk: 40,
    },
    {
      tier: "other",
      customers: 3,
      monetary: 628,
      share: 628 / 798,
      purchases: 4,
      repeatRate: 1,
      atRisk: 1,
      revenueAtRisk: 30,
    },
  ]);
});
