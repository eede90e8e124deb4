import type { Area } from "../workbook/area";
import { intersection } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { accessDenied } from "./host-error";

/** What a protected sheet refuses: https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export const ProtectionGuard = {
  /**
   * Refuses with AccessDenied where the sheet is protected and a cell of the area is locked. `allowed`: the option of
   * the protection that permits this change even so ("allowFormatCells").
   */
  mayWrite(sheet: Sheet, area: Area, allowed?: string): void {
    const { protection } = sheet;
    if (!protection || (allowed !== undefined && protection.options[allowed] === true)) return;
    if (allowed !== undefined) throw accessDenied();
    const used = sheet.usedArea(false);
    // Cells never touched are locked unless a row's or column's style says otherwise: one of them is enough to ask.
    const within = used && intersection(used, area);
    if (!within || within.bottom < area.bottom || within.right < area.right) {
      if (sheet.style(area.bottom, area.right).locked) throw accessDenied();
    }
    for (const part of within ? [within] : []) {
      for (let row = part.top; row <= part.bottom; row++) {
        for (let column = part.left; column <= part.right; column++) {
          if (sheet.style(row, column).locked) throw accessDenied();
        }
      }
    }
  },
};
