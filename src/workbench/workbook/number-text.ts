import { formatValue } from "hucre";
import type { CellValue } from "./cell-value";
import { isCellError } from "./cell-value";
import { dateOfSerial } from "./serial-date";

/** Letters of days and times outside quotes, escapes and brackets make a format one of dates; [h] does too. */
export function isDateFormat(numberFormat: string): boolean {
  const plain = numberFormat
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/General|E[+-]/gi, "");
  return (
    /[ymdhsae]|AM\/PM/i.test(plain.split(";")[0]!) &&
    !/[0#?]/.test(plain.replace(/s\.0+/gi, "").split(";")[0]!)
  );
}

/**
 * The text of a value as its cell shows it where the column is wide enough: `Range.text`. Number formats are hucre's but
 * for General, which Excel shows in at most 11 characters, and for what it leaves out.
 * https://support.microsoft.com/office/number-format-codes-5026bbd6-04bc-48cd-bf33-80f18b4eae68
 */
export function shownText(value: CellValue, numberFormat: string, date1904 = false): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return textInFormat(value, numberFormat);
  if (/^general$/i.test(numberFormat) || numberFormat === "" || numberFormat === "@")
    return generalText(value);
  if (isDateFormat(numberFormat) && dateOfSerial(value, date1904) === undefined) return "###############";
  const ready = prepared(numberFormat, value, date1904);
  const shown = formatValue(value, ready, { is1904: date1904 });
  // A negative number that rounds to nothing shows without its sign.
  return value < 0 && /^-[0.,]*%?$/.test(shown) ? shown.slice(1) : shown;
}

function textInFormat(value: string, numberFormat: string): string {
  return numberFormat.includes("@") && numberFormat !== "@" ? formatValue(value, numberFormat) : value;
}

/** A number in the format General: 11 characters at most, then powers of ten. */
export function generalText(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  if (size < 1e11 && size >= 1e-4) {
    const whole = Math.floor(size).toString().length;
    const text = Number(size.toFixed(Math.max(0, 10 - whole))).toString();
    if (text !== "0" && text.length <= 12 && Number(text) < 1e11) return sign + text;
  } else if (size < 1e-4) {
    const text = size.toFixed(9).replace(/0+$/, "");
    if (Number(text) === size) return sign + text;
  }
  const [digits, exponent] = size.toExponential(5).split("e");
  const power = Number(exponent);
  return `${sign}${Number(digits)}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A month as m, mm, mmm, mmmm or mmmmm show it. */
function monthText(month: number, letters: number): string {
  const name = MONTHS[month - 1] ?? "";
  if (letters === 1) return String(month);
  if (letters === 2) return String(month).padStart(2, "0");
  return letters === 3 ? name.slice(0, 3) : letters === 5 ? name.slice(0, 1) : name;
}

/** A format with no part of a date or time but the month, which hucre doesn't take for one: "mm", m"月". */
function withMonth(numberFormat: string, value: number, date1904: boolean): string {
  const bare = numberFormat.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  if (!/m/i.test(bare) || /\[[hms]+\]/i.test(numberFormat) || /[ydhsea0#?@;]|AM\/PM/i.test(bare))
    return numberFormat;
  const month = dateOfSerial(value, date1904)?.month;
  if (month === undefined) return numberFormat;
  return numberFormat.replace(/("[^"]*"|\\.|\[[^\]]*\])|m+/gi, (all: string, quoted?: string) =>
    quoted !== undefined ? all : `"${monthText(month, all.length)}"`,
  );
}

/** The format with what hucre doesn't read written out: General in a section, [$€-407], aaaa, the 29 February 1900. */
function prepared(numberFormat: string, value: number, date1904: boolean): string {
  return withMonth(numberFormat, value, date1904)
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, sign: string) => (sign === "" ? "" : `"${sign}"`))
    .replace(/("[^"]*"|\\.)|\bGeneral\b|a{3,4}(?![^;]*\/)/gi, (all: string, quoted?: string) => {
      if (quoted !== undefined) return all;
      if (/^general$/i.test(all)) return `"${generalText(Math.abs(value))}"`;
      const serial = Math.floor(value) + (date1904 ? 1462 : 0);
      return `"${all.length === 4 ? "星期" : ""}${WEEKDAYS[(((serial - 1) % 7) + 7) % 7]}"`;
    });
}
