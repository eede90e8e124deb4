/** Days from 1900 to 1904: a serial number of one system is this much off in the other. */
export const DAYS_1904 = 1462;

/** The last day of Excel, 9999-12-31, in the 1900 system. */
const LAST_DAY = 2_958_465;

/**
 * The serial number of a day. In the 1900 system day 60 is the 29 February 1900 that never was, so earlier days are one
 * less; undefined for a day that isn't in the calendar or that the system doesn't reach.
 * https://learn.microsoft.com/office/troubleshoot/excel/1900-and-1904-date-system
 */
export function serialOfDate(year: number, month: number, day: number, date1904 = false): number | undefined {
  if (year === 1900 && month === 2 && day === 29 && !date1904) return 60;
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (year < 1900 || year > 9999 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day)
    return undefined;
  const days = Math.round(time / 86_400_000) + 25_569;
  const serial = date1904 ? days - DAYS_1904 : days < 61 ? days - 1 : days;
  return serial < (date1904 ? 0 : 1) ? undefined : serial;
}

/** The day of a serial number, its time aside; undefined for what Excel shows as ####. */
export function dateOfSerial(
  serial: number,
  date1904 = false,
): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const whole = Math.floor(serial) + (date1904 ? DAYS_1904 : 0);
  if (serial < 0 || whole > LAST_DAY) return undefined;
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  const date = new Date((whole - 25_569 + (whole < 60 ? 1 : 0)) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
