import { foldText } from "./folding";
import { LAST_SERIAL, serialIfReal } from "./calendar";

/**
 * A date of three numbers whose order the text leaves open (`03/04/2011`, `24-3-15`): its day in each order, 0 where
 * that order gives no real day. Only a two-digit year can stand first, so `ymd` is 0 with a four-digit one.
 */
export interface OpenDate {
  readonly text: string;
  readonly dmy: number;
  readonly mdy: number;
  readonly ymd: number;
  readonly first: number;
  readonly last: number;
  readonly shortYear: boolean;
}

/**
 * The day of a text, as a serial of the 1900 system; 0 where it is no date; or the date with its order open.
 *
 * Reads `2011-12-10`, `2011/12/10`, `2011.12.10`, `20111210`, `20111210082600`, `2011年12月10日` (号, two-digit years),
 * `10-Dec-2011`, `Dec 10, 2011`, `Sat Dec 10 2011`, `10-12月-11`, each with or without a time or a weekday, in full or
 * half width. A time only has to be one: AM/PM, 上午/下午 and offsets don't move the day (wall-clock). Five digits,
 * `40887` or `40887.35`, are a serial of the 1900 system: `serialText` says so. Unix times are no dates: which day they
 * fall on depends on a time zone.
 */
export function parseDateText(raw: string): number | OpenDate {
  if (raw.length > LONGEST) return 0;
  const text = foldText(raw).replace(/^'/, "");
  for (const read of [readYearFirst, readChinese, readDigits, readNamedMonth, readOpen]) {
    const day = read(text);
    if (day !== null) return day;
  }
  return 0;
}

/** No date is longer, with a weekday, a time, a zone and its name. */
const LONGEST = 120;

/** The serial that a text of five digits, with or without a fraction, stands for, else null. */
export function serialText(text: string): number | null {
  return /^\s*\d{5}(?:\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

const WEEKDAY = "\\(?(?:星期|周|礼拜)[一二三四五六日天]\\)?|\\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\)?";
const CLOCK =
  "(?:(?:上午|下午|凌晨|早上|中午|晚上|[ap]m)\\s*)?(\\d{1,2})(?:(?:[:.]|时|点)(?:(\\d{1,2})(?:(?:[:.]|分)(?:(\\d{1,2})(?:[.,:]\\d+)?秒?)?)?)?)?(?:\\s*[ap]\\.?m\\.?)?";
const ZONE =
  "(?:\\s*(?:z|(?:utc|gmt)?\\s*[+-]\\d{1,2}(?::?\\d{2})?|utc|gmt|[ecmpbj]e?[sd]?t))?(?:\\s*\\([^)]*\\))?";
const REST = new RegExp(`^(?:[\\s,]*(?:${WEEKDAY}))?(?:(?:t|[\\s,]*)${CLOCK}${ZONE})?$`, "i");

/** True of what may follow a date: nothing, a weekday, a time of day that exists. */
function isRest(rest: string): boolean {
  if (rest === "") return true;
  const match = REST.exec(rest);
  return (
    match !== null &&
    Number(match[1] ?? 0) <= 24 &&
    Number(match[2] ?? 0) <= 59 &&
    Number(match[3] ?? 0) <= 60
  );
}

function readYearFirst(text: string): number | null {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (match === null || !isRest(text.slice(match[0].length))) return null;
  return serialIfReal(Number(match[1]), Number(match[3]), Number(match[4]));
}

function readChinese(text: string): number | null {
  const match = /^(\d{4}|\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2})(?: ?[日号號]|(?!\d))/.exec(text);
  if (match !== null && isRest(text.slice(match[0].length)))
    return serialIfReal(fullYear(match[1] ?? ""), Number(match[2]), Number(match[3]));
  const oracle = /^(\d{1,2})-(\d{1,2})月 ?-(\d{4}|\d{2})(?!\d)/.exec(text);
  if (oracle === null || !isRest(text.slice(oracle[0].length))) return null;
  return serialIfReal(fullYear(oracle[3] ?? ""), Number(oracle[2]), Number(oracle[1]));
}

function readDigits(text: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?|[T ]\d.*)?$/i.exec(text);
  if (match === null) return null;
  const timed = text.length > 8 && match[4] === undefined;
  // 20111210 08:26 and 20111210T082600 carry a time after the digits.
  if (timed && !/^t\d{4,6}z?$/i.test(text.slice(8)) && !isRest(text.slice(8))) return null;
  if (Number(match[4] ?? 0) > 24 || Number(match[5] ?? 0) > 59 || Number(match[6] ?? 0) > 60) return null;
  return serialIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/** 1–12 for an English month in full or by at least three letters, else 0. */
function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return lower.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(lower)) + 1;
}

const GAP = "[\\s\\-/.,]*";
const TH = "(?:st|nd|rd|th)?";
const DAY_MONTH = new RegExp(
  `^(\\d{1,2})${TH}${GAP}(?:of )?([a-z]{3,9})${GAP}'?(\\d{4}|\\d{2})(?!\\d|:)`,
  "i",
);
const MONTH_DAY = new RegExp(`^([a-z]{3,9})${GAP}(\\d{1,2})${TH}[\\s\\-/.,]+'?(\\d{4}|\\d{2})(?!\\d|:)`, "i");
const YEAR_MONTH = new RegExp(`^(\\d{4})${GAP}([a-z]{3,9})${GAP}(\\d{1,2})(?!\\d|:)`, "i");
const LEADING_WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s.,]+/i;

function readNamedMonth(full: string): number | null {
  const text = full.replace(LEADING_WEEKDAY, "");
  const read = (match: RegExpExecArray | null, year: number, month: number, day: number): number | null => {
    const at = match === null ? 0 : monthOf(match[month] ?? "");
    if (match === null || at === 0 || !isRest(text.slice(match[0].length))) return null;
    return serialIfReal(fullYear(match[year] ?? ""), at, Number(match[day]));
  };
  return (
    read(DAY_MONTH.exec(text), 3, 2, 1) ??
    read(MONTH_DAY.exec(text), 3, 1, 2) ??
    read(YEAR_MONTH.exec(text), 1, 2, 3)
  );
}

function readOpen(text: string): number | OpenDate | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2}|\d)(?!\d)/.exec(text);
  if (match === null || !isRest(text.slice(match[0].length))) return null;
  const first = Number(match[1]);
  const middle = Number(match[3]);
  const tail = match[4] ?? "";
  const last = Number(tail);
  const shortYear = tail.length < 4;
  // A single digit at the end is no year, but may be the day of y/m/d: 24/3/5.
  const year = tail.length === 1 ? 0 : fullYear(tail);
  const open = {
    text,
    dmy: serialIfReal(year, middle, first),
    mdy: serialIfReal(year, first, middle),
    ymd:
      shortYear && (match[1] ?? "").length === 2 ? serialIfReal(fullYear(match[1] ?? ""), middle, last) : 0,
    first,
    last,
    shortYear,
  };
  return open.dmy === 0 && open.mdy === 0 && open.ymd === 0 ? 0 : open;
}

/** A year as Excel completes it: 00–29 are 2000–2029, 30–99 are 1930–1999. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** The day of a number cell: a serial (its fraction, the time, floored) or the digits yyyymmdd[hhmmss]; 0 if neither. */
export function dayOfNumber(value: number, dateSystem: 1900 | 1904): number {
  const serial = Math.floor(value) + (dateSystem === 1904 ? 1462 : 0);
  if (serial <= LAST_SERIAL) return serial >= 1 && (dateSystem === 1900 || value >= 0) ? serial : 0;
  if (!Number.isInteger(value)) return 0;
  if (value >= 19000101 && value <= 99991231) return dayOfDigits(value);
  if (value < 19000101000000 || value > 99991231235959) return 0;
  const clock = value % 1e6;
  const real = clock < 250000 && Math.floor(clock / 100) % 100 <= 59 && clock % 100 <= 60;
  return real ? dayOfDigits(Math.floor(value / 1e6)) : 0;
}

function dayOfDigits(digits: number): number {
  return serialIfReal(Math.floor(digits / 10000), Math.floor(digits / 100) % 100, digits % 100);
}
