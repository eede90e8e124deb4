import { env, exit, stderr, stdin, stdout } from "node:process";
import { version } from "../../package.json";
import { EXIT } from "./exit-codes";
import { removeUnfinished } from "./output-file";
import { run } from "./run";

/** The command's entry: `tiersheet …` on the process' own streams. */
const posix = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
const locale = posix === "" ? new Intl.DateTimeFormat().resolvedOptions().locale : posix;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    removeUnfinished();
    exit(EXIT.interrupted);
  });
}
// A reader that has seen enough, such as head, ends the command without trouble.
stdout.on("error", (error: NodeJS.ErrnoException) => exit(error.code === "EPIPE" ? EXIT.done : EXIT.file));

const terminal = {
  stdin,
  print: (text: string) => new Promise<void>((taken) => stdout.write(text, () => taken())),
  warn: (text: string) => void stderr.write(text),
  interactive: stderr.isTTY === true,
  locale,
};

process.exitCode = await run(process.argv.slice(2), terminal, version);
