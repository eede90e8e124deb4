import type { CellValue } from "./cell-value";
import { shownText } from "./number-text";
import type { Sheet } from "./sheet";

/** The text of a value as its cell shows it. */
export const textOf = (value: CellValue, numberFormat: string, date1904 = false): string =>
  shownText(value, numberFormat, date1904);

/** What a cell shows where its column is wide enough. */
export const cellText = (sheet: Sheet, row: number, column: number): string =>
  shownText(sheet.value(row, column), sheet.style(row, column).numberFormat, sheet.book.date1904);

/** Year, month, day, hour, minute and second of a serial number. */
export function dateParts(serial: number, date1904: boolean): number[] {
  // 1900-02-29, which never was, keeps its place: https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  return [
    ...[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
    ...[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()],
  ];
}
