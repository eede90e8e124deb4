import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { memo } from "../functions/memo";
import { TIER } from "../functions/tier";
import { classify } from "../src/core/classify";
import { against, alone, type Benchmark } from "./benchmark";
import { argumentsOf, callRfm, giveErrors, type Columns } from "./function-calls";
import { rfmPolicy } from "./policies";
import { medianTimes, timed } from "./timing";
import { COLUMNS, plainTable, transactions } from "./transactions";

const ROWS = 100_000;
const CELLS = 20_000;
const RUNS = 9;
const PROCESSES = 5;

/** The runtime of custom functions invokes a batch for so many milliseconds, then yields. */
const BATCH = 1_000;

/**
 * The custom functions, measured inside them: RFM against the core on the same columns; the recalculation that changed
 * nothing, on arrays of its own as every call of Excel brings, against the first time of a new runtime and, told only,
 * against computing anew in a warm one; and single-cell TIERs.
 */
export const functions: Benchmark = {
  name: "functions",
  async run() {
    giveErrors();
    const policy = rfmPolicy();
    const table = plainTable(transactions(ROWS, ROWS / 20));
    const copies = argumentsOf(ROWS, 4);
    let turn = 0;
    const next = () => copies[turn++ % copies.length] as Columns;
    const [core = NaN, anew = NaN] = await medianTimes(
      [
        timed(() => classify(table, policy, { mapping: COLUMNS })),
        timed(() => {
          memo.forget();
          return callRfm(next());
        }),
      ],
      RUNS,
      10,
    );
    const [again = NaN] = await medianTimes([timed(() => callRfm(next()))], RUNS, 30);
    const [tiers = NaN] = await medianTimes([timed(singleTiers)], RUNS);
    const [first, second] = await inNewProcesses();
    return [
      against("RFM over 100,000 rows", anew, "the core, classify()", core, 1.3, "ms"),
      against("RFM recalculated, nothing changed", second, "its first time", first, 0.1, "ms"),
      against("RFM recalculated, nothing changed, code warm", again, "computed anew", anew, null, "ms"),
      alone("20,000 single-cell TIERs, all in one batch", tiers, BATCH, "ms"),
    ];
  },
};

/** The median times of a runtime's first RFM and of its recalculation. */
async function inNewProcesses(): Promise<readonly [number, number]> {
  const script = fileURLToPath(new URL("functions-once.js", import.meta.url));
  const runs: number[][] = [];
  for (let run = 0; run < PROCESSES; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    runs.push(JSON.parse(stdout) as number[]);
  }
  const middle = (at: number) =>
    runs.map((times) => times[at] ?? NaN).sort((a, b) => a - b)[PROCESSES >> 1] ?? NaN;
  return [middle(0), middle(1)];
}

function singleTiers(): void {
  for (let cell = 0; cell < CELLS; cell++) {
    TIER([[cell]], [[100, 1_000, 10_000]], [["D", "C", "B", "A"]], null);
  }
}
