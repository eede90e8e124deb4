import { contains, type Area } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Table } from "../../workbook/table";
import {
  addTable,
  bodyOf,
  changed,
  convertToRange,
  deleteTable,
  resizeTable,
  setHeaders,
  setTotals,
} from "../../workbook/table-edit";
import { applyTableFilter, clearTableFilter } from "../../workbook/filter-rows";
import { refuseTableName } from "../../workbook/table-name";
import { sortRows, type SortKey } from "../../workbook/sort-rows";
import type { Workbook } from "../../workbook/workbook";
import type { Arguments } from "../arguments";
import { booleanValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { granted, invalidArgument, invalidOperation, notSimulated } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { mayChange } from "./table-guard";
import { rangeArgument } from "./range-target-of";
import type { Owner } from "./analysis-targets";

/** Whether the owner of a collection is one sheet. */
const isSheet = (owner: Owner): owner is Sheet => "book" in owner;

/** The sheet an address without a sheet is on: the collection's own, or the active one. */
export const sheetOf = (owner: Owner): Sheet => (isSheet(owner) ? owner : owner.activeSheet);

export const bookOf = (owner: Owner): Workbook => (isSheet(owner) ? owner.book : owner);

/** The sheets a collection covers. */
export const sheetsOf = (owner: Owner): readonly Sheet[] => (isSheet(owner) ? [owner] : owner.sheets);

const tablesOf = (owner: Owner): Table[] => sheetsOf(owner).flatMap(({ tables }) => tables);

const byKey = (tables: readonly Table[], key: string | number): Table | undefined =>
  tables.find(({ name, id }) => id === key || name.toLowerCase() === String(key).toLowerCase());

/** Cells of whole columns or rows end where the sheet's values do. */
function bounded({ sheet, area }: RangeTarget): Area {
  const used = sheet.usedArea(true);
  return {
    ...area,
    bottom: Math.min(area.bottom, Math.max(used?.bottom ?? area.top, area.top)),
    right: area.right - area.left > 16_000 ? Math.max(used?.right ?? area.left, area.left) : area.right,
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
const tableCollectionClass = hostClass("TableCollection", {
  properties: { count: { since: "1.1", get: (owner) => tablesOf(owner).length } },
  collection: {
    of: "Table",
    items: (owner) => tablesOf(owner),
    find: (owner, key) => byKey(tablesOf(owner), key),
    getItem: "1.1",
    getItemAt: "1.1",
    getItemOrNullObject: "1.4",
    getCount: "1.4",
  },
  methods: {
    add: {
      since: "1.1",
      returns: "Table",
      call: (owner, args, run) => {
        const { sheet, area } = rangeArgument(args, 0, sheetOf(owner));
        if (isSheet(owner) && sheet !== owner) throw invalidArgument("the range is on another sheet");
        mayChange(run, sheet);
        const wide = area.bottom - area.top > 1_000_000 ? bounded({ sheet, area }) : area;
        return granted(addTable(sheet, wide, args.boolean(1)));
      },
    },
  },
  events: {
    onAdded: { since: "1.9", register: "_RegisterAddedEvent", unregister: "_UnregisterAddedEvent" },
    onChanged: {
      since: "1.7",
      register: "_RegisterDataChangedEvent",
      unregister: "_UnregisterDataChangedEvent",
    },
    onDeleted: { since: "1.9", register: "_RegisterDeletedEvent", unregister: "_UnregisterDeletedEvent" },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.tablescopedcollection */
const tableScopedCollectionClass = hostClass("TableScopedCollection", {
  collection: {
    of: "Table",
    items: (tables) => tables,
    find: (tables, key) => byKey(tables, key),
    getItem: "1.9",
    getItemOrNullObject: "1.14",
    getCount: "1.9",
  },
  methods: {
    getFirst: {
      since: "1.9",
      returns: "Table",
      call: (tables) => {
        if (!tables[0]) throw invalidOperation("there is no table");
        return tables[0];
      },
    },
  },
});

/** The tables that touch an area or, fully contained, are in it: `Range.getTables`. */
export const tablesIn = (sheet: Sheet, area: Area, fully: boolean): readonly Table[] =>
  sheet.tables.filter((table) =>
    fully
      ? contains(area, table.area)
      : table.area.top <= area.bottom &&
        area.top <= table.area.bottom &&
        table.area.left <= area.right &&
        area.left <= table.area.right,
  );

type Flag =
  | "highlightFirstColumn"
  | "highlightLastColumn"
  | "showBandedColumns"
  | "showBandedRows"
  | "showFilterButton";

const flag = (name: Flag): Property<Table> => ({
  since: "1.3",
  get: (table) => table[name],
  set: (table, value, run) => {
    mayChange(run, table.sheet);
    table[name] = booleanValue(value);
    table.sheet.book.change(() => changed(table));
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
const tableClass = hostClass("Table", {
  identity: (table) => table.id,
  properties: {
    highlightFirstColumn: flag("highlightFirstColumn"),
    highlightLastColumn: flag("highlightLastColumn"),
    showBandedColumns: flag("showBandedColumns"),
    showBandedRows: flag("showBandedRows"),
    showFilterButton: flag("showFilterButton"),
    id: { since: "1.1", get: (table) => table.id },
    legacyId: { since: "1.8", get: (table) => String(parseInt(table.id.slice(1, 9), 16)) },
    name: {
      since: "1.1",
      get: (table) => table.name,
      set: (table, value, run) => {
        mayChange(run, table.sheet);
        const name = textValue(value);
        const refused = refuseTableName(run.workbook, name, table);
        if (refused) return refused;
        table.sheet.book.change(() => {
          table.name = name;
          changed(table);
        });
        return undefined;
      },
    },
    showHeaders: {
      since: "1.1",
      get: (table) => table.showHeaders,
      set: (table, value, run) => {
        mayChange(run, table.sheet);
        setHeaders(table, booleanValue(value));
      },
    },
    showTotals: {
      since: "1.1",
      get: (table) => table.showTotals,
      set: (table, value, run) => {
        mayChange(run, table.sheet);
        return setTotals(table, booleanValue(value));
      },
    },
    style: {
      since: "1.1",
      get: (table) => table.style,
      set: (table, value, run) => {
        mayChange(run, table.sheet);
        const style = textValue(value);
        const number = Number(
          /^TableStyle(?:Light|Medium|Dark)(\d+)$/.exec(style)?.[1] ?? (style === "" ? 1 : 0),
        );
        const most = style.startsWith("TableStyleLight")
          ? 21
          : style.startsWith("TableStyleMedium")
            ? 28
            : 11;
        if (number < 1 || number > most) throw invalidArgument(`no table style ${style}`);
        table.style = style;
        table.sheet.book.change(() => changed(table));
      },
    },
  },
  navigations: {
    autoFilter: { since: "1.9", class: "AutoFilter", get: (table) => table },
    columns: { since: "1.1", class: "TableColumnCollection", get: (table) => table },
    rows: { since: "1.1", class: "TableRowCollection", get: (table) => table },
    sort: { since: "1.2", class: "TableSort", get: (table) => table },
    worksheet: { since: "1.2", class: "Worksheet", get: (table) => table.sheet },
  },
  methods: {
    getRange: { since: "1.1", returns: "Range", call: (table, _, run) => run.range(table.sheet, table.area) },
    getHeaderRowRange: {
      since: "1.1",
      returns: "Range",
      call: (table, _, run) => {
        if (!table.showHeaders) throw invalidOperation("the table shows no headers");
        return run.range(table.sheet, { ...table.area, bottom: table.area.top });
      },
    },
    getDataBodyRange: {
      since: "1.1",
      returns: "Range",
      call: (table, _, run) => run.range(table.sheet, bodyOf(table)),
    },
    getTotalRowRange: {
      since: "1.1",
      returns: "Range",
      call: (table, _, run) => {
        if (!table.showTotals) throw invalidOperation("the table shows no totals");
        return run.range(table.sheet, { ...table.area, top: table.area.bottom });
      },
    },
    clearFilters: {
      since: "1.2",
      call: (table, _, run) => {
        mayChange(run, table.sheet, "allowAutoFilter");
        clearTableFilter(table);
      },
    },
    reapplyFilters: {
      since: "1.2",
      call: (table, _, run) => {
        mayChange(run, table.sheet, "allowAutoFilter");
        run.settle();
        applyTableFilter(table);
      },
    },
    convertToRange: {
      since: "1.2",
      returns: "Range",
      call: (table, _, run) => {
        mayChange(run, table.sheet);
        return run.range(table.sheet, convertToRange(table));
      },
    },
    delete: {
      since: "1.1",
      call: (table, _, run) => {
        mayChange(run, table.sheet);
        deleteTable(table);
      },
    },
    resize: {
      since: "1.13",
      call: (table, args, run) => {
        mayChange(run, table.sheet);
        const { sheet, area } = rangeArgument(args, 0, table.sheet);
        if (sheet !== table.sheet) throw invalidArgument("the range is on another sheet");
        return resizeTable(table, area);
      },
    },
  },
  events: {
    onChanged: {
      since: "1.7",
      register: "_RegisterDataChangedEvent",
      unregister: "_UnregisterDataChangedEvent",
    },
    onSelectionChanged: {
      since: "1.7",
      register: "_RegisterSelectionChangedEvent",
      unregister: "_UnregisterSelectionChangedEvent",
    },
  },
});

/** Keys of a sort as the client sends them. */
function sortKeys(args: Arguments, index: number): SortKey[] {
  return args.list(index).map((field) => {
    if (typeof field !== "object" || field === null) throw args.wrong(index, "a list of sort fields");
    return field as SortKey;
  });
}

const sortTable = (table: Table, run: Run): unknown => {
  if (!table.sort) return undefined;
  mayChange(run, table.sheet, "allowSort");
  run.settle();
  return sortRows(
    table.sheet,
    bodyOf(table),
    table.sort.fields as unknown as SortKey[],
    table.sort.matchCase,
  );
};

/** https://learn.microsoft.com/javascript/api/excel/excel.tablesort */
const tableSortClass = hostClass("TableSort", {
  properties: {
    fields: { since: "1.2", get: (table) => table.sort?.fields ?? [] },
    matchCase: { since: "1.2", get: (table) => table.sort?.matchCase ?? false },
    method: { since: "1.2", get: (table) => table.sort?.method ?? "PinYin" },
  },
  methods: {
    apply: {
      since: "1.2",
      call: (table, args, run) => {
        const before = table.sort;
        table.sort = {
          fields: sortKeys(args, 0) as unknown as Record<string, unknown>[],
          matchCase: args.boolean(1, false),
          method: args.oneOf(2, ["PinYin", "StrokeCount"], "PinYin"),
        };
        const refused = sortTable(table, run);
        if (refused) table.sort = before;
        return refused;
      },
    },
    clear: { since: "1.2", call: (table) => void (table.sort = undefined) },
    reapply: { since: "1.2", call: (table, _, run) => sortTable(table, run) },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.rangesort */
const rangeSortClass = hostClass("RangeSort", {
  methods: {
    apply: {
      since: "1.2",
      call: ({ sheet, area }, args, run) => {
        run.mayWrite(sheet, area);
        run.settle();
        if (args.oneOf(3, ["Rows", "Columns"], "Rows") === "Columns") {
          throw notSimulated("RangeSort.apply by columns");
        }
        const headers = args.boolean(2, false) ? 1 : 0;
        return sortRows(
          sheet,
          { ...area, top: area.top + headers },
          sortKeys(args, 0),
          args.boolean(1, false),
        );
      },
    },
  },
});

export const tableClasses = [
  tableCollectionClass,
  tableScopedCollectionClass,
  tableClass,
  tableSortClass,
  rangeSortClass,
] as unknown as readonly HostClass[];
