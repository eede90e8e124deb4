import { digamma, digammaRising, logBeta } from "./log-gamma";
import type { Likelihood, Vector } from "./purchase-model";

/** Distinct (x, mean repeat spend), both above 0, and how many customers have each. */
export interface Spends {
  readonly x: Float64Array;
  readonly spend: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Gamma–Gamma (Fader, Hardie & Lee 2005, "RFM and CLV"; 2013 note): the spend of each purchase is Gamma(p, ν) with the
 * customer's own ν from Gamma(q, γ). Assumes that spend has nothing to do with how often a customer buys.
 */
export const gammaGamma: Likelihood<Spends> = {
  names: ["p", "q", "gamma"],
  logLikelihood(parameters, { x, spend, weight }, gradient) {
    const p = parameters[0] ?? 1;
    const q = parameters[1] ?? 1;
    const gamma = parameters[2] ?? 1;
    let sum = 0;
    let byP = 0;
    let byQ = 0;
    let byGamma = 0;
    for (let at = 0; at < x.length; at++) {
      const count = weight[at] ?? 0;
      const n = x[at] ?? 0;
      const mean = spend[at] ?? 1;
      const total = n * mean;
      const shape = p * n;
      const share = Math.log1p(total / gamma);
      const rest = Math.log1p(gamma / total);
      sum += count * (-logBeta(shape, q) - Math.log(mean) - q * share - shape * rest);
      byP += count * shape * (digammaDifference(shape, q) - rest);
      byQ += count * q * (digammaDifference(q, shape) - share);
      byGamma += (count * (q * total - shape * gamma)) / (gamma + total);
    }
    gradient[0] = byP;
    gradient[1] = byQ;
    gradient[2] = byGamma;
    return sum;
  },
};

/** ψ(a + d) − ψ(a). */
function digammaDifference(a: number, d: number): number {
  return Number.isInteger(d) ? digammaRising(a, d) : digamma(a + d) - digamma(a);
}

/**
 * The spend per purchase to be expected of a customer with x repeat purchases of this mean: his own mean and that of
 * the population, pγ / (q − 1), weighted by what is known of him. A mean below 0 (refunds) counts as 0. null where the
 * model has no finite mean (q ≤ 1) and x is too small to give one.
 */
export function expectedSpend(parameters: Vector, x: number, spend: number): number | null {
  const p = parameters[0] ?? 1;
  const q = parameters[1] ?? 1;
  const gamma = parameters[2] ?? 1;
  const known = p * x + q - 1;
  return known > 0 ? ((gamma + x * Math.max(0, spend)) * p) / known : null;
}
