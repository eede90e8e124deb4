import { classify, type Classification } from "../../../src/core/classify";
import type { Message, Result } from "../../../src/core/language/message";
import type { Cell } from "../../../src/core/ledger/cells";
import { isoOf, serialOf } from "../../../src/core/ledger/dates";
import type { Mapping } from "../../../src/core/ledger/roles";
import type { Policy } from "../../../src/core/policy/policy";
import { readPolicy } from "../../../src/core/policy/read-policy";
import type { Ruler } from "../../../src/core/tiers/ruler";
import { tableOfRows } from "../../tables";

/** The day that all of these customers are classified on. */
export const TODAY = serialOf(2024, 12, 31);

/** Customers by what they bought: [days ago, amount] each. */
export type Bought = Readonly<Record<string, readonly (readonly [daysAgo: number, amount: number])[]>>;

/** Customers of a customer table: [days since, purchases, money, further measures …]. */
export type Summed = Readonly<Record<string, readonly Cell[]>>;

/** A policy from its document; what it leaves out is the template's. */
export function policyOf(document: object): Policy {
  return valueOf(readPolicy(document));
}

/** Tiers by rules, ids as labels. */
export function tiersBy(ids: readonly string[], by: object): object {
  return { tiers: { list: ids.map((id) => ({ id, label: { en: id, zh: id } })), by } };
}

/** The result of transactions, each customer's `further` measures on all of its rows. */
export function ofPurchases(
  bought: Bought,
  policy: Policy,
  {
    frozen = null,
    further = {},
    asOf = TODAY,
  }: { frozen?: Ruler | null; further?: Measures; asOf?: number } = {},
): Result<Classification> {
  const names = Object.keys(further);
  const rows = Object.entries(bought).flatMap(([customer, purchases]) =>
    purchases.map(([days, amount]): Cell[] => [
      customer,
      isoOf(asOf - days),
      amount,
      ...names.map((name) => further[name]?.[customer] ?? null),
    ]),
  );
  const mapping = { customer: 0, date: 1, amount: 2, ...measureColumns(names, 3) };
  return classify(tableOfRows(["Customer", "Date", "Amount", ...names], rows), policy, {
    mapping,
    asOf,
    frozen,
  });
}

/** The result of a customer table. */
export function ofSums(
  summed: Summed,
  policy: Policy,
  { frozen = null, names = [] }: { frozen?: Ruler | null; names?: readonly string[] } = {},
): Result<Classification> {
  const rows = Object.entries(summed).map(([customer, cells]): Cell[] => [customer, ...cells]);
  const mapping = { customer: 0, recency: 1, frequency: 2, monetary: 3, ...measureColumns(names, 4) };
  const headers = ["Customer", "Days since", "Purchases", "Money", ...names];
  return classify(tableOfRows(headers, rows), policy, { mapping, asOf: TODAY, frozen });
}

/** Values by measure, then customer. */
export type Measures = Readonly<Record<string, Readonly<Record<string, number>>>>;

function measureColumns(names: readonly string[], from: number): Mapping {
  return Object.fromEntries(names.map((name, at) => [`measure:${name}`, from + at]));
}

/** What a result holds; its troubles are thrown. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

/** What each customer is, by id. */
export function byCustomer<T>(result: Classification, what: (at: number) => T): Record<string, T> {
  return Object.fromEntries(result.ledger.customers.map((id, at) => [id, what(at)]));
}

/** Each customer's tier. */
export function tierIds(result: Classification): Record<string, string | null> {
  return byCustomer(result, (at) => result.policy.tiers.list[result.assessment.tier[at] ?? -1]?.id ?? null);
}

/** The notes of one code. */
export function notesOf({ notes }: Classification, code: string): Message[] {
  return notes.filter((note) => note.code === code);
}

/** What was refused, as code and parameters; empty of a success. */
export function refusalsOf(result: Result<unknown>): Pick<Message, "code" | "params">[] {
  return result.ok ? [] : result.troubles.map(({ code, params }) => ({ code, params }));
}
