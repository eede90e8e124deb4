import { DEFAULT_STYLE } from "../../workbook/style";
import { textOf } from "../../workbook/shown-text";
import type { Sheet } from "../../workbook/sheet";
import { POINTS } from "./grid-edits";

/** Styled cells beyond which nobody waits for the heights of their rows. */
const MANY = 200_000;

/**
 * Heights in pixels of the rows whose cells have larger letters than others, or text that wraps; estimated from the
 * number of letters, for the grid only: nothing measures text in the workbook.
 */
export function rowHeights(sheet: Sheet): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const tall = new Map<number, { size: number; wraps: boolean } | undefined>();
  const used = sheet.cells.used(false);
  if (!used) return heights;
  let seen = 0;
  sheet.cells.eachStyle(used, (row, column, id) => {
    if (++seen > MANY) return;
    if (!tall.has(id)) {
      const { font, wrapText } = sheet.book.styles.style(id);
      const larger = font.size > DEFAULT_STYLE.font.size + 2;
      tall.set(id, larger || wrapText ? { size: font.size, wraps: wrapText } : undefined);
    }
    const style = tall.get(id);
    if (!style || sheet.cells.value(row, column) === null) return;
    const line = Math.ceil((style.size / POINTS) * 1.25);
    const height = line * (style.wraps ? linesOf(sheet, row, column, style.size) : 1) + 6;
    if (height > 23 && height > (heights.get(row) ?? 0)) heights.set(row, height);
  });
  return heights;
}

function linesOf(sheet: Sheet, row: number, column: number, size: number): number {
  if (sheet.mergeOf(row, column)) return 1;
  const text = textOf(sheet.value(row, column), sheet.style(row, column).numberFormat);
  const width = sheet.columns.sizes.has(column) ? sheet.columnWidth(column) / POINTS : 96;
  const letter = (size / POINTS) * 0.5;
  let lines = 0;
  for (const part of text.split("\n")) {
    let length = 0;
    for (const sign of part) length += sign > "\u2e80" ? 2 : 1;
    lines += Math.max(1, Math.ceil((length * letter) / Math.max(20, width - 8)));
  }
  return Math.min(lines, 20);
}
