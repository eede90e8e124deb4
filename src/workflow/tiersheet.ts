import { env, exit, stderr, stdin, stdout } from "node:process";
import { version } from "../../package.json";
import { languageAsked } from "./command-line";
import { EXIT } from "./exit-codes";
import { removeUnfinished } from "./output-file";
import { run } from "./run";
import { languageOf, tell } from "./terminal";

/** The command's entry: `tiersheet …` on the process' own streams. */
const posix = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
const locale = posix === "" ? new Intl.DateTimeFormat().resolvedOptions().locale : posix;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    removeUnfinished();
    exit(EXIT.interrupted);
  });
}
const terminal = {
  stdin,
  print: (text: string) => new Promise<void>((taken) => stdout.write(text, () => taken())),
  warn: (text: string) => void stderr.write(text),
  interactive: stderr.isTTY === true,
  locale,
};

stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as head, ends the command without trouble.
  if (error.code === "EPIPE") exit(EXIT.done);
  const problem = error.code ?? error.message;
  const language = languageAsked(process.argv.slice(2), languageOf(locale));
  tell(terminal, [{ code: "stdout-unwritable", params: { problem } }], language);
  exit(EXIT.file);
});

process.exitCode = await run(process.argv.slice(2), terminal, version);
