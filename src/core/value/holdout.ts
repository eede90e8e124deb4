import { fitPurchases, type PurchaseFit } from "./fit";
import { purchaseHistories } from "./histories";
import type { PurchaseModel } from "./purchase-model";
import { DAYS_IN, purchaseSummary, type DatedAmounts, type PurchaseSummary } from "./summary";

/** A model fitted on the first two thirds of the span, and what the rest shows of it. */
export interface Holdout {
  /** The first and the last serial day of the last third. */
  readonly from: number;
  readonly to: number;
  /** Repeat purchases in the last third of the customers known before it: expected, and made. */
  readonly expected: number;
  readonly actual: number;
  readonly calibration: Calibration;
}

/** The summary at the close of the day before the hold-out, and the model fitted on it. */
export interface Calibration {
  readonly summary: PurchaseSummary;
  readonly fit: PurchaseFit;
}

/**
 * Holds a model against what it could not know: fitted on the first two thirds of the days from the first purchase to
 * the end of `summary`, asked about the last third. null where the span is under 3 days, or no one had bought again by
 * its two thirds.
 */
export function holdOut(model: PurchaseModel, log: DatedAmounts, summary: PurchaseSummary): Holdout | null {
  let start = summary.end;
  for (const [customer, first] of summary.first.entries()) {
    if (summary.bought[customer] === 1 && first < start) start = first;
  }
  const span = summary.end - start;
  if (span < 3) return null;
  const lastKnown = start + Math.floor((2 * span) / 3);
  const known = purchaseSummary(log, summary.unit, lastKnown);
  const histories = purchaseHistories(known);
  if (histories.repeaters === 0) return null;
  const fit = fitPurchases(model, histories);
  const t = (summary.end - lastKnown) / DAYS_IN[summary.unit];
  let expected = 0;
  for (let at = 0; at < histories.x.length; at++) {
    const [x, tx, T] = [histories.x[at] ?? 0, histories.tx[at] ?? 0, histories.T[at] ?? 0];
    const alive = model.pAlive(fit.parameters, x, tx, T);
    expected += (histories.weight[at] ?? 0) * alive * model.purchasesIfAlive(fit.parameters, x, T, t);
  }
  let actual = 0;
  for (let customer = 0; customer < known.x.length; customer++) {
    if (known.bought[customer] === 1) actual += (summary.x[customer] ?? 0) - (known.x[customer] ?? 0);
  }
  return { from: lastKnown + 1, to: summary.end, expected, actual, calibration: { summary: known, fit } };
}
