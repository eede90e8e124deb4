import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type Server } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readArguments } from "../../../scripts/start.js";

const SCRIPT = fileURLToPath(new URL("../../../scripts/start.js", import.meta.url));

/** A signal can't be sent to a process of Windows: it would only be ended. */
const noSignals = process.platform === "win32";

describe("npm start", { timeout: 60_000 }, () => {
  const running: ChildProcess[] = [];
  const taken: Server[] = [];

  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
    for (const server of taken.splice(0)) server.close();
  });

  /** Runs it until it ends, or until its output has what is waited for. */
  function start(...args: string[]) {
    const child = spawn(process.execPath, [SCRIPT, ...args], { env: { ...process.env, FORCE_COLOR: "1" } });
    running.push(child);
    let output = "";
    const heard = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        for (const listener of heard) listener();
      });
    }
    const code = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const says = (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const [found] = pattern.exec(output) ?? [];
          if (found !== undefined) resolve(found);
        };
        heard.add(look);
        look();
        void code.then(() => reject(new Error(`It ended: ${output}`)));
      });
    return { child, code, says, output: () => output };
  }

  const ADDRESS = /^https:\/\/localhost:\d+\/workbench\/$/m;

  it.skipIf(noSignals)("prints its address on a line of its own, and Ctrl+C ends it with 0", async () => {
    const { child, code, says } = start("--no-open", "--port", "3950");
    expect(await says(ADDRESS)).toMatch(/^https:\/\/localhost:39\d\d\/workbench\/$/);
    child.kill("SIGINT");
    expect(await code).toBe(0);
  });

  it("tells that a port is taken and uses the next one", async () => {
    const server = createServer();
    taken.push(server);
    await new Promise<void>((resolve) => server.listen(3960, "127.0.0.1", resolve));
    const { says } = start("--no-open", "--port", "3960");
    expect(await says(/Port 3960 is taken: \d+ is used instead\./)).toContain("3961");
    expect(await says(ADDRESS)).toBe("https://localhost:3961/workbench/");
  });

  it.each([
    [["--port", "abc"], /--port wants a whole number/],
    [["--port", "70000"], /from 1 to 65535/],
    [["--lang", "fr"], /--lang wants zh or en/],
    [["--colour"], /--colour/],
    [["here"], /here/],
  ])("answers %j with a sentence and ends with 2", async (args, sentence) => {
    const { code, output } = start(...args);
    expect(await code).toBe(2);
    expect(output()).toMatch(sentence);
    expect(output()).toContain("Usage: npm start");
  });

  it("reads its flags", () => {
    expect(readArguments([])).toEqual({ open: true, port: 3000, language: undefined, help: false });
    expect(readArguments(["--no-open", "--port", "4000", "--lang", "zh"])).toEqual({
      open: false,
      port: 4000,
      language: "zh",
      help: false,
    });
  });
});
