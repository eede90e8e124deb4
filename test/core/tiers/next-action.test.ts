import { describe, expect, it } from "vitest";
import { STAGES } from "../../../src/core/lifecycle/stages";
import { templateNamed, templates } from "../../../src/core/policy/templates";
import { nextActions } from "../../../src/core/tiers/next-action";
import { policyOf } from "./bought";

function policyNamed(name: string) {
  const policy = templateNamed(name);
  if (!policy) throw new Error(name);
  return policy;
}

describe("the next action", () => {
  const actions = nextActions(policyNamed("rfm"), "en");
  const [A, E] = [0, 4];

  it("is what the stage asks for now, then the tier's own rhythm", () => {
    expect(actions(A, "dormant")).toBe(
      "Call within 3 working days, and again after two weeks. Then: A call every two weeks and a visit each quarter.",
    );
    expect(actions(E, "new")).toBe(
      "Call in the week after the first purchase, and again after 30 days. Then: Two mailings a year.",
    );
  });
  it("is the stage's alone where usual contacts are paused or haven't begun", () => {
    expect(actions(A, "churned")).toBe(actions(E, "churned"));
    expect(actions(A, "churned")).toMatch(/win-back call now.* one win-back offer\.$/);
    expect(actions(E, "prospect")).toMatch(/^Contact within two days .* first order\.$/);
  });
  it("begins with the tier's rhythm where all goes well", () => {
    expect(actions(A, "mature")).toMatch(/^A call every two weeks .* Add a greeting/);
    expect(actions(A, "growing")).toMatch(/purchase rhythm\.$/);
  });
  it("is the tier's where no stage is known, the stage's where there is no tier, and nothing without either", () => {
    expect(actions(E, null)).toBe(
      "Two mailings a year. Standard prices with a minimum order that covers its cost.",
    );
    expect(actions(-1, "dormant")).toMatch(/^Call within 3 working days.* come-back offer/);
    expect(actions(-1, null)).toBeNull();
  });
  it("is said once by a tier that is a stage itself", () => {
    const adc = policyNamed("adc");
    const at = adc.tiers.list.findIndex(({ id }) => id === "dormant");
    expect(nextActions(adc, "en")(at, "dormant")).toBe(
      "A call within a week, again after two weeks, then once a month. A come-back offer that ends after 30 days.",
    );
  });
  it("says the policy's own lines", () => {
    const own = policyOf({
      playbook: {
        tiers: { A: { rhythm: { en: "Dinner each month.", zh: "每月宴请。" } } },
        stages: { dormant: { rhythm: { en: "Fly there.", zh: "飞去拜访。" } } },
      },
    });
    expect(nextActions(own, "en")(A, "dormant")).toBe("Fly there. Then: Dinner each month.");
    expect(nextActions(own, "zh")(A, "dormant")).toBe("飞去拜访。此后：每月宴请。");
  });
  it("is whole sentences in each language for every tier and stage of every template", () => {
    for (const policy of templates) {
      for (const language of ["en", "zh"] as const) {
        const next = nextActions(policy, language);
        policy.tiers.list.forEach((_, tier) => {
          for (const stage of [...STAGES, null]) {
            expect(next(tier, stage)).toMatch(language === "en" ? /^[A-Z].*\.$/ : /^[^a-z{]+。$/);
          }
        });
      }
    }
  });
});
