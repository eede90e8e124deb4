import { no, ok, type Result } from "../core/language/message";
import { addSheets, fillSheet, sheetToAdd, takenNames, undoSheets, type TakenNames } from "./add-sheets";
import { placeBeside, type BesidePlace } from "./beside-place";
import { Cancelled, Refused, undoAll, type Going, type UndoStep, type WriteOptions } from "./going";
import type { Beside, NewSheet, TieredPlan } from "./new-sheet";
import { excelRefused } from "./office-troubles";
import { besideWritten, findOwn, type OwnBeside, type OwnFound, type OwnSheetFound } from "./own-found";
import { common } from "./own-cells";
import { outboxOf } from "./outbox";
import { patiently, wait, type Wait } from "./patience";
import { readCells } from "./read-cells";
import { findCustomers, refreshCustomers, type CustomersFound } from "./refresh-customers";
import { newCells, partsInPlace, refreshSheet, type SheetToRefresh } from "./refresh-sheet";
import { removeColumns, removeSheets, sharedSheets } from "./remove-own";
import { overlaps } from "./sheet-area";
import { isByCustomer } from "./sheet-parts";
import { writeBeside } from "./write-beside";
import { rowsOf, sentOf } from "./write-sheets";
import type { Tiered } from "./written";
import { asWritten } from "./written-cell";
import { saveRecord, type WrittenBeside, type WrittenRecord } from "./written-record";

export type { WriteOptions } from "./going";

/**
 * Writes the result of a run into the workbook: its sheets behind those that are there, its columns beside the rows that
 * were classified. What an earlier run wrote is written anew in its place: columns beside data and the table of customers
 * row by row, so that what the analyst wrote beside a customer stays with it; other sheets whole. Nobody else's cell is
 * touched. What is being written stands in the workbook's settings from before the first change until after the last;
 * a run that fails or is cancelled puts everything back, one whose session is lost is found later and can be finished by
 * writing again, or taken back.
 */
export async function writeTiered(
  plan: TieredPlan,
  options: WriteOptions = {},
  pause: Wait = wait,
): Promise<Result<Tiered>> {
  const undo: UndoStep[] = [];
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const rows = rowsOf(plan.sheets) + (plan.beside?.rowCount ?? 0);
      const outbox = outboxOf(context, pause);
      const going: Going = { context, pause, outbox, sent: sentOf(options, rows), undo, told: [] };
      return ok(await write(going, plan));
    });
  } catch (error) {
    await undoAll(undo);
    if (error instanceof Cancelled) return no("pane.cancelled");
    return error instanceof Refused ? no(error.code, error.params) : excelRefused(error);
  }
}

async function write(going: Going, plan: TieredPlan): Promise<Tiered> {
  const { context, pause, outbox, undo } = going;
  const found = await findOwn(context, pause, plan.beside ? [plan.beside.sheet] : []);
  const { record } = found.look;
  const taken = takenNames(found.look);
  const sheets = await sortOut(going, found, plan, taken);
  const place = plan.beside && (await placeBeside(context, found, plan.beside, pause));
  if (found.look.locked && sheets.toAdd.length > 0) throw new Refused("excel-protected");
  const besideBefore = besideToReplace(found, plan, place);

  // From here on the workbook is changed.
  undo.push(async (again) => {
    saveRecord(again, record);
    await again.sync();
  });
  if (sheets.toAdd.length > 0) undo.push(undoSheets(found.look, sheets.toAdd, pause));
  const mark = markOf(found, place);
  const adding = sheets.toAdd.map(({ plan: { id }, name }) => ({ id: null, name, plan: id }));
  const others = record.beside.filter((one) => one !== besideBefore?.written);
  const begun: WrittenRecord = {
    version: 2,
    complete: false,
    sheets: [...record.sheets, ...adding],
    beside: [...others, ...besideBegun(plan.beside, place, besideBefore, mark)],
  };
  outbox.add(() => saveRecord(context, begun));
  const added = addSheets(going, sheets.toAdd, true);
  for (const sheet of sheets.toRefresh) await refreshSheet(going, sheet);
  for (const sheet of added) await fillSheet(going, sheet);
  const finishCustomers =
    sheets.customers && (await refreshCustomers(going, sheets.customers, plan.places, plan.language ?? "en"));
  const beside =
    plan.beside && place
      ? await writeBeside(going, place, {
          columns: plan.beside.columns,
          mark,
          key: { header: plan.beside.customerHeader },
          cellsOf: besideCells(plan.beside, plan.places),
        })
      : null;
  await finishCustomers?.();
  await beside?.finish();
  if (!plan.beside && besideBefore) outbox.add(() => removeColumns(besideBefore));
  const besideNow: readonly WrittenBeside[] =
    place && beside
      ? [{ sheet: place.now.id, table: place.table?.id ?? null, mark, right: null, columns: beside.columns }]
      : [];
  const finished = (): WrittenRecord => ({
    version: 2,
    complete: record.complete || (sheets.leftUnfinished.length === 0 && others.length === 0),
    sheets: [
      ...found.sheets.map(({ written: known, now }) => ({ ...known, id: now.id })),
      ...added.map(({ sheet, name, plan: { id } }) => ({ id: sheet().id, name, plan: id })),
    ],
    beside: [...others, ...besideNow],
  });
  if (added.some(({ sheet }) => !isMade(sheet))) await outbox.send();
  await outbox.send(() => {
    saveRecord(context, finished());
    if (!place)
      added
        .find((sheet) => !sheet.plan.hidden)
        ?.sheet()
        .activate();
  });
  undo.length = 0;

  await removeStale(going, sheets.stale, finished());
  const shown = [
    ...added.map(({ sheet, name, plan: { id, hidden } }) => ({ id: sheet().id, name, plan: id, hidden })),
    ...sheets.inPlace.map(({ now, written: { plan: id } }) => ({
      id: now.id,
      name: now.name,
      plan: id,
      hidden: now.visibility !== "Visible",
    })),
  ];
  const order = plan.sheets.map(({ id }) => id);
  shown.sort((a, b) => order.indexOf(a.plan) - order.indexOf(b.plan));
  return {
    sheets: shown,
    beside: place && beside ? besideWritten(place.now, beside.cells) : null,
    told: going.told,
  };
}

/** True once a sheet's id has come from Excel. */
function isMade(sheet: () => Excel.Worksheet): boolean {
  try {
    return typeof sheet().id === "string";
  } catch {
    return false;
  }
}

function besideCells(beside: Beside, places: TieredPlan["places"]) {
  return async (keys: readonly unknown[]) => {
    const at = await places(keys);
    const rows = await beside.rowsAt(at);
    return rows.map((row) => row.map((cell, c) => asWritten(cell, beside.columns[c]?.format ?? "@")));
  };
}

/** What is done with each sheet of a plan. */
interface SheetsSortedOut {
  readonly toAdd: readonly ReturnType<typeof sheetToAdd>[];
  readonly toRefresh: readonly SheetToRefresh[];
  readonly customers: CustomersFound | null;
  /** Own sheets that are written in their place. */
  readonly inPlace: readonly OwnSheetFound[];
  /** Own sheets of an earlier run that this one has no use for. */
  readonly stale: readonly OwnSheetFound[];
  /** Sheets of a run that ended in the middle, which this one neither writes nor removes. */
  readonly leftUnfinished: readonly OwnSheetFound[];
}

/** Ids of sheets that a run may have and another not. */
const OF_A_RUN = /^(?:tiers|customers|check|policy|snapshot|value)(?:\/\d+)?$/;

async function sortOut(
  going: Going,
  found: OwnFound,
  plan: TieredPlan,
  taken: TakenNames,
): Promise<SheetsSortedOut> {
  const { context, pause } = going;
  const toAdd: ReturnType<typeof sheetToAdd>[] = [];
  const toRefresh: SheetToRefresh[] = [];
  const inPlace: OwnSheetFound[] = [];
  let customers: CustomersFound | null = null;
  const pages = plan.sheets.filter(isByCustomer);
  for (const sheet of plan.sheets) {
    const own = found.sheets.findLast(({ written }) => written.plan === sheet.id);
    if (!own) {
      toAdd.push(sheetToAdd(sheet, taken));
      continue;
    }
    if (own.now.isProtected) throw new Refused("excel-sheet-protected", { sheet: own.now.name });
    if (own.now.filtered) throw new Refused("excel-filtered", { sheet: own.now.name });
    if (isByCustomer(sheet) && pages.length === 1) {
      customers = await findCustomers(context, own, sheet, plan.places, pause);
      if (customers) inPlace.push(own);
      else toAdd.push(sheetBeside(going, sheet, own, taken));
      continue;
    }
    const parts = partsInPlace(own, sheet);
    const asked = newCells(own, parts).flatMap((area) => {
      const filled = own.now.used && common(area, own.now.used);
      return filled ? [{ sheet: own.now.sheet, area: filled }] : [];
    });
    const cells = await readCells(context, asked, pause);
    if (isByCustomer(sheet) || cells.flat(2).some((cell) => cell !== "")) {
      toAdd.push(sheetBeside(going, sheet, own, taken));
      continue;
    }
    inPlace.push(own);
    const tables = parts.map(({ kind, area }, i) => {
      const named = sheet.blocks.length > 0 && kind === "table" ? parts[i] : undefined;
      if (named?.kind !== "table" || named.table.name === null) return null;
      const there = own.now.tables.find((one) => overlaps(one.area, { ...area, rows: 1 }));
      return there?.name ?? sheetToAdd({ ...sheet, blocks: [named.table] }, taken).tables[0] ?? null;
    });
    toRefresh.push({ own, plan: sheet, parts, tables });
  }
  const unused = found.sheets.filter((own) => !inPlace.includes(own));
  const stale = unused.filter(
    ({ written }) => OF_A_RUN.test(written.plan) && !isReplaced(written.plan, toAdd),
  );
  return {
    toAdd,
    toRefresh,
    customers,
    inPlace,
    stale,
    leftUnfinished: found.look.record.complete ? [] : unused.filter((own) => !stale.includes(own)),
  };
}

/** A sheet that was left alone because of cells in the way stays, though its result is on another. */
const isReplaced = (id: string, toAdd: readonly { readonly plan: NewSheet }[]) =>
  toAdd.some(({ plan }) => plan.id === id);

/** The sheet goes beside one of its kind where cells of others are in the way; told. */
function sheetBeside(going: Going, sheet: NewSheet, own: OwnSheetFound, taken: TakenNames) {
  const added = sheetToAdd(sheet, taken);
  going.told.push({ code: "excel-sheet-beside", params: { sheet: own.now.name, name: added.name } });
  return added;
}

/** The columns of an earlier run that this one writes anew, or removes where it has none. */
function besideToReplace(
  found: OwnFound,
  { source }: TieredPlan,
  place: BesidePlace | null,
): OwnBeside | null {
  if (place) return place.own;
  if (!source) return null;
  return (
    found.beside.find(({ now, table }) => now.id === source.sheet && (table?.id ?? null) === source.table) ??
    null
  );
}

/** What tells the columns of a second table on a sheet from those of the first. */
function markOf(found: OwnFound, place: BesidePlace | null): string {
  if (!place) return "";
  if (place.own) return place.own.written.mark;
  const marks = found.beside.filter(({ now }) => now.id === place.now.id).map(({ written }) => written.mark);
  let mark = "";
  for (let next = 2; marks.includes(mark); next++) mark = `.${next}`;
  return mark;
}

/** The columns beside data as the record has them while they are being written. */
function besideBegun(
  plan: Beside | null,
  place: BesidePlace | null,
  before: OwnBeside | null,
  mark: string,
): readonly WrittenBeside[] {
  if (!plan || !place) return before ? [before.written] : [];
  const known = before?.written.columns ?? [];
  const more = plan.columns
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map(({ id }) => ({ id, width: null, moved: null }));
  return [
    {
      sheet: place.now.id,
      table: place.table?.id ?? null,
      mark,
      right: place.rightColumn,
      columns: [...known, ...more],
    },
  ];
}

/** Sheets that this run has no use for go, unless someone has written there too. Where that fails, they stay recorded. */
async function removeStale(
  { context, pause }: Going,
  stale: readonly OwnSheetFound[],
  record: WrittenRecord,
): Promise<void> {
  if (stale.length === 0) return;
  try {
    const kept = await sharedSheets(context, stale, pause);
    const gone = stale.filter((own) => !kept.includes(own));
    if (gone.length === 0) return;
    const { worksheets } = context.workbook;
    await patiently(async () => {
      worksheets.load("items/id,items/name,items/visibility");
      await context.sync();
    }, pause);
    const sheets = worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility }));
    await patiently(async () => {
      saveRecord(context, {
        ...record,
        sheets: record.sheets.filter(({ id }) => !gone.some(({ now }) => now.id === id)),
      });
      removeSheets(context, { record, sheets, tables: [], names: [], locked: false }, gone, []);
      await context.sync();
    }, pause);
  } catch {
    // They are Tiersheet's still, and are taken back with everything else.
  }
}
