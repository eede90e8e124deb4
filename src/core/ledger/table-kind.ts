import type { Claim } from "./claims";
import type { ColumnProfile } from "./profile";
import type { Mapping, TableKind } from "./roles";

const TRANSACTION_ROLES = ["date", "order", "amount", "quantity", "price", "status"] as const;
const CUSTOMER_ROLES = ["recency", "frequency", "monetary", "first"] as const;

/** The kind of table that given roles belong to, null where they tell nothing (customer, measures, attributes). */
export function kindOfRoles(given: Mapping): TableKind | null {
  if (TRANSACTION_ROLES.some((role) => given[role] !== undefined)) return "transactions";
  return CUSTOMER_ROLES.some((role) => given[role] !== undefined) ? "customers" : null;
}

/**
 * Tells a table of transactions from one of customers. Roles the reader gave decide. Else: customers who stand in many
 * rows make transactions; where each stands once, it is customers if at least two headers sum up a customer (last
 * purchase, number of purchases, money so far), or one does and nothing speaks of single purchases, or no column is a
 * date at all.
 */
export function kindOfTable(
  claims: readonly Claim[],
  profiles: readonly ColumnProfile[],
  given: Mapping,
): TableKind {
  const asGiven = kindOfRoles(given);
  if (asGiven !== null) return asGiven;

  const sure = claims.filter((claim) => !claim.doubtful);
  const telling = new Set(sure.filter((claim) => claim.telling).map((claim) => claim.role));
  const customers = sure.filter((claim) => claim.role === "customer").sort((a, b) => a.rank - b.rank);
  const column = given.customer ?? customers[0]?.column;
  const profile = column === undefined ? undefined : profiles[column];
  // Of a table without rows only the headers speak.
  const once = profile === undefined || profile.cells === 0 ? 1 : profile.distinct / profile.cells;
  const speaks = (role: Claim["role"], below: number): boolean =>
    sure.some((claim) => claim.role === role && claim.rank < below && !claim.telling);
  const ordered = speaks("order", 6) || (speaks("quantity", 2) && speaks("price", 3));
  const dated = speaks("date", 3);

  if (once < 0.9) return telling.size >= 2 && once >= 0.5 && !ordered ? "customers" : "transactions";
  if (telling.size >= 2) return ordered && dated ? "transactions" : "customers";
  if (telling.size === 1) return ordered || (dated && telling.has("monetary")) ? "transactions" : "customers";
  const anyDate = sure.some((claim) => claim.role === "date") || profiles.some((p) => p.dates >= 0.5);
  return column !== undefined && !anyDate && !ordered ? "customers" : "transactions";
}
