import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Figures } from "../src/workbench/host/meter";
import { alone, type Benchmark, type Row } from "./benchmark";
import type { Shape } from "./pane-sheets";

/** What a run of the pane cost. */
export interface RunFigures extends Figures {
  /** Bytes of JSON of the cells that were written, and of nothing else. */
  readonly cells: number;
  readonly seconds: { readonly read: number; readonly classify: number; readonly write: number };
}

/** A first run, and the same again over what it wrote; null where that would take too long. */
export interface PaneFigures {
  readonly first: RunFigures;
  readonly again: RunFigures | null;
}

const ROWS = [1_000, 50_000, 500_000];
type PaneShape = Exclude<Shape, "orders-attributes">;
const SHAPES: Readonly<Record<PaneShape, string>> = {
  orders: "orders, a Customers sheet",
  "orders-beside": "orders, a Customers sheet and tier and stage beside each",
  customers: "customers, columns beside each",
};

/** Bytes written against the JSON of the cells, and syncs against what the bytes both ways allow. */
const BYTES_BAR = 1.15;
const SYNCS = 12;
const BYTES_A_SYNC = 1e6;

/**
 * The pane's whole flow through the real office.js and the workbench's host, whose meter counts what crosses: a sheet is
 * read, classified, and the result written; then once more, in place. Each in a process of its own.
 */
export const pane: Benchmark = {
  name: "pane",
  async run(tell) {
    const script = fileURLToPath(new URL("pane-once.js", import.meta.url));
    const rows: Row[] = [];
    for (const count of ROWS) {
      for (const shape of Object.keys(SHAPES) as PaneShape[]) {
        // A column of reasons for each of half a million customers: minutes in our host, and twice as long again.
        const again = shape !== "customers" || count < 500_000;
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ["--max-old-space-size=12288", script, shape, String(count), again ? "2" : "1"],
          { maxBuffer: 1 << 24 },
        );
        const figures = JSON.parse(stdout.slice(stdout.lastIndexOf('{"first"'))) as PaneFigures;
        const name = `${count.toLocaleString("en-US")} ${SHAPES[shape]}`;
        rows.push(...judged(name, figures.first));
        if (figures.again) rows.push(...judged(`${name}, once more in place`, figures.again));
        const { read, classify, write } = figures.first.seconds;
        tell(
          `${name}: ${read.toFixed(1)} s read, ${classify.toFixed(1)} s classified, ${write.toFixed(1)} s written`,
        );
      }
    }
    return rows;
  },
};

function judged(name: string, { bytesIn, bytesOut, cells, syncs, seconds }: RunFigures): readonly Row[] {
  const allowed = SYNCS + (bytesIn + bytesOut) / BYTES_A_SYNC;
  return [
    alone(`${name}: bytes written ÷ JSON of the cells`, bytesIn / cells, BYTES_BAR, "×"),
    alone(`${name}: syncs (${syncs}) ÷ what the bytes allow`, syncs / allowed, 1, "×"),
    alone(
      `${name}: read, classified and written`,
      seconds.read + seconds.classify + seconds.write,
      null,
      "s",
    ),
  ];
}
