import { addressOf, cellArea, type Area } from "../../workbook/area";
import { cellText } from "../../workbook/shown-text";
import { hostClass, type HostClass } from "../host-class";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { plainValue, valueTypeOf } from "./range-values";

/** The visible cells of a range: what filters and hidden rows leave. With `row`, one visible row of it. */
export interface RangeViewTarget {
  readonly range: RangeTarget;
  /** The sheet's row, and its place among the visible ones. */
  readonly row: { readonly row: number; readonly index: number } | undefined;
}

declare module "../host-class" {
  interface HostTargets {
    RangeView: RangeViewTarget;
    RangeViewCollection: RangeViewTarget;
  }
}

const rowsOf = ({ range, row }: RangeViewTarget): number[] =>
  row ? [row.row] : visible(range.area.top, range.area.bottom, (index) => range.sheet.rowHidden(index));

const columnsOf = ({ range: { sheet, area } }: RangeViewTarget): number[] =>
  visible(area.left, area.right, (index) => sheet.columnHidden(index));

function visible(first: number, last: number, hidden: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = first; index <= last; index++) if (!hidden(index)) found.push(index);
  return found;
}

function cells<T>(view: RangeViewTarget, run: Run, read: (row: number, column: number) => T): T[][] {
  run.settle();
  const rows = rowsOf(view);
  const columns = columnsOf(view);
  run.readCells(rows.length * columns.length);
  return rows.map((row) => columns.map((column) => read(row, column)));
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeview */
const rangeViewClass = hostClass("RangeView", {
  properties: {
    rowCount: { since: "1.3", get: (view) => rowsOf(view).length },
    columnCount: { since: "1.3", get: (view) => columnsOf(view).length },
    index: { since: "1.3", get: ({ row }) => row?.index ?? 0 },
    cellAddresses: {
      since: "1.3",
      get: (view, run) => cells(view, run, (row, column) => addressOf(cellArea(row, column))),
    },
    values: {
      since: "1.3",
      get: (view, run) => cells(view, run, (row, column) => plainValue(view.range.sheet.value(row, column))),
    },
    formulas: {
      since: "1.3",
      get: (view, run) => {
        const { sheet } = view.range;
        return cells(
          view,
          run,
          (row, column) => sheet.formula(row, column) ?? plainValue(sheet.value(row, column)),
        );
      },
    },
    text: {
      since: "1.3",
      get: (view, run) => {
        const { sheet } = view.range;
        return cells(view, run, (row, column) => cellText(sheet, row, column));
      },
    },
    numberFormat: {
      since: "1.3",
      get: (view, run) => cells(view, run, (row, column) => view.range.sheet.style(row, column).numberFormat),
    },
    valueTypes: {
      since: "1.3",
      get: (view, run) => cells(view, run, (row, column) => valueTypeOf(view.range.sheet.value(row, column))),
    },
  },
  navigations: { rows: { since: "1.3", class: "RangeViewCollection", get: (view) => view } },
  methods: {
    getRange: {
      since: "1.3",
      returns: "Range",
      call: ({ range, row }, _, run) => {
        const area: Area = row ? { ...range.area, top: row.row, bottom: row.row } : range.area;
        return run.range(range.sheet, area);
      },
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeviewcollection */
const rangeViewCollectionClass = hostClass("RangeViewCollection", {
  collection: {
    of: "RangeView",
    items: (view) => rowsOf(view).map((row, index) => ({ range: view.range, row: { row, index } })),
    find: () => undefined,
    getItemAt: "1.3",
    getCount: "1.4",
  },
});

export const rangeViewClasses = [rangeViewClass, rangeViewCollectionClass] as unknown as readonly HostClass[];
