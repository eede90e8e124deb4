import { describe, expect, test } from "vitest";
import type { Policy } from "../../../src/core/policy/policy";
import { defaultPolicy } from "../../../src/core/policy/templates";
import { needsTierOrder, orderedTierLabels, tierOrderIn } from "../../../src/core/report/tier-order";

function withTiers(...labels: readonly (readonly [en: string, zh: string])[]): Policy {
  const list = labels.map(([en, zh], at) => ({ id: `t${at}`, label: { en, zh } }));
  return { ...defaultPolicy, tiers: { ...defaultPolicy.tiers, list } } as Policy;
}

describe("the order of tiers", () => {
  test("needs no numbers where the labels stand in it from A to Z, customers in none last", () => {
    expect(tierOrderIn(defaultPolicy, "en")).toBe("ascending");
    expect(needsTierOrder(defaultPolicy)).toBe(false);
  });

  test("needs numbers where the labels stand in none in one of the languages", () => {
    const strategic = withTiers(["Strategic", "战略"], ["Important", "重要"], ["Regular", "普通"]);
    expect(tierOrderIn(strategic, "en")).toBe("other");
    expect(needsTierOrder(strategic)).toBe(true);
    expect(orderedTierLabels(strategic, "en")).toEqual([
      "1 Strategic",
      "2 Important",
      "3 Regular",
      "4 No tier",
    ]);
  });

  test("holds for ten tiers and more, as texts are sorted letter by letter", () => {
    const many = withTiers(...Array.from({ length: 11 }, (_, at) => [`T${11 - at}`, `T${11 - at}`] as const));
    const labels = orderedTierLabels(many, "en");
    expect(labels[0]).toBe("01 T11");
    expect([...labels].sort()).toEqual(labels);
  });

  test("of labels that are the same is none: the numbers tell them apart", () => {
    expect(needsTierOrder(withTiers(["A", "A"], ["A", "A"]))).toBe(true);
  });
});
