import { describe, expect, it } from "vitest";
import { classify } from "../../../src/core/classify";
import { templates } from "../../../src/core/policy/templates";
import { gridOf } from "../../../src/core/policy/check-policy";
import { codeTotals } from "../../../src/core/segments/code-totals";
import { codeIndex } from "../../../src/core/segments/pattern";
import { sampleOrders } from "../../../src/core/sample/sample-orders";
import { valueOf } from "../tiers/bought";

describe("customers and money by code", () => {
  it("counts each customer once and every cent, with each template on the sample", () => {
    for (const policy of templates) {
      const { assessment, facts, ledger } = valueOf(classify(sampleOrders({ language: "en" }), policy));
      const { scores } = gridOf(policy);
      const totals = codeTotals(scores, assessment, facts.monetary);
      if (!totals) throw new Error(policy.name);
      expect(totals.customers).toHaveLength(scores ** 3);
      expect(totals.customers.reduce((a, b) => a + b)).toBe(ledger.customers.length);
      const cents = (values: ArrayLike<number>) =>
        Array.from(values).reduce((sum, value) => sum + Math.round(value * 100), 0);
      expect(cents(totals.monetary)).toBe(cents(ledger.monetary));
      const [r = 0, f = 0, m = 0] = [assessment.r[0], assessment.f[0], assessment.m[0]];
      expect(totals.customers[codeIndex(r, f, m, scores)]).toBeGreaterThan(0);
    }
  });
  it("leaves out who has no score or one of another grid; null where that is everybody", () => {
    const of = (...scores: number[]) => Uint8Array.from(scores);
    const some = codeTotals(
      2,
      { r: of(1, 0, 2), f: of(1, 1, 3), m: of(2, 1, 1) },
      Float64Array.of(1.1, 2, 3),
    );
    expect(some?.customers).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(some?.monetary[1]).toBe(1.1);
    expect(codeTotals(5, { r: of(0), f: of(0), m: of(3) }, Float64Array.of(1))).toBeNull();
    expect(codeTotals(5, { r: of(), f: of(), m: of() }, Float64Array.of())).toBeNull();
  });
});
