import type { Boundary } from "../scoring/cutoffs";
import type { GradeRuler } from "../scoring/grade";
import type { NestedCutoffs } from "../scoring/nested";

/**
 * The ruler of a run: all cut-offs that compared customers with each other, as plain data. Kept with the result and
 * given to the next run, it scores that run's customers as this one's were, whatever else has changed.
 */
export interface Ruler {
  /** The policy that it was made with. */
  readonly policy: string;
  readonly version: string;
  /** ISO date of the run that made it; null where the input had no dates. */
  readonly asOf: string | null;
  /** Null where an earlier result doesn't say. */
  readonly boundary: Boundary | null;
  /** Ascending; days for recency, currency for money. Empty where the measure wasn't known. */
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
  /** In place of the three lists, where scores are nested. */
  readonly nested: NestedCutoffs | null;
  /** The measure that ABC was made of. */
  readonly abcMeasure: string;
  /** What divides C from B and B from A. */
  readonly abc: readonly [number, number] | null;
  /** Of the grade's measures, in the policy's order. */
  readonly grade: readonly MeasureRuler[] | null;
  /** Of the matrix' axes, and the measures they were. */
  readonly axes: { readonly x: AxisRuler; readonly y: AxisRuler } | null;
}

/** A measure of the grade, and what it was normalised with. */
export interface MeasureRuler {
  readonly measure: string;
  readonly ruler: GradeRuler;
}

/** An axis as it was used: the measure, and its cut-offs. */
export interface AxisRuler {
  readonly measure: string;
  readonly cutoffs: readonly number[];
}
