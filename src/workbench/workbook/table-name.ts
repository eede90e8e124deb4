import { areaOf } from "./area";
import { Refusal } from "./refusal";
import type { Table } from "./table";
import type { Workbook } from "./workbook";

/**
 * Refuses a name a table can't have: longer than 255, not beginning with a letter, underscore or backslash, with a
 * character other than letters, digits, periods and underscores, like a cell's address ("Z$100", "R1C1") or "c", "r", or
 * already a table's or a defined name's, capitals aside.
 * https://support.microsoft.com/office/rename-an-excel-table-fbf49a4f-82a3-43eb-8ba2-44d21233b114
 * The code is the one people meet: https://github.com/OfficeDev/office-js/issues/551
 */
export function refuseTableName(book: Workbook, name: string, but?: Table): Refusal | undefined {
  const legal =
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*$/u.test(name) &&
    areaOf(name) === undefined &&
    !/^(?:[rc]|r\d*c\d*|r\d+|c\d+)$/i.test(name);
  if (!legal)
    return new Refusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  const known = tableNamed(book, name);
  if ((known && known !== but) || book.definedName(name)) {
    return new Refusal(
      "InvalidArgument",
      "The argument is invalid or missing or has an incorrect format. (The name is taken.)",
    );
  }
  return undefined;
}

/** A table of the workbook by its name, capitals aside, or its id. */
export function tableNamed(book: Workbook, key: string): Table | undefined {
  const folded = key.toLowerCase();
  for (const sheet of book.sheets) {
    const found = sheet.tables.find(({ name, id }) => id === key || name.toLowerCase() === folded);
    if (found) return found;
  }
  return undefined;
}

/** The first of Table1, Table2, … (表1 in a Chinese Excel) that is free. */
export function freeTableName(book: Workbook): string {
  const word = book.culture === "zh-CN" ? "表" : "Table";
  let number = 1;
  while (tableNamed(book, word + number) || book.definedName(word + number)) number += 1;
  return word + number;
}
