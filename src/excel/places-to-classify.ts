import { no, ok, type Message, type Result } from "../core/language/message";
import type { Spot } from "./find-area";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

export type { Spot };

/** Something on the active sheet that could be classified. It is itself a spot, to be handed to `readSheet`. */
export interface Place extends Spot {
  readonly kind: "table" | "selection" | "block" | "sheet";
  readonly sheetName: string;
  readonly table: string | null;
  /** Null of a whole sheet and of a native table, which are read as they are by then, however they have grown. */
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
 * What could be classified on the active sheet, best first: each native table, the block that is selected, each block
 * of cells that blank rows and columns set apart, all the sheet holds.
 */
export async function findPlaces(pause: Wait = wait): Promise<Result<readonly Place[]>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const used = sheet.getUsedRangeOrNullObject(true);
      await patiently(async () => {
        sheet.load("name,id");
        used.load("address,rowCount,columnCount");
        await context.sync();
      }, pause);
      if (used.isNullObject) return no("excel-sheet-empty", { sheet: sheet.name });
      return ok([
        {
          kind: "sheet",
          sheet: sheet.id,
          sheetName: sheet.name,
          table: null,
          address: null,
          name: sheet.name,
          area: used.address.slice(used.address.lastIndexOf("!") + 1),
          rows: used.rowCount,
          columns: used.columnCount,
          selected: true,
          own: false,
          notes: [],
        },
      ]);
    });
  } catch (error) {
    return excelRefused(error);
  }
}
