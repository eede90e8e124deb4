import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say } from "../language/message";
import { measureLabel } from "../tiers/measure-of";
import type { ReportColumn, ReportSheet } from "./report";
import { knownNumbers, RESULT_COLUMNS, resultColumnIds, resultColumns, resultHeader } from "./result-columns";

/**
 * Customers: a row a customer, in the order of money.
 *
 * @param columns ids of the result columns that stand there, null for all; the customer's name always does
 */
export function customersSheet(
  result: Classification,
  language: Language,
  columns: readonly string[] | null = null,
): ReportSheet {
  return {
    id: "customers",
    name: say({ code: "sheet.customers" }, language),
    blocks: [
      {
        kind: "table",
        name: "Customers",
        columns: customerColumns(result, language, columns),
        rowCount: result.ledger.customers.length,
      },
    ],
    frozenRows: 1,
    frozenColumns: 1,
    hidden: false,
  };
}

/**
 * The columns of the Customers table: attributes after the name and further measures after money, whatever is chosen
 * of the result columns, as they are the reader's own.
 */
function customerColumns(
  result: Classification,
  language: Language,
  chosen: readonly string[] | null,
): ReportColumn[] {
  const { attributes, measures } = result.ledger;
  const ids = chosen && ["customer", ...chosen];
  const after = (id: string) => (RESULT_COLUMNS as readonly string[]).indexOf(id) > MONETARY;
  const columns = resultColumns(result, language, ids);
  const [name, ...others] = columns;
  if (!name) throw new Error("The name of the customer is always there.");
  const ownAttributes = Object.entries(attributes).map(([header, values]): ReportColumn => ({
    id: `attribute:${header}`,
    header,
    format: "text",
    width: 16,
    values,
  }));
  const ownMeasures = Object.entries(measures).map(([measure, values]): ReportColumn => ({
    id: `measure:${measure}`,
    header: measureHeader(measure, language),
    format: "number",
    width: 13,
    values: knownNumbers(values),
  }));
  return withUniqueHeaders(
    [
      name,
      ...ownAttributes,
      ...others.filter(({ id }) => !after(id)),
      ...ownMeasures,
      ...others.filter(({ id }) => after(id)),
    ],
    resultColumnIds(result).map((id) => resultHeader(id, language)),
  );
}

const MONETARY = RESULT_COLUMNS.indexOf("monetary");

/**
 * A native table wants each header once, whatever their case: an attribute called as one of our columns gives way, chosen
 * or not, so that it is called the same from run to run. So are ids: cells are found again by names that Excel tells apart
 * without case. `headers` are those of the result's columns.
 */
function withUniqueHeaders(columns: readonly ReportColumn[], headers: readonly string[]): ReportColumn[] {
  const taken = new Set(headers.map((header) => header.toLowerCase()));
  const ids = new Set<string>();
  return columns.map((column) => {
    if (!column.id.includes(":")) return column;
    return { ...column, id: untaken(column.id, ids), header: untaken(column.header, taken) };
  });
}

function untaken(text: string, taken: Set<string>): string {
  let free = text;
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${text} (${copy})`;
  taken.add(free.toLowerCase());
  return free;
}

function measureHeader(name: string, language: Language): string {
  const label = measureLabel(name);
  return typeof label === "string" ? label : say(label, language);
}
