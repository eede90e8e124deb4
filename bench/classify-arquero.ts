import * as aq from "arquero";
import { classify } from "../src/core/classify";
import { gridOf } from "../src/core/policy/check-policy";
import type { Policy } from "../src/core/policy/policy";
import { compileGrid } from "../src/core/segments/segment";
import { against, type Benchmark } from "./benchmark";
import { mustAgree, ourClassified, type Classified } from "./classified";
import { rfmPolicy } from "./policies";
import { medianTimes, timed } from "./timing";
import { COLUMNS, idOf, plainTable, transactions, type Transactions } from "./transactions";

const ROWS = 1_000_000;

/** The main job against arquero's tables in memory: all of it but the duplicates and the sums by tier. */
export const classifyArquero: Benchmark = {
  name: "classify-arquero",
  async run() {
    const data = transactions(ROWS, 50_000);
    const policy = rfmPolicy();
    const table = plainTable(data);
    const orders = arqueroTable(data);
    const result = classify(table, policy, { mapping: COLUMNS });
    if (!result.ok) throw new Error(`The generated rows are refused: ${result.troubles[0]?.code}`);
    const codes = codeTable(policy);
    mustAgree(ourClassified(result.value), { customers: classifyWithArquero(orders, codes) }, "arquero");
    const [ours = NaN, peer = NaN] = await medianTimes(
      [
        timed(() => classify(table, policy, { mapping: COLUMNS })),
        timed(() => classifyWithArquero(orders, codes)),
      ],
      3,
      1,
    );
    return [against("1,000,000 rows classified, ids as text", ours, "arquero", peer, 1, "ms")];
  },
};

function arqueroTable({ rows, customer, day, cents }: Transactions): aq.ColumnTable {
  const ids = new Array<string>(rows);
  for (let row = 0; row < rows; row++) ids[row] = idOf(customer[row] ?? 0);
  return aq.table({ customer: ids, day, cents });
}

function codeTable(policy: Policy): aq.ColumnTable {
  const grid = compileGrid(gridOf(policy));
  if (!grid.ok) throw new Error("The policy's grid has gaps.");
  const { scores, segments, table } = grid.value;
  const codes = Array.from(table, (_, code) => {
    const [r, f, m] = [Math.floor(code / scores ** 2), Math.floor(code / scores) % scores, code % scores];
    return 100 * (r + 1) + 10 * (f + 1) + m + 1;
  });
  return aq.table({ code: codes, segment: Array.from(table, (at) => segments[at] ?? "") });
}

/**
 * Customers in the order of money, then id. Arquero makes functions of the source of its expressions, so the numbers of
 * the policy `rfm` stand in them as they are.
 */
function classifyWithArquero(orders: aq.ColumnTable, codes: aq.ColumnTable): Classified["customers"] {
  const { op } = aq;
  const today = orders.rollup({ today: op.max("day") }).get("today", 0) as number;
  const days = orders
    .groupby("customer", "day")
    .rollup({ cents: op.sum("cents"), largest: op.max("cents") })
    .params({ today });
  const money = days.groupby("customer").rollup({
    cents: op.sum("cents"),
    recent: (d: Numbers, $: Numbers) => op.sum(d.day > $.today - 365 ? d.cents : 0),
  });
  const rhythm = days
    .filter((d: Numbers) => d.largest >= 0)
    .orderby("day")
    .groupby("customer")
    .derive({ between: (d: Numbers) => d.day - op.lag(d.day, 1, NaN) })
    .rollup({
      first: op.min("day"),
      last: op.max("day"),
      purchases: op.count(),
      middle: op.median("between"),
    });
  const customers = money.join_left(rhythm, "customer").derive({
    frequency: (d: Numbers) => d.purchases ?? 0,
    recency: (d: Numbers, $: Numbers) => $.today - d.last,
    gap: (d: Numbers) => (d.purchases > 3 ? d.middle : 90),
  });
  const buyers = customers.filter((d: Numbers) => d.frequency > 0);
  const r = scoreBy(fifths(buyers, "recency"));
  const f = scoreBy(fifths(buyers, "frequency"));
  const m = scoreBy(fifths(buyers, "cents"));
  return columnsOf(
    customers
      .derive({
        r: aq.escape((d: Numbers) => (d.frequency === 0 ? 1 : 6 - r(d.recency))),
        f: aq.escape((d: Numbers) => (d.frequency === 0 ? 1 : f(d.frequency))),
        m: aq.escape((d: Numbers) => (d.frequency === 0 ? 1 : m(d.cents))),
        positive: (d: Numbers) => (d.cents > 0 ? d.cents : 0),
      })
      .derive({
        code: (d: Numbers) => 100 * d.r + 10 * d.f + d.m,
        total: (d: Numbers) => op.sum(d.positive),
        most: (d: Numbers) => op.max(d.cents),
        activity: (d: Numbers) =>
          d.frequency === 0
            ? null
            : d.recency > op.greatest(4 * d.gap, 180)
              ? "churned"
              : d.recency > op.greatest(2 * d.gap, 60)
                ? "dormant"
                : "active",
        tier: (d: Numbers) => op.substring("EEDDDCCCBBBAA", d.r + d.f + d.m - 3, d.r + d.f + d.m - 2),
      })
      .orderby(aq.desc("cents"))
      .derive({ held: aq.rolling((d: Numbers) => op.sum(d.positive), [-Infinity, 0], true) })
      .derive({
        abc: (d: Numbers) =>
          d.cents <= 0
            ? "C"
            : d.cents === d.most || d.held * 100 <= d.total * 70
              ? "A"
              : d.held * 100 <= d.total * 90
                ? "B"
                : "C",
        monetary: (d: Numbers) => d.cents / 100,
        recent: (d: Numbers) => d.recent / 100,
      })
      .join_left(codes, "code")
      .orderby(aq.desc("cents"), "customer"),
    [
      "customer",
      "recency",
      "frequency",
      "monetary",
      "r",
      "f",
      "m",
      "segment",
      "abc",
      "activity",
      "gap",
      "recent",
      "tier",
    ],
  );
}

/** A row as arquero's expressions see it; it has no types for its columns. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Numbers = any;

/** Five times the quintiles of a measure: of whole numbers they are whole. */
function fifths(buyers: aq.ColumnTable, measure: string): number[] {
  const at = (p: number) => aq.op.quantile(measure, p);
  const { a, b, c, d } = buyers
    .rollup({ a: at(0.2), b: at(0.4), c: at(0.6), d: at(0.8) })
    .object() as Numbers;
  return [a, b, c, d].map((value) => Math.round(value * 5));
}

function scoreBy(fifths: readonly number[]): (value: number) => number {
  return (value) => 1 + fifths.filter((cutoff) => value * 5 > cutoff).length;
}

/** Columns as arrays; what isn't known is null. */
function columnsOf(table: aq.ColumnTable, names: readonly string[]): Classified["customers"] {
  return Object.fromEntries(
    names.map((name) => [
      name,
      Array.from(table.array(name), (value: Numbers) =>
        value === undefined || Number.isNaN(value) ? null : value,
      ),
    ]),
  );
}
