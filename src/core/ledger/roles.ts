/**
 * What a column can be taken for.
 *
 * In a table of transactions (a row a purchase or an order line): customer, date, order, amount or quantity and price,
 * status. In a table of customers (a row a customer, already summed): customer, recency (the last purchase's date, or
 * days since), frequency (number of purchases), monetary (their sum), first (the first purchase's date). In both:
 * `measure:NAME`, a further number such as profit, satisfaction or potential, and `attribute:NAME`, a property such as
 * region or industry.
 */
export type Role =
  | "customer"
  | "date"
  | "order"
  | "amount"
  | "quantity"
  | "price"
  | "status"
  | "recency"
  | "frequency"
  | "monetary"
  | "first"
  | `measure:${string}`
  | `attribute:${string}`;

/** The index of the column that plays each role. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

/** The two kinds of input: a row a purchase (or order line), or a row a customer. */
export type TableKind = "transactions" | "customers";

/** The order of day, month and year in dates written as numbers with separators. */
export type DateOrder = "ymd" | "dmy" | "mdy";
