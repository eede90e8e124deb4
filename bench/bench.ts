import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { holds, type Row } from "./benchmark";
import { classifyArquero } from "./classify-arquero";
import { classifyDanfojs } from "./classify-danfojs";
import { classifyDuckdb } from "./classify-duckdb";
import { classifyLinearity } from "./classify-linearity";
import { classifyMemory } from "./classify-memory";
import { commandOnlineRetail } from "./command-online-retail";
import { customerValue } from "./customer-value";
import { functions } from "./functions";
import { pane } from "./pane";
import { summaries } from "./summaries";
import { workbench } from "./workbench";

/** Every benchmark, in the order in which they run. A new one is a file of its own and a line here. */
const benchmarks = [
  classifyDuckdb,
  classifyArquero,
  classifyDanfojs,
  classifyMemory,
  classifyLinearity,
  commandOnlineRetail,
  customerValue,
  functions,
  workbench,
  pane,
  summaries,
];

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const rows: Row[] = [];
for (const benchmark of chosen) {
  const measured = await benchmark.run((sentence) => console.log(`· ${sentence}`));
  for (const row of measured) console.log(lineOf(row));
  rows.push(...measured);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
const missed = rows.filter((row) => !holds(row));
if (missed.length > 0) {
  console.log(`${missed.length} of ${rows.length} miss their bar.`);
  process.exitCode = 1;
}

function lineOf(row: Row): string {
  const { name, ours, peer, peerName, ratio, bar, unit } = row;
  const measured =
    peer === null ? `${ours} ${unit}` : `${ours} ${unit}, ${peerName} ${peer} ${unit}, ratio ${ratio}`;
  const judged = bar === null ? "" : ` (bar ${bar}: ${holds(row) ? "kept" : "MISSED"})`;
  return `${name}: ${measured}${judged}`;
}
