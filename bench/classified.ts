import { deepStrictEqual } from "node:assert/strict";
import type { Classification } from "../src/core/classify";
import type { Warning } from "../src/core/lifecycle/warnings";

/** A result as columns, in the order of money, then id: what ours and a peer's are compared by. */
export interface Classified {
  readonly customers: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  readonly tiers: readonly Readonly<Record<string, string | number>>[];
  readonly totals: Readonly<Record<string, number | readonly number[]>>;
}

/** Our result in these columns. */
export function ourClassified({
  ledger,
  facts,
  assessment,
  policy,
  tiers,
  notes,
}: Classification): Classified {
  const bought = (at: number) => facts.frequency[at] !== 0;
  const each = <Value>(value: (at: number) => Value) => ledger.customers.map((_, at) => value(at));
  const warned = (rule: Warning["rule"]) =>
    facts.warnings.map((warnings) => warnings.some((warning) => warning.rule === rule));
  const duplicates = notes.find(({ code }) => code === "duplicates-kept")?.params?.["rows"];
  const { recency, frequency, monetary } = assessment.ruler;
  return {
    customers: {
      customer: ledger.customers,
      first: each((at) => (bought(at) ? (ledger.firstPurchase[at] ?? 0) : null)),
      last: each((at) => (bought(at) ? (ledger.lastPurchase[at] ?? 0) : null)),
      recency: each((at) => (bought(at) ? (facts.recency[at] ?? 0) : null)),
      frequency: [...facts.frequency],
      monetary: [...facts.monetary],
      r: [...assessment.r],
      f: [...assessment.f],
      m: [...assessment.m],
      segment: Array.from(assessment.segment, (at) => assessment.segments[at] ?? null),
      abc: Array.from(assessment.abc, (at) => "ABC"[at - 1] ?? null),
      stage: facts.stage,
      activity: facts.activity,
      gap: [...facts.gap],
      overdue: warned("overdue"),
      fewer: warned("fewer-purchases"),
      less: warned("less-money"),
      recent: [...facts.recentMoney],
      tier: Array.from(assessment.tier, (at) => policy.tiers.list[at]?.id ?? null),
    },
    tiers: tiers.map((tier) => ({
      tier: tier.tier ?? "",
      customers: tier.customers,
      monetary: tier.monetary,
      purchases: tier.purchases,
      repeat_rate: tier.repeatRate,
      at_risk: tier.atRisk,
      revenue_at_risk: tier.revenueAtRisk,
    })),
    totals: {
      row_count: ledger.check.rowsUsed,
      amount: ledger.check.amountUsed,
      duplicates: typeof duplicates === "number" ? duplicates : 0,
      recency,
      frequency,
      monetary,
    },
  };
}

/** Stops the benchmark where a peer's result differs from ours in anything that the peer gives. */
export function mustAgree(ours: Classified, theirs: Partial<Classified>, peer: string): void {
  for (const [name, values] of Object.entries(theirs.customers ?? {}))
    deepStrictEqual(values, ours.customers[name], `${peer} gives another ${name}`);
  if (theirs.tiers) deepStrictEqual(theirs.tiers, ours.tiers, `${peer} gives other tiers`);
  if (theirs.totals) deepStrictEqual(theirs.totals, ours.totals, `${peer} gives other totals`);
}
