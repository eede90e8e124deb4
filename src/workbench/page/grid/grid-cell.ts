import { CompiledFormula } from "@odoo/o-spreadsheet";
import { isCellError, type CellValue } from "../../workbook/cell-value";
import type { Sheet } from "../../workbook/sheet";
import type { CellStyle } from "../../workbook/style";
import { textOf } from "../../workbook/shown-text";
import { typedEntry } from "../../workbook/typed-entry";
import { lookOf } from "./cell-look";
import type { GridBook } from "./grid-book";
import { pivotLookAt, withPivotLook } from "./pivot-look";
import type { GridCell, GridGetters, GridPosition, GridValue } from "./plugin-base";

/** The id that a cell goes by in o-spreadsheet: where it stands. */
export const idOf = ({ sheetId, row, col }: GridPosition): string => `${row}:${col}:${sheetId}`;

export function positionOf(id: string): GridPosition {
  const [row = "0", col = "0", ...sheetId] = id.split(":");
  return { row: Number(row), col: Number(col), sheetId: sheetId.join(":") };
}

/** What stands in a cell of the workbook, as o-spreadsheet has it; undefined for a plain blank one. */
export function cellAt(book: GridBook, getters: GridGetters, position: GridPosition): GridCell | undefined {
  const sheet = book.sheet(position.sheetId);
  if (!sheet) return undefined;
  const { row, col } = position;
  const style = sheet.style(row, col);
  const format = style.numberFormat === "General" ? undefined : style.numberFormat;
  const pivot = pivotLookAt(sheet, row, col);
  const own = lookOf(style);
  const look = { id: idOf(position), style: pivot ? withPivotLook(own, pivot.style) : own, format };
  const formula = sheet.formula(row, col);
  if (formula !== undefined) {
    return { ...look, isFormula: true, compiledFormula: compiled(formula, position.sheetId, getters) };
  }
  const value = sheet.value(row, col);
  const entered = value === null || sheet.spillOf(row, col) ? null : value;
  if (entered === null && look.style === undefined && format === undefined) return undefined;
  return { ...look, isFormula: false, content: contentOf(entered, sheet), parsedValue: plain(entered) };
}

function compiled(formula: string, sheetId: string, getters: GridGetters): unknown {
  return CompiledFormula.Compile(formula, sheetId, getters as never);
}

const plain = (value: CellValue) => (isCellError(value) ? value.error : value);

/** What a person would type to get a value: texts that look like something else have an apostrophe. */
function contentOf(value: CellValue, { book }: Sheet): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  if (isCellError(value)) return value.error;
  const entry = typedEntry(value, "General", book.culture, book.date1904);
  return entry.kind === "value" && entry.value === value ? value : `'${value}`;
}

/** What a cell shows. */
export function valueAt(book: GridBook, position: GridPosition): GridValue {
  const sheet = book.sheet(position.sheetId);
  const value = sheet?.value(position.row, position.col) ?? null;
  if (!sheet)
    return { value: null, formattedValue: "", type: "empty", defaultAlign: "left", isAutoSummable: true };
  const style = sheet.style(position.row, position.col);
  const { numberFormat } = style;
  const format = numberFormat === "General" ? undefined : numberFormat;
  if (value === null) {
    return { value, formattedValue: "", format, type: "empty", defaultAlign: "left", isAutoSummable: true };
  }
  if (isCellError(value)) {
    return {
      value: value.error,
      formattedValue: value.error,
      message: value.message,
      type: "error",
      defaultAlign: "center",
      isAutoSummable: false,
      position,
    };
  }
  const formattedValue = textOf(value, numberFormat, book.workbook.date1904);
  if (typeof value === "number") {
    const isAutoSummable = !isDate(numberFormat);
    return { value, formattedValue, format, type: "number", defaultAlign: "right", isAutoSummable, position };
  }
  if (typeof value === "boolean") {
    return {
      value,
      formattedValue,
      format,
      type: "boolean",
      defaultAlign: "center",
      isAutoSummable: false,
      position,
    };
  }
  const depth = pivotLookAt(sheet, position.row, position.col)?.indent ?? 0;
  return {
    value,
    formattedValue: indented(formattedValue, style, depth),
    format,
    type: "text",
    defaultAlign: "left",
    isAutoSummable: true,
    position,
  };
}

/** The grid knows of no indents: blanks stand for them. */
function indented(
  text: string,
  { indentLevel, horizontalAlignment, wrapText }: CellStyle,
  depth: number,
): string {
  // Lines after the first would begin further left.
  if (wrapText) return text;
  const blanks = "\u00a0".repeat(3 * Math.min(indentLevel + depth, 15));
  if (horizontalAlignment === "Right") return text + blanks;
  return horizontalAlignment === "General" || horizontalAlignment === "Left" ? blanks + text : text;
}

const isDate = (format: string) => /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
