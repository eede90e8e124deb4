import type { Classification } from "../classify";

/** The money of all customers, to the cent: the sum of what the Customers table shows. */
export function totalMoney({ tiers }: Classification): number {
  return tiers.reduce((cents, tier) => cents + Math.round(tier.monetary * 100), 0) / 100;
}
