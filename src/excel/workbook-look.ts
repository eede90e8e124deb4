import { loadNames, type NamedCells } from "./own-names";
import { patiently, type Wait } from "./patience";
import { loadThings, type SheetThings } from "./own-things";
import { AREA, areaOf, type SheetArea } from "./sheet-area";
import { loadRecord, type WrittenRecord } from "./written-record";

/** What a workbook consists of. */
export interface WorkbookLook {
  readonly record: WrittenRecord;
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly visibility: `${Excel.SheetVisibility}`;
  }[];
  readonly tables: readonly { readonly id: string; readonly name: string; readonly sheet: string }[];
  /** Defined names of the whole workbook. */
  readonly names: readonly string[];
  /** True where sheets can neither be added nor removed. */
  readonly locked: boolean;
}

/** Looks at a workbook: one sync. */
export async function lookAtWorkbook(context: Excel.RequestContext, pause: Wait): Promise<WorkbookLook> {
  const { workbook } = context;
  const { worksheets, tables, names, protection } = workbook;
  const record = await patiently(async () => {
    const read = loadRecord(context);
    worksheets.load("items/id,items/name,items/visibility");
    tables.load("items/id,items/name,items/worksheet/id");
    names.load("items/name");
    protection.load("protected");
    await context.sync();
    return read();
  }, pause);
  return {
    record,
    sheets: worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility })),
    tables: tables.items.map(({ id, name, worksheet }) => ({ id, name, sheet: worksheet.id })),
    names: names.items.map(({ name }) => name),
    locked: protection.protected,
  };
}

/** A native table as it is now. */
export interface TableLook {
  readonly table: Excel.Table;
  readonly id: string;
  readonly name: string;
  /** With its headers, and with the row of totals where it shows one. */
  readonly area: SheetArea;
  readonly totals: boolean;
  /** True where a filter hides some of its rows. */
  readonly filtered: boolean;
}

/** A sheet as it is now. */
export interface SheetNow {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visibility: `${Excel.SheetVisibility}`;
  readonly names: ReadonlyMap<string, NamedCells>;
  readonly tables: readonly TableLook[];
  readonly things: SheetThings;
  /** The area that holds values; null of an empty sheet. */
  readonly used: SheetArea | null;
  readonly isProtected: boolean;
  /** True where the sheet's own filter, not a table's, hides rows. */
  readonly filtered: boolean;
}

/** Looks at sheets of the workbook, by their ids; those that aren't there are left out. One sync, or none for none. */
export async function lookAtSheets(
  context: Excel.RequestContext,
  look: WorkbookLook,
  ids: readonly string[],
  pause: Wait,
): Promise<readonly SheetNow[]> {
  const known = look.sheets.filter(({ id }) => ids.includes(id));
  if (known.length === 0) return [];
  const loads = await patiently(async () => {
    const queued = known.map((found) => queueLook(context, look, found));
    await context.sync();
    return queued;
  }, pause);
  return loads.map((read) => read());
}

function queueLook(
  context: Excel.RequestContext,
  look: WorkbookLook,
  { id, name, visibility }: WorkbookLook["sheets"][number],
): () => SheetNow {
  const sheet = context.workbook.worksheets.getItem(id);
  const names = loadNames(sheet);
  const things = loadThings(sheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(AREA);
  sheet.protection.load("protected");
  sheet.autoFilter.load("isDataFiltered");
  const tables = look.tables
    .filter((table) => table.sheet === id)
    .map((found) => {
      const table = context.workbook.tables.getItem(found.id);
      const range = table.getRange();
      range.load(AREA);
      table.load("showTotals");
      table.autoFilter.load("isDataFiltered");
      return { found, table, range };
    });
  return () => ({
    sheet,
    id,
    name,
    visibility,
    names: names(),
    things: things(),
    tables: tables.map(({ found, table, range }) => ({
      table,
      id: found.id,
      name: found.name,
      area: areaOf(range),
      totals: table.showTotals,
      filtered: table.autoFilter.isDataFiltered,
    })),
    used: used.isNullObject ? null : areaOf(used),
    isProtected: sheet.protection.protected,
    filtered: sheet.autoFilter.isDataFiltered,
  });
}

/** Looks at one sheet anew; undefined where it is gone. */
export async function lookAgain(
  context: Excel.RequestContext,
  id: string,
  pause: Wait,
): Promise<SheetNow | undefined> {
  const look = await lookAtWorkbook(context, pause);
  const [now] = await lookAtSheets(context, look, [id], pause);
  return now;
}
