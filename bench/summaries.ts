import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Figures } from "../src/workbench/host/meter";
import { against, alone, type Benchmark, type Row } from "./benchmark";
import type { Shape } from "./pane-sheets";

/** What a run cost, and the seconds of the processor that the host took for its requests. */
export interface SummariesRun extends Figures {
  readonly seconds: number;
}

/** The runs over one sheet, in the order in which they were. */
export interface SummariesFigures {
  readonly customers: number;
  /** All but the Summary and the Pivots, in an empty workbook. */
  readonly without: SummariesRun;
  /** The Summary and the Pivots alone, beside what is there; then once more. */
  readonly first: SummariesRun;
  readonly again: SummariesRun;
  /** Everything once more in place, without the summaries and with them. */
  readonly allWithout: SummariesRun;
  readonly all: SummariesRun;
}

const SECONDS = 3;
const SYNCS = 25;

/** Sheets of 50,000 customers: a row each, and orders with six attributes, two and a half each on average. */
const SHEETS: readonly (readonly [Shape, number, string])[] = [
  ["customers", 50_000, "a list of them"],
  ["orders-attributes", 125_000, "their orders with six attributes"],
];

/**
 * What the Summary and the Pivots of 50,000 customers cost Excel: syncs, and seconds of the workbench's host, which are
 * judged beside those that it needs for the other sheets of the same run. Each in a process of its own.
 */
export const summaries: Benchmark = {
  name: "summaries",
  async run() {
    const script = fileURLToPath(new URL("summaries-once.js", import.meta.url));
    const rows: Row[] = [];
    for (const [shape, count, what] of SHEETS) {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--max-old-space-size=8192", script, shape, String(count)],
        { maxBuffer: 1 << 24 },
      );
      const figures = JSON.parse(stdout.slice(stdout.lastIndexOf('{"customers"'))) as SummariesFigures;
      rows.push(...judged(figures, what));
    }
    return rows;
  },
};

function judged(
  { customers, without, first, again, allWithout, all }: SummariesFigures,
  what: string,
): Row[] {
  const name = `summaries of ${customers.toLocaleString("en-US")} customers, ${what}`;
  const peer = "the run's other sheets";
  return [
    alone(`${name}: syncs`, first.syncs, SYNCS, "syncs"),
    alone(`${name}, refreshed: syncs`, again.syncs, SYNCS, "syncs"),
    alone(`${name}, in a whole run: further syncs`, all.syncs - allWithout.syncs, SYNCS, "syncs"),
    alone(`${name}: host`, first.seconds, SECONDS, "s"),
    alone(`${name}, refreshed: host`, again.seconds, SECONDS, "s"),
    against(`${name}: host`, first.seconds, peer, without.seconds, 1, "s"),
    against(`${name}, refreshed: host`, again.seconds, peer, allWithout.seconds, 1, "s"),
  ];
}
