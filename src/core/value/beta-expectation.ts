import { logBeta } from "./log-gamma";

/** Below this a shape of the beta distribution piles so much near an end that the ends are taken out of the sum. */
const SMALL_SHAPE = 0.2;
/** The sum stops where nodes add less than this share; with the ends taken out, rounding alone adds more than 1e-18. */
const NEGLIGIBLE = 1e-18;
const NEGLIGIBLE_WITHOUT_ENDS = 1e-14;
const MOST_NODES = 20_000;

/**
 * The mean of f(p) with p drawn from Beta(a, b), for a smooth, bounded, falling f given with its values at 0 and 1. The
 * trapezoidal rule on the logit of p: the nearest poles lie π off the real line, so it converges exponentially
 * (Trefethen & Weideman 2014), for any shapes.
 */
export function betaExpectation(
  a: number,
  b: number,
  f: (p: number) => number,
  atZero: number,
  atOne: number,
): number {
  const ends = Math.min(a, b) < SMALL_SHAPE;
  const constant = -logBeta(a, b);
  const spread = Math.sqrt(1 / a + 1 / b);
  const step = Math.min(0.25, 0.5 * spread);
  const middle = ends ? Math.log((a + 1) / (b + 1)) : Math.log(a / b);
  const negligible = ends ? NEGLIGIBLE_WITHOUT_ENDS : NEGLIGIBLE;
  const at = (logit: number): number => {
    const logP = logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit));
    const logQ = logP - logit;
    const p = Math.exp(logP);
    const rest = ends ? f(p) - atZero * Math.exp(logQ) - atOne * p : f(p);
    return Math.exp(constant + a * logP + b * logQ) * rest;
  };
  let sum = at(middle);
  for (const direction of [step, -step]) {
    let quiet = 0;
    for (let node = 1; node < MOST_NODES && quiet < 3; node++) {
      const term = at(middle + node * direction);
      sum += term;
      quiet = Math.abs(term) <= negligible * Math.abs(sum) ? quiet + 1 : 0;
    }
  }
  const inside = sum * step;
  return ends ? inside + (atZero * b + atOne * a) / (a + b) : inside;
}
