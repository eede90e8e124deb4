import type { Classification } from "../../src/core/classify";
import type { Language } from "../../src/core/language/language";
import { no, ok, type Result } from "../../src/core/language/message";
import type { Table } from "../../src/core/ledger/cells";
import type { ReportColumn } from "../../src/core/report/report";
import { resultColumns } from "../../src/core/report/result-columns";
import type { BesidePlan, Choices } from "./protocol";
import { numberFormatOf } from "./sheet-plan";

/** What stands beside rows that were classified, and its values, an entry a customer. */
export interface BesideColumns {
  readonly plan: BesidePlan;
  readonly columns: readonly ReportColumn[];
}

/** What each transaction gets of its customer. */
const BESIDE_TRANSACTIONS: readonly string[] = ["tier", "stage"];

/**
 * The columns beside a sheet's rows: tier and stage beside transactions, the chosen result columns beside customers.
 * Refuses a sheet whose data begins in row 1, as there is no place for headers.
 */
export function besideColumns(
  table: Table,
  result: Classification,
  chosen: Choices["columns"],
  language: Language,
  sheet: string,
): Result<BesideColumns> {
  if (table.firstRow < 2) return no("pane.beside-no-header", { sheet });
  const at = result.mapping.customer ?? -1;
  const customer = table.columns[at];
  if (!customer) throw new Error("Who was classified has a column of customers.");
  const wanted = result.ledger.kind === "transactions" ? BESIDE_TRANSACTIONS : chosen;
  const columns = withFreeHeaders(
    resultColumns(result, language, wanted).filter(({ id }) => id !== "customer"),
    table.columns.flatMap(({ header, headerCell }) => [header, headerCell ?? header]),
  );
  return ok({
    columns,
    plan: {
      headerRow: table.firstRow - 2,
      firstRow: table.firstRow - 1,
      rowCount: table.rowCount,
      customerColumn: customer.at ?? at,
      customerHeader: customer.headerCell ?? customer.header,
      columns: columns.map((column) => ({
        id: column.id,
        header: column.header,
        format: numberFormatOf(column),
        width: column.width,
      })),
    },
  });
}

/** Columns whose headers stand beside the ones that are taken, whatever their case: Tier (2) where there is a Tier. */
function withFreeHeaders(columns: readonly ReportColumn[], taken: readonly string[]): ReportColumn[] {
  const used = new Set(taken.map(folded));
  return columns.map((column) => {
    let { header } = column;
    for (let copy = 2; used.has(folded(header)); copy++) header = `${column.header} (${copy})`;
    used.add(folded(header));
    return { ...column, header };
  });
}

function folded(header: string): string {
  return header.replace(/\s+/g, " ").trim().toLowerCase();
}
