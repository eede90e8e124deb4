import type { CellStyle } from "hucre/xlsx";
import type { ColumnFormat, ReportColumn } from "../core/report/report";

/** The looks a cell of a report can have. */
export type Look =
  | "title"
  | "section"
  | "line"
  | "header"
  | "numberHeader"
  | "text"
  | "quoted"
  | "wrapped"
  | "quotedWrapped"
  | "integer"
  | "number"
  | "money"
  | "date"
  | "share";

const INK = { rgb: "1F3864" };
const TOP = { vertical: "top" } as const;
const WRAPPED = { vertical: "top", wrapText: true } as const;
const TEXT = "@";
/** hucre has no quote prefix: a style that says what is so anyway keeps a place for it apart from the plain one. */
const APART = { locked: true };

const HEADER = {
  font: { name: "Calibri", size: 11, bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: INK },
  numFmt: TEXT,
} as const;

/** How each looks, in Excel's number formats. A look in `QUOTED` gets its quote prefix when the styles are written. */
export const STYLES: Readonly<Record<Look, CellStyle>> = {
  title: { font: { name: "Calibri", size: 16, bold: true, color: INK }, numFmt: TEXT },
  section: { font: { name: "Calibri", size: 12, bold: true, color: INK }, numFmt: TEXT },
  line: { numFmt: TEXT },
  header: { ...HEADER, alignment: { vertical: "center", wrapText: true } },
  // Over its numbers, clear of the filter button at the cell's end.
  numberHeader: {
    ...HEADER,
    alignment: { vertical: "center", horizontal: "right", indent: 2, wrapText: true },
  },
  text: { numFmt: TEXT, alignment: TOP },
  quoted: { numFmt: TEXT, alignment: TOP, protection: APART },
  wrapped: { numFmt: TEXT, alignment: WRAPPED },
  quotedWrapped: { numFmt: TEXT, alignment: WRAPPED, protection: APART },
  integer: { numFmt: "#,##0", alignment: TOP },
  // General would show as many digits as the column is wide; two decimals at least, since `#,##0.####` shows "5.".
  number: { numFmt: "#,##0.00##", alignment: TOP },
  money: { numFmt: "#,##0.00", alignment: TOP },
  date: { numFmt: "yyyy-mm-dd", alignment: TOP },
  share: { numFmt: "0.0%", alignment: TOP },
};

/** Every look, in the order their styles are asked for. */
export const LOOKS = Object.keys(STYLES) as readonly Look[];

/** The looks with a quote prefix. */
export const QUOTED: readonly Look[] = ["quoted", "quotedWrapped"];

/** The look of a column's numbers: those of a `number` column that are all whole look like integers. */
export function numberLook(column: ReportColumn): Exclude<ColumnFormat, "text"> | "text" {
  if (column.format !== "number") return column.format;
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row];
    if (typeof value === "number" && !Number.isInteger(value)) return "number";
  }
  return "integer";
}
