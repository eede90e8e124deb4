import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridOf, policyTroubles } from "../../src/core/policy/check-policy";
import type { Policy } from "../../src/core/policy/policy";
import schema from "../../src/core/policy/policy.schema.json";
import { parsePolicy } from "../../src/core/policy/read-policy";
import { templateNamed, templates } from "../../src/core/policy/templates";
import { grids, type GridName } from "../../src/core/segments/grids";
import { codesOf } from "../../src/core/segments/pattern";
import { compileGrid, gridReport } from "../../src/core/segments/segment";
import { patternsOf } from "../../taskpane/policy/code-patterns";
import {
  assignCodes,
  newId,
  resizedGrid,
  segmentsOf,
  withSegmentLabel,
} from "../../taskpane/policy/grid-edits";
import { gridMap } from "../../taskpane/policy/grid-map";
import { followed, startKeeping, taken } from "../../taskpane/policy/kept-draft";
import { edited, startDraft, troublesAt, undone, type PolicyDraft } from "../../taskpane/policy/policy-draft";
import { policyFileName, policyText } from "../../taskpane/policy/policy-file";
import { templateOf } from "../../taskpane/policy/policy-origin";
import { valueAt, withValue, type PolicyPath } from "../../taskpane/policy/policy-path";
import { ruleOf, SCORED, withGrid, withScoreCount } from "../../taskpane/policy/score-edits";
import {
  addTier,
  FACTS,
  fewestTiers,
  moved,
  removeTier,
  ticked,
  withAxis,
  withBasis,
  withUnless,
} from "../../taskpane/policy/tier-edits";
import { numberOf, numbersOf, typedNumber } from "../../taskpane/policy/typed-number";

const template = (name: string): Policy => {
  const found = templateNamed(name);
  if (!found) throw new Error(name);
  return found;
};
const rfm = template("rfm");
const accepts = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** Segments by code as the core compiles a grid. */
function compiled(grid: Parameters<typeof compileGrid>[0]): string[] {
  const result = compileGrid(grid);
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  const { table, segments } = result.value;
  return [...table].map((at) => segments[at] ?? "");
}

const label = fc.record({ en: fc.string({ maxLength: 12 }), zh: fc.constantFrom("高", "低", "") });
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** One thing that a reader can do in the editor. */
const edit: fc.Arbitrary<(draft: PolicyDraft) => PolicyDraft> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom<PolicyPath>(
        ...(["/lifecycle/gap", "/lifecycle/churned/days", "/lifecycle/dormant/gaps"] as const),
        ...([
          "/lifecycle/mature/purchases",
          "/warnings/drop",
          "/atRiskDays",
          "/scores/weights/recency",
        ] as const),
      ),
      fc.oneof(fc.integer({ min: -5, max: 500 }), fc.double(), fc.constant(NaN)),
    )
    .map(
      ([path, value]) =>
        (draft: PolicyDraft) =>
          edited(draft, path, withValue(draft.policy, path, value)),
    ),
  fc.tuple(fc.constantFrom<PolicyPath>("/name", "/version", "/title/en"), fc.string({ maxLength: 70 })).map(
    ([path, text]) =>
      (draft: PolicyDraft) =>
        edited(draft, path, withValue(draft.policy, path, text)),
  ),
  fc
    .tuple(
      fc.constantFrom(...SCORED),
      fc.constantFrom("quantile", "breaks", "fixed", "share", "mean"),
      fc.integer({ min: 2, max: 9 }),
    )
    .map(([measure, method, bins]) => (draft: PolicyDraft) => {
      const path = `/scores/${measure}` as const;
      return edited(draft, path, withValue(draft.policy, path, ruleOf(method as "mean", bins, measure)));
    }),
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constant(NaN)), { maxLength: 9 })
    .map(
      (at) => (draft: PolicyDraft) =>
        edited(
          draft,
          "/scores/monetary/at",
          withValue(draft.policy, "/scores/monetary", { method: "fixed", at }),
        ),
    ),
  fc
    .integer({ min: 2, max: 9 })
    .map((scores) => (draft: PolicyDraft) => edited(draft, "/grid", withScoreCount(draft.policy, scores))),
  fc
    .constantFrom(...(Object.keys(grids) as GridName[]))
    .map((name) => (draft: PolicyDraft) => edited(draft, "/grid", withGrid(draft.policy, name))),
  fc
    .tuple(fc.array(fc.nat(), { maxLength: 30 }), fc.nat(), label)
    .map(([codes, which, name]) => (draft: PolicyDraft) => {
      const grid = gridOf(draft.policy);
      const places = codes.map((code) => code % grid.scores ** 3);
      const segments = segmentsOf(grid);
      const segment =
        which % 3 === 0 ? newId(name.en, segments, "segment") : (pick(segments, which) ?? "new");
      return edited(draft, "/grid", { ...draft.policy, grid: assignCodes(grid, places, segment, name) });
    }),
  fc.tuple(fc.nat(), label).map(([which, name]) => (draft: PolicyDraft) => {
    const grid = gridOf(draft.policy);
    const segment = pick(segmentsOf(grid), which) ?? "";
    return edited(draft, "/grid", { ...draft.policy, grid: withSegmentLabel(grid, segment, name) });
  }),
  label.map((name) => (draft: PolicyDraft) => edited(draft, "/tiers", addTier(draft.policy, name))),
  fc
    .nat()
    .map(
      (at) => (draft: PolicyDraft) =>
        draft.policy.tiers.list.length > fewestTiers(draft.policy)
          ? edited(draft, "/tiers", removeTier(draft.policy, at % draft.policy.tiers.list.length))
          : draft,
    ),
  fc.tuple(fc.nat(), fc.constantFrom(-1, 1)).map(([at, by]) => (draft: PolicyDraft) => {
    const { list } = draft.policy.tiers;
    return edited(
      draft,
      "/tiers/list",
      withValue(draft.policy, "/tiers/list", moved(list, at % list.length, by)),
    );
  }),
  fc
    .constantFrom("scores", "grade", "rules", "matrix")
    .map(
      (kind) => (draft: PolicyDraft) => edited(draft, "/tiers/by", withBasis(draft.policy, kind as "rules")),
    ),
  fc
    .tuple(
      fc.constantFrom(...FACTS),
      fc.constantFrom("A", "lost", "new", "active", 1, 5),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([fact, value, on, out]) => (draft: PolicyDraft) => {
      const { by } = draft.policy.tiers;
      const [rule] = by.kind === "rules" ? by.rules : [];
      if (!rule) return draft;
      const changed = out
        ? withUnless(rule, ticked(rule.unless ?? {}, fact, value, on))
        : { ...rule, when: ticked(rule.when, fact, value, on) };
      return edited(draft, "/tiers/by/rules/0", withValue(draft.policy, "/tiers/by/rules/0", changed));
    }),
  fc
    .tuple(
      fc.constantFrom("x", "y"),
      fc.constantFrom("quantile", "fixed", "share", "mean"),
      fc.integer({ min: 2, max: 4 }),
    )
    .map(([axis, method, bins]) => (draft: PolicyDraft) => {
      const { by } = draft.policy.tiers;
      if (by.kind !== "matrix") return draft;
      const rule = ruleOf(method as "mean", bins, "monetary");
      const changed = withAxis(by, axis as "x", { ...by[axis as "x"], cutoffs: rule });
      return edited(draft, "/tiers/by", withValue(draft.policy, "/tiers/by", changed));
    }),
  fc.constant(undone),
  fc.constant((draft: PolicyDraft) => edited(draft, "/", templateOf(draft.policy))),
);

describe("any sequence of edits", () => {
  test("leaves a policy that both checks accept in effect, or says where it is wrong; and can be undone", () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        (start, edits) => {
          let draft = startDraft(start);
          for (const change of edits) {
            const before = draft;
            draft = change(draft);
            expect(accepts(draft.inEffect)).toBe(true);
            expect(policyTroubles(draft.inEffect)).toEqual([]);
            if (draft.troubles.length === 0) {
              accepted++;
              expect(draft.inEffect).toBe(draft.policy);
              expect(parsePolicy(policyText(draft.policy))).toEqual({ ok: true, value: draft.policy });
            } else {
              refused++;
              expect(draft.inEffect).toBe(before.inEffect);
              for (const { where } of draft.troubles) expect(where).toMatch(/^\//);
            }
          }
          while (draft.past.length > 0) draft = undone(draft);
          expect(draft.policy).toBe(start);
          expect(draft.inEffect).toBe(start);
        },
      ),
      { numRuns: 150 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(50);
  });
});

describe("patternsOf(codes, scores)", () => {
  test("covers exactly the codes, each once, whatever they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.array(fc.nat(), { maxLength: 80 }), (scores, some) => {
        const codes = [...new Set(some.map((code) => code % scores ** 3))];
        const covered = patternsOf(codes, scores).flatMap((pattern) => {
          const read = codesOf(pattern, scores);
          if (!read.ok) throw new Error(pattern);
          return [...read.value];
        });
        expect(covered.sort((a, b) => a - b)).toEqual(codes.sort((a, b) => a - b));
      }),
    );
  });
  test("is compact: what a person would write", () => {
    const all = Array.from({ length: 125 }, (_, code) => code);
    expect(patternsOf(all, 5)).toEqual(["[1-5][1-5][1-5]"]);
    const top = all.filter((code) => Math.floor(code / 25) >= 3 && Math.floor(code / 5) % 5 >= 3);
    expect(patternsOf(top, 5)).toEqual(["[45][45][1-5]"]);
    expect(patternsOf([7], 2)).toEqual(["111"]);
    expect(patternsOf([], 5)).toEqual([]);
  });
});

describe("assignCodes(grid, codes, segment)", () => {
  test.each(Object.entries(grids))("covers all codes of %s exactly once and changes no other", (_, grid) => {
    fc.assert(
      fc.property(fc.array(fc.nat(grid.scores ** 3 - 1), { maxLength: 40 }), fc.nat(), (codes, which) => {
        const segment = pick([...segmentsOf(grid), "mine"], which) ?? "";
        const own = assignCodes(grid, codes, segment);
        const before = compiled(grid);
        expect(compiled(own)).toEqual(before.map((was, code) => (codes.includes(code) ? segment : was)));
        expect(gridReport(own).shadowed).toEqual([]);
        const times = new Int16Array(grid.scores ** 3);
        for (const rule of own.rules) {
          for (const pattern of rule.codes) {
            const read = codesOf(pattern, own.scores);
            for (const code of read.ok ? read.value : []) times[code] = (times[code] ?? 0) + 1;
          }
        }
        const rest = gridReport(own).gaps.length;
        expect([...times].filter((count) => count === 1)).toHaveLength(times.length - rest);
        expect(Math.max(...times)).toBeLessThanOrEqual(1);
        if (own.rest === null) expect(rest).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
  test("a new segment has its label in both languages, and one without codes is gone", () => {
    const own = assignCodes(grids.klaviyo, [26], "best", { en: "Best", zh: "最佳" });
    expect(own.rules.at(-1)).toEqual({ segment: "best", label: { en: "Best", zh: "最佳" }, codes: ["333"] });
    const all = Array.from({ length: 8 }, (_, code) => code);
    expect(segmentsOf(assignCodes(grids["eight-types"], all, "key-value"))).toEqual(["key-value"]);
  });
  test("what is called otherwise is the same grid", () => {
    const named = withSegmentLabel(grids["rfm-r"], "others", { en: "Everyone else", zh: "其他人" });
    expect(compiled(named)).toEqual(compiled(grids["rfm-r"]));
    expect(named.restLabel).toEqual({ en: "Everyone else", zh: "其他人" });
  });
  test("stretched to more scores and back it is as it was", () => {
    for (const grid of [grids.klaviyo, grids["eight-types"]]) {
      expect(compiled(resizedGrid(resizedGrid(grid, grid.scores * 3), grid.scores))).toEqual(compiled(grid));
    }
  });
});

describe("gridMap(grid, counts, m)", () => {
  const counts = {
    scores: 5,
    customers: Array.from({ length: 125 }, (_, code) => (code === 124 ? 7 : code === 2 ? 3 : 0)),
    monetary: Array.from({ length: 125 }, (_, code) => (code === 124 ? 75 : code === 2 ? 25 : 0)),
  };
  test("sums customers over M, best R first", () => {
    const map = gridMap(grids.classic, counts, null);
    expect(map.rows[0]?.[4]).toMatchObject({
      r: 5,
      f: 5,
      customers: 7,
      segments: [{ segment: "champions", codes: 2, customers: 7 }, { codes: 3 }],
    });
    expect(map.segments[0]).toMatchObject({ segment: "champions", codes: 7, customers: 7, share: 0.75 });
    expect(gridMap(grids.classic, counts, 5).rows[0]?.[4]?.codes).toEqual([124]);
  });
  test("tells gaps and shadows with their customers", () => {
    const holed = { ...grids.classic, rules: grids.classic.rules.slice(0, -1) };
    const { gaps, shadows } = gridMap(holed, counts, null);
    expect(gaps).toMatchObject({ left: true, customers: 0 });
    expect(gaps.codes).toContain("111");
    expect(shadows).toEqual([]);
    const shadowed = {
      ...grids.classic,
      rules: [...grids.classic.rules, { segment: "late", codes: ["555"] }],
    };
    expect(gridMap(shadowed, counts, null).shadows).toEqual([{ rule: 11, segment: "late", customers: 7 }]);
    expect(gridMap(grids["rfm-r"], counts, null).gaps).toMatchObject({ left: false });
  });
  test("counts nobody by scores of another size", () => {
    const map = gridMap(grids.klaviyo, counts, null);
    expect(map.counted).toBe(false);
    expect(map.rows.flat().every(({ customers }) => customers === 0)).toBe(true);
  });
});

describe("edits keep what they mean", () => {
  test("as many scores as the grid has, for all three; thresholds and rules go with them", () => {
    const three = withScoreCount(rfm, 3);
    expect(three.grid).toBe("klaviyo");
    expect(three.tiers.by).toEqual({ kind: "scores", thresholds: [2.75, 2.25, 1.75, 1.25] });
    expect(withScoreCount(three, 5)).toEqual({ ...rfm, grid: "classic" });
    const five = withGrid(template("eight-types"), "classic");
    expect(five.tiers.by).toMatchObject({ rules: [{ tier: "key", when: { m: [3, 4, 5] } }] });
    expect(withGrid(rfm, "eight-types").scores.monetary).toEqual({ method: "mean" });
    for (let scores = 2; scores <= 9; scores++) {
      expect(policyTroubles(withScoreCount(rfm, scores))).toEqual([]);
    }
  });
  test("every basis begins with sensible rules, for any number of tiers", () => {
    for (let tiers = 1; tiers <= 20; tiers++) {
      for (const kind of ["scores", "grade", "rules", "matrix"] as const) {
        let policy = withBasis(template("abc"), "rules");
        while (policy.tiers.list.length > tiers) policy = removeTier(policy, policy.tiers.list.length - 1);
        while (policy.tiers.list.length < tiers) policy = addTier(policy, { en: "T", zh: "层" });
        const changed = withBasis(withBasis(policy, "matrix"), kind);
        expect(startDraft(changed).troubles).toEqual([]);
      }
    }
    expect(withBasis(withBasis(rfm, "rules"), "scores")).toEqual(rfm);
  });
  test("what was edited is no template any more, and what again is one is it", () => {
    const path = "/lifecycle/gap";
    const draft = edited(startDraft(rfm), path, withValue(rfm, path, 60));
    expect(draft.policy).toMatchObject({
      name: "custom",
      title: { en: `${rfm.title.en} (edited)`, zh: `${rfm.title.zh}（已修改）` },
      lifecycle: { gap: 60 },
    });
    expect(templateOf(draft.policy)).toBe(rfm);
    expect(edited(draft, path, withValue(draft.policy, path, 90)).policy).toBe(rfm);
    const own = edited(draft, "/name", withValue(draft.policy, "/name", "ours")).policy;
    expect(edited(startDraft(own), path, withValue(own, path, 61)).policy).toMatchObject({ name: "ours" });
  });
  test("letters typed one after another are undone at once, two presses are not", () => {
    let draft = startDraft(rfm);
    for (const days of [1, 15, 150])
      draft = edited(draft, "/atRiskDays", withValue(draft.policy, "/atRiskDays", days));
    expect(draft.past).toHaveLength(1);
    expect(undone(draft).policy).toBe(rfm);
    draft = edited(draft, "/name", withValue(draft.policy, "/name", ""));
    expect(draft.inEffect).toMatchObject({ name: "custom", atRiskDays: 150 });
    expect(troublesAt(draft, "/name")).toHaveLength(1);
    expect(undone(draft).troubles).toEqual([]);
  });
  test("an axis with other classes keeps the tiers of its lowest and highest", () => {
    const { by } = template("strategic").tiers;
    if (by.kind !== "matrix") throw new Error("no matrix");
    const axis = { ...by.x, cutoffs: ruleOf("quantile", 2, "monetary") };
    const two = withAxis(by, "x", axis);
    expect(two.cells).toEqual([by.cells[0], by.cells[2]]);
    expect(withAxis(two, "x", by.x).cells).toEqual([by.cells[0], by.cells[2], by.cells[2]]);
    const y = withAxis(by, "y", { ...by.y, cutoffs: ruleOf("share", 3, "potential") });
    expect(y.y.otherwise?.cutoffs).toEqual({ method: "quantile", bins: 3 });
    const policy = { ...template("strategic"), tiers: { ...template("strategic").tiers, by: y } };
    expect(startDraft(policy).troubles).toEqual([]);
  });
  test("without a tier nothing names it", () => {
    const strategic = template("strategic");
    const less = removeTier(strategic, 0);
    expect(JSON.stringify(less)).not.toContain('"strategic"],');
    expect(startDraft(less).troubles).toEqual([]);
    expect(startDraft(removeTier(template("vip"), 2)).troubles).toEqual([]);
  });
});

describe("the editor and the policy in effect", () => {
  const typed = (kept: ReturnType<typeof startKeeping>, days: number) =>
    taken(kept, edited(kept.draft, "/atRiskDays", withValue(kept.draft.policy, "/atRiskDays", days)));

  test("what it told comes back late, and out of step: the draft stays as it was typed", () => {
    const start = startKeeping(rfm);
    const one = typed(start, 3);
    const two = typed(one, 36);
    const wrong = typed(two, NaN);
    expect(two.told).toEqual([one.draft.inEffect, two.draft.inEffect]);
    // Drawn again in between with what it had been given before.
    expect(followed(wrong, rfm)).toBe(wrong);
    const back = followed(wrong, one.draft.inEffect);
    expect(back.draft).toBe(wrong.draft);
    expect(followed(back, two.draft.inEffect)).toMatchObject({ draft: wrong.draft, told: [] });
  });
  test("one from elsewhere begins anew, even one that it told before", () => {
    const edits = typed(startKeeping(rfm), 30);
    const settled = followed(edits, edits.draft.inEffect);
    const other = followed(settled, template("vip"));
    expect(other).toMatchObject({ draft: { policy: { name: "vip" }, past: [] }, told: [] });
    const again = followed(typed(settled, 31), rfm);
    expect(again.draft).toMatchObject({ policy: { name: "rfm" }, past: [] });
    // A copy of what is in effect, as it comes from a worker, is no other policy.
    expect(followed(settled, structuredClone(settled.draft.inEffect)).draft).toBe(settled.draft);
  });
});

describe("what is typed", () => {
  test.each([
    ["12", 12],
    [" 1,234.5 ", 1234.5],
    ["１２", 12],
    ["1e3", 1000],
    ["-0.5", -0.5],
    ["", NaN],
    ["12a", NaN],
    ["1,23", NaN],
    ["0x10", NaN],
    ["Infinity", NaN],
  ])("“%s” is %d", (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
  test("lists are apart by spaces, commas and semicolons of either width", () => {
    expect(numbersOf("30, 90;180　365、700，")).toEqual([30, 90, 180, 365, 700]);
    expect(numbersOf("a 1")).toEqual([NaN, 1]);
    expect([typedNumber(0.29 * 100), typedNumber(1 / 3), typedNumber(NaN)]).toEqual([
      "29",
      "0.333333333333",
      "",
    ]);
  });
  test("paths say where a value stands, and put another there", () => {
    expect(valueAt(rfm, "/tiers/by/thresholds/1")).toBe(3.5);
    expect(valueAt(rfm, "/tiers/nothing/here")).toBeUndefined();
    expect(valueAt(withValue(rfm, "/tiers/list/0", undefined), "/tiers/list/0/id")).toBe("B");
    expect(rfm.tiers.list).toHaveLength(5);
  });
  test("a file is called what the policy is, whatever that holds", () => {
    expect(policyFileName({ ...rfm, name: "ours", version: "2026-1" })).toBe("ours-2026-1.json");
    expect(policyFileName({ ...rfm, name: "../a:b\n c", version: '"?"' })).toBe("a-b-c.json");
    expect(policyFileName({ ...rfm, name: "重点客户", version: "1" })).toBe("重点客户-1.json");
    expect(policyFileName({ ...rfm, name: "/", version: "/" })).toBe("policy.json");
  });
});
