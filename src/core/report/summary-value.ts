import { say } from "../language/message";
import type { ReportChart } from "./report";
import { headingAt, PAGE_COLUMNS, type SummaryInput, type SummarySection } from "./summary-section";
import { RISK_COLOUR, PLAIN_COLOUR } from "./tier-colours";

/** What the models of value found, where they were asked: the verdict in words, and forecast against what came. */
export function summaryValue({ result: { value }, language }: SummaryInput): SummarySection | null {
  if (!value) return null;
  const model = {
    code: "text.model",
    params: {
      model: { code: `label.model.${value.model}` },
      unit: { code: `label.unit.${value.unit}s` },
      verdict: { code: `label.verdict.${value.verdict}` },
    },
  } as const;
  const lines = [model, ...value.notes];
  const tracking = value.tracking && value.holdout;
  const rows = 1 + lines.length;
  const chart: ReportChart = {
    id: "tracking",
    kind: "line",
    title: say({ code: "summary.chart.tracking" }, language),
    alt: say({ code: "summary.chart.tracking.alt" }, language),
    categories: { table: "ValueTracking", column: "day" },
    series: [
      {
        name: say({ code: "column.expected" }, language),
        values: { table: "ValueTracking", column: "expected" },
        colour: RISK_COLOUR,
      },
      {
        name: say({ code: "column.actual" }, language),
        values: { table: "ValueTracking", column: "actual" },
        colour: PLAIN_COLOUR,
      },
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
