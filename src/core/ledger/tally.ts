import { type Cell, type Cells, isCoded, isErrorCell } from "./cells";
import { idOf } from "./ids";

/** The different values of a column, or a fair part of them where there are very many. */
export interface Tally {
  /** How many cells hold something; how many there are. */
  readonly cells: number;
  readonly rows: number;
  /** Values with how many cells hold them. */
  readonly entries: readonly (readonly [Cell, number])[];
  /** How many different values each entry stands for: 1 when all are there. */
  readonly scale: number;
}

/** Up to so many different values are all kept. */
const KEPT = 1 << 15;

/**
 * Counts a column's different values, blanks and error values left out. Of more than 32,768 those are kept whose hash
 * lies in the smallest 1/2, 1/4, 1/8 … of all hashes, the largest such part that fits: which ones hangs on the values
 * alone, never on the order of the rows, and time and memory stay small for a million rows.
 */
export function tallyOf(cells: Cells): Tally {
  const counts = new Map<Cell, number>();
  let limit = 2 ** 32;
  let filled = 0;
  const add = (cell: Cell, count: number): void => {
    if (isNothing(cell)) return;
    filled += count;
    if (limit < 2 ** 32 && hashOf(cell) >= limit) return;
    counts.set(cell, (counts.get(cell) ?? 0) + count);
    while (counts.size > KEPT) {
      limit /= 2;
      for (const kept of counts.keys()) if (hashOf(kept) >= limit) counts.delete(kept);
    }
  };
  if (isCoded(cells)) {
    const byCode = new Uint32Array(cells.values.length);
    for (const code of cells.codes) byCode[code] = (byCode[code] ?? 0) + 1;
    byCode.forEach((count, code) => {
      if (count > 0) add(cells.values[code] ?? null, count);
    });
  } else {
    for (const cell of cells) add(cell, 1);
  }
  const rows = isCoded(cells) ? cells.codes.length : cells.length;
  return { cells: filled, rows, entries: [...counts], scale: 2 ** 32 / limit };
}

/** At most `size` of the entries, by their hashes again. */
export function sampleOf(entries: Tally["entries"], size: number): Tally["entries"] {
  if (entries.length <= size) return entries;
  const hashes = Float64Array.from(entries, ([value]) => hashOf(value));
  const limit = hashes.slice().sort()[size] ?? Infinity;
  return entries.filter((_, at) => (hashes[at] ?? 0) < limit);
}

function isNothing(cell: Cell): boolean {
  if (typeof cell === "number") return Number.isNaN(cell);
  if (typeof cell !== "string") return cell === null;
  if (cell === "") return true;
  const first = cell.charCodeAt(0);
  // Only texts that begin like NULL, #N/A, <NA>, (null), \N or a space need a closer look.
  if (first > 34 && first < 127 && first !== 35 && !(first === 78 || first === 110)) {
    if (first !== 40 && first !== 60 && first !== 92) return false;
  }
  return cell.length <= 16 && (isErrorCell(cell) || idOf(cell) === "");
}

const bits = new Float64Array(1);
const halves = new Uint32Array(bits.buffer);

/** FNV-1a over a text's code units or a number's bits, mixed so that small differences spread; 0 to 2³² − 1. */
function hashOf(cell: Cell): number {
  let hash = 0x811c9dc5;
  if (typeof cell === "string") {
    for (let at = 0; at < cell.length; at++) hash = Math.imul(hash ^ cell.charCodeAt(at), 0x01000193);
  } else {
    bits[0] = Number(cell);
    hash = Math.imul(hash ^ (halves[0] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (halves[1] ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
