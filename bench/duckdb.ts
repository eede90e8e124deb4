import {
  DECIMAL,
  DuckDBDataChunk,
  DuckDBDecimalValue,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBValue,
} from "@duckdb/node-api";
import { ACTIVITIES, STAGES } from "../src/core/lifecycle/stages";
import { gridOf } from "../src/core/policy/check-policy";
import type { Policy } from "../src/core/policy/policy";
import { compileGrid } from "../src/core/segments/segment";
import type { Classified } from "./classified";
import { classifySql, codeTableSql, customersSql, enumTypesSql, TIERS_SQL, TOTALS_SQL } from "./duckdb-sql";
import { idOf, type Transactions } from "./transactions";

const THREADS = "2";
const CHUNK = 2048;
const AMOUNT = DECIMAL(12, 2);

/** DuckDB with transactions in a table `orders` in memory. `coded`: customers as numbers, their names beside them. */
export async function duckdbWith(
  data: Transactions,
  ids: "text" | "coded",
  policy: Policy,
): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: THREADS })).connect();
  const coded = ids === "coded";
  await connection.run(
    `create table orders (customer ${coded ? "integer" : "varchar"}, day integer, amount ${AMOUNT})`,
  );
  await append(connection, "orders", data.rows, [
    [coded ? INTEGER : VARCHAR, (row) => (coded ? (data.customer[row] ?? 0) : idOf(data.customer[row] ?? 0))],
    [INTEGER, (row) => data.day[row] ?? 0],
    [AMOUNT, (row) => new DuckDBDecimalValue(BigInt(data.cents[row] ?? 0), AMOUNT.width, AMOUNT.scale)],
  ]);
  if (coded) {
    await connection.run("create table names (customer integer, name varchar)");
    await append(connection, "names", data.customers, [
      [INTEGER, (customer) => customer],
      [VARCHAR, idOf],
    ]);
  }
  const grid = compileGrid(gridOf(policy));
  if (!grid.ok) throw new Error("The policy's grid has gaps.");
  const types = {
    segment_id: grid.value.segments,
    abc_id: ["A", "B", "C"],
    stage_id: STAGES,
    activity_id: ACTIVITIES,
    tier_id: policy.tiers.list.map(({ id }) => id),
  };
  await connection.run(enumTypesSql(types));
  await connection.run(codeTableSql(grid.value));
  return connection;
}

type Column = readonly [
  type: Parameters<typeof DuckDBDataChunk.create>[0][number],
  value: (row: number) => DuckDBValue,
];

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: number,
  columns: readonly Column[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let from = 0; from < rows; from += CHUNK) {
    const length = Math.min(CHUNK, rows - from);
    const chunk = DuckDBDataChunk.create(
      columns.map(([type]) => type),
      length,
    );
    chunk.setColumns(columns.map(([, value]) => Array.from({ length }, (_, at) => value(from + at))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Classifies by SQL and fetches the whole result. */
export async function classifyWithDuckdb(
  connection: DuckDBConnection,
  policy: Policy,
  ids: "text" | "coded",
): Promise<Classified> {
  await connection.run(classifySql(policy));
  const [customers, tiers, totals] = [
    await connection.runAndReadAll(customersSql(ids === "coded")),
    await connection.runAndReadAll(TIERS_SQL),
    await connection.runAndReadAll(TOTALS_SQL),
  ];
  return {
    customers: customers.getColumnsObjectJS() as Classified["customers"],
    tiers: tiers.getRowObjectsJS() as Classified["tiers"],
    totals: (totals.getRowObjectsJS()[0] ?? {}) as Classified["totals"],
  };
}
