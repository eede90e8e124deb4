import { cutoffs, scores, type Boundary, type CutoffRule } from "./cutoffs";

/**
 * The three measures, a customer an element: days since the last purchase, number of purchases, money. NaN is unknown.
 * A customer with frequency 0 has bought nothing (refunds only, or a prospect).
 */
export interface RfmMeasures {
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** How the three measures are cut. Recency's rule and cut-offs are about the days, ascending, as is the boundary. */
export interface RfmRules {
  readonly recency: CutoffRule;
  readonly frequency: CutoffRule;
  readonly monetary: CutoffRule;
  readonly boundary: Boundary;
}

/** The cut-offs of the three measures, ascending; plain data that a later run can be scored with. */
export type RfmCutoffs = Readonly<Record<keyof RfmMeasures, readonly number[]>>;

/** The scores of each customer, from 1 (worst) to the number of classes (best), and the cut-offs that gave them. */
export interface RfmScores {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly cutoffs: RfmCutoffs;
}

/**
 * Scores recency, frequency and monetary, each on its own (Hughes 1994, "Strategic Database Marketing"). Recency is
 * reversed: the fewest days score highest. Customers who have bought nothing are left out of the population of every
 * cut-off and score 1 in each. With `frozen`, the cut-offs of an earlier run are used and none is computed.
 */
export function rfmScores(measures: RfmMeasures, rules: RfmRules, frozen?: RfmCutoffs): RfmScores {
  const { recency, frequency, monetary } = ofBuyers(measures);
  const { boundary } = rules;
  const cut = frozen ?? {
    recency: cutoffs(recency, rules.recency, boundary),
    frequency: cutoffs(frequency, rules.frequency, boundary),
    monetary: cutoffs(monetary, rules.monetary, boundary),
  };
  return {
    r: scores(recency, cut.recency, boundary, true),
    f: scores(frequency, cut.frequency, boundary, false),
    m: scores(monetary, cut.monetary, boundary, false),
    cutoffs: cut,
  };
}

/** The measures with NaN, the unknown, for whoever has bought nothing. */
export function ofBuyers(measures: RfmMeasures): RfmMeasures {
  const { frequency } = measures;
  if (!frequency.includes(0)) return measures;
  const known = (values: Float64Array) => {
    const result = values.slice();
    for (let i = 0; i < result.length; i++) if (frequency[i] === 0) result[i] = NaN;
    return result;
  };
  return {
    recency: known(measures.recency),
    frequency: known(frequency),
    monetary: known(measures.monetary),
  };
}

/** The three scores as one number of three digits: 100R + 10F + M. */
export function rfmCode(r: number, f: number, m: number): number {
  return 100 * r + 10 * f + m;
}

/** Weights of the three scores, none negative, of any positive sum. */
export type RfmWeights = Readonly<Record<keyof RfmMeasures, number>>;

/**
 * The RFM score: the weighted mean of the three scores. It is rounded to nine decimals, so that a mean of 4.7 is 4.7
 * wherever it is compared with a threshold.
 */
export function rfmScore(r: number, f: number, m: number, weights: RfmWeights): number {
  const { recency, frequency, monetary } = weights;
  const sum = recency + frequency + monetary;
  if (!(sum > 0)) throw new Error("The weights of an RFM score have no positive sum.");
  return Math.round(((recency * r + frequency * f + monetary * m) / sum) * 1e9) / 1e9;
}
