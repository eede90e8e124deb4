import { describe, expect, it } from "vitest";
import type { CustomerLog } from "../../../src/core/ledger/purchases";
import type { LifecycleRules } from "../../../src/core/lifecycle/lifecycle-rules";
import { customersByMonth } from "../../../src/core/lifecycle/months";
import { rhythmFromSums, rhythmOf } from "../../../src/core/lifecycle/rhythm";
import { activityOf, stageOf } from "../../../src/core/lifecycle/stages";
import { activityBetween, warningsOf } from "../../../src/core/lifecycle/warnings";
import { serialOf } from "../../../src/core/ledger/dates";
import { templateNamed } from "../../../src/core/policy/templates";
import type { Policy } from "../../../src/core/policy/policy";

const { lifecycle: rules, warnings } = templateNamed("rfm") as Policy;
const TODAY = 1000;

/** A log of purchases so many days ago, of 10 each unless said. */
function bought(daysAgo: readonly number[], amounts: readonly number[] = daysAgo.map(() => 10)): CustomerLog {
  return {
    days: Int32Array.from(daysAgo, (days) => TODAY - days),
    amounts: Float64Array.from(amounts),
    scale: 100,
    begins: Uint8Array.from(amounts, (amount) => (amount < 0 ? 0 : 1)),
    from: 0,
    to: daysAgo.length,
  };
}

function stage(daysAgo: readonly number[], changed: Partial<LifecycleRules> = {}) {
  const own = { ...rules, ...changed };
  const rhythm = rhythmOf(bought(daysAgo), own);
  const recency = rhythm.purchases === 0 ? NaN : TODAY - rhythm.last;
  return [stageOf(rhythm, recency, TODAY, own), activityOf(rhythm, recency, own)];
}

describe("the gap of a customer (methods §4)", () => {
  it("is the median of its own gaps from three gaps on", () => {
    expect(rhythmOf(bought([100, 90, 60, 50]), rules)).toMatchObject({ gap: 10, own: true, purchases: 4 });
    expect(rhythmOf(bought([100, 90, 60, 50, 10]), rules).gap).toBe(20);
    expect(rhythmOf(bought([100, 90, 60]), rules)).toMatchObject({ gap: 90, own: false });
  });
  it("comes from sums as (last − first) / (count − 1)", () => {
    expect(rhythmFromSums(100, 400, 4, rules)).toMatchObject({ gap: 100, own: true });
    expect(rhythmFromSums(0, 400, 4, rules)).toMatchObject({ gap: 90, own: false });
  });
  it("leaves refunds out", () => {
    expect(rhythmOf(bought([100, 95, 90, 60, 50], [1, -1, 1, 1, 1]), rules).purchases).toBe(4);
  });
});

describe("stages, the first that applies (methods §4)", () => {
  it.each<[string, string | null, number[]]>([
    ["prospect", null, []],
    // One purchase: gap 90, so dormant past max(180, 60), churned past max(360, 180).
    ["churned", "churned", [361]],
    ["dormant", "dormant", [360]],
    ["dormant", "dormant", [181]],
    ["new", "active", [180]],
    // Own gap 10: dormant past max(20, 60) = 60, churned past max(40, 180) = 180.
    ["churned", "churned", [211, 201, 191, 181]],
    ["dormant", "dormant", [210, 200, 190, 180]],
    ["dormant", "dormant", [91, 81, 71, 61]],
    ["new", "active", [90, 80, 70, 60]],
    // A silence of 300 days passed max(4 × 10, 180); the last purchase at most 90 days ago.
    ["recovered", "active", [400, 390, 380, 80, 70, 60]],
    ["new", "active", [90, 45]],
    ["growing", "active", [91, 45]],
    ["mature", "active", [366, 300, 200, 100, 20]],
    ["growing", "active", [365, 300, 200, 100, 20]],
    ["growing", "active", [366, 300, 200, 20]],
  ])("%s (%s): bought %j days ago", (expected, activity, daysAgo) => {
    expect(stage(daysAgo)).toEqual([expected, activity]);
  });

  it("fixed days are the same for everybody", () => {
    const fixed = {
      rhythm: "fixed",
      dormant: { gaps: 0, days: 180 },
      churned: { gaps: 0, days: 365 },
    } as const;
    expect(stage([365], fixed)).toEqual(["dormant", "dormant"]);
    expect(stage([366], fixed)).toEqual(["churned", "churned"]);
    expect(stage([400, 390, 380, 181], fixed)).toEqual(["dormant", "dormant"]);
  });

  it("is unknown where what decides is unknown", () => {
    const rhythm = rhythmFromSums(0, 0, NaN, rules);
    expect(stageOf(rhythm, NaN, TODAY, rules)).toBeNull();
    expect(stageOf(rhythm, 10, TODAY, rules)).toBeNull();
    expect(stageOf(rhythm, 500, TODAY, rules)).toBe("churned");
  });
});

describe("warnings name their rule and its numbers (methods §4)", () => {
  const warn = (log: CustomerLog, recency: number) =>
    warningsOf(rhythmOf(log, rules), recency, log, TODAY, warnings);
  it("overdue: recency above 1.5 gaps", () => {
    const log = bought([110, 90, 70, 50]);
    expect(warn(log, 30)).toEqual([]);
    expect(warn(log, 31)).toEqual([{ rule: "overdue", recency: 31, gap: 20 }]);
  });
  it("purchases or money of the last 90 days at most half of the 90 before, which held at least two", () => {
    const log = bought([170, 160, 120, 100, 30, 10], [10, 10, 10, 10, 30, 5]);
    expect(warn(log, 10)).toEqual([{ rule: "fewer-purchases", now: 2, before: 4, window: 90 }]);
    expect(warn(bought([120, 100, 30, 10], [10, 10, 5, 5]), 10)).toEqual([
      { rule: "less-money", now: 10, before: 20, window: 90 },
    ]);
    expect(warn(bought([100, 10], [100, 1]), 10)).toEqual([]);
  });
  it("windows are half open: the 90th day ago belongs to the window before", () => {
    expect(activityBetween(bought([90, 89, 0]), TODAY - 90, TODAY)).toEqual({ purchases: 2, money: 20 });
    expect(activityBetween(bought([180, 179, 90]), TODAY - 180, TODAY - 90)).toEqual({
      purchases: 2,
      money: 20,
    });
  });
});

describe("customers by month (daxpatterns.com, “New and returning customers”)", () => {
  const day = (month: number) => serialOf(2024, month, 15);
  const log = (...months: number[][]) => ({
    offsets: Int32Array.from([0, ...months.map((_, at) => months.slice(0, at + 1).flat().length)]),
    days: Int32Array.from(months.flat(), day),
    amounts: new Float64Array(months.flat().length).fill(1),
    scale: 100,
    begins: new Uint8Array(months.flat().length).fill(1),
  });
  it("is lost after two silent months, and recovered when it comes back", () => {
    const months = (day: number) =>
      customersByMonth(log([1, 2], [1, 5], [6]), serialOf(2024, 7, day)).map(
        ({ month, customers, ended, ...rest }) => [month, customers, ...Object.values(rest).slice(1), ended],
      );
    expect(months(31)).toEqual([
      // month, customers, new, returning, recovered, lost, lost for good, ended
      [1, 2, 2, 0, 0, 0, 0, true],
      [2, 1, 0, 1, 0, 0, 0, true],
      [3, 0, 0, 0, 0, 1, 0, true],
      [4, 0, 0, 0, 0, 1, 1, true],
      [5, 1, 0, 1, 1, 0, 0, true],
      [6, 1, 1, 0, 0, 0, 0, true],
      [7, 0, 0, 0, 0, 1, 1, true],
    ]);
    // Who is lost in July isn't known before it ends.
    expect(months(30).at(-1)).toEqual([7, 0, 0, 0, 0, 0, 0, false]);
  });
  it("is nothing where nobody bought", () => expect(customersByMonth(log(), TODAY)).toEqual([]));
});
