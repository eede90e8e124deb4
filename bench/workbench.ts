import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { alone, type Benchmark } from "./benchmark";

/**
 * 100,000 rows of ten columns written and read back in chunks of 10,000 through the real office.js, answered by the
 * workbench's host; in a process of its own, since the client wants a `window`.
 */
export const workbench: Benchmark = {
  name: "workbench",
  async run() {
    const script = fileURLToPath(new URL("workbench-once.js", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    const { writeSeconds, readSeconds } = JSON.parse(stdout) as { writeSeconds: number; readSeconds: number };
    return [
      alone("100,000 × 10 cells written and read back through office.js", writeSeconds + readSeconds, 5, "s"),
    ];
  },
};
