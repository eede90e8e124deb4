import type { Classification } from "../classify";
import { say } from "../language/message";
import type { ReportChart, ReportTable } from "./report";
import { knowsMoney } from "./summary-figures";
import {
  centsOf,
  chartNamed,
  columnOf,
  headingAt,
  PAGE_COLUMNS,
  seriesOf,
  type SummaryInput,
  type SummarySection,
} from "./summary-section";
import { PLAIN_COLOUR } from "./tier-colours";

/** A point of the Pareto curve: so many of the largest customers, and their money, currency to the cent. */
interface ParetoPoint {
  readonly customers: number;
  readonly customerShare: number;
  readonly monetary: number;
  readonly share: number;
}

const POINTS = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/**
 * The Pareto curve: what the largest 1%, 5%, 10% … of customers bring. The ledger has them in the order of money, so a
 * point is a sum from its head. Empty where all money together isn't above 0, which has no shares.
 */
function paretoCurve({ ledger, facts }: Pick<Classification, "ledger" | "facts">): ParetoPoint[] {
  const n = ledger.customers.length;
  const sums = new Float64Array(n + 1);
  for (let at = 0; at < n; at++) sums[at + 1] = (sums[at] ?? 0) + centsOf(facts.monetary[at]);
  const all = sums[n] ?? 0;
  if (n === 0 || all <= 0) return [];
  const counts = [...new Set(POINTS.map((share) => (share === 0 ? 0 : Math.max(1, Math.round(share * n)))))];
  return counts.map((customers) => ({
    customers,
    customerShare: customers / n,
    monetary: (sums[customers] ?? 0) / 100,
    share: (sums[customers] ?? 0) / all,
  }));
}

/** The numbers of the curve. */
export function summaryPareto({ result, language }: SummaryInput): SummarySection | null {
  const points = knowsMoney(result) ? paretoCurve(result) : [];
  if (points.length === 0) return null;
  const table: ReportTable = {
    kind: "table",
    name: "SummaryPareto",
    rowCount: points.length,
    plain: true,
    place: { row: 1, column: 0 },
    columns: [
      columnOf(
        "customerShare",
        "summary.column.largest",
        "share",
        points.map((p) => p.customerShare),
        language,
        2,
      ),
      columnOf(
        "customers",
        "column.customers",
        "integer",
        points.map((p) => p.customers),
        language,
      ),
      columnOf(
        "monetary",
        "summary.column.revenue",
        "money",
        points.map((p) => p.monetary),
        language,
        2,
      ),
      columnOf(
        "share",
        "summary.column.revenue-share",
        "share",
        points.map((p) => p.share),
        language,
      ),
    ],
  };
  return {
    rows: 1 + 1 + points.length + 1,
    blocks: [headingAt(0, 0, 2, { code: "summary.pareto" }, language), table],
    charts: [],
  };
}

/** The curve. */
export function paretoChart({ result, language }: SummaryInput, rows: number): SummarySection | null {
  if (!knowsMoney(result) || paretoCurve(result).length === 0) return null;
  const chart: ReportChart = {
    ...chartNamed("pareto", language),
    kind: "scatter",
    categories: { table: "SummaryPareto", column: "customerShare" },
    series: [
      seriesOf(
        "summary.column.revenue-share",
        { table: "SummaryPareto", column: "share" },
        PLAIN_COLOUR,
        language,
      ),
    ],
    axisTitles: {
      x: say({ code: "summary.column.customer-share" }, language),
      y: say({ code: "summary.column.revenue-share" }, language),
    },
    format: "share",
    categoryFormat: "share",
    place: { row: 0, column: 0 },
    rows,
    columns: PAGE_COLUMNS / 2,
  };
  return { rows, blocks: [], charts: [chart] };
}
