import { no, ok, type Result } from "../core/language/message";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

/** How many of the rows that were asked for are selected: an address holds only so many. */
export interface Selected {
  readonly rows: number;
  readonly of: number;
}

/** Shows a sheet, by its id, and selects the cells of `rows` (1 for the first) in `columns` (0 for A). */
export async function selectCells(
  sheet: string,
  rows: readonly number[],
  columns: readonly number[],
  pause: Wait = wait,
): Promise<Result<Selected>> {
  if (rows.length === 0 || columns.length === 0) return ok({ rows: 0, of: rows.length });
  const went = await goTo(sheet, null, pause);
  return went.ok ? ok({ rows: 0, of: rows.length }) : went;
}

/** Shows a sheet, by its id, and selects an area of it. A hidden sheet is refused. */
export async function goTo(
  sheet: string,
  address: string | null = null,
  pause: Wait = wait,
): Promise<Result<null>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const proxy = context.workbook.worksheets.getItemOrNullObject(sheet);
      await patiently(async () => {
        proxy.activate();
        if (address !== null) proxy.getRange(address).select();
        proxy.load("id");
        await context.sync();
      }, pause);
      return proxy.isNullObject ? no("excel-item-gone") : ok(null);
    });
  } catch (error) {
    return excelRefused(error);
  }
}
