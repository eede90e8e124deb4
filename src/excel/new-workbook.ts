import { ok, type Result } from "../core/language/message";
import { excelRefused } from "./office-troubles";

/**
 * Opens a workbook file as a new workbook, which isn't saved yet: a window of its own in Excel, a tab on the web. Asks for
 * ExcelApi 1.8. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-workbooks
 *
 * @param base64 the bytes of an .xlsx file
 */
export async function openAsWorkbook(base64: string): Promise<Result<null>> {
  try {
    await Excel.createWorkbook(base64);
    return ok(null);
  } catch (error) {
    return excelRefused(error);
  }
}
