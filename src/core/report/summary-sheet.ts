import { say, type Message } from "../language/message";
import { isoOf } from "../ledger/dates";
import type { ReportBlock, ReportChart, ReportSheet } from "./report";
import { linesOnPage } from "./paper";
import { headingLines, plainLines } from "./row-lines";
import { summaryAtRisk } from "./summary-at-risk";
import { knowsMoney, summaryFigures } from "./summary-figures";
import { heatMap, summaryHeat } from "./summary-heat";
import { summaryLargest } from "./summary-largest";
import { summaryLifecycle } from "./summary-lifecycle";
import { summaryMonths } from "./summary-months";
import { paretoChart, summaryPareto } from "./summary-pareto";
import { summaryPlaybook } from "./summary-playbook";
import { below, headingAt, PAGE_COLUMNS, type SummaryInput, type SummarySection } from "./summary-section";
import { summaryTiers, tiersChart } from "./summary-tiers";
import { summaryValue } from "./summary-value";

/** A column of the page, in characters: twelve of them fill an A4 or Letter page in landscape at about seven eighths. */
const COLUMN_WIDTH = 13.5;
const CHART_ROWS = 15;

/**
 * The Summary: a page to be read and printed. First what matters in ten seconds (figures, tiers, how revenue is
 * spread), then who brings it, then who is at risk and what to do, then where customers stand, then the months, then what
 * customers are worth.
 * What the input doesn't say is left out, and a line says so. On paper a section that doesn't fit begins a page.
 */
export function summarySheet(input: SummaryInput): ReportSheet {
  const { result, language } = input;
  const sections = [
    summaryFigures(input),
    summaryTiers(input),
    beside(paretoChart(input, CHART_ROWS), tiersChart(input, PAGE_COLUMNS / 2, CHART_ROWS)),
    summaryLargest(input),
    summaryPareto(input),
    summaryAtRisk(input),
    summaryPlaybook(input),
    leftOut(input),
    summaryHeat(input),
    summaryLifecycle(input),
    summaryMonths(input),
    summaryValue(input),
  ].filter((section) => section !== null);
  const widths = new Array<number>(PAGE_COLUMNS).fill(COLUMN_WIDTH);
  const room = linesOnPage(widths, "landscape");
  const blocks: ReportBlock[] = [];
  const charts: ReportChart[] = [];
  const rowBreaks: number[] = [];
  let row = 0;
  let used = 0;
  for (const section of sections) {
    const lines = linesOf(section, widths);
    // The blank line at its end may fall off the page.
    if (used > 0 && used + lines - 1 > room) {
      rowBreaks.push(row);
      used = 0;
    }
    used += lines;
    const placed = below(section, row);
    blocks.push(...placed.blocks);
    charts.push(...placed.charts);
    row += section.rows;
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
    widths,
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

/** How many lines high a section is: its rows, some of which are higher than a line. */
function linesOf({ blocks, rows }: SummarySection, widths: readonly number[]): number {
  const lines = new Array<number>(rows).fill(1);
  const high = (row: number, count: number) => (lines[row] = Math.max(lines[row] ?? 1, count));
  for (const block of blocks) {
    const { row, column } = block.place ?? { row: 0, column: 0 };
    if (block.kind === "heading") {
      high(row, headingLines(block, column, widths));
      continue;
    }
    const own = plainLines(block, column, widths);
    high(row, own.header);
    for (let at = 0; at < block.rowCount; at++) high(row + 1 + at, own.row(at));
  }
  return lines.reduce((sum, count) => sum + count, 0);
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
