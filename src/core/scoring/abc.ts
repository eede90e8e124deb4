import { cutoffs, scoreOf } from "./cutoffs";

/** The class of each customer (1 is A, 2 is B, 3 is C), and the two cut-offs that divide C from B and B from A. */
export interface AbcClasses {
  readonly classes: Uint8Array;
  readonly cutoffs: readonly [number, number];
}

/**
 * ABC by cumulative share, ties together. The share of a customer is the part of the total of all positive values held
 * by customers whose value is at least its own: A where it is at most `a`, B where at most `b`, else C. The largest
 * customer is always A; zero, negative and unknown (NaN) values are C.
 *
 * The cut-offs are the largest value in C (0 if none is positive) and the largest that is not A: with the boundary
 * `upper` they score 1, 2, 3 what is C, B, A.
 *
 * @param values money, profit or any measure, a customer an element
 * @param a share of the total that A holds, such as 0.7
 * @param b share that A and B hold, such as 0.9; not below `a`
 */
export function abc(values: Float64Array, a: number, b: number): AbcClasses {
  const [c = 0, notA = 0] = cutoffs(values, { method: "share", at: [a, b] }, "upper");
  return { classes: abcWithCutoffs(values, [c, notA]), cutoffs: [c, notA] };
}

/** The classes that the cut-offs of an earlier run give. */
export function abcWithCutoffs(values: Float64Array, cutoffs: readonly [number, number]): Uint8Array {
  const classes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) classes[i] = 4 - scoreOf(values[i] ?? NaN, cutoffs, "upper");
  return classes;
}
