import type { Language } from "../src/core/language/language";
import { no, ok, type Message, type Result } from "../src/core/language/message";
import { readAmounts } from "../src/core/ledger/amounts";
import { isErrorCell, ReadState, type Cells } from "../src/core/ledger/cells";
import { codedTable } from "../src/core/ledger/coded-cells";
import { readDates } from "../src/core/ledger/dates";
import { idOf } from "../src/core/ledger/ids";
import type { Ledger } from "../src/core/ledger/ledger";
import { transactionLedger } from "../src/core/ledger/transactions";
import { templates } from "../src/core/policy/templates";
import { rfmCode, rfmScores, type RfmScores } from "../src/core/scoring/rfm";
import { grids, type Grid } from "../src/core/segments/grids";
import { compileGrid, segments } from "../src/core/segments/segment";
import { cellOf, isEmpty } from "./cells";
import { memo } from "./memo";
import { asRange, oneColumn, rangeOf, shapeOf, type Range } from "./range";
import { answer } from "./refusal";
import { say } from "./say";
import { dayOf, flagOf, wholeOf } from "./scalar";
import { segmentName } from "./segment";

/**
 * Scores customers by recency, frequency and money from their purchases, and names each one's segment.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/rfm.html
 * @param customers The column that names the customer of each purchase. A header above the data may be in the range.
 * @param dates The column of purchase dates, of the same height.
 * @param amounts The column of amounts, of the same height; a negative amount is a refund.
 * @param as_of The day to count from; the latest date in the data if left out.
 * @param orders The column of order numbers: the lines of one order are one purchase. If left out, a customer's rows of one day are.
 * @param bins How many scores R, F and M have, from 2 to 9; 5 if left out. Segments are named for 5 and for 3.
 * @param headers FALSE leaves out the row of headers above the table; TRUE if left out.
 * @param language The language of headers and segments, "en" or "zh"; that of Excel if left out.
 * @returns A table with a row a customer: customer, recency in days, frequency, monetary, R, F, M, code, segment.
 */
export function RFM(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  orders?: unknown[][],
  bins?: unknown,
  headers?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const asOf = dayOf("as_of", as_of);
    if (!asOf.ok) return asOf;
    const scores = wholeOf("bins", bins, { least: 2, most: 9, otherwise: 5 });
    if (!scores.ok) return scores;
    const headed = flagOf("headers", headers, true);
    if (!headed.ok) return headed;
    const columns = purchaseColumns(customers, dates, amounts, orders);
    if (!columns.ok) return columns;
    const { ranges, filled, names } = columns.value;
    const key = JSON.stringify(["RFM", asOf.value, scores.value, names]);
    const scored = memo.recall(key, ranges, filled, (cells) =>
      scoredCustomers(cells, namesIn(names, spoken), asOf.value, scores.value),
    );
    if (!scored.ok) return scored;
    return ok(tableOf(scored.value, headed.value, spoken));
  });
}

/** The columns of purchases without the header above them. */
interface PurchaseColumns {
  /** Customers, dates, amounts, and orders where they were given. */
  readonly ranges: readonly Range[];
  /** The rows down to the last that can be a purchase. */
  readonly filled: number;
  /** What each is called in a sentence: its header, else its parameter. */
  readonly names: readonly (Message | string)[];
}

function purchaseColumns(
  customers: unknown,
  dates: unknown,
  amounts: unknown,
  orders: unknown,
): Result<PurchaseColumns> {
  const given = [
    asRange("customers", customers),
    asRange("dates", dates),
    asRange("amounts", amounts),
    rangeOf("orders", orders),
  ].filter((range) => range !== null);
  const shape = shapeOf(given, true);
  if (!shape.ok) return shape;
  for (const range of given) {
    const one = oneColumn(range);
    if (!one.ok) return one;
  }
  const headed = isHeader(given);
  const ranges = headed ? given.map(withoutFirst) : given;
  return ok({ ranges, filled: lastPurchase(ranges), names: given.map((range) => nameOf(range, headed)) });
}

/** True where the first row is no purchase but texts above the others: its date and its amount can't be read as such. */
function isHeader([, dates, amounts]: readonly Range[]): boolean {
  const date = cellOf(dates?.cells[0]?.[0]);
  const amount = cellOf(amounts?.cells[0]?.[0]);
  const isText = (cell: unknown) => typeof cell === "string" && !isErrorCell(cell);
  return (
    isText(date) &&
    isText(amount) &&
    readDates([date], { order: "ymd", dateSystem: 1900 }).state[0] === ReadState.Unreadable &&
    readAmounts([amount], { decimal: "." }).state[0] === ReadState.Unreadable
  );
}

function withoutFirst(range: Range): Range {
  return { ...range, rows: range.rows - 1, filled: range.filled - 1, cells: range.cells.slice(1) };
}

function nameOf({ name, cells }: Range, headed: boolean): Message | string {
  const header = headed ? String(cellOf(cells[0]?.[0]) ?? "").trim() : "";
  return header === "" ? name : header;
}

function namesIn(names: PurchaseColumns["names"], language: Language): readonly string[] {
  return names.map((name) => (typeof name === "string" ? name : say(name, language)));
}

/**
 * The rows down to the last in which customer, date or amount is something and not 0: some hosts hand over the blanks
 * of a whole column as 0, and a row whose date is 0 is no purchase.
 */
function lastPurchase(ranges: readonly Range[]): number {
  let filled = Math.max(...ranges.map((range) => range.filled));
  const isNothing = (range: Range) => {
    const cell = range.cells[filled - 1]?.[0];
    return cell === 0 || isEmpty(cell);
  };
  while (filled > 0 && ranges.every(isNothing)) filled--;
  return filled;
}

/** Customers with their measures and scores; the language has no part in it. */
interface ScoredCustomers {
  readonly ledger: Ledger;
  readonly scores: RfmScores;
  /** Ids of segments, and an index into them a customer; null where scores of this number have no grid. */
  readonly segments: readonly string[] | null;
  readonly segment: Int16Array;
  /** The customers as cells: a number where the column had a number. */
  readonly ids: readonly (string | number)[];
}

/** The grid of so many scores, as the templates have it for 5; null where there is none. */
function gridOfScores(scores: number): Grid | null {
  return { 3: grids.klaviyo, 5: grids.classic }[scores] ?? null;
}

function scoredCustomers(
  cells: readonly Cells[],
  names: readonly string[],
  asOf: number | null,
  bins: number,
): Result<ScoredCustomers> {
  const [policy] = templates;
  const rowCount = cells[0] && ("codes" in cells[0] ? cells[0].codes.length : cells[0].length);
  if (!policy || !rowCount) return no("function-no-purchase");
  const table = codedTable({
    columns: cells.map((column, at) => ({ header: names[at] ?? "", cells: column })),
    rowCount,
    firstRow: 1,
    dateSystem: 1900,
  });
  const mapping = { customer: 0, date: 1, amount: 2, ...(cells.length > 3 ? { order: 3 } : {}) };
  const ledger = transactionLedger(table, mapping, policy.rows, { asOf, dateOrder: null, decimalMark: null });
  if (!ledger.ok) return ledger;
  const rule = { method: "quantile", bins } as const;
  const { boundary } = policy.scores;
  const scores = rfmScores(ledger.value, { recency: rule, frequency: rule, monetary: rule, boundary });
  const grid = gridOfScores(bins);
  const compiled = grid ? compileGrid(grid) : null;
  if (compiled && !compiled.ok) return compiled;
  const customers = ledger.value.customers;
  return ok({
    ledger: ledger.value,
    scores,
    segments: compiled?.value.segments ?? null,
    segment: compiled
      ? segments(scores.r, scores.f, scores.m, compiled.value)
      : new Int16Array(customers.length),
    ids: idCells(customers, cells[0] ?? []),
  });
}

/** Customers as cells, so that they can be looked up: a number where the column had that number and never its text. */
function idCells(customers: readonly string[], cells: Cells): (string | number)[] {
  if (cells instanceof Float64Array) return customers.map(Number);
  const kinds = new Map<string, number | null>();
  for (const cell of "codes" in cells ? cells.values : cells) {
    if (typeof cell === "number") {
      const id = idOf(cell);
      if (!kinds.has(id)) kinds.set(id, cell);
    }
  }
  if (kinds.size > 0) {
    for (const cell of "codes" in cells ? cells.values : cells)
      if (typeof cell === "string" && kinds.size > 0) kinds.set(idOf(cell), null);
  }
  return customers.map((customer) => kinds.get(customer) ?? customer);
}

const HEADERS = [
  "column.customer",
  "column.recency",
  "column.frequency",
  "column.monetary",
  "column.r",
  "column.f",
  "column.m",
  "column.rfm",
  "column.segment",
] as const;

function tableOf(scored: ScoredCustomers, headed: boolean, language: Language): unknown[][] {
  const { ledger, scores, ids } = scored;
  const labels = scored.segments?.map((segment) => segmentName(segment, language)) ?? null;
  const rows: unknown[][] = headed ? [HEADERS.map((code) => say({ code }, language))] : [];
  for (let at = 0; at < ids.length; at++) {
    const [r = 1, f = 1, m = 1] = [scores.r[at], scores.f[at], scores.m[at]];
    const recency = ledger.recency[at] ?? NaN;
    rows.push([
      ids[at],
      Number.isNaN(recency) ? "" : recency,
      ledger.frequency[at] ?? 0,
      ledger.monetary[at] ?? 0,
      r,
      f,
      m,
      rfmCode(r, f, m),
      labels?.[scored.segment[at] ?? -1] ?? "",
    ]);
  }
  return rows;
}
