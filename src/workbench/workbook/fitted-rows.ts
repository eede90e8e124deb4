import { DEFAULT_STYLE } from "./style";
import { textOf } from "./shown-text";
import type { Sheet } from "./sheet";

/** Styled cells beyond which nobody waits for the heights of their rows. */
const MANY = 200_000;

/** Points of a pixel. */
const PIXEL = 0.75;

/**
 * Heights in points of the rows that Excel would fit to larger letters or to text that wraps; estimated from the number
 * of letters, as nothing measures text in the workbook. Rows whose height was set have that one all the same.
 */
export function fittedRows(sheet: Sheet): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const tall = new Map<number, { size: number; larger: boolean; wraps: boolean } | undefined>();
  const used = sheet.cells.used(false);
  if (!used) return heights;
  let seen = 0;
  sheet.cells.eachStyle(used, (row, column, id) => {
    if (++seen > MANY) return;
    if (!tall.has(id)) {
      const { font, wrapText } = sheet.book.styles.style(id);
      const larger = font.size > DEFAULT_STYLE.font.size + 2;
      tall.set(id, larger || wrapText ? { size: font.size, larger, wraps: wrapText } : undefined);
    }
    const style = tall.get(id);
    if (!style || sheet.cells.value(row, column) === null) return;
    const line = Math.ceil((style.size / PIXEL) * 1.25);
    const lines = style.wraps ? linesOf(sheet, row, column, style.size) : 1;
    if (lines === 1 && !style.larger) return;
    const height = (line * lines + 6) * PIXEL;
    if (height > (heights.get(row) ?? 0)) heights.set(row, height);
  });
  return heights;
}

function linesOf(sheet: Sheet, row: number, column: number, size: number): number {
  if (sheet.mergeOf(row, column)) return 1;
  const text = textOf(sheet.value(row, column), sheet.style(row, column).numberFormat);
  const width = sheet.columns.sizes.has(column) ? sheet.columnWidth(column) / PIXEL : 96;
  const letter = (size / PIXEL) * 0.5;
  let lines = 0;
  for (const part of text.split("\n")) {
    let length = 0;
    for (const sign of part) length += sign > "\u2e80" ? 2 : 1;
    lines += Math.max(1, Math.ceil((length * letter) / Math.max(20, width - 8)));
  }
  return Math.min(lines, 20);
}
