import { ascending, countsOf, distinctRows, someOf, valuesAt } from "./distinct";
import { fit, type Fit } from "./fit";
import { gammaGamma, type Spends } from "./gamma-gamma";
import type { PurchaseSummary } from "./summary";
import { spendVerdict, type Verdict } from "./verdict";

/** The fit of Gamma–Gamma to the customers who bought again and left money doing so. */
export interface SpendFit {
  /** p, q, γ; null where there is no one to fit. */
  readonly fit: Fit | null;
  readonly verdict: Verdict;
  /** Customers in the fit. */
  readonly buyers: number;
  /** The correlation of x and mean repeat spend among them, 0 where it has none. */
  readonly correlation: number;
}

/**
 * From this p on, a customer's amounts differ by less than a thousandth: they are a price list, whose likelihood grows
 * without end the closer they are taken to be.
 */
const FIXED_PRICE = 1e6;

/** Fits mean repeat spend. Customers whose refunds ate it up (0 or less) tell nothing about prices and are left out. */
export function fitSpend(summary: Pick<PurchaseSummary, "x" | "spend">): SpendFit {
  const buyers = Int32Array.from(summary.x.keys()).filter(
    (at) => (summary.x[at] ?? 0) >= 1 && (summary.spend[at] ?? 0) > 0,
  );
  const x = valuesAt(summary.x, buyers);
  const spend = valuesAt(summary.spend, buyers);
  const spends = distinctSpends(x, spend);
  const correlation = weightedCorrelation(spends);
  let found: Fit | null = null;
  if (buyers.length > 0) {
    const mean = total(spends, (at) => spends.spend[at] ?? 0) / buyers.length;
    const starts = [
      [2, 3, mean],
      [20, 2, 0.1 * mean],
      [1, 20, 20 * mean],
    ];
    const best = fit(gammaGamma, spends, starts, [1, 1, mean], thinnedSpends(spends));
    found = { ...best, converged: best.converged && (best.parameters[0] ?? 0) < FIXED_PRICE };
  }
  return {
    fit: found,
    verdict: spendVerdict(found, buyers.length, correlation),
    buyers: buyers.length,
    correlation,
  };
}

/** Distinct (x, spend) in ascending order, so that the order of customers can't show. */
function distinctSpends(x: Float64Array, spend: Float64Array): Spends {
  const distinct = distinctRows([x, spend], x.length);
  const order = ascending(distinct, [x, spend]);
  const rows = order.map((at) => distinct.first[at] ?? 0);
  return { x: valuesAt(x, rows), spend: valuesAt(spend, rows), weight: valuesAt(countsOf(distinct), order) };
}

/** Spends that stand for very many, as `thinnedHistories` does. */
function thinnedSpends(spends: Spends): Spends {
  const some = someOf(spends.x.length);
  if (some === null) return spends;
  return {
    x: valuesAt(spends.x, some.rows),
    spend: valuesAt(spends.spend, some.rows),
    weight: valuesAt(spends.weight, some.rows).map((weight) => weight * some.every),
  };
}

function weightedCorrelation(spends: Spends): number {
  const buyers = total(spends, () => 1);
  const meanX = total(spends, (at) => spends.x[at] ?? 0) / buyers;
  const meanSpend = total(spends, (at) => spends.spend[at] ?? 0) / buyers;
  const dx = (at: number): number => (spends.x[at] ?? 0) - meanX;
  const ds = (at: number): number => (spends.spend[at] ?? 0) / meanSpend - 1;
  const scatter = Math.sqrt(total(spends, (at) => dx(at) ** 2) * total(spends, (at) => ds(at) ** 2));
  return scatter > 1e-9 * buyers ? total(spends, (at) => dx(at) * ds(at)) / scatter : 0;
}

function total({ weight }: Spends, value: (at: number) => number): number {
  return weight.reduce((sum, count, at) => sum + count * value(at), 0);
}
