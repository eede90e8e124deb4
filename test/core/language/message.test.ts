import { describe, expect, it } from "vitest";
import { say } from "../../../src/core/language/message";

describe("a sentence", () => {
  const best = (tier: string, language: "en" | "zh") =>
    say(
      { code: "summary.best", params: { tier, customers: 3, customerShare: "50.0%", share: "80.0%" } },
      language,
    );

  it("in Chinese has spaces around letters and figures, and none between Chinese characters", () => {
    expect(best("A", "zh")).toBe("最好的客户：A 层级 3 位（占 50.0%），贡献金额的 80.0%。");
    expect(best("活跃", "zh")).toBe("最好的客户：活跃层级 3 位（占 50.0%），贡献金额的 80.0%。");
    expect(best("A 级", "zh")).toBe("最好的客户：A 级层级 3 位（占 50.0%），贡献金额的 80.0%。");
  });

  it("in English keeps its spaces", () => {
    expect(best("活跃", "en")).toBe(
      "Best customers: 3 in tier 活跃 (50.0% of all) bring 80.0% of the revenue.",
    );
  });

  it("takes a message for a parameter", () => {
    const overdue = {
      code: "warning.overdue",
      params: { recency: 4, gap: { code: "warning.gap.none" } },
    } as const;
    expect(say(overdue, "en")).toBe("Overdue: 4 days since the last purchase, usually less than one");
    expect(say(overdue, "zh")).toBe("逾期：距上次购买 4 天，通常间隔不到 1 天");
  });
});
