import { ascending, countsOf, distinctRows, someOf, valuesAt } from "./distinct";
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
  const buyers = Int32Array.from(summary.bought.keys()).filter((customer) => summary.bought[customer] === 1);
  const x = valuesAt(summary.x, buyers);
  const tx = valuesAt(summary.tx, buyers);
  const T = valuesAt(summary.T, buyers);
  const distinct = distinctRows([x, tx, T], buyers.length);
  const order = ascending(distinct, [x, T, tx]);
  const rows = order.map((at) => distinct.first[at] ?? 0);
  return {
    x: valuesAt(x, rows),
    tx: valuesAt(tx, rows),
    T: valuesAt(T, rows),
    weight: valuesAt(countsOf(distinct), order),
    customers: buyers.length,
    repeaters: x.reduce((count, value) => count + (value >= 1 ? 1 : 0), 0),
  };
}

/** Histories that stand for very many: some of them, each with the weight of those left out. The same when few. */
export function thinnedHistories(histories: Histories): Histories {
  const some = someOf(histories.x.length);
  if (some === null) return histories;
  const { rows, every } = some;
  return {
    ...histories,
    x: valuesAt(histories.x, rows),
    tx: valuesAt(histories.tx, rows),
    T: valuesAt(histories.T, rows),
    weight: valuesAt(histories.weight, rows).map((weight) => weight * every),
  };
}
