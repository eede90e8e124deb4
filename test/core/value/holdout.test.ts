import { describe, expect, test } from "vitest";
import { bgNbd } from "../../../src/core/value/bg-nbd";
import { holdOut } from "../../../src/core/value/holdout";
import { purchaseSummary } from "../../../src/core/value/summary";
import { trackPurchases } from "../../../src/core/value/tracking";
import { near } from "./near";
import { logOf, type Purchase } from "./reference-data";

/** 90 days: the last third is days 61 … 90. Customer n buys every n days from day n % 5 on, and one only at the end. */
const ROWS: readonly Purchase[] = [
  ...Array.from({ length: 20 }, (_, at) => at + 3).flatMap((n) =>
    Array.from({ length: Math.floor((90 - (n % 5)) / n) + 1 }, (_, i): Purchase => [
      `c${n}`,
      (n % 5) + i * n,
      10,
    ]),
  ),
  ["late", 61, 10],
  ["late", 75, 10],
  ["c3", 62, -4],
];
const { log } = logOf(ROWS);
const summary = purchaseSummary(log, "day", 90);

/** Distinct (customer, day) after the first of each customer, from one day to another, by hand. */
function repeats(from: number, to: number): number {
  const seen = new Map<string, Set<number>>();
  for (const [id, day, amount] of ROWS) {
    if (amount >= 0 && id !== "late") seen.set(id, (seen.get(id) ?? new Set()).add(day));
  }
  return [...seen.values()]
    .flatMap((days) => [...days].sort((a, b) => a - b).slice(1))
    .filter((d) => d >= from && d <= to).length;
}

describe("holdOut", () => {
  const held = holdOut(bgNbd, log, summary);

  test("fits on the first two thirds of the span and counts the purchases of the customers known by then", () => {
    expect([held?.from, held?.to]).toEqual([61, 90]);
    expect(held?.calibration.summary.end).toBe(60);
    expect(held?.actual).toBe(repeats(61, 90));
    expect(held?.expected).toBeGreaterThan(0);
  });

  test("does not look at the last third: changing it changes no expectation", () => {
    const other = logOf(ROWS.filter(([, day]) => day <= 60)).log;
    expect(holdOut(bgNbd, other, purchaseSummary(other, "day", 90))?.expected).toBe(held?.expected);
  });

  test("is none where the span is under 3 days, or no one came back in its first two thirds", () => {
    expect(holdOut(bgNbd, log, purchaseSummary(log, "day", 2))).toBeNull();
    const once = logOf([
      ["a", 0, 1],
      ["a", 80, 1],
    ]).log;
    expect(holdOut(bgNbd, once, purchaseSummary(once, "day", 90))).toBeNull();
  });
});

describe("trackPurchases", () => {
  const held = holdOut(bgNbd, log, summary);
  if (held === null) throw new Error("nothing held out");
  const { days, expected, actual } = trackPurchases(bgNbd, held.calibration, log, 90);

  test("has at most 80 ascending days, the last the as-of date", () => {
    expect(days.length).toBeLessThanOrEqual(80);
    expect(days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0))).toBe(true);
    expect(days[days.length - 1]).toBe(90);
  });

  test("counts repeat purchases up to each day", () => {
    for (const [at, day] of days.entries()) expect(actual[at]).toBe(repeats(0, day));
  });

  test("expects what the model expects of each customer since the first purchase", () => {
    const { parameters } = held.calibration.fit;
    for (const [at, day] of days.entries()) {
      let sum = 0;
      for (let n = 3; n < 23; n++) {
        const age = day - (n % 5);
        if (age > 0) sum += bgNbd.purchasesIfAlive(parameters, 0, 0, age);
      }
      near(expected[at], sum, 1e-9);
    }
  });

  test("a span of centuries has no more points", () => {
    const far = purchaseSummary(log, "day", 90_000);
    const late = holdOut(bgNbd, log, far);
    if (late === null) throw new Error("nothing held out");
    const curve = trackPurchases(bgNbd, late.calibration, log, 90_000);
    expect(curve.days.length).toBeLessThanOrEqual(80);
    expect(curve.expected.every((value, at) => at === 0 || value >= (curve.expected[at - 1] ?? 0))).toBe(
      true,
    );
  });
});
