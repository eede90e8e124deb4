import { no, ok, type Result } from "../core/language/message";
import type { Column } from "../core/ledger/cells";
import type { Mapping, Role } from "../core/ledger/roles";

const ROLES = [
  "customer",
  "date",
  "order",
  "amount",
  "quantity",
  "price",
  "status",
  "recency",
  "frequency",
  "monetary",
  "first",
] as const;

/** A part of --map ends where the next `role=` begins, so that a column's name may hold commas. */
const NEXT_PART = /,(?=\s*(?:[a-z]+|(?:measure|attribute):[^=,]+)=)/;

/** A role and the column named for it; an empty name says that there is no such column. */
export type NamedRole = readonly [role: Role, column: string];

/** Reads `role=COLUMN,…` of --map. Refused: other forms, unknown roles, two columns of one role. */
export function readMap(texts: readonly string[]): Result<readonly NamedRole[]> {
  const parts = texts.flatMap((text) => text.split(NEXT_PART));
  const named: NamedRole[] = [];
  for (const part of parts) {
    const equals = part.indexOf("=");
    if (equals < 1) return no("map-malformed", { text: part });
    const role = part.slice(0, equals).trim();
    const column = part.slice(equals + 1).trim();
    if (!isRole(role)) return no("map-role-unknown", { role, roles: ROLES });
    const twice = named.find(([other]) => other === role);
    if (twice) return no("map-role-twice", { role, first: twice[1], second: column });
    named.push([role, column]);
  }
  return ok(named);
}

/** Finds the columns of a map: by the header as it is, else without regard to case and outer spaces. */
export function mappingOf(named: readonly NamedRole[], columns: readonly Column[]): Result<Mapping> {
  const mapping: Partial<Record<Role, number>> = {};
  for (const [role, name] of named) {
    const folded = name.trim().toLowerCase();
    const exact = columns.findIndex(({ header }) => header === name);
    const found =
      exact >= 0 ? exact : columns.findIndex(({ header }) => header.trim().toLowerCase() === folded);
    if (found < 0 && name !== "") {
      return no("map-column-missing", { column: name, columns: columns.map(({ header }) => header) });
    }
    mapping[role] = found;
  }
  return ok(mapping);
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text) || /^(?:measure|attribute):\S/.test(text);
}
