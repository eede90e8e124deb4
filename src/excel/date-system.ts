/** Days between serial 0 of the two date systems. */
const BETWEEN_SYSTEMS = 1462;
const DAYS_BEFORE_1970 = 25_569;

/**
 * The workbook's date system. No member of Office.js tells it, so it is read off a date that shows its year: the year
 * that its serial has in one system or in the other. 1900 where no cell shows one.
 */
export function dateSystemOf(
  values: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
): 1900 | 1904 {
  for (const [r, row] of values.entries()) {
    for (const [c, value] of row.entries()) {
      if (typeof value !== "number" || value < 1 || value > 2_000_000) continue;
      const shown =
        /(?<!\d)(\d{4})[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](\d{4})(?!\d)/.exec(
          texts[r]?.[c] ?? "",
        );
      const year = Number(shown?.[1] ?? shown?.[2]);
      if (!year) continue;
      if (year === yearOf(value)) return 1900;
      if (year === yearOf(value + BETWEEN_SYSTEMS)) return 1904;
    }
  }
  return 1900;
}

function yearOf(serial: number): number {
  return new Date((Math.floor(serial) - DAYS_BEFORE_1970) * 86_400_000).getUTCFullYear();
}
