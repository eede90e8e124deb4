import { no, ok, type Result } from "../core/language/message";
import { sheetName, tableName } from "../files/excel-names";
import { looksTyped } from "../files/excel-text";
import { blockSize, bytesOf, unlessTooLarge } from "./block-size";
import { batchOf, type Batch } from "./batch";
import type { NewSheet, SheetHeading, SheetTable, WrittenCell } from "./new-sheet";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";
import { removeFailed, type BeforeRun } from "./take-back";
import { loadRecord, saveRecord, type WrittenRecord, type WrittenSheet } from "./written-record";

export interface WriteOptions {
  /** False for sheets that are the user's own from then on: they aren't taken back later. */
  readonly recorded?: boolean;
  /** How far the writing is, 0–1. */
  readonly share?: (share: number) => void;
  /** True once the reader has given up: what was written so far is taken away again. */
  readonly cancelled?: () => boolean;
}

/** A sheet that was written, under the name it got. */
export interface SheetWritten {
  readonly name: string;
  readonly hidden: boolean;
}

/** Characters to points: 5.25 in Calibri 11, and some room, since not every Excel has that font. */
const POINTS_A_CHARACTER = 6;
const INK = "#1F3864";

/**
 * Writes sheets into the workbook, behind those that are there, and shows the first. A name that is taken gets a
 * number; no cell that was there is touched. Rows go in blocks of about 1.5 MB, text columns are text before their
 * values come, and tables are made last, over their cells. What is being written stands in the workbook's settings, so
 * that a run which ends in the middle is found later; a run that fails or is cancelled takes away what it wrote.
 */
export async function writeSheets(
  sheets: readonly NewSheet[],
  options: WriteOptions = {},
  pause: Wait = wait,
): Promise<Result<readonly SheetWritten[]>> {
  /** What is there to be taken away should the run fail. */
  let made: readonly WrittenSheet[] = [];
  let before: BeforeRun | null = null;
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { workbook } = context;
      const all = workbook.worksheets;
      const recorded = await patiently(async () => {
        const record = loadRecord(context);
        all.load("items/id,items/name");
        workbook.tables.load("items/name");
        workbook.names.load("items/name");
        await context.sync();
        return record();
      }, pause);
      const taken = lowered(all.items);
      const takenTables = lowered([...workbook.tables.items, ...workbook.names.items]);
      const names = sheets.map(({ name }) => sheetName(name, taken));
      const tables = sheets.map(({ blocks }) => blocks.flatMap((block) => tableNames(block, takenTables)));

      before = { ids: new Set(all.items.map(({ id }) => id)), names, record: recorded };
      const added = await patiently(async () => {
        const proxies = names.map((name) => all.add(name));
        for (const proxy of proxies) proxy.load("id");
        await context.sync();
        return proxies;
      }, pause);
      made = added.map((proxy, i) => ({
        id: proxy.id,
        ...extentOf(sheets[i]?.blocks ?? []),
        tables: tables[i] ?? [],
      }));
      const unfinished: WrittenRecord = {
        version: 1,
        complete: false,
        sheets: [...recorded.sheets, ...made],
      };
      const batch = batchOf(context, pause);
      batch.queue(() => saveRecord(context, unfinished));
      await batch.sync();

      const total = sheets.reduce((sum, { blocks }) => sum + rowsOf(blocks), 0);
      let done = 0;
      for (const [i, sheet] of sheets.entries()) {
        const proxy = added[i];
        if (!proxy) continue;
        const ownTables = [...(tables[i] ?? [])];
        for (const block of sheet.blocks) {
          if (block.kind === "heading") {
            batch.queue(() => writeHeading(proxy, block));
            continue;
          }
          const told = (rows: number) => options.share?.((done + rows) / Math.max(1, total));
          const wrote = await writeTable(batch, proxy, block, told, options);
          if (!wrote) throw new Cancelled();
          done += block.count + 1;
          const name = block.name === null ? null : (ownTables.shift() ?? block.name);
          batch.queue(() => finishTable(proxy, block, name));
        }
        batch.queue(() => setUpSheet(proxy, sheet));
      }
      // A run that ended in the middle before this one is still unfinished.
      const finished: WrittenRecord =
        options.recorded === false ? recorded : { ...unfinished, complete: recorded.complete };
      batch.queue(() => {
        saveRecord(context, finished);
        added[sheets.findIndex(({ hidden }) => !hidden)]?.activate();
      });
      await batch.sync();
      return ok(names.map((name, i) => ({ name, hidden: sheets[i]?.hidden ?? false })));
    });
  } catch (error) {
    await removeFailed(made, before, pause);
    return error instanceof Cancelled ? no("pane.cancelled") : excelRefused(error);
  }
}

/** Thrown where the reader cancelled, so that the batch ends. */
class Cancelled extends Error {}

/** Writes headers and rows of a table as blocks. False where the reader cancelled. */
async function writeTable(
  batch: Batch,
  sheet: Excel.Worksheet,
  table: SheetTable,
  told: (rows: number) => void,
  options: WriteOptions,
): Promise<boolean> {
  const width = table.headers.length;
  const size = blockSize();
  batch.queue(() => {
    const headers = sheet.getRangeByIndexes(table.row, 0, 1, width);
    headers.numberFormat = [table.headers.map(() => "@")];
    headers.values = [[...table.headers]];
    headers.format.font.bold = true;
    if (table.name !== null) {
      headers.format.font.color = "#FFFFFF";
      headers.format.fill.color = INK;
      headers.format.wrapText = true;
      headers.format.verticalAlignment = "Center";
    }
    formatColumns(sheet, table);
  });
  for (let from = 0; from < table.count;) {
    if (options.cancelled?.()) return false;
    const rows = await table.rows(from, Math.min(size.rows(), table.count - from));
    const sent = await unlessTooLarge(size, () =>
      batch.sync(() => {
        sheet.getRangeByIndexes(table.row + 1 + from, 0, rows.length, width).values = rows.map((row) =>
          row.map((cell, c) => asWritten(cell, table.formats[c] === "@")),
        );
      }),
    );
    if (!sent) continue;
    size.learn(rows.length, bytesOf(rows));
    from += rows.length;
    told(from);
  }
  return true;
}

function writeHeading(sheet: Excel.Worksheet, { row, text, level }: SheetHeading): void {
  const cell = sheet.getCell(row, 0);
  cell.numberFormat = [["@"]];
  cell.values = [[text]];
  if (level === 0) return;
  cell.format.font.bold = true;
  cell.format.font.size = level === 1 ? 16 : 12;
  cell.format.font.color = INK;
}

/** Makes the native table over its cells; plain rows stay plain. */
function finishTable(sheet: Excel.Worksheet, { row, headers, count }: SheetTable, name: string | null): void {
  if (name === null) return;
  const area = sheet.getRangeByIndexes(row, 0, Math.max(count, 1) + 1, headers.length);
  const table = sheet.tables.add(area, true);
  table.name = name;
  table.style = "TableStyleLight1";
}

/** Widths, frozen headers, and out of sight where it is for a later run to read. */
function setUpSheet(sheet: Excel.Worksheet, { widths, frozenRows, frozenColumns, hidden }: NewSheet): void {
  widths.forEach((width, c) => {
    sheet.getCell(0, c).format.columnWidth = Math.round(width * POINTS_A_CHARACTER + 4);
  });
  const panes = sheet.freezePanes;
  if (frozenRows > 0 && frozenColumns > 0) {
    panes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  } else if (frozenRows > 0) panes.freezeRows(frozenRows);
  else if (frozenColumns > 0) panes.freezeColumns(frozenColumns);
  if (hidden) sheet.visibility = "Hidden";
}

/** The formats of a table's columns, before their values: a text column that comes first stays text. */
function formatColumns(sheet: Excel.Worksheet, table: SheetTable): void {
  table.formats.forEach((format, c) => {
    const column = sheet.getRangeByIndexes(table.row + 1, c, Math.max(table.count, 1), 1);
    // One value for a whole range is set on each of its cells.
    column.numberFormat = format as unknown as string[][];
    if (table.wrapped.includes(c)) column.format.wrapText = true;
    column.format.verticalAlignment = "Top";
  });
}

/**
 * An empty cell is written as "": null would leave what is there. In a cell that isn't formatted as text, text that
 * Excel would take for a number, a date or a formula gets the apostrophe that keeps it text.
 */
function asWritten(cell: WrittenCell, inTextColumn: boolean): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell !== "string" || cell === "") return cell;
  return !inTextColumn && looksTyped(cell) ? `'${cell}` : cell;
}

function tableNames(block: NewSheet["blocks"][number], taken: Set<string>): readonly string[] {
  if (block.kind !== "table" || block.name === null) return [];
  return [tableName(block.name, taken)];
}

function rowsOf(blocks: NewSheet["blocks"]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === "table" ? block.count + 1 : 0), 0);
}

/** The last row and column of a sheet's blocks, counted from 1. */
function extentOf(blocks: NewSheet["blocks"]): Pick<WrittenSheet, "rows" | "columns"> {
  let rows = 0;
  let columns = 0;
  for (const block of blocks) {
    rows = Math.max(rows, block.row + 1 + (block.kind === "table" ? Math.max(block.count, 1) : 0));
    columns = Math.max(columns, block.kind === "table" ? block.headers.length : 1);
  }
  return { rows, columns };
}

/** The names of items, in lower case. */
function lowered(items: readonly { readonly name: string }[]): Set<string> {
  return new Set(items.map(({ name }) => name.toLowerCase()));
}
