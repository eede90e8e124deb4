import type { Message } from "../language/message";
import type { Check, Outcomes } from "./check";
import type { PurchaseLog } from "./purchases";
import type { DateOrder, TableKind } from "./roles";

/** How the rows of a further measure become one number a customer. `last` is the most recent row's (mean of a day's). */
export type Aggregate = "sum" | "mean" | "last";

/** The policy's choices about rows: see docs/policy.md for what each one means and why it is the default. */
export interface RowRules {
  /** What counts as one purchase. `auto`: an order where there are order ids, else a customer's day. */
  readonly unit: "auto" | "order" | "day" | "row";
  /** `net`: a negative amount reduces money and is no purchase. `set-aside`: it is left out, and told. */
  readonly refunds: "net" | "set-aside";
  readonly duplicates: "keep" | "drop";
  /** Status words beyond the listed ones: to exclude, and to count although listed. */
  readonly statuses: { readonly exclude: readonly string[]; readonly count: readonly string[] };
  /** By measure name; a name that isn't here is summed. */
  readonly measures: Readonly<Record<string, Aggregate>>;
}

/** What a reader decides about one input. */
export interface ReadingOptions {
  /** The as-of date as a serial; null: the last date in the data. */
  readonly asOf: number | null;
  /** How dates such as 03/04/2024 are to be read; null: decided from the column, or refused. */
  readonly dateOrder: DateOrder | null;
  /** The decimal mark of numbers written as text; null: decided from the column, or refused. */
  readonly decimalMark: "." | "," | null;
}

/** The unit of purchase that a ledger counts in; `sums` where the input was summed already. */
export type Unit = "order" | "day" | "row" | "sums";

/**
 * Customers with their measures, in the order of money (largest first), then id. Arrays have an entry a customer.
 * Dates are serial days, 0 where there is none; an unknown number is NaN.
 */
export interface Ledger {
  readonly kind: TableKind;
  readonly unit: Unit;
  /** Serial day; null when neither the input nor the reader gave a date. */
  readonly asOf: number | null;
  readonly customers: readonly string[];
  readonly firstPurchase: Int32Array;
  readonly lastPurchase: Int32Array;
  /** Days from the last purchase to the as-of date; NaN without a purchase or when not known. */
  readonly recency: Float64Array;
  /** Number of purchases, in `unit`; NaN when not known. */
  readonly frequency: Float64Array;
  /** Currency, net of refunds, to the cent; NaN when not known. */
  readonly monetary: Float64Array;
  /** Further measures by name, NaN where a customer has none. */
  readonly measures: Readonly<Record<string, Float64Array>>;
  /** Attributes by header, null where a customer has none. */
  readonly attributes: Readonly<Record<string, readonly (string | null)[]>>;
  /** What happened when; null where the input was summed already. */
  readonly log: PurchaseLog | null;
  readonly check: Check;
  /** What became of each row of the table: one byte a row. */
  readonly outcomes: Outcomes;
  readonly notes: readonly Message[];
}
