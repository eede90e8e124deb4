import { editPivot, chooseItems, fieldNamed } from "./pivot-edit";
import { itemsOf } from "./pivot-source";
import { filterColumn } from "./filter-rows";
import { Refusal } from "./refusal";
import type { Sheet } from "./sheet";
import { cellText } from "./shown-text";
import type { Slicer } from "./slicer";
import type { TableColumn } from "./table";
import { bodyOf } from "./table-edit";
import { textOrder } from "./text-order";

/** An item of a slicer: whether the source still has it, and whether it is let through. */
export interface SlicerEntry {
  readonly name: string;
  readonly selected: boolean;
  readonly hasData: boolean;
}

let lastId = 0;

/** A new slicer of a sheet, named after its field ("Region", then "Region 1"), where Excel puts one. */
export function addSlicer(sheet: Sheet, source: Slicer["source"], field: string): Slicer {
  const taken = new Set(
    sheet.book.sheets.flatMap(({ slicers }) => slicers.map(({ name }) => name.toLowerCase())),
  );
  let name = field;
  for (let number = 1; taken.has(name.toLowerCase()); number += 1) name = `${field} ${number}`;
  const slicer: Slicer = {
    id: `{${(lastId += 1).toString(16).toUpperCase().padStart(8, "0")}-0009-0000-0000-000000000000}`,
    sheet,
    source,
    name,
    caption: field,
    left: 0,
    top: 0,
    width: 144,
    height: 198.71,
    sortBy: "Ascending",
    style: "SlicerStyleLight1",
  };
  sheet.book.change(() => {
    sheet.slicers.push(slicer);
    sheet.book.tell({ kind: "objects", sheet, of: "slicer" });
  });
  return slicer;
}

/** Removes a slicer; what it filters stays filtered, as in Excel. */
export function deleteSlicer(slicer: Slicer): void {
  const { sheet } = slicer;
  sheet.book.change(() => {
    sheet.slicers = sheet.slicers.filter((other) => other !== slicer);
    sheet.book.tell({ kind: "objects", sheet, of: "slicer" });
  });
}

const columnOf = (slicer: Slicer): TableColumn | undefined => {
  const { source } = slicer;
  return "table" in source ? source.table.columns.find(({ id }) => id === source.columnId) : undefined;
};

/** The items of a slicer in its order. */
export function slicerEntries(slicer: Slicer): SlicerEntry[] {
  const { source } = slicer;
  const entries = "pivot" in source ? pivotEntries(slicer) : tableEntries(slicer);
  if (slicer.sortBy === "DataSourceOrder") return entries;
  const compare = textOrder(slicer.sheet.book.culture, { numeric: true });
  const sorted = [...entries].sort((a, b) => compare(a.name, b.name));
  return slicer.sortBy === "Descending" ? sorted.reverse() : sorted;
}

function pivotEntries({ source }: Slicer): SlicerEntry[] {
  if (!("pivot" in source)) return [];
  const field = fieldNamed(source.pivot, source.field);
  if (!field) return [];
  return itemsOf(source.pivot, field).items.map(({ name, present }) => ({
    name,
    selected: field.manual?.has(name) ?? true,
    hasData: present,
  }));
}

function tableEntries(slicer: Slicer): SlicerEntry[] {
  const column = columnOf(slicer);
  if (!column) return [];
  const { table } = column;
  const body = bodyOf(table);
  const at = table.area.left + column.index;
  const chosen = table.filter.get(column.id);
  const values =
    chosen?.filterOn === "Values" ? chosen.values?.map((value) => String(value).toLowerCase()) : undefined;
  const names = new Map<string, string>();
  for (let row = body.top; row <= body.bottom; row += 1) {
    const text = cellText(table.sheet, row, at);
    if (!names.has(text.toLowerCase())) names.set(text.toLowerCase(), text);
  }
  return [...names].map(([key, name]) => ({
    name,
    selected: !chosen || (values?.includes(key) ?? false),
    hasData: true,
  }));
}

/**
 * Lets only some items through; none given is all of them.
 * https://learn.microsoft.com/javascript/api/excel/excel.slicer#excel-excel-slicer-selectitems-member(1)
 */
export function selectItems(slicer: Slicer, names: readonly string[]): Refusal | undefined {
  const entries = slicerEntries(slicer);
  const known = new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
  if (names.some((name) => !known.has(name.toLowerCase()))) {
    return new Refusal("InvalidArgument", "The slicer has no such item.");
  }
  const chosen = names.length === 0 ? undefined : names.map((name) => known.get(name.toLowerCase())!);
  const { source, sheet } = slicer;
  const refused = sheet.book.change(() => {
    if ("pivot" in source) {
      const field = fieldNamed(source.pivot, source.field);
      return field && editPivot(source.pivot, () => chooseItems(source.pivot, field, chosen));
    }
    const column = columnOf(slicer);
    return column && filterColumn(column, chosen && { filterOn: "Values", values: chosen });
  });
  sheet.book.tell({ kind: "objects", sheet, of: "slicer" });
  return refused;
}
