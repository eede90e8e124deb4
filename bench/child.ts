import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What a process of its own took: the most memory it ever held (resident set), and its time from start to end. */
export interface ChildUse {
  readonly megabytes: number;
  readonly seconds: number;
}

const MARK = "peak-rss-kb:";
const MEASURED = `process.on("exit", () => process.stderr.write("${MARK}" + process.resourceUsage().maxRSS))`;

/** Runs a script of Node in a process of its own, which says at its end how much memory it took at most. */
export async function runChild(script: string, args: readonly string[]): Promise<ChildUse> {
  const start = performance.now();
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(MEASURED)}`, script, ...args],
    { maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = Number(stderr.slice(stderr.lastIndexOf(MARK) + MARK.length));
  return { megabytes: (kilobytes * 1024) / 1e6, seconds };
}
