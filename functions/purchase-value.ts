import { no, ok, type Result } from "../src/core/language/message";
import type { Ledger } from "../src/core/ledger/ledger";
import { templates } from "../src/core/policy/templates";
import { valueOf, type CustomerValue, type ValueOptions } from "../src/core/value/value";
import { idCells, namesIn, purchaseColumns, purchaseLedger } from "./purchases";
import { memo } from "./memo";
import type { Language } from "../src/core/language/language";
import { dayOf } from "./scalar";

/** The columns of purchases and the day to count from, as a function of value is given them. */
export interface ValuedColumns {
  readonly customers: unknown;
  readonly dates: unknown;
  readonly amounts: unknown;
  readonly as_of: unknown;
}

/** Customers as cells, and what they are worth. */
export interface ValuedCustomers {
  readonly ids: readonly (string | number)[];
  readonly value: CustomerValue;
}

/** Fits and forecasts from columns of purchases; remembered, so that several functions over the same columns fit once. */
export function valueOfPurchases(
  { customers, dates, amounts, as_of }: ValuedColumns,
  options: Omit<ValueOptions, "asOf">,
  language: Language,
): Result<ValuedCustomers> {
  const asOf = dayOf("as_of", as_of);
  if (!asOf.ok) return asOf;
  const columns = purchaseColumns(customers, dates, amounts, null);
  if (!columns.ok) return columns;
  const { ranges, filled, names } = columns.value;
  const [policy] = templates;
  if (!policy) throw new Error("There are no templates.");
  const read = memo.recall(JSON.stringify(["VALUE ROWS", asOf.value, names]), ranges, filled, (cells) => {
    const ledger = purchaseLedger(cells, namesIn(names, language), policy.rows, asOf.value);
    if (!ledger.ok) return ledger;
    const ids = idCells(ledger.value.customers, cells[0] ?? []);
    return ok({ ids, ledger: ledger.value, valued: new Map<string, Result<CustomerValue>>() });
  });
  if (!read.ok) return read;
  const { ids, ledger, valued } = read.value;
  const key = JSON.stringify(options);
  let value = valued.get(key);
  if (!value) valued.set(key, (value = valueOfLedger(ledger, options)));
  return value.ok ? ok({ ids, value: value.value }) : value;
}

function valueOfLedger({ log, asOf }: Ledger, options: Omit<ValueOptions, "asOf">): Result<CustomerValue> {
  return log && asOf !== null ? valueOf(log, { ...options, asOf }) : no("value-no-purchase");
}

/** The most sentences that tell why no model forecasts. */
const REASONS = 3;

/** Refuses where no model of purchases may be believed, with the reason for each that was tried. */
export function identifiedOnly(valued: ValuedCustomers): Result<ValuedCustomers> {
  const { fit, tried } = valued.value;
  if (fit.verdict.id === "identified") return ok(valued);
  return { ok: false, troubles: tried.slice(0, REASONS).map(({ verdict }) => verdict.reason) };
}
