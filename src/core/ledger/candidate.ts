import type { MessageCode } from "../language/catalogue";
import type { Role } from "./roles";
import type { SenseWord } from "./synonyms";

/** The roles that columns compete for; measures and attributes are named after the column. */
export type Contest = Exclude<Role, `${string}:${string}`>;

/** A role that a header speaks for. */
export interface Candidate {
  readonly role: Contest | "measure:profit" | "measure:satisfaction" | "measure:potential" | "attribute";
  /** Preference among the columns that fit one role, the smallest first: id before name, paid before created. */
  readonly rank: number;
  /** True where only a table of customers has such a column: last purchase, number of purchases, money so far. */
  readonly telling?: true;
}

/** What a header speaks for: roles, the reason for none, or nothing we know. */
export type Spoken = readonly Candidate[] | MessageCode | null;

/** Senses that make money a part of a purchase, or something beside it. */
export const PART_OF_MONEY: readonly SenseWord[] = [
  "refund",
  "tax",
  "fee",
  "cost",
  "balance",
  "points",
  "cancel",
  "discount",
];
