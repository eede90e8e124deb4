/**
 * Days as integers, in the 1900 date system of Excel: 2011-12-10 is 40887. Proleptic Gregorian arithmetic, no clock
 * and no time zone.
 *
 * Serials are exact from 61 (1900-03-01) to 2958465 (9999-12-31). Excel believes in a 29 February 1900 (serial 60); we
 * count days as they were, so serials 1–60 stand for 1899-12-31 to 1900-02-28, as LibreOffice has them: one day before
 * what Excel shows for 1–59. No business record lies there.
 */
export const LAST_SERIAL = 2958465;

/** A day of the calendar: month 1–12, day 1–31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1970-01-01 as a serial, less the days from 0000-03-01 to it. */
const ERA_OFFSET = 25569 - 719468;

/**
 * The serial of a day that exists; see {@link serialIfReal} for one that may not. Method: Howard Hinnant,
 * chrono-Compatible Low-Level Date Algorithms, days_from_civil.
 */
export function serialOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra + ERA_OFFSET;
}

/** The day of a serial: the inverse of {@link serialOf} (civil_from_days of the same paper). Fractions are floored. */
export function civilOf(serial: number): CivilDay {
  const days = Math.floor(serial) - ERA_OFFSET;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** A serial as `yyyy-mm-dd`. */
export function isoOf(serial: number): string {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The serial of a day, or 0 where there is no such day (2011-02-30) or it lies outside serials 1–2958465. */
export function serialIfReal(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return 0;
  const serial = serialOf(year, month, day);
  return serial >= 1 && serial <= LAST_SERIAL ? serial : 0;
}

/** The serial of a text that is exactly `yyyy-mm-dd` and a real day, else null. For flags and saved results. */
export function parseIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  return serialIfReal(Number(match[1]), Number(match[2]), Number(match[3])) || null;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
