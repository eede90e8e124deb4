import { gridOf } from "../../src/core/policy/check-policy";
import type { Policy, TierBasis, TierCondition } from "../../src/core/policy/policy";
import { binsOf, type CutoffRule } from "../../src/core/scoring/cutoffs";
import { grids, type GridName } from "../../src/core/segments/grids";
import { resizedGrid } from "./grid-edits";

/** The measures of R, F and M. */
export const SCORED = ["recency", "frequency", "monetary"] as const;
export type Scored = (typeof SCORED)[number];

/** Own cut-offs to begin with, where no run has any. */
const FIRST_CUTOFFS: Readonly<Record<Scored, readonly number[]>> = {
  recency: [30, 60, 90, 180, 270, 365, 540, 730],
  frequency: [1, 2, 3, 5, 8, 12, 20, 30],
  monetary: [100, 200, 500, 1000, 2000, 5000, 10000, 20000],
};

/**
 * Another way to make so many classes of a measure.
 *
 * @param known cut-offs of the last run, which own ones begin with; ascending, in the measure's unit
 */
export function ruleOf(
  method: CutoffRule["method"],
  bins: number,
  measure: string,
  known: readonly number[] = [],
): CutoffRule {
  switch (method) {
    case "quantile":
    case "breaks":
      return { method, bins };
    case "fixed": {
      const ascending = known.every((value, at) => at === 0 || value > (known[at - 1] ?? Infinity));
      const usual = FIRST_CUTOFFS[measure as Scored] ?? FIRST_CUTOFFS.monetary;
      const at = known.length === bins - 1 && ascending ? known : usual.slice(0, bins - 1);
      return { method, at: at.map((value) => Number(value.toFixed(2))) };
    }
    case "share":
      return { method, at: bins === 3 ? [0.7, 0.9] : evenly(bins).map((part) => round(part, 2)) };
    case "mean":
      return { method };
  }
}

/** The parts that divide 0–1 into so many. */
function evenly(parts: number): number[] {
  return Array.from({ length: parts - 1 }, (_, at) => (at + 1) / parts);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** A rule with so many classes: as it is, else in equal parts. */
function resized(rule: CutoffRule, bins: number): CutoffRule {
  if (binsOf(rule) === bins) return rule;
  return rule.method === "breaks" ? { method: "breaks", bins } : { method: "quantile", bins };
}

/**
 * A policy whose R, F and M run from 1 to another number. All that is said in scores goes with them: the grid becomes
 * a built-in one of that size, else the present one resized; thresholds and scores in rules of tiers are those that
 * stand for the same part of customers.
 */
export function withScoreCount(policy: Policy, scores: number): Policy {
  const grid = gridOf(policy);
  const rules = Object.fromEntries(SCORED.map((name) => [name, resized(policy.scores[name], scores)]));
  const builtIn = (Object.keys(grids) as GridName[]).find((name) => grids[name].scores === scores);
  const byName = typeof policy.grid === "string" && builtIn;
  return {
    ...policy,
    scores: { ...policy.scores, ...rules },
    grid: grid.scores === scores ? policy.grid : byName || resizedGrid(grid, scores),
    tiers: { ...policy.tiers, by: rescaled(policy.tiers.by, grid.scores, scores) },
  };
}

function rescaled(by: TierBasis, from: number, to: number): TierBasis {
  if (from === to) return by;
  if (by.kind === "scores") {
    const threshold = (value: number) => round(1 + ((value - 1) * (to - 1)) / (from - 1), 4);
    return { ...by, thresholds: by.thresholds.map(threshold) };
  }
  if (by.kind !== "rules") return by;
  const all = Array.from({ length: to }, (_, at) => at + 1);
  const condition = (facts: TierCondition): TierCondition => {
    const scored = (["r", "f", "m"] as const).flatMap((fact) => {
      const values = facts[fact];
      if (!values) return [];
      const standing = all.filter((score) => values.includes(Math.ceil((score * from) / to)));
      // Of fewer scores one may stand for none of those asked for: then for the nearest.
      const nearest = values.map((value) => Math.min(to, Math.ceil((value * to) / from)));
      return [[fact, standing.length > 0 ? standing : [...new Set(nearest)]]];
    });
    return { ...facts, ...Object.fromEntries(scored) };
  };
  return {
    ...by,
    rules: by.rules.map((rule) => ({
      ...rule,
      when: condition(rule.when),
      ...(rule.unless ? { unless: condition(rule.unless) } : {}),
    })),
  };
}

/** A policy with another built-in grid, and scores as that grid has them: the eight types compare with the mean. */
export function withGrid(policy: Policy, name: GridName): Policy {
  const sized = withScoreCount(policy, grids[name].scores);
  const mean: CutoffRule = { method: "mean" };
  const scores =
    name === "eight-types"
      ? { ...sized.scores, recency: mean, frequency: mean, monetary: mean }
      : sized.scores;
  return { ...sized, scores, grid: name };
}
