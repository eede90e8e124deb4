import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { stageLabel } from "../tiers/labels";
import { STAGES } from "../lifecycle/stages";
import { report, type ReportOptions } from "./build-report";
import { customersSheet } from "./customers-sheet";
import type { FiguresBefore } from "./figures-before";
import type { Report, ReportSheet, ReportTable } from "./report";
import { pivotsSheet } from "./pivots-sheet";
import { summarySheet } from "./summary-sheet";
import { tierFormat } from "./summary-tiers";
import { BAR_COLOUR, STAGE_COLOURS } from "./tier-colours";

/** What a summarised report is told beside the result. */
export interface SummaryOptions extends ReportOptions {
  /** What an earlier run's snapshot says in sum; the Summary then has what changed since. */
  readonly before?: FiguresBefore | null;
  /** True where Excel itself makes the PivotTables. */
  readonly live?: boolean;
}

/** The tiered workbook with all that managers read: the Summary first, and the Customers sheet dressed. */
export function summarisedReport(
  result: Classification,
  language: Language,
  options: SummaryOptions = {},
): Report {
  const plain = report(result, language, options);
  const summary = summarySheet({ result, language, before: options.before ?? null, names: "keep" });
  // Where the columns stand beside the customers' own rows, the pivots stand on those.
  const customers =
    customersTable(plain) ?? customersTable({ sheets: [customersSheet(result, language, options.columns)] });
  const pivots = customers && pivotsSheet(customers, result, language, options.live ? "live" : "pivots");
  return {
    language,
    sheets: [
      summary,
      ...(pivots ? [pivots] : []),
      ...plain.sheets.map((sheet) => dressed(sheet, result, language)),
    ],
  };
}

/** The tiered workbook without what is for managers alone, the Customers sheet dressed. */
export function dressedReport(
  result: Classification,
  language: Language,
  options: ReportOptions = {},
): Report {
  return {
    language,
    sheets: report(result, language, options).sheets.map((sheet) => dressed(sheet, result, language)),
  };
}

/** The table that pivots stand on. */
export function customersTable({ sheets }: Pick<Report, "sheets">): ReportTable | null {
  const blocks = sheets.find(({ id }) => id === "customers")?.blocks ?? [];
  return blocks.find((block) => block.kind === "table") ?? null;
}

/** Customers and Tiers with tiers and stages in their colours, and bars behind the money of customers. */
function dressed(sheet: ReportSheet, result: Classification, language: Language): ReportSheet {
  if (sheet.id !== "customers" && sheet.id !== "tiers") return sheet;
  const stages = STAGES.map((stage) => ({ label: stageLabel(stage, language), ...STAGE_COLOURS[stage] }));
  const formatted = (table: ReportTable): ReportTable => {
    const known = new Set(table.columns.map(({ id }) => id));
    const formats = [
      tierFormat({ result, language }, ["tier"]),
      { kind: "labels", columns: ["stage"], labels: stages },
      { kind: "bars", columns: ["monetary"], colour: BAR_COLOUR },
      { kind: "bars", columns: ["revenueAtRisk"], colour: "F0C9A0" },
    ] as const;
    const fitting = formats.filter(
      ({ kind, columns }) =>
        columns.every((id) => known.has(id)) && (kind === "labels" || sheet.id === "customers"),
    );
    return { ...table, formats: fitting };
  };
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => (block.kind === "table" ? formatted(block) : block)),
  };
}
