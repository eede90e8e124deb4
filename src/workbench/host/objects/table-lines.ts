import type { Area } from "../../workbook/area";
import type { CellValue } from "../../workbook/cell-value";
import type { Table, TableColumn } from "../../workbook/table";
import {
  addColumn,
  addRows,
  bodyOf,
  deleteColumn,
  deleteRows,
  rowCount,
  type Entry,
} from "../../workbook/table-edit";
import { renameColumn } from "../../workbook/table-header";
import type { Arguments } from "../arguments";
import { HostObject, textValue } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { granted, invalidArgument, invalidOperation } from "../host-error";
import type { Run } from "../run";
import type { TableRowTarget } from "./analysis-targets";
import { mayChange } from "./table-guard";
import { plainValue, valuesAsJsonOf } from "./range-values";
import { writeInputs } from "./range-write";

const columnArea = ({ table, index }: { readonly table: Table; readonly index: number }): Area => ({
  ...table.area,
  left: table.area.left + index,
  right: table.area.left + index,
});

/** The columns' cells of a part of the table. */
const within = (column: TableColumn, rows: Area): Area => ({
  ...columnArea(column),
  top: rows.top,
  bottom: rows.bottom,
});

const rowArea = ({ table, index }: TableRowTarget): Area => {
  const body = bodyOf(table);
  if (index >= rowCount(table)) throw invalidArgument("the table has no such row");
  return { ...body, top: body.top + index, bottom: body.top + index };
};

/** A block of values as `add` takes it: two dimensions, or one value for every cell. */
function block(args: Arguments, index: number, rows: number, columns: number): Entry[][] | undefined {
  const value = args.raw(index);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => new Array<Entry>(columns).fill(value as Entry));
  }
  if (!value.every(Array.isArray)) throw args.wrong(index, "a two-dimensional list");
  return value as Entry[][];
}

const plain = (values: CellValue[][]): unknown[][] => values.map((row) => row.map(plainValue));

function findColumn(table: Table, key: string | number): TableColumn | undefined {
  const folded = String(key).toLowerCase();
  return (
    table.columns.find(({ id }) => id === key) ??
    table.columns.find(({ name }) => name.toLowerCase() === folded) ??
    table.columns.find(({ id }) => String(id) === folded)
  );
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection */
const tableColumnCollectionClass = hostClass("TableColumnCollection", {
  properties: { count: { since: "1.1", get: (table) => table.columns.length } },
  collection: {
    of: "TableColumn",
    items: (table) => table.columns,
    find: findColumn,
    getItem: "1.1",
    getItemAt: "1.1",
    getItemOrNullObject: "1.4",
    getCount: "1.4",
  },
  methods: {
    add: {
      since: "1.1",
      returns: "TableColumn",
      call: (table, args, run) => {
        mayChange(run, table.sheet);
        const height = table.area.bottom - table.area.top + 1;
        const values = block(args, 1, height, 1);
        run.wroteCells(values?.length ?? 0);
        return granted(addColumn(table, args.whole(0, -1, -1), values, args.text(2, undefined)));
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
const tableColumnClass = hostClass("TableColumn", {
  identity: (column) => column.id,
  properties: {
    id: { since: "1.1", get: (column) => column.id },
    index: { since: "1.1", get: (column) => column.index },
    name: {
      since: "1.1",
      get: (column) => column.name,
      set: (column, value, run) => {
        mayChange(run, column.table.sheet);
        renameColumn(column, textValue(value));
        run.workbook.calculation.tablesChanged();
      },
    },
    values: {
      since: "1.1",
      get: (column, run) => {
        const area = columnArea(column);
        run.settle();
        run.readCells(area.bottom - area.top + 1);
        return plain(column.table.sheet.values(area));
      },
      set: (column, value, run) => writeInputs(run.range(column.table.sheet, columnArea(column)), value, run),
    },
    valuesAsJson: {
      since: "1.16",
      onlyWhenNamed: true,
      get: (column, run) => valuesAsJsonOf(run.range(column.table.sheet, columnArea(column)), run),
    },
  },
  navigations: { filter: { since: "1.2", class: "Filter", get: (column) => column } },
  methods: {
    getRange: {
      since: "1.1",
      returns: "Range",
      call: (column, _, run) => run.range(column.table.sheet, columnArea(column)),
    },
    getHeaderRowRange: {
      since: "1.1",
      returns: "Range",
      call: (column, _, run) => {
        const { table } = column;
        if (!table.showHeaders) throw invalidOperation("the table shows no headers");
        return run.range(table.sheet, within(column, { ...table.area, bottom: table.area.top }));
      },
    },
    getDataBodyRange: {
      since: "1.1",
      returns: "Range",
      call: (column, _, run) => run.range(column.table.sheet, within(column, bodyOf(column.table))),
    },
    getTotalRowRange: {
      since: "1.1",
      returns: "Range",
      call: (column, _, run) => {
        const { table } = column;
        if (!table.showTotals) throw invalidOperation("the table shows no totals");
        return run.range(table.sheet, within(column, { ...table.area, top: table.area.bottom }));
      },
    },
    delete: {
      since: "1.1",
      call: (column, _, run) => {
        mayChange(run, column.table.sheet);
        deleteColumn(column);
      },
    },
  },
});

const rowsOf = (table: Table): TableRowTarget[] =>
  Array.from({ length: rowCount(table) }, (_, index) => ({ table, index }));

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection */
const tableRowCollectionClass = hostClass("TableRowCollection", {
  properties: { count: { since: "1.1", get: rowCount } },
  collection: {
    of: "TableRow",
    items: rowsOf,
    find: (table, key) => rowsOf(table)[Number(key)],
    getItemAt: "1.1",
    getCount: "1.4",
  },
  methods: {
    add: {
      since: "1.1",
      returns: "TableRow",
      call: (table, args, run) => {
        mayChange(run, table.sheet);
        const width = table.columns.length;
        const rows = block(args, 1, 1, width) ?? [new Array<Entry>(width).fill(null)];
        run.wroteCells(rows.length * width);
        const at = args.whole(0, -1, -1);
        const count = rowCount(table);
        granted(addRows(table, at, rows));
        return { table, index: at < 0 ? count : at };
      },
    },
    deleteRowsAt: {
      since: "ExcelApiOnline 1.1",
      call: (table, args, run) => {
        mayChange(run, table.sheet);
        return deleteRows(table, args.whole(0, 0), args.whole(1, 1, 1));
      },
    },
    deleteRows: {
      since: "ExcelApiOnline 1.1",
      call: (table, args, run) => {
        mayChange(run, table.sheet);
        const places = args
          .list(0)
          .map((row) => (row instanceof HostObject ? (row.target as TableRowTarget).index : row));
        for (const place of [...places].sort((a, b) => Number(b) - Number(a))) {
          if (typeof place !== "number") throw args.wrong(0, "a list of rows");
          granted(deleteRows(table, place, 1));
        }
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerow */
const tableRowClass = hostClass("TableRow", {
  properties: {
    index: { since: "1.1", get: ({ index }) => index },
    values: {
      since: "1.1",
      get: (row, run) => readRow(row, run),
      set: (row, value, run) => writeInputs(run.range(row.table.sheet, rowArea(row)), value, run),
    },
    valuesAsJson: {
      since: "1.16",
      onlyWhenNamed: true,
      get: (row, run) => valuesAsJsonOf(run.range(row.table.sheet, rowArea(row)), run),
    },
  },
  methods: {
    getRange: {
      since: "1.1",
      returns: "Range",
      call: (row, _, run) => run.range(row.table.sheet, rowArea(row)),
    },
    delete: {
      since: "1.1",
      call: ({ table, index }, _, run) => {
        mayChange(run, table.sheet);
        return deleteRows(table, index, 1);
      },
    },
  },
});

function readRow(row: TableRowTarget, run: Run): unknown[][] {
  run.settle();
  run.readCells(row.table.columns.length);
  return plain(row.table.sheet.values(rowArea(row)));
}

export const tableLineClasses = [
  tableColumnCollectionClass,
  tableColumnClass,
  tableRowCollectionClass,
  tableRowClass,
] as unknown as readonly HostClass[];
