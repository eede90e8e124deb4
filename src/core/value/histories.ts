import { distinctRows } from "./distinct";
import type { PurchaseSummary } from "./summary";

/**
 * Distinct purchase histories (x, t_x, T) and how many customers have each, in ascending order of x, T, t_x, so that a
 * fit doesn't depend on the order of customers and takes time by histories, not by customers.
 */
export interface Histories {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  readonly weight: Float64Array;
  /** The customers there are, and those with x ≥ 1. */
  readonly customers: number;
  readonly repeaters: number;
}

/** The distinct histories of the customers who bought. */
export function purchaseHistories(summary: Pick<PurchaseSummary, "bought" | "x" | "tx" | "T">): Histories {
  const { bought } = summary;
  const buyers = Int32Array.from(bought.keys()).filter((customer) => bought[customer] === 1);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(buyers, (at) => column[at] ?? 0);
  const [x, tx, T] = [pick(summary.x), pick(summary.tx), pick(summary.T)];
  const { first, place } = distinctRows([x, tx, T], buyers.length);
  const weight = new Float64Array(first.length);
  for (const at of place) weight[at] = (weight[at] ?? 0) + 1;
  const order = Int32Array.from(first.keys()).sort((a, b) => {
    const [rowA, rowB] = [first[a] ?? 0, first[b] ?? 0];
    return (
      (x[rowA] ?? 0) - (x[rowB] ?? 0) || (T[rowA] ?? 0) - (T[rowB] ?? 0) || (tx[rowA] ?? 0) - (tx[rowB] ?? 0)
    );
  });
  const sorted = (column: Float64Array): Float64Array =>
    Float64Array.from(order, (at) => column[first[at] ?? 0] ?? 0);
  return {
    x: sorted(x),
    tx: sorted(tx),
    T: sorted(T),
    weight: Float64Array.from(order, (at) => weight[at] ?? 0),
    customers: buyers.length,
    repeaters: x.reduce((count, value) => count + (value >= 1 ? 1 : 0), 0),
  };
}
