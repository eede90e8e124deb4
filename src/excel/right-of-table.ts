import { rangeOf } from "./own-cells";
import { patiently, type Wait } from "./patience";
import type { SheetArea } from "./sheet-area";
import type { SheetNow, TableLook } from "./workbook-look";

/** The cells at the right of a table, in its rows, as far as the sheet holds anything; null where it doesn't. */
export function rightOfTable({ area }: TableLook, used: SheetArea | null): SheetArea | null {
  const column = area.column + area.columns;
  const columns = used ? used.column + used.columns - column : 0;
  return columns > 0 ? { ...area, column, columns } : null;
}

/** The first column at the right of a table that holds anything in the table's rows; null where none does. */
export async function firstAtRight(
  context: Excel.RequestContext,
  now: SheetNow,
  table: TableLook,
  pause: Wait,
): Promise<number | null> {
  const area = rightOfTable(table, now.used);
  if (!area) return null;
  const filled = await patiently(async () => {
    const range = rangeOf(now.sheet, area).getUsedRangeOrNullObject(true);
    range.load("columnIndex");
    await context.sync();
    return range;
  }, pause);
  return filled.isNullObject ? null : filled.columnIndex;
}

/** Moves what stands at the right of a table to where it stood before columns of the table came or went. */
export async function settleRight(
  context: Excel.RequestContext,
  now: SheetNow,
  table: TableLook,
  before: number | null,
  pause: Wait,
): Promise<void> {
  const first = before === null ? null : await firstAtRight(context, now, table, pause);
  if (before === null || first === null || first === before) return;
  const column = table.area.column + table.area.columns;
  await patiently(async () => {
    if (first > before) rangeOf(now.sheet, { ...table.area, column, columns: first - before }).delete("Left");
    else rangeOf(now.sheet, { ...table.area, column, columns: before - first }).insert("Right");
    await context.sync();
  }, pause);
}
