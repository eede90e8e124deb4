import { no, ok, type Message } from "../src/core/language/message";
import { checkHistory } from "../src/core/value/arguments";
import { forecastPurchases, lifetimeValue } from "../src/core/value/clv";
import { MODELS } from "../src/core/value/models";
import { cellsOf } from "./cells";
import { spill, type Answer } from "./column";
import { fitOf, type FitGiven } from "./fit-argument";
import { asRange, isScalar, oneColumn, rangeOf, shapeOf, type Range } from "./range";
import { answer } from "./refusal";
import { say } from "./say";
import { flagOf, numberOf, wholeOf } from "./scalar";
import { valuesOf, type ValuesRead } from "./values";

/**
 * Forecasts from purchase histories and a fit kept in cells: the probability that a customer is still one, expected purchases, lifetime value.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/valuefrom.html
 * @param repeats Purchases after the first (x): one number, or a column.
 * @param last_age Time from the first purchase to the last (t_x), in the unit of the fit; 0 without a repeat purchase.
 * @param age Time from the first purchase to the day to count from (T), in the same unit.
 * @param parameters The table of VALUEFIT; or r, alpha, a, b of BG/NBD in weeks, and p, q, gamma of the spend after them.
 * @param spend Mean amount of the purchases after the first; if left out, no lifetime value is given.
 * @param months How far to look ahead, in whole months; 12 if left out.
 * @param discount_per_year What money of a year from now loses of its worth: 0.1 takes 10% off; 0 if left out.
 * @param headers FALSE leaves out the row of headers above the table; TRUE if left out.
 * @param language The language of headers, "en" or "zh"; that of Excel if left out.
 * @returns A table with a row a customer: probability, expected purchases and, with spend, lifetime value.
 */
export function VALUEFROM(
  repeats: unknown[][],
  last_age: unknown[][],
  age: unknown[][],
  parameters: unknown[][],
  spend?: unknown[][],
  months?: unknown,
  discount_per_year?: unknown,
  headers?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const fit = fitOf(parameters);
    if (!fit.ok) return fit;
    const horizon = wholeOf("months", months, { least: 1, most: 1200, otherwise: 12 });
    if (!horizon.ok) return horizon;
    const discount = numberOf("discount_per_year", discount_per_year, { least: 0, most: 10, otherwise: 0 });
    if (!discount.ok) return discount;
    const headed = flagOf("headers", headers, true);
    if (!headed.ok) return headed;
    const money = rangeOf("spend", spend);
    if (money && !fit.value.spend) return no("function-fit-without-spend");
    const given = [asRange("repeats", repeats), asRange("last_age", last_age), asRange("age", age)];
    const ranges = money ? [...given, money] : given;
    for (const range of ranges) {
      const one = oneColumn(range);
      if (!one.ok) return one;
    }
    const shape = shapeOf(ranges);
    if (!shape.ok) return shape;
    const { filled } = shape.value;
    const rows = ranges.map((range) => columnOf(range, filled));
    const answers = forecastRows(rows, filled, fit.value, {
      unit: fit.value.unit,
      months: horizon.value,
      discountPerYear: discount.value,
    });
    const titles = titlesOf(money !== null);
    const top: readonly Answer[] = headed.value ? titles.map((title) => say(title, spoken)) : [];
    const table = { rows: shape.value.rows + (headed.value ? 1 : 0), columns: titles.length };
    return ok(spill([...top, ...answers], table, spoken));
  });
}

function titlesOf(withMoney: boolean): readonly Message[] {
  const titles: Message[] = [{ code: "column.pAlive" }, { code: "column.expectedPurchases" }];
  return withMoney ? [...titles, { code: "column.clv" }] : titles;
}

/** A column of the height of the shape; one cell stands for each of its rows. */
interface Column {
  readonly read: ValuesRead;
  readonly place: (row: number) => number;
}

function columnOf(range: Range, filled: number): Column {
  const read = valuesOf(cellsOf(range.cells, Math.min(range.rows, filled), range.columns));
  return { read, place: isScalar(range) ? () => 0 : (row) => row };
}

function forecastRows(
  columns: readonly Column[],
  filled: number,
  { model, parameters, spend }: FitGiven,
  horizon: Parameters<typeof forecastPurchases>[3],
): readonly Answer[] {
  const value = (column: number, row: number): number => {
    const one = columns[column];
    return one?.read.known[one.place(row)] ?? NaN;
  };
  const width = columns.length > 3 ? 3 : 2;
  const answers = new Array<Answer>(filled * width).fill("");
  const sound: number[] = [];
  for (let row = 0; row < filled; row++) {
    const trouble = rowTrouble(columns, row) ?? checkHistory(value(0, row), value(1, row), value(2, row))[0];
    if (trouble === undefined) sound.push(row);
    else answers.fill(trouble, row * width, row * width + width);
  }
  const of = (column: number) => Float64Array.from(sound, (row) => value(column, row));
  const histories = { x: of(0), tx: of(1), T: of(2) };
  const { pAlive, expectedPurchases, discountedPurchases } = forecastPurchases(
    MODELS[model],
    parameters,
    histories,
    horizon,
  );
  const clv = width > 2 && spend ? lifetimeValue(discountedPurchases, spend, histories.x, of(3)) : null;
  for (const [at, row] of sound.entries()) {
    answers[row * width] = pAlive[at] ?? "";
    answers[row * width + 1] = expectedPurchases[at] ?? "";
    if (clv) answers[row * width + 2] = clv[at] ?? "";
  }
  return answers;
}

/** What a row answers that isn't known in full: its error, what can't be read, or "" where a cell is blank. */
function rowTrouble(columns: readonly Column[], row: number): Answer | undefined {
  let blank: Answer | undefined;
  for (const { read, place } of columns) {
    const at = place(row);
    if (!Number.isNaN(read.known[at] ?? NaN)) continue;
    const trouble = at < read.known.length ? read.row(at) : "";
    if (trouble !== "") return trouble;
    blank = "";
  }
  return blank;
}
