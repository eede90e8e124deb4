import type { Area } from "../../workbook/area";
import type { AutoFilter, FilterCriteria } from "../../workbook/auto-filter";
import {
  applySheetFilter,
  applyTableFilter,
  clearTableFilter,
  filterColumn,
  refuseCriteria,
} from "../../workbook/filter-rows";
import type { Sheet } from "../../workbook/sheet";
import type { Table, TableColumn } from "../../workbook/table";
import type { Arguments } from "../arguments";
import { hostClass, type HostClass, type Method } from "../host-class";
import { granted, HostError, invalidArgument, itemNotFound } from "../host-error";
import type { Run } from "../run";
import { mayChange } from "./table-guard";
import { rangeArgument } from "./range-target-of";

const isTable = (target: Sheet | Table): target is Table => "columns" in target && "sheet" in target;

const sheetOf = (target: Sheet | Table): Sheet => (isTable(target) ? target.sheet : target);

/** The criteria of an argument, with words as Office.js writes them. */
function criteriaOf(args: Arguments, index: number): FilterCriteria {
  const given = args.options(index);
  if (typeof given["filterOn"] !== "string") throw args.wrong(index, "filter criteria with filterOn");
  const words = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  );
  const capital = (word: unknown): unknown =>
    typeof word === "string" && word !== "" ? word[0]!.toUpperCase() + word.slice(1) : word;
  return {
    ...words,
    filterOn: capital(words["filterOn"]) as string,
    ...(words["operator"] === undefined ? {} : { operator: capital(words["operator"]) as "And" | "Or" }),
    ...(words["dynamicCriteria"] === undefined
      ? {}
      : { dynamicCriteria: capital(words["dynamicCriteria"]) as string }),
  };
}

/** The criteria of all columns, as `AutoFilter.criteria` gives them: none is an empty object. */
const criteriaList = (target: Sheet | Table): (FilterCriteria | object)[] =>
  isTable(target)
    ? target.columns.map(({ id }) => target.filter.get(id) ?? {})
    : (target.filter?.criteria.map((one) => one ?? {}) ?? []);

const filterArea = (target: Sheet | Table): Area | undefined => {
  if (!isTable(target)) return target.filter?.area;
  if (!target.showFilterButton) return undefined;
  return target.showTotals ? { ...target.area, bottom: target.area.bottom - 1 } : target.area;
};

function needed(sheet: Sheet): AutoFilter {
  if (!sheet.filter) throw itemNotFound();
  return sheet.filter;
}

/**
 * The filter of a sheet or of a table. A sheet has one at most, not over a table; `apply` on another range begins anew.
 * https://learn.microsoft.com/javascript/api/excel/excel.autofilter
 */
const autoFilterClass = hostClass("AutoFilter", {
  properties: {
    criteria: { since: "1.9", get: criteriaList },
    enabled: { since: "1.9", get: (target) => filterArea(target) !== undefined },
    isDataFiltered: {
      since: "1.9",
      get: (target) => criteriaList(target).some((one) => Object.keys(one).length > 0),
    },
  },
  methods: {
    apply: {
      since: "1.9",
      call: (target, args, run) => {
        const sheet = sheetOf(target);
        mayChange(run, sheet, "allowAutoFilter");
        run.settle();
        const range = rangeArgument(args, 0, sheet);
        if (range.sheet !== sheet) throw invalidArgument("the range is on another sheet");
        const column = args.has(1) ? args.whole(1, 0) : undefined;
        const criteria = args.has(2) ? criteriaOf(args, 2) : undefined;
        const refused = criteria && refuseCriteria(criteria);
        if (refused) return refused;
        return isTable(target)
          ? applyToTable(target, column, criteria)
          : applyToSheet(sheet, range.area, column, criteria);
      },
    },
    clearColumnCriteria: {
      since: "1.14",
      call: (target, args, run) => {
        mayChange(run, sheetOf(target), "allowAutoFilter");
        const column = args.whole(0, 0);
        if (isTable(target)) return applyToTable(target, column, undefined);
        const filter = needed(target);
        filter.criteria[column] = undefined;
        applySheetFilter(target, filter);
        return undefined;
      },
    },
    clearCriteria: {
      since: "1.9",
      call: (target, _, run) => {
        mayChange(run, sheetOf(target), "allowAutoFilter");
        if (isTable(target)) return clearTableFilter(target);
        const filter = needed(target);
        filter.criteria.fill(undefined);
        applySheetFilter(target, filter);
      },
    },
    reapply: {
      since: "1.9",
      call: (target, _, run) => {
        mayChange(run, sheetOf(target), "allowAutoFilter");
        run.settle();
        if (isTable(target)) applyTableFilter(target);
        else applySheetFilter(target, needed(target));
      },
    },
    remove: {
      since: "1.9",
      call: (target, _, run) => {
        mayChange(run, sheetOf(target), "allowAutoFilter");
        if (isTable(target)) {
          clearTableFilter(target);
          target.showFilterButton = false;
          return;
        }
        const filter = target.filter;
        if (!filter) return;
        filter.criteria.fill(undefined);
        applySheetFilter(target, filter);
        target.filter = undefined;
      },
    },
    getRange: {
      since: "1.9",
      returns: "Range",
      call: (target, _, run) => {
        const area = filterArea(target);
        if (!area) throw itemNotFound();
        return run.range(sheetOf(target), area);
      },
    },
    getRangeOrNullObject: {
      since: "1.9",
      returns: "Range",
      call: (target, _, run) => {
        const area = filterArea(target);
        return area ? run.range(sheetOf(target), area) : null;
      },
    },
  },
});

function applyToTable(
  table: Table,
  column: number | undefined,
  criteria: FilterCriteria | undefined,
): unknown {
  table.showFilterButton = true;
  if (column === undefined) return undefined;
  const one = table.columns[column];
  if (!one) throw invalidArgument("the table has no such column");
  return filterColumn(one, criteria);
}

function applyToSheet(
  sheet: Sheet,
  given: Area,
  column: number | undefined,
  criteria: FilterCriteria | undefined,
): unknown {
  const used = sheet.usedArea(true);
  // One cell stands for the block of values it is in; whole columns end with the values.
  const bottom = Math.max(given.top, Math.min(given.bottom, used?.bottom ?? given.bottom));
  const area = {
    ...given,
    bottom,
    right: Math.max(given.left, Math.min(given.right, used?.right ?? given.right)),
  };
  if (
    sheet.tables.some(
      (table) =>
        table.area.top <= area.bottom &&
        area.top <= table.area.bottom &&
        table.area.left <= area.right &&
        area.left <= table.area.right,
    )
  ) {
    throw new HostError("InvalidArgument", "A filter of the sheet can't be on a table.");
  }
  const width = area.right - area.left + 1;
  if (column !== undefined && column >= width) throw invalidArgument("the range has no such column");
  const same =
    sheet.filter &&
    sheet.filter.area.top === area.top &&
    sheet.filter.area.left === area.left &&
    sheet.filter.area.right === area.right;
  if (sheet.filter && !same) applySheetFilter(sheet, { ...sheet.filter, criteria: [] });
  const filter: AutoFilter = {
    area,
    criteria: same
      ? [...sheet.filter!.criteria]
      : new Array<FilterCriteria | undefined>(width).fill(undefined),
  };
  if (column !== undefined) filter.criteria[column] = criteria;
  sheet.filter = filter;
  applySheetFilter(sheet, filter);
  return undefined;
}

const apply = (criteria: (args: Arguments) => FilterCriteria | undefined): Method<TableColumn> => ({
  since: "1.2",
  call: (column: TableColumn, args: Arguments, run: Run) => {
    mayChange(run, column.table.sheet, "allowAutoFilter");
    run.settle();
    return granted(filterColumn(column, criteria(args)));
  },
});

const counted = (filterOn: string): Method<TableColumn> =>
  apply((args) => ({ filterOn, criterion1: String(args.number(0)) }));

/** The filter of a table's column: https://learn.microsoft.com/javascript/api/excel/excel.filter */
const filterClass = hostClass("Filter", {
  properties: { criteria: { since: "1.2", get: (column) => column.table.filter.get(column.id) ?? null } },
  methods: {
    apply: apply((args) => criteriaOf(args, 0)),
    applyTopItemsFilter: counted("TopItems"),
    applyTopPercentFilter: counted("TopPercent"),
    applyBottomItemsFilter: counted("BottomItems"),
    applyBottomPercentFilter: counted("BottomPercent"),
    applyCellColorFilter: apply((args) => ({ filterOn: "CellColor", color: args.text(0) })),
    applyFontColorFilter: apply((args) => ({ filterOn: "FontColor", color: args.text(0) })),
    applyCustomFilter: apply((args) => ({
      filterOn: "Custom",
      criterion1: args.text(0),
      ...(args.has(1) ? { criterion2: args.text(1) } : {}),
      operator: args.oneOf<"And" | "Or">(2, ["And", "Or"], "And"),
    })),
    applyDynamicFilter: apply((args) => ({ filterOn: "Dynamic", dynamicCriteria: args.text(0) })),
    applyValuesFilter: apply((args) => ({
      filterOn: "Values",
      values: args.list(0) as NonNullable<FilterCriteria["values"]>,
    })),
    clear: apply(() => undefined),
  },
});

export const filterClasses = [autoFilterClass, filterClass] as unknown as readonly HostClass[];
