import type { Policy } from "../policy/policy";
import type { Assessment } from "./assess";
import type { Facts } from "./facts";

/** A tier in sum. Money is in currency to the cent; shares are 0–1, NaN-free: 0 where there is nothing to share. */
export interface TierSummary {
  /** The tier's id; null for customers that are in none. */
  readonly tier: string | null;
  readonly customers: number;
  readonly monetary: number;
  /** Of the money of all customers. */
  readonly share: number;
  /** Purchases of the tier's customers. */
  readonly purchases: number;
  /** Customers with at least two purchases ÷ customers with at least one. */
  readonly repeatRate: number;
  /** Customers that are dormant, or warned of and not churned. */
  readonly atRisk: number;
  /** Money of the policy's last `atRiskDays` of those customers, each × (1 − P(alive)) where a value model knows it. */
  readonly revenueAtRisk: number;
}

/** True of a customer whose revenue is at risk: dormant or warned of, and not churned. */
export function isAtRisk(facts: Facts, at: number): boolean {
  const activity = facts.activity[at];
  return activity === "dormant" || (activity === "active" && (facts.warnings[at]?.length ?? 0) > 0);
}

/**
 * The revenue at risk of a customer, currency to the cent: its money of the policy's last `atRiskDays`, times the
 * probability that it has left where an identified value model gives P(alive). 0 of a customer that isn't at risk.
 */
export function revenueAtRisk(facts: Facts, at: number, pAlive: Float64Array | null): number {
  if (!isAtRisk(facts, at)) return 0;
  const alive = pAlive?.[at] ?? NaN;
  const money = facts.recentMoney[at] ?? 0;
  return Number.isNaN(alive) ? money : Math.round((1 - alive) * money * 100) / 100;
}

/** The tiers of a policy in their order, best first, then those in none, if any. */
export function tierSummary(
  facts: Facts,
  { tier }: Assessment,
  policy: Policy,
  pAlive: Float64Array | null,
): TierSummary[] {
  const ids: (string | null)[] = [...policy.tiers.list.map(({ id }) => id), null];
  const sums = ids.map(() => ({
    customers: 0,
    cents: 0,
    purchases: 0,
    once: 0,
    twice: 0,
    atRisk: 0,
    riskCents: 0,
  }));
  let allCents = 0;
  for (let at = 0; at < tier.length; at++) {
    const index = tier[at] ?? -1;
    const sum = sums[index < 0 ? sums.length - 1 : index];
    if (!sum) continue;
    const cents = Math.round((facts.monetary[at] || 0) * 100);
    const purchases = facts.frequency[at] || 0;
    sum.customers++;
    sum.cents += cents;
    allCents += cents;
    sum.purchases += purchases;
    if (purchases >= 1) sum.once++;
    if (purchases >= 2) sum.twice++;
    if (isAtRisk(facts, at)) {
      sum.atRisk++;
      sum.riskCents += Math.round(revenueAtRisk(facts, at, pAlive) * 100);
    }
  }
  const summaries = sums.map((sum, at) => ({
    tier: ids[at] ?? null,
    customers: sum.customers,
    monetary: sum.cents / 100,
    share: allCents === 0 ? 0 : sum.cents / allCents,
    purchases: sum.purchases,
    repeatRate: sum.once === 0 ? 0 : sum.twice / sum.once,
    atRisk: sum.atRisk,
    revenueAtRisk: sum.riskCents / 100,
  }));
  return summaries.filter(({ tier: id, customers }) => id !== null || customers > 0);
}
