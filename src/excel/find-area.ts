import { no, ok, type Result } from "../core/language/message";
import { blockName, columnName, loadNames, type NamedCells } from "./own-names";
import { patiently, type Wait } from "./patience";
import { AREA, areaOf, overlaps, type SheetArea } from "./sheet-area";

/** Where rows are to be read: a sheet by its id, or a native table or an area of it. */
export interface Spot {
  /** The sheet's id, which stays when it is renamed. */
  readonly sheet: string;
  /** The native table's id; null or left out where it isn't one. */
  readonly table?: string | null;
  /** An area as `A1:H3001`; null or left out for all that the sheet holds. */
  readonly address?: string | null;
}

/** Rows of a sheet. */
const ROWS = 1_048_576;

/** What is to be read, found in the workbook. */
export interface FoundArea {
  readonly sheet: Excel.Worksheet;
  readonly table: {
    readonly id: string;
    readonly name: string;
    readonly headers: boolean;
    readonly totals: boolean;
  } | null;
  /** What is read, and what is there: with a table's totals. */
  readonly area: SheetArea;
  readonly whole: SheetArea;
  readonly hiddenRows: boolean;
  readonly hiddenColumns: boolean;
  readonly filtered: boolean;
  /** True where the cells right below an area are filled too: rows were added, or left out on purpose. */
  readonly goesOn: boolean;
  /** Columns of the area that Tiersheet wrote beside the data, 0 for its first: results aren't read again as data. */
  readonly own: ReadonlySet<number>;
  /** The same, asked for anew. */
  readonly again: () => Excel.Range;
}

/** Finds what is to be read: a sheet, a native table or an area; or says why there is none. */
export async function findArea(
  context: Excel.RequestContext,
  spot: Spot | null,
  pause: Wait,
): Promise<Result<FoundArea>> {
  const { worksheets } = context.workbook;
  const found = await patiently(async () => {
    const sheet = spot === null ? worksheets.getActiveWorksheet() : worksheets.getItem(spot.sheet);
    sheet.load("name,id,visibility");
    sheet.autoFilter.load("isDataFiltered");
    sheet.tables.load(
      "items/id,items/name,items/showHeaders,items/showTotals,items/autoFilter/isDataFiltered",
    );
    const used = usedOf(sheet, spot?.address ?? null);
    used.load(AREA);
    used.load("rowHidden,columnHidden");
    const below = spot?.address ? belowOf(sheet, spot.address) : null;
    below?.load("address");
    const names = loadNames(sheet);
    await context.sync();
    return { sheet, used, below, names: names() };
  }, pause);
  const { sheet } = found;
  const tables = sheet.tables.items;
  const table = tables.find(({ id }) => id === spot?.table) ?? null;
  if (spot?.table && !table) return no("sheet-table-gone", { sheet: sheet.name });
  if (!table && found.used.isNullObject) {
    return spot?.address
      ? no("sheet-area-empty", { sheet: sheet.name, area: spot.address })
      : no("excel-sheet-empty", { sheet: sheet.name });
  }
  const again = () => (table ? table.getRange() : usedOf(sheet, spot?.address ?? null));
  const used = table
    ? await patiently(async () => {
        const range = again();
        range.load(AREA);
        range.load("rowHidden,columnHidden");
        await context.sync();
        return range;
      }, pause)
    : found.used;
  const whole = areaOf(used);
  const hiddenRows = used.rowHidden !== false;
  const filters = table
    ? [table.autoFilter]
    : [sheet.autoFilter, ...tables.map(({ autoFilter }) => autoFilter)];
  return ok({
    sheet,
    table: table && {
      id: table.id,
      name: table.name,
      headers: table.showHeaders,
      totals: table.showTotals,
    },
    area: table?.showTotals ? { ...whole, rows: whole.rows - 1 } : whole,
    whole,
    hiddenRows,
    hiddenColumns: used.columnHidden !== false,
    goesOn: !table && found.below?.isNullObject === false,
    own: ownColumns(found.names, whole),
    filtered: hiddenRows && filters.some(({ isDataFiltered }) => isDataFiltered),
    again,
  });
}

/** The filled cells right below an area; null for whole columns. */
function belowOf(sheet: Excel.Worksheet, address: string): Excel.Range | null {
  const last = Number(/(\d+)$/.exec(address)?.[1] ?? ROWS);
  if (last >= ROWS) return null;
  return sheet.getRange(address).getLastRow().getOffsetRange(1, 0).getUsedRangeOrNullObject(true);
}

/** The cells with values of a sheet, or of an area of it. */
function usedOf(sheet: Excel.Worksheet, address: string | null): Excel.Range {
  return address === null
    ? sheet.getUsedRangeOrNullObject(true)
    : sheet.getRange(address).getUsedRangeOrNullObject(true);
}

/** Columns of an area that have a name of Tiersheet's; none on a sheet that is all Tiersheet's. */
function ownColumns(names: ReadonlyMap<string, NamedCells>, read: SheetArea): ReadonlySet<number> {
  if (names.has(blockName(0))) return new Set();
  const { column, columns } = read;
  // What stands in the same columns above or below what is read is no reason to leave anything of it out.
  const own = [...names].flatMap(([name, { area }]) =>
    area && name.startsWith(columnName("")) && overlaps(area, read)
      ? Array.from({ length: area.columns }, (_, c) => area.column - column + c)
      : [],
  );
  return new Set(own.filter((at) => at >= 0 && at < columns));
}

/** Rows of an area without the cells of Tiersheet's own columns. */
export function withoutOwn<T>(
  rows: readonly (readonly T[])[],
  own: ReadonlySet<number>,
  blank: T,
): readonly (readonly T[])[] {
  return own.size === 0 ? rows : rows.map((row) => row.map((cell, c) => (own.has(c) ? blank : cell)));
}
