import type { Message } from "../language/message";
import { outcomeOf, type Check, type Outcomes } from "./check";
import { cellAt, ReadState, type Cells, type Table } from "./cells";
import { isoOf, type DatesRead } from "./dates";
import { centsByGroup, type Amounts } from "./exact-money";
import { foldText } from "./folding";
import type { IdsRead } from "./ids";

/** What is said about customer ids that were written in several ways. */
export function idNotes(ids: IdsRead): Message[] {
  if (ids.folded.cells === 0) return [];
  const examples = ids.folded.examples.map(([from, to]) => `“${from}” → “${to}”`);
  return [{ code: "ids-folded", params: { cells: ids.folded.cells, examples } }];
}

/** Signs and codes of one currency. ¥ is also the yen's, which only JPY or 円 beside it would say. */
const SAME_CURRENCY: Readonly<Record<string, string>> = {
  "¥": "CNY",
  "￥": "CNY",
  元: "CNY",
  圆: "CNY",
  RMB: "CNY",
  "CN¥": "CNY",
  人民币: "CNY",
  $: "USD",
  US$: "USD",
  美元: "USD",
  "€": "EUR",
  欧元: "EUR",
  "£": "GBP",
  英镑: "GBP",
  円: "JPY",
  日元: "JPY",
};

/** What is said about amounts in several currencies, by their signs or by a column of its own: they are added up as they stand. */
export function currencyNotes(signs: readonly string[], { columns, rowCount }: Table): Message[] {
  const own = columns.find(({ header }) => CURRENCY.test(foldText(header)));
  const cells = own ? valuesOf(own.cells, rowCount).slice(0, MOST_CURRENCIES) : [];
  for (const found of [signs, cells]) {
    const currencies = [...new Set(found.map((sign) => SAME_CURRENCY[sign] ?? sign))].sort();
    if (currencies.length > 1) return [{ code: "currencies-mixed", params: { currencies } }];
  }
  return [];
}

/** Headers of a column that says in which currency the amount beside it is. */
const CURRENCY = /^(?:currency|currency code|curr\.?|ccy|币种|币别|货币|货币代码|结算币种)$/i;
const MOST_CURRENCIES = 8;

/** The different texts of a column, in upper case and folded; blanks aside. */
function valuesOf(cells: Cells, rows: number): string[] {
  const found = new Set<string>();
  for (let row = 0; row < rows; row++) {
    const cell = cellAt(cells, row);
    const text = typeof cell === "string" ? foldText(cell).toUpperCase() : "";
    if (text !== "") found.add(text);
  }
  return [...found].sort();
}

/** What is said about customers that have no purchase left. */
export function prospectNotes(frequency: Float64Array): Message[] {
  const prospects = frequency.reduce((count, purchases) => count + (purchases === 0 ? 1 : 0), 0);
  return prospects > 0 ? [{ code: "customers-without-purchase", params: { customers: prospects } }] : [];
}

/** What is said about refunds that reduced what customers are worth. */
export function refundNotes(used: Int32Array, amounts: Amounts, setAside: boolean): Message[] {
  if (setAside) return [];
  let rows = 0;
  const isRefund = new Uint8Array(used.length);
  for (let row = 0; row < used.length; row++) {
    if ((used[row] ?? -1) < 0 || (amounts.values[row] ?? 0) >= 0) continue;
    isRefund[row] = 1;
    rows++;
  }
  if (rows === 0) return [];
  const cents = centsByGroup(amounts, isRefund, 2)[1] ?? 0;
  return [{ code: "refunds-netted", params: { rows, amount: -cents / 100 } }];
}

/** What is said about negative amounts that were set aside for their status, which reduce nothing then. */
export function refundsAsideNotes(outcomes: Outcomes, amounts: Amounts): Message[] {
  let rows = 0;
  const excluded = outcomeOf("excluded-status");
  const isAside = new Uint8Array(outcomes.length);
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] !== excluded || !((amounts.values[row] ?? 0) < 0)) continue;
    isAside[row] = 1;
    rows++;
  }
  if (rows === 0) return [];
  const cents = centsByGroup(amounts, isAside, 2)[1] ?? 0;
  return [{ code: "refunds-aside", params: { rows, amount: -cents / 100 } }];
}

/** What is said about used rows without an order id, where orders are counted. */
export function orderlessNotes(used: Int32Array, orders: IdsRead): Message[] {
  let rows = 0;
  for (let row = 0; row < used.length; row++) {
    if ((used[row] ?? -1) >= 0 && (orders.index[row] ?? -1) < 0) rows++;
  }
  return rows > 0 ? [{ code: "rows-without-order", params: { rows } }] : [];
}

/** What is said about rows that are blank all through. */
export function blankRowNotes(rows: number): Message[] {
  return rows > 0 ? [{ code: "blank-rows", params: { rows } }] : [];
}

/** What is said about rows that equal an earlier one in every column. */
export function duplicateNotes(rows: number, kept: boolean): Message[] {
  return rows > 0 ? [{ code: kept ? "duplicates-kept" : "duplicates-dropped", params: { rows } }] : [];
}

/** What is said about an as-of date that nobody gave. */
export function asOfNotes(given: number | null, asOf: number | null): Message[] {
  return given === null && asOf !== null ? [{ code: "as-of-latest", params: { asOf: isoOf(asOf) } }] : [];
}

/** Days without a purchase by anybody after which a last date looks like a slip. */
const FAR = 365;

/** What is said about a last date far behind all others, which nobody gave: everybody's recency hangs on it. */
export function farDateNotes(given: number | null, { days, state }: DatesRead): Message[] {
  if (given !== null) return [];
  let latest = 0;
  let before = 0;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? 0;
    if (state[row] !== ReadState.Read || day === latest) continue;
    if (day > latest) {
      before = latest;
      latest = day;
    } else if (day > before) before = day;
  }
  if (before === 0 || latest - before <= FAR) return [];
  return [{ code: "as-of-far", params: { asOf: isoOf(latest), days: latest - before } }];
}

/** Why rows were set aside, each reason with its count and the first example. */
export function reasonsOf({ setAside }: Check): Message[] {
  return setAside.map(({ reason, rows, examples }) => ({
    code: "rows-for-reason",
    params: { rows, reason: { code: `reason.${reason}` }, examples: examples.slice(0, 1) },
  }));
}
