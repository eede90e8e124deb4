import type { Area } from "../workbook/area";
import { COLUMNS, ROWS } from "../workbook/area";
import type { CellValue } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";
import type { WatchedArea } from "./formula-cell";
import { Matrix, type Reference } from "./operand";

/** Cells of a range beyond which it is kept for the next formula that reads it. */
const WORTH_KEEPING = 16;

/** Ranges kept at most; old ones go first. */
const KEPT = 256;

interface Kept {
  readonly version: number;
  readonly matrix: Matrix;
}

/**
 * Reads ranges for the calculation, the same one only once while its columns don't change. Whole columns and rows are cut
 * where what they hold ends: what follows is blank.
 */
export class RangeReader {
  readonly #kept = new Map<Sheet, Map<string, Kept>>();

  read({ sheet, area }: Reference, ends: Ends | undefined): CellValue | Matrix {
    if (area.top === area.bottom && area.left === area.right) return sheet.value(area.top, area.left);
    const cut = ends === undefined ? area : cutTo(area, ends);
    const cells = (cut.bottom - cut.top + 1) * (cut.right - cut.left + 1);
    if (cells < WORTH_KEEPING) return new Matrix(sheet.values(cut));
    const version = sheet.cells.version(cut.left, cut.right);
    const key = `${cut.top},${cut.left},${cut.bottom},${cut.right}`;
    let kept = this.#kept.get(sheet);
    if (kept === undefined) this.#kept.set(sheet, (kept = new Map()));
    const found = kept.get(key);
    if (found?.version === version) return found.matrix;
    const matrix = new Matrix(sheet.values(cut));
    kept.delete(key);
    kept.set(key, { version, matrix });
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return matrix;
  }

  /** Forgets what is kept: it takes memory that only a running calculation needs. */
  clear(): void {
    this.#kept.clear();
  }
}

/** Where whole columns and rows end for a formula: all its references at the same row and column. */
export interface Ends {
  readonly bottom: number;
  readonly right: number;
}

/** The last row and column that any of some whole columns and rows uses; what else the sheet holds doesn't count. */
export function endsOf(areas: readonly WatchedArea[]): Ends {
  let bottom = 0;
  let right = 0;
  for (const { sheet, area } of areas) {
    if (area.bottom === ROWS - 1)
      bottom = Math.max(bottom, area.top, sheet.cells.lastRow(area.left, area.right));
    if (area.right === COLUMNS - 1)
      right = Math.max(right, area.left, sheet.cells.lastColumn(area.top, area.bottom));
  }
  return { bottom, right };
}

/** Whether an area goes on to the end of the sheet, so that reading it all is out of the question. */
export const isOpenEnded = (area: Area): boolean => area.bottom === ROWS - 1 || area.right === COLUMNS - 1;

function cutTo(area: Area, ends: Ends): Area {
  const bottom = area.bottom === ROWS - 1 ? Math.max(area.top, ends.bottom) : area.bottom;
  const right = area.right === COLUMNS - 1 ? Math.max(area.left, ends.right) : area.right;
  return { ...area, bottom, right };
}
