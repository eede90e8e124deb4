import type { Classification } from "../classify";
import { say, sayMoney, sayNumber, type Message } from "../language/message";
import { isoOf } from "../ledger/dates";
import { tierLabel } from "../tiers/labels";
import { stageText } from "../tiers/playbook";
import type { FiguresBefore } from "./figures-before";
import type { ReportColumn, ReportTable } from "./report";
import { repeatRateOf } from "./repeat-rate";
import {
  headingAt,
  lineAt,
  PAGE_COLUMNS,
  sayShare,
  type SummaryInput,
  type SummarySection,
} from "./summary-section";
import { totalMoney } from "./total-money";

/** The head of the page: title, the large figures with what has changed, and three sentences that say what matters. */
export function summaryFigures({ result, language, before }: SummaryInput): SummarySection {
  const { policy, ledger } = result;
  const title: Message =
    ledger.asOf === null
      ? { code: "summary.title-undated" }
      : { code: "summary.title", params: { asOf: isoOf(ledger.asOf) } };
  const params = { policy: policy.title[language], version: policy.version };
  const line: Message = before
    ? { code: "summary.line-before", params: { ...params, asOf: before.asOf ?? "–" } }
    : { code: "summary.line", params };
  const figures = figuresTable(result, language, before);
  const best = bestSentence(result, language);
  const sentences: readonly (readonly Message[])[] = [
    best ? [best] : [],
    [riskSentence(result, language)],
    doSentence(result, language),
  ];
  const told = sentences.filter(({ length }) => length > 0);
  const first = 3 + 1 + figures.rowCount + 1;
  return {
    rows: first + told.length + 1,
    blocks: [
      headingAt(0, 0, 1, title, language),
      headingAt(1, 0, 0, line, language),
      figures,
      ...told.map((said, at) => lineAt(first + at, said, language, PAGE_COLUMNS)),
    ],
    charts: [],
  };
}

interface Figure {
  readonly id: "customers" | "revenue" | "average-order" | "repeat-rate" | "at-risk" | "revenue-at-risk";
  readonly format: "integer" | "money" | "share";
  readonly value: number | null;
  /** null where the earlier run didn't tell it. */
  readonly before: number | null;
}

function figuresTable(
  result: Classification,
  language: SummaryInput["language"],
  before: FiguresBefore | null,
): ReportTable {
  const { ledger, tiers } = result;
  const revenue = totalMoney(result);
  const sum = (of: "purchases" | "atRisk") => tiers.reduce((all, tier) => all + tier[of], 0);
  const hasMoney = knowsMoney(result);
  const average = (money: number, purchases: number) =>
    purchases > 0 ? Math.round((money * 100) / purchases) / 100 : null;
  const knowsPurchases = !ledger.frequency.every(Number.isNaN);
  const figures: (Figure | false)[] = [
    {
      id: "customers",
      format: "integer",
      value: ledger.customers.length,
      before: before && before.customers,
    },
    hasMoney && { id: "revenue", format: "money", value: revenue, before: before && before.monetary },
    hasMoney &&
      knowsPurchases && {
        id: "average-order",
        format: "money",
        value: average(revenue, sum("purchases")),
        before: before && average(before.monetary, before.purchases),
      },
    knowsPurchases && {
      id: "repeat-rate",
      format: "share",
      value: repeatRateOf(result),
      before: before && before.repeatRate,
    },
    { id: "at-risk", format: "integer", value: sum("atRisk"), before: before && before.atRisk },
    ledger.log !== null && {
      id: "revenue-at-risk",
      format: "money",
      value: tiers.reduce((cents, tier) => cents + Math.round(tier.revenueAtRisk * 100), 0) / 100,
      before: before && before.revenueAtRisk,
    },
  ];
  const known = figures.filter((figure) => figure !== false);
  return {
    kind: "table",
    name: "SummaryFigures",
    rowCount: before ? 2 : 1,
    plain: true,
    look: "figures",
    place: { row: 3, column: 0 },
    columns: known.map((figure): ReportColumn => ({
      id: figure.id,
      header: say({ code: `summary.figure.${figure.id}` }, language),
      format: figure.format,
      width: 12,
      span: 2,
      values: before ? [figure.value, say(changeOf(figure), language)] : [figure.value],
    })),
  };
}

/** What a figure has changed by: of a share its points, of anything else per cent. */
function changeOf({ format, value, before }: Figure): Message {
  if (before === null || value === null) return { code: "summary.not-known-before" };
  const change =
    format === "share" ? (value - before) * 100 : before === 0 ? NaN : (value / before - 1) * 100;
  if (Number.isNaN(change)) return { code: "summary.not-known-before" };
  const shown = Math.round(Math.abs(change) * 10) / 10;
  if (shown === 0) return { code: "summary.same" };
  const text = `${change > 0 ? "▲" : "▼"} ${sayNumber(shown, 1)}`;
  return format === "share"
    ? { code: "summary.points", params: { change: text } }
    : { code: "summary.percent", params: { change: text } };
}

/** True where the input says how much customers spent. */
export function knowsMoney({ ledger }: Classification): boolean {
  return ledger.customers.length > 0 && !ledger.monetary.every(Number.isNaN);
}

/** The best tier that has customers. */
function bestTier({ tiers }: Classification) {
  return tiers.find(({ tier, customers }) => tier !== null && customers > 0);
}

function bestSentence(result: Classification, language: SummaryInput["language"]): Message | null {
  const best = bestTier(result);
  if (!best || !knowsMoney(result) || totalMoney(result) <= 0) return null;
  return {
    code: "summary.best",
    params: {
      customers: best.customers,
      tier: tierLabel(best.tier, result.policy, language),
      customerShare: sayShare(best.customers / result.ledger.customers.length),
      share: sayShare(best.share),
    },
  };
}

function riskSentence(
  { tiers, policy, ledger }: Classification,
  language: SummaryInput["language"],
): Message {
  const customers = tiers.reduce((all, { atRisk }) => all + atRisk, 0);
  if (customers === 0) return { code: "summary.risk-none" };
  if (!ledger.log) return { code: "summary.risk-counted", params: { customers } };
  const cents = tiers.reduce((all, { revenueAtRisk }) => all + Math.round(revenueAtRisk * 100), 0);
  const most = tiers.reduce((one, other) => (other.revenueAtRisk > one.revenueAtRisk ? other : one));
  return {
    code: "summary.risk",
    params: {
      customers,
      money: sayMoney(cents / 100),
      days: policy.atRiskDays,
      tier: tierLabel(most.tier, policy, language),
      tierMoney: sayMoney(most.revenueAtRisk),
    },
  };
}

/** Whom to speak with first: those at risk in the tier where most is at stake; and what its dormant ones are to get. */
function doSentence(result: Classification, language: SummaryInput["language"]): Message[] {
  const { tiers, policy, facts, assessment } = result;
  const inRisk = tiers.filter(({ tier, atRisk }) => tier !== null && atRisk > 0);
  const first =
    inRisk.length > 0 ? inRisk.reduce((a, b) => (b.revenueAtRisk > a.revenueAtRisk ? b : a)) : null;
  if (first?.tier === null || first?.tier === undefined) return [];
  const own = policy.tiers.list.findIndex(({ id }) => id === first.tier);
  const dormant = facts.activity.filter(
    (activity, at) => activity === "dormant" && assessment.tier[at] === own,
  ).length;
  const told: Message[] = [
    {
      code: first.atRisk === 1 ? "summary.do.one" : "summary.do",
      params: { customers: first.atRisk, tier: tierLabel(first.tier, policy, language) },
    },
  ];
  if (dormant > 0) {
    const line = stageText("dormant", "rhythm", policy, language);
    told.push(
      dormant === first.atRisk
        ? { code: "summary.do.all-dormant", params: { line, customers: dormant } }
        : { code: "summary.do.dormant", params: { dormant, line } },
    );
  }
  return told;
}
