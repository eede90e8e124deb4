import type { ReportChart } from "./report";
import {
  chartNamed,
  headingAt,
  PAGE_COLUMNS,
  seriesOf,
  type SummaryInput,
  type SummarySection,
} from "./summary-section";
import { RISK_COLOUR, PLAIN_COLOUR } from "./tier-colours";
import { modelWords } from "./value-sheet";

/** What the models of value found, where they were asked: the verdict in words, and forecast against what came. */
export function summaryValue({ result: { value }, language }: SummaryInput): SummarySection | null {
  if (!value) return null;
  const lines = [modelWords(value), ...value.notes];
  const tracking = value.tracking && value.holdout;
  const rows = 1 + lines.length;
  const chart: ReportChart = {
    ...chartNamed("tracking", language),
    kind: "line",
    categories: { table: "ValueTracking", column: "day" },
    series: [
      seriesOf("column.expected", { table: "ValueTracking", column: "expected" }, RISK_COLOUR, language),
      seriesOf("column.actual", { table: "ValueTracking", column: "actual" }, PLAIN_COLOUR, language),
    ],
    format: "integer",
    categoryFormat: "date",
    place: { row: rows, column: 0 },
    rows: 15,
    columns: PAGE_COLUMNS,
  };
  return {
    rows: rows + (tracking ? chart.rows : 0) + 1,
    blocks: [
      headingAt(0, 0, 2, { code: "summary.value" }, language),
      ...lines.map((line, at) => headingAt(1 + at, 0, 0, line, language, PAGE_COLUMNS)),
    ],
    charts: tracking ? [chart] : [],
  };
}
