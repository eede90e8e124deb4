import type { Attempts } from "./attempts";
import type { Begin } from "./dress-cells";
import { pivotSteps, type PivotStep } from "./dress-pivots";
import { placeSlicers } from "./dress-slicers";
import type { Dressing } from "./dressing";
import type { Going } from "./going";
import type { Sync } from "./joint-sync";
import {
  hasSlicers,
  isSlicerOf,
  loadThings,
  namesOf,
  plannedNames,
  thingsNamed,
  withoutCopy,
  type SheetThings,
} from "./own-things";
import type { PivotSource } from "./pivot-source";
import { loadPivotFields, statesOf, type PivotFields } from "./pivots-before";

/** A sheet that is to have PivotTables. */
export interface PivotPage {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly dressing: Dressing;
  readonly begin: Begin;
}

/** What is there of PivotTables and slicers. */
export interface PivotsThere {
  /** Those of Tiersheet's on the sheet. */
  readonly things: SheetThings;
  readonly fields: ReadonlyMap<string, PivotFields>;
  /** The names of all slicers of the workbook, in lower case. */
  readonly slicers: ReadonlySet<string>;
}

/** What PivotTables are made with. */
export interface PivotRun extends Pick<Attempts, "attempt" | "send" | "refusalOf" | "isLost"> {
  readonly context: Excel.RequestContext;
  readonly sync: Sync;
  readonly told: Going["told"];
}

/**
 * Makes or refreshes the PivotTables of a sheet, and makes the slicers that they lack. They go out together; where one is
 * refused, each goes out by itself, so that a cell in the way of one leaves no other with old numbers. Which one was
 * refused is told.
 */
export async function dressPivotPage(
  page: PivotPage,
  source: PivotSource,
  there: PivotsThere,
  run: PivotRun,
): Promise<void> {
  const all = await pivotStepsOf(page, source, there, run);
  const { remove, steps } = all;
  if (run.isLost()) return;
  const problem = await run.refusalOf("dressing.pivots", () => {
    remove?.();
    for (const { queue } of steps) queue();
  });
  if (run.isLost()) return;
  const done = problem === null ? { steps, there } : await oneByOne(page, source, there, run);
  if (!done) return;
  const made = done.steps.filter(({ makes }) => makes);
  const shares = made.flatMap(({ addShares }) => addShares ?? []);
  if (shares.length > 0) await run.send("dressing.shares", () => shares.forEach((add) => add()));
  const filters = made.flatMap(({ leaveOutNobody }) => leaveOutNobody ?? []);
  if (filters.length > 0) await run.send("dressing.pivot-filters", () => filters.forEach((add) => add()));
  if (!hasSlicers()) {
    run.told.push({ code: "excel-no-slicers" });
    return;
  }
  const names = new Set(done.steps.map(({ plan }) => plan.name));
  await addSlicers(page, source, { ...done.there, names, made }, run);
}

async function pivotStepsOf(
  { sheet, dressing, begin }: PivotPage,
  source: PivotSource,
  { things, fields }: PivotsThere,
  run: PivotRun,
) {
  const states = run.isLost() ? new Map() : await statesOf(things, fields, source.isAsked, run.sync);
  return pivotSteps(sheet, dressing.pivots, source, { things, fields, states }, begin);
}

interface PivotsDone {
  /** Those that Excel took. */
  readonly steps: readonly PivotStep[];
  readonly there: PivotsThere;
}

/** A message that was refused in its middle may have done some of it: what is there is looked at again. */
async function oneByOne(
  page: PivotPage,
  source: PivotSource,
  before: PivotsThere,
  run: PivotRun,
): Promise<PivotsDone | null> {
  const there = await run.attempt("dressing.pivots", () => lookAgain(page, before, run));
  if (!there) return null;
  const { remove, steps } = await pivotStepsOf(page, source, there, run);
  if (remove && !(await run.send("dressing.pivots", remove))) return null;
  const done: PivotStep[] = [];
  for (const step of steps) {
    const problem = await run.refusalOf("dressing.pivots", step.queue);
    if (run.isLost()) return null;
    if (problem === null) done.push(step);
    else run.told.push(refused(page, step, problem));
  }
  return { steps: done, there };
}

function refused({ name: sheet }: PivotPage, { plan, makes }: PivotStep, problem: string) {
  const params = { pivot: plan.caption, sheet, problem };
  const code = makes ? "excel-pivot-not-made" : "excel-pivot-stale";
  return { code: IN_THE_WAY.has(problem) ? (`${code}.in-the-way` as const) : code, params } as const;
}

/** Other cells, a table or another PivotTable stand where a PivotTable has to go. */
const IN_THE_WAY = new Set(["PivotTableRangeConflict"]);

async function lookAgain(
  { sheet, dressing }: PivotPage,
  before: PivotsThere,
  { context, sync }: PivotRun,
): Promise<PivotsThere> {
  const read = await sync(() => {
    const slicers = hasSlicers() ? context.workbook.slicers : null;
    slicers?.load("items/name");
    const things = loadThings(sheet);
    const fields = loadPivotFields(sheet);
    return () => ({
      things: things(),
      fields: fields(),
      slicers: new Set((slicers?.items ?? []).map(({ name }) => name.toLowerCase())),
    });
  });
  const { things, ...rest } = read();
  return { ...rest, things: thingsNamed(things, [...namesOf(before.things), ...plannedNames(dressing)]) };
}

/** The slicers of PivotTables that are there, of those that were made anew all. */
async function addSlicers(
  { sheet, dressing, begin }: PivotPage,
  source: PivotSource,
  {
    things,
    slicers,
    names,
    made,
  }: PivotsThere & { readonly names: ReadonlySet<string>; readonly made: readonly PivotStep[] },
  run: PivotRun,
): Promise<void> {
  const isGone = (name: string) =>
    !dressing.pivots.some((pivot) => isSlicerOf(name, pivot.name)) ||
    made.some(({ plan }) => isSlicerOf(name, plan.name));
  const own = new Set(things.slicers.flatMap(({ name }) => (isGone(name) ? [] : [withoutCopy(name)])));
  const lacking = dressing.pivots
    .filter(({ name }) => names.has(name))
    .flatMap((pivot) => pivot.slicers.map((slicer) => ({ pivot: pivot.name, ...slicer })))
    .filter(({ name }) => !own.has(name));
  if (lacking.length === 0) return;
  const removed = new Set(things.slicers.flatMap(({ name }) => (isGone(name) ? [name.toLowerCase()] : [])));
  const taken = new Set([...slicers].filter((name) => !removed.has(name)));
  let add: (() => void) | null = null;
  await run.send("dressing.slicers", () => {
    add = placeSlicers(sheet, lacking, source, taken, begin);
  });
  if (add) await run.send("dressing.slicers", add);
}
