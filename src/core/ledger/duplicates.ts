import { hashOfCell, hashOfNumber, mixHash } from "./cell-hash";
import { cellAt, isCoded, type Cells, type Column } from "./cells";

/**
 * Which rows equal an earlier row in every column of the input, mapped or not. On the mapped columns alone, honest
 * lines of one order look alike.
 */
export function duplicateRows(columns: readonly Column[], rowCount: number): Uint8Array {
  const duplicate = new Uint8Array(rowCount);
  const hashes = new Uint32Array(rowCount);
  for (const column of columns) mixHashes(column.cells, hashes);
  // Open addressing with linear probing. A slot's tag is 8 bits of its row's hash, 0 where the slot is free: tags stay
  // in a processor's cache, rows are looked at where tags agree.
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, rowCount * 2)));
  const tags = new Uint8Array(size);
  const rows = new Int32Array(size);
  for (let row = 0; row < rowCount; row++) {
    const hash = hashes[row] ?? 0;
    const tag = hash >>> 24 || 1;
    let slot = hash & (size - 1);
    while (tags[slot] !== 0 && !(tags[slot] === tag && equals(rows[slot] ?? 0, row))) {
      slot = (slot + 1) & (size - 1);
    }
    if (tags[slot] !== 0) duplicate[row] = 1;
    else {
      tags[slot] = tag;
      rows[slot] = row;
    }
  }
  return duplicate;

  function equals(other: number, row: number): boolean {
    return hashes[other] === hashes[row] && sameRow(columns, other, row);
  }
}

function sameRow(columns: readonly Column[], a: number, b: number): boolean {
  for (const { cells } of columns) {
    if (isCoded(cells) ? cells.codes[a] !== cells.codes[b] : cellAt(cells, a) !== cellAt(cells, b))
      return false;
  }
  return true;
}

function mixHashes(cells: Cells, hashes: Uint32Array): void {
  if (isCoded(cells)) {
    const { codes } = cells;
    for (let row = 0; row < hashes.length; row++) hashes[row] = mixHash(hashes[row] ?? 0, codes[row] ?? 0);
  } else if (cells instanceof Float64Array) {
    for (let row = 0; row < hashes.length; row++)
      hashes[row] = mixHash(hashes[row] ?? 0, hashOfNumber(cells[row] ?? 0));
  } else {
    for (let row = 0; row < hashes.length; row++)
      hashes[row] = mixHash(hashes[row] ?? 0, hashOfCell(cells[row] ?? null));
  }
}
