import { describe, expect, it } from "vitest";
import { byCustomer, ofPurchases, ofSums, policyOf, valueOf, type Bought } from "./bought";

const rfm = policyOf({ extends: "rfm" });

describe("windows end today and are half open, as those of the warnings (methods §4)", () => {
  it("recent money: the last 365 days, today the first and the one 364 days ago the last, net of refunds", () => {
    const bought: Bought = {
      inside: [
        [364, 8],
        [10, -3],
        [0, 1],
      ],
      outside: [
        [365, 16],
        [100, 2],
      ],
    };
    const { facts, ...rest } = valueOf(ofPurchases(bought, rfm));
    expect(byCustomer({ facts, ...rest }, (at) => facts.recentMoney[at])).toEqual({ inside: 6, outside: 2 });
  });
  it("growth: days 0–179 less days 180–359", () => {
    const a: Bought[string] = [
      [360, 16],
      [359, 8],
      [180, 4],
      [179, 2],
      [0, 1],
    ];
    // (1 + 2) − (4 + 8)
    const { facts } = valueOf(ofPurchases({ a }, rfm));
    expect(Array.from(facts.measures["growth"] ?? [])).toEqual([-9]);
  });
});

describe("satisfaction down is a warning (methods §4)", () => {
  const warnings = (days: number, now: number, before: number | null) => {
    const names = ["satisfaction", "satisfaction before"];
    return valueOf(ofSums({ a: [days, 5, 500, now, before] }, rfm, { names })).facts.warnings[0];
  };
  it("when it fell, not when it rose, stayed, or had no reading before", () => {
    expect(warnings(10, 3, 4)).toEqual([{ rule: "satisfaction-down", now: 3, before: 4 }]);
    expect(warnings(10, 4, 3)).toEqual([]);
    expect(warnings(10, 4, 4)).toEqual([]);
    expect(warnings(10, 4, null)).toEqual([]);
  });
  it("of the dormant, beside overdue; of the churned, no warning at all", () => {
    // Gap 90: dormant 181–360 days, churned from 361.
    expect(warnings(360, 3, 4)).toEqual([
      { rule: "overdue", recency: 360, gap: 90 },
      { rule: "satisfaction-down", now: 3, before: 4 },
    ]);
    expect(warnings(361, 3, 4)).toEqual([]);
  });
});

it("a churned customer is never warned of, whatever its purchases say", () => {
  // Own gap 10: overdue past 15 days, dormant past 60, churned past 180.
  const bought = (last: number): Bought[string] => [30, 20, 10, 0].map((more) => [last + more, 10]);
  const { facts, ...rest } = valueOf(ofPurchases({ churned: bought(181), dormant: bought(180) }, rfm));
  expect(byCustomer({ facts, ...rest }, (at) => facts.warnings[at]?.map(({ rule }) => rule))).toEqual({
    churned: [],
    dormant: ["overdue"],
  });
});
