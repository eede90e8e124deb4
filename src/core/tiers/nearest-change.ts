import type { Ledger } from "../ledger/ledger";
import { customerLog, type CustomerLog } from "../ledger/purchases";
import type { Policy } from "../policy/policy";
import { assess, type Assessment } from "./assess";
import {
  factsOfCustomer,
  factsOfList,
  sumsOf,
  type CustomerFacts,
  type CustomerSums,
  type Facts,
} from "./facts";

/**
 * A change of one customer's data after which its tier is another. `tier` is the new tier's id, null for none.
 * - `purchases`: that many more purchases on `dates` (serial days, one each), `amount` in all. Where the input was
 *   summed already, `dates` is empty: the count rises, the money rises, the last purchase is on the as-of date.
 * - `refund`: a row of −`amount` on the as-of date.
 * - `silence`: nothing but time: the same data looked at on `asOf`, the cut-offs kept.
 */
export type Change =
  | {
      readonly kind: "purchases";
      readonly purchases: number;
      readonly dates: readonly number[];
      readonly amount: number;
      readonly tier: string | null;
    }
  | { readonly kind: "refund"; readonly date: number; readonly amount: number; readonly tier: string | null }
  | { readonly kind: "silence"; readonly asOf: number; readonly tier: string | null };

/** What a search needs of a run. */
export interface Run {
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly assessment: Assessment;
  readonly policy: Policy;
}

const MOST_PURCHASES = 12;
const LONGEST_SILENCE = 1500;

/**
 * The changes that would alter a customer's tier, nearest first: the fewest more purchases, of the least money, that
 * make it better; and what would make it worse, the least refund and the shortest silence. Each was made to the
 * customer's data and does alter the tier: with the cut-offs kept, and, but for silence, with cut-offs made anew.
 */
export function nearestChanges(run: Run, at: number): Change[] {
  const purchases = morePurchases(run, at);
  const refund = leastRefund(run, at);
  const silence = shortestSilence(run, at);
  return [purchases, refund, silence].filter((change): change is Change => change !== null);
}

/**
 * The first of these changes alone, what makes the tier better, else what makes it worse; with the cut-offs kept, for
 * making them anew takes time by all customers, and a thousand cells may ask.
 */
export function nearestChangeKept(run: Run, at: number): Change | null {
  return morePurchases(run, at, false) ?? leastRefund(run, at, false) ?? shortestSilence(run, at);
}

/** A customer as it would be. */
interface Altered {
  readonly log: CustomerLog | null;
  readonly sums: CustomerSums;
}

function morePurchases(run: Run, at: number, refit = true): Change | null {
  const { ledger } = run;
  const current = run.assessment.tier[at] ?? -1;
  if (current === 0) return null;
  const counted = !Number.isNaN(ledger.frequency[at] ?? NaN);
  const better = (tier: number | null) => tier !== null && tier >= 0 && (current < 0 || tier < current);
  for (let purchases = counted ? 1 : 0; purchases <= (counted ? MOST_PURCHASES : 0); purchases++) {
    const dates = freeDates(ledger, at, purchases);
    if (dates === null) return null;
    const withAmount = (cents: number): Altered => bought(ledger, at, dates, purchases, cents);
    const cents = leastCents(run, at, Math.max(1, purchases), withAmount, better, refit);
    if (cents !== null) {
      const tier = tierId(run, tierKept(run, at, withAmount(cents)));
      return { kind: "purchases", purchases, dates: ledger.log ? dates : [], amount: cents / 100, tier };
    }
  }
  return null;
}

function leastRefund(run: Run, at: number, refit = true): Change | null {
  const { ledger, assessment } = run;
  const { asOf } = ledger;
  if (!ledger.log || asOf === null || run.policy.rows.refunds !== "net") return null;
  const current = assessment.tier[at] ?? -1;
  const worse = (tier: number | null) => tier !== null && tier > current;
  const refunded = (cents: number) => added(ledger, at, [{ day: asOf, amount: -cents / 100, begins: 0 }]);
  const most = Math.round(Math.max(0, ledger.monetary[at] ?? 0) * 100);
  const cents = leastCents(run, at, 1, refunded, worse, refit, most);
  if (cents === null) return null;
  const tier = tierId(run, tierKept(run, at, refunded(cents)));
  return { kind: "refund", date: asOf, amount: cents / 100, tier };
}

function shortestSilence(run: Run, at: number): Change | null {
  const { ledger, assessment, policy } = run;
  if (ledger.asOf === null || !(ledger.frequency[at] !== 0)) return null;
  const current = assessment.tier[at] ?? -1;
  const sums = sumsOf(ledger, at);
  for (let days = 1; days <= LONGEST_SILENCE; days++) {
    const asOf = ledger.asOf + days;
    const later = { ...sums, recency: sums.recency + days };
    const tier = tierOf(run, at, factsOfCustomer(ledger, at, policy, asOf, undefined, later));
    if (tier !== null && tier !== current) return { kind: "silence", asOf, tier: tierId(run, tier) };
  }
  return null;
}

/**
 * The least number of cents, from `least` up, with which a customer reaches another tier, with the cut-offs kept and
 * with `refit` with cut-offs made anew; null where none does. It doubles until the tier is reached, then halves the step.
 */
function leastCents(
  run: Run,
  at: number,
  least: number,
  altered: (cents: number) => Altered,
  reached: (tier: number | null) => boolean,
  refit: boolean,
  most = mostCents(run, least),
): number | null {
  const kept = smallestWhere(least, most, (cents) => reached(tierKept(run, at, altered(cents))));
  if (kept === null || !refit) return kept;
  const both = (cents: number) =>
    reached(tierKept(run, at, altered(cents))) && reached(tierRefitted(run, at, altered(cents)));
  return both(kept) ? kept : smallestWhere(kept, most, both);
}

/** Well above what the best customer is worth. */
function mostCents({ facts }: Run, least: number): number {
  let best = 0;
  for (const money of facts.monetary) if (money > best) best = money;
  return Math.min(Number.MAX_SAFE_INTEGER / 8, Math.max(least, Math.ceil(best * 200) + 100));
}

function smallestWhere(from: number, to: number, holds: (cents: number) => boolean): number | null {
  if (from > to) return null;
  if (holds(from)) return from;
  let below = from;
  let above = from;
  do {
    below = above;
    above = Math.min(to, above * 2 + 1);
    if (holds(above)) break;
    if (above === to) return null;
  } while (above < to);
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The days of so many more purchases: the as-of date, or where a day is one purchase the latest days without one. */
function freeDates(ledger: Ledger, at: number, purchases: number): number[] | null {
  const { asOf } = ledger;
  if (asOf === null) return ledger.log ? null : [];
  if (ledger.unit !== "day" || !ledger.log) return new Array<number>(purchases).fill(asOf);
  const { days, from, to } = customerLog(ledger.log, at);
  const taken = new Set(days.subarray(from, to));
  const dates: number[] = [];
  for (let day = asOf; dates.length < purchases; day--) if (!taken.has(day)) dates.push(day);
  return dates;
}

/** A customer with more purchases of so many cents in all. */
function bought(
  ledger: Ledger,
  at: number,
  dates: readonly number[],
  purchases: number,
  cents: number,
): Altered {
  if (!ledger.log) {
    const sums = sumsOf(ledger, at);
    const money = (value: number) => Math.round(value * 100 + cents) / 100;
    return {
      log: null,
      sums: {
        ...sums,
        first: sums.first === 0 && sums.frequency === 0 ? (ledger.asOf ?? 0) : sums.first,
        last: purchases > 0 && ledger.asOf !== null ? ledger.asOf : sums.last,
        recency: purchases > 0 && (sums.frequency === 0 || !Number.isNaN(sums.recency)) ? 0 : sums.recency,
        frequency: sums.frequency + purchases,
        monetary: money(sums.monetary),
      },
    };
  }
  const each = Math.floor(cents / purchases);
  const rows = dates.map((day, place) => ({
    day,
    amount: (place === 0 ? cents - each * (purchases - 1) : each) / 100,
    begins: 1,
  }));
  return added(ledger, at, rows);
}

/** A customer with more rows in its log. */
function added(
  ledger: Ledger,
  at: number,
  rows: readonly { readonly day: number; readonly amount: number; readonly begins: number }[],
): Altered {
  if (!ledger.log) throw new Error("Rows can be added to a log only.");
  const { days, amounts, begins, scale, from, to } = customerLog(ledger.log, at);
  const own = Array.from(days.subarray(from, to), (day, row) => ({
    day,
    amount: amounts[from + row] ?? 0,
    begins: begins[from + row] ?? 0,
  }));
  const all = [...own, ...rows].sort((a, b) => a.day - b.day);
  const more = rows.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  return {
    log: {
      days: Int32Array.from(all, ({ day }) => day),
      amounts: Float64Array.from(all, ({ amount }) => amount),
      begins: Uint8Array.from(all, (row) => row.begins),
      scale: Math.max(scale, 100),
      from: 0,
      to: all.length,
    },
    sums: { ...sumsOf(ledger, at), monetary: (Math.round((ledger.monetary[at] ?? 0) * 100) + more) / 100 },
  };
}

function alteredFacts({ ledger, policy }: Run, at: number, { log, sums }: Altered): CustomerFacts {
  return factsOfCustomer(ledger, at, policy, ledger.asOf, log, sums);
}

function tierKept(run: Run, at: number, altered: Altered): number | null {
  return tierOf(run, at, alteredFacts(run, at, altered));
}

/**
 * The tier that a customer's facts give with the run's own ruler. Beside it stands, for each measure that it lacks, one
 * customer that has it, so that the policy finds all it asks for.
 */
function tierOf(run: Run, at: number, facts: CustomerFacts): number | null {
  const { ledger, policy, assessment } = run;
  const witnesses = Object.values(ledger.measures).flatMap((values) => {
    const witness = values.findIndex((value, other) => !Number.isNaN(value) && ledger.frequency[other] !== 0);
    return witness < 0 ? [] : [witness];
  });
  const list = [facts, ...witnesses.map((witness) => factsOfCustomer(ledger, witness, policy))];
  const measures = Object.fromEntries(
    Object.entries(ledger.measures).map(([name, values]) => [
      name,
      Float64Array.from([at, ...witnesses], (customer) => values[customer] ?? NaN),
    ]),
  );
  const assessed = assess(factsOfList(list, measures, ledger.log !== null), policy, null, assessment.ruler);
  return assessed.ok ? (assessed.value.tier[0] ?? -1) : null;
}

/** The tier that a customer's facts give when all cut-offs are made anew, its own change in them. */
function tierRefitted(run: Run, at: number, altered: Altered): number | null {
  const { facts, policy } = run;
  const own = alteredFacts(run, at, altered);
  const assessed = assess(
    {
      ...facts,
      recency: facts.recency.with(at, own.recency),
      frequency: facts.frequency.with(at, own.frequency),
      monetary: facts.monetary.with(at, own.monetary),
      gap: facts.gap.with(at, own.rhythm.gap),
      stage: facts.stage.with(at, own.stage),
      activity: facts.activity.with(at, own.activity),
      measures: facts.measures["growth"]
        ? { ...facts.measures, growth: facts.measures["growth"].with(at, own.growth) }
        : facts.measures,
    },
    policy,
    null,
    null,
  );
  return assessed.ok ? (assessed.value.tier[at] ?? -1) : null;
}

function tierId({ policy }: Run, tier: number | null): string | null {
  return policy.tiers.list[tier ?? -1]?.id ?? null;
}
