import type { Going, UndoStep } from "./going";
import { writeParts, type TableToKeep } from "./lay-out";
import type { NewSheet, SheetTable, WrittenCell } from "./new-sheet";
import { ownAreas, type OwnSheetFound } from "./own-found";
import type { Sync } from "./joint-sync";
import { clearOwn, common, rangeOf, withoutAll } from "./own-cells";
import { addName, blockName, nameFormula } from "./own-names";
import { outboxOf, type Outbox } from "./outbox";
import type { Wait } from "./patience";
import { readCells } from "./read-cells";
import { overlaps, sameArea, type SheetArea } from "./sheet-area";
import { partsOf, type SheetPart } from "./sheet-parts";
import { lookAgain, type SheetNow, type TableLook } from "./workbook-look";

/** A sheet that is there and is written anew in its place. */
export interface SheetToRefresh {
  readonly own: OwnSheetFound;
  readonly plan: NewSheet;
  readonly parts: readonly SheetPart[];
  readonly tables: readonly (string | null)[];
  /** What stands in its own cells. */
  readonly old: SheetRead["old"];
}

/** Where the parts of a sheet go that is there already: where its first one stands by now. */
export function partsInPlace({ now }: OwnSheetFound, plan: NewSheet): readonly SheetPart[] {
  const [first] = partsOf(plan.blocks);
  const at = now.names.get(blockName(0))?.area;
  if (!first || !at) return partsOf(plan.blocks);
  return partsOf(plan.blocks, {
    row: Math.max(0, at.row - first.area.row),
    column: Math.max(0, at.column - first.area.column),
  });
}

/** The cells that a refreshed sheet would take and that aren't Tiersheet's yet. */
function newCells(own: OwnSheetFound, parts: readonly SheetPart[]): readonly SheetArea[] {
  const areas = ownAreas(own);
  return parts.flatMap(({ area }) => withoutAll(area, areas));
}

/** An own sheet as it was read: what stands in its cells, and whether cells of others are in the way. */
export interface SheetRead {
  readonly old: readonly (readonly (readonly unknown[])[])[];
  readonly inTheWay: boolean;
}

/** Reads the cells of an own sheet, and those of others that a new one would take. */
export async function readSheetToRefresh(
  sync: Sync,
  own: OwnSheetFound,
  parts: readonly SheetPart[],
): Promise<SheetRead> {
  const areas = ownAreas(own);
  const { sheet, used } = own.now;
  const taken = newCells(own, parts).flatMap((area) => (used && common(area, used)) ?? []);
  const read = await readCells(
    sync,
    [...areas, ...taken].map((area) => ({ sheet, area })),
  );
  const others = read.slice(areas.length).flat(2);
  return { old: read.slice(0, areas.length), inTheWay: others.some((cell) => cell !== "") };
}

/**
 * Writes an own sheet anew in its place: its cells go, those of others stay. A native table that begins at the same
 * place with the same headers stays the table it was, longer or shorter; others are made again under their names.
 */
export async function refreshSheet(
  going: Going,
  { own, plan, parts, tables, old }: SheetToRefresh,
): Promise<void> {
  const { pause, outbox } = going;
  const areas = ownAreas(own);
  const oldParts = areas.map((area, i) => oldPart(area, old[i] ?? [], own.now, plan));
  going.undo.push(undoRefresh(own, areas, parts, oldParts, pause));
  const headers = new Map(areas.map((area, i) => [`${area.row}:${area.column}`, old[i]?.[0] ?? []]));
  await rewrite(outbox, going.sent, own.now, { clear: areas, parts, tables, headers });
}

interface Rewriting {
  readonly clear: readonly SheetArea[];
  readonly parts: readonly SheetPart[];
  readonly tables: readonly (string | null)[];
  /** The headers that stand at the place of a table, by row and column. */
  readonly headers: ReadonlyMap<string, readonly unknown[]>;
}

async function rewrite(
  outbox: Outbox,
  sent: (rows: number) => void,
  now: SheetNow,
  { clear, parts, tables, headers }: Rewriting,
): Promise<void> {
  const { sheet } = now;
  const looks = parts.map((part, i) =>
    part.kind === "table" && tables[i] != null ? tableToKeep(now, part, headers) : null,
  );
  const kept = looks.map((look): TableToKeep | null => look);
  const keptAreas = parts.flatMap(({ area }, i) => (looks[i] ? [area] : []));
  outbox.add(() => {
    for (const table of now.tables) {
      if (looks.includes(table) || !clear.some((area) => overlaps(area, table.area))) continue;
      table.table.convertToRange();
    }
    for (const area of clear.flatMap((one) => withoutAll(one, keptAreas))) clearOwn(rangeOf(sheet, area));
    parts.forEach(({ area }, i) => {
      const known = now.names.get(blockName(i));
      if (!known) addName(sheet, blockName(i), { area, sheetName: now.name });
      else if (!known.area || !sameArea(known.area, area)) {
        sheet.names.getItem(blockName(i)).formula = nameFormula(now.name, area);
      }
    });
    for (const name of now.names.keys()) {
      if (!parts.some((_, i) => blockName(i) === name)) sheet.names.getItem(name).delete();
    }
  });
  await writeParts(outbox, { sheet: () => sheet, parts, tables, kept }, sent);
}

/** The table that stands where a part goes, with the part's headers, if Excel can give it its length. */
function tableToKeep(
  { tables }: SheetNow,
  { area, table }: SheetPart & { readonly kind: "table" },
  headers: ReadonlyMap<string, readonly unknown[]>,
): TableLook | null {
  const found = tables.find(
    (one) =>
      one.area.row === area.row && one.area.column === area.column && one.area.columns === area.columns,
  );
  const there = headers.get(`${area.row}:${area.column}`) ?? [];
  const mayResize = Office.context.requirements.isSetSupported("ExcelApi", "1.13");
  if (!found || found.totals || found.filtered) return null;
  if (!table.headers.every((header, c) => header === there[c])) return null;
  return found.area.rows === area.rows || mayResize ? found : null;
}

/** What stood in an own block, as a part that can be written again. */
function oldPart(
  area: SheetArea,
  cells: readonly (readonly unknown[])[],
  { tables }: SheetNow,
  { blocks }: NewSheet,
): { readonly part: SheetPart; readonly table: string | null } {
  const native = tables.find((table) => overlaps(table.area, area));
  if (!native && area.columns === 1) {
    const headings = cells.flatMap(([cell], i) => {
      const text = String(cell ?? "");
      const like = blocks.find((block) => block.kind === "heading" && block.text === text);
      const level = like?.kind === "heading" ? like.level : 0;
      return text === "" ? [] : [{ kind: "heading" as const, row: area.row + i, text, level }];
    });
    const first = headings[0]?.row ?? area.row;
    return {
      part: { kind: "headings", area: { ...area, row: first, rows: area.rows - first + area.row }, headings },
      table: null,
    };
  }
  const headers = (cells[0] ?? []).map(String);
  const like = blocks.find(
    (block) => block.kind === "table" && block.headers.length === headers.length && block.name !== null,
  );
  const sample = cells[1] ?? [];
  const table: SheetTable = {
    kind: "table",
    row: area.row,
    name: native?.name ?? null,
    headers,
    formats:
      like?.kind === "table"
        ? like.formats
        : headers.map((_, c) => (typeof sample[c] === "string" ? "@" : "General")),
    wrapped: like?.kind === "table" ? like.wrapped : [],
    count: cells.length - 1,
    rows: async (from, count) =>
      cells.slice(1 + from, 1 + from + count).map((row) => row.map((cell) => cell as WrittenCell)),
    rowsAt: null,
  };
  return { part: { kind: "table", area, table }, table: native?.name ?? null };
}

/** The step that writes an own sheet again as it was. */
function undoRefresh(
  own: OwnSheetFound,
  areas: readonly SheetArea[],
  written: readonly SheetPart[],
  old: readonly { readonly part: SheetPart; readonly table: string | null }[],
  pause: Wait,
): UndoStep {
  return async (context) => {
    const now = await lookAgain(context, own.now.id, pause);
    if (!now) return;
    const outbox = outboxOf(context, pause);
    await rewrite(outbox, () => undefined, now, {
      clear: [...areas, ...written.flatMap(({ area }) => withoutAll(area, areas))],
      parts: old.map(({ part }) => part),
      tables: old.map(({ table }) => table),
      headers: new Map(),
    });
    await outbox.send();
  };
}
