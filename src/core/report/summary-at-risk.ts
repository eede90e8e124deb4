import type { Classification } from "../classify";
import type { MessageCode } from "../language/catalogue";
import { say, sayNumber, type Message } from "../language/message";
import type { Warning } from "../lifecycle/warnings";
import { gapInWords } from "../tiers/labels";
import { isAtRisk, revenueAtRisk } from "../tiers/summary";
import type { ReportTable } from "./report";
import { customerColumns } from "./summary-customer";
import { columnOf, headingAt, lineAt, type SummaryInput, type SummarySection } from "./summary-section";
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
    return { code: "summary.warning.overdue", params: { recency, gap: gapInWords(gap) } };
  }
  const decimals = warning.rule === "less-money" ? 0 : 2;
  const params = { now: sayNumber(warning.now, decimals), before: sayNumber(warning.before, decimals) };
  return { code: `summary.warning.${warning.rule}`, params };
}

/** Who they are, what they brought, and why they are at risk. */
export function summaryAtRisk(input: SummaryInput): SummarySection | null {
  const { result, language, names } = input;
  const { facts, policy, value } = result;
  const places = largestAtRisk(result);
  if (places.length === 0) return null;
  const alive = value !== null && !value.pAlive.every(Number.isNaN);
  const customer = customerColumns(input, places);
  const money = (id: string, header: MessageCode | Message, of: (at: number) => number) =>
    columnOf(id, header, "money", places.map(of), language);
  const separator = language === "zh" ? "；" : "; ";
  const warnings = places.map((at) => {
    const told = facts.warnings[at] ?? [];
    return told.length === 0 ? null : told.map((one) => say(shortWarning(one), language)).join(separator);
  });
  const table: ReportTable = {
    kind: "table",
    name: "SummaryAtRisk",
    rowCount: places.length,
    plain: true,
    place: { row: 2, column: 0 },
    columns: [
      customer.who(2),
      customer.tier(),
      customer.segment(names === "out" ? 2 : 1),
      customer.stage(),
      customer.lastPurchase(),
      // Without the probability of having left, both are the same money.
      ...(alive
        ? [
            money(
              "recent",
              { code: "summary.column.recent", params: { days: String(policy.atRiskDays) } },
              (at) => facts.recentMoney[at] ?? 0,
            ),
          ]
        : []),
      money("revenueAtRisk", "column.revenueAtRisk", (at) => revenueAtRisk(facts, at, value?.pAlive ?? null)),
      columnOf("warning", "column.warning", "text", warnings, language, alive ? 4 : 5),
    ],
    formats: [tierFormat(input, ["tier"]), { kind: "bars", columns: ["revenueAtRisk"], colour: BAR_COLOUR }],
  };
  const lines: Message[] = [
    { code: alive ? "summary.at-risk.alive" : "summary.at-risk.line", params: { days: policy.atRiskDays } },
  ];
  if (places.some((at) => (facts.warnings[at] ?? []).some(({ rule }) => rule !== "overdue"))) {
    lines.push({ code: "summary.at-risk.compared", params: { window: policy.warnings.window } });
  }
  return {
    rows: 2 + 1 + places.length + 1,
    blocks: [headingAt(0, 0, 2, { code: "summary.at-risk" }, language), lineAt(1, lines, language), table],
    charts: [],
  };
}
