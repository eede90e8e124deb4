import type { AddedSheet } from "./add-sheets";
import { attemptsOf } from "./attempts";
import type { Going } from "./going";
import { dressCells, type Begin } from "./dress-cells";
import { cellsOf, dressCharts } from "./dress-charts";
import { dressFormats, lookAtFormats } from "./dress-formats";
import { breakPages, dressPage, lookAtPage } from "./dress-page";
import { dressPivotPage } from "./dress-pivot-page";
import type { Dressing, PlannedCells } from "./dressing";
import type { NewSheet } from "./new-sheet";
import type { OwnSheetFound } from "./own-found";
import { hasSlicers, NO_THINGS, type SheetThings } from "./own-things";
import { syncOf, together, type Sync } from "./joint-sync";
import { lookAtCustomers, lookAtList, type BesideRows, type PivotSource } from "./pivot-source";
import { loadPivotFields, type PivotFields } from "./pivots-before";
import { partsInPlace } from "./refresh-sheet";
import { partsOf } from "./sheet-parts";

/** A sheet whose cells have been written. */
export interface WrittenPage {
  readonly plan: NewSheet;
  readonly sheet: Excel.Worksheet;
  /** True where this run has added it; an earlier run's has what that run dressed it with. */
  readonly added: boolean;
  readonly begin: Begin;
  readonly name: string;
  /** Charts, PivotTables and slicers of Tiersheet's that were there before the run. */
  readonly things: SheetThings;
}

interface Page extends WrittenPage {
  readonly dressing: Dressing;
  /** What the PivotTables that were there have on their axes, by their names. */
  readonly fields: ReadonlyMap<string, PivotFields>;
  /** True where nobody has set the page up: of a new sheet, and of one whose run ended before. */
  readonly fresh: boolean;
}

/** The sheets of a plan that this run has written, where each stands. */
export function pagesOf(
  plans: readonly NewSheet[],
  added: readonly AddedSheet[],
  inPlace: readonly OwnSheetFound[],
): readonly WrittenPage[] {
  return plans.flatMap((plan): readonly WrittenPage[] => {
    const one = added.find((page) => page.plan.id === plan.id);
    if (one)
      return [
        {
          plan,
          sheet: one.sheet(),
          name: one.name,
          added: true,
          begin: { row: 0, column: 0 },
          things: NO_THINGS,
        },
      ];
    const own = inPlace.findLast(({ written }) => written.plan === plan.id);
    if (!own) return [];
    const [planned] = partsOf(plan.blocks);
    const [first] = partsInPlace(own, plan);
    const begin =
      planned && first
        ? { row: first.area.row - planned.area.row, column: first.area.column - planned.area.column }
        : { row: 0, column: 0 };
    const { sheet, name } = own.now;
    return [{ plan, sheet, name, added: false, begin, things: own.things }];
  });
}

/**
 * Gives the sheets of a run what they have besides cells: looks, conditional formats, charts, PivotTables, slicers, how
 * they print. Each kind goes out by itself, so that what Excel refuses or doesn't have leaves the others; it is told.
 * The cells are there by now and stay, whatever happens here.
 *
 * @param written all sheets of the run, on which charts and PivotTables may stand
 * @param wanted those that are dressed
 * @param beside the analyst's own list of customers, where there is no sheet of them
 */
export async function dressSheets(
  going: Going,
  written: readonly WrittenPage[],
  wanted: readonly NewSheet[],
  beside: BesideRows | null,
): Promise<void> {
  const { context, pause, told } = going;
  const sync = syncOf(context, pause);
  const attempts = attemptsOf(sync, told);
  const { attempt, send } = attempts;

  const dressed = written.flatMap((page) =>
    page.plan.dressing && wanted.includes(page.plan) ? [{ ...page, dressing: page.plan.dressing }] : [],
  );
  const [looked, removeFormats] = await together(sync, [
    (one: Sync) => attempt("dressing.looks", () => one(() => queueLook(going, written, dressed, beside))),
    (one: Sync) =>
      attempt("dressing.formats", () => {
        const there = dressed.filter(({ added }) => !added);
        return lookAtFormats(
          there.map(({ sheet, dressing: { formats } }) => ({ sheet, formats })),
          one,
        );
      }),
  ] as const);
  if (!looked) return;
  const { pages, source, slicers } = looked();
  const find = (cells: PlannedCells) => {
    const page = written.find(({ plan }) => plan.id === cells.plan);
    if (!page) throw new Error(`A chart stands on the sheet ${cells.plan}, which is not of the run.`);
    return cellsOf(page.sheet, cells, page.begin);
  };

  await send("dressing.looks", () => {
    for (const { sheet, dressing, begin, fresh } of pages) {
      dressCells(sheet, dressing, begin);
      if (fresh && !dressing.gridlines) sheet.showGridlines = false;
    }
  });
  await send("dressing.print", () => {
    for (const { sheet, dressing, fresh } of pages) {
      if (dressing.page && fresh) dressPage(sheet, dressing.page);
      // Those of a sheet that may hold the analyst's columns are set once.
      const parted = fresh && dressing.page?.titleColumns;
      if (dressing.page && (dressing.page.header !== null || parted)) breakPages(sheet, dressing.page);
    }
  });
  await send("dressing.formats", () => {
    removeFormats?.();
    for (const page of pages) dressFormats(page.sheet, page.dressing.formats, page);
  });
  await send("dressing.charts", () => {
    for (const { sheet, dressing, things, begin } of pages) {
      dressCharts(sheet, dressing.charts, things, begin, find);
    }
  });
  if (!source && pages.some(({ dressing }) => dressing.pivots.length > 0)) {
    told.push({ code: "excel-no-pivot-source" });
  }
  if (!source) return;
  for (const page of pages) {
    if (page.dressing.pivots.length === 0) continue;
    await dressPivotPage(page, source, { ...page, slicers }, { ...attempts, context, sync, told });
  }
}

/** The look at what of the sheets' dressing is there. Call what comes back after a sync. */
function queueLook(
  { context }: Going,
  written: readonly WrittenPage[],
  dressed: readonly (WrittenPage & { readonly dressing: Dressing })[],
  beside: BesideRows | null,
) {
  const fresh = dressed.map(({ sheet, added }) => (added ? () => true : lookAtPage(sheet)));
  const fields = dressed.map(({ sheet, things }) =>
    things.pivots.length > 0 ? loadPivotFields(sheet) : () => new Map<string, PivotFields>(),
  );
  const source = queueSource(context, written, dressed, beside);
  const slicers = hasSlicers() ? context.workbook.slicers : null;
  slicers?.load("items/name");
  return () => ({
    pages: dressed.map((page, i): Page => ({
      ...page,
      fields: fields[i]?.() ?? new Map<string, PivotFields>(),
      fresh: fresh[i]?.() ?? false,
    })),
    source: source(),
    slicers: new Set((slicers?.items ?? []).map(({ name }) => name.toLowerCase())),
  });
}

/** The look at the rows that PivotTables stand on. */
function queueSource(
  context: Excel.RequestContext,
  written: readonly WrittenPage[],
  dressed: readonly (WrittenPage & { readonly dressing: Dressing })[],
  beside: BesideRows | null,
): () => PivotSource | null {
  const pivots = dressed.flatMap(({ dressing }) => dressing.pivots);
  const [first] = pivots;
  if (!first) return () => null;
  const ids = new Set(pivots.flatMap(({ rows, values }) => [...rows, ...values].map(({ column }) => column)));
  if (first.source === null) return beside ? lookAtList(context, beside, [...ids]) : () => null;
  const page = written.find(({ plan }) => plan.id === first.source);
  return page ? lookAtCustomers(page.sheet, [...ids], page.added) : () => null;
}
