import type { Language } from "../core/language/language";
import { say } from "../core/language/message";
import { bytesOf } from "./block-size";
import { refuseWhereOthersShift, type BesidePlace } from "./beside-place";
import { Refused, type Going, type UndoStep } from "./going";
import type { BesideColumn, NewSheet, SheetTable, TieredPlan } from "./new-sheet";
import { syncOf, together, type Sync } from "./joint-sync";
import { rangeOf } from "./own-cells";
import type { OwnBeside, OwnSheetFound } from "./own-found";
import { columnName, nameFormula } from "./own-names";
import { patiently, type Wait } from "./patience";
import { readCells } from "./read-cells";
import { rightOfTable } from "./right-of-table";
import { AREA, overlaps, type SheetArea } from "./sheet-area";
import { lookAgain, type TableLook } from "./workbook-look";
import { asWritten, type CellInput } from "./written-cell";
import { prepareBeside } from "./write-beside";

/** The table of customers of an earlier run, found again. */
export interface CustomersFound {
  readonly own: OwnSheetFound;
  readonly table: TableLook;
  readonly plan: SheetTable;
  /** The hidden name of the column of the customers' names, and its cells. */
  readonly keyName: string;
  readonly keys: SheetArea;
  /** Places of customers that have no row yet. */
  readonly missing: readonly number[];
  /** Rows whose customer is no longer in the data. */
  readonly gone: number;
  /** The table's headers, and what stands at its right. */
  readonly around: Pick<BesidePlace, "headers" | "right" | "rightColumn">;
}

/**
 * Finds the table of customers of an earlier run; null where it is no longer one. Throws `Refused` where its rows can't
 * be written: a filter hides some, or cells of others stand where new customers have to go.
 */
export async function findCustomers(
  sync: Sync,
  own: OwnSheetFound,
  sheet: NewSheet,
  places: TieredPlan["places"],
): Promise<CustomersFound | null> {
  const { now } = own;
  const [plan] = sheet.blocks;
  if (plan?.kind !== "table") return null;
  const keyName = columnName(plan.ids?.[0] ?? plan.headers[0] ?? "");
  const named = now.names.get(keyName)?.area;
  const table = named && now.tables.find(({ area }) => overlaps(area, named));
  if (!table || table.area.row !== named.row) return null;
  if (table.filtered) throw new Refused("excel-filtered", { sheet: now.name });
  if (plan.ids?.some((id) => !now.names.get(columnName(id))?.area)) refuseWhereOthersShift(now, table);
  const rows = table.area.rows - 1 - (table.totals ? 1 : 0);
  const keys = { row: table.area.row + 1, column: named.column, rows, columns: 1 };
  const below = belowOf(table, now.used);
  const [[read = [], under = []], around] = await together(sync, [
    (one: Sync) =>
      readCells(one, [
        { sheet: now.sheet, area: keys },
        ...(below ? [{ sheet: now.sheet, area: below }] : []),
      ]),
    (one: Sync) => aroundTable(one, now, table),
  ] as const);
  const names = read.map(([cell]) => cell);
  const at = await places(names);
  const there = new Set(at);
  const missing = Array.from({ length: plan.count }, (_, i) => i).filter((place) => !there.has(place));
  const inTheWay = under.slice(0, missing.length + 1).some((row) => row.some((cell) => cell !== ""));
  if (inTheWay && missing.length > 0) {
    throw new Refused("excel-below-taken", { rows: missing.length, sheet: now.name });
  }
  const gone = at.filter((place, i) => place < 0 && names[i] !== "").length;
  return { own, table, plan, keyName, keys, missing, gone, around };
}

/** The cells under a table that hold something, or could; null where nothing does. */
function belowOf({ area }: TableLook, used: SheetArea | null): SheetArea | null {
  const row = area.row + area.rows;
  const rows = used ? used.row + used.rows - row : 0;
  return rows > 0 ? { ...area, row, rows } : null;
}

/**
 * Writes the table of customers anew, row by row: each row keeps its customer and what the analyst wrote beside it, new
 * customers come below, and one who is no longer in the data keeps the row without results. A row in whose own cells the
 * analyst has put a formula is left alone. What is prepared goes with the next message; what comes back writes the rows,
 * and that gives what is left to be sent with the record.
 */
export async function prepareCustomers(
  going: Going,
  found: CustomersFound,
  places: TieredPlan["places"],
  language: Language,
): Promise<() => Promise<() => Promise<void>>> {
  const { own, table, plan, keyName, keys, missing } = found;
  const { now } = own;
  const rowCount = keys.rows + missing.length;
  const columns = plan.headers.map((header, c): BesideColumn => ({
    id: plan.ids?.[c] ?? header,
    header,
    format: plan.formats[c] ?? "@",
    width: 12,
  }));
  const { rowsAt } = plan;
  if (!rowsAt) throw new Error("A table of customers gives rows by their places.");
  const others = columns.slice(1);
  const reason = others.findIndex(({ id }) => id === "reason");
  const absent = others.map((_, c): CellInput =>
    c === reason ? say({ code: "excel-no-longer-in-data" }, language) : "",
  );

  if (missing.length > 0) await appendRows(going, found, columns);
  const beside: OwnBeside = {
    written: { sheet: now.id, table: table.id, mark: "", right: null, columns: [] },
    now,
    table,
    columns: [...now.names]
      .filter(([name]) => name !== keyName)
      .map(([name, { area, header }]) => ({
        written: { id: idOf(name, others), width: null, moved: false },
        name,
        area,
        header,
      })),
  };
  const place: BesidePlace = {
    now,
    table,
    own: beside,
    headerRow: table.area.row,
    rowCount,
    keyColumn: keys.column,
    keys: () =>
      now.sheet.names
        .getItem(keyName)
        .getRange()
        .getCell(1, 0)
        .getResizedRange(rowCount - 1, 0),
    filled: null,
    lastMerged: false,
    gap: 0,
    ...found.around,
  };
  const write = prepareBeside(going, place, {
    columns: others,
    mark: "",
    key: { name: keyName },
    cellsOf: async (read, _, old) => {
      const at = await places(read);
      const rows = await rowsAt(at.map((one) => Math.max(one, 0)));
      return read.map((key, i): readonly CellInput[] => {
        const calculated = old[i]?.some((cell) => typeof cell === "string" && cell.startsWith("="));
        const isGone = (at[i] ?? -1) < 0;
        if (isGone && (key === "" || calculated)) return others.map(() => null);
        if (isGone) return absent;
        return (rows[i] ?? []).slice(1).map((cell, c) => asWritten(cell, others[c]?.format ?? "@"));
      });
    },
  });
  if (found.gone > 0) {
    going.told.push({ code: "excel-customers-gone", params: { count: found.gone, sheet: now.name } });
  }
  return async () => {
    const { finish } = await write();
    return async () => {
      if (missing.length > 0) {
        const area = { ...keys, row: keys.row - 1, rows: rowCount + 1 };
        going.outbox.add(() => {
          now.sheet.names.getItem(keyName).formula = nameFormula(now.name, area);
        });
      }
      await finish();
    };
  };
}

/** The id of the column that has a hidden name; the name itself of one that is no longer asked for. */
const idOf = (name: string, columns: readonly BesideColumn[]): string =>
  columns.find(({ id }) => columnName(id) === name)?.id ?? name;

/** The headers of a table, and what stands at its right in its rows. */
async function aroundTable(
  sync: Sync,
  now: OwnSheetFound["now"],
  table: TableLook,
): Promise<CustomersFound["around"]> {
  const area = rightOfTable(table, now.used);
  const { headers, right } = await sync(() => {
    const loaded = {
      headers: table.table.getHeaderRowRange(),
      right: area && rangeOf(now.sheet, area).getUsedRangeOrNullObject(true),
    };
    loaded.headers.load("values,columnIndex");
    loaded.right?.load(AREA);
    return loaded;
  });
  const there = right?.isNullObject ? null : right;
  return {
    headers: new Map(
      (headers.values[0] as unknown[]).map((text, c) => [headers.columnIndex + c, String(text)]),
    ),
    right: there,
    rightColumn: there?.columnIndex ?? null,
  };
}

/** Makes the table longer and names its new customers; what else belongs to them is written with all other rows. */
async function appendRows(
  going: Going,
  { own, table, plan, keys, missing }: CustomersFound,
  columns: readonly BesideColumn[],
): Promise<void> {
  const { sheet, names } = own.now;
  const resizes = Office.context.requirements.isSetSupported("ExcelApi", "1.13") && !table.totals;
  const appended = new Set<unknown>();
  going.undo.push(
    undoAppended(
      { sheet: own.now.id, table, keyName: columnName(columns[0]?.id ?? "") },
      appended,
      resizes,
      going.pause,
    ),
  );
  const from = keys.row + keys.rows;
  const isGrown = { ...table.area, rows: table.area.rows + missing.length };
  going.outbox.add(() => {
    if (resizes) table.table.resize(rangeOf(sheet, isGrown));
    else {
      // An older Excel: rows of nothing at the table's end, in one request.
      const blank = Array.from({ length: table.area.columns }, () => null);
      table.table.rows.add(-1, missing.map(() => blank) as unknown as string[][]);
    }
    for (const { column, format } of ownFormats(names, columns)) {
      const cells = { row: from, column, rows: missing.length, columns: 1 };
      rangeOf(sheet, cells).numberFormat = format as unknown as string[][];
    }
  });
  for (let at = 0; at < missing.length; at += KEYS) {
    const some = missing.slice(at, at + KEYS);
    const rows = (await plan.rowsAt?.(some)) ?? [];
    const cells = rows.map(([key]) => [asWritten(key ?? null, "@")]);
    for (const [key] of cells) appended.add(key);
    const area = { row: from + at, column: keys.column, rows: cells.length, columns: 1 };
    going.outbox.add(() => {
      rangeOf(sheet, area).values = cells;
    }, bytesOf(cells));
    if (going.outbox.full()) await going.outbox.send();
  }
}

/** Customers that are named in one request. */
const KEYS = 20_000;

function ownFormats(
  names: OwnSheetFound["now"]["names"],
  columns: readonly BesideColumn[],
): readonly { readonly column: number; readonly format: string }[] {
  return columns.flatMap(({ id, format }) => {
    const area = names.get(columnName(id))?.area;
    return area ? [{ column: area.column, format }] : [];
  });
}

/** The step that removes the rows of new customers again, wherever someone has sorted them to. */
function undoAppended(
  at: { readonly sheet: string; readonly table: TableLook; readonly keyName: string },
  appended: ReadonlySet<unknown>,
  resized: boolean,
  pause: Wait,
): UndoStep {
  return async (context) => {
    const now = await lookAgain(context, at.sheet, pause);
    const table = now?.tables.find(({ id }) => id === at.table.id);
    const named = now?.names.get(at.keyName)?.area;
    if (!now || !table || !named) return;
    const { area } = table;
    const first = area.row + 1;
    const body = {
      row: first,
      column: named.column,
      rows: area.rows - 1 - (table.totals ? 1 : 0),
      columns: 1,
    };
    const [keys = []] = await readCells(syncOf(context, pause), [{ sheet: now.sheet, area: body }]);
    const known = at.table.area.rows - 1 - (at.table.totals ? 1 : 0);
    const ours = keys.flatMap(([key], r) => (appended.has(key) || (key === "" && r >= known) ? [r] : []));
    const atEnd = ours.every((r, i) => r === keys.length - ours.length + i);
    if (ours.length === 0) return;
    await patiently(async () => {
      if (resized && atEnd) {
        table.table.resize(rangeOf(now.sheet, { ...area, rows: area.rows - ours.length }));
        rangeOf(now.sheet, { ...area, row: first + keys.length - ours.length, rows: ours.length }).clear();
      } else {
        for (const r of [...ours].reverse()) {
          rangeOf(now.sheet, { ...area, row: first + r, rows: 1 }).delete("Up");
        }
      }
      await context.sync();
    }, pause);
  };
}
