import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { invalidArgument, itemAlreadyExists } from "../host-error";

/**
 * Refuses what can't name a sheet: https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
 * — blank, more than 31 characters, one of / \ ? * : [ ], an apostrophe at either end, "History", a name in use.
 */
export function checkSheetName(book: Workbook, name: string, own?: Sheet): string {
  if (name.trim() === "" || name.length > 31 || /[/\\?*:[\]]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument(`no name for a sheet: ${name}`);
  }
  if (name.toLowerCase() === "history") throw invalidArgument("Excel keeps the name History for itself");
  const taken = book.sheet(name);
  if (taken && taken !== own) throw itemAlreadyExists();
  return name;
}
