import type { Table } from "./cells";
import { readIds } from "./ids";
import type { Mapping, Role } from "./roles";

/** The columns that play `attribute:NAME` or `measure:NAME`, by that name, in the order of the names. */
export function namedRoles(
  mapping: Mapping,
  kind: "attribute" | "measure",
): [name: string, column: number][] {
  return Object.entries(mapping)
    .filter((entry): entry is [Role, number] => entry[0].startsWith(`${kind}:`) && entry[1] !== undefined)
    .map(([role, column]): [string, number] => [role.slice(kind.length + 1), column])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Each attribute of each customer: the value of the latest day that has one; where that day has several, the first in
 * the alphabet, so that the order of rows never matters. `customer` is -1 for rows that aren't used.
 */
export function attributesByCustomer(
  table: Table,
  mapping: Mapping,
  customer: Int32Array,
  days: Int32Array,
  customers: number,
): Record<string, (string | null)[]> {
  const result: Record<string, (string | null)[]> = {};
  for (const [name, column] of namedRoles(mapping, "attribute")) {
    const { index, names } = readIds(table.columns[column]?.cells ?? []);
    const value = new Int32Array(customers).fill(-1);
    const latest = new Int32Array(customers);
    for (let row = 0; row < customer.length; row++) {
      const at = customer[row] ?? -1;
      const text = index[row] ?? -1;
      if (at < 0 || text < 0) continue;
      const day = days[row] ?? 0;
      const before = value[at] ?? -1;
      const newer = before < 0 || day > (latest[at] ?? 0);
      if (newer || (day === latest[at] && before !== text && (names[text] ?? "") < (names[before] ?? ""))) {
        value[at] = text;
        latest[at] = day;
      }
    }
    result[name] = Array.from(value, (text) => names[text] ?? null);
  }
  return result;
}
