import type { Area } from "./area";
import type { AutoFilter, FilterCriteria, FilterDatetime } from "./auto-filter";
import { isCellError, type CellValue } from "./cell-value";
import { Refusal } from "./refusal";
import { dateParts, cellText } from "./shown-text";
import type { Sheet } from "./sheet";
import type { Table, TableColumn } from "./table";

/** The kinds of criteria that are worked out here: https://learn.microsoft.com/javascript/api/excel/excel.filteron */
const KINDS = [
  ...["Values", "Custom", "TopItems", "TopPercent", "BottomItems", "BottomPercent"],
  ...["Dynamic", "CellColor", "FontColor"],
];

/** Refuses criteria that Excel would, or that have no model here. */
export function refuseCriteria(criteria: FilterCriteria): Refusal | undefined {
  const { filterOn, dynamicCriteria, criterion1 } = criteria;
  if (!KINDS.includes(filterOn))
    return new Refusal("NotImplemented", `not simulated: FilterCriteria.filterOn ${filterOn}`);
  if (filterOn === "Dynamic" && !["AboveAverage", "BelowAverage"].includes(dynamicCriteria ?? "")) {
    return new Refusal(
      "NotImplemented",
      `not simulated: FilterCriteria.dynamicCriteria ${String(dynamicCriteria)}`,
    );
  }
  const wrong =
    (filterOn === "Values" && !criteria.values) ||
    (filterOn === "Custom" && criterion1 === undefined) ||
    (/^(Top|Bottom)/.test(filterOn) && !(Number(criterion1) > 0)) ||
    (/Color$/.test(filterOn) && criteria.color === undefined);
  return wrong
    ? new Refusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.")
    : undefined;
}

/** Hides the rows of a sheet's filter that its criteria leave out, and shows the others. */
export function applySheetFilter(sheet: Sheet, filter: AutoFilter): void {
  const { area, criteria } = filter;
  hideRows(
    sheet,
    { ...area, top: area.top + 1 },
    criteria.flatMap((one, index) => (one ? [{ column: area.left + index, criteria: one }] : [])),
  );
}

/** The same for a table: its header and totals rows are never hidden. */
export function applyTableFilter(table: Table): void {
  const { sheet, area, showHeaders, showTotals } = table;
  hideRows(
    sheet,
    { ...area, top: area.top + (showHeaders ? 1 : 0), bottom: area.bottom - (showTotals ? 1 : 0) },
    table.columns.flatMap((column, index) => {
      const criteria = table.filter.get(column.id);
      return criteria ? [{ column: area.left + index, criteria }] : [];
    }),
  );
}

/** Filters one column of a table; undefined takes its filter off. */
export function filterColumn(column: TableColumn, criteria: FilterCriteria | undefined): Refusal | undefined {
  const refused = criteria && refuseCriteria(criteria);
  if (refused) return refused;
  const { table } = column;
  if (criteria) table.filter.set(column.id, criteria);
  else table.filter.delete(column.id);
  applyTableFilter(table);
  return undefined;
}

/** Takes all filters of a table off; its rows are seen again. */
export function clearTableFilter(table: Table): void {
  table.filter.clear();
  applyTableFilter(table);
}

interface Column {
  readonly column: number;
  readonly criteria: FilterCriteria;
}

function hideRows(sheet: Sheet, body: Area, columns: readonly Column[]): void {
  sheet.book.change(() => {
    const used = sheet.usedArea(true);
    const bottom = Math.min(body.bottom, used?.bottom ?? body.top);
    const tests = columns.map(({ column, criteria }) =>
      tester(sheet, { ...body, bottom, left: column, right: column }, criteria),
    );
    const { filtered } = sheet.rows;
    for (const row of [...filtered]) if (row > bottom && row <= body.bottom) filtered.delete(row);
    for (let row = body.top; row <= bottom; row += 1) {
      if (tests.every((test) => test(row))) filtered.delete(row);
      else filtered.add(row);
    }
    sheet.book.calculation.hiddenChanged(sheet);
    sheet.book.tell({ kind: "objects", sheet, of: "filter" });
    sheet.book.tell({ kind: "objects", sheet, of: "dimension" });
  });
}

type Test = (row: number) => boolean;

function tester(sheet: Sheet, cells: Area, criteria: FilterCriteria): Test {
  const column = cells.left;
  const value = (row: number): CellValue => sheet.value(row, column);
  const text = (row: number): string => cellText(sheet, row, column);
  const numbers = (): number[] => {
    const found: number[] = [];
    for (let row = cells.top; row <= cells.bottom; row += 1) {
      const one = value(row);
      if (typeof one === "number") found.push(one);
    }
    return found;
  };
  switch (criteria.filterOn) {
    case "Values":
      return valuesTest(sheet, criteria.values ?? [], value, text);
    case "Custom": {
      const first = customTest(criteria.criterion1 ?? "", value, text);
      if (criteria.criterion2 === undefined || criteria.criterion2 === "") return first;
      const second = customTest(criteria.criterion2, value, text);
      return criteria.operator === "Or"
        ? (row) => first(row) || second(row)
        : (row) => first(row) && second(row);
    }
    case "CellColor":
      return (row) => sheet.style(row, column).fill.toUpperCase() === criteria.color?.toUpperCase();
    case "FontColor":
      return (row) => sheet.style(row, column).font.color.toUpperCase() === criteria.color?.toUpperCase();
    case "Dynamic": {
      const all = numbers();
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      return (row) => {
        const one = value(row);
        return (
          typeof one === "number" && (criteria.dynamicCriteria === "AboveAverage" ? one > mean : one < mean)
        );
      };
    }
    default:
      return extremeTest(numbers(), criteria, value);
  }
}

/** The first so many, or so many percent (at least one); values equal to the last stay in. */
function extremeTest(
  numbers: readonly number[],
  criteria: FilterCriteria,
  value: (row: number) => CellValue,
): Test {
  const top = criteria.filterOn.startsWith("Top");
  const asked = Number(criteria.criterion1);
  const count = criteria.filterOn.endsWith("Percent")
    ? Math.max(1, Math.floor((numbers.length * asked) / 100))
    : asked;
  const sorted = Float64Array.from(numbers).sort();
  const limit = top ? sorted[Math.max(0, sorted.length - count)] : sorted[Math.min(sorted.length, count) - 1];
  return (row) => {
    const one = value(row);
    return typeof one === "number" && limit !== undefined && (top ? one >= limit : one <= limit);
  };
}

/** Texts as the cells show them, in any case; "" is a blank; dates by the parts that count. */
function valuesTest(
  sheet: Sheet,
  wanted: readonly (string | FilterDatetime)[],
  value: (row: number) => CellValue,
  text: (row: number) => string,
): Test {
  const texts = new Set(wanted.filter((one) => typeof one === "string").map((one) => one.toLowerCase()));
  const dates = wanted.filter((one) => typeof one !== "string");
  return (row) => {
    if (texts.has(text(row).toLowerCase())) return true;
    const one = value(row);
    return typeof one === "number" && dates.some((date) => sameDate(one, date, sheet.book.date1904));
  };
}

const PARTS = ["Year", "Month", "Day", "Hour", "Minute", "Second"];

function sameDate(serial: number, { date, specificity }: FilterDatetime, date1904: boolean): boolean {
  const wanted = date.split(/\D+/).map(Number);
  const parts = dateParts(serial, date1904);
  return parts.slice(0, PARTS.indexOf(specificity) + 1).every((part, index) => part === (wanted[index] ?? 0));
}

/**
 * "=Lime", "<>5", ">=10", "=*mon*": a number is compared as one, text in any case with the wildcards * and ? (~ before
 * one takes it as it is); "=" alone is blank, "<>" alone not blank. Without an operator it is "=".
 * https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria#excel-excel-filtercriteria-criterion1-member
 */
function customTest(
  criterion: string,
  value: (row: number) => CellValue,
  text: (row: number) => string,
): Test {
  const [, operator = "=", operand = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  const number = operand.trim() === "" ? NaN : Number(operand);
  if (operand === "" && (operator === "=" || operator === "<>")) {
    return (row) => (text(row) === "") === (operator === "=");
  }
  if (operator === "=" || operator === "<>") {
    const pattern = wildcard(operand);
    const equal = (row: number): boolean => {
      const one = value(row);
      return (typeof one === "number" && one === number) || pattern.test(text(row));
    };
    return operator === "=" ? equal : (row) => !equal(row);
  }
  return (row) => {
    const one = value(row);
    if (one === null || isCellError(one) || typeof one === "boolean") return false;
    if (!Number.isNaN(number) !== (typeof one === "number")) return false;
    const order =
      typeof one === "number"
        ? one - number
        : one.localeCompare(operand, undefined, { sensitivity: "accent" });
    return operator === ">"
      ? order > 0
      : operator === ">="
        ? order >= 0
        : operator === "<"
          ? order < 0
          : order <= 0;
  };
}

/** A text with * and ? as a pattern of the whole cell. */
export function wildcard(text: string): RegExp {
  const source = text.replace(/~[*?~]|[\\^$.*+?()[\]{}|]/g, (found) =>
    found === "*" ? "[\\s\\S]*" : found === "?" ? "[\\s\\S]" : "\\" + found.slice(-1).replace("~", "~"),
  );
  return new RegExp(`^${source.replaceAll("\\~", "~")}$`, "iu");
}
