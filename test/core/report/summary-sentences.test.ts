import { describe, expect, it } from "vitest";
import { summarySheet } from "../../../src/core/report/summary-sheet";
import type { ReportTable } from "../../../src/core/report/report";
import { serialOf } from "../../../src/core/ledger/dates";
import { ofPurchases, policyOf, tiersBy, TODAY, valueOf, type Bought } from "../tiers/bought";

function page(bought: Bought, policy = policyOf({}), asOf = TODAY) {
  const result = valueOf(ofPurchases(bought, policy, { asOf }));
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

  it("calls nobody the best where nothing was spent, and says no share of all that are shown", () => {
    const { texts, column } = page({ one: [[3, 0]], two: [[9, 0]] });
    expect(texts.filter((text) => text.startsWith("Best customers"))).toEqual([]);
    expect(column("SummaryLargest", "customer")).toEqual([]);
    const few = page({ one: [[3, 5]], two: [[9, 7]] });
    expect(few.column("SummaryLargest", "customer")).toEqual(["two", "one"]);
    expect(few.texts.filter((text) => text.includes("largest of"))).toEqual([]);
    const many = page(dormant(Array.from({ length: 11 }, () => 10)));
    expect(many.texts).toContain("The 10 largest of 11 customers bring 90.9% of the revenue.");
  });

  it("says whom to speak with first, and what the dormant get", () => {
    const warned = [
      [170, 300],
      [120, 500],
    ] as const;
    const policy = policyOf(tiersBy(["High", "Low"], { kind: "scores", thresholds: [1] }));
    const first = (bought: Bought) =>
      page(bought, policy).texts.filter((text) => text.startsWith("To do first"));
    const speak = (customers: number) =>
      `To do first: speak with the ${customers} at risk in tier High before their next usual contact, the largest first.`;
    const [sentence = ""] = first({ warned, ...dormant([400]) });
    expect(sentence.slice(0, speak(2).length)).toBe(speak(2));
    expect(sentence.slice(speak(2).length)).toMatch(/^ 1 of them is dormant: \w/);
    expect(first({ warned })).toEqual([
      "To do first: speak with the one at risk in tier High before its next usual contact.",
    ]);
    expect(first(dormant([400, 500]))[0]).toMatch(/largest first\. They are dormant: \w/);
    expect(first({ here: [[3, 50]] })).toEqual([]);
  });

  it("says of a month that isn't over how far it goes, and leaves open who is lost in it", () => {
    // The last purchase of `left` is of 10 October, that of `always` of 1 December.
    const december = (day: number) => {
      const bought: Bought = { always: [[day - 1, 5]], left: [[51 + day, 5]] };
      return page(bought, policyOf({}), serialOf(2024, 12, day));
    };
    const goingOn = december(9);
    expect(goingOn.column("SummaryMonths", "month").at(-1)).toBe("to 2024-12-09");
    expect(goingOn.column("SummaryMonths", "new")).toEqual([1, 0, 1]);
    expect(goingOn.column("SummaryMonths", "lost")).toEqual([0, 0, null]);
    const open = (texts: readonly string[]) => texts.filter((text) => text.includes("isn't over"));
    expect(open(goingOn.texts)).toHaveLength(1);
    const over = december(31);
    expect(over.column("SummaryMonths", "month").at(-1)).toBe("2024-12");
    expect(over.column("SummaryMonths", "lost")).toEqual([0, 0, 1]);
    expect(open(over.texts)).toEqual([]);
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
