import { no, ok, type Result } from "../language/message";
import { readAmounts } from "./amounts";
import { ReadState, type Column, type Table } from "./cells";
import { isoOf, readDates, type DatesRead } from "./dates";
import { amountsOf, productOf, type Amounts } from "./exact-money";
import { readIds, type IdsRead } from "./ids";
import type { ReadingOptions, RowRules } from "./ledger";
import type { Mapping } from "./roles";
import { statusesOf, type StatusesRead } from "./status-rule";

/** The columns of transactions, read. Arrays have an entry a row. */
export interface TransactionColumns {
  readonly ids: IdsRead;
  readonly dates: DatesRead;
  readonly amounts: Amounts;
  /** How the amount of each row read (ReadState). */
  readonly amountState: Uint8Array;
  /** Currency signs and codes that the amounts carry. */
  readonly currencies: readonly string[];
  /** null where there is no such column. */
  readonly orders: IdsRead | null;
  readonly statuses: StatusesRead | null;
  /** The reader's as-of date, else the last date in the column. */
  readonly asOf: number;
}

/**
 * Reads the mapped columns of transactions. Refused: a role without a column, dates or numbers that can be read in two
 * ways, a column with nothing readable in it, and an as-of date before all data.
 */
export function readTransactions(
  table: Table,
  mapping: Mapping,
  rules: RowRules,
  options: ReadingOptions,
): Result<TransactionColumns> {
  const column = (index: number | undefined) => (index === undefined ? undefined : table.columns[index]);
  const customer = column(mapping.customer);
  const date = column(mapping.date);
  const amount = column(mapping.amount);
  const quantity = column(mapping.quantity);
  const price = column(mapping.price);
  const order = column(mapping.order);
  const status = column(mapping.status);
  if (!customer) return no("role-missing", { role: { code: "role.customer" } });
  if (!date) return no("role-missing", { role: { code: "role.date" } });
  const priced = amount ? [amount] : quantity && price ? [quantity, price] : [];
  if (priced.length === 0) return no("role-missing", { role: { code: "role.amount" } });

  const ids = readIds(customer.cells);
  const dates = readDates(date.cells, { order: options.dateOrder, dateSystem: table.dateSystem });
  if (dates.contradictory) return no("date-order-contradictory", { column: date.header });
  if (dates.undecided)
    return no("date-order-undecided", { column: date.header, example: dates.example ?? "" });
  const money = moneyOf(priced, options.decimalMark);
  if (!money.ok) return money;
  if (!ids.state.includes(ReadState.Read)) return no("no-customer-at-all", { column: customer.header });
  const span = spanOf(dates);
  if (!span) return no("no-date-at-all", { column: date.header });
  const asOf = options.asOf ?? span.latest;
  if (asOf < span.earliest) {
    return no("as-of-before-data", { asOf: isoOf(asOf), earliest: isoOf(span.earliest) });
  }
  return ok({
    ids,
    dates,
    ...money.value,
    orders: order ? readIds(order.cells) : null,
    statuses: status ? statusesOf(status.cells, rules.statuses) : null,
    asOf,
  });
}

/** The first and the last day that were read; null where none was. */
export function spanOf(dates: DatesRead): { readonly earliest: number; readonly latest: number } | null {
  let latest = 0;
  let earliest = Infinity;
  for (let row = 0; row < dates.days.length; row++) {
    if (dates.state[row] !== ReadState.Read) continue;
    const day = dates.days[row] ?? 0;
    if (day > latest) latest = day;
    if (day < earliest) earliest = day;
  }
  return latest === 0 ? null : { earliest, latest };
}

/** The amount of each row, from one column of amounts or from quantity and price. */
function moneyOf(
  columns: readonly Column[],
  decimal: "." | "," | null,
): Result<Pick<TransactionColumns, "amounts" | "amountState" | "currencies">> {
  const reads = columns.map(({ cells }) => readAmounts(cells, { decimal }));
  for (const [at, read] of reads.entries()) {
    if (read.undecided) {
      return no(read.mixed ? "decimal-mark-mixed" : "decimal-mark-undecided", {
        column: columns[at]?.header ?? "",
        example: read.example ?? "",
      });
    }
  }
  const [amount, price] = reads;
  if (!amount) throw new Error("Money is read from at least one column.");
  if (!price) {
    return ok({
      amounts: amountsOf(amount.values),
      amountState: amount.state,
      currencies: amount.currencies,
    });
  }
  const amountState = amount.state.map((one, row) => {
    const other = price.state[row] ?? ReadState.Blank;
    if (one === ReadState.ErrorCell || other === ReadState.ErrorCell) return ReadState.ErrorCell;
    if (one === ReadState.Blank && other === ReadState.Blank) return ReadState.Blank;
    return one === ReadState.Read && other === ReadState.Read ? ReadState.Read : ReadState.Unreadable;
  });
  return ok({ amounts: productOf(amount.values, price.values), amountState, currencies: price.currencies });
}
