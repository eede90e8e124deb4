import type { Message } from "../language/message";
import { readAmounts } from "./amounts";
import { namedRoles } from "./attributes";
import { ReadState, type Table } from "./cells";
import { amountsOf, sumsByGroup } from "./exact-money";
import type { Aggregate } from "./ledger";
import type { Mapping } from "./roles";

/**
 * Further measures (profit, satisfaction, potential …) of each customer, NaN where none of its rows has one. Rows are
 * put together as the policy says: their exact sum, their mean, or the mean of the latest day.
 */
export function measuresByCustomer(
  table: Table,
  mapping: Mapping,
  aggregates: Readonly<Record<string, Aggregate>>,
  rows: { readonly customer: Int32Array; readonly days: Int32Array; readonly customers: number },
  decimal: "." | "," | null,
): { readonly values: Record<string, Float64Array>; readonly notes: readonly Message[] } {
  const { customer, days, customers } = rows;
  const values: Record<string, Float64Array> = {};
  const notes: Message[] = [];
  for (const [name, column] of namedRoles(mapping, "measure")) {
    const read = readAmounts(table.columns[column]?.cells ?? [], { decimal });
    const aggregate = aggregateOf(name, aggregates);
    const latest = new Int32Array(customers);
    let unread = 0;
    for (let row = 0; row < customer.length; row++) {
      const at = customer[row] ?? -1;
      if (at < 0) continue;
      if (read.state[row] === ReadState.Read) latest[at] = Math.max(latest[at] ?? 0, days[row] ?? 0);
      else if (read.state[row] !== ReadState.Blank) unread++;
    }
    const group = new Int32Array(customer.length).fill(-1);
    const counts = new Float64Array(customers);
    for (let row = 0; row < customer.length; row++) {
      const at = customer[row] ?? -1;
      if (at < 0 || read.state[row] !== ReadState.Read) continue;
      if (aggregate === "last" && days[row] !== latest[at]) continue;
      group[row] = at;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    const sums = sumsByGroup(amountsOf(read.values), group, customers);
    values[name] = sums.map((sum, at) => {
      const count = counts[at] ?? 0;
      if (count === 0) return NaN;
      return aggregate === "sum" ? sum : sum / count;
    });
    if (unread > 0) {
      notes.push({
        code: "measure-unread",
        params: { column: table.columns[column]?.header ?? name, cells: unread },
      });
    }
  }
  return { values, notes };
}

/** How a measure's rows are put together: as the policy says of it or, of an earlier reading (“… before”), of its measure. */
function aggregateOf(name: string, aggregates: Readonly<Record<string, Aggregate>>): Aggregate {
  const [own, later] = [name, name.replace(/ before$/, "")].map((key) =>
    Object.hasOwn(aggregates, key) ? aggregates[key] : undefined,
  );
  return own ?? later ?? "sum";
}
