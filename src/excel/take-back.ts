import { ok, type Result } from "../core/language/message";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";
import { loadRecord, saveRecord, type WrittenRecord, type WrittenSheet } from "./written-record";

/** What of the workbook is Tiersheet's. */
export interface Written {
  /** Names of its sheets, as they are now; without those that only a later run reads. */
  readonly sheets: readonly string[];
  /** False where a run ended in the middle. */
  readonly complete: boolean;
}

/** Looks up what Tiersheet has written into the workbook. Sheets that someone has deleted since are left out. */
export async function findWritten(pause: Wait = wait): Promise<Result<Written>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { record, sheets } = await ownSheets(context, pause);
      const seen = sheets.filter(({ proxy }) => proxy.visibility === "Visible");
      return ok({
        sheets: (seen.length > 0 ? seen : sheets).map(({ proxy }) => proxy.name),
        complete: record.complete || sheets.length === 0,
      });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** How many sheets were removed, and the names of those that were kept because someone else has written there too. */
export interface TakenBack {
  readonly removed: number;
  readonly kept: readonly string[];
}

/**
 * Takes back what Tiersheet wrote. A sheet of its own is deleted; where someone has written beyond Tiersheet's cells,
 * the sheet stays and only those cells are cleared.
 */
export async function takeBack(pause: Wait = wait): Promise<Result<TakenBack>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { sheets } = await ownSheets(context, pause);
      const kept = await remove(context, sheets, pause);
      await patiently(async () => {
        saveRecord(context, { version: 1, complete: true, sheets: [] });
        await context.sync();
      }, pause);
      return ok({ removed: sheets.length - kept.length, kept });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** How the workbook was when a run began. */
export interface BeforeRun {
  readonly ids: ReadonlySet<string>;
  /** The names that the run gave to its own sheets. */
  readonly names: readonly string[];
  readonly record: WrittenRecord;
}

/**
 * Takes away the sheets of a run that failed, as far as Excel lets it; what it can't stays recorded as unfinished.
 *
 * @param before null where the run had not begun. Sheets that were added in a batch which failed are known by their
 *   name only, and are removed where they are empty
 */
export async function removeFailed(
  made: readonly WrittenSheet[],
  before: BeforeRun | null,
  pause: Wait,
): Promise<void> {
  if (!before) return;
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const all = context.workbook.worksheets;
      await patiently(async () => {
        all.load("items/id,items/name");
        await context.sync();
      }, pause);
      const known = new Set(made.map(({ id }) => id));
      const nameless = all.items
        .filter(({ id, name }) => !before.ids.has(id) && !known.has(id) && before.names.includes(name))
        .map(({ id }): WrittenSheet => ({ id, rows: 0, columns: 0, tables: [] }));
      await remove(context, await findSheets(context, [...made, ...nameless], pause), pause);
      await patiently(async () => {
        saveRecord(context, before.record);
        await context.sync();
      }, pause);
    });
  } catch {
    // The session is gone, or the sheets are: the record, if it was written, says that the run is unfinished.
  }
}

interface OwnSheet {
  readonly written: WrittenSheet;
  readonly proxy: Excel.Worksheet;
}

async function ownSheets(
  context: Excel.RequestContext,
  pause: Wait,
): Promise<{ readonly record: WrittenRecord; readonly sheets: readonly OwnSheet[] }> {
  const record = await patiently(async () => {
    const read = loadRecord(context);
    await context.sync();
    return read();
  }, pause);
  return { record, sheets: await findSheets(context, record.sheets, pause) };
}

/** The sheets among those written that are still there. */
async function findSheets(
  context: Excel.RequestContext,
  written: readonly WrittenSheet[],
  pause: Wait,
): Promise<readonly OwnSheet[]> {
  const found = await patiently(async () => {
    const sheets = written.map((own) => ({
      written: own,
      proxy: context.workbook.worksheets.getItemOrNullObject(own.id),
    }));
    for (const { proxy } of sheets) proxy.load("name,visibility");
    await context.sync();
    return sheets;
  }, pause);
  return found.filter(({ proxy }) => !proxy.isNullObject);
}

/** Deletes sheets, or clears Tiersheet's cells of those that hold others too; the names of the latter. */
async function remove(
  context: Excel.RequestContext,
  sheets: readonly OwnSheet[],
  pause: Wait,
): Promise<readonly string[]> {
  if (sheets.length === 0) return [];
  const all = context.workbook.worksheets;
  const used = await patiently(async () => {
    const ranges = sheets.map(({ proxy }) => proxy.getUsedRangeOrNullObject(true));
    for (const range of ranges) range.load("rowIndex,columnIndex,rowCount,columnCount");
    for (const { proxy } of sheets) proxy.tables.load("items/name");
    all.load("items/id,items/visibility");
    await context.sync();
    return ranges;
  }, pause);
  const shared = sheets.filter(({ written }, i) => {
    const range = used[i];
    if (!range || range.isNullObject) return false;
    return (
      range.rowIndex + range.rowCount > written.rows ||
      range.columnIndex + range.columnCount > written.columns
    );
  });
  const gone = new Set(sheets.filter((sheet) => !shared.includes(sheet)).map(({ written }) => written.id));
  const shows = all.items.some(({ id, visibility }) => visibility === "Visible" && !gone.has(id));
  await patiently(async () => {
    // A workbook shows at least one sheet.
    if (!shows) all.add();
    for (const { written, proxy } of sheets) {
      if (gone.has(written.id)) {
        if (proxy.visibility === "VeryHidden") proxy.visibility = "Hidden";
        proxy.delete();
        continue;
      }
      for (const table of proxy.tables.items) {
        if (written.tables.includes(table.name)) table.convertToRange();
      }
      if (written.rows > 0) proxy.getRangeByIndexes(0, 0, written.rows, written.columns).clear();
    }
    await context.sync();
  }, pause);
  return shared.map(({ proxy }) => proxy.name);
}
