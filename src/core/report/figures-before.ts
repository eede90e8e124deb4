import type { Classification } from "../classify";
import { isoOf, parseIso } from "../ledger/dates";
import { isAtRisk, revenueAtRisk } from "../tiers/summary";

/** What an earlier run's snapshot says in sum, to tell what has changed since. Money is in currency to the cent. */
export interface FiguresBefore {
  /** ISO date; null where that run had none. */
  readonly asOf: string | null;
  readonly customers: number;
  readonly monetary: number;
  readonly purchases: number;
  /** Customers with at least two purchases ÷ customers with at least one. */
  readonly repeatRate: number;
  /** Customers at risk and their revenue at risk; null where that run didn't tell, as its JSON doesn't. */
  readonly atRisk: number | null;
  readonly revenueAtRisk: number | null;
  /** By tier id; a customer in no tier is under "". */
  readonly tiers: Readonly<Record<string, { readonly customers: number; readonly monetary: number }>>;
}

type Cell = string | number | boolean | null | undefined | Date;

/**
 * The sums of the customers in the rows of a Snapshot sheet (its table SnapshotCustomers); null where there are none,
 * as in the JSON of an earlier run that was cut short, or another sheet.
 */
export function figuresFromSnapshot(rows: readonly (readonly Cell[])[]): FiguresBefore | null {
  const top = rows.findIndex((row) => row[0] === "customer" && row.includes("monetary"));
  const headers = rows[top];
  if (!headers) return null;
  const [money, count, tier, last, recency, risk] = [
    "monetary",
    "frequency",
    "tier",
    "lastPurchase",
    "recency",
    "revenueAtRisk",
  ].map((header) => headers.indexOf(header));
  const riskOf = (row: readonly Cell[]) => {
    if (risk === undefined || risk < 0) return undefined;
    const cell = row[risk];
    return cell === null || cell === undefined || cell === "" ? null : numberOf(cell);
  };
  const customers = rows
    .slice(top + 1)
    .filter((row) => row[0] !== null && row[0] !== undefined && row[0] !== "");
  return sumsBefore(
    customers.map((row) => ({
      monetary: numberOf(row[money ?? -1]),
      frequency: numberOf(row[count ?? -1]),
      tier: String(row[tier ?? -1] ?? ""),
      risk: riskOf(row),
    })),
    asOfTold(customers.map((row) => [row[last ?? -1], row[recency ?? -1]] as const)),
  );
}

/** The sums of the customers of an earlier `--json` result; null where it has none. */
export function figuresFromJson(result: unknown): FiguresBefore | null {
  if (typeof result !== "object" || result === null) return null;
  const { customers, asOf } = result as { readonly customers?: unknown; readonly asOf?: unknown };
  if (!Array.isArray(customers)) return null;
  return sumsBefore(
    customers.map((one: { readonly monetary?: Cell; readonly frequency?: Cell; readonly tier?: Cell }) => ({
      monetary: numberOf(one.monetary),
      frequency: numberOf(one.frequency),
      tier: String(one.tier ?? ""),
      risk: undefined,
    })),
    typeof asOf === "string" ? asOf : null,
  );
}

/** The sums of a result, as a later run is told of them; they are those of its snapshot. */
export function figuresOf({ ledger, facts, assessment, policy, value }: Classification): FiguresBefore {
  const tiers = policy.tiers.list.map(({ id }) => id);
  return sumsBefore(
    Array.from(ledger.customers, (_, at) => ({
      monetary: facts.monetary[at] || 0,
      frequency: facts.frequency[at] || 0,
      tier: tiers[assessment.tier[at] ?? -1] ?? "",
      risk: isAtRisk(facts, at) ? revenueAtRisk(facts, at, value?.pAlive ?? null) : null,
    })),
    ledger.asOf === null ? null : isoOf(ledger.asOf),
  );
}

/** The as-of date that customers tell: their last purchase and the days since. The ruler's may be of a run before. */
function asOfTold(customers: readonly (readonly [last: Cell, recency: Cell])[]): string | null {
  for (const [last, recency] of customers) {
    const day = typeof last === "string" ? parseIso(last) : null;
    if (day !== null && typeof recency === "number") return isoOf(day + recency);
  }
  return null;
}

interface CustomerBefore {
  readonly monetary: number;
  readonly frequency: number;
  readonly tier: string;
  /** Its revenue at risk; null where it isn't at risk, undefined where that run didn't tell. */
  readonly risk: number | null | undefined;
}

function sumsBefore(customers: readonly CustomerBefore[], asOf: string | null): FiguresBefore {
  const tiers = new Map<string, { customers: number; cents: number }>();
  let [cents, purchases, once, twice, atRisk, riskCents] = [0, 0, 0, 0, 0, 0];
  for (const { monetary, frequency, tier, risk } of customers) {
    const own = Math.round(monetary * 100);
    const sum = tiers.get(tier) ?? { customers: 0, cents: 0 };
    tiers.set(tier, { customers: sum.customers + 1, cents: sum.cents + own });
    cents += own;
    purchases += frequency;
    if (frequency >= 1) once++;
    if (frequency >= 2) twice++;
    if (typeof risk === "number") {
      atRisk++;
      riskCents += Math.round(risk * 100);
    }
  }
  const toldRisk = customers.every(({ risk }) => risk !== undefined);
  return {
    asOf,
    customers: customers.length,
    monetary: cents / 100,
    purchases,
    repeatRate: once === 0 ? 0 : twice / once,
    atRisk: toldRisk ? atRisk : null,
    revenueAtRisk: toldRisk ? riskCents / 100 : null,
    tiers: Object.fromEntries(
      [...tiers].map(([id, sum]) => [id, { customers: sum.customers, monetary: sum.cents / 100 }]),
    ),
  };
}

function numberOf(cell: Cell): number {
  const number = typeof cell === "number" ? cell : typeof cell === "string" ? Number(cell) : NaN;
  return Number.isFinite(number) ? number : 0;
}
