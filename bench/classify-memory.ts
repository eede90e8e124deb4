import { fileURLToPath } from "node:url";
import { alone, type Benchmark } from "./benchmark";
import { runChild } from "./child";

/** The most memory that a process of its own holds that makes a million rows and classifies them: Node, rows and all. */
export const classifyMemory: Benchmark = {
  name: "classify-memory",
  async run() {
    const script = fileURLToPath(new URL("classify-once.js", import.meta.url));
    const { megabytes } = await runChild(script, []);
    return [alone("1,000,000 rows classified, peak memory of the process", megabytes, 400, "MB")];
  },
};
