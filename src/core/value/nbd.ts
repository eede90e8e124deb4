import type { Histories } from "./histories";
import { digammaRising, logRising } from "./log-gamma";
import type { Likelihood } from "./purchase-model";

/**
 * The NBD (Ehrenberg 1959): customers buy at a constant rate drawn from Gamma(r, α), and nobody ever leaves. It is what
 * the other models become when they find no one leaving, so a fit has to beat it to be believed.
 */
export const nbd: Likelihood<Histories> = {
  names: ["r", "alpha"],
  logLikelihood(parameters, histories, gradient) {
    const r = parameters[0] ?? 1;
    const alpha = parameters[1] ?? 1;
    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    let knownX = -1;
    let rising = 0;
    let risingSlope = 0;
    for (let at = 0; at < histories.x.length; at++) {
      const x = histories.x[at] ?? 0;
      const T = histories.T[at] ?? 0;
      const weight = histories.weight[at] ?? 0;
      if (x !== knownX) {
        knownX = x;
        rising = logRising(r, x);
        risingSlope = digammaRising(r, x);
      }
      const growth = Math.log1p(T / alpha);
      sum += weight * (rising - r * growth - x * Math.log(alpha + T));
      byR += weight * r * (risingSlope - growth);
      byAlpha += (weight * (r * T - x * alpha)) / (alpha + T);
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    return sum;
  },
};
