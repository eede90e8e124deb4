import { COLUMNS, overlap, ROWS, type Area } from "./area";
import type { CellValue } from "./cell-value";
import { settlePivots } from "./pivot-settle";
import { Refusal } from "./refusal";
import { clearTableFilter } from "./filter-rows";
import type { Sheet } from "./sheet";
import { TableColumn, type Table } from "./table";
import { settleHeaders } from "./table-header";
import { freeTableName } from "./table-name";

const OVERLAP =
  "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, " +
  "merged cells, or an XML Map.";

let lastId = 0;

/**
 * Makes a table of an area. Without headers, Excel puts a header row of its own above the data and moves them down. An
 * area of headers alone gets one blank row.
 * https://learn.microsoft.com/javascript/api/excel/excel.tablecollection#excel-excel-tablecollection-add-member(1)
 */
export function addTable(sheet: Sheet, given: Area, hasHeaders: boolean): Table | Refusal {
  const { book } = sheet;
  const height = given.bottom - given.top;
  const grows = !hasHeaders || height === 0;
  const area = grows ? { ...given, bottom: given.bottom + 1 } : given;
  const refused = refuseTableArea(sheet, area);
  if (refused) return refused;
  return book.change(() => {
    if (grows) {
      const line = hasHeaders ? given.bottom + 1 : given.top;
      const room = { ...given, top: line, bottom: line };
      if (!hasHeaders || !blank(sheet, room)) sheet.insertCells(room, "down");
    }
    const table: Table = {
      id: `{${(lastId += 1).toString(16).toUpperCase().padStart(8, "0")}-0003-0000-0000-000000000000}`,
      sheet,
      name: freeTableName(book),
      area,
      columns: [],
      showHeaders: true,
      showTotals: false,
      showBandedRows: true,
      showBandedColumns: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      showFilterButton: true,
      style: "TableStyleMedium2",
      blankRow: hasHeaders && height === 0,
      filter: new Map(),
      sort: undefined,
    };
    for (let column = area.left; column <= area.right; column += 1) table.columns.push(newColumn(table));
    sheet.tables.push(table);
    settleHeaders(table);
    changed(table);
    return table;
  });
}

function newColumn(table: Table): TableColumn {
  return new TableColumn(table, Math.max(0, ...table.columns.map(({ id }) => id)) + 1, "");
}

/** Refuses an area that a table can't take. The code: application-specific-api-error-handling, MergedRangeConflict. */
function refuseTableArea(sheet: Sheet, area: Area, but?: Table): Refusal | undefined {
  if (area.bottom >= ROWS || area.right >= COLUMNS) {
    return new Refusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  }
  const unsettled = settlePivots(sheet.book);
  if (unsettled) return unsettled;
  const taken =
    sheet.tables.some((table) => table !== but && overlap(table.area, area)) ||
    sheet.pivotTables.some((pivot) => overlap(pivot.area, area)) ||
    sheet.merges.some((merge) => overlap(merge, area)) ||
    (sheet.filter !== undefined && overlap(sheet.filter.area, area));
  return taken ? new Refusal("MergedRangeConflict", OVERLAP) : undefined;
}

/** Tells the calculation and the listeners. */
export function changed(table: Table): void {
  table.sheet.book.calculation.tablesChanged();
  table.sheet.book.tell({ kind: "objects", sheet: table.sheet, of: "table" });
}

/** The rows between header and totals row; Excel keeps one even where a table has no rows. */
export const bodyOf = ({ area, showHeaders, showTotals }: Table): Area => ({
  ...area,
  top: area.top + (showHeaders ? 1 : 0),
  bottom: area.bottom - (showTotals ? 1 : 0),
});

/** How many rows a table has: none while its one row is the blank one Excel keeps. */
export function rowCount(table: Table): number {
  const body = bodyOf(table);
  if (table.blankRow && table.sheet.values(body)[0]!.every((value) => value === null)) return 0;
  table.blankRow = false;
  return body.bottom - body.top + 1;
}

/** Removes a table and its cells; the cells below stay where they are. */
export function deleteTable(table: Table): void {
  const { sheet } = table;
  sheet.book.change(() => {
    const { area } = table;
    forget(table);
    sheet.clear(area, "all");
    changed(table);
  });
}

/** Makes a table plain cells again. */
export function convertToRange(table: Table): Area {
  table.sheet.book.change(() => {
    forget(table);
    changed(table);
  });
  return table.area;
}

function forget(table: Table): void {
  clearTableFilter(table);
  const { sheet } = table;
  sheet.tables = sheet.tables.filter((other) => other !== table);
  for (const other of sheet.book.sheets) {
    other.slicers = other.slicers.filter(({ source }) => !("table" in source) || source.table !== table);
  }
}

/**
 * Gives a table another area; the header stays in its row and the areas must overlap, as with the handle in Excel.
 * https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-resize-member(1)
 */
export function resizeTable(table: Table, area: Area): Refusal | undefined {
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  if (area.top !== table.area.top || !overlap(area, table.area) || area.bottom - area.top < least) {
    return new Refusal("InvalidArgument", "The headers must stay in the same row and the ranges overlap.");
  }
  const refused = refuseTableArea(table.sheet, area, table);
  if (refused) return refused;
  table.sheet.book.change(() => {
    const before = table.area;
    const kept = table.columns.filter(
      (_, index) => before.left + index >= area.left && before.left + index <= area.right,
    );
    table.area = area;
    table.columns = kept;
    for (let column = before.left - 1; column >= area.left; column -= 1)
      table.columns.unshift(newColumn(table));
    while (table.columns.length < area.right - area.left + 1) table.columns.push(newColumn(table));
    settleHeaders(table);
    changed(table);
  });
  return undefined;
}

/** Shows or hides the totals row: it takes a row below the body, moving cells there down, and gives it back. */
export function setTotals(table: Table, show: boolean): Refusal | undefined {
  if (show === table.showTotals) return undefined;
  const { sheet, area } = table;
  const below: Area = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
  if (show) {
    const blocked = refuseTableArea(sheet, below, table);
    if (blocked) return blocked;
  }
  sheet.book.change(() => {
    if (show) {
      if (sheet.values(below)[0]!.some((value) => value !== null)) sheet.insertCells(below, "down");
      table.area = { ...area, bottom: area.bottom + 1 };
      table.showTotals = true;
      const word = sheet.book.culture === "zh-CN" ? "汇总" : "Total";
      sheet.write({ ...below, right: below.left }, [[word]]);
    } else {
      table.showTotals = false;
      sheet.clear({ ...area, top: area.bottom }, "contents");
      table.area = { ...area, bottom: area.bottom - 1 };
    }
    changed(table);
  });
  return undefined;
}

/** Shows or hides the header row; its cells are blank while it is hidden, and the body stays where it is. */
export function setHeaders(table: Table, show: boolean): void {
  if (show === table.showHeaders) return;
  const { sheet, area } = table;
  sheet.book.change(() => {
    const names = table.columns.map(({ name }) => name);
    table.columns.forEach((column, index) => (column.label = names[index]!));
    if (show) {
      const above = { ...area, top: area.top - 1, bottom: area.top - 1 };
      if (area.top > 0 && blank(sheet, above)) table.area = { ...area, top: area.top - 1 };
      else {
        sheet.insertCells({ ...area, bottom: area.top }, "down");
        table.area = { ...area, bottom: area.bottom + 1 };
      }
      table.showHeaders = true;
      sheet.write({ ...table.area, bottom: table.area.top }, [names]);
    } else {
      clearTableFilter(table);
      table.showHeaders = false;
      sheet.clear({ ...area, bottom: area.top }, "contents");
      table.area = { ...area, top: area.top + 1 };
    }
    changed(table);
  });
}

/** What a cell of a new row or column is given; null leaves it alone. */
export type Entry = string | number | boolean | null;

/** The refusal of a block whose size isn't the table's. */
const wrongSize = (): Refusal =>
  new Refusal(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/**
 * Adds rows before a zero-based place (-1: at the end). What is below the table within its columns moves down.
 * https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection#excel-excel-tablerowcollection-add-member(1)
 */
export function addRows(
  table: Table,
  index: number,
  rows: readonly (readonly Entry[])[],
): Refusal | undefined {
  const { sheet } = table;
  const count = rowCount(table);
  const width = table.area.right - table.area.left + 1;
  if (index > count || rows.length === 0) return wrongSize();
  if (rows.some((row) => row.length !== width)) return wrongSize();
  const at = index < 0 ? count : index;
  const body = bodyOf(table);
  const fill = count === 0 ? 1 : 0;
  const more = rows.length - fill;
  const top = body.top + at;
  const room: Area = { ...body, top: top + fill, bottom: top + fill + more - 1 };
  if (more > 0) {
    const refused = refuseGrowth(table, more);
    if (refused) return refused;
  }
  sheet.book.change(() => {
    if (more > 0) {
      const below: Area = { ...table.area, top: table.area.bottom + 1, bottom: table.area.bottom + more };
      const free = sheet.usedArea(false);
      const atEnd = at === count && !table.showTotals;
      if (atEnd && (!free || !overlap(free, below) || blank(sheet, below)))
        table.area = { ...table.area, bottom: table.area.bottom + more };
      else {
        const { area } = table;
        sheet.insertCells(room, "down");
        // Whoever moves tables with cells has seen it grow, unless the rows were put behind the last one.
        table.area = { ...area, bottom: area.bottom + more };
      }
    }
    table.blankRow = false;
    sheet.enterArea({ ...body, top, bottom: top + rows.length - 1 }, rows);
    changed(table);
  });
  return undefined;
}

function blank(sheet: Sheet, area: Area): boolean {
  return sheet.values(area).every((row) => row.every((value) => value === null));
}

/** What is in the way of a table that moves the cells below it down. */
function refuseGrowth(table: Table, rows: number): Refusal | undefined {
  const { sheet, area } = table;
  if (isFiltered(table)) {
    return new Refusal(
      "FilteredRangeConflict",
      "The attempted operation causes a conflict with a filtered range.",
    );
  }
  const below: Area = { ...area, top: area.bottom + 1, bottom: ROWS - 1 };
  const cut = [...sheet.tables.filter((other) => other !== table), ...sheet.pivotTables].some(
    (other) => overlap(other.area, below) && (other.area.left < area.left || other.area.right > area.right),
  );
  if (cut) {
    return new Refusal(
      "InsertDeleteConflict",
      "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.",
    );
  }
  const used = sheet.usedArea(true);
  if (used && used.bottom + rows >= ROWS && overlap(used, { ...below, top: ROWS - rows })) {
    return new Refusal("InvalidOperation", "There is no room for more rows.");
  }
  return undefined;
}

/** Whether rows of a table are hidden by its filter. */
export const isFiltered = (table: Table): boolean => table.filter.size > 0;

/** Deletes rows of the body; the last one stays as Excel's blank row. What is below moves up. */
export function deleteRows(table: Table, index: number, count: number): Refusal | undefined {
  const rows = rowCount(table);
  if (index < 0 || count < 1 || index + count > rows) {
    return new Refusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  }
  if (isFiltered(table)) {
    return new Refusal(
      "FilteredRangeConflict",
      "The attempted operation causes a conflict with a filtered range.",
    );
  }
  const { sheet } = table;
  const body = bodyOf(table);
  sheet.book.change(() => {
    const all = count === rows;
    const from = body.top + index + (all ? 1 : 0);
    const to = body.top + index + count - 1;
    if (all) {
      sheet.clear({ ...body, bottom: body.top }, "contents");
      table.blankRow = true;
    }
    if (to >= from) {
      const { area } = table;
      sheet.deleteCells({ ...body, top: from, bottom: to }, "up");
      table.area = { ...area, bottom: area.bottom - (to - from + 1) };
    }
    changed(table);
  });
  return undefined;
}

/**
 * Adds a column before a zero-based place (-1: at the right). Values are those of all its cells, header first.
 * https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1)
 */
export function addColumn(
  table: Table,
  index: number,
  values: readonly (readonly Entry[])[] | undefined,
  name: string | undefined,
): TableColumn | Refusal {
  const { sheet } = table;
  const height = table.area.bottom - table.area.top + 1;
  const width = table.columns.length;
  if (index > width) return wrongSize();
  if (values && (values.length > height || values.some((row) => row.length !== 1))) return wrongSize();
  const at = index < 0 ? width : index;
  const left = table.area.left + at;
  const refused = refuseWidening(table, left);
  if (refused) return refused;
  return sheet.book.change(() => {
    const { area } = table;
    const before = [...table.columns];
    const column: Area = { ...area, left, right: left };
    if (at < width || !blank(sheet, column)) sheet.insertCells(column, "right");
    table.area = { ...area, right: area.right + 1 };
    table.columns = before;
    const made = newColumn(table);
    table.columns.splice(at, 0, made);
    if (values) sheet.enterArea(column, values);
    if (name !== undefined && table.showHeaders) sheet.write({ ...column, bottom: column.top }, [[name]]);
    settleHeaders(table);
    changed(table);
    return made;
  });
}

function refuseWidening(table: Table, left: number): Refusal | undefined {
  const { sheet, area } = table;
  const right: Area = { ...area, left: Math.max(left, area.right + 1), right: COLUMNS - 1 };
  if (area.right + 1 >= COLUMNS)
    return new Refusal("InvalidOperation", "There is no room for another column.");
  const cut = [...sheet.tables.filter((other) => other !== table), ...sheet.pivotTables].some(
    (other) => overlap(other.area, right) && (other.area.top < area.top || other.area.bottom > area.bottom),
  );
  const merged = sheet.merges.some(
    (merge) => overlap(merge, right) && (merge.top < area.top || merge.bottom > area.bottom),
  );
  const beside: Area = { ...area, left: area.right + 1, right: area.right + 1 };
  const taken = sheet.tables.some((other) => other !== table && overlap(other.area, beside)) && cut;
  return (cut && !blank(sheet, beside)) || taken || merged
    ? new Refusal("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.")
    : undefined;
}

/** Deletes a column; what is to the right moves left. The last column of a table takes the table with it. */
export function deleteColumn(column: TableColumn): void {
  const { table } = column;
  const { sheet, area } = table;
  if (table.columns.length === 1) return deleteTable(table);
  sheet.book.change(() => {
    const at = column.index;
    const left = area.left + at;
    const rest = table.columns.filter((one) => one !== column);
    table.filter.delete(column.id);
    sheet.deleteCells({ ...area, left, right: left }, "left");
    table.columns = rest;
    table.area = { ...area, right: area.right - 1 };
    changed(table);
  });
}

/**
 * To be called after cells were written: a table grows over a block that begins right below it (within its columns, no
 * totals row) or right beside it (within its rows), as Excel's automatic expansion does, also for writes of add-ins:
 * https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins#avoid-table-row-coauthoring-conflicts
 */
export function growTables(sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    const { area } = table;
    const below =
      written.top === area.bottom + 1 &&
      written.left >= area.left &&
      written.right <= area.right &&
      !table.showTotals;
    const beside =
      written.left === area.right + 1 && written.top >= area.top && written.bottom <= area.bottom;
    if (!below && !beside) continue;
    if (sheet.values(written).every((row) => row.every((value: CellValue) => value === null))) continue;
    resizeTable(table, below ? { ...area, bottom: written.bottom } : { ...area, right: written.right });
  }
}
