import type { BesidePlace } from "./beside-place";
import type { Going, UndoStep } from "./going";
import { syncOf } from "./joint-sync";
import { rangeOf } from "./own-cells";
import type { OwnBeside } from "./own-found";
import { patiently, type Wait } from "./patience";
import { readCells } from "./read-cells";
import { overlaps, type SheetArea } from "./sheet-area";
import { removeColumns } from "./remove-own";
import { firstAtRight, settleRight } from "./right-of-table";
import { lookAgain } from "./workbook-look";
import { asRead } from "./written-cell";
import type { WrittenColumn } from "./written-record";

interface AddedColumn {
  readonly name: string;
  readonly column: { readonly id: string; readonly header: string };
}

/** The step that removes columns that a run has added, as far as it got. */
export function undoAdded(
  place: BesidePlace,
  added: readonly AddedColumn[],
  made: readonly WrittenColumn[],
  mark: string,
  pause: Wait,
): UndoStep {
  return async (context) => {
    if (added.length === 0) return;
    const now = await lookAgain(context, place.now.id, pause);
    if (!now) return;
    const columns = added.map(({ name, column: { id } }) => ({
      written: made.find((one) => one.id === id) ?? { id, width: null, moved: true },
      name,
      area: now.names.get(name)?.area ?? null,
      header: "",
    }));
    const table = place.table && now.tables.find(({ id }) => id === place.table?.id);
    const own: OwnBeside = {
      written: { sheet: now.id, table: table?.id ?? null, mark, right: null, columns: [] },
      now,
      table: table ?? null,
      columns,
    };
    const known = columns.filter(({ area }) => area !== null).length;
    await patiently(async () => {
      // Where others were there before, the name of their list's header stays.
      removeColumns(own, place.own ? new Set(added.map(({ column }) => column.id)) : undefined);
      await context.sync();
    }, pause);
    if (!table || !place.table) return;
    await removeNameless(context, table.table, place.table.area.columns, added, known, pause);
    await settle(context, place, place.rightColumn, pause);
  };
}

/** Cells at the right of the data's table go to where they stood. */
async function settle(
  context: Excel.RequestContext,
  place: BesidePlace,
  before: number | null,
  pause: Wait,
): Promise<void> {
  const now = await lookAgain(context, place.now.id, pause);
  const table = now?.tables.find(({ id }) => id === place.table?.id);
  if (now && table) await settleRight(context, now, table, before, pause);
}

/** A column that Excel has added and that got no name any more is the last one, with a header of ours. */
async function removeNameless(
  context: Excel.RequestContext,
  table: Excel.Table,
  before: number,
  added: readonly AddedColumn[],
  known: number,
  pause: Wait,
): Promise<void> {
  if (known === added.length) return;
  await patiently(async () => {
    table.columns.load("items/name");
    await context.sync();
  }, pause);
  const ours = added.map(({ column }) => column.header);
  const rest = table.columns.items.slice(before).reverse();
  const end = rest.findIndex(({ name }) => !ours.includes(name));
  await patiently(async () => {
    for (const column of end < 0 ? rest : rest.slice(0, end)) column.delete();
    await context.sync();
  }, pause);
}

/**
 * Removes own columns that are no longer asked for, with the run's last message. What stood in them is read before, so
 * that they come back should that message fail.
 */
export async function dropColumns(going: Going, place: BesidePlace, ids: ReadonlySet<string>): Promise<void> {
  const { context, pause, outbox } = going;
  await outbox.send();
  const now = await lookAgain(context, place.now.id, pause);
  if (!now || !place.own) return;
  const columns = place.own.columns
    .filter(({ written }) => ids.has(written.id))
    .map((column) => ({
      ...column,
      area: now.names.get(column.name)?.area ?? null,
    }));
  const table = (place.table && now.tables.find(({ id }) => id === place.table?.id)) ?? null;
  const own: OwnBeside = { ...place.own, now, table, columns };
  const there = columns.flatMap(({ name, area, header }) => (area ? [{ name, area, header }] : []));
  const cells = await readCells(
    syncOf(context, pause),
    there.map(({ area }) => ({ sheet: now.sheet, area })),
  );
  const formats = await readFormats(context, now.sheet, there, pause);
  const right = table && (await firstAtRight(context, now, table, pause));
  going.undo.push(
    putBackColumns(
      place,
      right,
      there.map((column, i) => ({ ...column, cells: cells[i] ?? [], format: formats[i] ?? "General" })),
      pause,
    ),
  );
  outbox.add(() => removeColumns(own));
}

async function readFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  there: readonly { readonly area: SheetArea }[],
  pause: Wait,
): Promise<readonly string[]> {
  const ranges = await patiently(async () => {
    const loaded = there.map(({ area }) =>
      rangeOf(sheet, { ...area, row: area.row + area.rows - 1, rows: 1 }),
    );
    for (const range of loaded) range.load("numberFormat");
    await context.sync();
    return loaded;
  }, pause);
  return ranges.map(({ numberFormat }) => String((numberFormat as unknown[][])[0]?.[0] ?? "General"));
}

/** The step that brings removed columns back, those that are missing by then. */
function putBackColumns(
  place: BesidePlace,
  right: number | null,
  removed: readonly {
    readonly name: string;
    readonly area: SheetArea;
    readonly header: string;
    readonly cells: readonly (readonly unknown[])[];
    readonly format: string;
  }[],
  pause: Wait,
): UndoStep {
  return async (context) => {
    const now = await lookAgain(context, place.now.id, pause);
    if (!now) return;
    const table = place.table && now.tables.find(({ id }) => id === place.table?.id);
    const missing = removed
      .filter(({ name, cells }) => !now.names.has(name) || cells.length === 0)
      .sort((a, b) => a.area.column - b.area.column);
    for (const { name, area, header, cells, format } of missing) {
      const inTable = table && overlaps(table.area, { ...area, columns: 1, column: table.area.column });
      const first = String(cells[0]?.[0] ?? "");
      await patiently(async () => {
        if (inTable) table.table.columns.add(area.column - table.area.column, undefined, first);
        const range = rangeOf(now.sheet, area);
        range.numberFormat = format as unknown as string[][];
        range.values = cells.map((row) => row.map((cell) => asRead(cell, format)));
        now.sheet.names.add(name, range, header).visible = false;
        await context.sync();
      }, pause);
    }
    if (missing.length > 0) await settle(context, place, right, pause);
  };
}
