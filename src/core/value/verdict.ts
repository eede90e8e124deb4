import type { Message } from "../language/message";
import type { Fit, PurchaseFit } from "./fit";
import { MODEL_NAMES } from "./models";
import type { ModelId } from "./purchase-model";

/**
 * Whether a fit may be believed; the first that applies. Anything but `identified` means: don't forecast from it.
 * `not-converged`: the search didn't settle · `too-few-repeat`: fewer than 50 customers to learn from · `boundary`: the
 * data don't show what the model is about (no one seen leaving, or no finite mean of spend) · `spend-tied`: spend goes
 * with the number of purchases, which Gamma–Gamma assumes it doesn't.
 */
export type VerdictId = "not-converged" | "too-few-repeat" | "boundary" | "spend-tied" | "identified";

/** A verdict and the sentence that says why. */
export interface Verdict {
  readonly id: VerdictId;
  readonly reason: Message;
}

/** Customers with a repeat purchase that a fit needs. */
export const FEWEST_REPEATERS = 50;
/** How much log-likelihood a model in which people leave must gain over the one in which nobody does. */
export const LEAST_GAIN = 2;
/** The strongest correlation of purchases and mean spend that Gamma–Gamma bears. */
export const MOST_CORRELATION = 0.3;

/** The verdict on a model of purchases; `fit` is null where there was no repeat purchase to fit. */
export function purchaseVerdict(model: ModelId, fit: PurchaseFit | null, repeaters: number): Verdict {
  const name = MODEL_NAMES[model];
  if (fit !== null && !fit.converged) {
    return { id: "not-converged", reason: { code: "value-not-converged", params: { model: name } } };
  }
  if (fit === null || repeaters < FEWEST_REPEATERS) {
    const params = { model: name, repeaters, needed: FEWEST_REPEATERS };
    return { id: "too-few-repeat", reason: { code: "value-too-few-repeat", params } };
  }
  const gain = fit.logLikelihood - fit.nbdLogLikelihood;
  const params = { model: name, gain: roundedDown(Math.max(0, gain)), needed: LEAST_GAIN, repeaters };
  return gain < LEAST_GAIN
    ? { id: "boundary", reason: { code: "value-boundary", params } }
    : { id: "identified", reason: { code: "value-identified", params } };
}

/**
 * The verdict on the Gamma–Gamma fit of `buyers` customers with a repeat purchase and money in it; `correlation` is
 * that of their x and mean repeat spend.
 */
export function spendVerdict(fit: Fit | null, buyers: number, correlation: number): Verdict {
  if (fit !== null && !fit.converged)
    return { id: "not-converged", reason: { code: "value-spend-not-converged" } };
  if (fit === null || buyers < FEWEST_REPEATERS) {
    return {
      id: "too-few-repeat",
      reason: { code: "value-spend-too-few", params: { buyers, needed: FEWEST_REPEATERS } },
    };
  }
  const q = fit.parameters[1] ?? 0;
  if (q <= 1)
    return { id: "boundary", reason: { code: "value-spend-no-mean", params: { q: roundedDown(q) } } };
  const params = { correlation: Math.round(correlation * 100) / 100, most: MOST_CORRELATION };
  return Math.abs(correlation) > MOST_CORRELATION
    ? { id: "spend-tied", reason: { code: "value-spend-tied", params } }
    : { id: "identified", reason: { code: "value-spend-identified", params } };
}

/** Two decimals, rounded down so that a number under a limit never reads as the limit. */
function roundedDown(value: number): number {
  return Math.floor(value * 100 + 1e-6) / 100;
}
