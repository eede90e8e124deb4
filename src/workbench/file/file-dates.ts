const DAY = 86_400_000;

/** Day 0 of the two date systems as milliseconds of UTC; that of 1900 counts a 29 February that never was. */
const zero = (date1904: boolean) => (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30));

/** The serial number of a date that a reader made of one. Milliseconds are kept, Excel has no finer ones. */
export function serialOf(date: Date, date1904: boolean): number {
  const serial = (date.getTime() - zero(date1904)) / DAY;
  // Before March 1900 the calendar of Excel is a day behind.
  const before = !date1904 && serial < 61 ? serial - 1 : serial;
  return Math.round(before * DAY) / DAY;
}

/** The date of a serial number, as UTC. */
export function dateOf(serial: number, date1904: boolean): Date {
  const after = !date1904 && serial < 60 ? serial + 1 : serial;
  return new Date(zero(date1904) + Math.round(after * DAY));
}
