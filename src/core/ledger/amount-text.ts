import { foldText } from "./folding";

/**
 * A text read as an amount under each decimal mark; NaN where the text doesn't fit that mark. `1,234` is 1234 with a
 * decimal point and 1.234 with a decimal comma; `1.234,56` only fits the comma; `15` is the same in both.
 */
export interface AmountText {
  readonly text: string;
  readonly point: number;
  readonly comma: number;
  /** The currency sign or code that stands beside the number, "" for none. */
  readonly currency: string;
}

const CODES =
  "usd cny rmb eur gbp jpy hkd twd ntd mop sgd aud cad nzd chf krw inr idr myr thb vnd php rub try brl mxn zar sek nok dkk pln czk huf ron bgn ils aed sar qar kwd bhd omr egp kes ngn pkr lkr bdt mmk kzt uah ars clp cop pen";
const WORDS =
  "人民币 新台币 台币 港币 港元 澳门元 美元 欧元 英镑 日元 日圆 韩元 韩币 澳元 加元 新加坡元 泰铢 卢布 元整 元 圆 円 块 kr. kr kč zł rs. rs rm r$ us$ hk$ nt$ s$ a$ au$ c$ ca$ nz$ sg$ mex$ cn¥ jp¥ fr. sfr.";
const NAMED = [...WORDS.split(" "), ...CODES.split(" ")]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((word) => word.replace(/[.$]/g, "\\$&"))
  .join("|");
/** Currency signs are the Unicode category Sc; ¢ counts hundredths and is left out. */
const CURRENCY = `(?:${NAMED}|(?!¢)\\p{Sc})`;
const BODY = "(?:\\d[\\d., ']*\\d|[.,]?\\d+[.,]?)";
const AMOUNT = new RegExp(
  `^([-+])? ?(${CURRENCY})? ?([-+])? ?(${BODY})(e[-+]?\\d{1,3})? ?(%|万|萬|亿|億)? ?(${CURRENCY})? ?([-+])?$`,
  "iu",
);
/** No amount is longer, padding and currency included. */
const LONGEST = 120;
const SCALES: Readonly<Record<string, number>> = { "%": -2, 万: 4, 萬: 4, 亿: 8, 億: 8 };

/**
 * Reads a text as an amount, or null where it is none in either decimal mark.
 *
 * Takes thousands separators (`,` `.` space of any width `'` `’`, groups of three, or the Indian 12,34,567), currency
 * signs, codes and words before or after, a minus of any kind before or after, accounting brackets, full-width
 * digits, an exponent, `%` (12.5% is 0.125) and 万/亿. The value is the double nearest to the decimal text, scaled
 * before it is rounded. Refuses two signs, brackets around a minus, ill-grouped digits (1,23,4) and overflow.
 */
export function parseAmountText(raw: string): AmountText | null {
  if (raw.length > LONGEST) return null;
  const text = foldText(raw)
    .replace(/[−–﹣‐‑]/g, "-")
    .replace(/[’‘´]/g, "'")
    .replace(/^'(?=[\d-])/, "");
  const bracketed = /^([^()\d]*)\(([^()]+)\)([^()\d]*)$/.exec(text);
  const plain = bracketed === null ? text : `${bracketed[1] ?? ""}${bracketed[2] ?? ""}${bracketed[3] ?? ""}`;
  const match = AMOUNT.exec(plain);
  if (match === null) return null;
  const signs = [match[1], match[3], match[8], bracketed === null ? undefined : "-"].filter(
    (sign) => sign !== undefined,
  );
  if (signs.length > 1 || (match[2] !== undefined && match[7] !== undefined && !sameCurrency(match)))
    return null;
  const sign = signs[0] === "-" ? "-" : "";
  const scale = SCALES[match[6] ?? ""] ?? 0;
  const exponent = Number(match[5]?.slice(1) ?? 0) + scale;
  const body = match[4] ?? "";
  const value = (mark: "." | ","): number => {
    const digits = match[5] === undefined ? digitsOf(body, mark) : ungrouped(body, mark);
    return digits === null ? NaN : finite(Number(`${sign}${digits}e${exponent}`));
  };
  const point = value(".");
  const comma = value(",");
  if (Number.isNaN(point) && Number.isNaN(comma)) return null;
  return { text: text, point, comma, currency: match[2] ?? match[7] ?? "" };
}

/** `¥100元` and `USD 5 $` name one currency twice, which is common and harmless. */
function sameCurrency(match: RegExpExecArray): boolean {
  const kind = (name: string): string =>
    /^(?:[¥￥元圆]|元整|cny|rmb|人民币|cn¥)$/i.test(name)
      ? "CNY"
      : /^(?:\$|us\$|usd|美元)$/i.test(name)
        ? "USD"
        : name.toLowerCase();
  return kind(match[2] ?? "") === kind(match[7] ?? "");
}

function finite(value: number): number {
  if (!Number.isFinite(value)) return NaN;
  return value === 0 ? 0 : value;
}

/** The digits of a body as JavaScript writes them, with groups, if they fit the decimal mark; else null. */
function digitsOf(body: string, mark: "." | ","): string | null {
  const at = body.lastIndexOf(mark);
  if (at !== body.indexOf(mark)) return null;
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? "" : body.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return null;
  const digits = wholeOf(whole, mark);
  return digits === null || (digits === "" && fraction === "") ? null : `${digits || "0"}.${fraction || "0"}`;
}

/** The whole part without its separators; null where they don't group it. */
function wholeOf(whole: string, mark: "." | ","): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const separator = /[^\d]/.exec(whole)?.[0] ?? "";
  if (separator === mark || whole.startsWith("0")) return null;
  const groups = whole.split(separator);
  const [first = "", ...others] = groups;
  const last = others[others.length - 1] ?? "";
  const threes = /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
  const indian =
    separator === "," &&
    others.length > 1 &&
    /^\d{1,2}$/.test(first) &&
    /^\d{3}$/.test(last) &&
    others.slice(0, -1).every((group) => /^\d{2}$/.test(group));
  return threes || indian ? groups.join("") : null;
}

/** A mantissa, 1.234 of 1.234E+05: never grouped. */
function ungrouped(body: string, mark: "." | ","): string | null {
  return new RegExp(`^\\d*(?:\\${mark}\\d*)?$`).test(body) ? body.replace(mark, ".") : null;
}
