import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say } from "../language/message";
import { measureLabel } from "../tiers/measure-of";
import { tierReason } from "../tiers/reason";
import { isAtRisk, revenueAtRisk } from "../tiers/summary";
import { activityLabel, segmentLabel, stageLabel, tierLabel, warningMessage } from "../tiers/labels";
import type { ColumnFormat, ReportColumn, ReportSheet } from "./report";

/** Customers: a row a customer, in the order of money. */
export function customersSheet(result: Classification, language: Language): ReportSheet {
  return {
    id: "customers",
    name: say({ code: "sheet.customers" }, language),
    blocks: [
      {
        kind: "table",
        name: "Customers",
        columns: customerColumns(result, language),
        rowCount: result.ledger.customers.length,
      },
    ],
    frozenRows: 1,
    frozenColumns: 1,
    hidden: false,
  };
}

type Known = "recency" | "frequency" | "monetary";

/** The columns of the Customers table, attributes after the name and further measures after money. */
export function customerColumns(result: Classification, language: Language): ReportColumn[] {
  const { ledger, facts, assessment, policy, value } = result;
  const n = ledger.customers.length;
  const all = <T>(value: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => value(at));
  const column = (
    id: Parameters<typeof idHeader>[0],
    format: ColumnFormat,
    width: number,
    values: ReportColumn["values"],
    wrap?: boolean,
  ): ReportColumn => ({ id, header: idHeader(id, language), format, width, values, wrap });
  const date = (days: Int32Array) => all((at) => (days[at] ? days[at] : null)) as (number | null)[];
  const score = (scores: Uint8Array) => all((at) => scores[at] || null);
  const known = (values: Float64Array) => all((at) => numberOrNull(values[at]));
  const measure = (name: Known, values: Float64Array) =>
    facts[name].every(Number.isNaN) ? null : known(values);
  const rfm = all((at) => rfmText(result, at));
  const segments = assessment.segments.map((id) => segmentLabel(id, policy, language));
  const tiers = policy.tiers.list.map(({ id }) => tierLabel(id, policy, language));
  const noTier = tierLabel(null, policy, language);
  const labels = { segment: (id: string) => segmentLabel(id, policy, language) };
  const tierText = (at: number) => tiers[assessment.tier[at] ?? -1] ?? noTier;
  const columns: (ReportColumn | null)[] = [
    column("customer", "text", 22, ledger.customers),
    ...Object.keys(ledger.attributes).map((name): ReportColumn => ({
      id: `attribute:${name}`,
      header: name,
      format: "text",
      width: 16,
      values: ledger.attributes[name] ?? [],
    })),
    column("tier", "text", 12, all(tierText)),
    column(
      "segment",
      "text",
      20,
      all((at) => segments[assessment.segment[at] ?? -1] ?? null),
    ),
    column(
      "stage",
      "text",
      12,
      all((at) => labelOrNull(facts.stage[at], stageLabel, language)),
    ),
    column(
      "activity",
      "text",
      11,
      all((at) => labelOrNull(facts.activity[at], activityLabel, language)),
    ),
    column(
      "abc",
      "text",
      7,
      all((at) => "ABC"[(assessment.abc[at] ?? 0) - 1] ?? null),
    ),
    column("firstPurchase", "date", 14, date(ledger.firstPurchase)),
    column("lastPurchase", "date", 14, date(ledger.lastPurchase)),
    column("recency", "integer", 10, measure("recency", ledger.recency) ?? []),
    column("frequency", "integer", 11, measure("frequency", ledger.frequency) ?? []),
    column("monetary", "money", 15, measure("monetary", ledger.monetary) ?? []),
    ...Object.keys(ledger.measures).map((name): ReportColumn => ({
      id: `measure:${name}`,
      header: measureHeader(name, language),
      format: "number",
      width: 13,
      values: known(ledger.measures[name] ?? new Float64Array(n)),
    })),
    column("r", "integer", 5, score(assessment.r)),
    column("f", "integer", 5, score(assessment.f)),
    column("m", "integer", 5, score(assessment.m)),
    column("rfm", "text", 7, rfm),
    assessment.points ? column("points", "number", 9, known(assessment.points.map(twoDecimals))) : null,
    value ? column(value.clvIs === "model" ? "clv" : "historicalValue", "money", 15, known(value.clv)) : null,
    value ? column("pAlive", "share", 12, known(value.pAlive)) : null,
    value ? column("expectedPurchases", "number", 12, known(value.expectedPurchases)) : null,
    ledger.log
      ? column(
          "revenueAtRisk",
          "money",
          15,
          all((at) => (isAtRisk(facts, at) ? revenueAtRisk(facts, at, value?.pAlive ?? null) : null)),
        )
      : null,
    column(
      "warning",
      "text",
      36,
      all((at) => warningText(result, at, language)),
      false,
    ),
    column(
      "reason",
      "text",
      44,
      all((at) =>
        say(tierReason(facts, assessment, policy, at, { ...labels, tier: tierText(at) }), language),
      ),
      false,
    ),
  ];
  return withUniqueHeaders(
    columns.filter((one): one is ReportColumn => one !== null && one.values.length === n),
  );
}

/** A native table wants each header once, whatever their case: an attribute called as one of our columns gives way. */
function withUniqueHeaders(columns: readonly ReportColumn[]): ReportColumn[] {
  const own = columns.filter(({ id }) => !id.includes(":")).map(({ header }) => header.toLowerCase());
  const taken = new Set(own);
  return columns.map((column) => {
    if (!column.id.includes(":")) return column;
    let header = column.header;
    for (let copy = 2; taken.has(header.toLowerCase()); copy++) header = `${column.header} (${copy})`;
    taken.add(header.toLowerCase());
    return { ...column, header };
  });
}

function measureHeader(name: string, language: Language): string {
  const label = measureLabel(name);
  return typeof label === "string" ? label : say(label, language);
}

/** The three scores as text; null where one isn't known. */
export function rfmText({ assessment: { r, f, m } }: Classification, at: number): string | null {
  return r[at] && f[at] && m[at] ? `${r[at]}${f[at]}${m[at]}` : null;
}

function warningText({ facts }: Classification, at: number, language: Language): string | null {
  const warnings = facts.warnings[at] ?? [];
  return warnings.length === 0
    ? null
    : warnings.map((one) => say(warningMessage(one), language)).join(language === "zh" ? "；" : "; ");
}

function labelOrNull<T>(
  id: T | null | undefined,
  label: (id: T, language: Language) => string,
  language: Language,
) {
  return id === null || id === undefined ? null : label(id, language);
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

type ColumnId =
  | "customer"
  | "tier"
  | "segment"
  | "stage"
  | "activity"
  | "abc"
  | "firstPurchase"
  | "lastPurchase"
  | "recency"
  | "frequency"
  | "monetary"
  | "r"
  | "f"
  | "m"
  | "rfm"
  | "points"
  | "clv"
  | "historicalValue"
  | "pAlive"
  | "expectedPurchases"
  | "revenueAtRisk"
  | "warning"
  | "reason";

function idHeader(id: ColumnId, language: Language): string {
  return say({ code: `column.${id}` }, language);
}
