import { Refused } from "./going";
import {
  customerColumn,
  HEADER_ROWS,
  isHeader,
  LOAD_AREAS,
  withMergedTexts,
  type Headers,
} from "./header-row";
import type { Beside } from "./new-sheet";
import type { Sync } from "./joint-sync";
import { keptRangeOf, rangeOf } from "./own-cells";
import type { OwnBeside, OwnFound } from "./own-found";
import { keyName } from "./own-names";
import { patiently, type Wait } from "./patience";
import { queueBeyond, refuseWhereTaken, rowsBeyond } from "./rows-beyond";
import { AREA, areaOf, overlaps, sameArea, type SheetArea } from "./sheet-area";
import type { SheetNow, TableLook } from "./workbook-look";

/** Where columns are written beside data: ranges that Excel keeps in their places. */
export interface BesidePlace {
  readonly now: SheetNow;
  readonly table: TableLook | null;
  /** The columns that are there from earlier. */
  readonly own: OwnBeside | null;
  readonly headerRow: number;
  readonly rowCount: number;
  readonly keyColumn: number;
  /** The cells that name the customers, as a range of the batch that asks for it. */
  readonly keys: () => Excel.Range;
  /** The texts of the header row, by column of the sheet. */
  readonly headers: ReadonlyMap<number, string>;
  /** Of plain rows: the cells of all that stands in them, headers first, at whose right new columns go. Null in a table. */
  readonly filled: Excel.Range | null;
  /** True where the last header isn't a cell by itself: its format can't be copied without merging cells. */
  readonly lastMerged: boolean;
  /**
   * How many columns are left free between those cells and new ones: one where a native table would grow, or where what
   * stands at the left isn't of the customers' own block, and would be sorted together with the new columns.
   */
  readonly gap: number;
  /** Of a table: what stands at its right in its rows; null where nothing does. */
  readonly right: Excel.Range | null;
  /** The first column of that, as it was before anything was written. */
  readonly rightColumn: number | null;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** How many columns without a header are looked at, whether they are blank: a sheet may have thousands. */
const MOST_UNHEADED = 40;

/**
 * Finds the rows and the column of the customers again before anything is written: by the table, by the own columns
 * that are there, and by the column's header, of several with the same header the one where it was read. Throws `Refused`
 * where the header is gone, or is over several other columns, rows are hidden by a filter, cells are merged, the sheet is
 * protected, or someone's cells stand where the own columns go on beside new rows.
 */
export async function placeBeside(sync: Sync, found: OwnFound, plan: Beside): Promise<BesidePlace> {
  const now = found.others.find(({ id }) => id === plan.sheet);
  if (!now) throw new Refused("excel-item-gone");
  if (now.isProtected) throw new Refused("excel-sheet-protected", { sheet: now.name });
  const table = tableOf(now, plan);
  if (table ? table.filtered : now.filtered) throw new Refused("excel-filtered", { sheet: now.name });
  const { sheet } = now;
  const inRows = table
    ? found.beside.filter((one) => one.now.id === now.id && one.table?.id === table.id)
    : besideRows(found.beside, {
        sheet: now.id,
        headerRow: plan.headerRow,
        rows: plan.firstRow - plan.headerRow + plan.rowCount,
      });
  const headerRow = table?.area.row ?? firstRowOf(inRows[0] ?? null) ?? plan.headerRow;
  const { headers, last } = await readHeaders(sync, { sheet, table, headerRow, plan });
  const keyColumn = customerColumn(headers, plan, now.name);
  const own =
    (table ? inRows[0] : ownOfList(inRows, { row: headerRow, column: keyColumn }, plan, headers)) ?? null;
  const known = own?.columns.filter(({ area }) => area !== null).length ?? 0;
  if (table && known < plan.columns.length) refuseWhereOthersShift(now, table);
  const { rowCount, last: lastCounted } = await countRows(sync, {
    now,
    table,
    own,
    headerRow,
    keyColumn,
    plan,
    last,
  });

  const ids = plan.columns.map(({ id }) => id);
  const beyond = rowsBeyond(own, { now, row: headerRow + 1, rows: rowCount, keyColumn }, ids);
  const whole: SheetArea = { row: headerRow, column: 0, rows: rowCount + 1, columns: LAST_COLUMN };
  const mayMerge = Office.context.requirements.isSetSupported("ExcelApi", "1.13");
  const loaded = await sync(() => {
    const keys = keptRangeOf(sheet, { row: headerRow + 1, column: keyColumn, rows: rowCount, columns: 1 });
    keys.load(AREA);
    const headerCell = headers.merged.find((area) => keyColumn === area.column)?.row ?? headerRow;
    const header = rangeOf(sheet, { row: headerCell, column: keyColumn, rows: 1, columns: 1 });
    header.load("values");
    // As things stood when the rows were counted?
    const counted = table ? table.table.getRange() : queueLast(sheet, headerRow, keyColumn);
    counted.load(AREA);
    // The last row of headers that are all merged holds nothing, and is theirs all the same.
    const head = {
      row: headerRow,
      column: headers.column,
      rows: 1,
      columns: Math.max(1, headers.texts.length),
    };
    const filled = table
      ? null
      : rangeOf(sheet, whole).getUsedRangeOrNullObject(true).getBoundingRect(rangeOf(sheet, head));
    filled?.load(AREA);
    const right = table ? rangeOf(sheet, rightOf(table)).getUsedRangeOrNullObject(true) : null;
    right?.load(AREA);
    const merged = mayMerge && !table ? rangeOf(sheet, whole).getMergedAreasOrNullObject() : null;
    merged?.load("address");
    merged?.areas.load(LOAD_AREAS);
    const unheaded = (table ? [] : unheadedColumns(headers, keyColumn)).map((column) => {
      const used = rangeOf(sheet, { ...whole, column, columns: 1 }).getUsedRangeOrNullObject(true);
      used.load("columnIndex");
      return { column, used };
    });
    return { keys, header, counted, filled, right, merged, unheaded, taken: queueBeyond(beyond) };
  });
  const { keys, header, counted, filled, right, merged, unheaded } = loaded;
  const isSame = table ? sameArea(areaOf(counted), table.area) : lastRow(counted) === lastCounted;
  if (!isSame || (plan.customerHeader !== "" && !isHeader(header.values[0]?.[0], plan.customerHeader))) {
    throw new Refused("excel-changed-meanwhile", { sheet: now.name });
  }
  await refuseWhereTaken(sync, beyond, loaded.taken);
  const edge = filled && !filled.isNullObject ? filled.columnIndex + filled.columnCount : 0;
  if (merged && !merged.isNullObject) {
    const ours = own?.columns.flatMap(({ area }) => area ?? []) ?? [];
    const inTheWay = merged.areas.items.find((range) => {
      const area = areaOf(range);
      return area.column + area.columns > edge || ours.some((one) => overlaps(one, area));
    });
    if (inTheWay) {
      throw new Refused("excel-merged", { sheet: now.name, address: localAddress(inTheWay.address) });
    }
  }
  const touched = now.tables.some(
    ({ area }) => area.column + area.columns === edge && overlaps({ ...whole, columns: edge }, area),
  );
  const oursAtEdge = own?.columns.some(({ area }) => area && area.column + area.columns === edge) ?? false;
  const apart = !oursAtEdge && unheaded.some(({ column, used }) => used.isNullObject && column < edge);
  return {
    now,
    table,
    own,
    headerRow,
    rowCount,
    keyColumn,
    keys: () => keys,
    headers: new Map(headers.texts.map((text, i) => [headers.column + i, String(text)])),
    filled: filled && !filled.isNullObject ? filled : null,
    lastMerged: headers.merged.some(({ column, columns }) => column < edge && column + columns >= edge),
    gap: touched || apart ? 1 : 0,
    right: right && !right.isNullObject ? right : null,
    rightColumn: right && !right.isNullObject ? right.columnIndex : null,
  };
}

/** Columns at the right of the customers' that have no header, among them the first behind the last header. */
function unheadedColumns({ column: first, texts }: Headers, keyColumn: number): number[] {
  const columns = [...texts, ""].flatMap((text, i) => (text === "" ? [first + i] : []));
  return columns.filter((column) => column > keyColumn && column < LAST_COLUMN).slice(0, MOST_UNHEADED);
}

const localAddress = (address: string) => address.slice(address.lastIndexOf("!") + 1);

/** The native table that the data is: the one it was read from, or the one that holds its header now. */
function tableOf(now: SheetNow, plan: Beside): TableLook | null {
  const cell = { row: plan.headerRow, column: plan.customerColumn, rows: 1, columns: 1 };
  return (
    now.tables.find(({ id }) => id === plan.table) ??
    now.tables.find(({ area }) => overlaps(area, cell)) ??
    null
  );
}

/**
 * The own columns beside plain rows of a sheet, those whose headers stand in this row; where rows have been inserted above
 * meanwhile, those beside any of the rows. What stands beside another list below or above isn't among them.
 */
export function besideRows(
  beside: readonly OwnBeside[],
  at: { readonly sheet: string; readonly headerRow: number; readonly rows: number },
): readonly OwnBeside[] {
  const plain = beside.filter(({ now, table }) => now.id === at.sheet && table === null);
  const inRow = plain.filter((one) => firstRowOf(one) === at.headerRow);
  if (inRow.length > 0) return inRow;
  const whole = { row: at.headerRow, column: 0, rows: at.rows, columns: LAST_COLUMN };
  return plain.filter(({ columns }) => columns.some(({ area }) => area && overlaps(area, whole)));
}

/**
 * The own columns of the list whose customers stand below a header: those whose hidden name stands for that header,
 * whatever its text. Otherwise those that were written for such a header, or for one that is no longer there; not those of
 * a header that is where it was, which are another list's, beside this one.
 */
function ownOfList(
  inRows: readonly OwnBeside[],
  at: Pick<SheetArea, "row" | "column">,
  { customerHeader }: Beside,
  headers: Headers,
): OwnBeside | undefined {
  const keyOf = (one: OwnBeside) => one.now.names.get(keyName(one.written.mark))?.area;
  const named = inRows.find((one) => keyOf(one)?.row === at.row && keyOf(one)?.column === at.column);
  if (named) return named;
  return inRows.find((one) => {
    const before = one.written.header;
    if (before === undefined) return true;
    const key = keyOf(one);
    if (key && isHeader(headers.texts[key.column - headers.column], before)) return false;
    return isHeader(before, customerHeader) || !headers.texts.some((text) => isHeader(text, before));
  });
}

/** Of own columns beside plain rows, those of the list that is read from some columns; of older records any. */
export function ofColumns(
  beside: readonly OwnBeside[],
  { column, columns }: SheetArea,
): readonly OwnBeside[] {
  return beside.filter(({ now, written }) => {
    const key = now.names.get(keyName(written.mark))?.area;
    return !key || (key.column >= column && key.column < column + columns);
  });
}

/**
 * A column that is added to a table or deleted from it moves the cells at the table's right, in the table's rows alone:
 * Excel refuses to tear another table apart that is only partly in those rows. Throws `Refused` before it has to.
 */
export function refuseWhereOthersShift(now: SheetNow, table: TableLook): void {
  const other = tableTornBy(now, table);
  if (!other) return;
  throw new Refused("excel-table-beside", { sheet: now.name, table: table.name, other: other.name });
}

/** The table at the right of another that is only partly in its rows. */
export function tableTornBy({ tables }: SheetNow, { area }: TableLook): TableLook | undefined {
  const right = rightOf({ area });
  return tables.find(
    ({ area: other }) =>
      overlaps(other, right) && (other.row < area.row || other.row + other.rows > area.row + area.rows),
  );
}

const firstRowOf = (own: OwnBeside | null): number | undefined =>
  own?.columns.find(({ area }) => area !== null)?.area?.row;

function rightOf({ area }: Pick<TableLook, "area">): SheetArea {
  const column = area.column + area.columns;
  return { ...area, column, columns: LAST_COLUMN - column };
}

/** The header row, and the last row that holds anything in the column where the customers were. */
async function readHeaders(
  sync: Sync,
  at: Pick<BesidePlace, "table" | "headerRow"> & {
    readonly sheet: Excel.Worksheet;
    readonly plan: Beside;
  },
): Promise<{ readonly headers: Headers; readonly last: number | null }> {
  const { sheet, table, headerRow, plan } = at;
  const row = table
    ? { ...table.area, rows: 1 }
    : { row: headerRow, column: 0, rows: 1, columns: LAST_COLUMN };
  const top = Math.max(0, headerRow - HEADER_ROWS + 1);
  const mayMerge = table === null && Office.context.requirements.isSetSupported("ExcelApi", "1.13");
  const { header, below, merged } = await sync(() => {
    const loaded = {
      header: rangeOf(sheet, row).getUsedRangeOrNullObject(true),
      below: table ? null : queueLast(sheet, headerRow, plan.customerColumn),
      merged: mayMerge
        ? rangeOf(sheet, { ...row, row: top, rows: headerRow - top + 1 }).getMergedAreasOrNullObject()
        : null,
    };
    loaded.header.load("columnIndex,values");
    loaded.merged?.areas.load(LOAD_AREAS);
    return loaded;
  });
  const headers = {
    ...(header.isNullObject
      ? { column: plan.customerColumn, texts: [] }
      : { column: header.columnIndex, texts: (header.values[0] ?? []) as unknown[] }),
    merged: merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
  };
  return { headers: await withMergedTexts(sync, sheet, headerRow, headers), last: below && lastRow(below) };
}

/** Asks for the cells of a column below the headers that hold anything. */
function queueLast(sheet: Excel.Worksheet, headerRow: number, column: number): Excel.Range {
  const below = { row: headerRow + 1, column, rows: LAST_ROW - headerRow - 1, columns: 1 };
  const used = rangeOf(sheet, below).getUsedRangeOrNullObject(true);
  used.load(AREA);
  return used;
}

const lastRow = (used: Excel.Range): number => (used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1);

/** How many rows there are by now: rows may have been added or removed since they were read. */
async function countRows(
  sync: Sync,
  at: Pick<BesidePlace, "now" | "table" | "own" | "headerRow" | "keyColumn"> & {
    readonly plan: Beside;
    readonly last: number | null;
  },
): Promise<{ readonly rowCount: number; readonly last: number }> {
  const { now, table, own, headerRow, keyColumn, plan } = at;
  if (table) return { rowCount: table.area.rows - 1 - (table.totals ? 1 : 0), last: -1 };
  let { last } = at;
  if (last === null || keyColumn !== plan.customerColumn) {
    const used = await sync(() => queueLast(now.sheet, headerRow, keyColumn));
    last = lastRow(used);
  }
  const rows = last - headerRow;
  const planned = plan.firstRow - plan.headerRow - 1 + plan.rowCount;
  const before = Math.max(0, ...(own?.columns.map(({ area }) => (area ? area.rows - 1 : 0)) ?? []));
  if (rows <= planned) return { rowCount: Math.max(1, rows, before), last };
  // Rows that were added right below the last one belong to the data; what comes after a blank doesn't.
  const added = { row: headerRow + 1 + planned, column: keyColumn, rows: rows - planned, columns: 1 };
  const range = await sync(() => {
    const cells = rangeOf(now.sheet, added);
    cells.load("values");
    return cells;
  });
  const more = range.values as unknown[][];
  const blank = more.findIndex(([cell]) => cell === "");
  return { rowCount: Math.max(planned + (blank < 0 ? more.length : blank), before), last };
}

/** Where the customers stand by now, by the hidden name of their column or by its header. */
export const findKeyColumn = {
  byName: async (
    context: Excel.RequestContext,
    sheet: string,
    name: string,
    pause: Wait,
  ): Promise<number> => {
    const found = await patiently(async () => {
      const range = context.workbook.worksheets.getItem(sheet).names.getItem(name).getRange();
      range.load("columnIndex");
      await context.sync();
      return range;
    }, pause);
    return found.columnIndex;
  },
  byHeader: async (
    context: Excel.RequestContext,
    place: BesidePlace,
    header: string,
    pause: Wait,
  ): Promise<number> => {
    const row = { row: place.headerRow, column: 0, rows: 1, columns: LAST_COLUMN };
    const used = await patiently(async () => {
      const sheet = context.workbook.worksheets.getItem(place.now.id);
      const range = rangeOf(sheet, row).getUsedRangeOrNullObject(true);
      range.load("columnIndex,values");
      await context.sync();
      return range;
    }, pause);
    const texts = used.isNullObject ? [] : (used.values[0] ?? []);
    const isThere = isHeader(texts[place.keyColumn - used.columnIndex], header);
    const at = header === "" || isThere ? -1 : texts.findIndex((text) => isHeader(text, header));
    return at < 0 ? place.keyColumn : used.columnIndex + at;
  },
};
