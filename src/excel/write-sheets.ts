import { no, ok, type Result } from "../core/language/message";
import { looksTyped } from "../files/excel-text";
import { blockSize, bytesOf, unlessTooLarge } from "./block-size";
import type { NewSheet, SheetTable, WrittenCell } from "./new-sheet";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";
import { takeBackSheets } from "./take-back";
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

/** Characters to points: Calibri 11, the width Excel counts columns in. */
const POINTS_A_CHARACTER = 5.25;
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
  let made: WrittenSheet[] = [];
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const all = context.workbook.worksheets;
      const recorded = await patiently(async () => {
        const record = loadRecord(context);
        all.load("items/name");
        context.workbook.tables.load("items/name");
        context.workbook.names.load("items/name");
        await context.sync();
        return record();
      }, pause);
      const taken = new Set(all.items.map(({ name }) => name.toLowerCase()));
      const takenTables = new Set(
        [...context.workbook.tables.items, ...context.workbook.names.items].map(({ name }) =>
          name.toLowerCase(),
        ),
      );
      const names = sheets.map(({ name }) => untaken(name, taken, 31, (n) => ` (${n})`));

      const added = await patiently(async () => {
        const proxies = names.map((name) => all.add(name));
        for (const proxy of proxies) proxy.load("id");
        await context.sync();
        return proxies;
      }, pause);
      const tables = sheets.map(({ blocks }) => blocks.flatMap((block) => tableNames(block, takenTables)));
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
      await patiently(async () => {
        saveRecord(context, unfinished);
        await context.sync();
      }, pause);

      const total = sheets.reduce((sum, { blocks }) => sum + rowsOf(blocks), 0);
      let done = 0;
      for (const [i, sheet] of sheets.entries()) {
        const proxy = added[i];
        if (!proxy) continue;
        const names = [...(tables[i] ?? [])];
        for (const block of sheet.blocks) {
          if (block.kind === "heading") {
            const cell = proxy.getCell(block.row, 0);
            cell.numberFormat = [["@"]];
            cell.values = [[block.text]];
            if (block.level > 0) {
              cell.format.font.bold = true;
              cell.format.font.size = block.level === 1 ? 16 : 12;
              cell.format.font.color = INK;
            }
            continue;
          }
          const told = (rows: number) => options.share?.((done + rows) / Math.max(1, total));
          const wrote = await writeTable(context, proxy, block, told, options, pause);
          if (!wrote) throw new Cancelled();
          done += block.count + 1;
          if (block.name === null) {
            proxy.getRangeByIndexes(block.row, 0, 1, block.headers.length).format.font.bold = true;
            continue;
          }
          const height = Math.max(block.count, 1) + 1;
          const area = proxy.getRangeByIndexes(block.row, 0, height, block.headers.length);
          proxy.tables.add(area, true).name = names.shift() ?? block.name;
        }
        sheet.widths.forEach((width, c) => {
          proxy.getCell(0, c).format.columnWidth = Math.round(width * POINTS_A_CHARACTER + 4);
        });
        freeze(proxy, sheet);
        if (sheet.hidden) proxy.visibility = "Hidden";
      }
      await patiently(async () => {
        const finished = options.recorded === false ? recorded.sheets : unfinished.sheets;
        saveRecord(context, { version: 1, complete: true, sheets: finished });
        const shown = added[sheets.findIndex(({ hidden }) => !hidden)];
        shown?.activate();
        await context.sync();
      }, pause);
      return ok(names.map((name, i) => ({ name, hidden: sheets[i]?.hidden ?? false })));
    });
  } catch (error) {
    await takeBackSheets(made, pause);
    return error instanceof Cancelled ? no("pane.cancelled") : excelRefused(error);
  }
}

/** Thrown where the reader cancelled, so that the batch ends. */
class Cancelled extends Error {}

/** Writes headers and rows of a table as blocks. False where the reader cancelled. */
async function writeTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: SheetTable,
  told: (rows: number) => void,
  options: WriteOptions,
  pause: Wait,
): Promise<boolean> {
  const width = table.headers.length;
  const size = blockSize();
  for (let from = 0; from < table.count || from === 0;) {
    if (options.cancelled?.()) return false;
    const count = Math.min(size.rows(), table.count - from);
    const rows = count > 0 ? await table.rows(from, count) : [];
    const sent = await unlessTooLarge(size, () =>
      patiently(async () => {
        if (from === 0) {
          const headers = sheet.getRangeByIndexes(table.row, 0, 1, width);
          headers.numberFormat = [table.headers.map(() => "@")];
          headers.values = [[...table.headers]];
          formatColumns(sheet, table);
        }
        if (rows.length > 0) {
          sheet.getRangeByIndexes(table.row + 1 + from, 0, rows.length, width).values = rows.map((row) =>
            row.map((cell, c) => asWritten(cell, table.formats[c] === "@")),
          );
        }
        await context.sync();
        return true;
      }, pause),
    );
    if (!sent) continue;
    size.learn(Math.max(1, rows.length), bytesOf(rows));
    from += Math.max(rows.length, 1);
    told(Math.min(from, table.count));
  }
  return true;
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
  return [untaken(block.name, taken, 200, (n) => `_${n}`)];
}

function freeze(proxy: Excel.Worksheet, { frozenRows, frozenColumns }: NewSheet): void {
  if (frozenRows > 0 && frozenColumns > 0) {
    proxy.freezePanes.freezeAt(proxy.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  } else if (frozenRows > 0) proxy.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) proxy.freezePanes.freezeColumns(frozenColumns);
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

/** A name that isn't taken yet, capitals aside; it is taken then. */
function untaken(name: string, taken: Set<string>, longest: number, suffix: (n: number) => string): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) {
    free = name.slice(0, longest - suffix(n).length) + suffix(n);
  }
  taken.add(free.toLowerCase());
  return free;
}
