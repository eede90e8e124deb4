import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grade, gradeRulers, type GradeMeasure } from "../../../src/core/scoring/grade";

const measure = (normalise: GradeMeasure["normalise"], values: number[], more: Partial<GradeMeasure> = {}) =>
  ({
    values: Float64Array.from(values),
    weight: 1,
    direction: "higher",
    normalise,
    ...more,
  }) satisfies GradeMeasure;
const grades = (...measures: GradeMeasure[]) => [...grade(measures)];

describe("grade", () => {
  it("takes scores of 1…n as 0…100", () => {
    expect(grades(measure("score", [1, 2, 3, 4, 5]))).toEqual([0, 25, 50, 75, 100]);
    expect(grades(measure("score", [10, 20, 30], { bins: 3 }))).toEqual([0, 50, 100]);
    expect(grades(measure("score", [1, 9, 10], { cut: { method: "fixed", at: [5] } }))).toEqual([
      0, 100, 100,
    ]);
    expect(
      grades(measure("score", [5, 9], { cut: { method: "fixed", at: [5] }, boundary: "lower" })),
    ).toEqual([100, 100]);
  });

  it("takes the range from least to greatest as 0…100", () => {
    expect(grades(measure("minmax", [10, 15, 20, 12.5]))).toEqual([0, 50, 100, 25]);
    expect(grades(measure("minmax", [-1e308, 0, 1e308]))).toEqual([0, 50, 100]);
  });

  it("takes deviations through the normal distribution", () => {
    // Mean 5, standard deviation of the population 2: the example of Wikipedia, "Standard deviation".
    const [two = 0, , , , , , seven = 0, nine = 0] = grades(measure("zscore", [2, 4, 4, 4, 5, 5, 7, 9]));
    expect(two).toBeCloseTo(6.680720127, 8);
    expect(seven).toBeCloseTo(84.134474607, 8);
    expect(nine).toBeCloseTo(97.724986805, 8);
  });

  it("takes the share of customers below, ties counted half", () => {
    expect(grades(measure("percentile", [1, 2, 2, 3]))).toEqual([12.5, 50, 50, 87.5]);
    expect(grades(measure("percentile", [1, 2, 2, 3], { direction: "lower" }))).toEqual([87.5, 50, 50, 12.5]);
  });

  it("turns round where less is better", () => {
    expect(grades(measure("minmax", [10, 15, 20], { direction: "lower" }))).toEqual([100, 50, 0]);
    expect(grades(measure("score", [1, 2, 3, 4, 5], { direction: "lower" }))).toEqual([100, 75, 50, 25, 0]);
  });

  it("weighs the measures, whatever the weights sum to, and comes to round numbers", () => {
    const scored = (score: number, weight: number) =>
      measure("score", [score], { weight, cut: { method: "fixed", at: [1, 2, 3, 4] } });
    // R, F, M of 4, 3, 4 with .3, .3, .4: 75, 50, 75; 0.3 + 0.3 + 0.4 isn't 1 in floats.
    expect(grades(scored(4, 0.3), scored(3, 0.3), scored(4, 0.4))).toEqual([67.5]);
    expect(grades(scored(4, 3), scored(4, 3), scored(3, 4))).toEqual([65]);
    expect(grades(scored(5, 0.1), scored(2, 0.2), scored(5, 0.7))).toEqual([85]);
    expect(grades(scored(5, 0.7), scored(1, 0.2), scored(1, 0.1))).toEqual([70]);
  });

  it("shares the weight of what is missing among the rest", () => {
    const money = measure("minmax", [0, 100, NaN, NaN], { weight: 3 });
    const profit = measure("minmax", [0, NaN, 50, NaN, 100], { weight: 1 });
    const all = grades({ ...money, values: Float64Array.of(0, 100, NaN, NaN, 50) }, profit);
    expect(all).toEqual([0, 100, 50, NaN, 62.5]);
  });

  it("passes over a measure nobody has", () => {
    expect(grades(measure("minmax", [0, 10]), measure("zscore", [NaN, NaN]))).toEqual([0, 100]);
    expect(grades(measure("percentile", [NaN]))).toEqual([NaN]);
    expect(grades()).toEqual([]);
  });

  it("grades everybody one half where all are equal", () => {
    expect(grades(measure("minmax", [3, 3]))).toEqual([50, 50]);
    expect(grades(measure("zscore", [0.1, 0.1, 0.1]))).toEqual([50, 50, 50]);
    expect(grades(measure("percentile", [3, 3]))).toEqual([50, 50]);
  });
});

describe("a frozen ruler", () => {
  const rules = ["score", "minmax", "zscore", "percentile"] as const;
  const values = [1, 2, 2, 8, 9.5];

  it.each(rules)("of %s grades the same values the same, also after JSON", (normalise) => {
    const measures = [measure(normalise, values)];
    const rulers = JSON.parse(JSON.stringify(gradeRulers(measures)));
    expect(grade(measures, rulers)).toEqual(grade(measures));
  });

  it("keeps a customer's grade when the others change", () => {
    for (const normalise of rules) {
      const rulers = gradeRulers([measure(normalise, values)]);
      const before = grade([measure(normalise, values)], rulers)[3];
      expect(grade([measure(normalise, [8, 700])], rulers)[0]).toBe(before);
    }
  });

  it("ends at 0 and 100 for values beyond those it was made of", () => {
    for (const normalise of ["score", "minmax", "percentile"] as const) {
      const rulers = gradeRulers([measure(normalise, values)]);
      expect([...grade([measure(normalise, [-1e9, 1e9])], rulers)]).toEqual([0, 100]);
    }
    expect([...grade([measure("minmax", [2, 3, 4])], [{ normalise: "minmax", min: 3, max: 3 }])]).toEqual([
      0, 50, 100,
    ]);
    expect([...grade([measure("zscore", [2, 3, 4])], [{ normalise: "zscore", mean: 3, sd: 0 }])]).toEqual([
      0, 50, 100,
    ]);
  });
});

describe("grades of any values", () => {
  const cell = fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.constant(NaN),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
  );
  const normalise = fc.constantFrom(
    "score" as const,
    "minmax" as const,
    "zscore" as const,
    "percentile" as const,
  );
  const direction = fc.constantFrom("higher" as const, "lower" as const);

  it("are within 0–100, monotone, and the same in any order of rows", () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 30 }),
        normalise,
        direction,
        (values, normalise, direction) => {
          const all = grades(measure(normalise, values, { direction }));
          const rows = values.map((value, i) => ({ value, grade: all[i] ?? NaN }));
          for (const { value, grade } of rows) {
            if (Number.isNaN(value)) expect(grade).toBeNaN();
            else expect(grade >= 0 && grade <= 100).toBe(true);
          }
          const known = rows.filter(({ value }) => !Number.isNaN(value)).sort((a, b) => a.value - b.value);
          known.forEach(({ value, grade }, i) => {
            const next = known[i + 1];
            if (!next) return;
            if (next.value === value) expect(next.grade).toBe(grade);
            else if (direction === "higher") expect(next.grade).toBeGreaterThanOrEqual(grade);
            else expect(next.grade).toBeLessThanOrEqual(grade);
          });
          expect(grades(measure(normalise, [...values].reverse(), { direction })).reverse()).toEqual(all);
        },
      ),
      { numRuns: 300 },
    );
  });
});
