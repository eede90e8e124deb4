import { hashOfCell, hashOfNumber, mixHash } from "./cell-hash";
import { cellAt, isCoded, type Cells, type Column } from "./cells";

/**
 * Which rows equal an earlier row in every column of the input, mapped or not. On the mapped columns alone, honest
 * lines of one order look alike.
 */
export function duplicateRows(columns: readonly Column[], rowCount: number): Uint8Array {
  const hashes = new Uint32Array(rowCount);
  for (const column of columns) mixHashes(column.cells, hashes);
  const suspects = rowsOfSharedHash(hashes);
  const duplicate = new Uint8Array(rowCount);
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, suspects.length * 2)));
  const slots = new Int32Array(size);
  for (const row of suspects) {
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

/**
 * The rows, ascending, that share some bits of their hash with another: all that can be equal, and few more. Two bits
 * for each of 16 places a row stay in a processor's cache where the rows themselves would not.
 */
function rowsOfSharedHash(hashes: Uint32Array): Uint32Array {
  const places = 2 ** Math.min(31, Math.ceil(Math.log2(Math.max(32, hashes.length * 16))));
  const once = new Uint32Array(places / 32);
  const again = new Uint32Array(places / 32);
  for (const hash of hashes) {
    const word = (hash & (places - 1)) >>> 5;
    const bit = 1 << (hash & 31);
    const before = once[word] ?? 0;
    if (before & bit) again[word] = (again[word] ?? 0) | bit;
    else once[word] = before | bit;
  }
  const isShared = (hash: number) => ((again[(hash & (places - 1)) >>> 5] ?? 0) & (1 << (hash & 31))) !== 0;
  let count = 0;
  for (const hash of hashes) if (isShared(hash)) count++;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; at < count; row++) if (isShared(hashes[row] ?? 0)) rows[at++] = row;
  return rows;
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
