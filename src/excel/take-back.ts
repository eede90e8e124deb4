import { no, ok, type Result } from "../core/language/message";
import { some } from "../files/headers";
import { tableTornBy } from "./beside-place";
import type { WriteOptions } from "./going";
import { officeCode, excelRefused } from "./office-troubles";
import { findOthersReferences, type OthersReferences } from "./others-references";
import { columnsWritten, findOwn, type OwnBeside, type OwnFound } from "./own-found";
import { patiently, wait, type Wait } from "./patience";
import { removeColumns, removeSheets, sheetsToTakeBack, withMoved } from "./remove-own";
import type { TakenBack, Written } from "./written";
import { NOTHING_WRITTEN, saveRecord } from "./written-record";

/** Looks up what Tiersheet has written into the workbook. What someone has deleted since is left out. */
export async function findWritten(pause: Wait = wait): Promise<Result<Written>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { look, sheets, beside } = await findOwn(context, pause);
      const seen = sheets.filter(({ now }) => now.visibility === "Visible");
      const columns = beside.flatMap((one) => columnsWritten(one) ?? []);
      return ok({
        sheets: (seen.length > 0 ? seen : sheets).map(({ now, written }) => ({
          id: now.id,
          name: now.name,
          plan: written.plan,
        })),
        beside: columns,
        complete: look.record.complete || (sheets.length === 0 && columns.length === 0),
      });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** How what was written is taken back. */
export interface TakeBackOptions extends WriteOptions {
  /** True where the reader knows that formulas of theirs will show #REF!, or nothing. */
  readonly anyway?: boolean;
}

/**
 * Takes back what Tiersheet wrote and nothing else. A sheet of its own is deleted; where someone has written beyond
 * Tiersheet's cells, the sheet stays and only those cells are cleared, but for the customers beside whom they have
 * written. Columns beside data are cleared, those in a native table deleted, and the cells at the table's right stay where
 * they are. Where formulas, names, charts or PivotTables of the analyst's look at any of it, nothing is done unless
 * `anyway`, and the refusal `excel-refers-to-ours` tells how many they are and where.
 */
export async function takeBack(
  options: TakeBackOptions = {},
  pause: Wait = wait,
): Promise<Result<TakenBack>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => takeAllBack(context, options, pause));
  } catch (error) {
    if (officeCode(error) === null) return excelRefused(error);
  }
  // What a refusal in the middle left is found again and taken back too, so that nothing is left half done.
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => takeAllBack(context, options, pause));
  } catch (error) {
    return excelRefused(error);
  }
}

async function takeAllBack(
  context: Excel.RequestContext,
  { anyway, ...going }: TakeBackOptions,
  pause: Wait,
): Promise<Result<TakenBack>> {
  const found = await findOwn(context, pause);
  const refused = refusedToTakeBack(found);
  if (refused) return refused;
  const { sheets, kept } = await sheetsToTakeBack(context, found.sheets, pause);
  const own: OwnFound = { ...found, sheets };
  const looking = anyway === true ? NONE : await findOthersReferences(context, own, kept, going, pause);
  if (!looking || going.cancelled?.()) return no("pane.cancelled");
  if (looking.count > 0) {
    return no("excel-refers-to-ours", { count: looking.count, places: some(looking.places) });
  }
  const columns = own.beside.reduce(
    (sum, one) => sum + one.columns.filter(({ area }) => area !== null).length,
    0,
  );
  const beside: OwnBeside[] = [];
  for (const one of own.beside) beside.push(await withMoved(context, one, pause));
  await patiently(async () => {
    for (const one of beside) removeColumns(one);
    removeSheets(context, own.look, own.sheets, kept);
    saveRecord(context, NOTHING_WRITTEN);
    await context.sync();
  }, pause);
  const gone = own.sheets.filter((one) => !kept.includes(one));
  const seen = gone.filter(({ now }) => now.visibility === "Visible");
  return ok({
    // Nobody misses a sheet that couldn't be seen.
    removed: (seen.length > 0 ? seen : gone).length,
    columns,
    kept: kept.map(({ now }) => now.name),
  });
}

const NONE: OthersReferences = { count: 0, places: [] };

/** What Excel would refuse in the middle is refused before anything is changed. */
function refusedToTakeBack({ look, sheets, beside }: OwnFound) {
  const { newer } = look.record;
  if (newer !== undefined) return no("excel-record-newer", { version: newer });
  const locked = [...sheets, ...beside].find(({ now }) => now.isProtected);
  if (locked) return no("excel-sheet-protected", { sheet: locked.now.name });
  if (look.locked && sheets.length > 0) return no("excel-protected");
  for (const { now, table, columns } of beside) {
    const other = table && columns.some(({ area }) => area !== null) ? tableTornBy(now, table) : undefined;
    if (table && other) {
      return no("excel-table-beside", { sheet: now.name, table: table.name, other: other.name });
    }
  }
  const hiding = beside.find(({ now, table }) => (table ? table.filtered : now.filtered));
  return hiding ? no("excel-filtered", { sheet: hiding.now.name }) : null;
}
