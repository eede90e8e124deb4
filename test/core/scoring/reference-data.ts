import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RfmMeasures } from "../../../src/core/scoring/rfm";

const folder = resolve(import.meta.dirname, "../../../../shared/data");

/** True where the reference data stands beside the repository. */
export const referenceDataIsThere = existsSync(resolve(folder, "rfm_data_orders.csv"));

/** For the name of a suite: says that it is skipped, and why. */
export const unlessThere = referenceDataIsThere ? "" : " (skipped: ../shared/data is absent)";

/** The rows of a reference file, each a record by header. Its fields hold no commas or quotes of their own. */
export function readReference(name: string): Record<string, string>[] {
  const lines = readFileSync(resolve(folder, name), "utf8").trimEnd().split(/\r?\n/);
  const cells = (line: string) => line.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1"));
  const header = cells(lines[0] ?? "");
  return lines.slice(1).map((line) => {
    const row = cells(line);
    return Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""]));
  });
}

/** The customers of rfm_data_orders.csv at 2006-12-31, purchases of one day being one. */
export function ordersByDay(): RfmMeasures & { readonly ids: string[]; readonly rows: Float64Array } {
  const asOf = Date.UTC(2006, 11, 31) / 86_400_000;
  const customers = new Map<string, { days: Set<number>; cents: number; rows: number }>();
  for (const { customer_id = "", order_date = "", revenue = "" } of readReference("rfm_data_orders.csv")) {
    const customer = customers.get(customer_id) ?? { days: new Set(), cents: 0, rows: 0 };
    customers.set(customer_id, customer);
    customer.days.add(Date.parse(`${order_date}T00:00:00Z`) / 86_400_000);
    customer.cents += Math.round(Number(revenue) * 100);
    customer.rows++;
  }
  const all = [...customers.values()];
  return {
    ids: [...customers.keys()],
    recency: Float64Array.from(all, ({ days }) => asOf - Math.max(...days)),
    frequency: Float64Array.from(all, ({ days }) => days.size),
    monetary: Float64Array.from(all, ({ cents }) => cents / 100),
    rows: Float64Array.from(all, ({ rows }) => rows),
  };
}
