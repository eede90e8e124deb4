import { describe, expect, it } from "vitest";
import { summarySheet } from "../../../src/core/report/summary-sheet";
import type { ReportTable } from "../../../src/core/report/report";
import { ofPurchases, policyOf, tiersBy, valueOf, type Bought } from "../tiers/bought";

function page(bought: Bought, policy = policyOf({})) {
  const result = valueOf(ofPurchases(bought, policy));
  const { blocks } = summarySheet({ result, language: "en", before: null, names: "keep" });
  const texts = blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  const column = (table: string, id: string) => {
    const found = blocks.find(
      (block): block is ReportTable => block.kind === "table" && block.name === table,
    );
    return Array.from(found?.columns.find((one) => one.id === id)?.values ?? []);
  };
  return { result, texts, column };
}

/** Customers who bought so much on two days long ago, and are dormant now. */
const dormant = (amounts: readonly number[]): Bought =>
  Object.fromEntries(
    amounts.map((amount, at) => [
      `d${at}`,
      [
        [300, amount],
        [200, amount],
      ],
    ]),
  );

describe("the Summary", () => {
  it("names ten at risk, those with the most money, however many there are", () => {
    const amounts = Array.from({ length: 14 }, (_, at) => 10 * (at + 1));
    const { column } = page(dormant(amounts));
    expect(column("SummaryAtRisk", "customer")).toEqual(Array.from({ length: 10 }, (_, at) => `d${13 - at}`));
    expect(column("SummaryAtRisk", "revenueAtRisk")[9]).toBe(100);
  });

  it("tells of the best tier that has customers, not of an empty one above it", () => {
    const policy = policyOf(tiersBy(["Top", "Middle", "Low"], { kind: "scores", thresholds: [5.5, 0.5] }));
    const { texts } = page({ one: [[3, 50]], two: [[9, 70]] }, policy);
    expect(texts.filter((text) => text.startsWith("Best customers"))).toEqual([
      "Best customers: 2 in tier Middle (100.0% of all) bring 100.0% of the revenue.",
    ]);
  });

  it("counts a customer as lost once, in the second month without a purchase", () => {
    // The last purchase is of 15 July; another customer buys every month.
    const always = Array.from({ length: 12 }, (_, month) => [10 + month * 30, 20] as const);
    const { column } = page({ always, left: [[169, 30]] });
    const months = column("SummaryMonths", "month");
    const lost = column("SummaryMonths", "lost");
    expect(months.filter((_, at) => lost[at] === 1)).toEqual(["2024-09"]);
    expect(lost.reduce<number>((sum, count) => sum + Number(count ?? 0), 0)).toBe(1);
  });
});
