import type { Message } from "../language/message";
import type { Table } from "./cells";
import { type Claim, isCategorical, isUnique, type Look, sayDistinct } from "./claims";
import { claimsOfCells } from "./cell-claims";
import { repeatsWithinOrders } from "./order-totals";
import type { Mapping, Role, TableKind } from "./roles";
import { reasonForNone } from "./unused-columns";

/** What a column was given, with the reason; a role of null says why it has none. */
export interface Assigned {
  readonly role: Role | null;
  readonly confidence: number;
  readonly reason: Message;
}

/** The roles of each kind, in the order in which they choose: a customer's id is worth more than an order's. */
const CONTESTS: Readonly<Record<TableKind, readonly Claim["role"][]>> = {
  transactions: ["customer", "order", "date", "status", "amount", "quantity", "price"],
  customers: ["customer", "recency", "first", "frequency", "monetary"],
};
const MEASURES: readonly Claim["role"][] = ["measure:profit", "measure:satisfaction", "measure:potential"];

/** Gives each role to the column that fits it best, and each other column its reason. Keys are column indexes. */
export function assignRoles(
  table: Table,
  kind: TableKind,
  looks: readonly Look[],
  headerClaims: readonly Claim[],
  given: Mapping,
): ReadonlyMap<number, Assigned> {
  const assigned = new Map<number, Assigned>();
  const holder = new Map<Claim["role"], number>();
  for (const [role, column] of Object.entries(given) as [Claim["role"], number][]) holder.set(role, column);
  const headerOf = (column: number): string => table.columns[column]?.header.trim() || `#${column + 1}`;

  const take = (claim: Claim): void => {
    holder.set(claim.role, claim.column);
    assigned.set(claim.column, {
      role: claim.role as Role,
      confidence: claim.confidence,
      reason: claim.reason,
    });
  };
  const open = (role: Claim["role"], claims: readonly Claim[]): readonly Claim[] =>
    claims
      .filter((claim) => claim.role === role && !assigned.has(claim.column))
      .sort(
        (a, b) =>
          Number(a.doubtful) - Number(b.doubtful) ||
          a.rank - b.rank ||
          b.confidence - a.confidence ||
          a.column - b.column,
      );
  const contest = (role: Claim["role"], claims: readonly Claim[]): void => {
    const [best] = open(role, claims);
    if (!holder.has(role) && best !== undefined) take(best);
  };

  const claims = headerClaims.flatMap((claim) => settleByKind(claim, kind, looks));
  const money = new Set<Claim["role"]>(["amount", "quantity", "price"]);
  for (const role of CONTESTS[kind]) if (!money.has(role)) contest(role, claims);
  if (kind === "transactions") takeMoney(table, claims, holder, open, take);
  for (const role of MEASURES) contest(role, claims);

  // Where headers left a role open, the cells may leave only one choice.
  const free = looks.filter(({ column, header }) => !assigned.has(column) && header.candidates.length === 0);
  for (const claim of claimsOfCells(free, kind, holder)) {
    if (!assigned.has(claim.column) && !holder.has(claim.role)) take(claim);
  }

  const names = new Set(Object.keys(given));
  for (const look of looks) {
    if (assigned.has(look.column)) continue;
    const property = propertyOf(look, kind, claims);
    const role: Role = `attribute:${look.header.words.text}`;
    if (property !== null && !names.has(role)) {
      names.add(role);
      assigned.set(look.column, { ...property, role });
    } else
      assigned.set(look.column, {
        role: null,
        confidence: 0,
        reason: reasonForNone(look, { kind, claims, headerClaims, holder, given, headerOf }),
      });
  }
  return assigned;
}

type Open = (role: Claim["role"], claims: readonly Claim[]) => readonly Claim[];

/** An amount, or quantity and price, never both. */
function takeMoney(
  table: Table,
  claims: readonly Claim[],
  holder: ReadonlyMap<Claim["role"], number>,
  open: Open,
  take: (claim: Claim) => void,
): void {
  if (holder.has("amount")) return;
  const [quantity] = open("quantity", claims);
  const [price] = open("price", claims);
  const hasQuantity = holder.has("quantity") || quantity !== undefined;
  const hasPrice = holder.has("price") || price !== undefined;
  const takeTwo = (): void => {
    if (!holder.has("quantity") && quantity !== undefined) take(quantity);
    if (!holder.has("price") && price !== undefined) take(price);
  };
  const asked = holder.has("quantity") || holder.has("price");
  if (asked && hasQuantity && hasPrice) return takeTwo();

  const order = holder.get("order");
  const orders = order === undefined ? undefined : table.columns[order]?.cells;
  const amounts = open("amount", claims);
  const repeats = (claim: Claim): boolean => {
    const cells = table.columns[claim.column]?.cells;
    return orders !== undefined && cells !== undefined && repeatsWithinOrders(orders, cells, table);
  };
  const best = amounts.find((claim) => !claim.doubtful && !repeats(claim));
  if (best !== undefined) return take(best);
  if (hasQuantity && hasPrice) return takeTwo();
  const [repeated] = amounts;
  if (repeated?.doubtful === false)
    return take({ ...repeated, confidence: 0.4, reason: { code: "column-order-totals" } });
  if (price !== undefined)
    return take({ ...price, role: "amount", confidence: 0.5, reason: { code: "column-price-alone" } });
  if (repeated !== undefined) take(repeated);
}

/** What a claim comes to once the kind of the table is known. */
function settleByKind(claim: Claim, kind: TableKind, looks: readonly Look[]): readonly Claim[] {
  const look = looks.find(({ column }) => column === claim.column);
  const bareId = claim.rank === 7 && (claim.role === "customer" || claim.role === "order");
  if (bareId && look !== undefined && look.profile.cells > 0) {
    const unique = isUnique(look.profile);
    if (kind === "transactions") return unique ? [] : [{ ...claim, confidence: claim.confidence * 0.6 }];
    return unique && claim.role === "customer" ? [{ ...claim, rank: 0.8 }] : [];
  }
  // An id that no two purchases share tells purchases apart; beside it may stand one that tells customers.
  const once = look !== undefined && look.profile.cells > 5 && isUnique(look.profile);
  if (kind === "transactions" && claim.role === "customer" && once)
    return [{ ...claim, rank: claim.rank + 0.4 }];
  if (kind === "customers" && claim.role === "status") return [{ ...claim, role: "attribute", rank: 3 }];
  const fits =
    CONTESTS[kind].includes(claim.role) || MEASURES.includes(claim.role) || claim.role === "attribute";
  return fits ? [claim] : [];
}

/** A column as an attribute, or null. In a table of customers an unknown column of few groups is one, too. */
function propertyOf(
  { column, header, profile }: Look,
  kind: TableKind,
  claims: readonly Claim[],
): Omit<Assigned, "role"> | null {
  if (header.words.text === "" || !isCategorical(profile)) return null;
  const claim = claims.find((own) => own.column === column && own.role === "attribute");
  if (claim !== undefined) {
    // An unqualified 类型 or Category beside purchases is more likely the product's.
    const unclear =
      header.words.kind === "generic" && kind === "transactions" && header.words.subject === null;
    return unclear ? null : { confidence: claim.confidence, reason: claim.reason };
  }
  const unknown = header.otherwise === null && header.candidates.length === 0;
  if (kind === "transactions" || !unknown || profile.amounts >= 0.5) return null;
  return { confidence: 0.5, reason: { code: "column-groups", params: { distinct: sayDistinct(profile) } } };
}
