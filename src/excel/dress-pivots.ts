import { moved, type Begin } from "./dress-cells";
import type { PlannedField, PlannedPivot } from "./dressing";
import { isSlicerOf } from "./own-things";
import type { PivotSource } from "./pivot-source";
import { fieldFits, type PivotsBefore } from "./pivots-before";

/** A PivotTable as it is to be made: fields by the headers that the source has now. */
interface PivotToMake {
  readonly plan: PlannedPivot;
  readonly rows: readonly (PlannedField & { readonly header: string })[];
  readonly values: readonly (PlannedPivot["values"][number] & { readonly header: string })[];
}

/** What is done to a PivotTable; it queues requests. */
export interface PivotStep {
  readonly plan: PlannedPivot;
  /** True where one is made, false where the one that is there is refreshed. */
  readonly makes: boolean;
  readonly queue: () => void;
  /** Queues its shares of the whole, which are the second value of a column: a message of their own. */
  readonly addShares: (() => void) | null;
  /** Queues the filter that leaves out lines of nobody; in a message of its own too. Null where Excel has none. */
  readonly leaveOutNobody: (() => void) | null;
}

/** What is done to the PivotTables of a sheet. */
export interface PivotSteps {
  /** Queues the removal of those that are of no use any more, or are made anew; null of none. Goes first. */
  readonly remove: (() => void) | null;
  readonly steps: readonly PivotStep[];
}

/**
 * What is to be done to the PivotTables of a sheet. One of an earlier run that has the same fields on the same table is
 * refreshed, and so keeps its filters and slicers, unless the policy has other labels by now or all that was chosen is
 * gone; others of Tiersheet's go, and what lacks is made.
 *
 * Tiers stand in the policy's order, for the labels are sorted from A to Z or from Z to A: Office.js can't place an item.
 * They are sorted at each run, for the policy may have turned their order round.
 */
export function pivotSteps(
  sheet: Excel.Worksheet,
  planned: readonly PlannedPivot[],
  source: PivotSource,
  before: PivotsBefore,
  begin: Begin,
): PivotSteps {
  const wanted = planned.flatMap((plan) => pivotToMake(plan, source) ?? []);
  const there = before.things.pivots.map((one) => ({
    ...one,
    same: wanted.find((want) => want.plan.name === one.name && isSame(want, one.name, source, before)),
  }));
  const going = there.filter(({ same }) => !same);
  const slicers = before.things.slicers.filter(({ name }) => going.some((one) => isSlicerOf(name, one.name)));
  const refreshes = there.flatMap(({ pivot, same }): PivotStep[] =>
    same
      ? [
          {
            plan: same.plan,
            makes: false,
            queue: () => {
              pivot.refresh();
              const [tier] = same.rows;
              if (tier) sortByLabels(pivot.rowHierarchies.getItem(tier.header), tier);
            },
            addShares: null,
            leaveOutNobody: null,
          },
        ]
      : [],
  );
  const makes = wanted
    .filter(({ plan }) => !refreshes.some((one) => one.plan === plan))
    .map((one): PivotStep => ({
      plan: one.plan,
      makes: true,
      queue: () => makePivot(sheet, one, source, begin),
      addShares: one.values.some(({ share }) => share) ? () => addShare(sheet, one) : null,
      leaveOutNobody: hasFilters() ? () => leaveOutNobody(sheet, one) : null,
    }));
  return {
    remove:
      going.length === 0
        ? null
        : () => {
            for (const { slicer } of slicers) slicer.delete();
            for (const { pivot } of going) pivot.delete();
          },
    steps: [...refreshes, ...makes],
  };
}

/** True where a refresh makes of a PivotTable what is wanted. */
function isSame(
  { rows, values }: PivotToMake,
  name: string,
  source: PivotSource,
  { fields, states }: PivotsBefore,
): boolean {
  const own = fields.get(name);
  const state = states.get(name);
  if (!own || !source.isSame(state?.source ?? null)) return false;
  const headers = rows.map(({ header }) => header);
  const captions = values.map(({ caption }) => caption);
  if (!sameTexts(own.rows, headers) || !sameTexts(own.values, captions)) return false;
  if (!state) return true;
  return (
    sameTexts(
      state.about,
      values.map(({ header }) => header),
    ) && rows.every((row, at) => fieldFits(row, state.items[at] ?? []))
  );
}

const sameTexts = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((text, at) => text === others[at]);

function pivotToMake(plan: PlannedPivot, source: PivotSource): PivotToMake | null {
  const rows = plan.rows.flatMap((field) => {
    const header = source.header(field.column);
    return header === null ? [] : [{ ...field, header }];
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
  for (const field of rows) {
    sortByLabels(pivot.rowHierarchies.add(pivot.hierarchies.getItem(field.header)), field);
  }
  for (const value of values) if (!value.share) addValue(pivot, value);
  // The widths are the page's.
  pivot.layout.autoFormat = false;
}

function sortByLabels(
  hierarchy: Excel.RowColumnPivotHierarchy,
  { header, descending }: PivotToMake["rows"][number],
): void {
  // The client says true and false to Excel for ascending and descending.
  hierarchy.fields
    .getItem(header)
    .sortByLabels(descending ? Excel.SortBy.descending : Excel.SortBy.ascending);
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

/** Filters of PivotTables came with ExcelApi 1.12. */
const hasFilters = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.12");

/**
 * Queues the filter that leaves out the line of no tier's label at all: rows of customers who are no longer in the data,
 * or were set aside, have none, and nobody is counted there. Choices in slicers stand beside it.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables#filter-a-pivottable
 */
function leaveOutNobody(sheet: Excel.Worksheet, { plan, rows, values }: PivotToMake): void {
  const counted = values.find(({ by }) => by === "Count");
  const [tier] = rows;
  if (!counted || !tier) return;
  const pivot = sheet.pivotTables.getItem(plan.name);
  pivot.allowMultipleFiltersPerField = true;
  pivot.rowHierarchies
    .getItem(tier.header)
    .fields.getItem(tier.header)
    .applyFilter({ valueFilter: { value: counted.caption, condition: "GreaterThan", comparator: 0 } });
}
