import type { Bilingual } from "../language/language";
import type { RowRules } from "../ledger/ledger";
import type { LifecycleRules, WarningRules } from "../lifecycle/lifecycle-rules";
import type { Stage } from "../lifecycle/stages";
import type { Boundary, CutoffRule } from "../scoring/cutoffs";
import type { Grid } from "../segments/grids";

/** The version of the policy format that this code writes and reads. */
export const POLICY_FORMAT = 1;

/**
 * The grade standard: everything that decides what a customer's scores, segment, stage and tier are. One JSON document,
 * checked by policy.schema.json, kept beside its result.
 */
export interface Policy {
  readonly format: typeof POLICY_FORMAT;
  readonly name: string;
  /** The policy's own version, in its owner's words. */
  readonly version: string;
  readonly title: Bilingual;
  readonly rows: RowRules;
  readonly scores: ScoreRules;
  readonly abc: { readonly measure: string; readonly shares: readonly [number, number] };
  /** One of the built-in grids by name, or the policy's own. */
  readonly grid: string | Grid;
  readonly lifecycle: LifecycleRules;
  readonly warnings: WarningRules;
  /** Revenue at risk is the money of so many last days, of customers that are dormant or warned. */
  readonly atRiskDays: number;
  /** The measure `growth` is the money of so many last days less that of as many days before. */
  readonly growthDays: number;
  readonly tiers: Tiering;
  /** What each tier and stage is promised, where the policy says it itself; the rest is the default playbook's. */
  readonly playbook?: Playbook;
}

/** How R, F and M are made of recency (days), frequency and money. */
export interface ScoreRules {
  readonly recency: CutoffRule;
  readonly frequency: CutoffRule;
  readonly monetary: CutoffRule;
  /** Which score a value equal to a cut-off gets: `upper`, the lower one; `lower`, the upper one. */
  readonly boundary: Boundary;
  /** True: F is cut within each R, and M within each R and F. */
  readonly nested: boolean;
  /** Weights of the RFM score (the weighted mean of R, F and M). */
  readonly weights: { readonly recency: number; readonly frequency: number; readonly monetary: number };
}

/** A tier and what people call it. */
export interface Tier {
  readonly id: string;
  readonly label: Bilingual;
}

/** The tiers, best first, and what decides between them. */
export interface Tiering {
  readonly list: readonly Tier[];
  readonly by: TierBasis;
}

/**
 * What a tier is made of.
 * - `scores`: the weighted mean of R, F and M; thresholds descend, one fewer than tiers; at or above the first is the
 *   best tier.
 * - `grade`: the weighted grade 0–100 of measures, thresholds likewise.
 * - `rules`: the first rule whose conditions all hold; `rest` where none does, or no tier.
 * - `matrix`: two axes, `cells[x][y]` a tier, both from the lowest class up; `prospects` for those without a purchase.
 */
export type TierBasis =
  | { readonly kind: "scores"; readonly thresholds: readonly number[] }
  | {
      readonly kind: "grade";
      readonly measures: readonly GradeRule[];
      readonly thresholds: readonly number[];
    }
  | { readonly kind: "rules"; readonly rules: readonly TierRule[]; readonly rest?: string }
  | {
      readonly kind: "matrix";
      readonly x: Axis;
      readonly y: Axis;
      readonly cells: readonly (readonly string[])[];
      readonly prospects?: string;
    };

/** A measure's part in the weighted grade. */
export interface GradeRule {
  readonly measure: string;
  readonly weight: number;
  readonly direction: "higher" | "lower";
  /** `score`: the 1–n score; `minmax`, `zscore`, `percentile`: of the measure itself. All come to 0–100. */
  readonly normalise: "score" | "minmax" | "zscore" | "percentile";
}

/** A tier and the conditions under which a customer is in it: each names a fact and the values it may have. */
export interface TierRule {
  readonly tier: string;
  readonly when: TierCondition;
  /** Facts and values that keep a customer out. */
  readonly unless?: TierCondition;
}

export interface TierCondition {
  readonly abc?: readonly string[];
  readonly segment?: readonly string[];
  readonly stage?: readonly string[];
  readonly activity?: readonly string[];
  readonly r?: readonly number[];
  readonly f?: readonly number[];
  readonly m?: readonly number[];
}

/** An axis of a customer matrix. Where the input lacks the measure, `otherwise` is used. */
export interface Axis {
  readonly measure: string;
  readonly cutoffs: CutoffRule;
  readonly otherwise?: Axis;
}

/** What a line of the playbook says: the service promise, the rhythm of contacts, the offer. */
export type PlaybookField = "promise" | "rhythm" | "offer";

/** What a policy says itself; a field left out is the default's. */
export type OwnLine = { readonly [Field in PlaybookField]?: Bilingual };

/** A policy's own lines, by the ids of its tiers and of stages. */
export interface Playbook {
  readonly tiers?: Readonly<Record<string, OwnLine>>;
  readonly stages?: { readonly [S in Stage]?: OwnLine };
}
