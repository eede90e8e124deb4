import { cellKey } from "../formulas/formula-cell";
import type { Area } from "../workbook/area";
import { contains, overlap } from "../workbook/area";
import type { CellValue } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";

/** Rows of a block. */
const ROWS_OF_BLOCK = 1024;

/** What a column holds in a stretch of rows, without what calculation makes. */
export interface CellBlock {
  /** Entered values; null where nothing or a formula stands, or a spill shows. */
  readonly values: readonly CellValue[];
  readonly styles: Uint16Array | undefined;
  /** Formulas by their place in the block. */
  readonly formulas: ReadonlyMap<number, string> | undefined;
}

/** The blocks of a sheet that hold anything, or those of them that the areas touch. */
export function blocksOf(sheet: Sheet, areas: readonly Area[] | "all" = "all"): string[] {
  const used = sheet.cells.used(false);
  const keys = new Set<string>();
  const add = (area: Area, right: number, bottom: number) => {
    for (let column = area.left; column <= Math.min(area.right, right); column++) {
      for (let block = floor(area.top); block <= floor(Math.min(area.bottom, bottom)); block++) {
        keys.add(`${column}:${block}`);
      }
    }
  };
  if (areas === "all") {
    if (used) add(used, used.right, used.bottom);
  } else {
    // What was there before a deletion may lie beyond what is used now, but never beyond what was ever written.
    for (const area of areas)
      add(area, sheet.cells.width - 1, Math.max(used?.bottom ?? 0, smallBottom(area)));
  }
  return [...keys];
}

const floor = (row: number) => Math.floor(row / ROWS_OF_BLOCK);

/** The bottom of an area, unless it is whole columns. */
const smallBottom = ({ bottom }: Area) => (bottom >= 1_048_575 ? 0 : bottom);

function place(key: string): Area {
  const [column = 0, block = 0] = key.split(":").map(Number);
  const top = block * ROWS_OF_BLOCK;
  return { top, bottom: top + ROWS_OF_BLOCK - 1, left: column, right: column };
}

/** Reads a block; undefined where it holds nothing. */
export function readBlock(sheet: Sheet, key: string): CellBlock | undefined {
  const area = place(key);
  const values = sheet.cells.read(area).map((row) => row[0] ?? null);
  let formulas: Map<number, string> | undefined;
  for (const { row, column, text, spill } of formulasNear(sheet, area)) {
    if (spill && overlap(spill, area)) {
      for (let at = Math.max(spill.top, area.top); at <= Math.min(spill.bottom, area.bottom); at++) {
        if (column !== area.left || at !== row) values[at - area.top] = null;
      }
    }
    if (column === area.left && row >= area.top && row <= area.bottom) {
      (formulas ??= new Map()).set(row - area.top, text);
      values[row - area.top] = null;
    }
  }
  let styles: Uint16Array | undefined;
  sheet.cells.eachStyle(area, (row, _column, id) => {
    (styles ??= new Uint16Array(ROWS_OF_BLOCK))[row - area.top] = id;
  });
  const blank = !formulas && !styles && values.every((value) => value === null);
  return blank ? undefined : { values, styles, formulas };
}

/** The formulas that stand in an area or spill into it. */
function* formulasNear(sheet: Sheet, area: Area) {
  // Few formulas, or few rows: the shorter way of the two.
  if (sheet.formulas.size > 4 * ROWS_OF_BLOCK) {
    for (let row = area.top; row <= area.bottom; row++) {
      const cell = sheet.formulas.get(cellKey(row, area.left));
      if (cell) yield cell;
    }
    for (const cell of sheet.formulas.values()) {
      if (cell.spill && overlap(cell.spill, area) && !inside(cell, area)) yield cell;
    }
    return;
  }
  for (const cell of sheet.formulas.values()) {
    if (inside(cell, area) || (cell.spill && overlap(cell.spill, area))) yield cell;
  }
}

const inside = ({ row, column }: { row: number; column: number }, area: Area) =>
  contains(area, { top: row, bottom: row, left: column, right: column });

export function sameBlock(a: CellBlock | undefined, b: CellBlock | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.formulas?.size !== b.formulas?.size) return false;
  for (const [at, text] of a.formulas ?? []) if (b.formulas?.get(at) !== text) return false;
  if (!a.values.every((value, at) => value === b.values[at])) return false;
  if (!a.styles || !b.styles) return a.styles === b.styles;
  return a.styles.every((id, at) => id === b.styles?.[at]);
}

/** Puts a block back. */
export function putBlock(sheet: Sheet, key: string, block: CellBlock | undefined): void {
  const area = place(key);
  const now = readBlock(sheet, key);
  const { book } = sheet;
  // Only what differs is written: the rest of a block may hold the spills of others.
  for (let at = 0; at < ROWS_OF_BLOCK; at++) {
    const row = area.top + at;
    const formula = block?.formulas?.get(at);
    const value = block?.values[at] ?? null;
    if (formula === now?.formulas?.get(at) && value === (now?.values[at] ?? null)) continue;
    const cell = { top: row, bottom: row, left: area.left, right: area.left };
    if (formula !== undefined) sheet.writeFormula(row, area.left, formula);
    else if (value === null) sheet.clear(cell, "contents");
    else sheet.write(cell, [[value]]);
  }
  let styled = false;
  for (let at = 0; at < ROWS_OF_BLOCK; at++) {
    const id = block?.styles?.[at] ?? 0;
    if (id === (now?.styles?.[at] ?? 0)) continue;
    sheet.cells.setStyleId(area.top + at, area.left, id);
    styled = true;
  }
  if (styled) book.tell({ kind: "style", sheet, area });
}
