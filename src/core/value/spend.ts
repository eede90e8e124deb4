import { distinctRows } from "./distinct";
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

/** Fits mean repeat spend. Customers whose refunds ate it up (0 or less) tell nothing about prices and are left out. */
export function fitSpend(summary: Pick<PurchaseSummary, "x" | "spend">): SpendFit {
  const buyers = Int32Array.from(summary.x.keys()).filter(
    (at) => (summary.x[at] ?? 0) >= 1 && (summary.spend[at] ?? 0) > 0,
  );
  const x = Float64Array.from(buyers, (at) => summary.x[at] ?? 0);
  const spend = Float64Array.from(buyers, (at) => summary.spend[at] ?? 0);
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
    found = fit(gammaGamma, spends, starts, [1, 1, mean]);
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
  const { first, place } = distinctRows([x, spend], x.length);
  const weight = new Float64Array(first.length);
  for (const at of place) weight[at] = (weight[at] ?? 0) + 1;
  const order = Int32Array.from(first.keys()).sort((a, b) => {
    const [rowA, rowB] = [first[a] ?? 0, first[b] ?? 0];
    return (x[rowA] ?? 0) - (x[rowB] ?? 0) || (spend[rowA] ?? 0) - (spend[rowB] ?? 0);
  });
  return {
    x: Float64Array.from(order, (at) => x[first[at] ?? 0] ?? 0),
    spend: Float64Array.from(order, (at) => spend[first[at] ?? 0] ?? 0),
    weight: Float64Array.from(order, (at) => weight[at] ?? 0),
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
