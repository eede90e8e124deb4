import { columnName } from "./own-names";
import { thingsNamed, type SheetThings } from "./own-things";
import type { Wait } from "./patience";
import { addressOf, hullOf, overlaps, type SheetArea } from "./sheet-area";
import {
  lookAtSheets,
  lookAtWorkbook,
  type SheetNow,
  type TableLook,
  type WorkbookLook,
} from "./workbook-look";
import type { BesideWritten } from "./written";
import type { WrittenBeside, WrittenColumn, WrittenRecord, WrittenSheet } from "./written-record";

/** A sheet that Tiersheet made, as it is now. */
export interface OwnSheetFound {
  readonly written: WrittenSheet;
  readonly now: SheetNow;
  /** Of its charts, PivotTables and slicers those that Tiersheet made. */
  readonly things: SheetThings;
}

/** A column that Tiersheet wrote beside data, as it is now. */
export interface OwnColumn {
  readonly written: WrittenColumn;
  /** Its hidden name. */
  readonly name: string;
  /** Its cells, header first; null where they have been deleted. */
  readonly area: SheetArea | null;
  /** The header as Tiersheet wrote it. */
  readonly header: string;
}

/** Columns that Tiersheet wrote beside data of the analyst's. */
export interface OwnBeside {
  readonly written: WrittenBeside;
  readonly now: SheetNow;
  /** The native table that they are in. */
  readonly table: TableLook | null;
  readonly columns: readonly OwnColumn[];
}

/** What of a workbook is Tiersheet's. */
export interface OwnFound {
  readonly look: WorkbookLook;
  readonly sheets: readonly OwnSheetFound[];
  readonly beside: readonly OwnBeside[];
  /** Other sheets that were asked for. */
  readonly others: readonly SheetNow[];
}

/** Finds what is Tiersheet's by the record and the hidden names: two syncs. */
export async function findOwn(
  context: Excel.RequestContext,
  pause: Wait,
  others: readonly string[] = [],
): Promise<OwnFound> {
  const look = await lookAtWorkbook(context, pause);
  const { record } = look;
  const ids = new Map(record.sheets.map((written) => [written, idOf(written, look)]));
  const asked = [...ids.values(), ...record.beside.map(({ sheet }) => sheet), ...others];
  const nows = await lookAtSheets(
    context,
    look,
    asked.filter((id) => id !== null),
    pause,
  );
  return { look, ...ownOf(record, nows, ids), others: nows.filter(({ id }) => others.includes(id)) };
}

/** Where a sheet is that was being added when a run ended, its name says; its hidden names say that it is ours. */
function idOf({ id, name }: WrittenSheet, { sheets }: WorkbookLook): string | null {
  if (id !== null) return id;
  return sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id ?? null;
}

function ownOf(
  record: WrittenRecord,
  nows: readonly SheetNow[],
  ids: ReadonlyMap<WrittenSheet, string | null>,
): Pick<OwnFound, "sheets" | "beside"> {
  const seen = new Set<string>();
  const sheets = record.sheets.flatMap((written) => {
    const now = nows.find(({ id }) => id === ids.get(written));
    if (!now || seen.has(now.id) || (written.id === null && now.names.size === 0)) return [];
    seen.add(now.id);
    return [{ written, now, things: thingsNamed(now.things, written.things) }];
  });
  const beside = record.beside.flatMap((written) => {
    const now = nows.find(({ id }) => id === written.sheet);
    return now ? [besideOf(written, now)] : [];
  });
  return { sheets, beside };
}

function besideOf(written: WrittenBeside, now: SheetNow): OwnBeside {
  const columns = written.columns.map((column) => {
    const name = columnName(column.id + written.mark);
    const cells = now.names.get(name);
    return { written: column, name, area: cells?.area ?? null, header: cells?.header ?? "" };
  });
  const table = now.tables.find(({ area }) => columns.some((one) => one.area && overlaps(one.area, area)));
  return { written, now, table: table ?? null, columns };
}

/** The cells of an own sheet that Tiersheet wrote. */
export function ownAreas({ written, now }: OwnSheetFound): readonly SheetArea[] {
  if (written.legacy) {
    const { rows, columns } = written.legacy;
    return rows > 0 && columns > 0 ? [{ row: 0, column: 0, rows, columns }] : [];
  }
  return [...now.names.values()].flatMap(({ area }) => area ?? []);
}

/** Own columns beside data as a reader is told of them; null where none is left. */
export function columnsWritten({ now, columns }: OwnBeside): BesideWritten | null {
  return besideWritten(
    now,
    columns.flatMap(({ area, header }) => (area ? [{ area, header }] : [])),
  );
}

/** Columns on a sheet with their headers, as a reader is told of them; null of none. */
export function besideWritten(
  { id, name }: Pick<SheetNow, "id" | "name">,
  columns: readonly { readonly area: SheetArea; readonly header: string }[],
): BesideWritten | null {
  const there = [...columns].sort((a, b) => a.area.column - b.area.column);
  if (there.length === 0) return null;
  const areas: SheetArea[] = [];
  for (const { area } of there) {
    const last = areas.at(-1);
    const follows =
      last?.row === area.row && last.rows === area.rows && last.column + last.columns === area.column;
    if (last && follows) areas[areas.length - 1] = hullOf(last, area);
    else areas.push(area);
  }
  return {
    sheet: id,
    sheetName: name,
    address: areas.map(addressOf).join(","),
    headers: there.map(({ header }) => header),
  };
}
