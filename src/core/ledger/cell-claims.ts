import type { Message } from "../language/message";
import { type Claim, isUnique, type Look, sayDistinct } from "./claims";
import type { ColumnProfile } from "./profile";
import type { TableKind } from "./roles";

/**
 * The claims of columns whose headers say nothing, by their cells: a role that no header claims goes to the only
 * column whose cells look like it. Two that do are no choice of ours.
 */
export function claimsOfCells(
  looks: readonly Look[],
  kind: TableKind,
  held: ReadonlyMap<Claim["role"], number>,
): readonly Claim[] {
  const silent = looks.filter(({ header }) => header.otherwise === null);
  const claims: Claim[] = [];
  const only = (
    role: Claim["role"],
    confidence: number,
    looksLike: (profile: ColumnProfile) => boolean,
    reason: (profile: ColumnProfile) => Message,
  ): void => {
    if (held.has(role)) return;
    const fits = silent.filter(
      ({ column, profile }) =>
        profile.cells > 0 && looksLike(profile) && !claims.some((claim) => claim.column === column),
    );
    const [one] = fits;
    if (one === undefined || fits.length > 1) return;
    const { column, profile } = one;
    claims.push({
      column,
      role,
      rank: 9,
      confidence,
      reason: reason(profile),
      doubtful: false,
      telling: false,
    });
  };
  const percent = (share: number): number => Math.floor(share * 100);

  only(
    kind === "transactions" ? "date" : "recency",
    0.6,
    (profile) => profile.dates >= 0.9,
    (profile) => ({ code: "column-only-dates", params: { share: percent(profile.dates) } }),
  );
  only(
    kind === "transactions" ? "date" : "recency",
    0.4,
    (profile) => profile.serials >= 0.95 && profile.distinct > 1,
    (profile) => ({ code: "column-only-dates", params: { share: percent(profile.serials) } }),
  );
  if (kind === "transactions")
    only(
      "status",
      0.6,
      (profile) => profile.statuses >= 0.6 && profile.distinct <= 30,
      (profile) => ({ code: "column-only-statuses", params: { share: percent(profile.statuses) } }),
    );
  if (!held.has("quantity") || !held.has("price"))
    only(
      kind === "transactions" ? "amount" : "monetary",
      0.5,
      (profile) => profile.amounts >= 0.9 && profile.whole < 0.9 * profile.amounts,
      () => ({ code: "column-only-numbers" }),
    );
  only(
    "customer",
    0.5,
    (profile) => looksLikeIds(profile, kind),
    (profile) => ({
      code: "column-only-ids",
      params: { distinct: sayDistinct(profile), cells: profile.cells },
    }),
  );
  return claims;
}

/** Ids of customers: whole numbers or short texts; each once in a table of customers, else many and repeated. */
function looksLikeIds(profile: ColumnProfile, kind: TableKind): boolean {
  const { cells, distinct, dates, amounts, whole, length, emails } = profile;
  if (dates > 0.1 || amounts - whole > 0.05 || length > 30 || emails > 0.5) return false;
  if (kind === "customers") return isUnique(profile);
  return distinct < 0.95 * cells && distinct > Math.max(2, cells / 50);
}
