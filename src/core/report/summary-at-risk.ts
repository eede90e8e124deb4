import type { Classification } from "../classify";
import { say, sayNumber, type Message } from "../language/message";
import type { Warning } from "../lifecycle/warnings";
import { isAtRisk, revenueAtRisk } from "../tiers/summary";
import { segmentLabel, stageLabel, tierLabel } from "../tiers/labels";
import { maskedName } from "./masked-name";
import type { ReportColumn, ReportTable } from "./report";
import { columnOf, headingAt, type SummaryInput, type SummarySection } from "./summary-section";
import { tierFormat } from "./summary-tiers";
import { BAR_COLOUR } from "./tier-colours";

const TEN = 10;

/** The places of the customers with the most revenue at risk, the most first, at most ten. */
function largestAtRisk({ ledger, facts, value }: Classification): number[] {
  if (!ledger.log) return [];
  const pAlive = value?.pAlive ?? null;
  const money = (at: number) => revenueAtRisk(facts, at, pAlive);
  return ledger.customers
    .map((_, at) => at)
    .filter((at) => isAtRisk(facts, at) && money(at) > 0)
    .sort((a, b) => money(b) - money(a) || a - b)
    .slice(0, TEN);
}

/** A warning with its figures alone, for a narrow cell: the Customers sheet has the sentence. */
function shortWarning(warning: Warning): Message {
  if (warning.rule === "overdue") {
    const { recency, gap } = warning;
    return { code: "summary.warning.overdue", params: { recency, gap: sayNumber(gap, 1) } };
  }
  const decimals = warning.rule === "less-money" ? 0 : 2;
  const params = { now: sayNumber(warning.now, decimals), before: sayNumber(warning.before, decimals) };
  return { code: `summary.warning.${warning.rule}`, params };
}

/** Who they are, what they brought, and why they are at risk. */
export function summaryAtRisk(input: SummaryInput): SummarySection | null {
  const { result, language, names } = input;
  const { ledger, facts, assessment, policy, value } = result;
  const places = largestAtRisk(result);
  if (places.length === 0) return null;
  const name = (at: number) => {
    const id = ledger.customers[at] ?? "";
    return names === "mask" ? maskedName(id) : id;
  };
  const text = (
    id: string,
    code: Parameters<typeof columnOf>[1],
    of: (at: number) => string | null,
    span = 1,
  ) => columnOf(id, code, "text", places.map(of), language, span);
  const number = (
    id: string,
    code: Parameters<typeof columnOf>[1],
    format: "money" | "date",
    of: (at: number) => number | null,
  ) => columnOf(id, code, format, places.map(of), language);
  const first: ReportColumn =
    names === "out"
      ? columnOf(
          "place",
          "summary.column.place",
          "integer",
          places.map((_, place) => place + 1),
          language,
        )
      : text("customer", "column.customer", name, 2);
  const separator = language === "zh" ? "；" : "; ";
  const table: ReportTable = {
    kind: "table",
    name: "SummaryAtRisk",
    rowCount: places.length,
    plain: true,
    place: { row: 2, column: 0 },
    columns: [
      first,
      text("tier", "column.tier", (at) =>
        tierLabel(policy.tiers.list[assessment.tier[at] ?? -1]?.id ?? null, policy, language),
      ),
      text(
        "segment",
        "column.segment",
        (at) => {
          const id = assessment.segments[assessment.segment[at] ?? -1];
          return id === undefined ? null : segmentLabel(id, policy, language);
        },
        names === "out" ? 2 : 1,
      ),
      text("stage", "column.stage", (at) => {
        const stage = facts.stage[at];
        return stage ? stageLabel(stage, language) : null;
      }),
      number("lastPurchase", "column.lastPurchase", "date", (at) => ledger.lastPurchase[at] || null),
      number(
        "recent",
        { code: "summary.column.recent", params: { days: String(policy.atRiskDays) } },
        "money",
        (at) => facts.recentMoney[at] ?? 0,
      ),
      number("revenueAtRisk", "column.revenueAtRisk", "money", (at) =>
        revenueAtRisk(facts, at, value?.pAlive ?? null),
      ),
      text(
        "warning",
        "column.warning",
        (at) => {
          const warnings = facts.warnings[at] ?? [];
          return warnings.length === 0
            ? null
            : warnings.map((one) => say(shortWarning(one), language)).join(separator);
        },
        4,
      ),
    ],
    formats: [tierFormat(input, ["tier"]), { kind: "bars", columns: ["revenueAtRisk"], colour: BAR_COLOUR }],
  };
  const alive = value !== null && !value.pAlive.every(Number.isNaN);
  const lines: Message[] = [
    { code: alive ? "summary.at-risk.alive" : "summary.at-risk.line", params: { days: policy.atRiskDays } },
  ];
  if (places.some((at) => (facts.warnings[at] ?? []).some(({ rule }) => rule !== "overdue"))) {
    lines.push({ code: "summary.at-risk.compared", params: { window: policy.warnings.window } });
  }
  return {
    rows: 2 + 1 + places.length + 1,
    blocks: [
      headingAt(0, 0, 2, { code: "summary.at-risk" }, language),
      {
        kind: "heading",
        level: 0,
        text: lines.map((line) => say(line, language)).join(language === "zh" ? "" : " "),
        place: { row: 1, column: 0 },
      },
      table,
    ],
    charts: [],
  };
}
