/**
 * What the names of Tiersheet's charts, PivotTables and slicers begin with: by it they are found again, made anew or
 * taken back. Those that others made on the same sheets are never touched.
 */
export const OURS = "Tiersheet ";

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

export const isOurs = ({ name }: NamedThing): boolean => name.startsWith(OURS);

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

/** Queues the removal of what is Tiersheet's of a sheet's charts, PivotTables and slicers; a PivotTable's cells go with it. */
export function removeThings({ charts, pivots, slicers }: SheetThings): void {
  for (const { slicer } of slicers.filter(isOurs)) slicer.delete();
  for (const { pivot } of pivots.filter(isOurs)) pivot.delete();
  for (const { chart } of charts.filter(isOurs)) chart.delete();
}

/** True where a sheet has a chart, a PivotTable or a slicer that isn't Tiersheet's. */
export function hasOthersThings({ charts, pivots, slicers }: SheetThings): boolean {
  return [...charts, ...pivots, ...slicers].some((thing) => !isOurs(thing));
}
