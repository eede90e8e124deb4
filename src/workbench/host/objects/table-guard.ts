import type { Area } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Run } from "../run";

/**
 * Refuses to add or change an object of a protected sheet with AccessDenied, unless an option of the protection allows
 * it ("allowEditObjects", "allowPivotTables", "allowAutoFilter", "allowSort"); tables can't be changed at all there.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions
 */
export function mayChange(run: Run, sheet: Sheet, allowed = "tables"): void {
  if (sheet.protection) run.mayWrite(sheet, WHOLE, allowed);
}

const WHOLE: Area = { top: 0, left: 0, bottom: 0, right: 0 };
