import type { Area } from "./area";
import { isCellError, type CellValue } from "./cell-value";
import { copiedFormula } from "./copied-formula";
import { Refusal } from "./refusal";
import type { Sheet } from "./sheet";

/** One key of a sort: a column (or row) of the area from 0. https://learn.microsoft.com/javascript/api/excel/excel.sortfield */
export interface SortKey {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
  readonly color?: string;
  readonly dataOption?: string;
}

/**
 * Sorts the rows of an area, formulas with them: numbers, texts, logical values, errors; blanks last either way; what is
 * equal keeps its order. Hidden rows stay where they are, as in Excel.
 * https://learn.microsoft.com/javascript/api/excel/excel.rangesort#excel-excel-rangesort-apply-member(1)
 */
export function sortRows(
  sheet: Sheet,
  area: Area,
  keys: readonly SortKey[],
  matchCase: boolean,
): Refusal | undefined {
  const width = area.right - area.left + 1;
  if (keys.length === 0 || keys.some(({ key }) => !Number.isInteger(key) || key < 0 || key >= width)) {
    return new Refusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  }
  const other = keys.find(({ sortOn }) => sortOn !== undefined && sortOn !== "Value");
  if (other) return new Refusal("NotImplemented", `not simulated: SortField.sortOn ${String(other.sortOn)}`);
  if (
    sheet.merges.some(
      (merge) =>
        merge.top <= area.bottom &&
        merge.bottom >= area.top &&
        merge.left <= area.right &&
        merge.right >= area.left,
    )
  ) {
    return new Refusal("InvalidOperation", "To do this, all the merged cells need to be the same size.");
  }
  const used = sheet.usedArea(true);
  const bottom = Math.min(area.bottom, used?.bottom ?? area.top);
  const seen: number[] = [];
  for (let row = area.top; row <= bottom; row += 1) if (!sheet.rowHidden(row)) seen.push(row);
  const collator = new Intl.Collator(sheet.book.culture, { sensitivity: matchCase ? "variant" : "accent" });
  const sorted = seen
    .map((row) => ({
      row,
      values: keys.map(({ key, dataOption }) => keyed(sheet.value(row, area.left + key), dataOption)),
    }))
    .sort((a, b) => {
      for (const [index, { ascending }] of keys.entries()) {
        const order = compare(a.values[index]!, b.values[index]!, ascending !== false, collator);
        if (order !== 0) return order;
      }
      return a.row - b.row;
    });
  sheet.book.change(() => {
    const rows = sorted.map(({ row }) => contents(sheet, row, area));
    seen.forEach((row, place) => put(sheet, row, area.left, rows[place]!, row - sorted[place]!.row));
  });
  return undefined;
}

const keyed = (value: CellValue, dataOption: string | undefined): CellValue =>
  dataOption === "TextAsNumber" &&
  typeof value === "string" &&
  value.trim() !== "" &&
  !Number.isNaN(Number(value))
    ? Number(value)
    : value;

const rank = (value: CellValue): number =>
  typeof value === "number"
    ? 0
    : typeof value === "string"
      ? 1
      : typeof value === "boolean"
        ? 2
        : isCellError(value)
          ? 3
          : 4;

function compare(a: CellValue, b: CellValue, ascending: boolean, collator: Intl.Collator): number {
  if (a === null || b === null) return rank(a) - rank(b);
  const kinds = rank(a) - rank(b);
  const order =
    kinds !== 0
      ? kinds
      : typeof a === "number"
        ? a - (b as number)
        : typeof a === "string"
          ? collator.compare(a, b as string)
          : Number(a) - Number(b) || 0;
  return ascending ? order : -order;
}

interface Moved {
  readonly values: CellValue[];
  readonly formulas: (string | undefined)[];
}

function contents(sheet: Sheet, row: number, { left, right }: Area): Moved {
  const formulas: (string | undefined)[] = [];
  for (let column = left; column <= right; column += 1) formulas.push(sheet.formula(row, column));
  return { values: sheet.values({ top: row, bottom: row, left, right })[0]!, formulas };
}

function put(sheet: Sheet, row: number, left: number, { values, formulas }: Moved, down: number): void {
  sheet.write({ top: row, bottom: row, left, right: left + values.length - 1 }, [values]);
  formulas.forEach((formula, index) => {
    if (formula !== undefined) sheet.writeFormula(row, left + index, copiedFormula(formula, down, 0));
  });
}
