import type { Ledger } from "../ledger/ledger";
import { customerLog, type CustomerLog } from "../ledger/purchases";
import { rhythmFromSums, rhythmOf, type Rhythm } from "../lifecycle/rhythm";
import { activityOf, stageOf, type Activity, type Stage } from "../lifecycle/stages";
import { activityBetween, warningsOf, type Warning } from "../lifecycle/warnings";
import type { Policy } from "../policy/policy";

/**
 * All that is known of customers before anybody is compared with anybody: an entry a customer, in the ledger's order.
 * What changes one customer's facts changes no other's.
 */
export interface Facts {
  /** Days, NaN without a purchase or where not known. */
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
  /** The days between purchases that the customer's limits are made of. */
  readonly gap: Float64Array;
  readonly stage: readonly (Stage | null)[];
  readonly activity: readonly (Activity | null)[];
  readonly warnings: readonly (readonly Warning[])[];
  /** Money of the policy's last `atRiskDays` days; the whole money where only sums are known. */
  readonly recentMoney: Float64Array;
  /** Further measures by name, and `growth` where purchases are known. */
  readonly measures: Readonly<Record<string, Float64Array>>;
}

/** The facts of one customer. */
export interface CustomerFacts {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly rhythm: Rhythm;
  readonly stage: Stage | null;
  readonly activity: Activity | null;
  readonly warnings: readonly Warning[];
  readonly recentMoney: number;
  /** Money of the last `growthDays` less that of the ones before; NaN where purchases aren't known. */
  readonly growth: number;
}

/** The facts of every customer of a ledger. */
export function factsOf(ledger: Ledger, policy: Policy): Facts {
  const n = ledger.customers.length;
  const gap = new Float64Array(n);
  const recentMoney = new Float64Array(n);
  const growth = new Float64Array(n);
  const stage: (Stage | null)[] = new Array<Stage | null>(n);
  const activity: (Activity | null)[] = new Array<Activity | null>(n);
  const warnings: (readonly Warning[])[] = new Array<readonly Warning[]>(n);
  for (let at = 0; at < n; at++) {
    const facts = factsOfCustomer(ledger, at, policy);
    gap[at] = facts.rhythm.gap;
    stage[at] = facts.stage;
    activity[at] = facts.activity;
    warnings[at] = facts.warnings;
    recentMoney[at] = facts.recentMoney;
    growth[at] = facts.growth;
  }
  return {
    recency: ledger.recency,
    frequency: ledger.frequency,
    monetary: ledger.monetary,
    gap,
    stage,
    activity,
    warnings,
    recentMoney,
    measures: ledger.log ? { ...ledger.measures, growth } : ledger.measures,
  };
}

function factsOfCustomer(ledger: Ledger, at: number, policy: Policy): CustomerFacts {
  const satisfaction = {
    now: ledger.measures[policy.warnings.satisfaction]?.[at] ?? NaN,
    before: ledger.measures[`${policy.warnings.satisfaction} before`]?.[at] ?? NaN,
  };
  const sums = {
    first: ledger.firstPurchase[at] ?? 0,
    last: ledger.lastPurchase[at] ?? 0,
    recency: ledger.recency[at] ?? NaN,
    frequency: ledger.frequency[at] ?? NaN,
    monetary: ledger.monetary[at] ?? NaN,
  };
  return ledger.log
    ? factsFromLog(
        customerLog(ledger.log, at),
        sums.recency,
        sums.monetary,
        ledger.asOf,
        policy,
        satisfaction,
      )
    : factsFromSums(sums, ledger.asOf, policy, satisfaction);
}

/** A measure that is compared with its earlier reading; NaN where there is none. */
interface Reading {
  readonly now: number;
  readonly before: number;
}

/** The facts of a customer whose purchases are known. Recency is in days, money in currency. */
export function factsFromLog(
  log: CustomerLog,
  recency: number,
  monetary: number,
  asOf: number | null,
  policy: Policy,
  satisfaction: Reading,
): CustomerFacts {
  const rhythm = rhythmOf(log, policy.lifecycle);
  const today = asOf ?? rhythm.last;
  const { growthDays, atRiskDays } = policy;
  const lately = activityBetween(log, today - growthDays, today);
  const earlier = activityBetween(log, today - 2 * growthDays, today - growthDays);
  return {
    ...judged(rhythm, recency, log, asOf, policy, satisfaction),
    frequency: rhythm.purchases,
    monetary,
    recentMoney: activityBetween(log, today - atRiskDays, today).money,
    growth: Math.round((lately.money - earlier.money) * 100) / 100,
  };
}

/** The facts of a customer of whom only sums are known. */
export function factsFromSums(
  sums: {
    readonly first: number;
    readonly last: number;
    readonly recency: number;
    readonly frequency: number;
    readonly monetary: number;
  },
  asOf: number | null,
  policy: Policy,
  satisfaction: Reading,
): CustomerFacts {
  const { first, last, recency, frequency, monetary } = sums;
  const rhythm = rhythmFromSums(first, last, frequency, policy.lifecycle);
  return {
    ...judged(rhythm, recency, null, asOf, policy, satisfaction),
    frequency,
    monetary,
    recentMoney: Number.isNaN(monetary) ? 0 : monetary,
    growth: NaN,
  };
}

function judged(
  rhythm: Rhythm,
  recency: number,
  log: CustomerLog | null,
  asOf: number | null,
  policy: Policy,
  satisfaction: Reading,
): Pick<CustomerFacts, "recency" | "rhythm" | "stage" | "activity" | "warnings"> {
  const activity = activityOf(rhythm, recency, policy.lifecycle);
  const warned = activity === "active" || activity === "dormant";
  const warnings = warned ? warningsOf(rhythm, recency, log, asOf, policy.warnings) : [];
  if (warned && satisfaction.now < satisfaction.before)
    warnings.push({ rule: "satisfaction-down", ...satisfaction });
  return { recency, rhythm, stage: stageOf(rhythm, recency, asOf, policy.lifecycle), activity, warnings };
}
