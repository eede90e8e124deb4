import type { Area } from "../../workbook/area";
import type { FilterCriteria } from "../../workbook/auto-filter";
import { applySheetFilter, applyTableFilter } from "../../workbook/filter-rows";
import { textOf } from "../../workbook/shown-text";
import type { Sheet } from "../../workbook/sheet";

/** The filter of one column of a table or of the sheet's filter. */
export interface ColumnFilter {
  readonly sheet: Sheet;
  readonly column: number;
  /** The cells below the header of all columns. */
  readonly body: Area;
  readonly criteria: FilterCriteria | undefined;
  readonly set: (criteria: FilterCriteria | undefined) => void;
  /** Hides the rows that one of the columns leaves out. */
  readonly apply: () => void;
}

/** The filter whose button stands in this cell. */
export function columnFilter(sheet: Sheet, row: number, column: number): ColumnFilter | undefined {
  const table = sheet.tables.find(
    ({ area, showHeaders }) => showHeaders && area.top === row && area.left <= column && column <= area.right,
  );
  if (table) {
    const { id } = table.columns[column - table.area.left] ?? {};
    if (id === undefined) return undefined;
    const { area, showTotals, filter } = table;
    return {
      sheet,
      column,
      body: { ...area, top: area.top + 1, bottom: area.bottom - (showTotals ? 1 : 0) },
      criteria: filter.get(id),
      set: (criteria) => void (criteria ? filter.set(id, criteria) : filter.delete(id)),
      apply: () => applyTableFilter(table),
    };
  }
  const { filter } = sheet;
  if (!filter || filter.area.top !== row || column < filter.area.left || column > filter.area.right)
    return undefined;
  const at = column - filter.area.left;
  return {
    sheet,
    column,
    body: { ...filter.area, top: row + 1 },
    criteria: filter.criteria[at],
    set: (criteria) => void (filter.criteria[at] = criteria),
    apply: () => applySheetFilter(sheet, filter),
  };
}

const shown = ({ sheet, column }: ColumnFilter, row: number) =>
  textOf(sheet.value(row, column), sheet.style(row, column).numberFormat, sheet.book.date1904);

/** The texts that the column has and the filter doesn't show. */
export function hiddenTexts(filter: ColumnFilter): string[] {
  const { criteria, body } = filter;
  if (criteria?.filterOn !== "Values") return [];
  const kept = new Set(criteria.values?.map((value) => String(value).toLowerCase()));
  const hidden = new Set<string>();
  for (let row = body.top; row <= body.bottom; row++) {
    const text = shown(filter, row);
    if (!kept.has(text.toLowerCase())) hidden.add(text);
  }
  return [...hidden];
}

/** What a person chose in the menu of a filter button. */
export type FilterChoice =
  | { readonly filterType: "values"; readonly hiddenValues: readonly string[] }
  | { readonly filterType: "criterion"; readonly type: string; readonly values: readonly string[] };

const fold = (text: string) => text.trim().toLowerCase();

/** Filters the column as a person chose, and hides the rows that don't fit. */
export function setColumnFilter(filter: ColumnFilter, choice: FilterChoice | undefined): void {
  const { sheet } = filter;
  sheet.book.batch("user", () => {
    filter.set(criteriaOf(filter, choice));
    filter.apply();
    sheet.book.tell({ kind: "objects", sheet, of: "filter" });
  });
}

function criteriaOf(filter: ColumnFilter, choice: FilterChoice | undefined): FilterCriteria | undefined {
  if (!choice) return undefined;
  if (choice.filterType === "values") {
    if (choice.hiddenValues.length === 0) return undefined;
    const hidden = new Set(choice.hiddenValues.map(fold));
    const values = new Set<string>();
    for (let row = filter.body.top; row <= filter.body.bottom; row++) {
      const text = shown(filter, row);
      if (!hidden.has(fold(text))) values.add(text);
    }
    return { filterOn: "Values", values: [...values] };
  }
  const [first = "", second = ""] = choice.values;
  const compare: Readonly<Record<string, string>> = {
    isEqual: "=",
    isNotEqual: "<>",
    isGreaterThan: ">",
    isGreaterOrEqualTo: ">=",
    isLessThan: "<",
    isLessOrEqualTo: "<=",
  };
  const custom = (criterion1: string, rest: Partial<FilterCriteria> = {}): FilterCriteria => ({
    filterOn: "Custom",
    criterion1,
    ...rest,
  });
  if (choice.type in compare) return custom(`${compare[choice.type]}${first}`);
  if (choice.type === "isBetween")
    return custom(`>=${first}`, { criterion2: `<=${second}`, operator: "And" });
  if (choice.type === "containsText") return custom(`=*${first}*`);
  if (choice.type === "notContainsText") return custom(`<>*${first}*`);
  if (choice.type === "beginsWithText") return custom(`=${first}*`);
  if (choice.type === "endsWithText") return custom(`=*${first}`);
  return undefined;
}
