import { no, ok, type Message, type Result } from "../core/language/message";
import { bytesOf, MESSAGE_BYTES } from "./block-size";
import { findFormulas } from "./formula-cells";
import { patchesOf, stillThere } from "./formula-patches";
import { readPatches, write, type Writing } from "./frozen-values";
import { callsOf } from "./function-calls";
import type { WriteOptions } from "./going";
import { leftFormulas } from "./left-formulas";
import { excelRefused, officeCode } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";
import { addressOf } from "./sheet-area";

/** What became of the cells with the add-in's functions. */
export interface Frozen {
  /** Cells that are values now, those of spilled areas counted one by one. */
  readonly frozen: number;
  /** Formulas that were left as they were: they show an error, their sheet is protected or filtered. */
  readonly left: number;
  /** Names of the sheets where cells became values. */
  readonly sheets: readonly string[];
  /** Why formulas were left, and where. */
  readonly told: readonly Message[];
}

/**
 * Makes values of the cells whose formula calls one of these functions, `RFM` or `TIER`, on all sheets: what they show
 * now, in the format they have; text stays text, whatever it looks like. What a formula spills becomes values as a
 * whole. Formulas that show an error or have no result yet stay, and so do those on protected or filtered sheets. All is
 * read before anything is written; where the reader cancels or Excel gives up, the formulas come back.
 */
export async function freezeFormulas(
  functions: readonly string[],
  going: WriteOptions = {},
  pause: Wait = wait,
): Promise<Result<Frozen>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const share = (from: number, width: number) => (done: number) => going.share?.(from + done * width);
      const found = await findFormulas(
        context,
        callsOf(functions),
        { ...going, share: share(0, 0.4) },
        pause,
      );
      if (!found) return no("pane.cancelled");
      const open = found.filter(({ isProtected, isFiltered }) => !isProtected && !isFiltered);
      const writings: Writing[] = [];
      for (const formulas of open) {
        const patches = await patchesOf(context, formulas.sheet, formulas.cells, pause);
        const read = await readPatches(context, formulas, patches, going, pause);
        if (!read) return no("pane.cancelled");
        writings.push(...read);
      }
      const left = leftFormulas(found.filter((sheet) => !open.includes(sheet)));
      for (const { sheet, errors } of writings)
        for (const cell of errors) left.add("errors", sheet.name, addressOf(cell), 1);
      const leave = (why: "changed" | "refused", { sheet, patch: { area, spilled }, count }: Writing) =>
        left.add(why, sheet.name, addressOf(area), spilled ? 1 : count);

      /** What has been written, or may have been. */
      const undo: Writing[] = [];
      let frozen = 0;
      const sheets = new Set<string>();
      try {
        const groups = bySize(writings.filter(({ count }) => count > 0));
        const all = groups.length;
        for (let group = groups.shift(); group; group = groups.shift()) {
          if (going.cancelled?.()) {
            await putBack(context, undo, pause);
            return no("pane.cancelled");
          }
          const same = await stillThere(context, group, pause);
          for (const writing of group) if (!same.includes(writing)) leave("changed", writing);
          undo.push(...same);
          try {
            await patiently(async () => {
              for (const writing of same) write(writing, "values");
              await context.sync();
            }, pause);
            for (const { sheet, count } of same) {
              frozen += count;
              sheets.add(sheet.name);
            }
          } catch (error) {
            if (isOver(error)) throw error;
            // Part of an array, or what only Excel knows: where it is stays as it was, the others needn't.
            const failed = undo.splice(undo.length - same.length);
            if (failed.length > 1) {
              await putBack(context, failed, pause);
              groups.unshift(...failed.map((writing) => [writing]));
            } else for (const writing of failed) leave("refused", writing);
          }
          share(0.6, 0.4)(1 - Math.min(all, groups.length) / all);
        }
      } catch (error) {
        await putBack(context, undo, pause).catch(() => {});
        throw error;
      }
      return ok({ frozen, left: left.count(), sheets: [...sheets], told: left.messages() });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** True of an error after which nothing more will go through. */
function isOver(error: unknown): boolean {
  const code = officeCode(error);
  return code === null || OVER.has(code);
}

const OVER = new Set([
  "InvalidOrTimedOutSession",
  "SessionNotFound",
  "ConnectionFailure",
  "RequestAborted",
  "ActivityLimitReached",
  "InvalidOperationInCellEditMode",
]);

/** Gives cells their formulas again, as far as Excel lets it: what it refused to write is as it was. */
async function putBack(context: Excel.RequestContext, done: readonly Writing[], pause: Wait): Promise<void> {
  for (const writing of done) {
    try {
      await patiently(async () => {
        write(writing, "formulas");
        await context.sync();
      }, pause);
    } catch (error) {
      if (isOver(error)) throw error;
    }
  }
}

function bySize(writings: readonly Writing[]): (readonly Writing[])[] {
  const groups: Writing[][] = [];
  let bytes = Infinity;
  for (const writing of writings) {
    const more = bytesOf(writing.values) + bytesOf(writing.patch.formulas);
    if (bytes + more > MESSAGE_BYTES) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(writing);
    bytes += more;
  }
  return groups;
}
