import { no, type Message, type Result } from "../language/message";
import { readAmounts } from "./amounts";
import { attributesByCustomer } from "./attributes";
import { isBlank, cellAt, ReadState, type Table } from "./cells";
import { BLANK_ROW, checkOf, outcomeOf, USED, type Outcomes } from "./check";
import { customersInOrder } from "./customer-order";
import { readDates, isoOf } from "./dates";
import { duplicateRows } from "./duplicates";
import { amountsOf, centsByGroup, productOf, type Amounts } from "./exact-money";
import { readIds, type IdsRead } from "./ids";
import type { Ledger, ReadingOptions, RowRules } from "./ledger";
import { measuresByCustomer } from "./measures";
import { purchaseLog } from "./purchases";
import type { Mapping } from "./roles";
import { statusesOf } from "./status-rule";

/** Rows of purchases, or of order lines, to customers. Needs customer, date, and amount or quantity and price. */
export function transactionLedger(
  table: Table,
  mapping: Mapping,
  rules: RowRules,
  options: ReadingOptions,
): Result<Ledger> {
  const cells = (index: number | undefined) =>
    index === undefined ? undefined : table.columns[index]?.cells;
  const customerCells = cells(mapping.customer);
  const dateCells = cells(mapping.date);
  const amountCells = cells(mapping.amount);
  const quantityCells = cells(mapping.quantity);
  const priceCells = cells(mapping.price);
  const orderCells = cells(mapping.order);
  const statusCells = cells(mapping.status);
  if (!customerCells) return no("role-missing", { role: { code: "role.customer" } });
  if (!dateCells) return no("role-missing", { role: { code: "role.date" } });
  if (!amountCells && !(quantityCells && priceCells))
    return no("role-missing", { role: { code: "role.amount" } });
  const header = (index: number | undefined) => table.columns[index ?? -1]?.header ?? "";

  const rows = table.rowCount;
  const ids = readIds(customerCells);
  const dates = readDates(dateCells, { order: options.dateOrder, dateSystem: table.dateSystem });
  if (dates.contradictory) return no("date-order-contradictory", { column: header(mapping.date) });
  if (dates.undecided) {
    return no("date-order-undecided", { column: header(mapping.date), example: dates.example ?? "" });
  }
  const money = moneyOf(
    amountCells ? [amountCells] : [quantityCells ?? [], priceCells ?? []],
    amountCells ? [header(mapping.amount)] : [header(mapping.quantity), header(mapping.price)],
    options.decimalMark,
  );
  if (!money.ok) return money;
  const { amounts, state: amountState, currencies } = money.value;
  const orders = orderCells ? readIds(orderCells) : null;
  const statuses = statusCells ? statusesOf(statusCells, rules.statuses) : null;

  let latest = 0;
  let earliest = Infinity;
  for (let row = 0; row < rows; row++) {
    const day = dates.days[row] ?? 0;
    if (dates.state[row] !== ReadState.Read) continue;
    if (day > latest) latest = day;
    if (day < earliest) earliest = day;
  }
  if (!ids.state.includes(ReadState.Read))
    return no("no-customer-at-all", { column: header(mapping.customer) });
  if (latest === 0) return no("no-date-at-all", { column: header(mapping.date) });
  const asOf = options.asOf ?? latest;
  if (asOf < earliest) return no("as-of-before-data", { asOf: isoOf(asOf), earliest: isoOf(earliest) });

  const duplicate = duplicateRows(table.columns, rows);
  const outcomes: Outcomes = new Uint8Array(rows);
  const [error, noCustomer, noDate, unreadableDate, unreadableAmount, afterAsOf, excluded, refund, dropped] =
    (
      [
        "error-cell",
        "no-customer",
        "no-date",
        "unreadable-date",
        "unreadable-amount",
        "after-as-of",
        "excluded-status",
        "refund",
        "duplicate",
      ] as const
    ).map(outcomeOf) as [number, number, number, number, number, number, number, number, number];
  const dropDuplicates = rules.duplicates === "drop";
  const setRefundsAside = rules.refunds === "set-aside";
  let duplicates = 0;
  let blankRows = 0;
  for (let row = 0; row < rows; row++) {
    const dateState = dates.state[row] ?? ReadState.Blank;
    const moneyState = amountState[row] ?? ReadState.Blank;
    const idState = ids.state[row] ?? ReadState.Blank;
    if (
      idState === ReadState.Blank &&
      dateState === ReadState.Blank &&
      moneyState !== ReadState.Read &&
      table.columns.every((column) => isBlank(cellAt(column.cells, row)))
    ) {
      outcomes[row] = BLANK_ROW;
      blankRows++;
      continue;
    }
    if (duplicate[row]) duplicates++;
    if (
      idState === ReadState.ErrorCell ||
      dateState === ReadState.ErrorCell ||
      moneyState === ReadState.ErrorCell ||
      orders?.state[row] === ReadState.ErrorCell ||
      statuses?.ids.state[row] === ReadState.ErrorCell
    )
      outcomes[row] = error;
    else if (idState !== ReadState.Read) outcomes[row] = noCustomer;
    else if (dateState === ReadState.Blank) outcomes[row] = noDate;
    else if (dateState !== ReadState.Read) outcomes[row] = unreadableDate;
    else if (moneyState !== ReadState.Read) outcomes[row] = unreadableAmount;
    else if ((dates.days[row] ?? 0) > asOf) outcomes[row] = afterAsOf;
    else if (statuses && statuses.excluded[statuses.ids.index[row] ?? -1]) outcomes[row] = excluded;
    else if (setRefundsAside && (amounts.values[row] ?? 0) < 0) outcomes[row] = refund;
    else if (dropDuplicates && duplicate[row]) outcomes[row] = dropped;
  }

  const check = checkOf(outcomes, amounts, table.firstRow);
  if (check.rowsUsed === 0) return no("no-row-used", { rows: check.rowsIn });
  const used = new Int32Array(rows);
  for (let row = 0; row < rows; row++) used[row] = outcomes[row] === USED ? (ids.index[row] ?? -1) : -1;
  const cents = centsByGroup(amounts, used, ids.names.length);
  const { names, place } = customersInOrder(ids.names, used, cents);
  for (let row = 0; row < rows; row++) {
    const id = used[row] ?? -1;
    if (id >= 0) used[row] = place[id] ?? -1;
  }

  const unit = rules.unit === "auto" ? (orders ? "order" : "day") : rules.unit;
  if (unit === "order" && !orders) return no("order-unit-without-order", { role: { code: "role.order" } });
  const log = purchaseLog(
    { customer: used, days: dates.days, amounts, order: orders?.index ?? null },
    names.length,
    unit,
  );
  const first = new Int32Array(names.length);
  const last = new Int32Array(names.length);
  const recency = new Float64Array(names.length).fill(NaN);
  const frequency = new Float64Array(names.length);
  for (let customer = 0; customer < names.length; customer++) {
    const to = log.offsets[customer + 1] ?? 0;
    let purchases = 0;
    for (let at = log.offsets[customer] ?? 0; at < to; at++) {
      if ((log.amounts[at] ?? 0) < 0) continue;
      const day = log.days[at] ?? 0;
      if (first[customer] === 0) first[customer] = day;
      last[customer] = day;
      purchases += log.begins[at] ?? 0;
    }
    frequency[customer] = purchases;
    if (purchases > 0) recency[customer] = asOf - (last[customer] ?? 0);
  }
  const monetary = new Float64Array(names.length);
  for (let id = 0; id < place.length; id++) {
    const customer = place[id] ?? -1;
    if (customer >= 0) monetary[customer] = (cents[id] ?? 0) / 100;
  }
  const measures = measuresByCustomer(
    table,
    mapping,
    rules.measures,
    { customer: used, days: dates.days, customers: names.length },
    options.decimalMark,
  );
  return {
    ok: true,
    value: {
      kind: "transactions",
      unit,
      asOf,
      customers: names,
      firstPurchase: first,
      lastPurchase: last,
      recency,
      frequency,
      monetary,
      measures: measures.values,
      attributes: attributesByCustomer(table, mapping, used, dates.days, names.length),
      log,
      check,
      notes: [
        ...(options.asOf === null ? [{ code: "as-of-latest", params: { asOf: isoOf(asOf) } } as const] : []),
        { code: `unit-${unit}` as const },
        ...idNotes(ids),
        ...currencyNotes(currencies),
        ...(blankRows > 0 ? [{ code: "blank-rows", params: { rows: blankRows } } as const] : []),
        ...(duplicates > 0
          ? [
              {
                code: dropDuplicates ? "duplicates-dropped" : "duplicates-kept",
                params: { rows: duplicates },
              } as const,
            ]
          : []),
        ...refundNotes(used, amounts, setRefundsAside),
        ...(unit === "order" && orders ? orderlessNotes(used, orders) : []),
        ...(statuses && statuses.unknown.length > 0
          ? [{ code: "statuses-unknown", params: { statuses: statuses.unknown } } as const]
          : []),
        ...prospectNotes(frequency),
        ...measures.notes,
      ],
    },
  };
}

/** The amount of each row, from one column of amounts or from quantity and price. */
function moneyOf(
  columns: readonly Parameters<typeof readAmounts>[0][],
  headers: readonly string[],
  decimal: "." | "," | null,
): Result<{ readonly amounts: Amounts; readonly state: Uint8Array; readonly currencies: readonly string[] }> {
  const reads = columns.map((cells) => readAmounts(cells, { decimal }));
  for (const [at, read] of reads.entries()) {
    if (read.undecided) {
      return no("decimal-mark-undecided", { column: headers[at] ?? "", example: read.example ?? "" });
    }
  }
  const [amount, price] = reads;
  if (!amount) return no("role-missing", { role: { code: "role.amount" } });
  if (!price)
    return {
      ok: true,
      value: { amounts: amountsOf(amount.values), state: amount.state, currencies: amount.currencies },
    };
  const state = amount.state.map((one, row) => {
    const other = price.state[row] ?? ReadState.Blank;
    if (one === ReadState.ErrorCell || other === ReadState.ErrorCell) return ReadState.ErrorCell;
    if (one === ReadState.Blank && other === ReadState.Blank) return ReadState.Blank;
    return one === ReadState.Read && other === ReadState.Read ? ReadState.Read : ReadState.Unreadable;
  });
  const product = productOf(amount.values, price.values);
  return { ok: true, value: { amounts: product, state, currencies: price.currencies } };
}

/** What is said about customer ids that were written in several ways. */
export function idNotes(ids: IdsRead): Message[] {
  if (ids.folded.cells === 0) return [];
  const examples = ids.folded.examples.map(([from, to]) => `“${from}” → “${to}”`);
  return [{ code: "ids-folded", params: { cells: ids.folded.cells, examples } }];
}

/** What is said about amounts in several currencies: they are added up as they stand. */
export function currencyNotes(currencies: readonly string[]): Message[] {
  return currencies.length > 1 ? [{ code: "currencies-mixed", params: { currencies } }] : [];
}

/** What is said about customers that have no purchase left. */
export function prospectNotes(frequency: Float64Array): Message[] {
  const prospects = frequency.reduce((count, purchases) => count + (purchases === 0 ? 1 : 0), 0);
  return prospects > 0 ? [{ code: "customers-without-purchase", params: { customers: prospects } }] : [];
}

function refundNotes(used: Int32Array, amounts: Amounts, setAside: boolean): Message[] {
  if (setAside) return [];
  let rows = 0;
  const group = new Int32Array(used.length).fill(-1);
  for (let row = 0; row < used.length; row++) {
    if ((used[row] ?? -1) < 0 || (amounts.values[row] ?? 0) >= 0) continue;
    group[row] = 0;
    rows++;
  }
  if (rows === 0) return [];
  const cents = centsByGroup(amounts, group, 1)[0] ?? 0;
  return [{ code: "refunds-netted", params: { rows, amount: -cents / 100 } }];
}

function orderlessNotes(used: Int32Array, orders: IdsRead): Message[] {
  let rows = 0;
  for (let row = 0; row < used.length; row++) {
    if ((used[row] ?? -1) >= 0 && (orders.index[row] ?? -1) < 0) rows++;
  }
  return rows > 0 ? [{ code: "rows-without-order", params: { rows } }] : [];
}
