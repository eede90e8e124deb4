import { no, ok, type Result } from "../language/message";
import { alikeNotes } from "./customers-alike";
import { nameNotes } from "./name-notes";
import { attributesByCustomer } from "./attributes";
import type { Table } from "./cells";
import { checkOf, USED, type Outcomes } from "./check";
import { customersInOrder } from "./customer-order";
import { centsByGroup } from "./exact-money";
import type { Ledger, ReadingOptions, RowRules } from "./ledger";
import {
  asOfNotes,
  farDateNotes,
  blankRowNotes,
  currencyNotes,
  duplicateNotes,
  idNotes,
  orderlessNotes,
  prospectNotes,
  reasonsOf,
  refundNotes,
  refundsAsideNotes,
} from "./ledger-notes";
import { measuresByCustomer } from "./measures";
import { purchaseLog, type PurchaseLog } from "./purchases";
import type { Mapping } from "./roles";
import { rowOutcomes } from "./row-outcomes";
import { readTransactions } from "./transaction-columns";

/** Rows of purchases, or of order lines, to customers. Needs customer, date, and amount or quantity and price. */
export function transactionLedger(
  table: Table,
  mapping: Mapping,
  rules: RowRules,
  options: ReadingOptions,
): Result<Ledger> {
  const read = readTransactions(table, mapping, rules, options);
  if (!read.ok) return read;
  const { ids, dates, amounts, currencies, orders, statuses, asOf } = read.value;
  const unit = rules.unit === "auto" ? (orders ? "order" : "day") : rules.unit;
  if (unit === "order" && !orders) return no("order-unit-without-order", { role: { code: "role.order" } });

  const { outcomes, blankRows, duplicates } = rowOutcomes(table, read.value, rules);
  const check = checkOf(outcomes, amounts, table.firstRow);
  if (check.rowsUsed === 0) return no("no-row-used", { rows: check.rowsIn, reasons: reasonsOf(check) });
  const used = usedIds(outcomes, ids.index);
  const cents = centsByGroup(amounts, used, ids.names.length);
  const { names, place } = customersInOrder(ids.names, used, cents);
  const customer = placesOf(used, place);
  const monetary = new Float64Array(names.length);
  for (let id = 0; id < place.length; id++) {
    const at = place[id] ?? -1;
    if (at >= 0) monetary[at] = (cents[id] ?? 0) / 100;
  }

  const log = purchaseLog(
    { customer, days: dates.days, amounts, order: orders?.index ?? null },
    names.length,
    unit,
  );
  const measures = measuresByCustomer(
    table,
    mapping,
    rules.measures,
    { customer, days: dates.days, customers: names.length },
    options.decimalMark,
  );
  const purchases = purchasesOf(log, names.length, asOf);
  return ok({
    kind: "transactions",
    unit,
    asOf,
    customers: names,
    ...purchases,
    monetary,
    measures: measures.values,
    attributes: attributesByCustomer(table, mapping, customer, dates.days, names.length),
    log,
    check,
    outcomes,
    notes: [
      ...asOfNotes(options.asOf, asOf),
      ...farDateNotes(options.asOf, dates),
      { code: `unit-${unit}` },
      ...idNotes(ids),
      ...alikeNotes(names),
      ...nameNotes(names),
      ...currencyNotes(currencies, table),
      ...blankRowNotes(blankRows),
      ...duplicateNotes(duplicates, rules.duplicates === "keep"),
      ...refundNotes(customer, amounts, rules.refunds === "set-aside"),
      ...(statuses ? refundsAsideNotes(outcomes, amounts) : []),
      ...(unit === "order" && orders ? orderlessNotes(customer, orders) : []),
      ...(statuses && statuses.unknown.length > 0
        ? [{ code: "statuses-unknown", params: { statuses: statuses.unknown } } as const]
        : []),
      ...prospectNotes(purchases.frequency),
      ...measures.notes,
    ],
  });
}

/** The id of each used row, -1 of the others. */
function usedIds(outcomes: Outcomes, index: Int32Array): Int32Array {
  const used = new Int32Array(outcomes.length);
  for (let row = 0; row < used.length; row++) used[row] = outcomes[row] === USED ? (index[row] ?? -1) : -1;
  return used;
}

/** The place of each row's id, -1 where it has none. */
function placesOf(ids: Int32Array, place: Int32Array): Int32Array {
  const places = new Int32Array(ids.length);
  for (let row = 0; row < places.length; row++) {
    const id = ids[row] ?? -1;
    places[row] = id < 0 ? -1 : (place[id] ?? -1);
  }
  return places;
}

/** Each customer's first and last purchase, how long ago the last was, and how many there were. */
function purchasesOf(
  log: PurchaseLog,
  customers: number,
  asOf: number,
): Pick<Ledger, "firstPurchase" | "lastPurchase" | "recency" | "frequency"> {
  const firstPurchase = new Int32Array(customers);
  const lastPurchase = new Int32Array(customers);
  const recency = new Float64Array(customers).fill(NaN);
  const frequency = new Float64Array(customers);
  for (let customer = 0; customer < customers; customer++) {
    const to = log.offsets[customer + 1] ?? 0;
    let purchases = 0;
    for (let at = log.offsets[customer] ?? 0; at < to; at++) {
      if ((log.amounts[at] ?? 0) < 0) continue;
      const day = log.days[at] ?? 0;
      if (firstPurchase[customer] === 0) firstPurchase[customer] = day;
      lastPurchase[customer] = day;
      purchases += log.begins[at] ?? 0;
    }
    frequency[customer] = purchases;
    if (purchases > 0) recency[customer] = asOf - (lastPurchase[customer] ?? 0);
  }
  return { firstPurchase, lastPurchase, recency, frequency };
}
