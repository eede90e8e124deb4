import { say } from "../language/message";
import { tierLabel } from "../tiers/labels";
import type { ReportChart, ReportColumn, ReportTable } from "./report";
import { repeatRateOf } from "./repeat-rate";
import { knowsMoney } from "./summary-figures";
import {
  chartNamed,
  columnOf,
  headingAt,
  PAGE_COLUMNS,
  seriesOf,
  type SummaryInput,
  type SummarySection,
} from "./summary-section";
import { BAR_COLOUR, NO_TIER_COLOUR, PLAIN_COLOUR, RISK_COLOUR, tierColours } from "./tier-colours";
import { totalMoney } from "./total-money";

/** The tiers in a table, best first, with their sum. */
export function summaryTiers(input: SummaryInput): SummarySection {
  const table = tiersTable(input);
  return {
    rows: 1 + 1 + table.rowCount + 1,
    blocks: [headingAt(0, 0, 2, { code: "summary.tiers" }, input.language), table],
    charts: [],
  };
}

function tiersTable(input: SummaryInput): ReportTable {
  const { result, language, before } = input;
  const { tiers, policy, ledger } = result;
  const money = knowsMoney(result);
  const counted = !ledger.frequency.every(Number.isNaN);
  const customers = ledger.customers.length;
  const sum = (of: "purchases" | "atRisk") => tiers.reduce((all, tier) => all + tier[of], 0);
  const risk = tiers.reduce((cents, { revenueAtRisk }) => cents + Math.round(revenueAtRisk * 100), 0) / 100;
  const rows = [
    ...tiers.map((tier) => ({
      ...tier,
      label: tierLabel(tier.tier, policy, language),
      was: before && (before.tiers[tier.tier ?? ""] ?? { customers: 0, monetary: 0 }),
    })),
    {
      label: say({ code: "text.total" }, language),
      customers,
      monetary: totalMoney(result),
      share: totalMoney(result) === 0 ? 0 : 1,
      purchases: sum("purchases"),
      repeatRate: repeatRateOf(result),
      atRisk: sum("atRisk"),
      revenueAtRisk: risk,
      was: before && { customers: before.customers, monetary: before.monetary },
    },
  ];
  const of = (
    id: string,
    code: Parameters<typeof columnOf>[1],
    format: ReportColumn["format"],
    value: (row: (typeof rows)[number]) => string | number | null,
  ) => columnOf(id, code, format, rows.map(value), language);
  const cents = (value: number) => Math.round(value * 100);
  const numbers: (ReportColumn | false | null)[] = [
    of("customers", "column.customers", "integer", (row) => row.customers),
    before &&
      of("customersChange", "summary.column.customers-before", "integer", ({ customers: now, was }) =>
        was ? now - was.customers : null,
      ),
    of("customerShare", "summary.column.customer-share", "share", (row) =>
      customers === 0 ? 0 : row.customers / customers,
    ),
    money && of("monetary", "summary.column.revenue", "money", (row) => row.monetary),
    money &&
      before &&
      of("monetaryChange", "summary.column.revenue-before", "money", ({ monetary, was }) =>
        was ? (cents(monetary) - cents(was.monetary)) / 100 : null,
      ),
    money && of("share", "summary.column.revenue-share", "share", (row) => row.share),
    money &&
      counted && {
        ...of("averageOrder", "column.averageOrder", "money", (row) =>
          row.purchases > 0 ? Math.round((row.monetary * 100) / row.purchases) / 100 : null,
        ),
        cents: true,
      },
    counted && of("repeatRate", "column.repeatRate", "share", (row) => row.repeatRate),
    of("atRisk", "column.atRisk", "integer", (row) => row.atRisk),
    ledger.log !== null && of("revenueAtRisk", "column.revenueAtRisk", "money", (row) => row.revenueAtRisk),
  ];
  const shown = numbers.filter((column) => column !== false && column !== null);
  const label = columnOf(
    "tier",
    "column.tier",
    "text",
    rows.map((row) => row.label),
    language,
    Math.max(1, PAGE_COLUMNS - shown.length),
  );
  return {
    kind: "table",
    name: "SummaryTiers",
    rowCount: rows.length,
    plain: true,
    sums: [rows.length - 1],
    place: { row: 1, column: 0 },
    columns: [label, ...shown],
    formats: [tierFormat(input, ["tier"]), { kind: "bars", columns: ["share"], colour: BAR_COLOUR }],
  };
}

/** Tier labels in their colours. */
export function tierFormat(
  { result: { policy, tiers }, language }: Pick<SummaryInput, "result" | "language">,
  columns: readonly string[],
) {
  const { list } = policy.tiers;
  const colours = tierColours(list.length);
  const labels = list.map(({ label }, at) => ({
    label: label[language],
    ...(colours[at] ?? NO_TIER_COLOUR),
  }));
  const none = tiers.some(({ tier }) => tier === null)
    ? [{ label: tierLabel(null, policy, language), ...NO_TIER_COLOUR }]
    : [];
  return { kind: "labels", columns, labels: [...labels, ...none] } as const;
}

/** Shares of customers and of revenue by tier, side by side. */
export function tiersChart({ result, language }: SummaryInput, column: number, rows: number): SummarySection {
  const { length } = result.tiers;
  const values = (id: string) => ({ table: "SummaryTiers", column: id, from: 0, count: length });
  const money = knowsMoney(result);
  const chart: ReportChart = {
    ...chartNamed("tiers", language),
    kind: "column",
    categories: values("tier"),
    series: [
      seriesOf("summary.column.customer-share", values("customerShare"), PLAIN_COLOUR, language),
      ...(money ? [seriesOf("summary.column.revenue-share", values("share"), RISK_COLOUR, language)] : []),
    ],
    format: "share",
    labelled: true,
    place: { row: 0, column },
    rows,
    columns: PAGE_COLUMNS / 2,
  };
  return { rows, blocks: [], charts: [chart] };
}
