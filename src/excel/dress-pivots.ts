import { moved, type Begin } from "./dress-cells";
import type { PlannedPivot } from "./dressing";
import { isOurs, type SheetThings } from "./own-things";
import type { PivotSource } from "./pivot-source";

/** A PivotTable as it is to be made: fields by the headers that the source has now. */
interface PivotToMake {
  readonly plan: PlannedPivot;
  readonly rows: readonly { readonly header: string; readonly descending: boolean }[];
  readonly values: readonly (PlannedPivot["values"][number] & { readonly header: string })[];
}

/** What became of the PivotTables of a sheet. */
export interface DressedPivots {
  /** Those that were made, and so have no slicers yet, with the plan of each. */
  readonly made: readonly PlannedPivot[];
  /** Shares of the whole, which are the second value of a column, are added by a message of their own. */
  readonly addShares: (() => void) | null;
}

/** The PivotTables that were there. */
export interface PivotsBefore {
  readonly things: SheetThings;
  /** What they have on their axes, by their names. */
  readonly fields: ReadonlyMap<string, string>;
  /** What Excel says of the rows that they stand on, by their names; empty where it wasn't asked. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Queues a look at the rows that Tiersheet's PivotTables stand on; call what comes back after a sync. */
export function loadPivotSources({ pivots }: SheetThings): () => ReadonlyMap<string, string> {
  const asked = pivots.filter(isOurs).map(({ name, pivot }) => [name, pivot.getDataSourceString()] as const);
  return () => new Map(asked.map(([name, { value }]) => [name, value]));
}

/** Queues a look at the fields of PivotTables; call what comes back after a sync. */
export function loadPivotFields(sheet: Excel.Worksheet): () => ReadonlyMap<string, string> {
  const { pivotTables } = sheet;
  pivotTables.load("items/name,items/rowHierarchies/items/name,items/dataHierarchies/items/name");
  return () =>
    new Map(
      pivotTables.items.map(({ name, rowHierarchies, dataHierarchies }) => [
        name,
        fieldsOf(
          rowHierarchies.items.map((one) => one.name),
          dataHierarchies.items.map((one) => one.name),
        ),
      ]),
    );
}

const fieldsOf = (rows: readonly string[], values: readonly string[]) => JSON.stringify([rows, values]);

/**
 * Queues the PivotTables of a sheet. One of an earlier run that has the same fields on the same table is refreshed, and so
 * keeps its filters and slicers; others of Tiersheet's go, and what lacks is made.
 *
 * Tiers stand in the policy's order, for the labels are sorted from A to Z or from Z to A. That is a setting of the field,
 * which a refresh keeps, while an order of single items would have to be made by hand: Office.js can't place an item.
 */
export function dressPivots(
  sheet: Excel.Worksheet,
  planned: readonly PlannedPivot[],
  source: PivotSource,
  before: PivotsBefore,
  begin: Begin,
): DressedPivots {
  const wanted = planned.flatMap((plan) => pivotToMake(plan, source) ?? []);
  const kept = new Set<string>();
  for (const { name, pivot } of before.things.pivots.filter(isOurs)) {
    const same = wanted.find(
      ({ plan, rows, values }) =>
        plan.name === name &&
        before.fields.get(name) ===
          fieldsOf(
            rows.map(({ header }) => header),
            values.map(({ caption }) => caption),
          ),
    );
    if (same && source.isSame(before.sources.get(name) ?? null)) {
      kept.add(name);
      pivot.refresh();
      continue;
    }
    for (const { slicer } of before.things.slicers.filter((one) => isSlicerOf(one.name, name))) {
      slicer.delete();
    }
    pivot.delete();
  }
  const toMake = wanted.filter(({ plan }) => !kept.has(plan.name));
  for (const one of toMake) makePivot(sheet, one, source, begin);
  const shared = toMake.filter(({ values }) => values.some(({ share }) => share));
  return {
    made: toMake.map(({ plan }) => plan),
    addShares: shared.length === 0 ? null : () => shared.forEach((one) => addShare(sheet, one)),
  };
}

/** True of the names of a PivotTable's slicers. */
export const isSlicerOf = (slicer: string, pivot: string): boolean =>
  slicer.startsWith(`${pivot} `) && /^\d+(?: \d+)?$/.test(slicer.slice(pivot.length + 1));

function pivotToMake(plan: PlannedPivot, source: PivotSource): PivotToMake | null {
  const rows = plan.rows.flatMap(({ column, descending }) => {
    const header = source.header(column);
    return header === null ? [] : [{ header, descending }];
  });
  if (rows.length < plan.rows.length) return null;
  const taken = new Set(source.headers);
  const values = plan.values.flatMap((value) => {
    const header = source.header(value.column);
    return header === null ? [] : [{ ...value, header, caption: untaken(value.caption, taken) }];
  });
  return values.length === 0 ? null : { plan, rows, values };
}

/** Excel takes no caption that is a header of the source; a space behind it makes it another. */
function untaken(caption: string, taken: Set<string>): string {
  let free = caption.trimEnd();
  while (taken.has(free.toLowerCase())) free += " ";
  taken.add(free.toLowerCase());
  return free;
}

function makePivot(
  sheet: Excel.Worksheet,
  { plan, rows, values }: PivotToMake,
  source: PivotSource,
  begin: Begin,
): void {
  const { row, column } = moved(plan, begin);
  const pivot = sheet.pivotTables.add(plan.name, source.cells(), sheet.getCell(row, column));
  pivot.layout.layoutType = "Compact";
  for (const { header, descending } of rows) {
    const hierarchy = pivot.rowHierarchies.add(pivot.hierarchies.getItem(header));
    // The client says true and false to Excel for ascending and descending.
    hierarchy.fields
      .getItem(header)
      .sortByLabels(descending ? Excel.SortBy.descending : Excel.SortBy.ascending);
  }
  for (const value of values) if (!value.share) addValue(pivot, value);
  // The widths are the page's.
  pivot.layout.autoFormat = false;
}

function addValue(pivot: Excel.PivotTable, { header, caption, by, format }: PivotToMake["values"][number]) {
  const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem(header));
  data.summarizeBy = by;
  data.name = caption;
  data.numberFormat = format;
  return data;
}

function addShare(sheet: Excel.Worksheet, { plan, values }: PivotToMake): void {
  const pivot = sheet.pivotTables.getItem(plan.name);
  values.forEach((value, at) => {
    if (!value.share) return;
    const data = addValue(pivot, value);
    data.showAs = { calculation: "PercentOfGrandTotal" };
    data.numberFormat = value.format;
    data.position = at;
  });
}
