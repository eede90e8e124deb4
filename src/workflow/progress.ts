import { SingleBar } from "cli-progress";
import type { Language } from "../core/language/language";
import { say } from "../core/language/message";
import type { Terminal } from "./terminal";

/** A bar that moves while a file is read: on a terminal only, and only where the size is known. */
export interface Progress {
  readonly read: (bytes: number) => void;
  readonly end: () => void;
}

/** Starts a bar on standard error, or one that shows nothing. */
export function startProgress(
  terminal: Terminal,
  size: number | undefined,
  quiet: boolean,
  language: Language,
): Progress {
  if (!terminal.interactive || quiet || size === undefined || size === 0) {
    return { read: () => undefined, end: () => undefined };
  }
  const bar = new SingleBar({
    format: `${say({ code: "command-reading" }, language)} {bar} {percentage}%`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  });
  bar.start(size, 0);
  return { read: (bytes) => bar.update(Math.min(bytes, size)), end: () => bar.stop() };
}
