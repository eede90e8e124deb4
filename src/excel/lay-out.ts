import { bytesOf } from "./block-size";
import type { NewSheet, SheetTable } from "./new-sheet";
import type { Outbox } from "./outbox";
import { rangeOf, runsOf } from "./own-cells";
import { addressOf, type SheetArea } from "./sheet-area";
import type { SheetPart } from "./sheet-parts";
import { asWritten, type CellInput } from "./written-cell";

/** Bytes of cells in one request: small enough that a message that was too large can go in parts. */
const REQUEST_BYTES = 250_000;
/** Rows of a table's first request, before anything is known of their size. */
const FIRST_ROWS = 500;
/** Cells of a request that office.js sends as it is; larger ones it cuts up, each piece by way of three more ranges. */
const SLICE_CELLS = 1500;
/** What a range and a property of it take in a message, near enough. */
const RANGE_BYTES = 260;
/** The longest list of addresses that Excel takes. */
const LONGEST_LIST = 8000;

/** Characters to points: 5.25 in Calibri 11, and some room, since not every Excel has that font. */
const POINTS_A_CHARACTER = 6;
export const pointsOf = (characters: number): number => Math.round(characters * POINTS_A_CHARACTER + 4);

const INK = "#1F3864";

/** Told of rows that have gone out, between messages; throws where the reader has cancelled. */
export type RowsSent = (rows: number) => void;

/** A native table that is there already, over whose cells a part is written; null where one is to be made. */
export interface TableToKeep {
  readonly table: Excel.Table;
  /** Its area as it is now. */
  readonly area: SheetArea;
}

/** Where and as what the parts of a sheet are written. */
export interface PartsToWrite {
  /** The sheet, as a proxy that is there once requests are queued. */
  readonly sheet: () => Excel.Worksheet;
  readonly parts: readonly SheetPart[];
  /** The names that the native tables get, a part each; null for plain cells and headings. */
  readonly tables: readonly (string | null)[];
  readonly kept: readonly (TableToKeep | null)[];
}

/**
 * Writes headings and tables, number formats before the values so that text stays text, tables last, over their cells.
 * Requests go out as messages are full; what is left waits in the outbox.
 */
export async function writeParts(outbox: Outbox, to: PartsToWrite, sent: RowsSent): Promise<void> {
  const { sheet, parts, tables, kept } = to;
  for (const [i, part] of parts.entries()) {
    if (part.kind === "headings") {
      writeHeadings(outbox, sheet, part);
      continue;
    }
    outbox.add(() => formatTable(sheet(), part.area, part.table));
    await writeRows(outbox, sheet, part, sent);
    const name = tables[i] ?? null;
    const old = kept[i] ?? null;
    if (old) outbox.add(() => fitTable(sheet(), part.area, old));
    else if (name !== null) outbox.add(() => addTable(sheet(), part.area, name));
  }
  outbox.add(() => dress(sheet(), parts));
}

function writeHeadings(
  outbox: Outbox,
  sheet: () => Excel.Worksheet,
  { area, headings }: SheetPart & { readonly kind: "headings" },
): void {
  const first = headings[0]?.row ?? 0;
  const texts: CellInput[][] = Array.from({ length: area.rows }, () => [null]);
  for (const { row, text } of headings) texts[row - first] = [text];
  outbox.add(() => {
    const range = rangeOf(sheet(), area);
    range.numberFormat = "@" as unknown as string[][];
    range.values = texts as unknown as string[][];
  }, bytesOf(texts));
}

async function writeRows(
  outbox: Outbox,
  sheet: () => Excel.Worksheet,
  { area, table }: SheetPart & { readonly kind: "table" },
  sent: RowsSent,
): Promise<void> {
  const { formats } = table;
  const asCells = (row: readonly Parameters<typeof asWritten>[0][]) =>
    row.map((cell, c) => asWritten(cell, formats[c] ?? "@"));
  const headers = [asCells(table.headers)];
  const slice = Math.max(1, Math.floor(SLICE_CELLS / area.columns));
  let next = FIRST_ROWS;
  for (let from = 0, line = area.row; from < table.count || from === 0;) {
    const read = await table.rows(from, Math.min(next, table.count - from));
    const rows = from === 0 ? [...headers, ...read.map(asCells)] : read.map(asCells);
    const bytes = bytesOf(rows);
    const at = { ...area, row: line };
    outbox.add(() => {
      for (let first = 0; first < rows.length; first += slice) {
        const some = rows.slice(first, first + slice);
        rangeOf(sheet(), { ...at, row: at.row + first, rows: some.length }).values = some;
      }
    }, bytes);
    line += rows.length;
    from += read.length;
    if (outbox.full()) {
      await outbox.send();
      sent(from);
    }
    if (read.length === 0) break;
    next = Math.max(1, Math.floor(REQUEST_BYTES / Math.max(1, bytes / rows.length)));
  }
}

/** The formats of a table's columns with their headers: in one piece where it is small, else columns alike together. */
function formatTable(sheet: Excel.Worksheet, area: SheetArea, { formats, wrapped }: SheetTable): void {
  const runs = runsOf(formats);
  const whole = area.rows * JSON.stringify(formats).length;
  if (whole < runs.length * RANGE_BYTES) {
    rangeOf(sheet, area).numberFormat = Array.from({ length: area.rows }, () => [...formats]);
  } else {
    for (const { from, count, value } of runs) {
      const columns = { ...area, column: area.column + from, columns: count };
      // One value for a whole range is set on each of its cells.
      rangeOf(sheet, columns).numberFormat = value as unknown as string[][];
    }
  }
  if (wrapped.length === 0) return;
  rangeOf(sheet, area).format.verticalAlignment = "Top";
  const wraps = wrapped.map((c) => ({ ...area, column: area.column + c, columns: 1 }));
  for (const list of addressLists(wraps)) sheet.getRanges(list).untrack().format.wrapText = true;
}

function addTable(sheet: Excel.Worksheet, area: SheetArea, name: string): void {
  const table = sheet.tables.add(addressOf(area), true);
  table.name = name;
  table.style = "TableStyleLight1";
}

/** Gives a table that stays its new length. */
function fitTable(sheet: Excel.Worksheet, area: SheetArea, { table, area: old }: TableToKeep): void {
  if (area.rows !== old.rows) table.resize(rangeOf(sheet, area));
}

/** Headings and header rows look like what they are. */
function dress(sheet: Excel.Worksheet, parts: readonly SheetPart[]): void {
  const headings = parts.flatMap((part) => (part.kind === "headings" ? cellsOf(part) : []));
  const titles = headings.filter(({ level }) => level > 0).map(({ area }) => area);
  for (const list of addressLists(titles)) {
    const { font } = sheet.getRanges(list).untrack().format;
    font.bold = true;
    font.color = INK;
  }
  for (const [level, size] of [
    [1, 16],
    [2, 12],
  ] as const) {
    const cells = headings.filter((heading) => heading.level === level).map(({ area }) => area);
    for (const list of addressLists(cells)) sheet.getRanges(list).untrack().format.font.size = size;
  }
  const heads = parts.flatMap(({ kind, area }) => (kind === "table" ? [{ ...area, rows: 1 }] : []));
  const native = parts.some((part) => part.kind === "table" && part.table.name !== null);
  for (const list of addressLists(heads)) {
    const { format } = sheet.getRanges(list).untrack();
    format.font.bold = true;
    if (!native) continue;
    format.font.color = "#FFFFFF";
    format.fill.color = INK;
    format.wrapText = true;
    format.verticalAlignment = "Center";
  }
}

function cellsOf({ area, headings }: SheetPart & { readonly kind: "headings" }) {
  const first = headings[0]?.row ?? 0;
  return headings.map(({ row, level }) => ({
    level,
    area: { ...area, row: area.row + row - first, rows: 1 },
  }));
}

/** Addresses in lists that are short enough for Excel. */
export function addressLists(areas: readonly SheetArea[]): readonly string[] {
  const lists: string[] = [];
  for (const address of areas.map((area) => addressOf(area))) {
    const last = lists.at(-1);
    if (last === undefined || last.length + address.length >= LONGEST_LIST) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
}

/** Widths, frozen headers, and out of sight where a sheet is for a later run to read. */
export function setUpSheet(
  sheet: Excel.Worksheet,
  { widths, frozenRows, frozenColumns, hidden }: NewSheet,
): void {
  const byWidth = new Map<number, SheetArea[]>();
  widths.forEach((width, column) => {
    const cells = byWidth.get(width) ?? [];
    byWidth.set(width, [...cells, { row: 0, column, rows: 1, columns: 1 }]);
  });
  for (const [width, cells] of byWidth) {
    for (const list of addressLists(cells))
      sheet.getRanges(list).untrack().format.columnWidth = pointsOf(width);
  }
  const panes = sheet.freezePanes;
  if (frozenRows > 0 && frozenColumns > 0) {
    panes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  } else if (frozenRows > 0) panes.freezeRows(frozenRows);
  else if (frozenColumns > 0) panes.freezeColumns(frozenColumns);
  if (hidden) sheet.visibility = "Hidden";
}
