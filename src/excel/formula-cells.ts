import { blockSize, bytesOf, unlessTooLarge } from "./block-size";
import { joined, rangesAcross } from "./cells-across";
import type { WriteOptions } from "./going";
import { isSessionLost } from "./office-troubles";
import { patiently, type Wait } from "./patience";
import { AREA, areaOf, type SheetArea } from "./sheet-area";

/** A cell with a formula that was looked for. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The formulas that were looked for on one sheet. */
export interface SheetFormulas {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isProtected: boolean;
  /** True where a filter hides rows: what is written through one may go astray, see OfficeDev/office-js#224. */
  readonly isFiltered: boolean;
  /** By rows. */
  readonly cells: readonly FormulaCell[];
}

/** Cells of a block: formulas are longer than values. */
const CELLS_OF_A_BLOCK = 200_000;

/**
 * Looks through the formulas of all sheets, as far as they are used, in blocks; a sheet without any isn't read. Null where
 * the reader cancelled.
 */
export async function findFormulas(
  context: Excel.RequestContext,
  wanted: (formula: unknown, sheet: string) => boolean,
  { share, cancelled }: WriteOptions,
  pause: Wait,
): Promise<readonly SheetFormulas[] | null> {
  const sheets = await patiently(async () => {
    const all = context.workbook.worksheets;
    all.load("items/id");
    await context.sync();
    return all.items;
  }, pause);
  const used = await patiently(async () => {
    const ranges = sheets.map((sheet) => {
      sheet.load("name");
      sheet.protection.load("protected");
      sheet.autoFilter.load("isDataFiltered");
      sheet.tables.load("items/autoFilter/isDataFiltered");
      return sheet.getUsedRangeOrNullObject(true);
    });
    for (const range of ranges) range.load(AREA);
    await context.sync();
    return ranges.map((range) => (range.isNullObject ? null : areaOf(range)));
  }, pause);

  const without = await sheetsWithoutFormulas(context, sheets, used, pause);
  for (const at of without) used[at] = null;
  const total = used.reduce((sum, area) => sum + (area ? area.rows * area.columns : 0), 0);
  let seen = 0;
  const found: SheetFormulas[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const area = used[i];
    if (!area) continue;
    const cells: FormulaCell[] = [];
    const size = blockSize();
    for (let at = 0; at < area.rows;) {
      if (cancelled?.()) return null;
      const most = Math.max(1, Math.floor(CELLS_OF_A_BLOCK / area.columns));
      const block = { ...area, row: area.row + at, rows: Math.min(size.rows(), most, area.rows - at) };
      const formulas = await unlessTooLarge(size, () => readFormulas(context, sheet, block, pause));
      if (!formulas) continue;
      size.learn(block.rows, bytesOf(formulas));
      formulas.forEach((row, r) =>
        row.forEach((formula, c) => {
          if (wanted(formula, sheet.name))
            cells.push({ row: block.row + r, column: block.column + c, formula: formula as string });
        }),
      );
      at += block.rows;
      seen += block.rows * block.columns;
      share?.(seen / total);
    }
    if (cells.length === 0) continue;
    found.push({
      sheet,
      name: sheet.name,
      isProtected: sheet.protection.protected,
      isFiltered: [sheet, ...sheet.tables.items].some(({ autoFilter }) => autoFilter.isDataFiltered),
      cells,
    });
  }
  return found;
}

function readFormulas(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: SheetArea,
  pause: Wait,
): Promise<readonly (readonly unknown[])[]> {
  return patiently(async () => {
    const ranges = rangesAcross(sheet, area);
    for (const range of ranges) range.load("formulas");
    await context.sync();
    return joined(ranges.map(({ formulas }) => formulas as unknown[][]));
  }, pause);
}

/** Cells beyond which it is asked first whether there are formulas among them. */
const MANY = 20_000;

/** Places of the large sheets that have no formulas. Protected ones are left out: Excel looks for no kinds of cells there. */
async function sheetsWithoutFormulas(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  used: readonly (SheetArea | null)[],
  pause: Wait,
): Promise<readonly number[]> {
  const large = sheets.flatMap((sheet, at) => {
    const area = used[at];
    return area && area.rows * area.columns > MANY && !sheet.protection.protected
      ? [{ sheet, area, at }]
      : [];
  });
  if (large.length === 0 || !Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return [];
  try {
    return await patiently(async () => {
      const asked = large.map(({ sheet, area, at }) => {
        const cells = rangesAcross(sheet, area).map((range) => range.getSpecialCellsOrNullObject("Formulas"));
        for (const range of cells) range.load("areaCount");
        return { cells, at };
      });
      await context.sync();
      return asked.filter(({ cells }) => cells.every(({ isNullObject }) => isNullObject)).map(({ at }) => at);
    }, pause);
  } catch (error) {
    // Excel may find too many to tell of: then all is read.
    if (isSessionLost(error)) throw error;
    return [];
  }
}
