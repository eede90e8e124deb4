import { no, type Message, type Result } from "../language/message";
import { readAmounts, type AmountsRead } from "./amounts";
import { attributesByCustomer } from "./attributes";
import { cellAt, isBlank, ReadState, type Column, type Table } from "./cells";
import { BLANK_ROW, checkOf, outcomeOf, USED, type Outcomes } from "./check";
import { alikeNotes } from "./customers-alike";
import { nameNotes } from "./name-notes";
import { customersInOrder } from "./customer-order";
import { isoOf, readDates, type DatesRead } from "./dates";
import { duplicateRows } from "./duplicates";
import { amountsOf, centsByGroup } from "./exact-money";
import { readIds } from "./ids";
import type { Ledger, ReadingOptions, RowRules } from "./ledger";
import { measuresByCustomer } from "./measures";
import type { Mapping } from "./roles";
import {
  asOfNotes,
  farDateNotes,
  blankRowNotes,
  currencyNotes,
  duplicateNotes,
  idNotes,
  prospectNotes,
  reasonsOf,
} from "./ledger-notes";
import { spanOf } from "./transaction-columns";

/** A number of days since the last purchase is below this; a serial of a date since 1954 is above. */
const LARGEST_DAYS = 20_000;

/**
 * Rows that are customers already, summed somewhere else, to customers. Needs customer and one of recency, frequency
 * and monetary; what isn't there is not known (NaN), and a policy that needs it will say so. Rows of one customer are
 * put together: numbers summed, the latest last and the earliest first date.
 */
export function customerLedger(
  table: Table,
  mapping: Mapping,
  rules: RowRules,
  options: ReadingOptions,
): Result<Ledger> {
  const column = (index: number | undefined) => (index === undefined ? undefined : table.columns[index]);
  const customerColumn = column(mapping.customer);
  const recencyColumn = column(mapping.recency ?? mapping.date);
  const frequencyColumn = column(mapping.frequency);
  const monetaryColumn = column(mapping.monetary ?? mapping.amount);
  const firstColumn = column(mapping.first);
  if (!customerColumn) return no("role-missing", { role: { code: "role.customer" } });
  if (!recencyColumn && !frequencyColumn && !monetaryColumn) {
    return no("role-missing", { role: { code: "role.monetary" } });
  }

  const rows = table.rowCount;
  const ids = readIds(customerColumn.cells);
  if (!ids.state.includes(ReadState.Read)) return no("no-customer-at-all", { column: customerColumn.header });
  const inDays = recencyColumn !== undefined && holdsDays(recencyColumn);
  const days =
    inDays && recencyColumn ? readAmounts(recencyColumn.cells, { decimal: options.decimalMark }) : null;
  const read = (from: Column | undefined): Result<DatesRead | null> => {
    if (!from) return { ok: true, value: null };
    const dates = readDates(from.cells, { order: options.dateOrder, dateSystem: table.dateSystem });
    if (dates.contradictory) return no("date-order-contradictory", { column: from.header });
    if (dates.undecided)
      return no("date-order-undecided", { column: from.header, example: dates.example ?? "" });
    return { ok: true, value: dates };
  };
  const lastDates = read(inDays ? undefined : recencyColumn);
  if (!lastDates.ok) return lastDates;
  const firstDates = read(firstColumn);
  if (!firstDates.ok) return firstDates;
  const numbers = (from: Column | undefined): Result<AmountsRead | null> => {
    if (!from) return { ok: true, value: null };
    const amounts = readAmounts(from.cells, { decimal: options.decimalMark });
    return amounts.undecided
      ? no(amounts.mixed ? "decimal-mark-mixed" : "decimal-mark-undecided", {
          column: from.header,
          example: amounts.example ?? "",
        })
      : { ok: true, value: amounts };
  };
  const counts = numbers(frequencyColumn);
  if (!counts.ok) return counts;
  const money = numbers(monetaryColumn);
  if (!money.ok) return money;

  const span = lastDates.value ? spanOf(lastDates.value) : null;
  const asOf = options.asOf ?? span?.latest ?? null;
  const earliest = span?.earliest ?? null;
  if (recencyColumn && !inDays && earliest === null)
    return no("no-date-at-all", { column: recencyColumn.header });
  if (asOf !== null && earliest !== null && asOf < earliest) {
    return no("as-of-before-data", { asOf: isoOf(asOf), earliest: isoOf(earliest) });
  }

  const duplicate = duplicateRows(table.columns, rows);
  const outcomes: Outcomes = new Uint8Array(rows);
  let blankRows = 0;
  let duplicates = 0;
  for (let row = 0; row < rows; row++) {
    if (table.columns.every(({ cells }) => isBlank(cellAt(cells, row)))) {
      outcomes[row] = BLANK_ROW;
      blankRows++;
      continue;
    }
    if (duplicate[row]) duplicates++;
    const when = (days ?? lastDates.value)?.state[row];
    const many = counts.value?.state[row];
    const amount = money.value?.state[row];
    const neverBought = many === ReadState.Read && counts.value?.values[row] === 0;
    const states = [ids.state[row], when, many, amount, firstDates.value?.state[row]];
    if (states.includes(ReadState.ErrorCell)) outcomes[row] = outcomeOf("error-cell");
    else if (ids.state[row] !== ReadState.Read) outcomes[row] = outcomeOf("no-customer");
    else if (when === ReadState.Blank && !neverBought) outcomes[row] = outcomeOf("no-date");
    else if (when === ReadState.Unreadable || (days?.values[row] ?? 0) < 0)
      outcomes[row] = outcomeOf("unreadable-date");
    else if (many !== undefined && (many !== ReadState.Read || (counts.value?.values[row] ?? 0) < 0)) {
      outcomes[row] = outcomeOf("unreadable-amount");
    } else if (
      amount !== undefined &&
      amount !== ReadState.Read &&
      !(neverBought && amount === ReadState.Blank)
    ) {
      outcomes[row] = outcomeOf("unreadable-amount");
    } else if (asOf !== null && (lastDates.value?.days[row] ?? 0) > asOf)
      outcomes[row] = outcomeOf("after-as-of");
    else if (rules.duplicates === "drop" && duplicate[row]) outcomes[row] = outcomeOf("duplicate");
  }

  const amounts = amountsOf(money.value?.values ?? new Float64Array(rows));
  const check = checkOf(outcomes, amounts, table.firstRow);
  if (check.rowsUsed === 0) return no("no-row-used", { rows: check.rowsIn, reasons: reasonsOf(check) });
  const used = new Int32Array(rows);
  for (let row = 0; row < rows; row++) used[row] = outcomes[row] === USED ? (ids.index[row] ?? -1) : -1;
  const cents = centsByGroup(amounts, used, ids.names.length);
  const { names, place } = customersInOrder(ids.names, used, cents);
  for (let row = 0; row < rows; row++) {
    const id = used[row] ?? -1;
    if (id >= 0) used[row] = place[id] ?? -1;
  }

  const n = names.length;
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  const recency = new Float64Array(n).fill(NaN);
  const frequency = counts.value ? new Float64Array(n) : new Float64Array(n).fill(NaN);
  let repeated = 0;
  let firstUnread = 0;
  const seen = new Uint8Array(n);
  for (let row = 0; row < rows; row++) {
    const at = used[row] ?? -1;
    if (at < 0) continue;
    if (seen[at]) repeated++;
    seen[at] = 1;
    if (counts.value) frequency[at] = (frequency[at] ?? 0) + (counts.value.values[row] ?? 0);
    const neverBought = counts.value?.values[row] === 0;
    if (neverBought) continue;
    if (days) {
      const since = days.values[row] ?? 0;
      if (!(since >= (recency[at] ?? NaN))) recency[at] = since;
      if (asOf !== null) last[at] = Math.max(last[at] ?? 0, asOf - Math.floor(since));
    } else if (lastDates.value) {
      last[at] = Math.max(last[at] ?? 0, lastDates.value.days[row] ?? 0);
      recency[at] = (asOf ?? 0) - (last[at] ?? 0);
    }
    const start = firstDates.value?.days[row] ?? 0;
    const late = start > 0 && (last[at] ?? 0) > 0 && start > (last[at] ?? 0);
    if (late || firstDates.value?.state[row] === ReadState.Unreadable) {
      firstUnread++;
      continue;
    }
    if (start > 0 && (first[at] === 0 || start < (first[at] ?? 0))) first[at] = start;
  }
  const monetary = new Float64Array(n).fill(money.value ? 0 : NaN);
  if (money.value) {
    for (let id = 0; id < place.length; id++) {
      const at = place[id] ?? -1;
      if (at >= 0) monetary[at] = (cents[id] ?? 0) / 100;
    }
  }
  const when = lastDates.value?.days ?? new Int32Array(rows);
  const measures = measuresByCustomer(
    table,
    mapping,
    rules.measures,
    { customer: used, days: when, customers: n },
    options.decimalMark,
  );
  const notes: Message[] = [
    ...asOfNotes(options.asOf, asOf),
    ...(lastDates.value ? farDateNotes(options.asOf, lastDates.value) : []),
    { code: "unit-sums" },
    ...idNotes(ids),
    ...alikeNotes(names),
    ...nameNotes(names),
    ...currencyNotes(money.value?.currencies ?? [], table),
    ...blankRowNotes(blankRows),
    ...duplicateNotes(duplicates, rules.duplicates === "keep"),
    ...(repeated > 0 ? [{ code: "customers-repeated", params: { rows: repeated } } as const] : []),
    ...(firstUnread > 0 ? [{ code: "first-unread", params: { rows: firstUnread } } as const] : []),
    { code: "risk-unknown" },
    ...prospectNotes(frequency),
    ...measures.notes,
  ];
  return {
    ok: true,
    value: {
      kind: "customers",
      unit: "sums",
      asOf,
      customers: names,
      firstPurchase: first,
      lastPurchase: last,
      recency,
      frequency,
      monetary,
      measures: measures.values,
      attributes: attributesByCustomer(table, mapping, used, when, n),
      log: null,
      check,
      outcomes,
      notes,
    },
  };
}

/** True when a recency column holds numbers of days, false when it holds dates. */
export function holdsDays(column: Column): boolean {
  if (column.dated) return false;
  const amounts = readAmounts(column.cells, { decimal: null });
  let days = 0;
  let others = 0;
  for (let row = 0; row < amounts.state.length; row++) {
    if (amounts.state[row] === ReadState.Blank || amounts.state[row] === ReadState.ErrorCell) continue;
    const value = amounts.values[row] ?? 0;
    if (amounts.state[row] === ReadState.Read && value < LARGEST_DAYS) days++;
    else others++;
  }
  return days > others;
}
