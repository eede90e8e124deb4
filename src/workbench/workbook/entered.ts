import type { Area } from "./area";
import type { Sheet } from "./sheet";
import { growTables } from "./table-edit";
import { headersWritten } from "./table-header";

/**
 * To be called after a person or an add-in has written into cells: tables grow over what was written beside them, and
 * header rows become what Excel makes of them.
 */
export function entered(sheet: Sheet, area: Area): void {
  if (sheet.tables.length === 0) return;
  growTables(sheet, area);
  headersWritten(sheet, area);
}
