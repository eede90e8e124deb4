import type { MessageCode } from "../core/language/catalogue";
import type { AddedSheet } from "./add-sheets";
import type { Going } from "./going";
import { dressCells, type Begin } from "./dress-cells";
import { cellsOf, dressCharts } from "./dress-charts";
import { dressFormats, removeFormats } from "./dress-formats";
import { breakPages, dressPage, lookAtPage } from "./dress-page";
import { dressPivots, isSlicerOf, loadPivotFields, loadPivotSources } from "./dress-pivots";
import { placeSlicers } from "./dress-slicers";
import type { Dressing, PlannedCells } from "./dressing";
import type { NewSheet } from "./new-sheet";
import { isSessionLost, officeCode } from "./office-troubles";
import type { OwnSheetFound } from "./own-found";
import { hasSlicers, isOurs, NO_THINGS, type SheetThings } from "./own-things";
import { patiently } from "./patience";
import { syncOf, type Sync } from "./joint-sync";
import { lookAtCustomers, lookAtList, type BesideRows, type PivotSource } from "./pivot-source";
import { partsInPlace } from "./refresh-sheet";
import { partsOf } from "./sheet-parts";

/** A sheet whose cells have been written. */
export interface WrittenPage {
  readonly plan: NewSheet;
  readonly sheet: Excel.Worksheet;
  /** True where this run has added it; an earlier run's has what that run dressed it with. */
  readonly added: boolean;
  readonly begin: Begin;
  /** Charts, PivotTables and slicers that were there before the run. */
  readonly things: SheetThings;
}

interface Page extends WrittenPage {
  readonly dressing: Dressing;
  /** What the PivotTables that were there have on their axes, by their names. */
  readonly fields: ReadonlyMap<string, string>;
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
      return [{ plan, sheet: one.sheet(), added: true, begin: { row: 0, column: 0 }, things: NO_THINGS }];
    const own = inPlace.findLast(({ written }) => written.plan === plan.id);
    if (!own) return [];
    const [planned] = partsOf(plan.blocks);
    const [first] = partsInPlace(own, plan);
    const begin =
      planned && first
        ? { row: first.area.row - planned.area.row, column: first.area.column - planned.area.column }
        : { row: 0, column: 0 };
    return [{ plan, sheet: own.now.sheet, added: false, begin, things: own.now.things }];
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
  let lost = false;
  const attempt = async <T>(what: MessageCode, step: () => Promise<T>): Promise<T | null> => {
    if (lost) return null;
    try {
      return await step();
    } catch (error) {
      const problem = officeCode(error);
      if (problem === null) throw error;
      lost = isSessionLost(error);
      told.push({ code: "excel-dressing-refused", params: { what: { code: what }, problem } });
      return null;
    }
  };
  /** Requests that may be queued anew: a message that was refused for a moment is lost with all that is in it. */
  const send = (what: MessageCode, requests: () => void) => attempt(what, () => sync(requests));

  const dressed = written.flatMap((page) =>
    page.plan.dressing && wanted.includes(page.plan) ? [{ ...page, dressing: page.plan.dressing }] : [],
  );
  const looked = await attempt("dressing.looks", () =>
    patiently(async () => {
      const fresh = dressed.map(({ sheet, added }) => (added ? () => true : lookAtPage(sheet)));
      const reads = dressed.map((page) => {
        return page.things.pivots.some(isOurs)
          ? loadPivotFields(page.sheet)
          : () => new Map<string, string>();
      });
      const source = queueSource(context, written, dressed, beside);
      const slicers = hasSlicers() ? context.workbook.slicers : null;
      slicers?.load("items/name");
      await context.sync();
      return {
        pages: dressed.map((page, i): Page => ({
          ...page,
          fields: reads[i]?.() ?? new Map<string, string>(),
          fresh: fresh[i]?.() ?? false,
        })),
        source: source(),
        slicers: new Set((slicers?.items ?? []).map(({ name }) => name.toLowerCase())),
      };
    }, pause),
  );
  if (!looked) return;
  const { pages, source } = looked;
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
      if (dressing.page?.header != null) breakPages(sheet, dressing.page);
    }
  });
  await attempt("dressing.formats", () =>
    removeFormats(
      pages.filter(({ added }) => !added).map(({ sheet, dressing: { formats } }) => ({ sheet, formats })),
      sync,
    ),
  );
  await send("dressing.formats", () => {
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
  if (source) {
    const sources = source.isAsked && !lost ? await sourcesOf(pages, sync) : new Map<Page, PivotSources>();
    await pivotsAndSlicers(pages, source, { slicers: looked.slicers, sources }, send, told);
  }
}

type PivotSources = ReadonlyMap<string, string>;

/** The rows that earlier PivotTables stand on, as Excel tells them since ExcelApi 1.15; none where it doesn't. */
async function sourcesOf(pages: readonly Page[], sync: Sync): Promise<ReadonlyMap<Page, PivotSources>> {
  const before = pages.filter(({ things }) => things.pivots.some(isOurs));
  if (before.length === 0 || !Office.context.requirements.isSetSupported("ExcelApi", "1.15"))
    return new Map();
  try {
    const reads = await sync(() => before.map((page) => [page, loadPivotSources(page.things)] as const));
    return new Map(reads.map(([page, read]) => [page, read()]));
  } catch {
    // The PivotTables are made anew; had the session ended, the next message would tell.
    return new Map();
  }
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

async function pivotsAndSlicers(
  pages: readonly Page[],
  source: PivotSource,
  there: { readonly slicers: ReadonlySet<string>; readonly sources: ReadonlyMap<Page, PivotSources> },
  send: (what: MessageCode, requests: () => void) => Promise<unknown>,
  told: Going["told"],
): Promise<void> {
  for (const page of pages) {
    const { sheet, dressing, things, fields, begin } = page;
    const before = { things, fields, sources: there.sources.get(page) ?? new Map<string, string>() };
    if (dressing.pivots.length === 0) continue;
    const made: ReturnType<typeof dressPivots>[] = [];
    await send("dressing.pivots", () => {
      made[0] = dressPivots(sheet, dressing.pivots, source, before, begin);
    });
    const [pivots] = made;
    if (!pivots) continue;
    if (pivots.addShares) await send("dressing.shares", pivots.addShares);
    if (!hasSlicers()) {
      told.push({ code: "excel-no-slicers" });
      continue;
    }
    const gone = (name: string) => pivots.made.some((pivot) => isSlicerOf(name, pivot.name));
    const own = things.slicers.filter((slicer) => isOurs(slicer) && !gone(slicer.name));
    const lacking = dressing.pivots
      .flatMap((pivot) => pivot.slicers.map((slicer) => ({ pivot: pivot.name, ...slicer })))
      .filter(
        ({ name }) => !own.some((slicer) => slicer.name === name || slicer.name.startsWith(`${name} `)),
      );
    if (lacking.length === 0) continue;
    const removed = new Set(
      things.slicers.filter(({ name }) => gone(name)).map(({ name }) => name.toLowerCase()),
    );
    const taken = new Set([...there.slicers].filter((name) => !removed.has(name)));
    let add: (() => void) | null = null;
    await send("dressing.slicers", () => {
      add = placeSlicers(sheet, lacking, source, taken, begin);
    });
    if (add) await send("dressing.slicers", add);
  }
}
