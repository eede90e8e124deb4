import { type Cells, cellAt, isBlank, type Table } from "./cells";
import { duplicateRows } from "./duplicates";
import { readIds } from "./ids";

/**
 * True where a column repeats one value on all lines of an order: an order's total written beside each of its lines,
 * which would be counted once per line. At least 3 orders of several lines must show it, and 95% of them; lines where
 * the cell is blank don't count (exports that write the total on the first line only are in order), and no more do copies
 * of a whole row.
 */
export function repeatsWithinOrders(orders: Cells, amounts: Cells, table: Table): boolean {
  // Copies are looked for only where the lines look alike with them, as that takes a pass over every column.
  if (!linesAgree(orders, amounts, table.rowCount, null)) return false;
  return linesAgree(orders, amounts, table.rowCount, duplicateRows(table.columns, table.rowCount));
}

function linesAgree(orders: Cells, amounts: Cells, rowCount: number, left: Uint8Array | null): boolean {
  const { index, names } = readIds(orders);
  const firstRow = new Int32Array(names.length).fill(-1);
  const state = new Uint8Array(names.length);
  for (let row = 0; row < rowCount; row++) {
    const order = index[row] ?? -1;
    if (order < 0 || left?.[row]) continue;
    const cell = cellAt(amounts, row);
    if (isBlank(cell)) continue;
    const first = firstRow[order] ?? -1;
    if (first < 0) firstRow[order] = row;
    else if (cellAt(amounts, first) !== cell) state[order] = VARIES;
    else if (state[order] === ONE_LINE) state[order] = SAME;
  }
  let same = 0;
  let varies = 0;
  for (const seen of state) {
    if (seen === SAME) same++;
    else if (seen === VARIES) varies++;
  }
  return same >= 3 && same >= 0.95 * (same + varies);
}

const ONE_LINE = 0;
const SAME = 1;
const VARIES = 2;
