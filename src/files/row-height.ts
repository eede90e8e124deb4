/** Points of a line of 11-point text, and the most a row can be. */
const LINE = 15;
const TALLEST = 409;

/** Widths in digits, which is what a column's width counts: letters are narrower, East Asian characters are wider. */
const LETTER = 0.92;
const EAST_ASIAN = 2.1;

/**
 * How many lines a text takes in a column of this width in characters, by what is usual for Calibri. Excel
 * fits the rows of wrapped text itself when it opens a file; LibreOffice and WPS do not, so the height is written.
 */
export function wrappedLines(text: string, width: number): number {
  const room = Math.max(width, EAST_ASIAN);
  let lines = 1;
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      lines++;
      used = 0;
      continue;
    }
    const wide = widthOf(code);
    used += wide;
    if (used > room) {
      lines++;
      used = wide;
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

function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += widthOf(text.charCodeAt(at));
  return width;
}

function widthOf(code: number): number {
  return code >= 0x1100 && code < 0xd800 ? EAST_ASIAN : LETTER;
}

/** Points of a row of so many lines. */
export function pointsHigh(lines: number): number {
  return Math.min(lines * LINE, TALLEST);
}

/** The attributes of a row of so many lines: none for one line, which is the default height. */
export function heightOf(lines: number): string {
  return lines > 1 ? ` ht="${pointsHigh(lines)}"` : "";
}
