import { hashOfCell, mixHash } from "./cell-hash";
import type { Cell, Cells, CodedCells, Table } from "./cells";
import { isCoded } from "./cells";

/** Below so many rows a column is coded whatever it holds. */
const FEW = 65_536;

/** The table with plain columns coded, so that each distinct cell is read once however often it stands there. */
export function codedTable(table: Table): Table {
  return { ...table, columns: table.columns.map((column) => ({ ...column, cells: coded(column.cells) })) };
}

/** A column as it is if it is coded, holds numbers alone, or hardly repeats itself; else coded. */
function coded(cells: Cells): Cells {
  if (isCoded(cells) || cells instanceof Float64Array) return cells;
  return codeCells(cells) ?? cells;
}

/**
 * Codes a column of cells, distinct ones in the order of their first rows; NaN is a blank. Null where more than half of
 * many cells are distinct, as codes then save nothing. A hash table of our own takes half the time of a Map, which
 * hashes a million texts and boxes what it keeps of them.
 */
function codeCells(cells: readonly Cell[]): CodedCells | null {
  const codes = new Uint32Array(cells.length);
  const values: Cell[] = [];
  const hashes: number[] = [];
  // Open addressing with linear probing: a slot holds the code of a distinct cell plus one, 0 is free.
  let slots = new Int32Array(1024);
  for (let row = 0; row < codes.length; row++) {
    let cell = cells[row] ?? null;
    if (typeof cell === "number" && Number.isNaN(cell)) cell = null;
    const hash = mixHash(0, hashOfCell(cell));
    const mask = slots.length - 1;
    let slot = hash & mask;
    let code = (slots[slot] ?? 0) - 1;
    while (code >= 0 && (hashes[code] !== hash || values[code] !== cell)) {
      slot = (slot + 1) & mask;
      code = (slots[slot] ?? 0) - 1;
    }
    if (code < 0) {
      code = values.push(cell) - 1;
      hashes.push(hash);
      slots[slot] = code + 1;
      if (values.length * 2 > slots.length) slots = spread(hashes, slots.length * 2);
      if (row > FEW && values.length * 2 > row) return null;
    }
    codes[row] = code;
  }
  return { codes, values };
}

/** The slots of distinct cells in a table of another size. */
function spread(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size);
  hashes.forEach((hash, code) => {
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = code + 1;
  });
  return slots;
}
