import type { ReportColumn, ReportHeading, ReportTable } from "./report";

/** Widths in digits, which is what a column's width counts: letters are narrower, East Asian characters are wider. */
const LETTER = 0.92;
const EAST_ASIAN = 2.1;

/**
 * How many lines a text takes in a column of this width in characters, by what is usual for Calibri: broken between
 * words and beside East Asian characters, and within a word that is longer than the column. Excel fits the rows of
 * wrapped text itself when it opens a file, but not those of merged cells; LibreOffice and WPS fit none.
 */
export function wrappedLines(text: string, width: number): number {
  const room = Math.max(width, EAST_ASIAN);
  let lines = 1;
  let line = 0;
  let word = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const wide = widthOf(code);
    if (code === 10) {
      lines++;
      line = word = 0;
    } else if (code === 32) {
      // A space at the end of a line hangs over it.
      line += word + wide;
      word = 0;
    } else if (wide === EAST_ASIAN) {
      line += word;
      word = 0;
      if (line > 0 && line + wide > room) {
        lines++;
        line = 0;
      }
      line += wide;
    } else {
      word += wide;
      if (line + word <= room) continue;
      if (line > 0) {
        lines++;
        line = 0;
      }
      if (word <= room) continue;
      lines++;
      word = wide;
    }
  }
  return lines;
}

/** Width of a filter button and the space before it, in characters. */
const FILTER_BUTTON = 4;
/** Headers are bold, and where Calibri is missing the letters are wider. */
const BOLD = 1.25;
/** A longer header is wrapped. */
const WIDEST_HEADER = 20;

/** The width that a header needs to stand on one line, or the most it is given. */
export function headerWidth(header: string): number {
  return Math.min(Math.ceil(textWidth(header) * BOLD) + FILTER_BUTTON, WIDEST_HEADER);
}

/** How many lines a header takes in a column of this width. */
export function headerLines(header: string, width: number): number {
  return wrappedLines(header, (width - FILTER_BUTTON) / BOLD);
}

/** The width of a text on one line, in characters. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += widthOf(text.charCodeAt(at));
  return width;
}

function widthOf(code: number): number {
  if (code < 0x1100) return LETTER;
  if (code < 0xd800) return EAST_ASIAN;
  // Half of a surrogate pair.
  if (code < 0xe000) return EAST_ASIAN / 2;
  return code >= 0xff61 && code <= 0xffdc ? LETTER : EAST_ASIAN;
}

/** How many lines high titles are: 16 and 12 points stand in them, in either script. */
export const LINES_OF_TITLE = { 1: 1.6, 2: 1.2 } as const;

/** How many lines high a heading is on a sheet of such widths. */
export function headingLines(
  { level, text, span = 1 }: ReportHeading,
  column: number,
  widths: readonly number[],
) {
  if (level !== 0) return LINES_OF_TITLE[level];
  return span === 1 ? 1 : wrappedLines(text, room(column, span, widths));
}

/** Lines that a large figure is high. */
const FIGURE_LINES = 2;
/** What a cell's indent takes of its width, in characters. */
const SET_IN = 1.5;
/** Bold headers are wider than the text they are measured by. */
const HEADER_BOLD = 1.15;
/** Chinese fonts are taller than the ones that lines are counted by. */
const MORE = 0.3;

/** How many lines high the rows of a plain table are, whose first column stands at a place on a sheet of such widths. */
export function plainLines(
  { columns, look }: Pick<ReportTable, "columns" | "look">,
  first: number,
  widths: readonly number[],
): { readonly header: number; readonly row: (row: number) => number } {
  const rooms = roomsOf(columns, first, widths);
  const figures = look === "figures";
  return {
    header: figures
      ? 1
      : Math.max(1, ...columns.map(({ header }, c) => wrappedLines(header, (rooms[c] ?? 0) / HEADER_BOLD))),
    row: (row) => {
      if (figures) return typeof columns[0]?.values[row] === "number" ? FIGURE_LINES : 1;
      let lines = 1;
      columns.forEach(({ wrap, values }, c) => {
        const value = values[row];
        if (wrap && typeof value === "string") lines = Math.max(lines, wrappedLines(value, rooms[c] ?? 0));
      });
      return lines > 1 ? lines + MORE : lines;
    },
  };
}

function roomsOf(columns: readonly ReportColumn[], first: number, widths: readonly number[]): number[] {
  let next = first;
  return columns.map(({ span = 1 }) => {
    const at = next;
    next += span;
    return room(at, span, widths) - SET_IN;
  });
}

function room(column: number, span: number, widths: readonly number[]): number {
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
}
