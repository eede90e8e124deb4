import { columnName } from "./own-names";

/** The rows that PivotTables stand on. */
export interface PivotSource {
  /** The native table, or the range where there is none. */
  readonly cells: () => Excel.Table | Excel.Range;
  /** The header that a column has by now, by its id; null where it is gone. */
  readonly header: (id: string) => string | null;
  /** All headers, in lower case. */
  readonly headers: ReadonlySet<string>;
  /** True where the rows are others than those that earlier PivotTables stand on. */
  readonly isNew: boolean;
}

/**
 * Queues a look at the table of customers; call what comes back after a sync. Headers are as they are by now, for the
 * analyst may have changed one; null where the table is gone.
 */
export function lookAtCustomers(
  sheet: Excel.Worksheet,
  ids: readonly string[],
  isNew: boolean,
): () => PivotSource | null {
  const table = customersOf(sheet);
  const row = table.getHeaderRowRange();
  row.load("values,columnIndex");
  const cells = ids.map((id) => {
    const range = sheet.names.getItemOrNullObject(columnName(id)).getRangeOrNullObject();
    range.load("columnIndex");
    return { id, range };
  });
  return () => {
    const headers = (row.values[0] ?? []).map(String);
    const places = new Map(
      cells.flatMap(({ id, range }) =>
        range.isNullObject ? [] : [[id, range.columnIndex - row.columnIndex] as const],
      ),
    );
    return {
      cells: () => customersOf(sheet),
      header: (id) => headers[places.get(id) ?? -1] ?? null,
      headers: new Set(headers.map((header) => header.toLowerCase())),
      isNew,
    };
  };
}

/** The native table in which the customers' own columns stand. */
function customersOf(sheet: Excel.Worksheet): Excel.Table {
  return sheet.names.getItem(columnName("customer")).getRange().getTables(false).getFirst();
}
