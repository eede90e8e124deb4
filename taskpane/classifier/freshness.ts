import type { OpenWorkbook } from "./open-workbook";
import type { Store, Work } from "./workspace-state";

/** Knows whether the sheet that is open is still as it was read. */
export interface Freshness {
  /** From now on changes are heard of. */
  readonly watch: (workbook: OpenWorkbook) => Promise<void>;
  /** A reading begins: what changes from now on, it may have missed. */
  readonly reading: () => void;
  /** True where what was read has changed since its reading began. */
  readonly isBehind: (work: Pick<Work, "source" | "opened">) => boolean;
}

/** Puts into the state that the sheet that was read has changed. What stands to the right of its columns doesn't count. */
export function startFreshness({ get, set }: Store): Freshness {
  /** The leftmost column that changed since the last reading began, by sheet. */
  const leftmost = new Map<string, number>();
  const isBehind: Freshness["isBehind"] = ({ source, opened: { sheetId, lastColumn = 0 } }) =>
    source.kind === "sheet" && sheetId !== undefined && (leftmost.get(sheetId) ?? Infinity) <= lastColumn;
  return {
    isBehind,
    reading: () => leftmost.clear(),
    watch: async (workbook) => {
      await workbook.watchChanges(({ sheet, column, byOthers }) => {
        const { working, work, changed } = get();
        // What may be our own is taken for it while we write; a reading and a run write nothing.
        const writing = working && working.kind !== "reading" && working.kind !== "classifying";
        if (!byOthers && writing) return;
        leftmost.set(sheet, Math.min(column, leftmost.get(sheet) ?? Infinity));
        if (work && !changed && isBehind(work)) set({ changed: true });
      });
    },
  };
}
