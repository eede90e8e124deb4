import type { CellValue } from "./cell-value";
import { cellError, isErrorCode } from "./cell-value";
import { serialOfDate } from "./serial-date";

/** The languages whose way of writing dates and numbers typed entries follow. */
export type Culture = "en-US" | "zh-CN";

/** What an entry is once Excel has read it; the number format it brings for a cell that is still "General". */
export type Entry =
  | { readonly kind: "formula"; readonly text: string }
  | { readonly kind: "value"; readonly value: CellValue; readonly numberFormat?: string };

/** A number read from a text, with the format that goes with how it was written. */
export interface ReadNumber {
  readonly value: number;
  readonly numberFormat?: string;
}

/**
 * Reads what is typed into a cell or set by `Range.values`: "=…" is a formula, an apostrophe in front or the format "@"
 * makes a text, else numbers, percentages, money, fractions, dates and times, TRUE and FALSE, and errors are read as the
 * culture writes them; the rest is text. A number in a cell formatted as percent counts as percent only when it has the
 * sign, as through the API.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
 */
export function typedEntry(
  input: string | number | boolean,
  numberFormat: string,
  culture: Culture,
  date1904: boolean,
): Entry {
  if (typeof input === "number" && !Number.isFinite(input))
    return { kind: "value", value: cellError("#NUM!") };
  if (typeof input !== "string") return { kind: "value", value: input };
  if (numberFormat === "@") return { kind: "value", value: input };
  if (input.startsWith("'")) return { kind: "value", value: input.slice(1) };
  if (input.length > 1 && input.startsWith("=")) return { kind: "formula", text: input };
  const upper = input.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { kind: "value", value: upper === "TRUE" };
  if (isErrorCode(upper)) return { kind: "value", value: cellError(upper) };
  const number = numberOfText(input, culture, date1904);
  return number === undefined ? { kind: "value", value: input } : { kind: "value", ...number };
}

/** A text as a number, a date or a time; undefined where Excel would leave it a text. Spaces around it don't matter. */
export function numberOfText(text: string, culture: Culture, date1904: boolean): ReadNumber | undefined {
  const trimmed = text.trim();
  // Nearly all texts are told here: what Excel reads as a number has a digit and none of these.
  if (trimmed === "" || trimmed.length > 60 || !/\d/.test(trimmed)) return undefined;
  return plainNumber(trimmed) ?? markedNumber(trimmed, culture) ?? dateAndTime(trimmed, culture, date1904);
}

function plainNumber(text: string): ReadNumber | undefined {
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(text)) return undefined;
  const value = digits15(text);
  if (!Number.isFinite(value)) return undefined;
  return /e/i.test(text) ? { value, numberFormat: "0.00E+00" } : { value };
}

/** Excel keeps 15 digits of what is typed. */
function digits15(text: string): number {
  const number = Number(text);
  return text.length > 15 ? Number(number.toPrecision(15)) : number;
}

const GROUPED = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?`;
const MARKED = new RegExp(
  String.raw`^(\()?([-+])?\s*([$¥￥€£])?\s*([-+])?(${GROUPED})(e[-+]?\d{1,3})?\s*(%)?(\))?$`,
  "i",
);

/** 1,234 · $12.50 · ¥8 · 12% · (5) · 1 1/2. */
function markedNumber(text: string, culture: Culture): ReadNumber | undefined {
  const fraction = /^([-+]?)(\d+)\s+(\d{1,5})\/(\d{1,5})$/.exec(text);
  if (fraction && Number(fraction[4]) > 0) {
    const value = Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4]);
    const digits = Math.min(Math.max(fraction[4]!.length, 1), 3);
    return {
      value: fraction[1] === "-" ? -value : value,
      numberFormat: `# ${"?".repeat(digits)}/${"?".repeat(digits)}`,
    };
  }
  const match = MARKED.exec(text);
  if (!match) return undefined;
  const [, open, sign, currency, inner, digits, exponent, percent, close] = match;
  if ((open === undefined) !== (close === undefined) || !/\d/.test(digits!)) return undefined;
  if ((sign !== undefined && inner !== undefined) || (open !== undefined && (sign ?? inner) !== undefined))
    return undefined;
  if (currency !== undefined && percent !== undefined) return undefined;
  const size = digits15(digits!.replaceAll(",", "") + (exponent ?? ""));
  const negative = (sign ?? inner) === "-" || open !== undefined;
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  const decimals = /\.\d/.test(digits!);
  if (percent) return { value, numberFormat: decimals ? "0.00%" : "0%" };
  if (currency !== undefined) return { value, numberFormat: moneyFormat(currency, decimals, culture) };
  if (digits!.includes(",")) return { value, numberFormat: decimals ? "#,##0.00" : "#,##0" };
  return exponent === undefined ? { value } : { value, numberFormat: "0.00E+00" };
}

/** Money in the culture's own currency gets its format with negatives in red; other money the plain one. */
function moneyFormat(sign: string, decimals: boolean, culture: Culture): string {
  const digits = decimals ? "#,##0.00" : "#,##0";
  if (culture === "en-US" && sign === "$") return `$${digits}_);[Red]($${digits})`;
  if (culture === "zh-CN" && (sign === "¥" || sign === "￥")) return `¥${digits};[Red]¥-${digits}`;
  return sign === "$" ? `[$$-409]${digits}` : sign === "€" ? `[$€-2] ${digits}` : `${sign}${digits}`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2})(\.\d{1,3})?)?(?:\s*([ap])m?)?$/i;

/** A day, a time, or a day followed by a time. */
function dateAndTime(text: string, culture: Culture, date1904: boolean): ReadNumber | undefined {
  const time = timeOf(text);
  if (time !== undefined) return time;
  const apart = /^(.*?\S)[\sT]+(\d{1,2}:\S+(?:\s*[ap]m?)?)$/i.exec(text);
  const day = dayOf(apart?.[1] ?? text, culture, date1904);
  if (day === undefined) return undefined;
  const clock = apart ? timeOf(apart[2]!) : undefined;
  if (apart && (clock === undefined || clock.value >= 1)) return undefined;
  if (clock === undefined) return day;
  return {
    value: day.value + clock.value,
    numberFormat: culture === "zh-CN" ? "yyyy/m/d h:mm" : "m/d/yyyy h:mm",
  };
}

function timeOf(text: string): ReadNumber | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = "0", part = "", half] = match;
  let hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (Number(minutes) > 59 || Number(seconds) > 59 || hour > 9999) return undefined;
  const value = (hour * 3600 + Number(minutes) * 60 + Number(seconds) + Number(part || 0)) / 86_400;
  if (part !== "") return { value, numberFormat: "mm:ss.0" };
  if (hour > 23) return { value, numberFormat: "[h]:mm:ss" };
  if (half !== undefined) return { value, numberFormat: match[3] ? "h:mm:ss AM/PM" : "h:mm AM/PM" };
  return { value, numberFormat: match[3] ? "h:mm:ss" : "h:mm" };
}

/** A day as the culture writes it; ISO and years first are read everywhere. Without a year it is one of this year. */
function dayOf(text: string, culture: Culture, date1904: boolean): ReadNumber | undefined {
  const short = culture === "zh-CN" ? "yyyy/m/d" : "m/d/yyyy";
  const serial = (year: number, month: number, day: number, numberFormat: string): ReadNumber | undefined => {
    const value = serialOfDate(year, month, day, date1904);
    return value === undefined ? undefined : { value, numberFormat };
  };
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst && (yearFirst[2] !== "." || culture === "zh-CN"))
    return serial(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]), short);
  const chinese = /^(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})日?)?$/.exec(text);
  if (chinese && culture === "zh-CN") {
    const day = chinese[3] === undefined ? 1 : Number(chinese[3]);
    const format = chinese[3] === undefined ? 'yyyy"年"m"月"' : 'yyyy"年"m"月"d"日"';
    return serial(fullYear(chinese[1]!), Number(chinese[2]), day, format);
  }
  const threeNumbers = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (threeNumbers) {
    const [, first, , second, third] = threeNumbers;
    if (culture === "en-US") return serial(fullYear(third!), Number(first), Number(second), short);
    // zh-CN writes the year first: 24/1/31; a year of four digits at the end stays a text.
    return third!.length === 2 ? serial(fullYear(first!), Number(second), Number(third), short) : undefined;
  }
  const monthDay = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/.exec(text);
  if (monthDay && (monthDay[3] === undefined || culture === "zh-CN")) {
    const format = culture === "zh-CN" ? 'm"月"d"日"' : "d-mmm";
    return serial(new Date().getFullYear(), Number(monthDay[1]), Number(monthDay[2] ?? monthDay[3]), format);
  }
  const month = /^([a-z]{3,9})\.?[\s-]+(\d{1,2}),?[\s-]+(\d{4}|\d{2})$/i.exec(text);
  if (month) return named(month[1]!, Number(month[2]), fullYear(month[3]!), "d-mmm-yy");
  const dayFirst = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4}|\d{2})$/i.exec(text);
  if (dayFirst) return named(dayFirst[2]!, Number(dayFirst[1]), fullYear(dayFirst[3]!), "d-mmm-yy");
  const monthYear = /^([a-z]{3,9})\.?[\s-]+(\d{4})$/i.exec(text);
  if (monthYear) return named(monthYear[1]!, 1, Number(monthYear[2]), "mmm-yy");
  return undefined;

  function named(word: string, day: number, year: number, format: string): ReadNumber | undefined {
    const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
    const whole = FULL_MONTHS[at];
    if (whole === undefined || (word.length > 3 && word.toLowerCase() !== whole)) return undefined;
    return serial(year, at + 1, day, format);
  }
}

const FULL_MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july"],
  ...["august", "september", "october", "november", "december"],
];

/** Two digits up to 29 are of this century. */
const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900);
