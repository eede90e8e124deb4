import { columnName } from "./own-names";
import { AREA, areaOf } from "./sheet-area";

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

/** Own columns beside the analyst's list of customers. */
export interface BesideRows {
  /** Excel's ids of the sheet and of the native table, null where the rows are plain. */
  readonly sheet: string;
  readonly table: string | null;
  /** What follows the ids in the columns' hidden names. */
  readonly mark: string;
  /** The header of the column that names the customers. */
  readonly customerHeader: string;
}

/**
 * Queues a look at an analyst's list of customers with our columns beside it; call what comes back after a sync. Its own
 * columns are known by their headers. Null where a column among plain rows has no header: Excel makes no PivotTable of
 * them.
 */
export function lookAtList(
  context: Excel.RequestContext,
  { sheet: id, table: tableId, mark, customerHeader }: BesideRows,
  ids: readonly string[],
): () => PivotSource | null {
  const sheet = context.workbook.worksheets.getItem(id);
  const table = tableId === null ? null : context.workbook.tables.getItem(tableId);
  const own = ids.filter((one) => one !== "customer" && !one.startsWith(ATTRIBUTE));
  const cells = own.map((one) => {
    const range = sheet.names.getItemOrNullObject(columnName(one + mark)).getRangeOrNullObject();
    range.load(AREA);
    return { id: one, range };
  });
  const list = table?.getRange() ?? sheet.getUsedRange(true);
  list.load(AREA);
  const row = table?.getHeaderRowRange() ?? null;
  row?.load("values");
  // The header row of plain rows is that of our columns: the sheet's top is read as far as one may stand.
  const top = row ? null : list.getRow(0).getResizedRange(HEADER_ROWS, 0);
  top?.load("values,rowIndex");
  return () => {
    const there = cells.filter(({ range }) => !range.isNullObject);
    const [first] = there;
    if (!first) return null;
    const area = areaOf(first.range);
    const used = areaOf(list);
    const values = row ? row.values[0] : top?.values[area.row - top.rowIndex];
    const headers = (values ?? []).map((value) => String(value).trim());
    const begin = headers.findIndex((header) => header !== "");
    const end = Math.max(...there.map(({ range }) => range.columnIndex - used.column)) + 1;
    const shown = row ? headers : headers.slice(begin, end);
    if (begin < 0 || shown.includes("")) return null;
    const places = new Map(there.map((one) => [one.id, one.range.columnIndex - used.column]));
    const known = (header: string) => (headers.includes(header) ? header : null);
    return {
      cells: () =>
        table ?? sheet.getRangeByIndexes(area.row, used.column + begin, area.rows, Math.max(1, shown.length)),
      header: (one) => {
        if (one === "customer") return known(customerHeader.trim());
        if (one.startsWith(ATTRIBUTE)) return known(one.slice(ATTRIBUTE.length));
        return headers[places.get(one) ?? -1] ?? null;
      },
      headers: new Set(shown.map((header) => header.toLowerCase())),
      // Plain rows are an area, which an earlier PivotTable doesn't follow.
      isNew: table === null,
    };
  };
}

/** What the ids of columns of the analyst's own begin with. */
const ATTRIBUTE = "attribute:";
/** Rows above which the headers of plain rows stand. */
const HEADER_ROWS = 50;

/** The native table in which the customers' own columns stand. */
function customersOf(sheet: Excel.Worksheet): Excel.Table {
  return sheet.names.getItem(columnName("customer")).getRange().getTables(false).getFirst();
}
