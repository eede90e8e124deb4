import { textOf } from "../workbook/shown-text";
import type { Sheet } from "../workbook/sheet";

/** Rows looked at: what is wider further down is rare, and a person can draw the column wider. */
const LOOKED_AT = 200;

/** Points of a letter, of the space beside the text, and of the widest column. */
const LETTER = 5.6;
const SPACE = 14;
const WIDEST = 200;

/** Makes each column of a sheet as wide as the texts in its first rows, for sheets that come without widths. */
export function fitColumns(sheet: Sheet): void {
  const used = sheet.usedArea(true);
  if (!used) return;
  const last = Math.min(used.bottom, used.top + LOOKED_AT);
  for (let column = used.left; column <= used.right; column++) {
    let longest = 0;
    for (let row = used.top; row <= last; row++) {
      const value = sheet.value(row, column);
      if (value === null) continue;
      longest = Math.max(longest, letters(textOf(value, sheet.style(row, column).numberFormat)));
    }
    if (longest > 0) sheet.setColumnWidth(column, column, Math.min(WIDEST, SPACE + longest * LETTER));
  }
}

/** Letters of a text; Chinese ones are twice as wide. */
function letters(text: string): number {
  let count = 0;
  for (const sign of text) count += sign > "\u2e80" ? 2 : 1;
  return count;
}
