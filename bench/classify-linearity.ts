import { classify } from "../src/core/classify";
import { against, type Benchmark } from "./benchmark";
import { rfmPolicy } from "./policies";
import { medianTimes, timed } from "./timing";
import { codedTable, COLUMNS, transactions } from "./transactions";

const SIZES = [10_000, 100_000, 1_000_000] as const;

/** Whether time grows with rows and no faster: the time of a thousand rows in a table ten times larger. */
export const classifyLinearity: Benchmark = {
  name: "classify-linearity",
  async run() {
    const policy = rfmPolicy();
    const tables = SIZES.map((rows) => codedTable(transactions(rows, rows / 20)));
    const times = await medianTimes(
      tables.map((table) => timed(() => classify(table, policy, { mapping: COLUMNS }))),
      9,
      5,
    );
    const perThousand = times.map((time, at) => (1000 * time) / (SIZES[at] ?? NaN));
    const count = (rows: number) => rows.toLocaleString("en-US");
    return SIZES.slice(1).map((rows, at) => {
      const name = `time per 1,000 rows, of ${count(rows)} rows against ${count(rows / 10)}`;
      const [smaller = NaN, larger = NaN] = perThousand.slice(at, at + 2);
      return against(name, larger, `${count(rows / 10)} rows`, smaller, 1.3, "ms");
    });
  },
};
