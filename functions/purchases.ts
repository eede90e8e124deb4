import type { Language } from "../src/core/language/language";
import { no, ok, type Message, type Result } from "../src/core/language/message";
import { readAmounts } from "../src/core/ledger/amounts";
import { isErrorCell, ReadState, type Cells } from "../src/core/ledger/cells";
import { codedTable } from "../src/core/ledger/coded-cells";
import { readDates } from "../src/core/ledger/dates";
import { idOf } from "../src/core/ledger/ids";
import type { Ledger, RowRules } from "../src/core/ledger/ledger";
import { transactionLedger } from "../src/core/ledger/transactions";
import { cellOf, isEmpty } from "./cells";
import { asRange, oneColumn, rangeOf, shapeOf, type Range } from "./range";
import { say } from "./say";

/** The columns of purchases without the header above them. */
export interface PurchaseColumns {
  /** Customers, dates, amounts, and orders where they were given. */
  readonly ranges: readonly Range[];
  /** The rows down to the last that can be a purchase. */
  readonly filled: number;
  /** Which row of the ranges as they were given is the first here: 2 under a header. */
  readonly firstRow: number;
  /** What each is called in a sentence: its header, else its parameter. */
  readonly names: readonly (Message | string)[];
}

/** The columns of purchases that arguments are: of one height, a column each. `orders` may be left out. */
export function purchaseColumns(
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
  const ranges = headed ? given.map((range) => withoutFirst(range, shape.value.filled)) : given;
  return ok({
    ranges,
    filled: lastPurchase(ranges),
    firstRow: headed ? 2 : 1,
    names: given.map((range) => nameOf(range, headed)),
  });
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

/** A range without its first row, nor the rows below the last that any of the ranges fills. */
function withoutFirst(range: Range, filled: number): Range {
  return { ...range, rows: filled - 1, filled: range.filled - 1, cells: range.cells.slice(1, filled) };
}

function nameOf({ name, cells }: Range, headed: boolean): Message | string {
  const header = headed ? String(cellOf(cells[0]?.[0]) ?? "").trim() : "";
  return header === "" ? name : header;
}

/** What the columns are called, in a language. */
export function namesIn(names: PurchaseColumns["names"], language: Language): readonly string[] {
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

/**
 * Customers and their purchases from the cells of the columns, by a policy's rules for rows. Refused: what the core
 * refuses of a table of transactions, and columns without a row.
 *
 * @param firstRow the number that sentences give to the first of these rows
 */
export function purchaseLedger(
  cells: readonly Cells[],
  names: readonly string[],
  rules: RowRules,
  asOf: number | null,
  firstRow = 1,
): Result<Ledger> {
  const rowCount = cells[0] && ("codes" in cells[0] ? cells[0].codes.length : cells[0].length);
  if (!rowCount) return no("function-no-purchase");
  const table = codedTable({
    columns: cells.map((column, at) => ({ header: names[at] ?? "", cells: column })),
    rowCount,
    firstRow,
    dateSystem: 1900,
  });
  const mapping = { customer: 0, date: 1, amount: 2, ...(cells.length > 3 ? { order: 3 } : {}) };
  return transactionLedger(table, mapping, rules, { asOf, dateOrder: null, decimalMark: null });
}

/** Customers as cells, so that they can be looked up: a number where the column had that number and never its text. */
export function idCells(customers: readonly string[], cells: Cells): (string | number)[] {
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
