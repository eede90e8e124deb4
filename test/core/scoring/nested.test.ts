import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutoffs } from "../../../src/core/scoring/cutoffs";
import { nestedCutoffs, nestedScores } from "../../../src/core/scoring/nested";
import { rfmScores, type RfmRules } from "../../../src/core/scoring/rfm";

const halves = { method: "quantile", bins: 2 } as const;
const rules: RfmRules = { recency: halves, frequency: halves, monetary: halves, boundary: "upper" };

describe("nested scores", () => {
  // Two groups by recency whose numbers of purchases don't overlap: 1–4 and 11–14.
  const recency = Float64Array.of(1, 1, 1, 1, 9, 9, 9, 9);
  const frequency = Float64Array.of(11, 12, 13, 14, 1, 2, 3, 4);
  const monetary = Float64Array.of(10, 20, 30, 40, 80, 70, 60, 50);

  it("cut frequency within R and money within R and F", () => {
    const cut = nestedCutoffs({ recency, frequency, monetary }, rules);
    expect(cut).toEqual({
      recency: [5],
      frequency: [[2.5], [12.5]],
      monetary: [
        [[75], [55]],
        [[15], [35]],
      ],
    });
    const { r, f, m } = nestedScores({ recency, frequency, monetary }, cut, "upper");
    expect([...r]).toEqual([2, 2, 2, 2, 1, 1, 1, 1]);
    expect([...f]).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
    expect([...m]).toEqual([1, 2, 1, 2, 2, 1, 2, 1]);
    // Simple binning would give the frequent ones 2 and the others 1.
    expect([...rfmScores({ recency, frequency, monetary }, rules).f]).toEqual([2, 2, 2, 2, 1, 1, 1, 1]);
  });

  it("give a group without customers the cut-offs of the group around it", () => {
    const tied = { recency: new Float64Array(4).fill(3), frequency, monetary: Float64Array.of(1, 2, 3, 4) };
    const input = { ...tied, frequency: Float64Array.of(5, 5, 5, 5) };
    const cut = nestedCutoffs(input, rules);
    // All are R 2 and F 1: R 1 takes everybody's cut-offs, and R 2, F 2 those of R 2.
    expect(cut.recency).toEqual([3]);
    expect(cut.frequency).toEqual([[5], [5]]);
    expect(cut.monetary).toEqual([
      [[2.5], [2.5]],
      [[2.5], [2.5]],
    ]);
    const later = {
      recency: Float64Array.of(9, 1),
      frequency: Float64Array.of(6, 6),
      monetary: Float64Array.of(2, 3),
    };
    const { r, f, m } = nestedScores(later, cut, "upper");
    expect([[...r], [...f], [...m]]).toEqual([
      [1, 2],
      [2, 2],
      [1, 2],
    ]);
  });

  it("prefer those of the same R score to everybody", () => {
    const cut = nestedCutoffs({ recency, frequency: new Float64Array(8).fill(3), monetary }, rules);
    // Nobody has F 2; in R 2 money runs from 10 to 40, in R 1 from 50 to 80.
    expect(cut.monetary).toEqual([
      [[65], [65]],
      [[25], [25]],
    ]);
  });

  it("score who has bought nothing 1, and move no cut-off by them", () => {
    const withProspect = {
      recency: Float64Array.of(...recency, NaN),
      frequency: Float64Array.of(...frequency, 0),
      monetary: Float64Array.of(...monetary, -500),
    };
    const cut = nestedCutoffs(withProspect, rules);
    expect(cut).toEqual(nestedCutoffs({ recency, frequency, monetary }, rules));
    const { r, f, m } = nestedScores(withProspect, cut, "upper");
    expect([r[8], f[8], m[8]]).toEqual([1, 1, 1]);
  });

  it("say nothing of nobody", () => {
    const none = {
      recency: new Float64Array(0),
      frequency: new Float64Array(0),
      monetary: new Float64Array(0),
    };
    const cut = nestedCutoffs(none, rules);
    expect(cut).toEqual({
      recency: [],
      frequency: [[], []],
      monetary: [
        [[], []],
        [[], []],
      ],
    });
    expect(nestedScores(none, cut, "upper").m).toHaveLength(0);
  });

  it("are, in each group, the scores of the group alone, and survive JSON", () => {
    const customer = fc.record({
      recency: fc.integer({ min: 0, max: 20 }),
      frequency: fc.integer({ min: 1, max: 6 }),
      monetary: fc.integer({ min: 0, max: 50 }),
    });
    const boundary = fc.constantFrom("upper" as const, "lower" as const);
    fc.assert(
      fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), boundary, (customers, boundary) => {
        const column = (key: "recency" | "frequency" | "monetary") =>
          Float64Array.from(customers, (c) => c[key]);
        const measures = {
          recency: column("recency"),
          frequency: column("frequency"),
          monetary: column("monetary"),
        };
        const five = { method: "quantile", bins: 5 } as const;
        const rules = { recency: five, frequency: five, monetary: five, boundary };
        const cut = nestedCutoffs(measures, rules);
        const { r, f, m } = nestedScores(measures, JSON.parse(JSON.stringify(cut)), boundary);
        customers.forEach((_, i) => {
          const sameR = (_v: number, j: number) => r[j] === r[i];
          const sameF = (_v: number, j: number) => r[j] === r[i] && f[j] === f[i];
          const counts = cutoffs(measures.frequency.filter(sameR), five, boundary);
          const money = cutoffs(measures.monetary.filter(sameF), five, boundary);
          const rank = (value: number, at: number[]) =>
            1 + at.filter((c) => (boundary === "upper" ? c < value : c <= value)).length;
          expect(f[i]).toBe(rank(measures.frequency[i] ?? NaN, counts));
          expect(m[i]).toBe(rank(measures.monetary[i] ?? NaN, money));
        });
      }),
    );
  });
});
