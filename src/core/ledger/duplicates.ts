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
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, rowCount * 2)));
  const slots = new Int32Array(size);
  for (let row = 0; row < rowCount; row++) {
    let slot = (hashes[row] ?? 0) & (size - 1);
    for (;;) {
      const other = (slots[slot] ?? 0) - 1;
      if (other < 0) {
        slots[slot] = row + 1;
        break;
      }
      if (hashes[other] === hashes[row] && sameRow(columns, other, row)) {
        duplicate[row] = 1;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return duplicate;
}

function sameRow(columns: readonly Column[], a: number, b: number): boolean {
  return columns.every(({ cells }) =>
    isCoded(cells) ? cells.codes[a] === cells.codes[b] : cellAt(cells, a) === cellAt(cells, b),
  );
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
