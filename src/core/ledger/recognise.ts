import type { Message } from "../language/message";
import { assignRoles, type Assigned } from "./assign-roles";
import type { Table } from "./cells";
import { claimsOf, type Look } from "./claims";
import { rolesOfHeader } from "./header-roles";
import { type ColumnProfile, profileOf } from "./profile";
import type { Mapping, Role, TableKind } from "./roles";
import { kindOfRoles, kindOfTable } from "./table-kind";

export { headerRowOf } from "./header-row";

/** What a table was taken for. */
export interface Recognition {
  readonly kind: TableKind;
  /** The column of each role, the given ones included. */
  readonly mapping: Mapping;
  /** A guess a column, in column order. */
  readonly guesses: readonly Guess[];
}

/** What a column was taken for, and why. */
export interface Guess {
  /** The column's index. */
  readonly column: number;
  readonly header: string;
  /** Null where the column is not used; `reason` then says why not. */
  readonly role: Role | null;
  /** 0–1; 1 for a role that was given, 0 for a column without a role. */
  readonly confidence: number;
  readonly reason: Message;
}

/**
 * Recognises what the columns of a table are, by their headers (Chinese and English, see synonyms.ts), checked against
 * their cells; where headers say nothing, by the cells alone when these leave one choice.
 *
 * Given roles always win and are not checked. A role goes to one column. Where several fit, these are preferred:
 * a customer's id to its account name, name, e-mail, phone and the recipient; the day of payment to that of the
 * order, of creation and of shipping; what was paid to the total, the plain amount and the list price; an amount to
 * quantity times price, unless it repeats the order's total on every line. Attributes are columns about the customer
 * that sort rows into a modest number of groups; personal data, product columns and free text have no role. The result
 * doesn't depend on row order.
 */
export function recognise(table: Table, given: Mapping = {}): Recognition {
  const roleOf = new Map<number, Role>();
  for (const [role, column] of Object.entries(given) as [Role, number | undefined][])
    if (column !== undefined) roleOf.set(column, role);

  const profiles: ColumnProfile[] = [];
  const looks: Look[] = [];
  table.columns.forEach((column, at) => {
    // A given column isn't looked at, but for the customer's where nothing else given tells the kind of the table.
    const role = roleOf.get(at);
    const isSettled = role !== undefined && (role !== "customer" || kindOfRoles(given) !== null);
    const profile = isSettled ? NOT_LOOKED_AT : profileOf(column, table.dateSystem);
    profiles.push(profile);
    if (role === undefined) looks.push({ column: at, header: rolesOfHeader(column.header), profile });
  });
  const claims = looks.flatMap(claimsOf);
  const kind = kindOfTable(claims, profiles, given);
  const assigned = assignRoles(table, kind, looks, claims, given);

  const mapping: Partial<Record<Role, number>> = { ...given };
  const guesses = table.columns.map(({ header }, column): Guess => {
    const said = roleOf.get(column);
    if (said !== undefined)
      return { column, header, role: said, confidence: 1, reason: { code: "column-given" } };
    const found: Assigned | undefined = assigned.get(column);
    if (found === undefined)
      return { column, header, role: null, confidence: 0, reason: { code: "column-unknown" } };
    if (found.role !== null) mapping[found.role] = column;
    return { column, header, ...found };
  });
  return { kind, mapping, guesses };
}

const NOT_LOOKED_AT: ColumnProfile = {
  cells: 0,
  distinct: 0,
  exact: true,
  blank: 0,
  dates: 0,
  serials: 0,
  amounts: 0,
  whole: 0,
  negative: 0,
  statuses: 0,
  emails: 0,
  phones: 0,
  codes: 0,
  length: 0,
};
