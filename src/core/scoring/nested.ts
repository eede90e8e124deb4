import { binsOf, cutoffs, scoreOf, scores, type Boundary, type CutoffRule } from "./cutoffs";
import { ofBuyers, type RfmMeasures, type RfmRules } from "./rfm";

/**
 * The cut-offs of nested scores, plain data that can be kept and applied to a later run: days ascending; those of
 * frequency by R score (`frequency[r - 1]`); those of money by R and F score (`monetary[r - 1][f - 1]`).
 */
export interface NestedCutoffs {
  readonly recency: readonly number[];
  readonly frequency: readonly (readonly number[])[];
  readonly monetary: readonly (readonly (readonly number[])[])[];
}

/**
 * Nested binning as SPSS offers it (IBM SPSS Statistics, "RFM Binning"): recency is cut over all customers, frequency
 * within each R score, money within each R and F score. Combined scores are then spread evenly, but an F of 5 means
 * another number of purchases in each R.
 *
 * A group without customers takes the cut-offs of the group around it (all those of its R score, then everybody), so
 * that a customer who falls into it later is scored as its nearest kin are. Customers who have bought nothing are left
 * out, as in `rfmScores`.
 */
export function nestedCutoffs(measures: RfmMeasures, rules: RfmRules): NestedCutoffs {
  const { recency, frequency, monetary } = ofBuyers(measures);
  const { boundary } = rules;
  const cut = (values: Float64Array, rule: CutoffRule) => cutoffs(values, rule, boundary);
  const days = cut(recency, rules.recency);
  const r = scores(recency, days, boundary, true);

  const everybody = { frequency, monetary };
  const groups = split(r, binsOf(rules.recency), everybody);
  const byR = groups.map((group) => {
    const kin = hasKnown(group.frequency) ? group : everybody;
    const counts = cut(kin.frequency, rules.frequency);
    const f = scores(group.frequency, counts, boundary, false);
    const money = split(f, binsOf(rules.frequency), group).map(({ monetary: inF }) => {
      const first = [inF, group.monetary].find(hasKnown) ?? monetary;
      return cut(first, rules.monetary);
    });
    return { counts, money };
  });
  return {
    recency: days,
    frequency: byR.map(({ counts }) => counts),
    monetary: byR.map(({ money }) => money),
  };
}

/** The scores that nested cut-offs give, those of this run or frozen ones. A customer who has bought nothing scores 1 in each. */
export function nestedScores(
  measures: RfmMeasures,
  cut: NestedCutoffs,
  boundary: Boundary,
): { readonly r: Uint8Array; readonly f: Uint8Array; readonly m: Uint8Array } {
  const { recency, frequency, monetary } = ofBuyers(measures);
  const r = scores(recency, cut.recency, boundary, true);
  const f = new Uint8Array(r.length);
  const m = new Uint8Array(r.length);
  for (let i = 0; i < r.length; i++) {
    const inR = (r[i] ?? 1) - 1;
    const score = scoreOf(frequency[i] ?? NaN, cut.frequency[inR] ?? [], boundary);
    f[i] = score;
    m[i] = scoreOf(monetary[i] ?? NaN, cut.monetary[inR]?.[score - 1] ?? [], boundary);
  }
  return { r, f, m };
}

interface Group {
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** The customers of each score, from 1 to `bins`. Those who have bought nothing are in the lowest, as unknowns that no cut-off counts. */
function split(scores: Uint8Array, bins: number, { frequency, monetary }: Group): Group[] {
  const counts = new Uint32Array(bins + 1);
  for (const score of scores) counts[score] = (counts[score] ?? 0) + 1;
  return Array.from({ length: bins }, (_, b) => {
    const size = counts[b + 1] ?? 0;
    const group = { frequency: new Float64Array(size), monetary: new Float64Array(size) };
    for (let i = 0, at = 0; at < size; i++) {
      if (scores[i] !== b + 1) continue;
      group.frequency[at] = frequency[i] ?? NaN;
      group.monetary[at++] = monetary[i] ?? NaN;
    }
    return group;
  });
}

function hasKnown(values: Float64Array): boolean {
  return values.some(Number.isFinite);
}
