import { no, ok, type Message, type Result } from "../language/message";
import { gridOf } from "../policy/check-policy";
import type { Policy } from "../policy/policy";
import { abc, abcWithCutoffs } from "../scoring/abc";
import { nestedCutoffs, nestedScores, type NestedCutoffs } from "../scoring/nested";
import { rfmScores, type RfmMeasures, type RfmRules } from "../scoring/rfm";
import { binsOf } from "../scoring/cutoffs";
import { compileGrid, segments, type CompiledGrid } from "../segments/segment";
import type { Facts } from "./facts";
import { amongBuyers, isKnown, measureLabel, measureOf } from "./measure-of";
import type { Ruler } from "./ruler";
import { tiersOf } from "./tier-rules";

/**
 * What customers are beside each other: an entry a customer. Scores are 1…n and 0 where a measure they need isn't
 * known; `segment` and `tier` are indices, -1 for none.
 */
export interface Assessment {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly segment: Int16Array;
  /** Segment ids that `segment` points into. */
  readonly segments: readonly string[];
  /** 1 A, 2 B, 3 C; 0 where the measure isn't known. */
  readonly abc: Uint8Array;
  /** What the tier was read from, where that is a number: the RFM score 1–n, or the grade 0–100. */
  readonly points: Float64Array | null;
  /** Index into the policy's tiers. */
  readonly tier: Int16Array;
  readonly ruler: Ruler;
  readonly notes: readonly Message[];
}

/**
 * Scores, segments and tiers of all customers by a policy: with the cut-offs that these customers give, or, with
 * `frozen`, the cut-offs of an earlier run. Refused where the policy needs what the input hasn't, or the ruler lacks
 * what the policy needs.
 */
export function assess(
  facts: Facts,
  policy: Policy,
  asOf: string | null,
  frozen: Ruler | null,
): Result<Assessment> {
  const scored = scoresOf(facts, policy, frozen);
  if (!scored.ok) return scored;
  const { r, f, m, cutoffs, nested } = scored.value;

  const grid = compiledGridOf(policy);
  if (!grid.ok) return grid;
  const complete =
    isKnown(facts.recency, facts) && isKnown(facts.frequency, facts) && isKnown(facts.monetary, facts);
  const segment = complete ? segments(r, f, m, grid.value) : new Int16Array(r.length).fill(-1);

  const value = measureOf(facts, policy.abc.measure);
  if (!value && policy.abc.measure !== "monetary") {
    return no("policy-measure-missing", { policy: policy.name, measure: measureLabel(policy.abc.measure) });
  }
  if (frozen && value && !(frozen.abc && frozen.abcMeasure === policy.abc.measure)) {
    return no("ruler-missing", { measure: "ABC" });
  }
  const valued = value ? amongBuyers(value, facts) : null;
  const abcCutoffs = frozen?.abc ?? (valued ? abc(valued, ...policy.abc.shares).cutoffs : null);
  const abcClasses =
    valued && abcCutoffs ? abcWithCutoffs(valued, abcCutoffs) : new Uint8Array(facts.monetary.length);

  const whereKnown = (scores: Uint8Array, values: Float64Array) =>
    isKnown(values, facts) ? scores : new Uint8Array(scores.length);
  const shown = {
    r: whereKnown(r, facts.recency),
    f: whereKnown(f, facts.frequency),
    m: whereKnown(m, facts.monetary),
  };
  const tiers = tiersOf(
    facts,
    { ...shown, segment, segments: grid.value.segments, abc: abcClasses },
    policy,
    frozen,
  );
  if (!tiers.ok) return tiers;
  const ruler: Ruler = {
    policy: policy.name,
    version: policy.version,
    asOf: frozen ? frozen.asOf : asOf,
    boundary: policy.scores.boundary,
    recency: cutoffs.recency,
    frequency: cutoffs.frequency,
    monetary: cutoffs.monetary,
    nested,
    abcMeasure: policy.abc.measure,
    abc: abcCutoffs,
    grade: tiers.value.grade,
    axes: tiers.value.axes,
  };
  return ok({
    ...shown,
    segment,
    segments: grid.value.segments,
    abc: abcClasses,
    points: tiers.value.points,
    tier: tiers.value.tier,
    ruler,
    notes: tiers.value.notes,
  });
}

const compiled = new WeakMap<Policy, Result<CompiledGrid>>();

/** A policy's grid, compiled once: an explanation assesses one customer some thousand times. */
function compiledGridOf(policy: Policy): Result<CompiledGrid> {
  const known = compiled.get(policy);
  if (known) return known;
  const grid = compileGrid(gridOf(policy));
  compiled.set(policy, grid);
  return grid;
}

function scoresOf(facts: Facts, policy: Policy, frozen: Ruler | null) {
  const rules: RfmRules = policy.scores;
  const measures: RfmMeasures = facts;
  const { boundary } = policy.scores;
  if (frozen && frozen.boundary !== null && frozen.boundary !== boundary) {
    return no("ruler-boundary", { given: frozen.boundary, needed: boundary });
  }
  if (policy.scores.nested) {
    if (frozen && !frozen.nested) return no("ruler-missing", { measure: "R × F × M" });
    const shapes = frozen?.nested ? nestedShapes(frozen.nested) : [];
    for (const [measure, given] of shapes) {
      const needed = binsOf(policy.scores[measure]);
      if (given !== needed) return no("ruler-shape", { measure: measureLabel(measure), given, needed });
    }
    const cut = frozen?.nested ?? nestedCutoffs(measures, rules);
    const scores = nestedScores(measures, cut, rules.boundary);
    return ok({ ...scores, cutoffs: { recency: cut.recency, frequency: [], monetary: [] }, nested: cut });
  }
  if (frozen) {
    for (const measure of ["recency", "frequency", "monetary"] as const) {
      const given = frozen[measure].length + 1;
      const needed = binsOf(policy.scores[measure]);
      if (!isKnown(facts[measure], facts)) continue;
      if (given === 1) return no("ruler-missing", { measure: measureLabel(measure) });
      if (given !== needed) return no("ruler-shape", { measure: measureLabel(measure), given, needed });
    }
  }
  const { r, f, m, cutoffs } = rfmScores(measures, rules, frozen ?? undefined);
  return ok({ r, f, m, cutoffs, nested: null });
}

/** The classes that nested cut-offs make of each measure, where they say (an input of nobody says nothing). */
function nestedShapes({ recency, frequency, monetary }: NestedCutoffs) {
  const [f] = frequency;
  const [m] = monetary[0] ?? [];
  const made = [
    ["recency", recency],
    ["frequency", f],
    ["monetary", m],
  ] as const;
  return made.flatMap(([measure, cut]) =>
    cut && cut.length > 0 ? [[measure, cut.length + 1] as const] : [],
  );
}
