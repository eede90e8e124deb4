import type { Area } from "../workbook/area";
import { COLUMNS, ROWS } from "../workbook/area";
import type { CellValue } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";
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
 * Reads ranges for the calculation, the same one only once while its columns don't change. Whole columns and rows end
 * where the sheet's used area does: what follows is blank.
 */
export class RangeReader {
  readonly #kept = new Map<Sheet, Map<string, Kept>>();

  read({ sheet, area }: Reference): CellValue | Matrix {
    if (area.top === area.bottom && area.left === area.right) return sheet.value(area.top, area.left);
    const cut = cutToUsed(sheet, area);
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

/** An area without the blank end of whole columns and rows; at least one row and column of it stay. */
export function cutToUsed(sheet: Sheet, area: Area): Area {
  if (area.bottom < ROWS - 1 && area.right < COLUMNS - 1) return area;
  const used = sheet.cells.used(true);
  const bottom = area.bottom === ROWS - 1 ? Math.max(area.top, used?.bottom ?? 0) : area.bottom;
  const right = area.right === COLUMNS - 1 ? Math.max(area.left, used?.right ?? 0) : area.right;
  return { ...area, bottom, right };
}
