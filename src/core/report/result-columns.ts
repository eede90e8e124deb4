import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say } from "../language/message";
import { activityLabel, segmentLabel, stageLabel, tierLabel, warningMessage } from "../tiers/labels";
import { nextActions } from "../tiers/next-action";
import { tierReason } from "../tiers/reason";
import { needsTierOrder, orderedTierLabels } from "./tier-order";
import { isAtRisk, revenueAtRisk } from "../tiers/summary";
import type { ColumnFormat, ReportColumn } from "./report";
import { textWidth } from "./row-lines";

/** The columns that a run finds for a customer, by their ids, in the order in which they stand. Ids never change. */
export const RESULT_COLUMNS = [
  "customer",
  "tier",
  "segment",
  "stage",
  "activity",
  "abc",
  "firstPurchase",
  "lastPurchase",
  "recency",
  "frequency",
  "monetary",
  "r",
  "f",
  "m",
  "rfm",
  "points",
  "clv",
  "historicalValue",
  "pAlive",
  "expectedPurchases",
  "revenueAtRisk",
  "warning",
  "reason",
  "nextAction",
  "tierOrder",
] as const;

export type ResultColumnId = (typeof RESULT_COLUMNS)[number];

/** The header of a result column. */
export function resultHeader(id: ResultColumnId, language: Language): string {
  return say({ code: `column.${id}` }, language);
}

/**
 * The columns that a result has: without dates and measures that nobody's is known of, points without a grade, values that were
 * not asked for, money at risk of customers whose purchases are summed already, and an order of tiers where their labels
 * are in order by themselves.
 */
export function resultColumnIds(result: Classification): readonly ResultColumnId[] {
  return RESULT_COLUMNS.filter((id) => has(result, id));
}

/**
 * Result columns, an entry a customer in its place, in the order of {@link RESULT_COLUMNS}: those of `ids` that the
 * result has, or all where it is null. Other ids are passed over. Nothing is made of a column that isn't asked for.
 */
export function resultColumns(
  result: Classification,
  language: Language,
  ids: readonly string[] | null,
): ReportColumn[] {
  return resultColumnIds(result)
    .filter((id) => ids?.includes(id) ?? true)
    .map((id) => {
      const [format, width] = LOOK[id];
      // Long texts stay on one line beside a row of figures.
      const wrap = LONG.includes(id) ? false : undefined;
      const values = valuesOf(id, result, language);
      const room = wrap === false ? Math.min(width, widest(values)) : width;
      const hundredths = id === "expectedPurchases" ? { hundredths: true } : {};
      return { id, header: resultHeader(id, language), format, width: room, values, wrap, ...hundredths };
    });
}

/** The width of the widest text, in characters. */
function widest(values: ReportColumn["values"]): number {
  let width = 0;
  for (let at = 0; at < values.length; at++) width = Math.max(width, textWidth(String(values[at] ?? "")));
  return Math.ceil(width);
}

/** How each is shown, and its width in characters: of long texts the most. */
const LOOK: Readonly<Record<ResultColumnId, readonly [ColumnFormat, number]>> = {
  customer: ["text", 22],
  tier: ["text", 12],
  segment: ["text", 20],
  stage: ["text", 12],
  activity: ["text", 11],
  abc: ["text", 7],
  firstPurchase: ["date", 14],
  lastPurchase: ["date", 14],
  recency: ["integer", 10],
  frequency: ["integer", 11],
  monetary: ["money", 15],
  r: ["integer", 5],
  f: ["integer", 5],
  m: ["integer", 5],
  rfm: ["text", 7],
  points: ["number", 9],
  clv: ["money", 15],
  historicalValue: ["money", 15],
  pAlive: ["share", 12],
  expectedPurchases: ["number", 12],
  revenueAtRisk: ["money", 15],
  warning: ["text", 48],
  reason: ["text", 44],
  nextAction: ["text", 80],
  tierOrder: ["text", 16],
};

const LONG: readonly ResultColumnId[] = ["warning", "reason", "nextAction"];

function has({ ledger, facts, assessment, policy, value }: Classification, id: ResultColumnId): boolean {
  switch (id) {
    case "recency":
    case "frequency":
    case "monetary":
      return !facts[id].every(Number.isNaN);
    case "firstPurchase":
    case "lastPurchase":
      return ledger[id].some((day) => day !== 0);
    case "points":
      return assessment.points !== null;
    case "clv":
      return value?.clvIs === "model";
    case "historicalValue":
      return value !== null && value.clvIs !== "model";
    case "pAlive":
    case "expectedPurchases":
      return value !== null;
    case "revenueAtRisk":
      return ledger.log !== null;
    case "tierOrder":
      return needsTierOrder(policy);
    default:
      return true;
  }
}

function valuesOf(id: ResultColumnId, result: Classification, language: Language): ReportColumn["values"] {
  const { ledger, facts, assessment, policy, value } = result;
  const all = <T>(value: (at: number) => T): T[] => Array.from(ledger.customers, (_, at) => value(at));
  switch (id) {
    case "customer":
      return ledger.customers;
    case "tier":
      return all(tierTexts(result, language));
    case "segment": {
      const labels = assessment.segments.map((segment) => segmentLabel(segment, policy, language));
      return all((at) => labels[assessment.segment[at] ?? -1] ?? null);
    }
    case "stage":
      return all(labelled(facts.stage, (stage) => stageLabel(stage, language)));
    case "activity":
      return all(labelled(facts.activity, (activity) => activityLabel(activity, language)));
    case "abc":
      return all((at) => "ABC"[(assessment.abc[at] ?? 0) - 1] ?? null);
    case "firstPurchase":
    case "lastPurchase":
      return all((at) => ledger[id][at] || null);
    case "recency":
    case "frequency":
    case "monetary":
      return knownNumbers(ledger[id]);
    case "r":
    case "f":
    case "m":
      return all((at) => assessment[id][at] || null);
    case "rfm":
      return all((at) => rfmText(result, at));
    case "points":
      return knownNumbers((assessment.points ?? new Float64Array()).map(twoDecimals));
    case "clv":
    case "historicalValue":
      return knownNumbers(value?.clv ?? new Float64Array());
    case "pAlive":
    case "expectedPurchases":
      return knownNumbers(value?.[id] ?? new Float64Array());
    case "revenueAtRisk":
      return all((at) => (isAtRisk(facts, at) ? revenueAtRisk(facts, at, value?.pAlive ?? null) : null));
    case "warning":
      return all((at) => warningText(result, at, language));
    case "reason": {
      const tierText = tierTexts(result, language);
      const segment = (one: string) => segmentLabel(one, policy, language);
      return all((at) =>
        say(tierReason(facts, assessment, policy, at, { segment, tier: tierText(at) }), language),
      );
    }
    case "nextAction": {
      const next = nextActions(policy, language);
      return all((at) => next(assessment.tier[at] ?? -1, facts.stage[at] ?? null));
    }
    case "tierOrder": {
      const labels = orderedTierLabels(policy, language);
      return all((at) => labels[assessment.tier[at] ?? -1] ?? labels.at(-1) ?? null);
    }
  }
}

/** Numbers with blanks where they aren't known. */
export function knownNumbers(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

/** The three scores as text; null where one isn't known. */
export function rfmText({ assessment: { r, f, m } }: Classification, at: number): string | null {
  return r[at] && f[at] && m[at] ? `${r[at]}${f[at]}${m[at]}` : null;
}

function tierTexts({ assessment, policy }: Classification, language: Language): (at: number) => string {
  const tiers = policy.tiers.list.map(({ id }) => tierLabel(id, policy, language));
  const none = tierLabel(null, policy, language);
  return (at) => tiers[assessment.tier[at] ?? -1] ?? none;
}

/** The labels of what customers are, each made once. */
function labelled<Id>(ids: ArrayLike<Id | null>, label: (id: Id) => string): (at: number) => string | null {
  const made = new Map<Id, string>();
  return (at) => {
    const id = ids[at] ?? null;
    if (id === null) return null;
    let text = made.get(id);
    if (text === undefined) made.set(id, (text = label(id)));
    return text;
  };
}

function warningText({ facts }: Classification, at: number, language: Language): string | null {
  const warnings = facts.warnings[at] ?? [];
  return warnings.length === 0
    ? null
    : warnings.map((one) => say(warningMessage(one), language)).join(language === "zh" ? "；" : "; ");
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
