import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutoffs,
  emptyScores,
  scoreOf,
  scores,
  type Boundary,
  type CutoffRule,
} from "../../../src/core/scoring/cutoffs";

const of = (...values: number[]) => Float64Array.from(values);
const quantile = (bins: number): CutoffRule => ({ method: "quantile", bins });

describe("cutoffs", () => {
  it("leaves the unknown out, and says nothing of nobody", () => {
    expect(cutoffs(of(NaN, 1, NaN, 3, Infinity), quantile(2), "upper")).toEqual([2]);
    expect(cutoffs(of(NaN), quantile(5), "upper")).toEqual([]);
    expect(cutoffs(of(), { method: "mean" }, "upper")).toEqual([]);
    expect(cutoffs(of(), { method: "breaks", bins: 3 }, "lower")).toEqual([]);
    expect(cutoffs(of(), { method: "share", at: [0.7, 0.9] }, "upper")).toEqual([]);
    expect(cutoffs(of(), { method: "fixed", at: [1, 2] }, "upper")).toEqual([1, 2]);
  });

  it("does not touch what it is given", () => {
    const values = of(3, 1, 2);
    cutoffs(values, quantile(2), "upper");
    expect(values).toEqual(of(3, 1, 2));
  });
});

describe("cutoffs at the mean", () => {
  it("are exact, so that the customer at the mean is at it", () => {
    expect(cutoffs(of(0.1, 0.2, 0.3), { method: "mean" }, "upper")).toEqual([0.2]);
    // A float sum of ten times 0.1 is 0.9999999999999999.
    expect(cutoffs(new Float64Array(10).fill(0.1), { method: "mean" }, "upper")).toEqual([0.1]);
    expect(cutoffs(new Float64Array(999_999).fill(1e12 + 0.07), { method: "mean" }, "upper")).toEqual([
      1e12 + 0.07,
    ]);
    expect(cutoffs(of(-5, -1), { method: "mean" }, "upper")).toEqual([-3]);
    expect(cutoffs(of(1e15 + 1, 1e15 + 3), { method: "mean" }, "upper")).toEqual([1e15 + 2]);
    expect(cutoffs(of(1 / 3, 1 / 3, 1 / 3), { method: "mean" }, "upper")).toEqual([1 / 3]);
    expect(cutoffs(of(1e308, 1e308, 1e308), { method: "mean" }, "upper")).toEqual([1e308]);
    expect(cutoffs(of(5e-324, 5e-324), { method: "mean" }, "upper")[0]).toBeLessThanOrEqual(5e-324);
  });
});

describe("scoreOf", () => {
  it("gives a value equal to a cut-off the lower score with upper, the upper one with lower", () => {
    expect([1, 10, 11, 20, 21].map((value) => scoreOf(value, [10, 20], "upper"))).toEqual([1, 1, 2, 2, 3]);
    expect([1, 10, 11, 20, 21].map((value) => scoreOf(value, [10, 20], "lower"))).toEqual([1, 2, 2, 3, 3]);
  });
  it("passes over the score between cut-offs that coincide", () => {
    expect([1, 2].map((value) => scoreOf(value, [1, 1, 4], "upper"))).toEqual([1, 3]);
    expect([0, 1].map((value) => scoreOf(value, [1, 1, 4], "lower"))).toEqual([1, 3]);
  });
});

describe("scores", () => {
  it("reverses where less is better, and gives the unknown the lowest either way", () => {
    expect([...scores(of(5, 15, 25, NaN), [10, 20], "upper", false)]).toEqual([1, 2, 3, 1]);
    expect([...scores(of(5, 15, 25, NaN), [10, 20], "upper", true)]).toEqual([3, 2, 1, 1]);
    expect([...scores(of(5, NaN), [], "upper", true)]).toEqual([1, 1]);
  });
});

describe("emptyScores", () => {
  it("names the value that so many share", () => {
    const frequency = of(
      ...Array<number>(45).fill(1),
      ...Array<number>(25).fill(2),
      ...Array<number>(30).fill(5),
    );
    const cut = cutoffs(frequency, quantile(5), "upper");
    expect(cut).toEqual([1, 1, 2, 5]);
    const f = scores(frequency, cut, "upper", false);
    expect(
      emptyScores(f, 5, { values: frequency, cutoffs: cut, boundary: "upper", reversed: false }),
    ).toEqual([
      { score: 2, value: 1, customers: 45 },
      { score: 5, value: 5, customers: 30 },
    ]);
    const lower = scores(frequency, cut, "lower", false);
    expect(
      emptyScores(lower, 5, { values: frequency, cutoffs: cut, boundary: "lower", reversed: false }),
    ).toEqual([
      { score: 1, value: 1, customers: 45 },
      { score: 2, value: 1, customers: 45 },
    ]);
    const reversed = scores(frequency, cut, "upper", true);
    expect(
      emptyScores(reversed, 5, { values: frequency, cutoffs: cut, boundary: "upper", reversed: true }),
    ).toEqual([
      { score: 1, value: 5, customers: 30 },
      { score: 4, value: 1, customers: 45 },
    ]);
  });
  it("blames no tie where there is none", () => {
    const values = of(10, 20);
    const cut = [12, 14];
    const ruler = { values, cutoffs: cut, boundary: "upper", reversed: false } as const;
    expect(emptyScores(scores(values, cut, "upper", false), 3, ruler)).toEqual([
      { score: 2, value: null, customers: 0 },
    ]);
    expect(emptyScores(Uint8Array.of(1, 3), 3)).toEqual([{ score: 2, value: null, customers: 0 }]);
    expect(emptyScores(new Uint8Array(0), 3)).toEqual([]);
  });
});

describe("scores by any rule", () => {
  const rule = fc.oneof(
    fc.integer({ min: 2, max: 9 }).map((bins): CutoffRule => ({ method: "quantile", bins })),
    fc.integer({ min: 2, max: 9 }).map((bins): CutoffRule => ({ method: "breaks", bins })),
    fc.constant<CutoffRule>({ method: "mean" }),
    fc.constant<CutoffRule>({ method: "share", at: [0.7, 0.9] }),
  );
  const cents = fc.oneof(
    fc.integer({ min: -500, max: 2000 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 99_999_999_999_000, max: 100_000_000_001_000 }),
  );
  const cases = fc.record({
    rule,
    cents: fc.array(cents, { minLength: 1, maxLength: 40 }),
    boundary: fc.constantFrom<Boundary>("upper", "lower"),
    reversed: fc.boolean(),
  });
  const boundaryOf = ({ rule, boundary }: { rule: CutoffRule; boundary: Boundary }) =>
    rule.method === "share" ? "upper" : boundary;
  const score = (c: { rule: CutoffRule; boundary: Boundary; reversed: boolean }, values: Float64Array) => {
    const cut = cutoffs(values, c.rule, boundaryOf(c));
    return { cut, scores: [...scores(values, cut, boundaryOf(c), c.reversed)] };
  };

  it("don't depend on the order of the rows", () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), (c, random) => {
        const order = c.cents.map((_, i) => i);
        const rank = new Map(order.map((i) => [i, random.next().value ?? 0]));
        order.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || b - a);
        const plain = score(
          c,
          Float64Array.from(c.cents, (v) => v / 100),
        );
        const shuffled = score(
          c,
          Float64Array.from(order, (i) => (c.cents[i] ?? 0) / 100),
        );
        expect(shuffled.cut).toEqual(plain.cut);
        expect(shuffled.scores).toEqual(order.map((i) => plain.scores[i]));
      }),
    );
  });

  it("are monotone, equal for equal values, and within 1…n", () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { cut, scores } = score(
          c,
          Float64Array.from(c.cents, (v) => v / 100),
        );
        expect([...cut].sort((a, b) => a - b)).toEqual(cut);
        const sign = c.reversed ? -1 : 1;
        const rows = c.cents.map((value, i) => ({ value, score: (scores[i] ?? 0) * sign }));
        rows.sort((a, b) => a.value - b.value);
        rows.forEach((row, i) => {
          const next = rows[i + 1] ?? row;
          if (row.value === next.value) expect(next.score).toBe(row.score);
          else expect(next.score).toBeGreaterThanOrEqual(row.score);
        });
        for (const s of scores) expect(s >= 1 && s <= cut.length + 1).toBe(true);
      }),
    );
  });

  // Up to 21 times 1e12 with cents: beyond 2^51 cents a double no longer tells every cent.
  it("don't change when money is counted in another unit", () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom(1, 3, 7, 10, 21),
        fc.constantFrom(0.01, 0.001, 1),
        (c, times, unit) => {
          const decimals = Math.round(1 / unit);
          const scaled = Float64Array.from(c.cents, (v) => (v * times) / decimals);
          const plain = Float64Array.from(c.cents);
          expect(score(c, scaled).scores).toEqual(score(c, plain).scores);
        },
      ),
    );
  });
});
