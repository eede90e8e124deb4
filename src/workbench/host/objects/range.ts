import {
  COLUMNS,
  hull,
  intersection,
  isWholeColumns,
  isWholeRows,
  ROWS,
  sizeOf,
  type Area,
} from "../../workbook/area";
import type { Arguments } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { rangeEdits } from "./range-edits";
import { rangeFormatClasses } from "./range-format";
import { numberFormatCategory, numberFormatsOf, writeNumberFormats } from "./number-formats";
import { rangeAreasClasses } from "./range-areas";
import { rangeHyperlinkClass } from "./range-hyperlink";
import { rangeSearch } from "./range-search";
import {
  areaAt,
  cellCount,
  fullAddress,
  rangeArgument,
  surroundingRegion,
  usedWithin,
} from "./range-target-of";
import { eachCell, formulasOf, textsOf, valuesAsJsonOf, valuesOf, valueTypesOf } from "./range-values";
import { rangeViewClasses } from "./range-view";
import { specialCellClasses } from "./special-cells";
import { writeInputs } from "./range-write";

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
const rangeClass = hostClass("Range", {
  properties: {
    address: { since: "1.1", get: fullAddress },
    addressLocal: { since: "1.1", get: fullAddress },
    cellCount: { since: "1.1", get: ({ area }) => cellCount(area) },
    columnCount: { since: "1.1", get: ({ area }) => sizeOf(area).columns },
    rowCount: { since: "1.1", get: ({ area }) => sizeOf(area).rows },
    rowIndex: { since: "1.1", get: ({ area }) => area.top },
    columnIndex: { since: "1.1", get: ({ area }) => area.left },
    values: { since: "1.1", get: valuesOf, set: writeInputs },
    formulas: { since: "1.1", get: formulasOf, set: writeInputs },
    // The host's formulas are English in both its cultures, as in Excel in Chinese.
    formulasLocal: { since: "1.1", get: formulasOf, set: writeInputs },
    text: { since: "1.1", get: textsOf },
    valueTypes: { since: "1.1", get: valueTypesOf },
    valuesAsJson: { since: "1.16", get: valuesAsJsonOf, onlyWhenNamed: true },
    numberFormat: { since: "1.1", get: numberFormatsOf, set: writeNumberFormats },
    numberFormatCategories: {
      since: "1.12",
      get: (range, run) =>
        eachCell(range, run, (row, column) =>
          numberFormatCategory(range.sheet.style(row, column).numberFormat),
        ),
    },
    hidden: {
      since: "1.2",
      get: ({ sheet, area }) => rowsHidden(sheet, area) === true || columnsHidden(sheet, area) === true,
    },
    rowHidden: {
      since: "1.2",
      get: ({ sheet, area }) => rowsHidden(sheet, area),
      set: ({ sheet, area }, hidden, run) => {
        run.mayWrite(sheet, area, "allowFormatRows");
        sheet.setRowsHidden(area.top, area.bottom, hidden === true);
      },
    },
    columnHidden: {
      since: "1.2",
      get: ({ sheet, area }) => columnsHidden(sheet, area),
      set: ({ sheet, area }, hidden, run) => {
        run.mayWrite(sheet, area, "allowFormatColumns");
        sheet.setColumnsHidden(area.left, area.right, hidden === true);
      },
    },
    hasSpill: { since: "1.12", get: (range, run) => (run.settle(), someSpill(range)) },
    isEntireColumn: { since: "1.7", get: ({ area }) => isWholeColumns(area) },
    isEntireRow: { since: "1.7", get: ({ area }) => isWholeRows(area) },
    top: { since: "1.10", get: ({ sheet, area }) => total(0, area.top - 1, (row) => height(sheet, row)) },
    left: {
      since: "1.10",
      get: ({ sheet, area }) => total(0, area.left - 1, (column) => width(sheet, column)),
    },
    height: {
      since: "1.10",
      get: ({ sheet, area }) => total(area.top, area.bottom, (row) => height(sheet, row)),
    },
    width: {
      since: "1.10",
      get: ({ sheet, area }) => total(area.left, area.right, (column) => width(sheet, column)),
    },
  },
  navigations: {
    worksheet: { since: "1.1", class: "Worksheet", get: ({ sheet }) => sheet },
    format: { since: "1.1", class: "RangeFormat", get: ({ sheet, area }) => ({ sheet, areas: [area] }) },
  },
  methods: {
    getCell: {
      since: "1.1",
      returns: "Range",
      // Counted from the range's first cell, and free to leave it.
      call: ({ sheet, area }, args, run) =>
        run.range(sheet, areaAt(area.top + args.whole(0), area.left + args.whole(1), 1, 1)),
    },
    getRow: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, args, run) => {
        const top = area.top + args.whole(0);
        return run.range(sheet, areaAt(top, area.left, 1, sizeOf(area).columns));
      },
    },
    getColumn: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, args, run) => {
        const left = area.left + args.whole(0);
        return run.range(sheet, areaAt(area.top, left, sizeOf(area).rows, 1));
      },
    },
    getEntireRow: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, _, run) => run.range(sheet, { ...area, left: 0, right: COLUMNS - 1 }),
    },
    getEntireColumn: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, _, run) => run.range(sheet, { ...area, top: 0, bottom: ROWS - 1 }),
    },
    getLastCell: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, _, run) => run.range(sheet, { ...area, top: area.bottom, left: area.right }),
    },
    getLastRow: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, _, run) => run.range(sheet, { ...area, top: area.bottom }),
    },
    getLastColumn: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, _, run) => run.range(sheet, { ...area, left: area.right }),
    },
    getOffsetRange: {
      since: "1.1",
      returns: "Range",
      call: ({ sheet, area }, args, run) => {
        const { rows, columns } = sizeOf(area);
        return run.range(sheet, areaAt(area.top + args.whole(0), area.left + args.whole(1), rows, columns));
      },
    },
    getResizedRange: {
      since: "1.2",
      returns: "Range",
      call: ({ sheet, area }, args, run) => {
        const { rows, columns } = sizeOf(area);
        return run.range(sheet, areaAt(area.top, area.left, rows + args.whole(0), columns + args.whole(1)));
      },
    },
    getAbsoluteResizedRange: {
      since: "1.7",
      returns: "Range",
      call: ({ sheet, area }, args, run) =>
        run.range(sheet, areaAt(area.top, area.left, args.whole(0, 1), args.whole(1, 1))),
    },
    getRowsAbove: beside((area, count) => ({ ...area, top: area.top - count, bottom: area.top - 1 })),
    getRowsBelow: beside((area, count) => ({ ...area, top: area.bottom + 1, bottom: area.bottom + count })),
    getColumnsBefore: beside((area, count) => ({ ...area, left: area.left - count, right: area.left - 1 })),
    getColumnsAfter: beside((area, count) => ({ ...area, left: area.right + 1, right: area.right + count })),
    getBoundingRect: {
      since: "1.1",
      returns: "Range",
      call: (range, args, run) => {
        const other = sameSheet(range, rangeArgument(args, 0, range.sheet));
        return run.range(range.sheet, hull(range.area, other.area));
      },
    },
    getIntersection: {
      since: "1.1",
      returns: "Range",
      call: (range, args, run) => {
        const other = sameSheet(range, rangeArgument(args, 0, range.sheet));
        const area = intersection(range.area, other.area);
        if (!area) throw itemNotFound();
        return run.range(range.sheet, area);
      },
    },
    getIntersectionOrNullObject: {
      since: "1.4",
      returns: "Range",
      call: (range, args, run) => {
        const other = rangeArgument(args, 0, range.sheet);
        const area = other.sheet === range.sheet ? intersection(range.area, other.area) : undefined;
        return area ? run.range(range.sheet, area) : null;
      },
    },
    getUsedRange: {
      since: "1.1",
      returns: "Range",
      // "If there are no used cells within the range, this function will throw an ItemNotFound error."
      call: (range, args, run) => (run.settle(), usedWithin(range, args.boolean(0, false)) ?? notThere()),
    },
    getUsedRangeOrNullObject: {
      since: "1.4",
      returns: "Range",
      call: (range, args, run) => (run.settle(), usedWithin(range, args.boolean(0, false)) ?? null),
    },
    getSurroundingRegion: {
      since: "1.7",
      returns: "Range",
      call: (range, _, run) => (run.settle(), surroundingRegion(range)),
    },
    getSpillingToRange: {
      since: "1.12",
      returns: "Range",
      call: (range, _, run) => (run.settle(), spillingTo(range) ?? notThere()),
    },
    getSpillingToRangeOrNullObject: {
      since: "1.12",
      returns: "Range",
      call: (range, _, run) => (run.settle(), spillingTo(range) ?? null),
    },
    getSpillParent: {
      since: "1.12",
      returns: "Range",
      call: (range, _, run) => (run.settle(), spillParent(range) ?? notThere()),
    },
    getSpillParentOrNullObject: {
      since: "1.12",
      returns: "Range",
      call: (range, _, run) => (run.settle(), spillParent(range) ?? null),
    },
    getMergedAreasOrNullObject: {
      since: "1.13",
      returns: "RangeAreas",
      call: ({ sheet, area }) => {
        const areas = sheet.merges.filter((merge) => intersection(merge, area) !== undefined);
        return areas.length > 0 ? { sheet, areas } : null;
      },
    },
    getVisibleView: { since: "1.3", returns: "RangeView", call: (range) => ({ range, row: undefined }) },
    // The client sends a large block in slices and asks first whether the whole of it would fit.
    _ValidateArraySize: {
      since: "1.3",
      call: ({ area }, args) => {
        const { rows, columns } = sizeOf(area);
        if (args.whole(0) !== rows || args.whole(1) !== columns) {
          throw invalidArgument(
            `the array is ${args.whole(0)} by ${args.whole(1)}, the range ${rows} by ${columns}`,
          );
        }
      },
    },
    ...rangeSearch,
    ...rangeEdits,
  },
});

/** Rows or columns beside a range, one unless more are asked for. */
function beside(away: (area: Area, count: number) => Area) {
  return {
    since: "1.2",
    returns: "Range" as const,
    call: ({ sheet, area }: RangeTarget, args: Arguments, run: Run) => {
      const count = args.whole(0, 1, 1);
      const found = away(area, count);
      if (found.top < 0 || found.left < 0 || found.bottom >= ROWS || found.right >= COLUMNS) {
        throw invalidArgument("the range would reach beyond the sheet");
      }
      return run.range(sheet, found);
    },
  };
}

function notThere(): never {
  throw itemNotFound();
}

function sameSheet(range: RangeTarget, other: RangeTarget): RangeTarget {
  if (range.sheet !== other.sheet) throw invalidArgument("the ranges are on different sheets");
  return other;
}

/** True, false, or null where some are and some aren't. */
function rowsHidden(sheet: RangeTarget["sheet"], { top, bottom }: Area): boolean | null {
  return mixed(top, bottom, sheet.rows.hidden.size + sheet.rows.filtered.size, (row) => sheet.rowHidden(row));
}

function columnsHidden(sheet: RangeTarget["sheet"], { left, right }: Area): boolean | null {
  return mixed(left, right, sheet.columns.hidden.size, (column) => sheet.columnHidden(column));
}

function mixed(
  first: number,
  last: number,
  known: number,
  isHidden: (index: number) => boolean,
): boolean | null {
  if (known === 0) return false;
  const start = isHidden(first);
  for (let index = first + 1; index <= last; index++) if (isHidden(index) !== start) return null;
  return start;
}

const height = (sheet: RangeTarget["sheet"], row: number) =>
  sheet.rowHidden(row) ? 0 : sheet.rowHeight(row);
const width = (sheet: RangeTarget["sheet"], column: number) =>
  sheet.columnHidden(column) ? 0 : sheet.columnWidth(column);

function total(first: number, last: number, size: (index: number) => number): number {
  let sum = 0;
  for (let index = first; index <= last; index++) sum += size(index);
  return sum;
}

/** `hasSpill`: true where every cell spills, null where some do. */
function someSpill({ sheet, area }: RangeTarget): boolean | null {
  const used = sheet.usedArea(true);
  const within = used && intersection(used, area);
  if (!within || sheet.formulas.size === 0) return false;
  let spilled = 0;
  for (let row = within.top; row <= within.bottom; row++) {
    for (let column = within.left; column <= within.right; column++)
      if (sheet.spillOf(row, column)) spilled++;
  }
  return spilled === 0 ? false : spilled === sizeOf(area).cells ? true : null;
}

function oneCell({ area }: RangeTarget): void {
  if (sizeOf(area).cells !== 1) throw new HostError("InvalidArgument", "The range must be a single cell.");
}

/** The range a cell's formula spills into; undefined for a cell that is no spill's parent. */
function spillingTo(range: RangeTarget): RangeTarget | undefined {
  oneCell(range);
  const { sheet, area } = range;
  const spill = sheet.spillOf(area.top, area.left);
  if (!spill || spill.anchor.row !== area.top || spill.anchor.column !== area.left) return undefined;
  return { sheet, area: spill.area };
}

function spillParent(range: RangeTarget): RangeTarget | undefined {
  oneCell(range);
  const { sheet, area } = range;
  const spill = sheet.spillOf(area.top, area.left);
  if (!spill) return undefined;
  const { row, column } = spill.anchor;
  return { sheet, area: { top: row, left: column, bottom: row, right: column } };
}

export const rangeClasses: readonly HostClass[] = [
  rangeClass as unknown as HostClass,
  rangeHyperlinkClass,
  ...specialCellClasses,
  ...rangeFormatClasses,
  ...rangeAreasClasses,
  ...rangeViewClasses,
];
