import { no, ok, type Message, type Result } from "../language/message";
import type { Axis, GradeRule, Policy, TierBasis, TierCondition } from "../policy/policy";
import { binsOf, cutoffs, scores } from "../scoring/cutoffs";
import { grade, gradeRulers, type GradeMeasure, type GradeRuler } from "../scoring/grade";
import { matrixCells, type MatrixAxis } from "../scoring/matrix";
import { rfmScore } from "../scoring/rfm";
import type { Facts } from "./facts";
import { amongBuyers, measureLabel, measureOf } from "./measure-of";
import type { AxisRuler, MeasureRuler, Ruler } from "./ruler";

/** What a tier can be made of besides the facts. */
export interface Scored {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly segment: Int16Array;
  readonly segments: readonly string[];
  readonly abc: Uint8Array;
}

/** The tiers of all customers, and the rulers that made them. */
export interface Tiers {
  readonly tier: Int16Array;
  readonly points: Float64Array | null;
  readonly grade: readonly MeasureRuler[] | null;
  readonly axes: { readonly x: AxisRuler; readonly y: AxisRuler } | null;
  readonly notes: readonly Message[];
}

/** Applies a policy's tiers. Refused where it needs a measure that the input hasn't. */
export function tiersOf(facts: Facts, scored: Scored, policy: Policy, frozen: Ruler | null): Result<Tiers> {
  const { by } = policy.tiers;
  switch (by.kind) {
    case "scores":
      return byScores(facts, scored, policy, by.thresholds);
    case "grade":
      return byGrade(facts, scored, policy, by, frozen);
    case "rules":
      return byRules(facts, scored, policy, by);
    case "matrix":
      return byMatrix(facts, policy, by, frozen);
  }
}

function missing(policy: Policy, measure: string) {
  return no("policy-measure-missing", { policy: policy.name, measure: measureLabel(measure) });
}

/** The index of the tier that points reach: thresholds descend, and reaching one is enough. */
function tierAt(points: number, thresholds: readonly number[]): number {
  const at = thresholds.findIndex((threshold) => points >= threshold);
  return at < 0 ? thresholds.length : at;
}

function byScores(
  facts: Facts,
  { r, f, m }: Scored,
  policy: Policy,
  thresholds: readonly number[],
): Result<Tiers> {
  for (const measure of ["recency", "frequency", "monetary"] as const) {
    if (!measureOf(facts, measure)) return missing(policy, measure);
  }
  const { weights } = policy.scores;
  const points = new Float64Array(r.length);
  const tier = new Int16Array(r.length);
  for (let at = 0; at < r.length; at++) {
    const score = rfmScore(r[at] ?? 1, f[at] ?? 1, m[at] ?? 1, weights);
    points[at] = score;
    tier[at] = tierAt(score, thresholds);
  }
  return ok({ tier, points, grade: null, axes: null, notes: [] });
}

function byGrade(
  facts: Facts,
  scored: Scored,
  policy: Policy,
  by: Extract<TierBasis, { kind: "grade" }>,
  frozen: Ruler | null,
): Result<Tiers> {
  const measures: GradeMeasure[] = [];
  const notes: Message[] = [];
  for (const rule of by.measures) {
    const measure = gradeMeasure(rule, facts, scored, policy);
    if (!measure) return missing(policy, rule.measure);
    measures.push(measure);
    const lacking = measure.values.reduce(
      (count, value, at) => count + (Number.isNaN(value) && facts.frequency[at] !== 0 ? 1 : 0),
      0,
    );
    if (lacking > 0) {
      notes.push({
        code: "grade-partial",
        params: { customers: lacking, measure: measureLabel(rule.measure) },
      });
    }
  }
  const kept = frozen ? keptRulers(frozen, by.measures, measures) : gradeRulers(measures);
  if (!kept) {
    const own = by.measures.filter((rule) => !isScore(rule));
    return no("ruler-missing", { measure: own.map(({ measure }) => measureLabel(measure)) as Message[] });
  }
  const rulers = kept;
  const graded = grade(measures, rulers);
  const points = graded.map((value, at) => (facts.frequency[at] === 0 ? 0 : value));
  const tier = Int16Array.from(points, (value) => (Number.isNaN(value) ? -1 : tierAt(value, by.thresholds)));
  const none = tier.reduce((count, at) => count + (at < 0 ? 1 : 0), 0);
  if (none > 0) notes.push({ code: "tier-none", params: { customers: none } });
  const named = rulers.map((ruler, at) => ({ measure: by.measures[at]?.measure ?? "", ruler }));
  return ok({ tier, points, grade: named, axes: null, notes });
}

/**
 * The rulers of the grade's measures in a frozen ruler: each of the same measure, normalised the same. R, F and M scores
 * need none. Null where one is missing.
 */
function keptRulers(
  frozen: Ruler,
  rules: readonly GradeRule[],
  measures: readonly GradeMeasure[],
): readonly GradeRuler[] | null {
  const fresh = gradeRulers(measures);
  const rulers = rules.map((rule, at) => {
    if (isScore(rule)) return fresh[at];
    const kept = frozen.grade?.[at];
    const same = kept?.measure === rule.measure && kept.ruler.normalise === rule.normalise;
    return same ? kept.ruler : undefined;
  });
  return rulers.every((ruler): ruler is GradeRuler => ruler !== undefined) ? rulers : null;
}

/** True of a part of the grade that is R, F or M itself, whose ruler is that of the scores. */
function isScore({ measure, normalise }: GradeRule): boolean {
  return (
    normalise === "score" && (measure === "recency" || measure === "frequency" || measure === "monetary")
  );
}

/** Customers without a purchase are left out of what the others are measured by, as everywhere. */
function gradeMeasure(
  rule: GradeRule,
  facts: Facts,
  { r, f, m }: Scored,
  policy: Policy,
): GradeMeasure | null {
  const values = measureOf(facts, rule.measure);
  if (!values) return null;
  if (isScore(rule)) {
    const name = rule.measure as "recency" | "frequency" | "monetary";
    const bins = binsOf(policy.scores[name]);
    const scores = { recency: r, frequency: f, monetary: m }[name];
    const natural = name === "recency" ? "lower" : "higher";
    return {
      values: Float64Array.from(scores),
      weight: rule.weight,
      direction: rule.direction === natural ? "higher" : "lower",
      normalise: "score",
      cut: { method: "fixed", at: Array.from({ length: bins - 1 }, (_, at) => at + 1) },
    };
  }
  return {
    values: amongBuyers(values, facts),
    weight: rule.weight,
    direction: rule.direction,
    normalise: rule.normalise,
  };
}

function byRules(
  facts: Facts,
  scored: Scored,
  policy: Policy,
  by: Extract<TierBasis, { kind: "rules" }>,
): Result<Tiers> {
  const conditions = by.rules.flatMap(({ when, unless }) => [when, unless ?? {}]);
  const uses = (...keys: (keyof TierCondition)[]) => conditions.some((one) => keys.some((key) => one[key]));
  const needed = [
    ...(uses("abc") ? [policy.abc.measure] : []),
    ...(uses("r", "segment", "activity", "stage") ? ["recency"] : []),
    ...(uses("f", "segment") ? ["frequency"] : []),
    ...(uses("m", "segment") ? ["monetary"] : []),
  ];
  for (const measure of needed) if (!measureOf(facts, measure)) return missing(policy, measure);

  const index = new Map(policy.tiers.list.map(({ id }, at) => [id, at]));
  const rest = by.rest === undefined ? -1 : (index.get(by.rest) ?? -1);
  const compiled = by.rules.map(({ tier, when, unless }) => ({
    tier: index.get(tier) ?? -1,
    when: conditionOf(when, scored, facts),
    unless: unless ? conditionOf(unless, scored, facts) : null,
  }));
  const tier = new Int16Array(facts.recency.length);
  let none = 0;
  for (let at = 0; at < tier.length; at++) {
    let found = rest;
    for (const rule of compiled) {
      if (rule.when(at, "all") && !(rule.unless?.(at, "any") ?? false)) {
        found = rule.tier;
        break;
      }
    }
    tier[at] = found;
    if (found < 0) none++;
  }
  const notes: Message[] = none > 0 ? [{ code: "tier-none", params: { customers: none } }] : [];
  return ok({ tier, points: null, grade: null, axes: null, notes });
}

/** A condition as a test of one customer: whether all of its facts hold, or any. */
function conditionOf(condition: TierCondition, scored: Scored, facts: Facts) {
  const tests: ((at: number) => boolean)[] = [];
  const { abc, segment, stage, activity, r, f, m } = condition;
  if (abc) tests.push((at) => abc.includes("ABC"[(scored.abc[at] ?? 0) - 1] ?? ""));
  if (segment) tests.push((at) => segment.includes(scored.segments[scored.segment[at] ?? -1] ?? ""));
  if (stage) tests.push((at) => stage.includes(facts.stage[at] ?? ""));
  if (activity) tests.push((at) => activity.includes(facts.activity[at] ?? ""));
  if (r) tests.push((at) => r.includes(scored.r[at] ?? 0));
  if (f) tests.push((at) => f.includes(scored.f[at] ?? 0));
  if (m) tests.push((at) => m.includes(scored.m[at] ?? 0));
  return (at: number, which: "all" | "any") =>
    which === "all" ? tests.every((test) => test(at)) : tests.some((test) => test(at));
}

function byMatrix(
  facts: Facts,
  policy: Policy,
  by: Extract<TierBasis, { kind: "matrix" }>,
  frozen: Ruler | null,
): Result<Tiers> {
  const x = axisOf(by.x, facts, policy, frozen, "x");
  if (!x.ok) return x;
  const y = axisOf(by.y, facts, policy, frozen, "y");
  if (!y.ok) return y;
  const index = new Map(policy.tiers.list.map(({ id }, at) => [id, at]));
  const tierOfCell = by.cells.flat().map((id) => index.get(id) ?? -1);
  const prospects = by.prospects === undefined ? null : (index.get(by.prospects) ?? -1);
  const cells = matrixCells(
    classesOf(x.value, by.cells.length),
    classesOf(y.value, by.cells[0]?.length ?? 2),
  );
  const tier = Int16Array.from(cells, (cell, at) =>
    facts.frequency[at] === 0 && prospects !== null ? prospects : (tierOfCell[cell] ?? -1),
  );
  return ok({
    tier,
    points: null,
    grade: null,
    axes: { x: x.value.ruler, y: y.value.ruler },
    notes: [...x.value.notes, ...y.value.notes],
  });
}

interface AxisInUse {
  readonly values: Float64Array;
  readonly ruler: AxisRuler;
  readonly notes: readonly Message[];
}

function classesOf({ values, ruler }: AxisInUse, bins: number): MatrixAxis {
  return { scores: scores(values, ruler.cutoffs, "upper", false), bins: bins === 2 ? 2 : 3 };
}

/** An axis as it is used: the measure that the input has, its values, and its cut-offs. */
function axisOf(
  axis: Axis,
  facts: Facts,
  policy: Policy,
  frozen: Ruler | null,
  which: "x" | "y",
): Result<AxisInUse> {
  const values = measureOf(facts, axis.measure);
  if (!values) {
    if (!axis.otherwise) return missing(policy, axis.measure);
    const other = axisOf(axis.otherwise, facts, policy, frozen, which);
    if (!other.ok) return measureOf(facts, axis.otherwise.measure) ? other : missing(policy, axis.measure);
    const params = {
      measure: measureLabel(axis.measure),
      otherwise: measureLabel(other.value.ruler.measure),
    };
    return ok({ ...other.value, notes: [{ code: "axis-otherwise", params }, ...other.value.notes] });
  }
  const kept = frozen ? keptCutoffs(axis, policy, frozen, which) : null;
  if (frozen && !kept) return no("ruler-missing", { measure: measureLabel(axis.measure) });
  const needed = binsOf(axis.cutoffs);
  if (kept && kept.length > 0 && kept.length + 1 !== needed) {
    return no("ruler-shape", { measure: measureLabel(axis.measure), given: kept.length + 1, needed });
  }
  const population = amongBuyers(values, facts);
  const cut = kept ?? cutoffs(population, axis.cutoffs, "upper");
  const lacking = values.reduce(
    (count, value, at) => count + (Number.isNaN(value) && facts.frequency[at] !== 0 ? 1 : 0),
    0,
  );
  const partial = {
    code: "axis-partial",
    params: { customers: lacking, measure: measureLabel(axis.measure) },
  } as const;
  return ok({ values, ruler: { measure: axis.measure, cutoffs: cut }, notes: lacking > 0 ? [partial] : [] });
}

/** An axis' cut-offs in a ruler: its own, those of ABC where the axis is cut like it, or fixed ones, which never move. */
function keptCutoffs(axis: Axis, policy: Policy, frozen: Ruler, which: "x" | "y"): readonly number[] | null {
  const own = frozen.axes?.[which];
  if (own && own.measure === axis.measure) return own.cutoffs;
  if (axis.cutoffs.method === "fixed") return axis.cutoffs.at;
  const likeAbc =
    axis.cutoffs.method === "share" &&
    axis.measure === policy.abc.measure &&
    axis.cutoffs.at.join() === policy.abc.shares.join();
  return likeAbc ? frozen.abc : null;
}
