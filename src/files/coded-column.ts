import { isBlank, type Cell, type CodedCells } from "../core/ledger/cells";

const PART_BITS = 16;
const PART_LENGTH = 1 << PART_BITS;

/** A column that grows as rows are read: each distinct cell once, and an index a row. Code 0 is the blank. */
export interface GrowingColumn {
  /** Puts a cell in a row and says whether it is more than a blank. Rows never put are blank. */
  readonly put: (row: number, cell: Cell) => boolean;
  /** The column as `rowCount` rows. The growing one is spent. */
  readonly finish: (rowCount: number) => CodedCells;
}

/** An empty column. Codes are kept in parts that exist only where a cell is, so a sparse column costs little. */
export function growingColumn(): GrowingColumn {
  const values: Cell[] = [null];
  const codes = new Map<Cell, number>();
  let parts: Uint32Array[] = [];
  let latest: Cell = null;
  let latestCode = 0;

  const codeOf = (cell: Cell): number => {
    // Runs of equal cells (an order's lines) are common enough to spare the look-up.
    if (cell === latest) return latestCode;
    let code = codes.get(cell);
    if (code === undefined) {
      if (isBlank(cell)) code = 0;
      else {
        code = values.length;
        const kept = typeof cell === "string" ? ownText(cell) : cell;
        values.push(kept);
        codes.set(kept, code);
      }
    }
    latest = code === 0 ? null : (values[code] ?? null);
    latestCode = code;
    return code;
  };

  return {
    put(row, cell) {
      if (cell === null || cell === "") return false;
      const code = codeOf(cell);
      if (code === 0) return false;
      const part = (parts[row >> PART_BITS] ??= new Uint32Array(PART_LENGTH));
      part[row & (PART_LENGTH - 1)] = code;
      return true;
    },
    finish(rowCount) {
      codes.clear();
      const all = new Uint32Array(rowCount);
      parts.forEach((part, i) => {
        const start = i * PART_LENGTH;
        if (start < rowCount) all.set(part.subarray(0, rowCount - start), start);
      });
      parts = [];
      return { codes: all, values };
    },
  };
}

/** Engines keep a slice of a text as a reference to all of it: below this length they copy. */
const COPIED_LENGTH = 13;

/** The same text holding on to nothing else: otherwise one cell would keep its whole piece of the file in memory. */
function ownText(text: string): string {
  return text.length < COPIED_LENGTH ? text : text.split("").join("");
}
