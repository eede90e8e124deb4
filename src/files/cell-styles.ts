import type { CellStyle } from "hucre/xlsx";
import type { ColumnFormat, ReportColumn } from "../core/report/report";

/** The looks a cell of a report can have. */
export type Look =
  | "title"
  | "section"
  | "line"
  | "paragraph"
  | "header"
  | "numberHeader"
  | "text"
  | "quoted"
  | "wrapped"
  | "quotedWrapped"
  | "besideHeader"
  | "besideText"
  | "besideQuoted"
  | "besideWrapped"
  | "besideQuotedWrapped"
  | "integer"
  | "number"
  | "money"
  | "date"
  | "share"
  | PlainLook
  | FigureLook;

/** What a plain table's cells look like, in a row of its own and in one that sums others. */
type PlainLook =
  | "plainHeader"
  | "plainNumberHeader"
  | `${"plain" | "sum"}${"Text" | "QuotedText" | "InsetText" | "Integer" | "Number" | "Money" | "WholeMoney" | "Date" | "Share"}`;

/** Large figures, their names, and what has changed. */
type FigureLook =
  "figureName" | "figureInteger" | "figureMoney" | "figureCents" | "figureShare" | "figureChange";

const INK = { rgb: "1F3864" };
const GREY = { rgb: "595959" };
const TOP = { vertical: "top" } as const;
/** Numbers keep off the text beside them, below their header. */
const TOP_RIGHT = { vertical: "top", horizontal: "right", indent: 1 } as const;
const WRAPPED = { vertical: "top", wrapText: true } as const;
/** Text keeps off the numbers of the column at its left, which stand at their cells' right ends. */
const BESIDE = { horizontal: "left", indent: 1 } as const;
const TEXT = "@";
/** hucre has no quote prefix: a style that says what is so anyway keeps a place for it apart from the plain one. */
const APART = { locked: true };

const HEADER = {
  font: { name: "Calibri", size: 11, bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: INK },
  numFmt: TEXT,
} as const;

const HAIRLINE = { bottom: { style: "hair", color: { rgb: "A6A6A6" } } } as const;
const SUM_LINE = { top: { style: "thin", color: INK }, bottom: { style: "thin", color: INK } } as const;
const BOLD = { name: "Calibri", size: 11, bold: true } as const;
/** A number too wide for its column of a page gets smaller, as #### tells nothing. */
const NUMBER = { vertical: "center", horizontal: "right", indent: 1, shrinkToFit: true } as const;
/** Text keeps off the number beside it. */
const SET_IN = { vertical: "center", horizontal: "left", indent: 1, wrapText: true } as const;

/** How numbers are shown. */
export const NUMBER_FORMATS = {
  Integer: "#,##0",
  // General would show as many digits as the column is wide; two decimals at least, since `#,##0.####` shows "5.".
  Number: "#,##0.00##",
  Money: "#,##0.00",
  WholeMoney: "#,##0",
  Date: "yyyy-mm-dd",
  Share: "0.0%",
} as const;

function plainLooks<Row extends "plain" | "sum">(row: Row, common: CellStyle) {
  const texts = {
    [`${row}Text`]: { ...common, numFmt: TEXT, alignment: SET_IN },
    [`${row}QuotedText`]: { ...common, numFmt: TEXT, alignment: SET_IN, protection: APART },
    [`${row}InsetText`]: {
      ...common,
      numFmt: TEXT,
      alignment: { vertical: "center", horizontal: "left", indent: 3 },
    },
  };
  const numbers = Object.entries(NUMBER_FORMATS).map(([name, numFmt]) => [
    `${row}${name}`,
    { ...common, numFmt, alignment: NUMBER },
  ]);
  return { ...texts, ...Object.fromEntries(numbers) } as Record<
    Exclude<Extract<PlainLook, `${Row}${string}`>, `${string}Header` | `${string}NumberHeader`>,
    CellStyle
  >;
}

function figure(size: number, bold: boolean, color: typeof INK, numFmt: string, bar: boolean): CellStyle {
  return {
    font: { name: "Calibri", size, bold, color },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EEF3F8" } },
    alignment: { horizontal: "center", vertical: "center", shrinkToFit: true },
    ...(bar ? { border: { top: { style: "medium", color: INK } } } : {}),
    numFmt,
  };
}

/** How each looks, in Excel's number formats. A look in `QUOTED` gets its quote prefix when the styles are written. */
export const STYLES: Readonly<Record<Look, CellStyle>> = {
  title: { font: { name: "Calibri", size: 16, bold: true, color: INK }, numFmt: TEXT },
  section: { font: { name: "Calibri", size: 12, bold: true, color: INK }, numFmt: TEXT },
  line: { numFmt: TEXT },
  paragraph: { numFmt: TEXT, alignment: WRAPPED },
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
  besideHeader: { ...HEADER, alignment: { ...BESIDE, vertical: "center", wrapText: true } },
  besideText: { numFmt: TEXT, alignment: { ...BESIDE, ...TOP } },
  besideQuoted: { numFmt: TEXT, alignment: { ...BESIDE, ...TOP }, protection: APART },
  besideWrapped: { numFmt: TEXT, alignment: { ...BESIDE, ...WRAPPED } },
  besideQuotedWrapped: { numFmt: TEXT, alignment: { ...BESIDE, ...WRAPPED }, protection: APART },
  integer: { numFmt: NUMBER_FORMATS.Integer, alignment: TOP_RIGHT },
  number: { numFmt: NUMBER_FORMATS.Number, alignment: TOP_RIGHT },
  money: { numFmt: NUMBER_FORMATS.Money, alignment: TOP_RIGHT },
  date: { numFmt: NUMBER_FORMATS.Date, alignment: TOP_RIGHT },
  share: { numFmt: NUMBER_FORMATS.Share, alignment: TOP_RIGHT },
  plainHeader: {
    ...HEADER,
    alignment: { vertical: "center", horizontal: "left", indent: 1, wrapText: true },
  },
  plainNumberHeader: {
    ...HEADER,
    alignment: { vertical: "center", horizontal: "right", indent: 1, wrapText: true },
  },
  ...plainLooks("plain", { border: HAIRLINE }),
  ...plainLooks("sum", { font: BOLD, border: SUM_LINE }),
  figureName: figure(10, false, GREY, TEXT, true),
  figureInteger: figure(20, true, INK, NUMBER_FORMATS.Integer, false),
  figureMoney: figure(20, true, INK, NUMBER_FORMATS.WholeMoney, false),
  figureCents: figure(20, true, INK, NUMBER_FORMATS.Money, false),
  figureShare: figure(20, true, INK, NUMBER_FORMATS.Share, false),
  figureChange: figure(10, false, GREY, TEXT, false),
};

/** Every look, in the order their styles are asked for. */
export const LOOKS = Object.keys(STYLES) as readonly Look[];

/** The looks with a quote prefix. */
export const QUOTED: readonly Look[] = [
  "quoted",
  "quotedWrapped",
  "besideQuoted",
  "besideQuotedWrapped",
  "plainQuotedText",
  "sumQuotedText",
];

/** The looks of a native table's text: header, text, wrapped text, and the two with a quote prefix. */
export interface TextLooks {
  readonly header: Look;
  readonly text: (wrapped: boolean, quoted: boolean) => Look;
}

const AT_THE_EDGE: TextLooks = {
  header: "header",
  text: (wrapped, quoted) => (wrapped ? (quoted ? "quotedWrapped" : "wrapped") : quoted ? "quoted" : "text"),
};
const SET_OFF: TextLooks = {
  header: "besideHeader",
  text: (wrapped, quoted) =>
    wrapped ? (quoted ? "besideQuotedWrapped" : "besideWrapped") : quoted ? "besideQuoted" : "besideText",
};

/** True for a text column of a native table directly at the right of numbers: it is set in, so that it isn't flush with them. */
export function isBesideNumbers(columns: readonly ReportColumn[], at: number): boolean {
  const before = columns[at - 1];
  return columns[at]?.format === "text" && before !== undefined && before.format !== "text";
}

/** The looks of the text of a native table's column. */
export function textLooks(columns: readonly ReportColumn[], at: number): TextLooks {
  return isBesideNumbers(columns, at) ? SET_OFF : AT_THE_EDGE;
}

/**
 * The look of a column's numbers: those of a `number` column that are all whole look like integers, and those that are
 * read to the hundredth like money.
 */
export function numberLook(column: ReportColumn): Exclude<ColumnFormat, "text"> | "text" {
  if (column.format !== "number") return column.format;
  if (column.hundredths) return "money";
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row];
    if (typeof value === "number" && !Number.isInteger(value)) return "number";
  }
  return "integer";
}

/** Money of six digits before the point is read without its cents on a page; the cell keeps them. */
const LARGE = 100_000;

/** True where a plain table's money is read in whole units: all its columns alike, so that they can be compared. */
export function inWholeUnits(columns: readonly ReportColumn[]): boolean {
  return columns.some(({ format, values }) => {
    if (format !== "money") return false;
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (typeof value === "number" && Math.abs(value) >= LARGE) return true;
    }
    return false;
  });
}

/** What is put after `plain` or `sum` for the look of a column's numbers in a plain table. */
export function plainNumberLook(column: ReportColumn, whole: boolean): keyof typeof NUMBER_FORMATS | null {
  switch (numberLook(column)) {
    case "text":
      return null;
    case "integer":
      return "Integer";
    case "number":
      return "Number";
    case "date":
      return "Date";
    case "share":
      return "Share";
    case "money":
      return whole && !column.cents ? "WholeMoney" : "Money";
  }
}

/** The look of a large figure. */
export function figureLook({ format }: ReportColumn, value: string | number | null): FigureLook {
  if (typeof value === "string") return "figureChange";
  if (format === "share") return "figureShare";
  if (format !== "money") return "figureInteger";
  return Math.abs(value ?? 0) >= LARGE ? "figureMoney" : "figureCents";
}
