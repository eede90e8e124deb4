import { tierLabel } from "../tiers/labels";
import { PLAYBOOK_FIELDS, playbookText } from "../tiers/playbook";
import type { ReportTable } from "./report";
import { columnOf, headingAt, type SummaryInput, type SummarySection } from "./summary-section";
import { tierFormat } from "./summary-tiers";

/** Columns of the page that each part of a line takes. */
const SPANS = { promise: 4, rhythm: 3, offer: 4 } as const;

/** The playbook line of each tier: what it is promised, how often it is contacted, what it is offered. */
export function summaryPlaybook(input: SummaryInput): SummarySection {
  const {
    result: { policy },
    language,
  } = input;
  const { list } = policy.tiers;
  const table: ReportTable = {
    kind: "table",
    name: "SummaryPlaybook",
    rowCount: list.length,
    plain: true,
    place: { row: 1, column: 0 },
    columns: [
      columnOf(
        "tier",
        "column.tier",
        "text",
        list.map(({ id }) => tierLabel(id, policy, language)),
        language,
      ),
      ...PLAYBOOK_FIELDS.map((field) =>
        columnOf(
          field,
          `playbook.field.${field}`,
          "text",
          list.map(({ id }) => playbookText({ tier: id, stage: null }, field, policy, language)),
          language,
          SPANS[field],
        ),
      ),
    ],
    formats: [tierFormat(input, ["tier"])],
  };
  return {
    rows: 1 + 1 + list.length + 1,
    blocks: [headingAt(0, 0, 2, { code: "summary.playbook" }, language), table],
    charts: [],
  };
}
