import type { Language } from "../language/language";
import { say, sayMoney, sayNumber, type Message } from "../language/message";
import { isoOf } from "../ledger/dates";
import { silenceLimit } from "../lifecycle/rhythm";
import { gridOf } from "../policy/check-policy";
import { segmentLabel, stageLabel, tierLabel, warningMessage } from "./labels";
import { rangeOf } from "../scoring/cutoff-range";
import { codeIndex, codeText } from "../segments/pattern";
import { measureLabel, measureOf } from "./measure-of";
import { nearestChangeKept, nearestChanges, type Change, type Run } from "./nearest-change";
import { measureValue, tierReason } from "./reason";

/** Why one customer is what it is. `sentences` say it in order: scores, segment, ABC, stage, warnings, tier, changes. */
export interface Explanation {
  readonly customer: string;
  readonly sentences: readonly string[];
  /** What would alter the tier; empty where nothing that was tried does. */
  readonly changes: readonly Change[];
}

/** Explains the customer at a place of the result. */
export function explain(run: Run, at: number, language: Language): Explanation {
  const changes = nearestChanges(run, at);
  const messages = [
    ...scoreMessages(run, at),
    ...segmentMessage(run, at, language),
    ...abcMessage(run, at),
    ...stageMessages(run, at, language),
    ...(run.facts.warnings[at] ?? []).map((warning): Message => ({
      code: "explain.warning",
      params: { warning: warningMessage(warning) },
    })),
    tierMessage(run, at, language),
    ...changeMessages(run, changes, language),
  ];
  return {
    customer: run.ledger.customers[at] ?? "",
    sentences: messages.map((message) => say(message, language)),
    changes,
  };
}

/**
 * Why the customer at a place of the result is in its tier, in one line: the tier and what decided it, the scores and
 * between which cut-offs they lie, and the nearest change with these cut-offs.
 */
export function explainTier(run: Run, at: number, language: Language): string {
  const nearest = nearestChangeKept(run, at);
  const messages = [
    tierMessage(run, at, language),
    ...scoreMessages(run, at),
    ...changeMessages(run, nearest ? [nearest] : [], language).map((change): Message =>
      nearest === null || nearest.kind === "silence"
        ? change
        : { code: "explain.change.kept", params: { change } },
    ),
  ];
  return messages.map((message) => say(message, language)).join(language === "zh" ? "" : " ");
}

function scoreMessages({ ledger, facts, assessment, policy }: Run, at: number): Message[] {
  if (facts.frequency[at] === 0) {
    return [{ code: "explain.prospect", params: { customer: ledger.customers[at] ?? "" } }];
  }
  const { ruler } = assessment;
  const r = assessment.r[at] ?? 0;
  const f = assessment.f[at] ?? 0;
  const nested = ruler.nested;
  const cutoffs = {
    recency: ruler.recency,
    frequency: nested ? (nested.frequency[r - 1] ?? []) : ruler.frequency,
    monetary: nested ? (nested.monetary[r - 1]?.[f - 1] ?? []) : ruler.monetary,
  };
  const scores = [
    ["R", "recency", r],
    ["F", "frequency", f],
    ["M", "monetary", assessment.m[at] ?? 0],
  ] as const;
  return scores.flatMap(([letter, measure, score]): Message[] => {
    if (score === 0) return [];
    const place = measure === "recency" ? cutoffs.recency.length + 2 - score : score;
    return [
      {
        code: "explain.score",
        params: {
          letter,
          score,
          value: measureValue(measure, facts[measure][at] ?? NaN),
          range: rangeOf(cutoffs[measure], place, policy.scores.boundary),
        },
      },
    ];
  });
}

function segmentMessage({ assessment, policy }: Run, at: number, language: Language): Message[] {
  const id = assessment.segments[assessment.segment[at] ?? -1];
  if (id === undefined) return [];
  const { scores } = gridOf(policy);
  const [r = 1, f = 1, m = 1] = [assessment.r[at], assessment.f[at], assessment.m[at]];
  const code = codeText(codeIndex(r, f, m, scores), scores);
  const segment = segmentLabel(id, policy, language);
  return [{ code: "explain.segment", params: { segment, code, grid: gridOf(policy).name } }];
}

function abcMessage({ facts, assessment, policy }: Run, at: number): Message[] {
  if (facts.frequency[at] === 0) return [];
  const values = measureOf(facts, policy.abc.measure);
  const letter = "ABC"[(assessment.abc[at] ?? 0) - 1];
  const own = values?.[at] ?? NaN;
  const [b, a] = assessment.ruler.abc ?? [];
  if (!values || letter === undefined || Number.isNaN(own) || a === undefined || b === undefined) return [];
  const measure = measureLabel(policy.abc.measure);
  const value = sayMoney(own);
  if (own <= 0) return [{ code: "explain.abc-none", params: { class: letter, measure, value } }];
  return [
    { code: "explain.abc-kept", params: { class: letter, measure, value, a: sayMoney(a), b: sayMoney(b) } },
  ];
}

function stageMessages({ ledger, facts, policy }: Run, at: number, language: Language): Message[] {
  const stage = facts.stage[at];
  if (!stage) return [];
  const label = stageLabel(stage, language);
  const gap = facts.gap[at] ?? policy.lifecycle.gap;
  const recency = facts.recency[at] ?? 0;
  const purchases = facts.frequency[at] ?? 0;
  const churned = sayNumber(silenceLimit(policy.lifecycle.churned, gap, policy.lifecycle), 1);
  const limit =
    stage === "dormant"
      ? sayNumber(silenceLimit(policy.lifecycle.dormant, gap, policy.lifecycle), 1)
      : churned;
  const age = (ledger.asOf ?? 0) - (ledger.firstPurchase[at] ?? 0);
  const params = { stage: label, recency, purchases, age, limit, churned };
  const own = facts.ownGap[at] === 1;
  const often = own && gap === 0;
  const rhythm: Message[] =
    stage === "prospect" || policy.lifecycle.rhythm === "fixed"
      ? []
      : [
          often
            ? { code: "explain.gap.often" }
            : {
                code: own ? (ledger.log ? "explain.gap.own" : "explain.gap.sums") : "explain.gap.policy",
                params: { gap: sayNumber(gap, 1), days: gap },
              },
        ];
  return [...rhythm, { code: `explain.stage.${stage}`, params }];
}

function tierMessage({ facts, assessment, policy }: Run, at: number, language: Language): Message {
  const id = policy.tiers.list[assessment.tier[at] ?? -1]?.id ?? null;
  const tier = tierLabel(id, policy, language);
  const labels = { tier, segment: (segment: string) => segmentLabel(segment, policy, language) };
  return {
    code: "explain.tier",
    params: { tier, reason: tierReason(facts, assessment, policy, at, labels) },
  };
}

function changeMessages({ ledger, policy }: Run, changes: readonly Change[], language: Language): Message[] {
  if (changes.length === 0) return [{ code: "explain.change.none" }];
  return changes.map((change): Message => {
    const tier = tierLabel(change.tier, policy, language);
    switch (change.kind) {
      case "purchases": {
        const { purchases, dates } = change;
        const amount = sayMoney(change.amount);
        if (purchases === 0) return { code: "explain.change.money", params: { amount, tier } };
        if (!ledger.log) return { code: "explain.change.sums", params: { purchases, amount, tier } };
        const days = [...new Set(dates)].sort((a, b) => a - b).map(isoOf);
        return { code: "explain.change.purchases", params: { purchases, dates: days, amount, tier } };
      }
      case "refund":
        return {
          code: "explain.change.refund",
          params: { amount: sayMoney(change.amount), dates: isoOf(change.date), tier },
        };
      case "silence":
        return { code: "explain.change.silence", params: { asOf: isoOf(change.asOf), tier } };
    }
  });
}
