import { sizeOf } from "../../workbook/area";
import { isCellError, type CellValue } from "../../workbook/cell-value";
import { cellText } from "../../workbook/shown-text";
import { invalidArgument } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { isUnbounded } from "./range-target-of";

type Cell<T> = (row: number, column: number) => T;

/**
 * Something of each cell, by rows; `null` for whole rows and columns:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
 */
export function eachCell<T>(range: RangeTarget, run: Run, read: Cell<T>): T[][] | null {
  if (isUnbounded(range)) return null;
  const { area } = range;
  run.settle();
  run.readCells(sizeOf(area).cells);
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: T[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}

/** A value as `Range.values` gives it: a blank is "", an error its code. */
export const plainValue = (value: CellValue): string | number | boolean =>
  value === null ? "" : isCellError(value) ? value.error : value;

/** `Range.values`. */
export function valuesOf(range: RangeTarget, run: Run): (string | number | boolean)[][] | null {
  if (isUnbounded(range)) return null;
  run.settle();
  run.readCells(sizeOf(range.area).cells);
  return range.sheet.values(range.area).map((row) => row.map(plainValue));
}

/** `Range.formulas`: the formula, or the value where there is none. */
export function formulasOf(range: RangeTarget, run: Run): (string | number | boolean)[][] | null {
  if (range.sheet.formulas.size === 0) return valuesOf(range, run);
  const { sheet } = range;
  return eachCell(
    range,
    run,
    (row, column) => sheet.formula(row, column) ?? plainValue(sheet.value(row, column)),
  );
}

/** `Range.text`: what the cell shows. */
export function textsOf(range: RangeTarget, run: Run): string[][] | null {
  const { sheet } = range;
  return eachCell(range, run, (row, column) => cellText(sheet, row, column));
}

/** `Range.valueTypes`: https://learn.microsoft.com/javascript/api/excel/excel.rangevaluetype */
export function valueTypesOf(range: RangeTarget, run: Run): string[][] | null {
  const { sheet } = range;
  return eachCell(range, run, (row, column) => valueTypeOf(sheet.value(row, column)));
}

export function valueTypeOf(value: CellValue): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  return typeof value === "string" ? "String" : typeof value === "boolean" ? "Boolean" : "Double";
}

/** `Range.valuesAsJson`: https://learn.microsoft.com/javascript/api/excel/excel.cellvalue */
export function valuesAsJsonOf(range: RangeTarget, run: Run): unknown[][] | null {
  const { sheet } = range;
  return eachCell(range, run, (row, column) => asJson(sheet.value(row, column)));
}

function asJson(value: CellValue): unknown {
  if (value === null) return { type: "Empty", basicType: "Empty", basicValue: "" };
  if (isCellError(value)) {
    const errorType = ERROR_TYPES[value.error] ?? "Value";
    return { type: "Error", basicType: "Error", basicValue: value.error, errorType };
  }
  const type = typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
  return { type, basicType: type, basicValue: value };
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#N/A": "NotAvailable",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#DIV/0!": "Div0",
  "#NUM!": "Num",
  "#NAME?": "Name",
  "#NULL!": "Null",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#BUSY!": "Busy",
  "#FIELD!": "Field",
};

/**
 * Values set on a range, as a block of its size: one value stands for all cells; `null` is left alone. Refuses a block
 * of another size: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
 */
export function blockOf(value: unknown, { area }: RangeTarget): readonly (readonly unknown[])[] {
  const { rows, columns } = sizeOf(area);
  if (!Array.isArray(value)) {
    const row = new Array<unknown>(columns).fill(value);
    return new Array<readonly unknown[]>(rows).fill(row);
  }
  if (value.length !== rows || value.some((row) => !Array.isArray(row) || row.length !== columns)) {
    throw invalidArgument(
      `the array has ${value.length} rows of ${Array.isArray(value[0]) ? value[0].length : 0}, the range ${rows} of ${columns}`,
    );
  }
  return value as unknown[][];
}

/** The inputs of a block, each one that a cell takes. */
export function inputsOf(
  value: unknown,
  range: RangeTarget,
): readonly (readonly (string | number | boolean | null)[])[] {
  if (isUnbounded(range)) throw invalidArgument("cells of whole rows or columns can't be set one by one");
  const block = blockOf(value, range);
  for (const row of block) {
    for (const input of row) {
      if (
        input === null ||
        typeof input === "string" ||
        typeof input === "number" ||
        typeof input === "boolean"
      )
        continue;
      if (input === undefined) continue;
      throw invalidArgument("a cell takes a text, a number, true, false or null");
    }
  }
  return block as readonly (readonly (string | number | boolean | null)[])[];
}
