import { DataFrame, Series } from "danfojs-node";
import { classify } from "../src/core/classify";
import { against, type Benchmark } from "./benchmark";
import { mustAgree, ourClassified, type Classified } from "./classified";
import { rfmPolicy } from "./policies";
import { medianTimes, timed } from "./timing";
import { COLUMNS, idOf, plainTable, transactions, type Transactions } from "./transactions";

const ROWS = 100_000;

/** The beginning of the job against danfojs: recency, frequency by day, money, and their scores by quintiles. */
export const classifyDanfojs: Benchmark = {
  name: "classify-danfojs",
  async run() {
    const data = transactions(ROWS, 5_000);
    const policy = rfmPolicy();
    const table = plainTable(data);
    const orders = frameOf(data);
    const result = classify(table, policy, { mapping: COLUMNS });
    if (!result.ok) throw new Error(`The generated rows are refused: ${result.troubles[0]?.code}`);
    mustAgree(ourClassified(result.value), { customers: inOrder(scoresWithDanfojs(orders)) }, "danfojs-node");
    const [ours = NaN, peer = NaN] = await medianTimes(
      [timed(() => classify(table, policy, { mapping: COLUMNS })), timed(() => scoresWithDanfojs(orders))],
      3,
      1,
    );
    return [
      against("100,000 rows classified, ids as text", ours, "danfojs-node, scores only", peer, 1, "ms"),
    ];
  },
};

function frameOf({ rows, customer, day, cents }: Transactions): DataFrame {
  const cells = Array.from({ length: rows }, (_, row) => [
    idOf(customer[row] ?? 0),
    day[row] ?? 0,
    cents[row] ?? 0,
  ]);
  return new DataFrame(cells, { columns: ["customer", "day", "cents"] });
}

/** The measures and scores of each customer; one without a purchase has no recency and scores 1. */
function scoresWithDanfojs(orders: DataFrame): DataFrame {
  const sales = orders.query(orders.column("cents").ge(0));
  const day = sales.column("day").values;
  // Grouping by customer and day takes minutes, distinct texts of both a moment.
  const distinct = new Series(
    (sales.column("customer").values as string[]).map((id, at) => `${id} ${day[at]}`),
  ).unique();
  const days = new DataFrame(
    (distinct.values as string[]).map((both) => both.split(" ")).map(([id, on]) => [id, Number(on)]),
    { columns: ["customer", "day"] },
  );
  const purchases = days.groupby(["customer"]).agg({ day: ["max", "count"] });
  const money = orders.groupby(["customer"]).agg({ cents: "sum" });
  const today = Number(orders.column("day").max());
  const customers = purchases.column("customer").values as string[];
  const last = new Map(customers.map((id, at) => [id, Number(purchases.column("day_max").values[at])]));
  const count = new Map(customers.map((id, at) => [id, Number(purchases.column("day_count").values[at])]));
  const ids = money.column("customer").values as string[];
  const measures = new DataFrame({
    customer: ids,
    recency: ids.map((id) => today - (last.get(id) ?? NaN)),
    frequency: ids.map((id) => count.get(id) ?? 0),
    monetary: (money.column("cents_sum").values as number[]).map((cents) => cents / 100),
  });
  const buyers = measures.query(measures.column("frequency").gt(0));
  measures.addColumn("r", scored(measures, buyers, "recency"), { inplace: true });
  measures.addColumn("f", scored(measures, buyers, "frequency"), { inplace: true });
  measures.addColumn("m", scored(measures, buyers, "monetary"), { inplace: true });
  return measures;
}

/** Scores by quintiles (type 7) in five hundredths, in which those of money are whole too. */
function scored(measures: DataFrame, buyers: DataFrame, name: string): Series {
  const whole = (value: unknown) => Math.round(Number(value) * 100);
  const sorted = Float64Array.from(buyers.column(name).values as number[], whole).sort();
  const cutoffs = [1, 2, 3, 4].map((k) => {
    const at = (sorted.length - 1) * k;
    const low = sorted[Math.floor(at / 5)] ?? 0;
    const high = sorted[Math.floor(at / 5) + 1] ?? low;
    return low * 5 + (high - low) * (at % 5);
  });
  const counts = measures.column("frequency").values as number[];
  const scores = (measures.column(name).values as number[]).map((value, at) => {
    if (counts[at] === 0) return 1;
    const below = cutoffs.filter((cutoff) => whole(value) * 5 > cutoff).length;
    return name === "recency" ? 5 - below : 1 + below;
  });
  return new Series(scores);
}

/** A frame's columns with customers in the order of money, then id; what isn't known is null. */
function inOrder(frame: DataFrame): Classified["customers"] {
  const at = (name: string) => frame.columns.indexOf(name);
  const rows = (frame.values as (string | number)[][]).toSorted(
    (a, b) =>
      Number(b[at("monetary")]) - Number(a[at("monetary")]) ||
      (String(a[at("customer")]) < String(b[at("customer")]) ? -1 : 1),
  );
  return Object.fromEntries(
    frame.columns.map((name) => [
      name,
      rows.map((row) => (Number.isNaN(row[at(name)]) ? null : (row[at(name)] ?? null))),
    ]),
  );
}
