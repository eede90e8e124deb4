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

const bits = new DataView(new ArrayBuffer(8));

function mixHashes(cells: Cells, hashes: Uint32Array): void {
  if (isCoded(cells)) {
    for (let row = 0; row < hashes.length; row++) hashes[row] = mix(hashes[row] ?? 0, cells.codes[row] ?? 0);
    return;
  }
  if (cells instanceof Float64Array) {
    for (let row = 0; row < hashes.length; row++)
      hashes[row] = mix(hashes[row] ?? 0, hashNumber(cells[row] ?? 0));
    return;
  }
  for (let row = 0; row < hashes.length; row++) {
    const cell = cells[row] ?? null;
    const hash =
      typeof cell === "string"
        ? hashText(cell)
        : typeof cell === "number"
          ? hashNumber(cell)
          : cell === null
            ? 7
            : cell
              ? 5
              : 3;
    hashes[row] = mix(hashes[row] ?? 0, hash);
  }
}

function hashNumber(value: number): number {
  if ((value | 0) === value) return value;
  bits.setFloat64(0, value);
  return bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x85ebca6b);
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** One round of MurmurHash3's mixing, so that columns with few distinct cells still spread. */
function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  hash ^= k;
  hash = (hash << 13) | (hash >>> 19);
  hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
