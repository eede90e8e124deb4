import { betaExpectation } from "./beta-expectation";
import { scaledExponentialIntegral } from "./exponential-integral";
import type { Histories } from "./histories";
import { digammaRising, logRising, logRisingRatio } from "./log-gamma";
import type { ModelId, PurchaseModel } from "./purchase-model";

/** Longer sums than this are left to quadrature. */
const MOST_TERMS = 4000;
/** A sum ends where all that is left of it is less than this share. */
const NEGLIGIBLE = 1e-15;
const RECIPROCALS = Float64Array.from({ length: 2 * MOST_TERMS }, (_, n) => 1 / n);

/**
 * The two models in which a customer buys at a rate drawn from Gamma(r, α) and, after each purchase, leaves for good
 * with a probability drawn from Beta(a, b). `chances` is how often a customer with x repeat purchases had a chance to
 * leave, less x: 0 where the first purchase gave none (BG/NBD), 1 where it did (MBG/NBD).
 *
 * With n = x + chances, the likelihood is (r)ₓ α^r (α+T)^−(r+x) · (b)ₙ / (a+b)ₙ · (1 + odds), where the odds that the
 * last purchase was the end are a / (b+n−1) · ((α+T) / (α+tx))^(r+x), and 0 for n = 0.
 */
export function betaGeometric(id: ModelId, chances: 0 | 1): PurchaseModel {
  // Asked for customer after customer with the same x, the series is worked out once.
  let series = madeSeries(1, 1);
  return {
    id,
    names: ["r", "alpha", "a", "b"],
    logLikelihood: (parameters, histories, gradient) =>
      logLikelihood(parameters, histories, chances, gradient),
    starts: (r, alpha) => [
      [r, alpha, 1, 2],
      [r, alpha, 0.2, 4],
      [2 * r, alpha, 2, 1],
    ],
    pAlive(parameters, x, tx, T) {
      const r = parameters[0] ?? 1;
      const alpha = parameters[1] ?? 1;
      const a = parameters[2] ?? 1;
      const b = parameters[3] ?? 1;
      const n = x + chances;
      if (n === 0) return 1;
      return 1 / (1 + Math.exp(Math.log(a / (b + n - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx))));
    },
    purchasesIfAlive(parameters, x, T, t) {
      const r = parameters[0] ?? 1;
      const alpha = parameters[1] ?? 1;
      const a = parameters[2] ?? 1;
      const b = parameters[3] ?? 1;
      if (series.a !== a || series.b !== b + x + chances) series = madeSeries(a, b + x + chances);
      return purchasesBeforeLeaving(r + x, t / (alpha + T), a, series.b, series);
    },
    residualIfAlive(parameters, x, T, rate) {
      const r = parameters[0] ?? 1;
      const alpha = parameters[1] ?? 1;
      const a = parameters[2] ?? 1;
      const b = parameters[3] ?? 1;
      const k = r + x;
      const age = rate * (alpha + T);
      const all = (p: number): number =>
        age > 1e15 * p ? k / age : (k / p) * scaledExponentialIntegral(k + 1, age / p);
      return betaExpectation(a, b + x + chances, all, k / age, k * scaledExponentialIntegral(k + 1, age));
    },
  };
}

/**
 * Purchases until leaving, of a customer whose number of purchases if he never left is negative binomial (k, mean k z)
 * and who leaves after each with p from Beta(a, b): Σₙ πₙ Sₙ, where πₙ is the chance of n purchases and
 * Sₙ = Σ_{j<n} (b)ⱼ / (a+b)ⱼ how many of n are made. This equals the published
 * (a+b−1)/(a−1) · [1 − (1+z)^−k ₂F₁(k, b; a+b−1; z/(1+z))], but has no pole at a = 1, nothing to cancel, and nothing
 * that overflows. Where the sum is long, the mean over p is taken by quadrature.
 */
export function purchasesBeforeLeaving(
  k: number,
  z: number,
  a: number,
  b: number,
  series: MadeSeries = madeSeries(a, b),
): number {
  if (z <= 0) return 0;
  const logNone = -k * Math.log1p(z);
  const mean = k * z;
  if (logNone < -600 || mean + 40 * (Math.sqrt(mean * (1 + z)) + 1 + z) > MOST_TERMS) {
    const f = (p: number): number =>
      p * z * (k + 1) < 1e-16 ? mean : -Math.expm1(-k * Math.log1p(p * z)) / p;
    return betaExpectation(a, b, f, mean, -Math.expm1(logNone));
  }
  const w = z / (1 + z);
  let chance = Math.exp(logNone);
  let sum = 0;
  for (let n = 1; n < RECIPROCALS.length; n++) {
    chance *= w * (k + n - 1) * (RECIPROCALS[n] ?? 0);
    const made = n < series.known ? (series.made[n] ?? 0) : madeOf(series, n);
    const term = chance * made;
    sum += term;
    if (n > mean && term < NEGLIGIBLE * sum) {
      const ratio = (w * (k + n)) / n;
      if (ratio < 1 && term * ratio < NEGLIGIBLE * sum * (1 - ratio)) break;
    }
  }
  return sum;
}

/** How many of n purchases are made, Sₙ, as far as they have been asked for: the same for all with one x. */
interface MadeSeries {
  readonly a: number;
  readonly b: number;
  readonly made: Float64Array;
  /** Sₙ is known for n below this. */
  known: number;
  /** (b)ₙ / (a+b)ₙ for n = known − 1. */
  stayed: number;
}

function madeSeries(a: number, b: number): MadeSeries {
  return { a, b, made: new Float64Array(RECIPROCALS.length), known: 1, stayed: 1 };
}

/** The next Sₙ: asked for in order. */
function madeOf(series: MadeSeries, n: number): number {
  const { a, b, made } = series;
  const value = (made[n - 1] ?? 0) + series.stayed;
  made[n] = value;
  series.known = n + 1;
  series.stayed *= (b + n - 1) / (a + b + n - 1);
  return value;
}

function logLikelihood(
  parameters: ArrayLike<number>,
  histories: Histories,
  chances: 0 | 1,
  gradient: Float64Array,
): number {
  const r = parameters[0] ?? 1;
  const alpha = parameters[1] ?? 1;
  const a = parameters[2] ?? 1;
  const b = parameters[3] ?? 1;
  let sum = 0;
  let byR = 0;
  let byAlpha = 0;
  let byA = 0;
  let byB = 0;
  let knownX = -1;
  let constant = 0;
  let risingR = 0;
  let slopeA = 0;
  let slopeB = 0;
  let logOdds = 0;
  let oddsB = 0;
  for (let at = 0; at < histories.x.length; at++) {
    const x = histories.x[at] ?? 0;
    const tx = histories.tx[at] ?? 0;
    const T = histories.T[at] ?? 0;
    const weight = histories.weight[at] ?? 0;
    const n = x + chances;
    if (x !== knownX) {
      knownX = x;
      constant = logRising(r, x) + logRisingRatio(a, b, n);
      risingR = digammaRising(r, x);
      slopeA = -a * digammaRising(a + b, n);
      slopeB = b * (digammaRising(b, n) - digammaRising(a + b, n));
      logOdds = n > 0 ? Math.log(a / (b + n - 1)) : 0;
      oddsB = n > 0 ? b / (b + n - 1) : 0;
    }
    const growth = Math.log1p(T / alpha);
    let value = constant - r * growth - x * Math.log(alpha + T);
    let slopeR = risingR - growth;
    let slopeAlpha = (r * T - x * alpha) / (alpha + T);
    let left = 0;
    if (n > 0) {
      const silence = Math.log1p((T - tx) / (alpha + tx));
      const odds = logOdds + (r + x) * silence;
      left = 1 / (1 + Math.exp(-odds));
      value += odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
      slopeR += left * silence;
      slopeAlpha -= (left * (r + x) * alpha * (T - tx)) / ((alpha + T) * (alpha + tx));
    }
    sum += weight * value;
    byR += weight * r * slopeR;
    byAlpha += weight * slopeAlpha;
    byA += weight * (slopeA + left);
    byB += weight * (slopeB - left * oddsB);
  }
  gradient[0] = byR;
  gradient[1] = byAlpha;
  gradient[2] = byA;
  gradient[3] = byB;
  return sum;
}
