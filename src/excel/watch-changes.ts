import { ok, type Result } from "../core/language/message";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

/** Cells of a sheet that were changed: entered, cleared, pasted, moved, sorted, inserted or deleted. */
export interface SheetChange {
  /** The sheet's id. */
  readonly sheet: string;
  /** The leftmost column that was touched, 0 for A. */
  readonly column: number;
  /** False where Excel doesn't say whose change it is (before ExcelApi 1.14): it may be the add-in's own. */
  readonly byOthers: boolean;
}

/**
 * Listens to changes of cells on any sheet but those that this add-in makes itself. What formulas compute anew is no
 * change. It lasts as long as the pane does. See
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs
 */
export async function watchChanges(
  listener: (change: SheetChange) => void,
  pause: Wait = wait,
): Promise<Result<null>> {
  const onChange = async ({ worksheetId, address, ...args }: Excel.WorksheetChangedEventArgs) => {
    const by = args.triggerSource as string | undefined;
    if (by !== "ThisLocalAddin")
      listener({ sheet: worksheetId, column: leftmostOf(address), byOthers: by !== undefined });
  };
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) =>
      patiently(async () => {
        context.workbook.worksheets.onChanged.add(onChange);
        await context.sync();
        return ok(null);
      }, pause),
    );
  } catch (error) {
    return excelRefused(error);
  }
}

/** The leftmost column of an address of one or more areas: 1 of `B2:C9`, and 0 of whole rows. */
export function leftmostOf(address: string): number {
  const columns = address.split(",").map((area) => {
    const [, letters = ""] = /^\$?([A-Z]*)/i.exec(area.slice(area.lastIndexOf("!") + 1)) ?? [];
    return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  });
  return Math.max(0, Math.min(...columns));
}
