import type { Shift } from "./change";
import type { Sheet } from "./sheet";

/** Moves the cells of a sheet and everything that refers to them. */
export function moveCells(sheet: Sheet, shift: Shift): void {
  sheet.book.change(() => {
    const { top, left, bottom, right } = shift.area;
    const { cells } = sheet;
    if (shift.shift === "down") cells.openRows(top, bottom - top + 1, left, right);
    if (shift.shift === "up") cells.closeRows(top, bottom - top + 1, left, right);
    if (shift.shift === "right") cells.openColumns(left, right - left + 1, top, bottom);
    if (shift.shift === "left") cells.closeColumns(left, right - left + 1, top, bottom);
    sheet.book.tell({ kind: "structure", sheet, ...shift });
  });
}
