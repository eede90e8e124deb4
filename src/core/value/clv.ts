import { ascending, distinctRows, valuesAt } from "./distinct";
import { expectedSpend } from "./gamma-gamma";
import type { PurchaseModel, Vector } from "./purchase-model";
import type { TimeUnit } from "./summary";

/** A month of the horizon in each unit: 4.345 weeks, as in the published lifetime values, or a month of the unit. */
export const MONTH_IN: Readonly<Record<TimeUnit, number>> = { day: 7 * 4.345, week: 4.345, month: 1 };

/** How far ahead, and what money of later is worth now. */
export interface Horizon {
  readonly unit: TimeUnit;
  /** Whole months, 1 or more. */
  readonly months: number;
  /** The discount per year, 0 or more: .1 takes 10% off money of a year from now (÷ 1.1). */
  readonly discountPerYear: number;
}

/** Histories as columns, a customer a row: what a model is asked about. */
export interface HistoryColumns {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
}

/** What a model says of each customer. */
export interface Forecast {
  /** The probability, 0–1, that the customer is still one. */
  readonly pAlive: Float64Array;
  /** Purchases expected within the horizon. */
  readonly expectedPurchases: Float64Array;
  /** The same with each month's discounted at its end. */
  readonly discountedPurchases: Float64Array;
}

/**
 * What a model with these parameters (in the horizon's unit) says of customers. Takes time by distinct histories; the
 * part that depends on x and T alone is worked out once for each of these.
 */
export function forecastPurchases(
  model: PurchaseModel,
  parameters: Vector,
  { x, tx, T }: HistoryColumns,
  horizon: Horizon,
): Forecast {
  const rows = x.length;
  const whole = distinctRows([x, tx, T], rows);
  const ownX = valuesAt(x, whole.first);
  const ownTx = valuesAt(tx, whole.first);
  const ownT = valuesAt(T, whole.first);
  const alike = distinctRows([ownX, ownT], ownX.length);
  const expected = new Float64Array(alike.first.length);
  const discounted = new Float64Array(alike.first.length);
  // By x, since customers with the same x share most of the work.
  for (const group of ascending(alike, [ownX])) {
    const row = alike.first[group] ?? 0;
    const cumulated = monthlyPurchases(model, parameters, ownX[row] ?? 0, ownT[row] ?? 0, horizon);
    expected[group] = cumulated.expected;
    discounted[group] = cumulated.discounted;
  }
  const alive = new Float64Array(ownX.length);
  for (let at = 0; at < alive.length; at++) {
    alive[at] = model.pAlive(parameters, ownX[at] ?? 0, ownTx[at] ?? 0, ownT[at] ?? 0);
  }
  const pAlive = new Float64Array(rows);
  const expectedPurchases = new Float64Array(rows);
  const discountedPurchases = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const place = whole.place[row] ?? 0;
    const group = alike.place[place] ?? 0;
    const probability = alive[place] ?? 0;
    pAlive[row] = probability;
    expectedPurchases[row] = probability * (expected[group] ?? 0);
    discountedPurchases[row] = probability * (discounted[group] ?? 0);
  }
  return { pAlive, expectedPurchases, discountedPurchases };
}

/** Purchases within the horizon of a customer known to be alive, plain and with each month's discounted at its end. */
function monthlyPurchases(
  model: PurchaseModel,
  parameters: Vector,
  x: number,
  T: number,
  { unit, months, discountPerYear }: Horizon,
): { readonly expected: number; readonly discounted: number } {
  const month = MONTH_IN[unit];
  if (discountPerYear === 0) {
    const expected = model.purchasesIfAlive(parameters, x, T, months * month);
    return { expected, discounted: expected };
  }
  const factor = (1 + discountPerYear) ** (-1 / 12);
  let worth = 1;
  let before = 0;
  let discounted = 0;
  for (let step = 1; step <= months; step++) {
    const expected = model.purchasesIfAlive(parameters, x, T, step * month);
    worth *= factor;
    discounted += worth * (expected - before);
    before = expected;
  }
  return { expected: before, discounted };
}

/**
 * Lifetime value within the horizon: discounted purchases times the spend of each to be expected by Gamma–Gamma (p, q,
 * γ), given x and mean repeat spend. NaN where the spend has no finite expectation.
 */
export function lifetimeValue(
  discountedPurchases: Float64Array,
  spendParameters: Vector,
  x: Float64Array,
  spend: Float64Array,
): Float64Array {
  return discountedPurchases.map(
    (purchases, row) => purchases * (expectedSpend(spendParameters, x[row] ?? 0, spend[row] ?? 0) ?? NaN),
  );
}

/**
 * Discounted expected residual transactions (DERT; Fader, Hardie & Lee 2005): all purchases still to come, without a
 * horizon, each discounted continuously at the rate that makes the discount per year, which must be above 0.
 */
export function residualTransactions(
  model: PurchaseModel,
  parameters: Vector,
  { x, tx, T }: HistoryColumns,
  unit: TimeUnit,
  discountPerYear: number,
): Float64Array {
  if (!(discountPerYear > 0))
    throw new RangeError("Without a discount, purchases to come have no finite sum.");
  const rate = Math.log1p(discountPerYear) / (12 * MONTH_IN[unit]);
  const alike = distinctRows([x, T], x.length);
  const residual = Float64Array.from(alike.first, (row) =>
    model.residualIfAlive(parameters, x[row] ?? 0, T[row] ?? 0, rate),
  );
  return x.map(
    (own, row) =>
      model.pAlive(parameters, own, tx[row] ?? 0, T[row] ?? 0) * (residual[alike.place[row] ?? 0] ?? 0),
  );
}
