import type { Classification } from "../classify";
import type { MessageCode } from "../language/catalogue";
import type { Language } from "../language/language";
import { say, sayMoney } from "../language/message";
import { isoOf } from "../ledger/dates";
import { STAGES } from "../lifecycle/stages";
import { segmentLabel, stageLabel, tierLabel } from "../tiers/labels";
import type { ColumnFormat, ReportColumn, ReportSheet, ReportTable } from "./report";
import { repeatRateOf } from "./repeat-rate";
import { totalMoney } from "./total-money";

/** Tiers in sum, and segments and stages beside them. */
export function tiersSheet(result: Classification, language: Language): ReportSheet {
  const { ledger, policy, facts, assessment } = result;
  const asOf = ledger.asOf;
  const title =
    asOf === null
      ? ({ code: "title.tiers-undated" } as const)
      : ({ code: "title.tiers", params: { asOf: isoOf(asOf) } } as const);
  const headline = {
    code: "text.headline",
    params: {
      customers: ledger.customers.length,
      monetary: sayMoney(totalMoney(result)),
      policy: policy.title[language],
      version: policy.version,
    },
  } as const;
  const segments = groupsOf(
    result,
    assessment.segments.map((id) => segmentLabel(id, policy, language)),
    (at) => assessment.segment[at] ?? -1,
  );
  const stages = groupsOf(
    result,
    STAGES.map((stage) => stageLabel(stage, language)),
    (at) => STAGES.indexOf(facts.stage[at] ?? "prospect") + (facts.stage[at] ? 0 : -STAGES.length),
  );
  return {
    id: "tiers",
    name: say({ code: "sheet.tiers" }, language),
    blocks: [
      { kind: "heading", level: 1, text: say(title, language) },
      { kind: "heading", level: 0, text: say(headline, language) },
      tiersTable(result, language),
      { kind: "heading", level: 2, text: say({ code: "title.segments" }, language) },
      groupTable("Segments", "column.segment", segments, language),
      { kind: "heading", level: 2, text: say({ code: "title.stages" }, language) },
      groupTable("Stages", "column.stage", stages, language),
    ],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
  };
}

function tiersTable(result: Classification, language: Language): ReportTable {
  const { tiers, policy, ledger } = result;
  const customers = ledger.customers.length;
  const sum = (value: (tier: (typeof tiers)[number]) => number) =>
    tiers.reduce((all, tier) => all + value(tier), 0);
  const cents = (value: (tier: (typeof tiers)[number]) => number) =>
    sum((tier) => Math.round(value(tier) * 100)) / 100;
  const rows = [
    ...tiers.map((tier) => ({ ...tier, label: tierLabel(tier.tier, policy, language) })),
    {
      label: say({ code: "text.total" }, language),
      customers,
      monetary: cents((tier) => tier.monetary),
      share: cents((tier) => tier.monetary) === 0 ? 0 : 1,
      purchases: sum((tier) => tier.purchases),
      repeatRate: repeatRateOf(result),
      atRisk: sum((tier) => tier.atRisk),
      revenueAtRisk: cents((tier) => tier.revenueAtRisk),
    },
  ];
  const column = (
    code: MessageCode,
    format: ColumnFormat,
    width: number,
    value: (row: (typeof rows)[number]) => string | number | null,
  ): ReportColumn => ({
    id: code.slice("column.".length),
    header: say({ code }, language),
    format,
    width,
    values: rows.map(value),
  });
  return {
    kind: "table",
    name: "Tiers",
    rowCount: rows.length,
    columns: [
      column("column.tier", "text", 16, (row) => row.label),
      column("column.customers", "integer", 12, (row) => row.customers),
      column("column.customerShare", "share", 17, (row) => (customers === 0 ? 0 : row.customers / customers)),
      column("column.monetary", "money", 17, (row) => row.monetary),
      column("column.share", "share", 15, (row) => row.share),
      column("column.purchases", "integer", 12, (row) => row.purchases),
      column("column.averageOrder", "money", 15, (row) =>
        row.purchases > 0 ? Math.round((row.monetary * 100) / row.purchases) / 100 : null,
      ),
      column("column.repeatRate", "share", 13, (row) => row.repeatRate),
      column("column.atRisk", "integer", 18, (row) => row.atRisk),
      ...(ledger.log ? [column("column.revenueAtRisk", "money", 16, (row) => row.revenueAtRisk)] : []),
    ],
  };
}

/** Customers of a segment or a stage in sum. */
interface Group {
  readonly label: string;
  readonly customers: number;
  readonly monetary: number;
}

/** Sums customers by group; a group of -1 is none, and groups nobody is in are left out. */
function groupsOf(
  result: Classification,
  labels: readonly string[],
  groupAt: (at: number) => number,
): Group[] {
  const customers = new Float64Array(labels.length);
  const cents = new Float64Array(labels.length);
  for (let at = 0; at < result.ledger.customers.length; at++) {
    const group = groupAt(at);
    if (group < 0) continue;
    customers[group] = (customers[group] ?? 0) + 1;
    cents[group] = (cents[group] ?? 0) + Math.round((result.facts.monetary[at] || 0) * 100);
  }
  return labels
    .map((label, at) => ({ label, customers: customers[at] ?? 0, monetary: (cents[at] ?? 0) / 100 }))
    .filter((group) => group.customers > 0);
}

function groupTable(
  name: string,
  first: MessageCode,
  groups: readonly Group[],
  language: Language,
): ReportTable {
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  const cents = groups.reduce((sum, group) => sum + Math.round(group.monetary * 100), 0);
  const column = (
    code: MessageCode,
    format: ColumnFormat,
    value: (group: Group) => string | number,
  ): ReportColumn => ({
    id: code.slice("column.".length),
    header: say({ code }, language),
    format,
    width: 16,
    values: groups.map(value),
  });
  return {
    kind: "table",
    name,
    rowCount: groups.length,
    columns: [
      column(first, "text", (group) => group.label),
      column("column.customers", "integer", (group) => group.customers),
      column("column.customerShare", "share", (group) => group.customers / customers),
      column("column.monetary", "money", (group) => group.monetary),
      column("column.share", "share", (group) => (cents === 0 ? 0 : (group.monetary * 100) / cents)),
    ],
  };
}
