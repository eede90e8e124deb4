import { areaOfAddress, keptRangeOf } from "./own-cells";
import { columnName, isOnSheet } from "./own-names";
import { AREA, areaOf, sameArea, type SheetArea } from "./sheet-area";

/** The rows that PivotTables stand on. */
export interface PivotSource {
  /** The native table, or the range where there is none. */
  readonly cells: () => Excel.Table | Excel.Range;
  /** The header that a column has by now, by its id; null where it is gone. */
  readonly header: (id: string) => string | null;
  /** All headers, in lower case. */
  readonly headers: ReadonlySet<string>;
  /** Whether an earlier PivotTable stands on the same rows, by what Excel says of its source where that `isAsked`. */
  readonly isSame: (dataSource: string | null) => boolean;
  readonly isAsked: boolean;
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
      isSame: () => !isNew,
      isAsked: false,
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
  sheet.load("name");
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
    const plain = { ...area, column: used.column + begin, columns: Math.max(1, shown.length) };
    return {
      cells: () => table ?? keptRangeOf(sheet, plain),
      header: (one) => {
        if (one === "customer") return known(customerHeader.trim());
        if (one.startsWith(ATTRIBUTE)) return known(one.slice(ATTRIBUTE.length));
        return headers[places.get(one) ?? -1] ?? null;
      },
      headers: new Set(shown.map((header) => header.toLowerCase())),
      // Plain rows are an area: a PivotTable on other rows can't be given these, and is made anew.
      isSame: (text) => table !== null || (text !== null && isAreaOf(text, sheet.name, plain)),
      isAsked: table === null,
    };
  };
}

/** True of an address with its sheet, with or without dollar signs, that is an area of that sheet. */
function isAreaOf(text: string, sheetName: string, area: SheetArea): boolean {
  const found = areaOfAddress(text);
  return found !== null && text.includes("!") && isOnSheet(`=${text}`, sheetName) && sameArea(found, area);
}

/** What the ids of columns of the analyst's own begin with. */
const ATTRIBUTE = "attribute:";
/** Rows above which the headers of plain rows stand. */
const HEADER_ROWS = 50;

/** The native table in which the customers' own columns stand. */
function customersOf(sheet: Excel.Worksheet): Excel.Table {
  return sheet.names.getItem(columnName("customer")).getRange().getTables(false).getFirst();
}
