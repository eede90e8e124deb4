import { no, ok, type Result } from "../core/language/message";
import { addSheets, fillSheet, sheetToAdd, takenNames, undoSheets } from "./add-sheets";
import { Cancelled, undoAll, type Going, type UndoStep, type WriteOptions } from "./going";
import type { NewSheet } from "./new-sheet";
import { excelRefused } from "./office-troubles";
import { outboxOf } from "./outbox";
import { wait, type Wait } from "./patience";
import { lookAtWorkbook } from "./workbook-look";
import type { SheetWritten } from "./written";

/**
 * Writes sheets that are the user's own from then on: they aren't recorded nor taken back later. They go behind those
 * that are there, and the first is shown. A name that is taken gets a number; no cell that was there is touched. A run
 * that fails or is cancelled takes away what it wrote.
 */
export async function writeSheets(
  sheets: readonly NewSheet[],
  options: WriteOptions = {},
  pause: Wait = wait,
): Promise<Result<readonly SheetWritten[]>> {
  const undo: UndoStep[] = [];
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const look = await lookAtWorkbook(context, pause);
      const taken = takenNames(look);
      const going: Going = {
        context,
        pause,
        outbox: outboxOf(context, pause),
        sent: sentOf(options, rowsOf(sheets)),
        undo,
        told: [],
      };
      const toAdd = sheets.map((sheet) => sheetToAdd(sheet, taken));
      undo.push(undoSheets(look, toAdd, pause));
      const added = addSheets(going, toAdd, false);
      for (const sheet of added) await fillSheet(going, sheet);
      await going.outbox.send(() =>
        added
          .find(({ plan }) => !plan.hidden)
          ?.sheet()
          .activate(),
      );
      return ok(
        added.map(({ sheet, name, plan }) => ({ id: sheet().id, name, plan: plan.id, hidden: plan.hidden })),
      );
    });
  } catch (error) {
    await undoAll(undo);
    return error instanceof Cancelled ? no("pane.cancelled") : excelRefused(error);
  }
}

/** Rows that sheets have in all, headers not among them. */
export function rowsOf(sheets: readonly NewSheet[]): number {
  return sheets
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.kind === "table" ? block.count : 0), 0);
}

/** Tells how far a run is, and ends it where the reader has given up. */
export function sentOf({ share, cancelled }: WriteOptions, total: number): (rows: number) => void {
  let done = 0;
  return (rows) => {
    done += rows;
    share?.(Math.min(1, done / Math.max(1, total)));
    if (cancelled?.()) throw new Cancelled();
  };
}
