import type { Dressing } from "./dressing";

/** What the names of Tiersheet's charts, PivotTables and slicers begin with. */
const OURS = "Tiersheet ";

/** A chart, PivotTable or slicer of a sheet, by its name. */
export interface NamedThing {
  readonly name: string;
}

/** Charts, PivotTables and slicers of a sheet. */
export interface SheetThings {
  readonly charts: readonly (NamedThing & { readonly chart: Excel.Chart })[];
  readonly pivots: readonly (NamedThing & { readonly pivot: Excel.PivotTable })[];
  readonly slicers: readonly (NamedThing & { readonly slicer: Excel.Slicer })[];
}

export const NO_THINGS: SheetThings = { charts: [], pivots: [], slicers: [] };

/** Slicers came with ExcelApi 1.10. */
export const hasSlicers = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.10");

/** Queues a look at what stands on a sheet besides cells; call what comes back after a sync. */
export function loadThings(sheet: Excel.Worksheet): () => SheetThings {
  const { charts, pivotTables } = sheet;
  charts.load("items/name");
  pivotTables.load("items/name");
  const slicers = hasSlicers() ? sheet.slicers : null;
  slicers?.load("items/name");
  return () => ({
    charts: charts.items.map((chart) => ({ name: chart.name, chart })),
    pivots: pivotTables.items.map((pivot) => ({ name: pivot.name, pivot })),
    slicers: (slicers?.items ?? []).map((slicer) => ({ name: slicer.name, slicer })),
  });
}

/** The names that charts, PivotTables and slicers of a sheet are given. */
export function plannedNames(dressing: Dressing | undefined): readonly string[] {
  const { charts = [], pivots = [] } = dressing ?? {};
  return [...charts, ...pivots, ...pivots.flatMap(({ slicers }) => slicers)].map(({ name }) => name);
}

/**
 * Those of a sheet's things that are Tiersheet's: they have one of the names that the record tells. Whatever else others
 * made on the same sheet is theirs, however it is called.
 *
 * @param names undefined of a record that doesn't tell them yet: then by what the names begin with
 */
export function thingsNamed(
  { charts, pivots, slicers }: SheetThings,
  names: readonly string[] | undefined,
): SheetThings {
  const known = new Set(names);
  const isOurs = ({ name }: NamedThing) => (names ? known.has(name) : name.startsWith(OURS));
  return {
    charts: charts.filter(isOurs),
    pivots: pivots.filter(isOurs),
    slicers: slicers.filter(({ name }) => isOurs({ name: withoutCopy(name) })),
  };
}

/** The names of things. */
export const namesOf = ({ charts, pivots, slicers }: SheetThings): readonly string[] =>
  [...charts, ...pivots, ...slicers.map(({ name }) => ({ name: withoutCopy(name) }))].map(({ name }) => name);

/** Queues the removal of charts, PivotTables and slicers; a PivotTable's cells go with it. */
export function removeThings({ charts, pivots, slicers }: SheetThings): void {
  for (const { slicer } of slicers) slicer.delete();
  for (const { pivot } of pivots) pivot.delete();
  for (const { chart } of charts) chart.delete();
}

/** How many there are. */
export const countOf = ({ charts, pivots, slicers }: SheetThings): number =>
  charts.length + pivots.length + slicers.length;

/** Slicers are named once in a workbook: the name of another where the first is taken, someone may have copied the sheet. */
export function slicerName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name} (${copy})`;
  return free;
}

/** The name that a slicer was planned under. */
export const withoutCopy = (slicer: string): string => slicer.replace(/ \(\d+\)$/, "");

/** True of the names of a PivotTable's slicers: its own, then a number. */
export const isSlicerOf = (slicer: string, pivot: string): boolean =>
  slicer.startsWith(`${pivot} `) && /^\d+$/.test(withoutCopy(slicer).slice(pivot.length + 1));
