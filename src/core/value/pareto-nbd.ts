import { scaledExponentialIntegral } from "./exponential-integral";
import { digammaRising, logRising } from "./log-gamma";
import type { PurchaseModel } from "./purchase-model";
import { gaussLegendre } from "./quadrature";

const RULE = gaussLegendre(16);
/** The widest panel, in ln(time), and the most that the integrand's exponent may fall over one of 16 nodes. */
const PANEL = { width: 3, fall: 14 };
const SHORT_RULE = gaussLegendre(8);
/** What 8 nodes can take with an error below 1e-13. The nearest singularity lies π off the real line. */
const SHORT_PANEL = { width: 1.6, fall: 3 };

/** Places in the result of `silence`. */
const LEFT = 0;
const LEFT_LOG_ALPHA = 1;
const LEFT_LOG_BETA = 2;
const LEFT_BY_ALPHA = 3;
const LEFT_BY_BETA = 4;
const STAYED = 5;

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): customers buy at a rate from Gamma(r, α) and live for an
 * exponential time whose rate comes from Gamma(s, β).
 *
 * The likelihood is (r)ₓ α^r β^s [ (α+T)^−(r+x) (β+T)^−s + s ∫ (α+τ)^−(r+x) (β+τ)^−(s+1) dτ ], τ from tx to T. The
 * usual form writes the integral as a difference of two ₂F₁, which overflow and cancel for heavy buyers; here it is
 * integrated as it stands. Every part is positive, so nothing can cancel, and the gradient comes with it.
 */
export const paretoNbd: PurchaseModel = {
  id: "pareto-nbd",
  names: ["r", "alpha", "s", "beta"],
  starts: (r, alpha, meanAge) => [
    [r, alpha, 0.6, 0.5 * meanAge],
    [r, alpha, 1.5, 2 * meanAge],
  ],
  logLikelihood(parameters, histories, gradient) {
    const r = parameters[0] ?? 1;
    const alpha = parameters[1] ?? 1;
    const s = parameters[2] ?? 1;
    const beta = parameters[3] ?? 1;
    const part = new Float64Array(6);
    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    let byS = 0;
    let byBeta = 0;
    let knownX = -1;
    let rising = 0;
    let risingSlope = 0;
    for (let at = 0; at < histories.x.length; at++) {
      const x = histories.x[at] ?? 0;
      const tx = histories.tx[at] ?? 0;
      const T = histories.T[at] ?? 0;
      const weight = histories.weight[at] ?? 0;
      if (x !== knownX) {
        knownX = x;
        rising = logRising(r, x);
        risingSlope = digammaRising(r, x);
      }
      silence(r, alpha, s, beta, x, tx, T, part);
      const left = part[LEFT] ?? 0;
      const stayed = part[STAYED] ?? 0;
      const whole = left + stayed;
      const growth = Math.log1p(tx / alpha);
      const decay = Math.log1p(tx / beta);
      const lastAlpha = Math.log1p((T - tx) / (alpha + tx));
      const lastBeta = Math.log1p((T - tx) / (beta + tx));
      sum += weight * (rising - r * growth - x * Math.log(alpha + tx) - s * decay + Math.log(whole));
      byR += weight * r * (risingSlope - growth - ((part[LEFT_LOG_ALPHA] ?? 0) + stayed * lastAlpha) / whole);
      byS += weight * (left / whole - s * (decay + ((part[LEFT_LOG_BETA] ?? 0) + stayed * lastBeta) / whole));
      byAlpha +=
        weight * (r - ((r + x) * alpha * ((part[LEFT_BY_ALPHA] ?? 0) + stayed / (alpha + T))) / whole);
      byBeta +=
        weight * (s - (beta * ((s + 1) * (part[LEFT_BY_BETA] ?? 0) + (s * stayed) / (beta + T))) / whole);
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    gradient[2] = byS;
    gradient[3] = byBeta;
    return sum;
  },
  pAlive(parameters, x, tx, T) {
    const r = parameters[0] ?? 1;
    const alpha = parameters[1] ?? 1;
    const s = parameters[2] ?? 1;
    const beta = parameters[3] ?? 1;
    silence(r, alpha, s, beta, x, tx, T, SCRATCH);
    const stayed = SCRATCH[STAYED] ?? 0;
    return stayed / (stayed + (SCRATCH[LEFT] ?? 0));
  },
  purchasesIfAlive(parameters, x, T, t) {
    const r = parameters[0] ?? 1;
    const alpha = parameters[1] ?? 1;
    const s = parameters[2] ?? 1;
    const beta = parameters[3] ?? 1;
    const growth = Math.log1p(t / (beta + T));
    const lived = Math.abs(s - 1) * growth < 1e-12 ? growth : -Math.expm1((1 - s) * growth) / (s - 1);
    return ((r + x) / (alpha + T)) * (beta + T) * lived;
  },
  residualIfAlive(parameters, x, T, rate) {
    const r = parameters[0] ?? 1;
    const alpha = parameters[1] ?? 1;
    const s = parameters[2] ?? 1;
    const beta = parameters[3] ?? 1;
    return ((r + x) / (alpha + T)) * (beta + T) * scaledExponentialIntegral(s, rate * (beta + T));
  },
};

const SCRATCH = new Float64Array(6);

/**
 * What the time after the last purchase says, relative to the density at tx, into `out`: STAYED, the chance of silence
 * up to T of one who stayed; LEFT, the density of silence of one who left at τ in (tx, T), integrated, and the same
 * weighted by ln((α+τ)/(α+tx)), ln((β+τ)/(β+tx)), 1/(α+τ), 1/(β+τ).
 *
 * Integrated in ln(min(α, β) + τ) over panels of Gauss–Legendre nodes, until what is left of it can't count.
 */
function silence(
  r: number,
  alpha: number,
  s: number,
  beta: number,
  x: number,
  tx: number,
  T: number,
  out: Float64Array,
): void {
  const k = r + x;
  const alphaFirst = alpha <= beta;
  const low = alphaFirst ? alpha : beta;
  const gap = alphaFirst ? beta - alpha : alpha - beta;
  const own = alphaFirst ? k : s;
  const other = alphaFirst ? s : k;
  const start = low + tx;
  const highStart = start + gap;
  const range = Math.log1p((T - tx) / start);
  out.fill(0);
  out[STAYED] = Math.exp(-k * Math.log1p((T - tx) / (alpha + tx)) - s * Math.log1p((T - tx) / (beta + tx)));
  let left = 0;
  let logAlpha = 0;
  let logBeta = 0;
  let byAlpha = 0;
  let byBeta = 0;
  let from = 0;
  for (let panel = 0; from < range && panel < 10_000; panel++) {
    const reached = start * Math.exp(from);
    const steepness = (other * reached) / (reached + gap);
    let width = Math.min(PANEL.width, range - from);
    let growth = Math.exp(width);
    while (width * (own + Math.min(other, steepness * growth)) > PANEL.fall) {
      width *= 0.5;
      growth = Math.sqrt(growth);
    }
    const fall = width * (own + Math.min(other, steepness * growth));
    const { nodes, weights } = width <= SHORT_PANEL.width && fall <= SHORT_PANEL.fall ? SHORT_RULE : RULE;
    for (let i = 0; i < nodes.length; i++) {
      const at = from + 0.5 * width * (1 + (nodes[i] ?? 0));
      const time = start * Math.exp(at);
      const high = time + gap;
      const logHigh = gap === 0 ? at : Math.log(high / highStart);
      const density = (weights[i] ?? 0) * 0.5 * width * Math.exp(-own * at - other * logHigh) * time;
      const lnA = alphaFirst ? at : logHigh;
      const lnB = alphaFirst ? logHigh : at;
      const invA = 1 / (alphaFirst ? time : high);
      const invB = 1 / (alphaFirst ? high : time);
      const value = s * density * invB;
      left += value;
      logAlpha += value * lnA;
      logBeta += value * lnB;
      byAlpha += value * invA;
      byBeta += value * invB;
    }
    from += width;
    const remaining = -own * from - other * Math.log((start * Math.exp(from) + gap) / highStart);
    if (from < range && Math.exp(remaining) <= 1e-17 * left) break;
  }
  out[LEFT] = left;
  out[LEFT_LOG_ALPHA] = logAlpha;
  out[LEFT_LOG_BETA] = logBeta;
  out[LEFT_BY_ALPHA] = byAlpha;
  out[LEFT_BY_BETA] = byBeta;
}
