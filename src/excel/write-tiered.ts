import { no, ok, type Result } from "../core/language/message";
import { tableName } from "../files/excel-names";
import {
  addSheets,
  fillSheet,
  sheetToAdd,
  takenNames,
  undoSheets,
  type SheetToAdd,
  type TakenNames,
} from "./add-sheets";
import { besideRows, ofColumns, placeBeside, type BesidePlace } from "./beside-place";
import { dressSheets, pagesOf } from "./dress-sheets";
import { Cancelled, Refused, undoAll, type Going, type UndoStep, type WriteOptions } from "./going";
import type { Beside, NewSheet, TieredPlan } from "./new-sheet";
import { excelRefused } from "./office-troubles";
import { areaOfAddress } from "./own-cells";
import { besideWritten, findOwn, type OwnBeside, type OwnFound, type OwnSheetFound } from "./own-found";
import { syncOf, together, type Sync } from "./joint-sync";
import { outboxOf } from "./outbox";
import { namesOf, plannedNames } from "./own-things";
import { patiently, wait, type Wait } from "./patience";
import { findCustomers, prepareCustomers, type CustomersFound } from "./refresh-customers";
import {
  partsInPlace,
  readSheetToRefresh,
  refreshSheet,
  type SheetRead,
  type SheetToRefresh,
} from "./refresh-sheet";
import { removeColumns, removeSheets, sharedSheets } from "./remove-own";
import { overlaps } from "./sheet-area";
import { isByCustomer, type SheetPart } from "./sheet-parts";
import { prepareBeside } from "./write-beside";
import { rowsOf, sentOf } from "./write-sheets";
import type { Tiered } from "./written";
import { asWritten } from "./written-cell";
import { saveRecord, type WrittenBeside, type WrittenRecord, type WrittenSheet } from "./written-record";

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
  for (let tries = 1; ; tries++) {
    const undo: UndoStep[] = [];
    try {
      return await Excel.run({ delayForCellEdit: true }, async (context) => {
        const rows = rowsOf(plan.sheets) + (plan.beside?.rowCount ?? 0);
        const outbox = outboxOf(context, pause);
        const going: Going = { context, pause, outbox, sent: sentOf(options, rows), undo, told: [] };
        return ok(await write(going, plan));
      });
    } catch (error) {
      const isBack = undo.length === 0 || (await undoAll(undo));
      // Someone was quicker, and the workbook is as it was before us: it is looked at again.
      const isLate = error instanceof Refused && error.code === "excel-changed-meanwhile";
      if (isLate && isBack && tries < TRIES) continue;
      if (error instanceof Cancelled) return no("pane.cancelled");
      return error instanceof Refused ? no(error.code, error.params) : excelRefused(error);
    }
  }
}

/** How often a workbook that changes under our hands is begun with. */
const TRIES = 3;

async function write(going: Going, whole: TieredPlan): Promise<Tiered> {
  const plan = onlyOf(whole);
  const { context, pause, outbox, undo } = going;
  const found = await findOwn(context, pause, plan.beside ? [plan.beside.sheet] : []);
  const { record } = found.look;
  if (record.newer !== undefined) throw new Refused("excel-record-newer", { version: record.newer });
  const taken = takenNames(found.look);
  const { beside: besidePlan } = plan;
  const [looked, place] = await together(syncOf(context, pause), [
    (sync: Sync) => lookAtOwn(sync, found, plan),
    async (sync: Sync) => besidePlan && (await placeBeside(sync, found, besidePlan)),
  ] as const);
  const sheets = sortOut(going, found, plan, looked, taken);
  if (found.look.locked && sheets.toAdd.length > 0) throw new Refused("excel-protected");
  const besideBefore = besideToReplace(found, plan, place);

  // A run may be so small that no row goes out before its last message.
  going.sent(0);

  // From here on the workbook is changed.
  undo.push(async (again) => {
    saveRecord(again, record);
    await again.sync();
  });
  if (sheets.toAdd.length > 0) undo.push(undoSheets(found.look, sheets.toAdd, pause));
  const mark = markOf(found, place);
  const adding = sheets.toAdd.map(({ plan: { id, dressing }, name }) => ({
    id: null,
    name,
    plan: id,
    things: plannedNames(dressing),
  }));
  // What they were given before is still told, for it may outlive this run.
  const known = (written: WrittenSheet): WrittenSheet => {
    const own = found.sheets.find((one) => one.written === written);
    const planned = plan.sheets.find(({ id }) => id === written.plan);
    return own && planned ? { ...written, things: thingsOf(own, planned) } : written;
  };
  const others = record.beside.filter((one) => one !== besideBefore?.written);
  const begun: WrittenRecord = {
    version: 2,
    complete: false,
    sheets: [...record.sheets.map(known), ...adding],
    beside: [...others, ...besideBegun(plan.beside, place, besideBefore, mark)],
  };
  outbox.add(() => saveRecord(context, begun));
  const added = addSheets(going, sheets.toAdd, true);
  for (const sheet of sheets.toRefresh) if (!isPage(sheet)) await refreshSheet(going, sheet);
  for (const sheet of added) await fillSheet(going, sheet);
  const writeCustomers =
    sheets.customers && (await prepareCustomers(going, sheets.customers, plan.places, plan.language ?? "en"));
  const writeColumns =
    besidePlan &&
    place &&
    prepareBeside(going, place, {
      columns: besidePlan.columns,
      mark,
      key: { header: besidePlan.customerHeader },
      cellsOf: besideCells(besidePlan, plan.places),
    });
  const finishCustomers = await writeCustomers?.();
  const beside = writeColumns && (await writeColumns());
  await finishCustomers?.();
  await beside?.finish();
  if (!plan.beside && besideBefore) outbox.add(() => removeColumns(besideBefore));
  // Last, for what a page looks like can't be put back: a run that fails before leaves it as it was.
  for (const sheet of sheets.toRefresh) if (isPage(sheet)) await refreshSheet(going, sheet);
  const besideNow: readonly WrittenBeside[] =
    place && beside
      ? [
          {
            sheet: place.now.id,
            table: place.table?.id ?? null,
            ...headerOf(besidePlan, place),
            mark,
            right: null,
            columns: beside.columns,
          },
        ]
      : [];
  const finished = (): WrittenRecord => ({
    version: 2,
    complete: record.complete || (sheets.leftUnfinished.length === 0 && others.length === 0),
    sheets: [
      ...found.sheets.map(({ written, now }) => ({ ...known(written), id: now.id })),
      ...added.map(({ sheet, name, plan: { id, dressing } }) => ({
        id: sheet().id,
        name,
        plan: id,
        things: plannedNames(dressing),
      })),
    ],
    beside: [...others, ...besideNow],
  });
  going.sent(0);
  if (added.some(({ sheet }) => !isMade(sheet))) await outbox.send();
  const front = firstOwn(found);
  await outbox.send(() => {
    saveRecord(context, finished());
    // Managers find their pages before the others, though those may have been there earlier.
    added
      .filter(({ plan: { id } }) => front !== null && MANAGERS.includes(id))
      .forEach(({ sheet }, i) => (sheet().position = (front ?? 0) + i));
    if (!place)
      added
        .find((sheet) => !sheet.plan.hidden)
        ?.sheet()
        .activate();
  });
  undo.length = 0;

  await removeStale(going, sheets.stale, finished());
  if (plan.sheets.some(({ dressing }) => dressing)) {
    const there = [...found.sheets, ...sheets.inPlace];
    const dressed = whole.sheets.filter((sheet) => plan.sheets.includes(sheet) || isByCustomer(sheet));
    const earlier = place ? null : besideToReplace(found, whole, null);
    const rows = whole.beside && {
      sheet: whole.beside.sheet,
      table: whole.beside.table,
      mark: earlier?.written.mark ?? mark,
      customerHeader: whole.beside.customerHeader,
    };
    await dressSheets(going, pagesOf(whole.sheets, added, there), dressed, rows);
  }
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

/** The names of an own sheet's charts, PivotTables and slicers, and of those that a run is about to make there. */
const thingsOf = ({ things }: OwnSheetFound, { dressing }: NewSheet): readonly string[] => [
  ...new Set([...namesOf(things), ...plannedNames(dressing)]),
];

/** The sheets for managers, in their order. */
const MANAGERS: readonly string[] = ["summary", "pivots"];

/** The place among the tabs of the first sheet that an earlier run has written and that shows; null where there is none. */
function firstOwn({ look, sheets }: OwnFound): number | null {
  const at = look.sheets.findIndex(
    ({ id, visibility }) => visibility === "Visible" && sheets.some(({ now }) => now.id === id),
  );
  return at < 0 ? null : at;
}

/** True of a page made to be read, with looks of its own. */
const isPage = ({ plan }: SheetToRefresh) => (plan.dressing?.looks.length ?? 0) > 0;

/** A plan of the sheets alone that are to be written. */
function onlyOf(plan: TieredPlan): TieredPlan {
  const { only } = plan;
  if (!only) return plan;
  const { source: _, ...rest } = plan;
  return { ...rest, beside: null, sheets: plan.sheets.filter(({ id }) => only.includes(id)) };
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
  readonly toAdd: readonly SheetToAdd[];
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
const OF_A_RUN = /^(?:summary|pivots|tiers|customers|check|policy|snapshot|value)(?:\/\d+)?$/;

/** What was found of an own sheet that a sheet of the plan is to be written into. */
type OwnLook =
  | { readonly own: OwnSheetFound; readonly customers: CustomersFound | null }
  | { readonly own: OwnSheetFound; readonly parts: readonly SheetPart[]; readonly read: SheetRead };

/** Looks at the own sheets that are there, a plan's sheet each; null for one that isn't. Throws `Refused`. */
function lookAtOwn(sync: Sync, found: OwnFound, plan: TieredPlan): Promise<readonly (OwnLook | null)[]> {
  const pages = plan.sheets.filter(isByCustomer).length;
  return together<readonly (OwnLook | null)[]>(
    sync,
    plan.sheets.map((sheet) => async (one: Sync): Promise<OwnLook | null> => {
      const own = found.sheets.findLast(({ written }) => written.plan === sheet.id);
      if (!own) return null;
      if (own.now.isProtected) throw new Refused("excel-sheet-protected", { sheet: own.now.name });
      if (own.now.filtered) throw new Refused("excel-filtered", { sheet: own.now.name });
      if (isByCustomer(sheet)) {
        const customers = pages === 1 ? await findCustomers(one, own, sheet, plan.places) : null;
        return { own, customers };
      }
      const parts = partsInPlace(own, sheet);
      return { own, parts, read: await readSheetToRefresh(one, own, parts) };
    }),
  );
}

function sortOut(
  going: Going,
  found: OwnFound,
  plan: TieredPlan,
  looked: readonly (OwnLook | null)[],
  taken: TakenNames,
): SheetsSortedOut {
  const toAdd: SheetToAdd[] = [];
  const toRefresh: SheetToRefresh[] = [];
  const inPlace: OwnSheetFound[] = [];
  let customers: CustomersFound | null = null;
  plan.sheets.forEach((sheet, at) => {
    const look = looked[at] ?? null;
    if (!look) toAdd.push(sheetToAdd(sheet, taken));
    else if ("customers" in look && look.customers) {
      ({ customers } = look);
      inPlace.push(look.own);
    } else if ("customers" in look || look.read.inTheWay)
      toAdd.push(sheetBeside(going, sheet, look.own, taken));
    else {
      const { own, parts, read } = look;
      inPlace.push(own);
      const tables = parts.map((part) => {
        if (part.kind !== "table" || part.table.name === null) return null;
        const there = own.now.tables.find(({ area }) => overlaps(area, { ...part.area, rows: 1 }));
        return there?.name ?? tableName(part.table.name, taken.tables);
      });
      toRefresh.push({ own, plan: sheet, parts, tables, old: read.old });
    }
  });
  const unused = found.sheets.filter((own) => !inPlace.includes(own));
  const stale = unused.filter(
    ({ written }) => !plan.only && OF_A_RUN.test(written.plan) && !isReplaced(written.plan, toAdd),
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
  const { sheet, table: id, headerRow, rows, address } = source;
  const of = found.beside.filter(({ now, table }) => now.id === sheet && (table?.id ?? null) === id);
  if (id !== null || headerRow === undefined || rows === undefined) return of[0] ?? null;
  const inRows = besideRows(of, { sheet, headerRow, rows });
  const area = areaOfAddress(address ?? "");
  return (area ? ofColumns(inRows, area) : inRows)[0] ?? null;
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

/** The header over the customers, which tells lists of plain rows apart. */
const headerOf = (plan: Beside | null, { table }: BesidePlace) =>
  plan && table === null ? { header: plan.customerHeader } : {};

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
      ...headerOf(plan, place),
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
