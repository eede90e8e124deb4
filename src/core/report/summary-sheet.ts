import { say, type Message } from "../language/message";
import { isoOf } from "../ledger/dates";
import type { ReportBlock, ReportChart, ReportSheet } from "./report";
import { summaryAtRisk } from "./summary-at-risk";
import { knowsMoney, summaryFigures } from "./summary-figures";
import { heatMap, summaryHeat } from "./summary-heat";
import { summaryLifecycle } from "./summary-lifecycle";
import { summaryMonths } from "./summary-months";
import { paretoChart, summaryPareto } from "./summary-pareto";
import { summaryPlaybook } from "./summary-playbook";
import { below, headingAt, PAGE_COLUMNS, type SummaryInput, type SummarySection } from "./summary-section";
import { summaryTiers, tiersChart } from "./summary-tiers";
import { summaryValue } from "./summary-value";

/** A column of the page, in characters: twelve of them fill an A4 or Letter page in landscape at about nine tenths. */
const COLUMN_WIDTH = 12.5;
const CHART_ROWS = 17;

/**
 * The Summary: a page to be read and printed. First what matters in ten seconds (figures, tiers, how revenue is
 * spread), then who is at risk and what to do, then where customers stand, then the months, then what customers are worth.
 * What the input doesn't say is left out, and a line says so.
 */
export function summarySheet(input: SummaryInput): ReportSheet {
  const { result, language } = input;
  const value = summaryValue(input);
  const charted = (value?.charts.length ?? 0) > 0;
  const pages: readonly (readonly (SummarySection | null)[])[] = [
    [
      summaryFigures(input),
      summaryTiers(input),
      beside(paretoChart(input, CHART_ROWS), tiersChart(input, PAGE_COLUMNS / 2, CHART_ROWS)),
    ],
    [summaryAtRisk(input), summaryPlaybook(input), leftOut(input)],
    [summaryHeat(input), summaryLifecycle(input), summaryPareto(input)],
    [summaryMonths(input), charted ? null : value],
    [charted ? value : null],
  ];
  const blocks: ReportBlock[] = [];
  const charts: ReportChart[] = [];
  const rowBreaks: number[] = [];
  let row = 0;
  for (const page of pages) {
    const sections = page.filter((section) => section !== null);
    if (row > 0 && sections.length > 0) rowBreaks.push(row);
    for (const section of sections) {
      const placed = below(section, row);
      blocks.push(...placed.blocks);
      charts.push(...placed.charts);
      row += section.rows;
    }
  }
  const { asOf } = result.ledger;
  return {
    id: "summary",
    name: say({ code: "sheet.summary" }, language),
    blocks,
    charts,
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    widths: new Array<number>(PAGE_COLUMNS).fill(COLUMN_WIDTH),
    print: {
      fit: "width",
      rowBreaks,
      header: say(
        asOf === null
          ? { code: "summary.title-undated" }
          : { code: "summary.title", params: { asOf: isoOf(asOf) } },
        language,
      ),
    },
  };
}

/** Two charts side by side, or the second at the left where there is no first. */
function beside(first: SummarySection | null, second: SummarySection): SummarySection {
  if (!first) {
    return {
      ...second,
      charts: second.charts.map((chart) => ({ ...chart, place: { ...chart.place, column: 0 } })),
    };
  }
  return {
    rows: Math.max(first.rows, second.rows),
    blocks: [...first.blocks, ...second.blocks],
    charts: [...first.charts, ...second.charts],
  };
}

/** What this input can't say. */
function leftOut({ result, language }: SummaryInput): SummarySection | null {
  const { ledger, facts } = result;
  if (ledger.customers.length === 0) return null;
  const lines: Message[] = [];
  if (!knowsMoney(result)) lines.push({ code: "summary.unknown.money" });
  if (!heatMap(result)) lines.push({ code: "summary.unknown.scores" });
  if (facts.stage.every((stage) => stage === null)) lines.push({ code: "summary.unknown.stages" });
  if (!ledger.log) lines.push({ code: "summary.unknown.months" });
  if (lines.length === 0) return null;
  return {
    rows: lines.length + 1,
    blocks: lines.map((line, at) => headingAt(at, 0, 0, line, language, PAGE_COLUMNS)),
    charts: [],
  };
}
