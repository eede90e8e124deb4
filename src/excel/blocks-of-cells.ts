import type { Cell } from "../core/ledger/cells";
import { headerRowOf } from "../core/ledger/recognise";
import { rangesAcross } from "./cells-across";
import { withoutAll } from "./own-cells";
import { patiently, type Wait } from "./patience";
import { AREA, areaOf, covers, hullOf, overlaps, sameArea, type SheetArea } from "./sheet-area";

/** What of a sheet's cells hangs together. */
export interface Blocks {
  /** Lists: blocks of two rows and two columns at least, the upper ones first. */
  readonly lists: readonly SheetArea[];
  /** Titles, notes, single cells. */
  readonly scraps: readonly SheetArea[];
  /** False where there were too many to look at all of them. */
  readonly complete: boolean;
}

/** Blocks looked for on one sheet, and how often what is left is looked at. */
const MOST_BLOCKS = 24;
const MOST_TURNS = 8;
/** Rows of a block by which it is seen whether it begins with headers, and columns of them. */
const ROWS_LOOKED_AT = 8;
const COLUMNS_LOOKED_AT = 60;

/**
 * Finds the blocks of cells that blank rows and columns set apart, as Excel sees them (Ctrl+Shift+*). A block below
 * another that doesn't begin with headers of its own is the other's going on after a blank row.
 *
 * @param used all that the sheet holds
 * @param taken areas that are known already: native tables, PivotTables; what touches them is no block of its own
 */
export async function findBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: SheetArea,
  taken: readonly SheetArea[],
  pause: Wait,
): Promise<Blocks> {
  const found: SheetArea[] = [];
  let left = withoutAll(used, taken);
  let turns = 0;
  for (; left.length > 0 && turns < MOST_TURNS && found.length < MOST_BLOCKS; turns++) {
    const asked = left.slice(0, MOST_BLOCKS);
    const known = turns === 0 && sameArea(asked[0] ?? used, used);
    const regions = await regionsIn(context, sheet, asked, known, pause);
    for (const region of regions) if (!found.some((block) => sameArea(block, region))) found.push(region);
    // What held nothing is done with.
    left = left
      .filter((area) => !asked.includes(area) || regions.some((region) => overlaps(region, area)))
      .flatMap((area) => withoutAll(area, regions));
  }
  const own = found.filter((block) => !taken.some((area) => overlaps(area, block)));
  const lists = own.filter(({ rows, columns }) => rows > 1 && columns > 1).sort((a, b) => a.row - b.row);
  return {
    lists: lists.length > 1 ? await joinedLists(context, sheet, lists, pause) : lists,
    scraps: own.filter(({ rows, columns }) => rows === 1 || columns === 1),
    complete: left.length === 0,
  };
}

/** The region around the first filled cell of each area; none for an area without. */
async function regionsIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  areas: readonly SheetArea[],
  known: boolean,
  pause: Wait,
): Promise<readonly SheetArea[]> {
  const filled = known
    ? areas
    : await patiently(async () => {
        const ranges = areas.map(({ row, column, rows, columns }) =>
          sheet.getRangeByIndexes(row, column, rows, columns).getUsedRangeOrNullObject(true),
        );
        for (const range of ranges) range.load(AREA);
        await context.sync();
        return ranges.filter(({ isNullObject }) => !isNullObject).map(areaOf);
      }, pause);
  if (filled.length === 0) return [];
  return patiently(async () => {
    const ranges = filled.map(({ row, column, columns }) =>
      // The first row of a used area holds something.
      sheet
        .getRangeByIndexes(row, column, 1, columns)
        .getUsedRange(true)
        .getCell(0, 0)
        .getSurroundingRegion(),
    );
    for (const range of ranges) range.load(AREA);
    await context.sync();
    return ranges.map(areaOf);
  }, pause);
}

/** Lists with those of them joined that go on below a blank row. */
async function joinedLists(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  lists: readonly SheetArea[],
  pause: Wait,
): Promise<readonly SheetArea[]> {
  const headed = await patiently(async () => {
    const heads = lists.map(({ row, column, rows, columns }) =>
      rangesAcross(sheet, {
        ...{ row, column, rows: Math.min(rows, ROWS_LOOKED_AT) },
        columns: Math.min(columns, COLUMNS_LOOKED_AT),
      }),
    );
    for (const range of heads.flat()) range.load("values");
    await context.sync();
    return heads.map(
      ([range]) =>
        headerRowOf(
          (range?.values as Cell[][]).map((row) => row.map((cell) => (cell === "" ? null : cell))),
        ) >= 0,
    );
  }, pause);
  const joined: SheetArea[] = [];
  lists.forEach((list, i) => {
    const above = headed[i] ? -1 : joined.findLastIndex((other) => goesOnIn(other, list));
    const other = joined[above];
    if (other) joined[above] = hullOf(other, list);
    else joined.push(list);
  });
  // A hull may have come to lie over another list: then all is one.
  return joined.filter((list) => !joined.some((other) => other !== list && covers(other, list)));
}

/** True where a list lies below another, within its columns. */
function goesOnIn(upper: SheetArea, lower: SheetArea): boolean {
  return (
    lower.row >= upper.row + upper.rows &&
    lower.column >= upper.column &&
    lower.column + lower.columns <= upper.column + upper.columns
  );
}
