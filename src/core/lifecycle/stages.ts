import type { LifecycleRules } from "./lifecycle-rules";
import { silenceLimit, type Rhythm } from "./rhythm";

/** Lifecycle stages, in the order in which they are tried. */
export const STAGES = ["prospect", "churned", "dormant", "recovered", "new", "mature", "growing"] as const;
export type Stage = (typeof STAGES)[number];

/** 活跃·沉默·流失: what a customer does now. A prospect has none. */
export const ACTIVITIES = ["active", "dormant", "churned"] as const;
export type Activity = (typeof ACTIVITIES)[number];

/**
 * The stage of a customer: the first that applies. Null where the recency (days) or the number of purchases that would
 * decide isn't known (NaN).
 */
export function stageOf(
  rhythm: Rhythm,
  recency: number,
  asOf: number | null,
  rules: LifecycleRules,
): Stage | null {
  if (rhythm.purchases === 0) return "prospect";
  if (Number.isNaN(recency)) return null;
  if (recency > silenceLimit(rules.churned, rhythm.gap, rules)) return "churned";
  if (recency > silenceLimit(rules.dormant, rhythm.gap, rules)) return "dormant";
  if (Number.isNaN(rhythm.purchases)) return null;
  if (rhythm.cameBack && recency <= rules.recovered) return "recovered";
  const age = asOf !== null && rhythm.first > 0 ? asOf - rhythm.first : NaN;
  if (rhythm.purchases === 1 || age <= rules.new) return "new";
  if (rhythm.purchases >= rules.mature.purchases && age > rules.mature.days) return "mature";
  return "growing";
}

/** Active, dormant or churned, by the limits of the stages; null for a prospect or where recency isn't known. */
export function activityOf(rhythm: Rhythm, recency: number, rules: LifecycleRules): Activity | null {
  if (rhythm.purchases === 0 || Number.isNaN(recency)) return null;
  if (recency > silenceLimit(rules.churned, rhythm.gap, rules)) return "churned";
  return recency > silenceLimit(rules.dormant, rhythm.gap, rules) ? "dormant" : "active";
}
