import type { MessageCode } from "../language/catalogue";
import type { Message } from "../language/message";
import { type Claim, isCategorical, type Look, sayDistinct } from "./claims";
import type { Mapping, TableKind } from "./roles";

/** How the contests for roles ended. */
export interface Contests {
  readonly kind: TableKind;
  /** The claims that the kind of the table leaves; those of the headers alone. */
  readonly claims: readonly Claim[];
  readonly headerClaims: readonly Claim[];
  /** The column of each role. */
  readonly holder: ReadonlyMap<Claim["role"], number>;
  readonly given: Mapping;
  readonly headerOf: (column: number) => string;
}

/** Why a column has no role. */
export function reasonForNone(
  { column, header, profile }: Look,
  { kind, claims, headerClaims, holder, given, headerOf }: Contests,
): Message {
  const because = (code: MessageCode, params?: Message["params"]): Message => ({ code, params });
  if (profile.cells === 0 && profile.blank > 0) return because("column-empty");
  if (header.otherwise !== null) return because(header.otherwise);
  const own = claims.filter((claim) => claim.column === column);
  if (own.some(({ role, rank }) => role === "customer" && rank >= 4 && rank !== 7))
    return because("column-personal");
  for (const { role } of own) {
    const at = holder.get(role);
    if (at === undefined || at === column) continue;
    if ((given as Record<string, number | undefined>)[role] !== undefined)
      return because("column-second-given", { other: headerOf(at) });
    const rivals: Readonly<Record<string, MessageCode>> = {
      customer: "column-second-customer",
      date: "column-second-date",
      amount: "column-second-amount",
    };
    return because(rivals[role] ?? "column-second", { other: headerOf(at) });
  }
  const amount = holder.get("amount");
  const [quantity, price] = [holder.get("quantity"), holder.get("price")];
  if (own.some(({ role }) => role === "quantity" || role === "price"))
    return amount === undefined
      ? because("column-quantity-alone")
      : because("column-amount-instead", { other: headerOf(amount) });
  if (own.some(({ role }) => role === "amount") && quantity !== undefined && price !== undefined)
    return because("column-product-of-two-instead", { quantity: headerOf(quantity), price: headerOf(price) });
  if (profile.emails >= 0.5 || profile.phones >= 0.5) return because("column-personal");
  if (profile.distinct === 1 && profile.cells > 1) return because("column-constant");
  if (headerClaims.some((claim) => claim.column === column && !claim.doubtful) && own.length === 0) {
    const bare = header.words.kind === "id";
    if (bare) return because("column-row-number");
    if (kind === "transactions") return because("column-needs-customers");
    const created = header.candidates.some(({ role, rank }) => role === "date" && rank >= 3);
    return because(created ? "column-other-date" : "column-needs-transactions");
  }
  if (header.candidates.some(({ role }) => role === "attribute")) {
    if (header.words.kind === "generic" && isCategorical(profile)) return because("column-unclear-category");
    return because("column-many-values", { distinct: sayDistinct(profile) });
  }
  if (header.candidates.length > 0) return because("column-not-its-cells");
  if (header.words.text === "") return because("column-no-header");
  return because(profile.length > 40 ? "column-text" : "column-unknown");
}
