import { no, ok, type Message, type Result } from "../core/language/message";
import { columnLetters, some } from "../files/headers";
import { findBlocks, type Blocks } from "./blocks-of-cells";
import type { Spot } from "./find-area";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";
import { addressOf, AREA, areaOf, covers, overlaps, sameArea, type SheetArea } from "./sheet-area";
import { loadRecord } from "./written-record";

export type { Spot };

/** Something on the active sheet that could be classified. It is itself a spot, to be handed to `readSheet`. */
export interface Place extends Spot {
  readonly kind: "table" | "selection" | "block" | "sheet";
  readonly sheetName: string;
  readonly table: string | null;
  /** Null of a whole sheet and of a native table, which are read as they are by then; `A:B` where columns are selected. */
  readonly address: string | null;
  /** For people: the table's name, `F1:I50`, or the sheet's name. */
  readonly name: string;
  /** Where it is now, as `A1:H3001`. */
  readonly area: string;
  /** Rows with the headers, without a table's totals; and columns. */
  readonly rows: number;
  readonly columns: number;
  /** True where it holds the active cell. */
  readonly selected: boolean;
  /** True of what Tiersheet wrote itself: results are no orders. */
  readonly own: boolean;
  /** What to know before choosing it: that a whole sheet holds several lists side by side, that it is Tiersheet's own. */
  readonly notes: readonly Message[];
}

/**
 * What could be classified on the active sheet, best first: each native table, the block that is selected (whole columns
 * as far as they are filled), each block of cells that blank rows and columns set apart, all the sheet holds. What the
 * active cell is in comes first, what Tiersheet wrote itself last. PivotTables are none. Nothing is changed.
 */
export async function findPlaces(pause: Wait = wait): Promise<Result<readonly Place[]>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const seen = await lookAround(context, pause);
      if (!seen.used) return no("excel-sheet-empty", { sheet: seen.sheetName });
      const { used, tables, pivots } = seen;
      const chosen = await selectionIn(context, seen.sheet, used, pause);
      const taken = [...tables.map(({ whole }) => whole), ...pivots];
      const blocks = await findBlocks(context, seen.sheet, used, taken, pause);
      const places = placesOf({ ...seen, used }, blocks, chosen);
      return places.length > 0 ? ok(places) : no("sheet-only-pivot", { sheet: seen.sheetName });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

interface TableSeen {
  readonly id: string;
  readonly name: string;
  readonly whole: SheetArea;
  readonly totals: boolean;
}

interface Seen {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly sheetName: string;
  readonly used: SheetArea | null;
  readonly tables: readonly TableSeen[];
  readonly pivots: readonly SheetArea[];
  /** True of a sheet that Tiersheet made. */
  readonly own: boolean;
}

/** The active sheet, and the tables and PivotTables on it. */
async function lookAround(context: Excel.RequestContext, pause: Wait): Promise<Seen> {
  const first = await patiently(async () => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const used = sheet.getUsedRangeOrNullObject(true);
    sheet.load("name,id");
    used.load(AREA);
    sheet.tables.load("items/id,items/name,items/showTotals");
    sheet.pivotTables.load("items/name");
    const record = loadRecord(context);
    await context.sync();
    return { sheet, used, record: record() };
  }, pause);
  const { sheet, used, record } = first;
  const [tables, pivots] = [sheet.tables.items, sheet.pivotTables.items];
  const areas =
    tables.length + pivots.length === 0
      ? []
      : await patiently(async () => {
          const ranges = [
            ...tables.map((table) => table.getRange()),
            ...pivots.map((pivot) => pivot.layout.getRange()),
          ];
          for (const range of ranges) range.load(AREA);
          await context.sync();
          return ranges.map(areaOf);
        }, pause);
  return {
    sheet,
    id: sheet.id,
    sheetName: sheet.name,
    used: used.isNullObject ? null : areaOf(used),
    tables: tables.flatMap(({ id, name, showTotals }, i) => {
      const whole = areas[i];
      return whole ? [{ id, name, totals: showTotals, whole }] : [];
    }),
    pivots: areas.slice(tables.length),
    own: record.sheets.some(({ id }) => id === sheet.id),
  };
}

interface Chosen {
  /** The active cell; null where something else than cells is selected. */
  readonly cell: SheetArea | null;
  /** The block that is selected, as far as the sheet is filled; null where it is several or too small. */
  readonly block: SheetArea | null;
  /** True where whole columns are selected: rows that are added later belong to them. */
  readonly columns: boolean;
}

async function selectionIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: SheetArea,
  pause: Wait,
): Promise<Chosen> {
  try {
    return await patiently(async () => {
      const cell = context.workbook.getActiveCell();
      cell.load(AREA);
      // Never `areas` of all that is selected: Excel hangs where that is the whole sheet (OfficeDev/office-js#5758).
      const all = context.workbook.getSelectedRanges();
      all.load("isEntireColumn");
      const selected = all.getIntersectionOrNullObject(sheet.getRange(addressOf(used)));
      selected.load("areaCount");
      await context.sync();
      const active = areaOf(cell);
      if (selected.isNullObject || selected.areaCount !== 1)
        return { cell: active, block: null, columns: false };
      const block = selected.areas.getItemAt(0);
      block.load(AREA);
      await context.sync();
      const area = areaOf(block);
      return {
        cell: active,
        block: area.rows > 1 && area.columns > 1 ? area : null,
        columns: all.isEntireColumn,
      };
    }, pause);
  } catch {
    // A chart or a picture is selected. Had the session ended, the next sync would tell.
    return { cell: null, block: null, columns: false };
  }
}

function placesOf(
  seen: Seen & { readonly used: SheetArea },
  blocks: Blocks,
  { cell, block, columns }: Chosen,
): readonly Place[] {
  const { id, sheetName, used, tables, pivots, own } = seen;
  const holds = (area: SheetArea) => cell !== null && covers(area, cell);
  const place = (
    kind: Place["kind"],
    area: SheetArea,
    rest: Pick<Place, "name" | "notes"> & { readonly table?: string },
  ): Place => ({
    kind,
    sheet: id,
    sheetName,
    table: rest.table ?? null,
    address:
      kind === "selection" && columns
        ? columnsOf(area)
        : kind === "selection" || kind === "block"
          ? addressOf(area)
          : null,
    name: rest.name,
    area: addressOf(area),
    rows: area.rows,
    columns: area.columns,
    selected: holds(area),
    own,
    notes: own ? [{ code: "sheet-own" }, ...rest.notes] : rest.notes,
  });

  const ofTables = tables.map(({ id: table, name, whole, totals }) =>
    place("table", totals ? { ...whole, rows: whole.rows - 1 } : whole, { name, table, notes: [] }),
  );
  const lists = blocks.lists.filter((list) => !pivots.some((pivot) => isFilterOf(pivot, list)));
  const wholeIsList =
    tables.length + pivots.length === 0 && lists.length === 1 && onlyTitles(blocks, lists[0]);
  const ofBlocks = wholeIsList
    ? []
    : lists.map((list) => place("block", list, { name: addressOf(list), notes: [] }));
  const apart = [...ofTables, ...ofBlocks].map(({ name }) => name);
  const ofSheet =
    pivots.length > 0 || tables.some(({ whole }) => sameArea(whole, used))
      ? []
      : [
          place("sheet", used, {
            name: sheetName,
            notes: [
              ...(apart.length > 1
                ? [{ code: "sheet-several-lists", params: { lists: some(apart) } } as const]
                : []),
              ...(blocks.complete ? [] : [{ code: "sheet-more-lists" } as const]),
            ],
          }),
        ];
  const known = [...tables.map(({ whole }) => whole), ...lists, used];
  const ofSelection =
    block === null ||
    known.some((area) => sameArea(area, block)) ||
    pivots.some((pivot) => overlaps(pivot, block))
      ? []
      : [place("selection", block, { name: addressOf(block), notes: [] })];

  // A block was chosen on purpose where it begins with a list or goes beyond one; else it is what was last clicked at.
  const within = known.find((area) => block !== null && covers(area, block));
  const onPurpose =
    block !== null && (within === undefined || within.row === block.row) && !inTable(block, tables);
  const rank = ({ kind, selected }: Place): number => {
    if (kind === "selection") return onPurpose ? 1 : 6;
    if (kind === "sheet") return ofTables.length + ofBlocks.length === 0 || blocks.lists.length === 0 ? 4 : 5;
    if (selected) return kind === "table" ? 0 : 2;
    return 3;
  };
  return [...ofTables, ...ofSelection, ...ofBlocks, ...ofSheet].sort(
    (a, b) => rank(a) - rank(b) || b.rows * b.columns - a.rows * a.columns,
  );
}

/** The whole columns of an area: `A:B`. */
function columnsOf({ column, columns }: SheetArea): string {
  return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
}

/** True where nothing but titles above the list is on the sheet: they are left out when all of it is read. */
function onlyTitles({ scraps, complete }: Blocks, list: SheetArea | undefined): boolean {
  return complete && list !== undefined && scraps.every(({ row, rows }) => row + rows <= list.row);
}

function inTable(block: SheetArea, tables: readonly TableSeen[]): boolean {
  return tables.some(({ whole }) => covers(whole, block));
}

/** True of the cells above a PivotTable by which it is filtered. */
function isFilterOf(pivot: SheetArea, { row, column, rows, columns }: SheetArea): boolean {
  return column === pivot.column && columns <= 2 && row + rows <= pivot.row && row + rows + 2 > pivot.row;
}
