import { describe, expect, it } from "vitest";
import {
  notesOf,
  ofPurchases,
  ofSums,
  policyOf,
  tierIds,
  tiersBy,
  valueOf,
  byCustomer,
  type Bought,
  type Summed,
} from "./bought";

// Methods §4: without three gaps the gap is 90: dormant from 181 days, churned from 361.
describe("rules with unless", () => {
  // 700 of 1,000 in all: A at exactly 70%. 200: B at 90%. 100: C.
  const bought: Bought = { big: [[361, 700]], middle: [[10, 200]], small: [[10, 100]] };
  it("VIP when churned is regular, and not before", () => {
    const vip = policyOf({ extends: "vip" });
    expect(tierIds(valueOf(ofPurchases(bought, vip)))).toEqual({
      big: "regular",
      middle: "regular",
      small: "potential",
    });
    expect(tierIds(valueOf(ofPurchases({ ...bought, big: [[360, 700]] }, vip)))).toMatchObject({
      big: "vip",
    });
  });
  it("any of its facts keeps a customer out; when needs all of its facts", () => {
    const rules = (unless: object) =>
      policyOf(
        tiersBy(["in", "out"], {
          kind: "rules",
          rules: [{ tier: "in", when: { abc: ["A", "B"], activity: ["active", "churned"] }, unless }],
          rest: "out",
        }),
      );
    const tiers = (unless: object) => tierIds(valueOf(ofPurchases(bought, rules(unless))));
    // big is churned and A; middle is active and B; small is active but C.
    expect(tiers({ stage: ["prospect"], abc: ["C"] })).toEqual({ big: "in", middle: "in", small: "out" });
    expect(tiers({ stage: ["churned"], abc: ["C"] })).toEqual({ big: "out", middle: "in", small: "out" });
    expect(tiers({ stage: ["churned"], abc: ["B"] })).toEqual({ big: "out", middle: "out", small: "out" });
  });
  it("a customer that no rule takes is in no tier, and a note counts them", () => {
    const adc = valueOf(
      ofPurchases({ ...bought, emil: [[20, -5]], emma: [[9, -1]] }, policyOf({ extends: "adc" })),
    );
    expect(tierIds(adc)).toMatchObject({ emil: null, emma: null });
    expect(notesOf(adc, "tier-none")).toEqual([{ code: "tier-none", params: { customers: 2 } }]);
    expect(notesOf(valueOf(ofPurchases(bought, policyOf({ extends: "adc" }))), "tier-none")).toEqual([]);
  });
});

describe("customers without a purchase are left out of every population (methods §1)", () => {
  // Days since, purchases, money, potential. The prospect's numbers would move every cut-off.
  const summed: Summed = {
    anna: [10, 5, 600, 2],
    bert: [10, 5, 300, 4],
    cleo: [10, 5, 100, 3],
    prospect: [null, 0, 9000, 500],
  };
  const names = ["potential"];
  const grade = (normalise: string) =>
    policyOf(
      tiersBy(["high", "low"], {
        kind: "grade",
        measures: [{ measure: "potential", weight: 1, direction: "higher", normalise }],
        thresholds: [50],
      }),
    );
  it("of a grade: minmax of 2 to 4, not to 500; a prospect has 0 points", () => {
    const result = valueOf(ofSums(summed, grade("minmax"), { names }));
    expect(byCustomer(result, (at) => result.assessment.points?.[at])).toEqual({
      anna: 0,
      bert: 100,
      cleo: 50,
      prospect: 0,
    });
    expect(tierIds(result)).toEqual({ anna: "low", bert: "high", cleo: "high", prospect: "low" });
  });
  it("of a grade: percentiles of three, by mid-rank", () => {
    const result = valueOf(ofSums(summed, grade("percentile"), { names }));
    // (below + half of the equal) ÷ 3: anna .5 ÷ 3, cleo 1.5 ÷ 3, bert 2.5 ÷ 3.
    expect(byCustomer(result, (at) => Math.round(result.assessment.points?.[at] ?? NaN))).toEqual({
      anna: 17,
      bert: 83,
      cleo: 50,
      prospect: 0,
    });
  });
  it("of a matrix: money shares of 1,000, a mean potential of 3", () => {
    const result = valueOf(ofSums(summed, policyOf({ extends: "strategic" }), { names }));
    // Shares: anna .6 A, bert .9 B, cleo 1 C. Above the mean of 3: bert alone.
    expect(result.assessment.ruler.axes).toEqual({
      x: { measure: "monetary", cutoffs: [100, 300] },
      y: { measure: "potential", cutoffs: [3] },
    });
    expect(tierIds(result)).toEqual({
      anna: "important",
      bert: "important",
      cleo: "ordinary",
      prospect: "potential",
    });
  });
  it("of ABC", () => {
    const { assessment } = valueOf(ofSums(summed, policyOf({ extends: "abc" }), { names }));
    expect(assessment.ruler.abc).toEqual([100, 300]);
  });
  it("nor is a measure known that only they have", () => {
    const only: Summed = { anna: [10, 5, 600, null], prospect: [null, 0, 0, 500] };
    const result = ofSums(only, grade("minmax"), { names });
    expect(result.ok ? "known" : result.troubles.map(({ code }) => code)).toEqual(["policy-measure-missing"]);
  });
});

describe("notes", () => {
  it("axis-otherwise: which measure the matrix uses instead, where there is none of its own", () => {
    const strategic = policyOf({ extends: "strategic" });
    const bought: Bought = { anna: [[10, 100]], bert: [[200, 50]] };
    const without = valueOf(ofPurchases(bought, strategic));
    expect(notesOf(without, "axis-otherwise")).toEqual([
      {
        code: "axis-otherwise",
        params: { measure: { code: "measure.potential" }, otherwise: { code: "measure.growth" } },
      },
    ]);
    expect(without.assessment.ruler.axes?.y).toEqual({ measure: "growth", cutoffs: [0] });
    const further = { potential: { anna: 1, bert: 2 } };
    expect(notesOf(valueOf(ofPurchases(bought, strategic, { further })), "axis-otherwise")).toEqual([]);
  });
  it("segment-rest: the codes that no rule of the grid covers, and whose they are", () => {
    const fixed = (...at: number[]) => ({ method: "fixed", at });
    const policy = policyOf({
      grid: "rfm-r",
      scores: { recency: fixed(10, 20, 30, 40), frequency: fixed(1, 2, 3, 4), monetary: fixed(1, 2, 3, 4) },
    });
    // 35 days R 2, once F 1, 9 M 5: of the rules with R 2 and F 1, only About To Sleep, whose M ends at 4.
    // 5 days R 5, once F 1, 9 M 5: New Customers.
    const summed: Summed = { anna: [35, 1, 9], bert: [40, 1, 8], cleo: [5, 1, 9], prospect: [null, 0, 0] };
    const result = valueOf(ofSums(summed, policy));
    expect(notesOf(result, "segment-rest")).toEqual([
      { code: "segment-rest", params: { customers: 2, codes: ["215"] } },
    ]);
  });
  it("score-empty: who share which value, so that nobody has a score (methods §2)", () => {
    // Purchases 1 1 1 5: type-7 cut-offs 1 1 1 2.6. Days 10 10 10 50: 10 10 10 26, reversed. The prospect isn't counted.
    const summed: Summed = {
      a: [10, 1, 10],
      b: [10, 1, 20],
      c: [10, 1, 30],
      d: [50, 5, 40],
      prospect: [null, 0, 0],
    };
    const result = valueOf(ofSums(summed, policyOf({})));
    const empty = (measure: string) =>
      notesOf(result, "score-empty").flatMap(({ params }) =>
        JSON.stringify(params?.["measure"]).includes(measure)
          ? [[params?.["score"], params?.["value"], params?.["customers"]]]
          : [],
      );
    expect(empty("frequency")).toEqual([
      [2, 1, 3],
      [3, 1, 3],
      [4, 1, 3],
    ]);
    expect(empty("recency")).toEqual([
      [2, 10, 3],
      [3, 10, 3],
      [4, 10, 3],
    ]);
  });
});
