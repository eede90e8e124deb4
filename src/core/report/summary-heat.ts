import type { Classification } from "../classify";
import { binsOf } from "../scoring/cutoffs";
import type { ReportTable } from "./report";
import { knowsMoney } from "./summary-figures";
import {
  centsOf,
  columnOf,
  headingAt,
  PAGE_COLUMNS,
  type SummaryInput,
  type SummarySection,
} from "./summary-section";
import { HEAT_COLOUR } from "./tier-colours";

/** Customers and money, currency to the cent, of each R and F: `[r - 1][f - 1]`. Those without a score are left out. */
export interface HeatMap {
  readonly customers: readonly (readonly number[])[];
  readonly monetary: readonly (readonly number[])[];
}

/** The R × F map of a result; null where recency or frequency isn't known, so that nobody has both scores. */
export function heatMap({ policy, assessment: { r, f }, facts }: Classification): HeatMap | null {
  const [rs, fs] = [binsOf(policy.scores.recency), binsOf(policy.scores.frequency)];
  const blank = () => Array.from({ length: rs }, () => new Array<number>(fs).fill(0));
  const [customers, cents] = [blank(), blank()];
  let any = false;
  for (let at = 0; at < r.length; at++) {
    const [row, column] = [(r[at] ?? 0) - 1, (f[at] ?? 0) - 1];
    const [counts, sums] = [customers[row], cents[row]];
    // A customer without a purchase scores 1 in all, and was neither here lately nor often.
    if (!counts || !sums || column < 0 || facts.frequency[at] === 0) continue;
    any = true;
    counts[column] = (counts[column] ?? 0) + 1;
    sums[column] = (sums[column] ?? 0) + centsOf(facts.monetary[at]);
  }
  return any ? { customers, monetary: cents.map((row) => row.map((sum) => sum / 100)) } : null;
}

/** The map twice: customers at the left, revenue at the right, R from the best down. */
export function summaryHeat({ result, language }: SummaryInput): SummarySection | null {
  const map = heatMap(result);
  if (!map) return null;
  const rs = map.customers.length;
  const fs = map.customers[0]?.length ?? 0;
  const half = PAGE_COLUMNS / 2;
  const tableAt = (
    column: number,
    name: string,
    grid: HeatMap["customers"],
    format: "integer" | "money",
  ): ReportTable => {
    const rows = [...grid].reverse();
    const ids = Array.from({ length: fs }, (_, f) => `f${f + 1}`);
    return {
      kind: "table",
      name,
      rowCount: rs,
      plain: true,
      place: { row: 2, column },
      columns: [
        {
          ...columnOf("r", { code: "summary.heat.corner" }, "text", [], language),
          values: rows.map((_, at) => `R ${rs - at}`),
        },
        ...ids.map((id, f) => ({
          ...columnOf(id, { code: "summary.heat.f", params: { score: f + 1 } }, format, [], language),
          values: rows.map((row) => row[f] ?? 0),
        })),
      ],
      formats: [{ kind: "scale", columns: ids, colour: HEAT_COLOUR }],
    };
  };
  // Nine scores and their name don't fit in half a page: the maps then stand one under another.
  const beside = fs + 1 <= half;
  const second = beside ? 0 : rs + 3;
  const money = knowsMoney(result);
  const moneyTable = tableAt(beside ? half : 0, "SummaryHeatRevenue", map.monetary, "money");
  return {
    rows: 2 + 1 + rs + (beside || !money ? 0 : second) + 1,
    blocks: [
      headingAt(0, 0, 2, { code: "summary.heat.customers" }, language),
      headingAt(1, 0, 0, { code: "summary.heat.line", params: { best: rs, mostOften: fs } }, language),
      tableAt(0, "SummaryHeatCustomers", map.customers, "integer"),
      ...(money
        ? [
            headingAt(
              beside ? 0 : second + 1,
              beside ? half : 0,
              2,
              { code: "summary.heat.revenue" },
              language,
            ),
            { ...moneyTable, place: { row: 2 + second, column: beside ? half : 0 } },
          ]
        : []),
    ],
    charts: [],
  };
}
