import type { Slicer } from "../../workbook/slicer";
import { addSlicer, deleteSlicer, selectItems, slicerEntries } from "../../workbook/slicer-edit";
import { fieldNamed } from "../../workbook/pivot-edit";
import { tableNamed } from "../../workbook/table-name";
import type { Arguments } from "../arguments";
import { booleanValue, enumerated, HostObject, numberValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { granted, invalidArgument, itemNotFound } from "../host-error";
import type { Run } from "../run";
import type { Owner, PivotFieldTarget, SlicerItemTarget } from "./analysis-targets";
import { bookOf, sheetsOf, sheetOf } from "./table";
import { mayChange } from "./table-guard";

const slicersOf = (owner: Owner): Slicer[] => sheetsOf(owner).flatMap(({ slicers }) => slicers);

/** `string | PivotTable | Table` and `string | PivotField | number | TableColumn`, with the field's name for the caption. */
function sourceOf(args: Arguments, owner: Owner): { source: Slicer["source"]; name: string } {
  const book = bookOf(owner);
  const field = args.raw(1);
  const pivots = book.sheets.flatMap(({ pivotTables }) => pivotTables);
  const word = args.isObject(0, "Table") || args.isObject(0, "PivotTable") ? undefined : args.text(0);
  const table = args.isObject(0, "Table")
    ? args.object(0, "Table")
    : word === undefined
      ? undefined
      : tableNamed(book, word);
  if (table) {
    const column = args.isObject(1, "TableColumn")
      ? args.object(1, "TableColumn")
      : table.columns.find(
          ({ id, name }) => id === field || name.toLowerCase() === String(field).toLowerCase(),
        );
    if (!column || column.table !== table) throw args.wrong(1, "a column of the table");
    return { source: { table, columnId: column.id }, name: column.name };
  }
  const pivot = args.isObject(0, "PivotTable")
    ? args.object(0, "PivotTable")
    : pivots.find(({ name, id }) => id === word || name.toLowerCase() === word?.toLowerCase());
  if (!pivot) throw itemNotFound();
  const key = field instanceof HostObject ? (field.target as PivotFieldTarget).field.source : String(field);
  const found = fieldNamed(pivot, key);
  if (!found) throw args.wrong(1, "a field of the PivotTable");
  return { source: { pivot, field: found.source }, name: found.name };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.slicercollection */
const slicerCollectionClass = hostClass("SlicerCollection", {
  collection: {
    of: "Slicer",
    items: (owner) => slicersOf(owner),
    find: (owner, key) =>
      slicersOf(owner).find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase()),
    getItem: "1.10",
    getItemAt: "1.10",
    getItemOrNullObject: "1.10",
    getCount: "1.10",
  },
  methods: {
    add: {
      since: "1.10",
      returns: "Slicer",
      call: (owner, args, run) => {
        const { source, name } = sourceOf(args, owner);
        const word = args.isObject(2, "Worksheet") ? undefined : args.text(2, undefined);
        const sheet = args.isObject(2, "Worksheet")
          ? args.object(2, "Worksheet")
          : word === undefined
            ? sheetOf(owner)
            : run.workbook.sheets.find(
                (one) => one.id === word || one.name.toLowerCase() === word.toLowerCase(),
              );
        if (!sheet) throw itemNotFound();
        mayChange(run, sheet, "allowEditObjects");
        return addSlicer(sheet, source, name);
      },
    },
  },
});

function changed(slicer: Slicer, run: Run, work: () => void): void {
  mayChange(run, slicer.sheet, "allowEditObjects");
  slicer.sheet.book.change(() => {
    work();
    slicer.sheet.book.tell({ kind: "objects", sheet: slicer.sheet, of: "slicer" });
  });
}

const place = (name: "left" | "top" | "width" | "height"): Property<Slicer> => ({
  since: "1.10",
  get: (slicer) => slicer[name],
  set: (slicer, value, run) => {
    const points = numberValue(value);
    if (points < 0) throw invalidArgument("should be 0 or more points");
    changed(slicer, run, () => (slicer[name] = points));
  },
});

const text = (name: "caption" | "name" | "style"): Property<Slicer> => ({
  since: "1.10",
  get: (slicer) => slicer[name],
  set: (slicer, value, run) => {
    const given = textValue(value);
    changed(slicer, run, () => (slicer[name] = given));
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.slicer */
const slicerClass = hostClass("Slicer", {
  identity: (slicer) => slicer.id,
  properties: {
    caption: text("caption"),
    name: text("name"),
    style: text("style"),
    left: place("left"),
    top: place("top"),
    width: place("width"),
    height: place("height"),
    id: { since: "1.10", get: (slicer) => slicer.id },
    isFilterCleared: {
      since: "1.10",
      get: (slicer) => slicerEntries(slicer).every(({ selected }) => selected),
    },
    sortBy: {
      since: "1.10",
      get: (slicer) => slicer.sortBy,
      set: (slicer, value, run) => {
        const order = enumerated(value, ["DataSourceOrder", "Ascending", "Descending"]);
        changed(slicer, run, () => (slicer.sortBy = order));
      },
    },
  },
  navigations: {
    slicerItems: { since: "1.10", class: "SlicerItemCollection", get: (slicer) => slicer },
    worksheet: { since: "1.10", class: "Worksheet", get: (slicer) => slicer.sheet },
  },
  methods: {
    clearFilters: { since: "1.10", call: (slicer) => selectItems(slicer, []) },
    delete: {
      since: "1.10",
      call: (slicer, _, run) => {
        mayChange(run, slicer.sheet, "allowEditObjects");
        deleteSlicer(slicer);
      },
    },
    getSelectedItems: {
      since: "1.10",
      call: (slicer) =>
        slicerEntries(slicer)
          .filter(({ selected }) => selected)
          .map(({ name }) => name),
    },
    selectItems: {
      since: "1.10",
      call: (slicer, args) => selectItems(slicer, args.has(0) ? args.list(0).map(String) : []),
    },
  },
});

const itemsOf = (slicer: Slicer): SlicerItemTarget[] =>
  slicerEntries(slicer).map(({ name }) => ({ slicer, name }));

const entryOf = ({ slicer, name }: SlicerItemTarget) =>
  slicerEntries(slicer).find((entry) => entry.name === name);

/** https://learn.microsoft.com/javascript/api/excel/excel.sliceritemcollection */
const slicerItemCollectionClass = hostClass("SlicerItemCollection", {
  collection: {
    of: "SlicerItem",
    items: itemsOf,
    find: (slicer, key) =>
      itemsOf(slicer).find(({ name }) => name.toLowerCase() === String(key).toLowerCase()),
    getItem: "1.10",
    getItemAt: "1.10",
    getItemOrNullObject: "1.10",
    getCount: "1.10",
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.sliceritem */
const slicerItemClass = hostClass("SlicerItem", {
  identity: ({ name }) => name,
  properties: {
    hasData: { since: "1.10", get: (item) => entryOf(item)?.hasData ?? false },
    isSelected: {
      since: "1.10",
      get: (item) => entryOf(item)?.selected ?? false,
      set: (item, value) => {
        const wanted = booleanValue(value);
        const names = slicerEntries(item.slicer)
          .filter(({ name, selected }) => (name === item.name ? wanted : selected))
          .map(({ name }) => name);
        granted(selectItems(item.slicer, names));
      },
    },
    key: { since: "1.10", get: ({ name }) => name },
    name: { since: "1.10", get: ({ name }) => name },
  },
});

export const slicerClasses = [
  slicerCollectionClass,
  slicerClass,
  slicerItemCollectionClass,
  slicerItemClass,
] as unknown as readonly HostClass[];
