import { contains, overlap, type Area } from "../../workbook/area";
import type { PivotTable } from "../../workbook/pivot";
import { addPivot, deletePivot, editPivot, pivotNamed, refreshPivot } from "../../workbook/pivot-edit";
import { settlePivots } from "../../workbook/pivot-settle";
import { sourceCells } from "../../workbook/pivot-source";
import type { Refusal } from "../../workbook/refusal";
import type { Sheet } from "../../workbook/sheet";
import { tableNamed } from "../../workbook/table-name";
import { addressOf, sheetPrefix } from "../../workbook/area";
import type { Arguments } from "../arguments";
import { booleanValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { granted, invalidArgument, invalidOperation, itemAlreadyExists } from "../host-error";
import type { Owner } from "./analysis-targets";
import { bookOf, sheetOf, sheetsOf } from "./table";
import { mayChange } from "./table-guard";
import { rangeArgument } from "./range-target-of";

const pivotsOf = (owner: Owner): PivotTable[] => sheetsOf(owner).flatMap(({ pivotTables }) => pivotTables);

const byKey = (pivots: readonly PivotTable[], key: string | number): PivotTable | undefined =>
  pivots.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());

/** `Range | string | Table`: a text is a table's name or an address. */
function sourceOf(args: Arguments, owner: Owner): PivotTable["source"] {
  if (args.isObject(1, "Table")) return { table: args.object(1, "Table") };
  if (!args.isObject(1, "Range")) {
    const table = tableNamed(bookOf(owner), args.text(1));
    if (table) return { table };
  }
  const { sheet, area } = rangeArgument(args, 1, sheetOf(owner));
  // A range that is just a table, or its cells, is the table, as in Excel's own dialog.
  const table = sheet.tables.find(
    (one) => one.showHeaders && !one.showTotals && contains(one.area, area) && contains(area, one.area),
  );
  return table ? { table } : { sheet, area: trimmed(sheet, area) };
}

/** Whole columns end where the sheet's values do. */
function trimmed(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(true);
  return area.bottom - area.top > 1_000_000 && used
    ? { ...area, bottom: Math.max(used.bottom, area.top) }
    : area;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pivottablecollection */
const pivotTableCollectionClass = hostClass("PivotTableCollection", {
  collection: {
    of: "PivotTable",
    items: (owner) => pivotsOf(owner),
    find: (owner, key) => byKey(pivotsOf(owner), key),
    getItem: "1.3",
    getItemOrNullObject: "1.4",
    getCount: "1.4",
  },
  methods: {
    add: {
      since: "1.8",
      returns: "PivotTable",
      call: (owner, args, run) => {
        const source = sourceOf(args, owner);
        const { sheet, area } = rangeArgument(args, 2, sheetOf(owner));
        mayChange(run, sheet, "allowPivotTables");
        run.settle();
        return granted(addPivot(sheet, args.text(0), source, { row: area.top, column: area.left }));
      },
    },
    refreshAll: {
      since: "1.3",
      call: (owner, _, run) => {
        run.settle();
        for (const pivot of pivotsOf(owner)) {
          mayChange(run, pivot.sheet, "allowPivotTables");
          granted(refreshPivot(pivot));
        }
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pivottablescopedcollection */
const pivotTableScopedCollectionClass = hostClass("PivotTableScopedCollection", {
  collection: {
    of: "PivotTable",
    items: (pivots) => pivots,
    find: byKey,
    getItem: "1.12",
    getItemOrNullObject: "1.12",
    getCount: "1.12",
  },
  methods: {
    getFirst: {
      since: "1.12",
      returns: "PivotTable",
      call: (pivots) => {
        if (!pivots[0]) throw invalidOperation("there is no PivotTable");
        return pivots[0];
      },
    },
    getFirstOrNullObject: { since: "1.15", returns: "PivotTable", call: (pivots) => pivots[0] ?? null },
  },
});

/** The PivotTables that touch an area or, fully contained, are in it: `Range.getPivotTables`. */
export const pivotsIn = (sheet: Sheet, area: Area, fully: boolean): readonly PivotTable[] => {
  granted(settlePivots(sheet.book));
  return sheet.pivotTables.filter((pivot) =>
    fully ? contains(area, pivot.area) : overlap(area, pivot.area),
  );
};

const option = (name: keyof PivotTable["options"], since: string): Property<PivotTable> => ({
  since,
  get: (pivot) => pivot.options[name],
  set: (pivot, value, run) => {
    mayChange(run, pivot.sheet, "allowPivotTables");
    pivot.options[name] = booleanValue(value);
  },
});

/** The address of a PivotTable's source, or its table's name: `getDataSourceString`. */
function sourceText(pivot: PivotTable): string {
  if ("table" in pivot.source) return pivot.source.table.name;
  const { sheet, area } = sourceCells(pivot.source);
  return sheetPrefix(sheet.name) + addressOf(area);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pivottable */
const pivotTableClass = hostClass("PivotTable", {
  identity: (pivot) => pivot.id,
  properties: {
    allowMultipleFiltersPerField: option("allowMultipleFiltersPerField", "1.12"),
    enableDataValueEditing: option("enableDataValueEditing", "1.9"),
    refreshOnOpen: option("refreshOnOpen", "1.13"),
    useCustomSortLists: option("useCustomSortLists", "1.9"),
    id: { since: "1.5", get: (pivot) => pivot.id },
    name: {
      since: "1.3",
      get: (pivot) => pivot.name,
      set: (pivot, value, run) => {
        mayChange(run, pivot.sheet, "allowPivotTables");
        const name = textValue(value);
        if (name.trim() === "" || name.length > 255) throw invalidArgument("no name for a PivotTable");
        const other = pivotNamed(pivot.sheet, name);
        if (other && other !== pivot) throw itemAlreadyExists();
        pivot.name = name;
      },
    },
  },
  navigations: {
    hierarchies: { since: "1.8", class: "PivotHierarchyCollection", get: (pivot) => pivot },
    rowHierarchies: {
      since: "1.8",
      class: "RowColumnPivotHierarchyCollection",
      get: (pivot) => ({ pivot, axis: "rows" }),
    },
    columnHierarchies: {
      since: "1.8",
      class: "RowColumnPivotHierarchyCollection",
      get: (pivot) => ({ pivot, axis: "columns" }),
    },
    filterHierarchies: { since: "1.8", class: "FilterPivotHierarchyCollection", get: (pivot) => pivot },
    dataHierarchies: { since: "1.8", class: "DataPivotHierarchyCollection", get: (pivot) => pivot },
    layout: { since: "1.8", class: "PivotLayout", get: (pivot) => pivot },
    worksheet: { since: "1.3", class: "Worksheet", get: (pivot) => pivot.sheet },
  },
  methods: {
    refresh: {
      since: "1.3",
      call: (pivot, _, run) => {
        mayChange(run, pivot.sheet, "allowPivotTables");
        run.settle();
        return refreshPivot(pivot);
      },
    },
    delete: {
      since: "1.8",
      call: (pivot, _, run) => {
        mayChange(run, pivot.sheet, "allowPivotTables");
        deletePivot(pivot);
      },
    },
    getDataSourceString: { since: "1.15", call: sourceText },
    getDataSourceType: {
      since: "1.15",
      call: ({ source }) => ("table" in source ? "LocalTable" : "LocalRange"),
    },
  },
});

/** Does a change to a PivotTable on a sheet that allows it. */
export function change(
  pivot: PivotTable,
  run: Parameters<typeof mayChange>[0],
  work: Parameters<typeof editPivot>[1],
): Refusal | undefined {
  mayChange(run, pivot.sheet, "allowPivotTables");
  return editPivot(pivot, work);
}

export const pivotTableClasses = [
  pivotTableCollectionClass,
  pivotTableScopedCollectionClass,
  pivotTableClass,
] as unknown as readonly HostClass[];
