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
  const list: CustomerFacts[] = new Array<CustomerFacts>(ledger.customers.length);
  for (let at = 0; at < list.length; at++) list[at] = factsOfCustomer(ledger, at, policy);
  return factsOfList(list, ledger.measures, ledger.log !== null);
}

/** Customers' facts put side by side. `measures` has an entry for each of them; growth is added where it is known. */
export function factsOfList(
  list: readonly CustomerFacts[],
  measures: Readonly<Record<string, Float64Array>>,
  withGrowth: boolean,
): Facts {
  const numbers = (value: (facts: CustomerFacts) => number) => {
    const values = new Float64Array(list.length);
    list.forEach((facts, at) => (values[at] = value(facts)));
    return values;
  };
  return {
    recency: numbers(({ recency }) => recency),
    frequency: numbers(({ frequency }) => frequency),
    monetary: numbers(({ monetary }) => monetary),
    gap: numbers(({ rhythm }) => rhythm.gap),
    stage: list.map(({ stage }) => stage),
    activity: list.map(({ activity }) => activity),
    warnings: list.map(({ warnings }) => warnings),
    recentMoney: numbers(({ recentMoney }) => recentMoney),
    measures: withGrowth ? { ...measures, growth: numbers(({ growth }) => growth) } : measures,
  };
}

/**
 * The facts of one customer of a ledger, or what they would be with another log or sums, or on another day.
 */
export function factsOfCustomer(
  ledger: Ledger,
  at: number,
  policy: Policy,
  asOf: number | null = ledger.asOf,
  log: CustomerLog | null = ledger.log ? customerLog(ledger.log, at) : null,
  sums: CustomerSums = sumsOf(ledger, at),
): CustomerFacts {
  const name = policy.warnings.satisfaction;
  const satisfaction = {
    now: ledger.measures[name]?.[at] ?? NaN,
    before: ledger.measures[`${name} before`]?.[at] ?? NaN,
  };
  return log
    ? factsFromLog(log, sums.monetary, asOf, policy, satisfaction)
    : factsFromSums(sums, asOf, policy, satisfaction);
}

/** What a customer table says of a customer. Dates are serial days, 0 where not known; other unknowns are NaN. */
export interface CustomerSums {
  readonly first: number;
  readonly last: number;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** The sums of one customer of a ledger. */
export function sumsOf(ledger: Ledger, at: number): CustomerSums {
  return {
    first: ledger.firstPurchase[at] ?? 0,
    last: ledger.lastPurchase[at] ?? 0,
    recency: ledger.recency[at] ?? NaN,
    frequency: ledger.frequency[at] ?? NaN,
    monetary: ledger.monetary[at] ?? NaN,
  };
}

/** A measure that is compared with its earlier reading; NaN where there is none. */
interface Reading {
  readonly now: number;
  readonly before: number;
}

/** The facts of a customer whose purchases are known. Money is in currency. */
function factsFromLog(
  log: CustomerLog,
  monetary: number,
  asOf: number | null,
  policy: Policy,
  satisfaction: Reading,
): CustomerFacts {
  const rhythm = rhythmOf(log, policy.lifecycle);
  const today = asOf ?? rhythm.last;
  const recency = rhythm.purchases === 0 ? NaN : today - rhythm.last;
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
function factsFromSums(
  sums: CustomerSums,
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
