import type { PivotTable } from "./pivot";
import { keptState } from "./pivot-state";
import { writePivot } from "./pivot-write";
import type { Refusal } from "./refusal";
import type { Workbook } from "./workbook";

/** The PivotTables whose cells are to be written, each with what sets it up as it was when they last were. */
const unwritten = new WeakMap<Workbook, Map<PivotTable, () => void>>();

/** Whether changes of PivotTables write no cells until somebody looks at them. */
export const isDeferring = (book: Workbook): boolean => unwritten.has(book);

/**
 * Does work in which a PivotTable is computed and written once for all that is done to it, at the end or when its cells
 * are looked at (`settlePivots`). Some ten changes make one PivotTable, each over all records of its source.
 */
export function deferPivots<T>(book: Workbook, work: () => T): T {
  if (isDeferring(book)) return work();
  unwritten.set(book, new Map());
  try {
    return work();
  } finally {
    settlePivots(book);
    unwritten.delete(book);
  }
}

/** Notes that a PivotTable's cells are to be written; before it is changed. */
export function writeLater(pivot: PivotTable): void {
  const waiting = unwritten.get(pivot.sheet.book);
  if (waiting && !waiting.has(pivot)) waiting.set(pivot, keptState(pivot));
}

/** A PivotTable that goes needs no cells. */
export function forgetUnwritten(pivot: PivotTable): void {
  unwritten.get(pivot.sheet.book)?.delete(pivot);
}

/**
 * Writes the cells of PivotTables that were changed; to be called before cells, areas or layouts of PivotTables are
 * looked at. One whose cells don't fit is set up as it was when they last did; the first such refusal is answered.
 */
export function settlePivots(book: Workbook): Refusal | undefined {
  const waiting = unwritten.get(book);
  if (!waiting || waiting.size === 0) return undefined;
  let first: Refusal | undefined;
  for (const [pivot, takeBack] of [...waiting]) {
    waiting.delete(pivot);
    if (!pivot.sheet.pivotTables.includes(pivot)) continue;
    const refused = writePivot(pivot);
    if (!refused) continue;
    takeBack();
    first ??= refused;
  }
  return first;
}
