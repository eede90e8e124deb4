import { describe, expect, it } from "vitest";
import type { Classification } from "../../../src/core/classify";
import { resultJson } from "../../../src/core/report/result-json";
import { rulerFromJson, rulerFromSnapshot, snapshotOf } from "../../../src/core/review/snapshot";
import type { Ruler } from "../../../src/core/tiers/ruler";
import {
  byCustomer,
  notesOf,
  ofSums,
  policyOf,
  refusalsOf,
  tierIds,
  valueOf,
  type Summed,
} from "../tiers/bought";

/** The ruler of a result as its `--json` keeps it: R, F and M, and ABC by money. */
const fromJson = (result: Classification): Ruler =>
  valueOf(rulerFromJson(JSON.stringify(resultJson(result, "en"))));

/** The ruler of a result as its workbook keeps it. */
const fromWorkbook = (result: Classification): Ruler =>
  valueOf(rulerFromSnapshot(snapshotOf(result).map(({ key, value }) => [key, value])));

// Days since, purchases, money.
const BUYERS: Summed = { anna: [10, 4, 100], bert: [20, 3, 10], cleo: [300, 1, 50] };

describe("a frozen ruler that doesn't fit is refused", () => {
  it("ruler-shape: quintiles under a policy of two classes", () => {
    const frozen = valueOf(ofSums(BUYERS, policyOf({}))).assessment.ruler;
    expect(refusalsOf(ofSums(BUYERS, policyOf({ extends: "eight-types" }), { frozen }))).toEqual([
      { code: "ruler-shape", params: { measure: { code: "measure.recency" }, given: 5, needed: 2 } },
    ]);
  });
  it("ruler-missing: ABC by profit, which the customers' money doesn't tell", () => {
    // By profit: bert 90 of 100 is A, though its money is the least.
    const profits: Summed = { anna: [10, 4, 100, 9], bert: [20, 3, 10, 90], cleo: [300, 1, 50, 1] };
    const names = ["profit"];
    const policy = policyOf({ extends: "abc", abc: { measure: "profit" } });
    const before = valueOf(ofSums(profits, policy, { names }));
    expect(refusalsOf(ofSums(profits, policy, { names, frozen: fromJson(before) }))).toEqual([
      { code: "ruler-missing", params: { measure: "ABC" } },
    ]);
    const kept = valueOf(ofSums(profits, policy, { names, frozen: fromWorkbook(before) }));
    expect(kept.assessment.abc).toEqual(before.assessment.abc);
  });
  it("ruler-missing: nested cut-offs", () => {
    const policy = policyOf({ scores: { nested: true } });
    const frozen = fromJson(valueOf(ofSums(BUYERS, policy)));
    expect(refusalsOf(ofSums(BUYERS, policy, { frozen }))).toEqual([
      { code: "ruler-missing", params: { measure: "R × F × M" } },
    ]);
  });
  it("ruler-missing: an axis cut by the customers; one cut at fixed values needs none", () => {
    const rated: Summed = { anna: [10, 4, 100, 1], bert: [20, 3, 10, 5], cleo: [300, 1, 50, 9] };
    const names = ["potential"];
    const policy = policyOf({ extends: "strategic" });
    const frozen = fromJson(valueOf(ofSums(rated, policy, { names })));
    expect(refusalsOf(ofSums(rated, policy, { names, frozen }))).toEqual([
      { code: "ruler-missing", params: { measure: { code: "measure.potential" } } },
    ]);
    const fixed = policyOf({
      tiers: {
        list: policy.tiers.list,
        by: {
          ...policy.tiers.by,
          y: { measure: "potential", cutoffs: { method: "fixed", at: [4] } },
        },
      },
    });
    // ABC of money: anna 100 of 160 A, cleo 150 of 160 C (94%), bert C; potential above 4: bert and cleo.
    expect(tierIds(valueOf(ofSums(rated, fixed, { names, frozen })))).toEqual({
      anna: "important",
      bert: "potential",
      cleo: "potential",
    });
  });
});

describe("a frozen ruler is applied", () => {
  it("nested, each group by its own cut-offs", () => {
    const policy = policyOf({ extends: "eight-types", scores: { nested: true } });
    // Mean of the days 50: a and b R 2. Purchases: mean 2 in R 2, 1 in R 1.
    // Money: R 2 F 1 {10} 10; R 2 F 2 {90} 90; R 1 F 1 {200, 400} 300; R 1 F 2 empty, so R 1's 300.
    const before = valueOf(
      ofSums({ a: [10, 1, 10], b: [10, 3, 90], c: [90, 1, 200], d: [90, 1, 400] }, policy),
    );
    expect(before.assessment.ruler.nested).toEqual({
      recency: [50],
      frequency: [[1], [2]],
      monetary: [
        [[300], [300]],
        [[10], [90]],
      ],
    });
    // x: 2 isn't above 2, 50 is above 10. z: 3 above 2, 95 above 90. y: 250 isn't above 300. w: 2 above 1, 301 above 300.
    const now = valueOf(
      ofSums({ x: [20, 2, 50], z: [20, 3, 95], y: [60, 1, 250], w: [60, 2, 301] }, policy, {
        frozen: fromWorkbook(before),
      }),
    );
    const { r, f, m } = now.assessment;
    expect(byCustomer(now, (at) => [r[at], f[at], m[at]])).toEqual({
      x: [2, 1, 2],
      z: [2, 2, 2],
      y: [1, 1, 1],
      w: [1, 2, 2],
    });
    expect(now.assessment.ruler.nested).toEqual(before.assessment.ruler.nested);
  });
  it("ruler-other-policy: the policy it was made with, where that is another and known", () => {
    const before = valueOf(ofSums(BUYERS, policyOf({ extends: "rfm", name: "rfm" })));
    const vip = policyOf({ extends: "vip", name: "vip" });
    const note = { code: "ruler-other-policy", params: { from: "rfm", to: "vip" } };
    const notes = (frozen: Ruler, policy = vip) =>
      notesOf(valueOf(ofSums(BUYERS, policy, { frozen })), "ruler-other-policy");
    expect(notes(fromWorkbook(before))).toEqual([note]);
    expect(notes(fromJson(before))).toEqual([]);
    expect(notes(fromWorkbook(before), before.policy)).toEqual([]);
  });
});

describe("a snapshot longer than a cell", () => {
  const { policy, assessment } = valueOf(ofSums(BUYERS, policyOf({})));
  const texts = (entries: ReturnType<typeof snapshotOf>, key: string) =>
    entries.filter((entry) => entry.key === key).map(({ value }) => value);
  it("is cut into parts that a cell holds (32,767 characters) and joined exactly", () => {
    // Percentiles keep every distinct value: 5,000 of some ten characters, and their counts.
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`c${at}`, [at % 300, 1 + (at % 7), 1000.25 + at]]),
    );
    const percentiles = policyOf({
      tiers: {
        list: policy.tiers.list.slice(0, 2),
        by: {
          kind: "grade",
          measures: [{ measure: "monetary", weight: 1, direction: "higher", normalise: "percentile" }],
          thresholds: [50],
        },
      },
    });
    const { ruler } = valueOf(ofSums(many, percentiles)).assessment;
    const long = { ...policy, title: { en: "“T”, ".repeat(9_000), zh: "分级，".repeat(9_000) } };
    const entries = snapshotOf({ assessment: { ruler }, policy: long });
    expect(Math.max(...entries.map(({ value }) => value.length))).toBeLessThanOrEqual(32_767);
    expect(texts(entries, "ruler").length).toBeGreaterThan(1);
    expect(texts(entries, "ruler").join("")).toBe(JSON.stringify(ruler));
    expect(texts(entries, "policy").join("")).toBe(JSON.stringify(long));
    expect(rulerFromSnapshot(entries.map(({ key, value }) => [key, value]))).toEqual({
      ok: true,
      value: ruler,
    });
  });
  it.each([29_999, 30_000, 30_001, 60_000, 60_001])("of %d characters exactly", (length) => {
    const bare = JSON.stringify({ ...assessment.ruler, version: "" }).length;
    const ruler = { ...assessment.ruler, version: "v".repeat(length - bare) };
    const entries = snapshotOf({ assessment: { ruler }, policy });
    expect(texts(entries, "ruler").join("")).toHaveLength(length);
    expect(texts(entries, "ruler").every((text) => text !== "")).toBe(true);
    expect(valueOf(rulerFromSnapshot(entries.map(({ key, value }) => [key, value])))).toEqual(ruler);
  });
});
