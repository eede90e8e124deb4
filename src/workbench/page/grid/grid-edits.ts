import type { Area } from "../../workbook/area";
import { COLUMNS, overlap, ROWS } from "../../workbook/area";
import { applySheetFilter } from "../../workbook/filter-rows";
import { isRefusal } from "../../workbook/refusal";
import type { Sheet } from "../../workbook/sheet";
import { addTable, convertToRange } from "../../workbook/table-edit";
import type { Borders } from "../../workbook/style";
import { borderOf, patchOf, type GridBorder, type GridLine, type GridStyle } from "./cell-look";
import type { GridBook } from "./grid-book";
import type { GridCommand, GridGetters, GridPosition, GridZone } from "./plugin-base";

/** What a command changes in a cell. */
export interface CellEdit {
  readonly content?: string;
  readonly style?: GridStyle | null;
  readonly format?: string;
}

/** Points to a pixel of a screen at 96 a inch. */
export const POINTS = 0.75;

/** Does to one cell what a person did to it in the grid. */
export function editCell(book: GridBook, position: GridPosition, edit: CellEdit): void {
  const sheet = book.sheet(position.sheetId);
  if (!sheet) return;
  const { row, col } = position;
  const cell = { top: row, bottom: row, left: col, right: col };
  book.workbook.batch("user", () => {
    if (edit.style !== undefined) {
      // All of the cell's look is told, not what changed in it.
      sheet.setStyle(cell, patchOf(null));
      if (edit.style) sheet.setStyle(cell, patchOf(edit.style));
    }
    // A text format first: what is typed into such a cell stays a text.
    if (edit.format === "@") sheet.setStyle(cell, { numberFormat: "@" });
    if (edit.content !== undefined) sheet.enter(row, col, edit.content.replaceAll("\r\n", "\n"));
    if (edit.format !== undefined && edit.format !== "@") {
      sheet.setStyle(cell, { numberFormat: edit.format || "General" });
    }
  });
}

/** Draws lines beside a cell. */
export function putBorder(
  book: GridBook,
  { sheetId, row, col }: GridPosition,
  border: Partial<Record<keyof GridBorder, GridLine>>,
): void {
  const borders: { -readonly [side in keyof Borders]: Borders[side] } = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = border[side];
    if (line) borders[side] = borderOf(line);
  }
  book.sheet(sheetId)?.setStyle({ top: row, bottom: row, left: col, right: col }, { borders });
}

/** Takes all lines of the cells away. */
export function clearBorders(book: GridBook, sheetId: string, zones: readonly GridZone[]): void {
  const none = { top: undefined, bottom: undefined, left: undefined, right: undefined };
  const sheet = book.sheet(sheetId);
  for (const zone of zones) sheet?.setStyle(zone, { borders: none });
}

/** The fields of the commands that are followed here. */
interface Fields {
  readonly sheetId: string;
  readonly target: readonly GridZone[];
  readonly dimension: "ROW" | "COL";
  readonly elements: readonly number[];
  readonly base: number;
  readonly position: "before" | "after" | number;
  readonly quantity: number;
  readonly size: number | null;
  readonly delta: number;
  readonly name: string;
  readonly newName: string;
  readonly color: string | undefined;
  readonly sheetIdTo: string;
  readonly sheetNameTo: string;
  readonly areGridLinesVisible: boolean;
  readonly ranges: readonly { readonly _zone: GridZone }[];
  readonly zone: GridZone;
  readonly config: TableLooks;
}

/** Does to the workbook what a person did in the grid, as far as a command says it that isn't about a single cell. */
export function followCommand(book: GridBook, getters: GridGetters, command: GridCommand): void {
  const follow = follows[command.type];
  if (!follow) return;
  const fields = command as unknown as Fields & CellEdit & GridPosition;
  book.workbook.batch("user", () => follow(book, fields, getters));
}

type Follow = (book: GridBook, fields: Fields & CellEdit & GridPosition, getters: GridGetters) => void;

/** A command about cells of a sheet that is known. */
const on =
  (
    work: (
      sheet: Sheet,
      fields: Fields & CellEdit & GridPosition,
      book: GridBook,
      getters: GridGetters,
    ) => void,
  ): Follow =>
  (book, fields, getters) => {
    const sheet = book.sheet(fields.sheetId);
    if (sheet) work(sheet, fields, book, getters);
  };

const cleared = (what: "contents" | "formats" | "all") =>
  on((sheet, { target, sheetId }, _book, getters) => {
    for (const zone of target) sheet.clear(wholeArea(zone, sheetId, getters), what);
  });

const follows: Readonly<Record<string, Follow>> = {
  UPDATE_CELL: (book, fields) => editCell(book, fields, fields),
  CLEAR_CELL: on((sheet, { row, col }) =>
    sheet.clear({ top: row, bottom: row, left: col, right: col }, "all"),
  ),
  CLEAR_CELLS: cleared("all"),
  DELETE_CONTENT: cleared("contents"),
  CLEAR_FORMATTING: cleared("formats"),
  SET_FORMATTING: on((sheet, { target, sheetId, style, format }, _book, getters) => {
    for (const zone of target) {
      const area = wholeArea(zone, sheetId, getters);
      if (style !== undefined) sheet.setStyle(area, patchOf(style));
      if (format !== undefined) sheet.setStyle(area, { numberFormat: format || "General" });
    }
  }),
  ADD_COLUMNS_ROWS: on((sheet, { dimension, base, position, quantity }) => {
    const first = position === "before" ? base : base + 1;
    const used = sheet.usedArea(false);
    const area = lines(dimension, first, first + quantity - 1);
    // Rows added below everything are only more of the same sheet.
    if (!used || first > (dimension === "ROW" ? used.bottom : used.right) + 1) return;
    sheet.insertCells(area, dimension === "ROW" ? "down" : "right");
  }),
  REMOVE_COLUMNS_ROWS: on((sheet, { dimension, elements }) => {
    for (const [first, last] of runs(elements).reverse()) {
      sheet.deleteCells(lines(dimension, first, last), dimension === "ROW" ? "up" : "left");
    }
  }),
  RESIZE_COLUMNS_ROWS: on((sheet, { dimension, elements, size }) => {
    for (const [first, last] of runs(elements)) {
      const points = size === null ? undefined : size * POINTS;
      if (dimension === "ROW") sheet.setRowHeight(first, last, points);
      else sheet.setColumnWidth(first, last, points);
    }
  }),
  HIDE_COLUMNS_ROWS: on((sheet, fields) => hide(sheet, fields, true)),
  UNHIDE_COLUMNS_ROWS: on((sheet, fields) => hide(sheet, fields, false)),
  ADD_MERGE: on((sheet, { target }) => target.forEach((zone) => sheet.merge(zone))),
  REMOVE_MERGE: on((sheet, { target }) => target.forEach((zone) => sheet.unmerge(zone))),
  FREEZE_ROWS: on((sheet, { quantity }) => freeze(sheet, { rows: quantity })),
  FREEZE_COLUMNS: on((sheet, { quantity }) => freeze(sheet, { columns: quantity })),
  UNFREEZE_ROWS: on((sheet) => freeze(sheet, { rows: 0 })),
  UNFREEZE_COLUMNS: on((sheet) => freeze(sheet, { columns: 0 })),
  UNFREEZE_COLUMNS_ROWS: on((sheet) => freeze(sheet, { rows: 0, columns: 0 })),
  CREATE_TABLE: on((sheet, { ranges, config }, book) => makeTable(book, sheet, ranges, config)),
  UPDATE_TABLE: on((sheet, { zone, config }) => {
    const table = sheet.tableOf(zone.top, zone.left);
    if (table) lookLike(table, config ?? {});
  }),
  REMOVE_TABLE: on((sheet, { target }) => {
    for (const table of [...sheet.tables])
      if (target.some((zone) => overlap(zone, table.area))) convertToRange(table);
    const { filter } = sheet;
    if (!filter || !target.some((zone) => overlap(zone, filter.area))) return;
    filter.criteria = [];
    applySheetFilter(sheet, filter);
    sheet.filter = undefined;
    sheet.book.tell({ kind: "objects", sheet, of: "filter" });
  }),
  SET_GRID_LINES_VISIBILITY: on((sheet, { areGridLinesVisible }, book) => {
    sheet.showGridlines = areGridLinesVisible;
    book.workbook.tell({ kind: "objects", sheet, of: "page" });
  }),
  CREATE_SHEET: (book, { sheetId, name, position }) => {
    const sheet = book.workbook.addSheet(name);
    book.bind(sheet, sheetId);
    book.workbook.moveSheet(sheet, Number(position));
  },
  DUPLICATE_SHEET: on((sheet, { sheetIdTo, sheetNameTo }, book) => {
    const copy = book.workbook.addSheet(sheetNameTo);
    book.bind(copy, sheetIdTo);
    book.workbook.moveSheet(copy, book.workbook.sheets.indexOf(sheet) + 1);
    copyCells(sheet, copy);
  }),
  DELETE_SHEET: on((sheet, _fields, { workbook }) => workbook.deleteSheet(sheet)),
  RENAME_SHEET: on((sheet, { newName }, { workbook }) => workbook.renameSheet(sheet, newName.trim())),
  MOVE_SHEET: on((sheet, _fields, book, getters) => {
    // The grid has moved it already.
    book.workbook.moveSheet(sheet, getters.getSheetIds().indexOf(book.id(sheet)));
  }),
  COLOR_SHEET: on((sheet, { color }, { workbook }) => {
    sheet.tabColor = color ?? "";
    workbook.tell({ kind: "sheets" });
  }),
  LOCK_SHEET: on((sheet, _fields, { workbook }) => {
    sheet.protection = { password: undefined, options: {} };
    workbook.tell({ kind: "objects", sheet, of: "protection" });
  }),
  UNLOCK_SHEET: on((sheet, _fields, book) => {
    // The grid has no place to ask for a password.
    if (sheet.protection?.password !== undefined) return book.refuse("protected");
    sheet.protection = undefined;
    book.workbook.tell({ kind: "objects", sheet, of: "protection" });
  }),
  HIDE_SHEET: on((sheet, _fields, { workbook }) => {
    sheet.visibility = "Hidden";
    workbook.tell({ kind: "sheets" });
  }),
  SHOW_SHEET: on((sheet, _fields, { workbook }) => {
    sheet.visibility = "Visible";
    workbook.tell({ kind: "sheets" });
  }),
};

/** The parts of a table's looks as o-spreadsheet names them. */
interface TableLooks {
  readonly hasFilters?: boolean;
  readonly totalRow?: boolean;
  readonly firstColumn?: boolean;
  readonly lastColumn?: boolean;
  readonly numberOfHeaders?: number;
  readonly bandedRows?: boolean;
  readonly bandedColumns?: boolean;
  readonly styleId?: string;
}

function makeTable(book: GridBook, sheet: Sheet, ranges: Fields["ranges"], looks: TableLooks): void {
  for (const { _zone } of ranges) {
    const table = addTable(sheet, _zone, looks.numberOfHeaders !== 0);
    if (isRefusal(table)) return book.say(table.message);
    lookLike(table, looks);
  }
}

function lookLike(table: Sheet["tables"][number], looks: TableLooks): void {
  if (looks.hasFilters !== undefined) table.showFilterButton = looks.hasFilters;
  if (looks.firstColumn !== undefined) table.highlightFirstColumn = looks.firstColumn;
  if (looks.lastColumn !== undefined) table.highlightLastColumn = looks.lastColumn;
  if (looks.bandedRows !== undefined) table.showBandedRows = looks.bandedRows;
  if (looks.bandedColumns !== undefined) table.showBandedColumns = looks.bandedColumns;
  if (looks.styleId !== undefined) table.style = looks.styleId === "None" ? "" : looks.styleId;
  table.sheet.book.tell({ kind: "objects", sheet: table.sheet, of: "table" });
}

/** All of the grid's rows or columns mean all of the sheet's. */
function wholeArea(zone: GridZone, id: string, getters: GridGetters): Area {
  const rows = zone.top === 0 && zone.bottom === getters.getNumberRows(id) - 1;
  const columns = zone.left === 0 && zone.right === getters.getNumberCols(id) - 1;
  return {
    top: zone.top,
    left: zone.left,
    bottom: rows ? ROWS - 1 : zone.bottom,
    right: columns && !rows ? COLUMNS - 1 : zone.right,
  };
}

const lines = (dimension: "ROW" | "COL", first: number, last: number): Area =>
  dimension === "ROW"
    ? { top: first, bottom: last, left: 0, right: COLUMNS - 1 }
    : { top: 0, bottom: ROWS - 1, left: first, right: last };

function hide(sheet: Sheet, { dimension, elements }: Fields, hidden: boolean): void {
  for (const [first, last] of runs(elements)) {
    if (dimension === "ROW") sheet.setRowsHidden(first, last, hidden);
    else sheet.setColumnsHidden(first, last, hidden);
  }
}

function freeze(sheet: Sheet, change: Partial<Sheet["freeze"]>): void {
  sheet.freeze = { ...sheet.freeze, ...change };
  sheet.book.tell({ kind: "objects", sheet, of: "page" });
}

/** Numbers as runs of neighbours, ascending. */
export function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** Copies values, formulas, styles, merges and sizes. */
function copyCells(from: Sheet, to: Sheet): void {
  const used = from.usedArea(false);
  if (used) {
    to.write(used, from.values(used));
    from.cells.eachStyle(used, (row, column, id) => to.cells.setStyleId(row, column, id));
    for (const { row, column, text, spill } of from.formulas.values()) {
      if (spill) to.clear(spill, "contents");
      to.writeFormula(row, column, text);
    }
  }
  for (const merge of from.merges) to.merge(merge);
  for (const side of ["rows", "columns"] as const) {
    for (const [index, size] of from[side].sizes) to[side].sizes.set(index, size);
    for (const [index, id] of from[side].styles) to[side].styles.set(index, id);
    for (const index of from[side].hidden) to[side].hidden.add(index);
  }
  to.freeze = from.freeze;
  to.tabColor = from.tabColor;
}
