import { ownAreas, type OwnBeside, type OwnColumn, type OwnSheetFound } from "./own-found";
import { syncOf, type Sync } from "./joint-sync";
import { clearOwn, rangeOf, withoutAll } from "./own-cells";
import { countOf, removeThings } from "./own-things";
import type { Wait } from "./patience";
import { readCells } from "./read-cells";
import { columnName, keyName } from "./own-names";
import { firstAtRight, rightOfTable } from "./right-of-table";
import { AREA, areaOf, overlaps, type SheetArea } from "./sheet-area";
import type { SheetNow, TableLook, WorkbookLook } from "./workbook-look";

/** The own sheets on which someone else has written too, or made a chart, a PivotTable or a slicer. */
export async function sharedSheets(
  context: Excel.RequestContext,
  sheets: readonly OwnSheetFound[],
  pause: Wait,
): Promise<readonly OwnSheetFound[]> {
  const rows = await othersRows(context, sheets, pause);
  return sheets.filter((own, i) => isShared(own, rows[i]));
}

const isShared = ({ now, things }: OwnSheetFound, rows: ReadonlySet<number> | undefined): boolean =>
  (rows?.size ?? 0) > 0 || countOf(now.things) > countOf(things);

/** Own sheets as they are taken back. */
export interface SheetsToTakeBack {
  readonly sheets: readonly OwnSheetFound[];
  /** Those of them that stay, for someone else has written there too. */
  readonly kept: readonly OwnSheetFound[];
}

/**
 * Finds the own sheets that are kept as they are taken back. Where the analyst has written beside customers, the column
 * that names these is theirs from then on: without it nobody knew whose a note is.
 */
export async function sheetsToTakeBack(
  context: Excel.RequestContext,
  sheets: readonly OwnSheetFound[],
  pause: Wait,
): Promise<SheetsToTakeBack> {
  const rows = await othersRows(context, sheets, pause);
  const asTaken = sheets.map((own, i) => withoutNotedKeys(own, rows[i] ?? new Set()));
  return { sheets: asTaken, kept: asTaken.filter((own, i) => isShared(own, rows[i])) };
}

const KEYS = columnName("customer");

/** A sheet whose column of customers isn't ours where any of these rows is one of them. */
function withoutNotedKeys(own: OwnSheetFound, rows: ReadonlySet<number>): OwnSheetFound {
  const { names } = own.now;
  const keys = names.get(KEYS);
  const { row, rows: count } = keys?.area ?? { row: 0, rows: 0 };
  if (!keys || ![...rows].some((at) => at >= row && at < row + count)) return own;
  return { ...own, now: { ...own.now, names: new Map(names).set(KEYS, { ...keys, area: null }) } };
}

/** The rows of each own sheet in which cells that aren't ours hold something. */
async function othersRows(
  context: Excel.RequestContext,
  sheets: readonly OwnSheetFound[],
  pause: Wait,
): Promise<readonly ReadonlySet<number>[]> {
  const sync = syncOf(context, pause);
  const pivots = await pivotAreas(sheets, sync);
  const asked = sheets.flatMap((own, at) => {
    const { used, sheet } = own.now;
    const areas = used ? withoutAll(used, [...ownAreas(own), ...(pivots.get(own) ?? [])]) : [];
    return areas.map((area) => ({ at, cells: { sheet, area } }));
  });
  const read = await readCells(
    sync,
    asked.map(({ cells }) => cells),
  );
  const found = sheets.map(() => new Set<number>());
  asked.forEach(({ at, cells }, i) => {
    read[i]?.forEach((row, r) => {
      if (row.some((cell) => cell !== "")) found[at]?.add(cells.area.row + r);
    });
  });
  return found;
}

/** The cells of Tiersheet's own PivotTables, which grow and shrink by themselves. */
async function pivotAreas(
  sheets: readonly OwnSheetFound[],
  sync: Sync,
): Promise<ReadonlyMap<OwnSheetFound, readonly SheetArea[]>> {
  const known = sheets.map((own) => [own, own.things.pivots] as const);
  if (known.every(([, pivots]) => pivots.length === 0)) return new Map();
  const ranges = await sync(() =>
    known.map(([own, pivots]) => {
      const loaded = pivots.map(({ name }) => {
        const range = own.now.sheet.pivotTables.getItem(name).layout.getRange();
        range.load(AREA);
        return range;
      });
      return [own, loaded] as const;
    }),
  );
  return new Map(ranges.map(([own, loaded]) => [own, loaded.map(areaOf)]));
}

/** Queues the removal of own sheets, and of Tiersheet's cells alone on those that are kept. */
export function removeSheets(
  context: Excel.RequestContext,
  look: WorkbookLook,
  sheets: readonly OwnSheetFound[],
  kept: readonly OwnSheetFound[],
): void {
  const gone = new Set(sheets.filter((own) => !kept.includes(own)).map(({ now }) => now.id));
  const shows = look.sheets.some(({ id, visibility }) => visibility === "Visible" && !gone.has(id));
  // A workbook shows at least one sheet.
  if (!shows && gone.size > 0) context.workbook.worksheets.add();
  for (const own of kept) {
    const { sheet, names, tables } = own.now;
    const areas = ownAreas(own);
    for (const { table, area } of tables) {
      if (areas.some((one) => overlaps(one, area))) table.convertToRange();
    }
    removeThings(own.things);
    for (const area of areas) clearOwn(rangeOf(sheet, area));
    for (const name of names.keys()) sheet.names.getItem(name).delete();
  }
  for (const { now } of sheets) {
    if (!gone.has(now.id)) continue;
    if (now.visibility === "VeryHidden") now.sheet.visibility = "Hidden";
    now.sheet.delete();
  }
}

/** Queues the removal of columns beside data, of all of them unless ids say which. */
export function removeColumns(
  { now, table, written: { mark }, columns }: OwnBeside,
  ids?: ReadonlySet<string>,
): void {
  const { sheet } = now;
  const going = columns.filter(({ written }) => ids?.has(written.id) ?? true);
  const there = going.flatMap(({ written, area }) => (area ? [{ written, area }] : []));
  const inTable = there
    .filter(({ area }) => table && overlaps(table.area, area))
    .sort((a, b) => b.area.column - a.area.column);
  for (const { written, area } of there) {
    if (written.width !== null) rangeOf(sheet, { ...area, rows: 1 }).format.columnWidth = written.width;
    if (!table || !overlaps(table.area, area)) rangeOf(sheet, area).clear();
  }
  if (table) removeFromTable(now, table, inTable);
  // Names go last: where something is refused before, the columns are still found.
  const names = [...going.map(({ name }) => name), ...(ids ? [] : [keyName(mark)])];
  for (const name of names) if (now.names.has(name)) sheet.names.getItem(name).delete();
}

interface ColumnInTable {
  readonly written: OwnColumn["written"];
  readonly area: SheetArea;
}

/** Queues the removal of columns of a table, which stand from right to left. */
function removeFromTable(now: SheetNow, table: TableLook, columns: readonly ColumnInTable[]): void {
  // From the right, as what is to the right of a deleted column moves.
  for (const { area } of columns) table.table.columns.getItemAt(area.column - table.area.column).delete();
  const stay = columns.filter(({ written }) => written.moved !== true).length;
  if (stay === 0 || rightOfTable(table, now.used) === null) return;
  // Deleting pulled the cells at the table's right to the left: they go back to where they were.
  const right = table.area.column + table.area.columns;
  rangeOf(now.sheet, { ...table.area, column: right - columns.length, columns: stay }).insert("Right");
}

/**
 * Own columns of which a run that ended in the middle couldn't say whether Excel moved cells to make room for them: where
 * those cells are by now tells.
 */
export async function withMoved(
  context: Excel.RequestContext,
  beside: OwnBeside,
  pause: Wait,
): Promise<OwnBeside> {
  const { now, table, written, columns } = beside;
  const unknown = columns.filter((column) => column.written.moved === null && column.area !== null);
  if (!table || unknown.length === 0) return beside;
  const first = written.right === null ? null : await firstAtRight(context, now, table, pause);
  const moved = first === null || written.right === null ? 0 : Math.max(0, first - written.right);
  const still = new Set(unknown.slice(0, Math.max(0, unknown.length - moved)));
  return {
    ...beside,
    columns: columns.map((column) =>
      unknown.includes(column)
        ? { ...column, written: { ...column.written, moved: !still.has(column) } }
        : column,
    ),
  };
}
