import type { Language } from "../src/core/language/language";
import { ok, type Message, type Result } from "../src/core/language/message";
import { spill, type Answer } from "./column";
import { identifiedOnly, valueOfPurchases, type ValuedColumns, type ValuedCustomers } from "./purchase-value";
import { answer } from "./refusal";
import { say } from "./say";
import { flagOf, numberOf, wholeOf } from "./scalar";

/** What lies behind a function that isn't asked for a horizon. */
const MONTHS = 12;
/** Limits of a horizon, as the core has them. */
const MOST_MONTHS = 1200;
const MOST_DISCOUNT = 10;

/**
 * Forecasts the money that each customer will bring; where the purchases can't tell, gives what each has brought so far, and says so.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/clv.html
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a negative amount is a refund.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param months How far to look ahead, in whole months; 12 if left out.
 * @param discount_per_year What money of a year from now loses of its worth: 0.1 takes 10% off; 0 if left out.
 * @param headers FALSE leaves out the row of headers above the table; TRUE if left out.
 * @param language The language of headers and words, "en" or "zh"; that of Excel if left out.
 * @returns A table with a row a customer: customer, lifetime value, and whether that is a forecast or what was.
 */
export function CLV(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  months?: unknown,
  discount_per_year?: unknown,
  headers?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const discount = numberOf("discount_per_year", discount_per_year, {
      least: 0,
      most: MOST_DISCOUNT,
      otherwise: 0,
    });
    if (!discount.ok) return discount;
    const valued = forecast({ customers, dates, amounts, as_of }, months, discount.value, spoken);
    if (!valued.ok) return valued;
    const { clv, clvIs } = valued.value.value;
    const basis = say({ code: `function-clv.${clvIs}` }, spoken);
    const named: readonly Message[] = [
      { code: clvIs === "model" ? "column.clv" : "function-clv.so-far" },
      { code: "function-clv.basis" },
    ];
    const columns = [clv, (at: number) => (Number.isNaN(clv[at] ?? NaN) ? "" : basis)];
    return tableOf(valued.value, named, columns, headers, spoken);
  });
}

/**
 * Gives the probability that each customer is still one. Where the purchases can't tell who has left, it says why instead.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/palive.html
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a day of refunds only is no purchase.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param headers FALSE leaves out the row of headers above the table; TRUE if left out.
 * @param language The language of headers, "en" or "zh"; that of Excel if left out.
 * @returns A table with a row a customer: customer, and the probability from 0 to 1.
 */
export function PALIVE(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  headers?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const valued = identified(forecast({ customers, dates, amounts, as_of }, null, 0, spoken));
    if (!valued.ok) return valued;
    const { pAlive } = valued.value.value;
    return tableOf(valued.value, [{ code: "column.pAlive" }], [pAlive], headers, spoken);
  });
}

/**
 * Gives how many purchases each customer is expected to make. Where the purchases can't tell who has left, it says why instead.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/expectedorders.html
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a day of refunds only is no purchase.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param months How far to look ahead, in whole months; 12 if left out.
 * @param headers FALSE leaves out the row of headers above the table; TRUE if left out.
 * @param language The language of headers, "en" or "zh"; that of Excel if left out.
 * @returns A table with a row a customer: customer, and the purchases expected within the months.
 */
export function EXPECTEDORDERS(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  months?: unknown,
  headers?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const valued = identified(forecast({ customers, dates, amounts, as_of }, months, 0, spoken));
    if (!valued.ok) return valued;
    const { expectedPurchases } = valued.value.value;
    const named: readonly Message[] = [{ code: "column.expectedPurchases" }];
    return tableOf(valued.value, named, [expectedPurchases], headers, spoken);
  });
}

/** What these functions ask of the models: weeks, and whichever may be believed. VALUEFIT and VALUEFROM leave both free. */
function forecast(
  columns: ValuedColumns,
  months: unknown,
  discountPerYear: number,
  language: Language,
): Result<ValuedCustomers> {
  const horizon = wholeOf("months", months, { least: 1, most: MOST_MONTHS, otherwise: MONTHS });
  if (!horizon.ok) return horizon;
  const options = { model: "auto", unit: "week", months: horizon.value, discountPerYear } as const;
  return valueOfPurchases(columns, options, language);
}

function identified(valued: Result<ValuedCustomers>): Result<ValuedCustomers> {
  return valued.ok ? identifiedOnly(valued.value) : valued;
}

type Column = Float64Array | ((at: number) => Answer);

function tableOf(
  { ids }: ValuedCustomers,
  named: readonly Message[],
  columns: readonly Column[],
  headers: unknown,
  language: Language,
): Result<unknown[][]> {
  const headed = flagOf("headers", headers, true);
  if (!headed.ok) return headed;
  const titles: readonly Message[] = [{ code: "column.customer" }, ...named];
  const answers: Answer[] = headed.value ? titles.map((title) => say(title, language)) : [];
  for (const [at, id] of ids.entries()) {
    answers.push(id);
    // A value that isn't shown is NaN: the customer has no purchase up to the day.
    for (const column of columns)
      answers.push(typeof column === "function" ? column(at) : (column[at] ?? ""));
  }
  return ok(spill(answers, { rows: ids.length + (headed.value ? 1 : 0), columns: titles.length }, language));
}
