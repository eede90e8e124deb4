import type { MessageCode } from "../language/catalogue";
import { type Message, sayNumber } from "../language/message";
import type { Candidate } from "./candidate";
import type { HeaderRoles } from "./header-roles";
import type { ColumnProfile } from "./profile";

/** A column's claim to a role: what its header says, weighed against its cells. */
export interface Claim {
  readonly column: number;
  readonly role: Candidate["role"];
  /** Preference among the claims to one role, the smallest first. */
  readonly rank: number;
  /** 0–1. */
  readonly confidence: number;
  readonly reason: Message;
  /** True where the cells speak against the header: good enough only where no other column fits. */
  readonly doubtful: boolean;
  readonly telling: boolean;
}

/** What a column is looked at with: its place, what its header says and what its cells look like. */
export interface Look {
  readonly column: number;
  readonly header: HeaderRoles;
  readonly profile: ColumnProfile;
}

/** At least this share of the cells must read as the role wants them. */
const ENOUGH = 0.5;
/** A column with more blanks than this yields to the next one that fits. */
const HOLLOW = 0.5;

/** The claims of a column, best first. Claims that the cells rule out are left out; those they only doubt are marked. */
export function claimsOf(look: Look): readonly Claim[] {
  const { header, profile } = look;
  const candidates = [...header.candidates];
  // Shopify calls the order's number Name: #1001.
  if (/^name$/i.test(header.words.text) && profile.codes >= 0.8) candidates.push({ role: "order", rank: 3 });
  const claims = candidates
    .filter(({ role }) => !(role === "status" && mayBeProvince(header) && profile.statuses < ENOUGH))
    .flatMap((candidate) => claimOf(candidate, look) ?? []);
  const sure = claims.filter((claim) => !claim.doubtful);
  return sure.length > 0 ? sure : claims.slice(0, 1);
}

/** State is a province as often as a status; only known statuses make it one. */
function mayBeProvince(header: HeaderRoles): boolean {
  return header.words.kind === "region";
}

function claimOf(candidate: Candidate, { column, header, profile }: Look): Claim | null {
  const { role, telling = false } = candidate;
  const made = (confidence: number, reason: Message, rank = candidate.rank, doubtful = false): Claim => ({
    column,
    role,
    rank,
    confidence: Math.round(confidence * 100) / 100,
    reason,
    doubtful,
    telling,
  });
  const said = 0.7 + 0.25 * header.words.known - Math.min(0.2, 0.02 * Math.floor(candidate.rank));
  if (profile.cells === 0) {
    if (profile.blank === 0)
      return role === "attribute" ? null : made(said * 0.7, { code: "column-header-alone" });
    return isNeeded(role) ? made(0.1, { code: "column-doubtful-empty" }, candidate.rank, true) : null;
  }
  const { share, wants } = fitOf(role, profile);
  const percent = Math.floor(share * 100);
  if (share < ENOUGH) {
    if (!isNeeded(role) || candidate.rank >= 3 || wants === "values") return null;
    const code: MessageCode = wants === "dates" ? "column-doubtful-dates" : "column-doubtful-numbers";
    return made(0.3 * said, { code, params: { share: percent } }, candidate.rank, true);
  }
  const hollow = (role === "customer" || role === "date" || role === "recency") && profile.blank > HOLLOW;
  const reason: Message =
    wants === "values"
      ? { code: "column-header-values", params: { distinct: sayDistinct(profile), cells: profile.cells } }
      : {
          code: wants === "dates" ? "column-header-dates" : "column-header-numbers",
          params: { share: percent },
        };
  return made(said * (0.4 + 0.6 * share), reason, candidate.rank + (hollow ? 6 : 0));
}

/** How many different values, for a sentence; two digits of an estimate. */
export function sayDistinct({ distinct, exact }: ColumnProfile): number | string {
  return exact ? distinct : `≈ ${sayNumber(Number(distinct.toPrecision(2)))}`;
}

/** True where every cell holds another value, as far as can be told. */
export function isUnique({ distinct, cells, exact }: ColumnProfile): boolean {
  return exact ? distinct === cells : distinct >= 0.95 * cells;
}

/** Without these there is nothing to classify; a doubtful one is better than none, for it says what is wrong. */
function isNeeded(role: Claim["role"]): boolean {
  return ["customer", "date", "amount", "recency", "monetary"].includes(role);
}

/** The share of cells that read as a role wants them, and what that is. */
export function fitOf(
  role: Claim["role"],
  profile: ColumnProfile,
): { share: number; wants: "dates" | "numbers" | "values" } {
  const days = profile.dates >= ENOUGH ? profile.dates : Math.max(profile.dates, profile.serials);
  const whole = profile.amounts > 0 ? profile.whole / profile.amounts : 0;
  switch (role) {
    case "date":
    case "first":
      return { share: days, wants: "dates" };
    case "recency":
      if (days >= ENOUGH) return { share: days, wants: "dates" };
      return {
        share: whole >= 0.95 && profile.negative < 0.05 ? profile.amounts : profile.dates,
        wants: "numbers",
      };
    case "frequency":
      return { share: whole >= 0.95 ? profile.amounts : 0, wants: "numbers" };
    case "amount":
    case "monetary":
    case "quantity":
    case "price":
    case "measure:profit":
    case "measure:satisfaction":
    case "measure:potential":
      return { share: profile.amounts, wants: "numbers" };
    case "customer":
    case "order":
      // Fractions and days are no ids.
      return { share: 1 - profile.dates - (profile.amounts - profile.whole), wants: "values" };
    case "status":
      return {
        share: profile.distinct <= 60 && profile.length <= 40 ? 1 - profile.amounts - profile.dates : 0,
        wants: "values",
      };
    case "attribute":
      return { share: isCategorical(profile) ? 1 : 0, wants: "values" };
  }
}

/** True where a column sorts its rows into a modest number of groups, and not by what identifies a person. */
export function isCategorical({
  cells,
  distinct,
  emails,
  phones,
  dates,
  amounts,
  whole,
}: ColumnProfile): boolean {
  if (distinct < 2 || emails >= 0.2 || phones >= 0.2 || dates >= ENOUGH || amounts - whole > 0.2)
    return false;
  if (cells < 6) return true;
  return distinct < cells && (distinct <= 12 || distinct <= Math.min(1000, cells / 5));
}
