import { describe, expect, test } from "vitest";
import { say } from "../../../src/core/language/message";
import type { Policy, TierBasis } from "../../../src/core/policy/policy";
import { policyCautions } from "../../../src/core/policy/policy-cautions";
import { templateNamed, templates } from "../../../src/core/policy/templates";

const BASE = templateNamed("rfm")!;

/** A policy of three tiers on the classic grid, 1–5. */
function policyBy(by: TierBasis): Policy {
  const list = ["A", "B", "C"].map((id) => ({ id, label: { en: `Tier ${id}`, zh: `${id} 级` } }));
  return { ...BASE, tiers: { list, by } };
}

const told = (by: TierBasis) => policyCautions(policyBy(by), "en").map(({ code, where }) => [code, where]);
const rules = (...given: Extract<TierBasis, { kind: "rules" }>["rules"]): TierBasis => ({
  kind: "rules",
  rules: given,
  rest: "C",
});

test.each(templates.map((template) => [template.name, template] as const))(
  "the template %s holds nothing that can't happen",
  (_, template) => expect(policyCautions(template, "zh")).toEqual([]),
);

describe("thresholds", () => {
  const grade = (...thresholds: number[]): TierBasis => ({ kind: "grade", measures: [], thresholds });

  test("that nobody reaches, or nobody falls short of, are told with their tier", () => {
    expect(told(grade(120, 50))).toEqual([["policy-threshold-high", "/tiers/by/thresholds/0"]]);
    expect(told(grade(50, 0))).toEqual([["policy-threshold-low", "/tiers/by/thresholds/1"]]);
    expect(told(grade(100, 0.1))).toEqual([]);
    expect(told({ kind: "scores", thresholds: [5.1, 1] })).toEqual([
      ["policy-threshold-high", "/tiers/by/thresholds/0"],
      ["policy-threshold-low", "/tiers/by/thresholds/1"],
    ]);
    expect(told({ kind: "scores", thresholds: [5, 1.1] })).toEqual([]);
    const [high] = policyCautions(policyBy(grade(120, 50)), "en");
    expect(say(high!, "en")).toBe(
      "Nobody can be in “Tier A”: it begins at 120, and the most that can be reached is 100.",
    );
  });
});

describe("rules", () => {
  const unreached = (at: number) => ["policy-rule-unreached", `/tiers/by/rules/${at}`];

  test("that one before them takes over are told", () => {
    const first = { tier: "A", when: { abc: ["A", "B"] } };
    expect(told(rules(first, { tier: "B", when: { abc: ["A"], stage: ["new"] } }))).toEqual([unreached(1)]);
    expect(told(rules(first, { tier: "B", when: { abc: ["B", "C"] } }))).toEqual([]);
    expect(
      told(rules({ ...first, unless: { stage: ["new"] } }, { tier: "B", when: { abc: ["A"] } })),
    ).toEqual([]);
  });

  test("that several before them take over together are told", () => {
    const by = rules(
      { tier: "A", when: { r: [1, 2, 3] } },
      { tier: "A", when: { r: [4, 5] } },
      { tier: "B", when: { segment: ["champions"] } },
    );
    expect(told(by)).toEqual([unreached(2)]);
  });

  test("whose conditions shut each other out are told", () => {
    expect(
      told(rules({ tier: "A", when: { segment: ["champions"], r: [1] } }, { tier: "B", when: { r: [1] } })),
    ).toEqual([unreached(0)]);
    expect(
      told(
        rules(
          { tier: "A", when: { abc: ["A"] }, unless: { abc: ["A"] } },
          { tier: "B", when: { abc: ["A"] } },
        ),
      ),
    ).toEqual([unreached(0)]);
  });
});

test("tiers that no rule and no cell leads to are told", () => {
  expect(told(rules({ tier: "A", when: { abc: ["A"] } }))).toEqual([["policy-tier-unused", "/tiers/list/1"]]);
  const axis = { measure: "monetary", cutoffs: { method: "mean" } } as const;
  const cells = [
    ["A", "A"],
    ["C", "C"],
  ];
  const matrix: TierBasis = { kind: "matrix", x: axis, y: axis, cells };
  expect(told(matrix)).toEqual([["policy-tier-unused", "/tiers/list/1"]]);
  expect(told({ ...matrix, prospects: "B" })).toEqual([]);
});
