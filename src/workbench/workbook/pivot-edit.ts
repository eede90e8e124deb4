import { COLUMNS, ROWS, type Area } from "./area";
import { type Aggregation, type DataHierarchy, type PivotField, type PivotTable } from "./pivot";
import { forgetUnwritten, isDeferring, settlePivots, writeLater } from "./pivot-settle";
import { keptState } from "./pivot-state";
import { itemsOf, readSource, reread, sourceCells } from "./pivot-source";
import { pivotWords } from "./pivot-words";
import { conflict, FRAME, writePivot } from "./pivot-write";
import { isRefusal, Refusal } from "./refusal";
import type { Sheet } from "./sheet";

let lastId = 0;

/**
 * Makes an empty PivotTable whose body begins at a cell. Refuses a source without headers or rows, a name its sheet's
 * PivotTables already have, and a place where another PivotTable or a table is.
 * https://learn.microsoft.com/javascript/api/excel/excel.pivottablecollection#excel-excel-pivottablecollection-add-member(1)
 */
export function addPivot(
  sheet: Sheet,
  name: string,
  source: PivotTable["source"],
  anchor: { readonly row: number; readonly column: number },
): PivotTable | Refusal {
  if (name.trim() === "" || name.length > 255)
    return new Refusal("InvalidArgument", "The PivotTable name is not valid.");
  if (pivotNamed(sheet, name))
    return new Refusal("ItemAlreadyExists", "The resource being created already exists.");
  const fields = readSource(source);
  if (isRefusal(fields)) return fields;
  const area: Area = {
    top: anchor.row,
    left: anchor.column,
    bottom: Math.min(anchor.row + FRAME.rows - 1, ROWS - 1),
    right: Math.min(anchor.column + FRAME.columns - 1, COLUMNS - 1),
  };
  const pivot: PivotTable = {
    id: `{${(lastId += 1).toString(16).toUpperCase().padStart(8, "0")}-0007-0000-0000-000000000000}`,
    sheet,
    source,
    culture: sheet.book.culture,
    name,
    anchor,
    area,
    body: area,
    written: undefined,
    fields,
    rows: [],
    columns: [],
    filters: [],
    data: [],
    layout: {
      layoutType: "Compact",
      showRowGrandTotals: true,
      showColumnGrandTotals: true,
      subtotalLocation: "AtTop",
      repeatLabels: false,
      blankLines: false,
      showFieldHeaders: true,
      fillEmptyCells: true,
      emptyCellText: "",
      enableFieldList: true,
      autoFormat: true,
      preserveFormatting: true,
      altTextTitle: "",
      altTextDescription: "",
    },
    options: {
      allowMultipleFiltersPerField: false,
      enableDataValueEditing: false,
      refreshOnOpen: false,
      useCustomSortLists: true,
    },
  };
  const taken = settlePivots(sheet.book) ?? conflict(pivot, area);
  if (taken) return taken;
  sheet.book.change(() => {
    sheet.pivotTables.push(pivot);
    sheet.book.tell({ kind: "objects", sheet, of: "pivot" });
  });
  return pivot;
}

/** A PivotTable of a sheet by its name, capitals aside, or its id. */
export const pivotNamed = (sheet: Sheet, key: string): PivotTable | undefined =>
  sheet.pivotTables.find(({ name, id }) => id === key || name.toLowerCase() === key.toLowerCase());

/** Takes a PivotTable away with its cells. Slicers on it go too. */
export function deletePivot(pivot: PivotTable): void {
  const { sheet } = pivot;
  forgetUnwritten(pivot);
  sheet.book.change(() => {
    if (pivot.written) sheet.clear(pivot.written, "all");
    sheet.pivotTables = sheet.pivotTables.filter((other) => other !== pivot);
    for (const other of sheet.book.sheets) {
      other.slicers = other.slicers.filter(({ source }) => !("pivot" in source) || source.pivot !== pivot);
    }
    sheet.book.tell({ kind: "objects", sheet, of: "pivot" });
  });
}

/** Reads the source anew and writes the cells. https://learn.microsoft.com/javascript/api/excel/excel.pivottable#excel-excel-pivottable-refresh-member(1) */
export function refreshPivot(pivot: PivotTable): Refusal | undefined {
  const { source } = pivot;
  const cells = sourceCells(source);
  const gone =
    !pivot.sheet.book.sheets.includes(cells.sheet) ||
    ("table" in source && !cells.sheet.tables.includes(source.table));
  if (gone) return new Refusal("GeneralException", "The PivotTable's source is no longer there.");
  const refused = reread(pivot);
  if (refused || !isDeferring(pivot.sheet.book)) return refused ?? writePivot(pivot);
  writeLater(pivot);
  return undefined;
}

/**
 * Does a change to a PivotTable and writes its cells anew. Where they don't fit (over other cells that aren't empty, a
 * table, another PivotTable, off the sheet) the change is taken back and refused; while cells are written later, all
 * changes since they were written last.
 */
export function editPivot(pivot: PivotTable, change: () => Refusal | undefined | void): Refusal | undefined {
  if (isDeferring(pivot.sheet.book)) {
    writeLater(pivot);
    const takeBack = keptState(pivot, false);
    const refused = change() ?? undefined;
    if (refused) takeBack();
    return refused;
  }
  const takeBack = keptState(pivot);
  const refused = change() ?? writePivot(pivot);
  if (refused) takeBack();
  return refused;
}

/** A field of a PivotTable by its name or the header of its column, capitals aside. */
export const fieldNamed = (pivot: PivotTable, key: string): PivotField | undefined =>
  pivot.fields.find(({ name }) => name.toLowerCase() === key.toLowerCase()) ??
  pivot.fields.find(({ source }) => source.toLowerCase() === key.toLowerCase());

/**
 * Puts a field on an axis; it leaves the axis it was on.
 * https://learn.microsoft.com/javascript/api/excel/excel.rowcolumnpivothierarchycollection#excel-excel-rowcolumnpivothierarchycollection-add-member(1)
 */
export function placeField(pivot: PivotTable, field: PivotField, axis: "rows" | "columns" | "filters"): void {
  for (const other of ["rows", "columns", "filters"] as const) {
    pivot[other] = pivot[other].filter((one) => one !== field);
  }
  pivot[axis].push(field);
}

/** Moves a field to a zero-based place on its axis. */
export function moveField<T>(list: T[], item: T, position: number): Refusal | undefined {
  if (!Number.isInteger(position) || position < 0 || position >= list.length) {
    return new Refusal("InvalidArgument", "There is no such position.");
  }
  list.splice(list.indexOf(item), 1);
  list.splice(position, 0, item);
  return undefined;
}

/**
 * A new data hierarchy: the sum where every value is a number, else the count, as Excel chooses; named "Sum of Revenue",
 * a second one "Sum of Revenue2". https://pivot-table.com/2010/07/10/pivot-table-summary-functions-count
 */
export function addData(pivot: PivotTable, field: PivotField): DataHierarchy {
  const summarizeBy = field.values.every((value) => typeof value === "number") ? "Sum" : "Count";
  const data: DataHierarchy = {
    id: `${field.source}#${(lastId += 1)}`,
    field,
    name: automaticName(pivot, field, summarizeBy),
    automaticName: true,
    summarizeBy,
    showAs: "None",
    numberFormat: "",
  };
  pivot.data.push(data);
  return data;
}

/** The name Excel gives a data hierarchy. */
export function automaticName(pivot: PivotTable, field: PivotField, by: Aggregation): string {
  const plain = pivotWords(pivot.culture).dataName(by, field.name);
  let name = plain;
  for (let count = 2; nameTaken(pivot, name); count += 1) name = plain + count;
  return name;
}

const nameTaken = (pivot: PivotTable, name: string, but?: DataHierarchy): boolean =>
  [
    ...pivot.fields.flatMap((field) => [field.name, field.source]),
    ...pivot.data.filter((one) => one !== but).map((one) => one.name),
  ].some((taken) => taken.toLowerCase() === name.toLowerCase());

/** Names a data hierarchy; "PivotTable field name already exists" for a header of the source or another hierarchy's name. */
export function renameData(pivot: PivotTable, data: DataHierarchy, name: string): Refusal | undefined {
  if (name === "" || nameTaken(pivot, name, data)) {
    return new Refusal("InvalidArgument", "PivotTable field name already exists.");
  }
  for (const field of pivot.fields) {
    if (field.sort.by === "values" && field.sort.hierarchy === data.name)
      field.sort = { ...field.sort, hierarchy: name };
    if (field.valueFilter?.value === data.name) field.valueFilter = { ...field.valueFilter, value: name };
  }
  data.name = name;
  data.automaticName = false;
  return undefined;
}

/** Changes how a data hierarchy is summarised; a name that is still Excel's own follows. */
export function summarize(pivot: PivotTable, data: DataHierarchy, by: Aggregation): void {
  data.summarizeBy = by;
  if (!data.automaticName) return;
  data.name = "";
  data.name = automaticName(pivot, data.field, by);
}

/** Sorts a field's items by their labels; sorting again after a refresh is Excel's to do from then on. */
export function sortByLabels(pivot: PivotTable, field: PivotField, descending: boolean): void {
  field.earlier = itemsOf(pivot, field).items;
  field.sort = { by: "labels", descending };
  field.interned = undefined;
}

/** Lets only the named items of a field be seen; all of them is no filter. Refuses to hide every one. */
export function chooseItems(
  pivot: PivotTable,
  field: PivotField,
  names: readonly string[] | undefined,
): Refusal | undefined {
  if (!names) {
    field.manual = undefined;
    return undefined;
  }
  const { items } = itemsOf(pivot, field);
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const chosen = items.filter(({ name }) => wanted.has(name.toLowerCase()));
  if (chosen.length < wanted.size) return new Refusal("InvalidArgument", "The field has no such item.");
  if (!chosen.some(({ present }) => present)) {
    return new Refusal("InvalidArgument", "A field must show at least one item.");
  }
  field.manual = chosen.length === items.length ? undefined : new Set(chosen.map(({ name }) => name));
  return undefined;
}
