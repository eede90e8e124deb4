import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say } from "../language/message";
import type { Check } from "../ledger/check";
import { isoOf } from "../ledger/dates";
import type { CustomerValue } from "../value/value";
import { rfmText } from "./result-columns";

/** The result as the command's `--json` gives it: ids, not labels; null where a key doesn't apply. Notes are told in `language`. */
export interface ResultJson {
  readonly asOf: string | null;
  readonly check: Check;
  readonly cutoffs: {
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly monetary: readonly number[];
  };
  readonly customers: readonly CustomerJson[];
  readonly tiers: readonly {
    /** null: customers that are in no tier, if any. */
    readonly tier: string | null;
    readonly customers: number;
    readonly monetary: number;
    readonly share: number;
  }[];
  /** Only where value was asked for. */
  readonly value?: ValueJson;
  readonly notes: readonly { readonly code: string; readonly text: string }[];
}

/** What the models of customer value found; null where there was nothing to fit or to show. Money is in currency. */
export interface ValueJson {
  readonly model: string;
  readonly unit: string;
  readonly parameters: Readonly<Record<string, number>> | null;
  readonly spend: Readonly<Record<string, number>> | null;
  readonly logLikelihood: number | null;
  readonly verdict: string;
  readonly holdout: { readonly from: string; readonly expected: number; readonly actual: number } | null;
}

/** A customer of the result. Dates are ISO; recency is in days; money in currency. */
export interface CustomerJson {
  readonly customer: string;
  readonly firstPurchase: string | null;
  readonly lastPurchase: string | null;
  readonly recency: number | null;
  readonly frequency: number | null;
  readonly monetary: number | null;
  readonly r: number | null;
  readonly f: number | null;
  readonly m: number | null;
  readonly rfm: string | null;
  readonly segment: string | null;
  readonly abc: string | null;
  readonly stage: string | null;
  readonly activity: string | null;
  readonly tier: string | null;
  /** Only where value was asked for: the probability 0–1 that it is still a customer. */
  readonly pAlive?: number | null;
  /** Within the horizon. */
  readonly expectedPurchases?: number | null;
  /** Lifetime value within the horizon or, where the verdict isn't `identified`, what the customer has spent. */
  readonly clv?: number | null;
}

/** The result as plain JSON, customers in the order of money, then id. */
export function resultJson(result: Classification, language: Language): ResultJson {
  const { ledger, assessment, tiers, notes } = result;
  const { recency, frequency, monetary } = assessment.ruler;
  return {
    asOf: ledger.asOf === null ? null : isoOf(ledger.asOf),
    check: ledger.check,
    cutoffs: { recency, frequency, monetary },
    customers: ledger.customers.map((_, at) => customerJson(result, at)),
    tiers: tiers.map(({ tier, customers, monetary: money, share }) => ({
      tier,
      customers,
      monetary: money,
      share: Math.round(share * 1e4) / 1e4 || 0,
    })),
    ...(result.value ? { value: valueJson(result.value) } : {}),
    notes: notes.map((note) => ({ code: note.code, text: say(note, language) })),
  };
}

function valueJson({ model, unit, fit, spend, verdict, holdout }: CustomerValue): ValueJson {
  return {
    model,
    unit,
    parameters: fit.parameters,
    spend: spend.parameters,
    logLikelihood: fit.logLikelihood,
    verdict,
    holdout: holdout && { from: isoOf(holdout.from), expected: holdout.expected, actual: holdout.actual },
  };
}

/** One customer of the result as plain JSON. */
export function customerJson(result: Classification, at: number): CustomerJson {
  const { ledger, facts, assessment, policy, value } = result;
  const date = (day: number | undefined) => (day ? isoOf(day) : null);
  const number = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return {
    customer: ledger.customers[at] ?? "",
    firstPurchase: date(ledger.firstPurchase[at]),
    lastPurchase: date(ledger.lastPurchase[at]),
    recency: number(ledger.recency[at]),
    frequency: number(ledger.frequency[at]),
    monetary: number(ledger.monetary[at]),
    r: assessment.r[at] || null,
    f: assessment.f[at] || null,
    m: assessment.m[at] || null,
    rfm: rfmText(result, at),
    segment: assessment.segments[assessment.segment[at] ?? -1] ?? null,
    abc: "ABC"[(assessment.abc[at] ?? 0) - 1] ?? null,
    stage: facts.stage[at] ?? null,
    activity: facts.activity[at] ?? null,
    tier: policy.tiers.list[assessment.tier[at] ?? -1]?.id ?? null,
    ...(value
      ? {
          pAlive: number(value.pAlive[at]),
          expectedPurchases: number(value.expectedPurchases[at]),
          clv: number(value.clv[at]),
        }
      : {}),
  };
}
