import { randomBytes } from "node:crypto";
import { createWriteStream, unlinkSync } from "node:fs";
import { link, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { no, ok, type Result } from "../core/language/message";
import { errorCode } from "./input-file";

/** Files that are being written, to be removed if the run is ended in the middle. */
const unfinished = new Set<string>();

/** Removes what an ended run left half written. */
export function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It may not have been created yet, and there is nobody left to tell.
    }
  }
  unfinished.clear();
}

/** Refuses an output before any work is done: one that is there (without force), is the input, or has no folder. */
export async function checkOutput(path: string, input: string, force: boolean): Promise<Result<string>> {
  try {
    const folder = await stat(dirname(resolve(path)));
    if (!folder.isDirectory()) return no("out-unwritable", { file: path, problem: "ENOTDIR" });
  } catch (error) {
    return no("out-unwritable", { file: path, problem: errorCode(error) });
  }
  const there = await stat(path).catch(() => null);
  if (!there) return ok(path);
  if (there.isDirectory()) return no("file-is-folder", { file: path });
  if (!there.isFile()) return no("out-no-file", { file: path });
  const same = input !== "-" && (await realpath(path)) === (await realpath(input).catch(() => ""));
  if (same) return no("out-is-input", { file: path });
  return force ? ok(path) : no("out-exists", { file: path });
}

/**
 * Writes a file beside its place, then puts it there in one step: no reader ever sees half of it, and a run that fails
 * leaves what was there. Without `force` a file that has come there meanwhile is not replaced either.
 */
export async function writeOutput(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  force: boolean,
): Promise<Result<string>> {
  const target = await realpath(path).catch(() => path);
  const beside = `${target}.${randomBytes(4).toString("hex")}.tmp`;
  unfinished.add(beside);
  try {
    await pipeline(Readable.from(content), createWriteStream(beside, { flags: "wx" }));
    if (force) await rename(beside, target);
    else await placeNew(beside, target);
    return ok(path);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    return errorCode(error) === "EEXIST"
      ? no("out-exists", { file: path })
      : no("out-unwritable", { file: path, problem: errorCode(error) });
  } finally {
    unfinished.delete(beside);
  }
}

/** Linking fails where the name is taken, which renaming doesn't; a file system without links is renamed on. */
async function placeNew(beside: string, target: string): Promise<void> {
  try {
    await link(beside, target);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw error;
    await rename(beside, target);
    return;
  }
  await unlink(beside);
}
