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
  /** 1 where the gap is the customer's own, not the policy's. */
  readonly ownGap: Uint8Array;
  readonly stage: readonly (Stage | null)[];
  readonly activity: readonly (Activity | null)[];
  readonly warnings: readonly (readonly Warning[])[];
  /** Money of the policy's last `atRiskDays` days; 0 where only sums are known, which can't say. */
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
  const customers = ledger.customers.length;
  const columns = factColumns(customers);
  for (let at = 0; at < customers; at++) put(columns, at, factsOfCustomer(ledger, at, policy));
  return withMeasures(columns, ledger.measures, ledger.log !== null);
}

/** Customers' facts put side by side. `measures` has an entry for each of them; growth is added where it is known. */
export function factsOfList(
  list: readonly CustomerFacts[],
  measures: Readonly<Record<string, Float64Array>>,
  withGrowth: boolean,
): Facts {
  const columns = factColumns(list.length);
  list.forEach((facts, at) => put(columns, at, facts));
  return withMeasures(columns, measures, withGrowth);
}

/** Columns of facts with room for so many customers. */
function factColumns(customers: number) {
  return {
    recency: new Float64Array(customers),
    frequency: new Float64Array(customers),
    monetary: new Float64Array(customers),
    gap: new Float64Array(customers),
    ownGap: new Uint8Array(customers),
    stage: new Array<Stage | null>(customers).fill(null),
    activity: new Array<Activity | null>(customers).fill(null),
    warnings: new Array<readonly Warning[]>(customers).fill([]),
    recentMoney: new Float64Array(customers),
    growth: new Float64Array(customers),
  };
}

function put(columns: ReturnType<typeof factColumns>, at: number, facts: CustomerFacts): void {
  columns.recency[at] = facts.recency;
  columns.frequency[at] = facts.frequency;
  columns.monetary[at] = facts.monetary;
  columns.gap[at] = facts.rhythm.gap;
  columns.ownGap[at] = facts.rhythm.own ? 1 : 0;
  columns.stage[at] = facts.stage;
  columns.activity[at] = facts.activity;
  columns.warnings[at] = facts.warnings;
  columns.recentMoney[at] = facts.recentMoney;
  columns.growth[at] = facts.growth;
}

function withMeasures(
  { growth, ...columns }: ReturnType<typeof factColumns>,
  measures: Facts["measures"],
  withGrowth: boolean,
): Facts {
  return { ...columns, measures: withGrowth ? { ...measures, growth } : measures };
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
  const satisfaction = satisfactionOf(ledger, at, policy);
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

const NOT_READ: Reading = { now: NaN, before: NaN };

function satisfactionOf({ measures }: Ledger, at: number, { warnings }: Policy): Reading {
  const now = measures[warnings.satisfaction];
  if (!now) return NOT_READ;
  return { now: now[at] ?? NaN, before: measures[`${warnings.satisfaction} before`]?.[at] ?? NaN };
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
  const activity = activityOf(rhythm, recency, policy.lifecycle);
  return {
    recency,
    frequency: rhythm.purchases,
    monetary,
    rhythm,
    stage: stageOf(rhythm, recency, asOf, policy.lifecycle),
    activity,
    warnings: warningsIfHere(activity, rhythm, recency, log, asOf, policy, satisfaction),
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
  const activity = activityOf(rhythm, recency, policy.lifecycle);
  return {
    recency,
    frequency,
    monetary,
    rhythm,
    stage: stageOf(rhythm, recency, asOf, policy.lifecycle),
    activity,
    warnings: warningsIfHere(activity, rhythm, recency, null, asOf, policy, satisfaction),
    recentMoney: 0,
    growth: NaN,
  };
}

/** Warnings are of customers that can still be lost: active or dormant. */
function warningsIfHere(
  activity: Activity | null,
  rhythm: Rhythm,
  recency: number,
  log: CustomerLog | null,
  asOf: number | null,
  policy: Policy,
  satisfaction: Reading,
): readonly Warning[] {
  if (activity !== "active" && activity !== "dormant") return NO_WARNINGS;
  const warnings = warningsOf(rhythm, recency, log, asOf, policy.warnings);
  if (satisfaction.now < satisfaction.before) warnings.push({ rule: "satisfaction-down", ...satisfaction });
  return warnings;
}

const NO_WARNINGS: readonly Warning[] = [];
