/** Equal rows of columns found once: the row each distinct one first stands in, and the distinct one each row is. */
export interface Distinct {
  readonly first: Int32Array;
  readonly place: Int32Array;
}

/** The distinct rows of equally long columns, in the order of their first appearance. −0 and 0 are one. */
export function distinctRows(columns: readonly Float64Array[], rows: number): Distinct {
  let size = 16;
  while (size < rows * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const first = new Int32Array(rows);
  const place = new Int32Array(rows);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  let found = 0;
  for (let row = 0; row < rows; row++) {
    let hash = 0;
    for (const column of columns) {
      number[0] = (column[row] ?? 0) + 0;
      hash = Math.imul(hash ^ (words[0] ?? 0), 0x9e3779b1);
      hash = Math.imul(hash ^ (hash >>> 15) ^ (words[1] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    let slot = hash & (size - 1);
    for (;;) {
      const known = table[slot] ?? -1;
      if (known < 0) {
        table[slot] = found;
        first[found] = row;
        place[row] = found++;
        break;
      }
      if (sameRow(columns, first[known] ?? 0, row)) {
        place[row] = known;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { first: first.subarray(0, found), place };
}

/** The values of a column in some rows. */
export function valuesAt(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) values[at] = column[rows[at] ?? 0] ?? 0;
  return values;
}

/** Rows above which some stand for all while a search is far from its end, and about how many do. */
const MANY = 4000;

/**
 * Some of so many ascending rows, evenly spread: every second, third, … from the middle of the first such group on.
 * null where there are too few to leave any out.
 */
export function someOf(rows: number): { readonly rows: Int32Array; readonly every: number } | null {
  if (rows <= MANY) return null;
  const every = Math.floor((2 * rows) / MANY);
  const count = Math.floor(rows / every);
  return { rows: Int32Array.from({ length: count }, (_, at) => at * every + (every >> 1)), every };
}

/** How many rows each distinct one stands for. */
export function countsOf({ first, place }: Distinct): Float64Array {
  const counts = new Float64Array(first.length);
  for (let row = 0; row < place.length; row++) counts[place[row] ?? 0] = (counts[place[row] ?? 0] ?? 0) + 1;
  return counts;
}

/** Distinct rows of columns as places in `first`, in ascending order of the columns, the first of them first. */
export function ascending({ first }: Distinct, columns: readonly Float64Array[]): Int32Array {
  return Int32Array.from(first.keys()).sort((a, b) => {
    const rowA = first[a] ?? 0;
    const rowB = first[b] ?? 0;
    for (const column of columns) {
      const difference = (column[rowA] ?? 0) - (column[rowB] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function sameRow(columns: readonly Float64Array[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
