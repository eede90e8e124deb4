/** Days between serial 0 of the two date systems. */
const BETWEEN_SYSTEMS = 1462;
const DAYS_BEFORE_1970 = 25_569;

/**
 * The workbook's date system. No member of Office.js tells it, so it is read off dates that show their year, whole or in
 * two digits: the year that the serial has in one system or in the other. What shows both or neither, as 20-May-24 does,
 * says nothing. 1900 where no cell tells.
 */
export function dateSystemOf(
  values: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
  formats: readonly (readonly string[])[],
): 1900 | 1904 {
  for (const [r, row] of values.entries()) {
    for (const [c, value] of row.entries()) {
      if (typeof value !== "number" || value < 1 || value > 2_000_000) continue;
      if (!showsYear(formats[r]?.[c] ?? "")) continue;
      const numbers: readonly string[] = (texts[r]?.[c] ?? "").match(/\d+/g) ?? [];
      const whole = numbers.some(({ length }) => length === 4);
      const shows = (year: number) => numbers.includes(whole ? `${year}` : `${year % 100}`.padStart(2, "0"));
      const [in1900, in1904] = [shows(yearOf(value)), shows(yearOf(value + BETWEEN_SYSTEMS))];
      if (in1900 !== in1904) return in1900 ? 1900 : 1904;
    }
  }
  return 1900;
}

/** True of a number format with a year: quoted text, escaped letters and colours aside. */
const showsYear = (format: string): boolean => /y/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

function yearOf(serial: number): number {
  return new Date((Math.floor(serial) - DAYS_BEFORE_1970) * 86_400_000).getUTCFullYear();
}
