import { classify } from "../src/core/classify";
import type { Table } from "../src/core/ledger/cells";
import type { Policy } from "../src/core/policy/policy";
import { against, type Benchmark } from "./benchmark";
import { mustAgree, ourClassified } from "./classified";
import { classifyWithDuckdb, duckdbWith } from "./duckdb";
import { rfmPolicy } from "./policies";
import { medianTimes, timed } from "./timing";
import { codedTable, COLUMNS, plainTable, transactions, type Transactions } from "./transactions";

const RUNS = 7;

/** The main job on a million rows in memory, against the same result by SQL in DuckDB's memory, on two threads. */
export const classifyDuckdb: Benchmark = {
  name: "classify-duckdb",
  async run() {
    const data = transactions(1_000_000, 50_000);
    const policy = rfmPolicy();
    return [
      await rowOf("1,000,000 rows classified, ids as text", data, "text", plainTable, policy),
      await rowOf("1,000,000 rows classified, ids coded", data, "coded", codedTable, policy),
    ];
  },
};

async function rowOf(
  name: string,
  data: Transactions,
  ids: "text" | "coded",
  tableOf: (data: Transactions) => Table,
  policy: Policy,
) {
  const duckdb = await duckdbWith(data, ids, policy);
  const table = tableOf(data);
  const result = classify(table, policy, { mapping: COLUMNS });
  if (!result.ok) throw new Error(`The generated rows are refused: ${result.troubles[0]?.code}`);
  mustAgree(ourClassified(result.value), await classifyWithDuckdb(duckdb, policy, ids), "DuckDB");
  const [ours = NaN, peer = NaN] = await medianTimes(
    [
      timed(() => classify(table, policy, { mapping: COLUMNS })),
      timed(() => classifyWithDuckdb(duckdb, policy, ids)),
    ],
    RUNS,
  );
  duckdb.closeSync();
  return against(name, ours, "DuckDB, 2 threads", peer, 1, "ms");
}
