import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { no, ok, type Result, type Trouble } from "../core/language/message";
import type { Terminal } from "./terminal";

/** A file to be read in chunks. */
export interface InputFile {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes; not known of standard input. */
  readonly size?: number;
}

/** Opens an input: a file, or `-` for standard input. */
export async function openInput(path: string, terminal: Terminal): Promise<Result<InputFile>> {
  if (path === "-") return ok({ name: "-", chunks: terminal.stdin });
  try {
    const found = await stat(path);
    if (found.isDirectory()) return no("file-is-folder", { file: path });
    // A pipe has no name that says its type; it is told by its content, as standard input is.
    if (!found.isFile()) return ok({ name: "-", chunks: createReadStream(path) });
    return ok({
      name: basename(path),
      chunks: createReadStream(path, { highWaterMark: 1 << 20 }),
      size: found.size,
    });
  } catch (error) {
    return { ok: false, troubles: [fileTrouble(path, error)] };
  }
}

/** The bytes of a whole file. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    return ok(new Uint8Array(await readFile(path)));
  } catch (error) {
    return { ok: false, troubles: [fileTrouble(path, error)] };
  }
}

/** What went wrong with a file, as a reader needs it. */
export function fileTrouble(file: string, error: unknown): Trouble {
  const code = errorCode(error);
  if (code === "ENOENT") return { code: "file-missing", params: { file } };
  if (code === "EISDIR") return { code: "file-is-folder", params: { file } };
  return { code: "file-unreadable", params: { file, problem: code } };
}

/** The system's code of an error, such as EACCES; its message where there is none. */
export function errorCode(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
