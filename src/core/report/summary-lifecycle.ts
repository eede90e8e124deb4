import type { Classification } from "../classify";
import type { Stage } from "../lifecycle/stages";
import { stageLabel } from "../tiers/labels";
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
import { BAR_COLOUR, PLAIN_COLOUR, RISK_COLOUR, STAGE_COLOURS } from "./tier-colours";

/** The way of a customer, from before the first purchase to after the last. */
export const FUNNEL: readonly Stage[] = [
  "prospect",
  "new",
  "growing",
  "mature",
  "recovered",
  "dormant",
  "churned",
];

/** Customers and money, currency to the cent, of each stage, in the order of the funnel. */
function stagesOf({ facts }: Pick<Classification, "facts">) {
  return FUNNEL.map((stage) => {
    let [customers, cents] = [0, 0];
    facts.stage.forEach((own, at) => {
      if (own !== stage) return;
      customers++;
      cents += centsOf(facts.monetary[at]);
    });
    return { stage, customers, monetary: cents / 100 };
  });
}

/** The lifecycle funnel: a table, and bars beside it. */
export function summaryLifecycle({ result, language }: SummaryInput): SummarySection | null {
  const stages = stagesOf(result);
  const staged = stages.reduce((all, { customers }) => all + customers, 0);
  if (staged === 0) return null;
  const cents = stages.reduce((all, { monetary }) => all + centsOf(monetary), 0);
  const money = knowsMoney(result);
  const half = PAGE_COLUMNS / 2;
  const table: ReportTable = {
    kind: "table",
    name: "SummaryStages",
    rowCount: stages.length,
    plain: true,
    place: { row: 1, column: 0 },
    columns: [
      columnOf(
        "stage",
        "column.stage",
        "text",
        stages.map(({ stage }) => stageLabel(stage, language)),
        language,
      ),
      columnOf(
        "customers",
        "column.customers",
        "integer",
        stages.map(({ customers }) => customers),
        language,
      ),
      columnOf(
        "customerShare",
        "summary.column.customer-share",
        "share",
        stages.map(({ customers }) => customers / staged),
        language,
      ),
      ...(money
        ? [
            columnOf(
              "monetary",
              "summary.column.revenue",
              "money",
              stages.map((one) => one.monetary),
              language,
            ),
            columnOf(
              "share",
              "summary.column.revenue-share",
              "share",
              stages.map(({ monetary }) => (cents === 0 ? 0 : centsOf(monetary) / cents)),
              language,
            ),
          ]
        : []),
    ],
    formats: [
      {
        kind: "labels",
        columns: ["stage"],
        labels: FUNNEL.map((stage) => ({ label: stageLabel(stage, language), ...STAGE_COLOURS[stage] })),
      },
      { kind: "bars", columns: ["customerShare"], colour: BAR_COLOUR },
    ],
  };
  const rows = 11;
  const chart: ReportChart = {
    ...chartNamed("lifecycle", language),
    kind: "bar",
    categories: { table: "SummaryStages", column: "stage" },
    series: [
      {
        ...seriesOf(
          "column.customers",
          { table: "SummaryStages", column: "customers" },
          PLAIN_COLOUR,
          language,
        ),
        pointColours: FUNNEL.map((stage) =>
          stage === "dormant" || stage === "churned" ? RISK_COLOUR : PLAIN_COLOUR,
        ),
      },
    ],
    format: "integer",
    labelled: true,
    place: { row: 0, column: half },
    rows,
    columns: half,
  };
  return {
    rows: rows + 1,
    blocks: [headingAt(0, 0, 2, { code: "summary.lifecycle" }, language), table],
    charts: [chart],
  };
}
