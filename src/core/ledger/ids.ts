import { type Cell, type Cells, isCoded, isErrorCell, ReadState } from "./cells";
import { foldText } from "./folding";

/** A column read as ids, each name interned once. */
export interface IdsRead {
  /** The index of each row's id in `names`, -1 where none was read. */
  readonly index: Int32Array;
  /** A {@link ReadState} a row; every text is readable, so Read, Blank or ErrorCell (an infinite number: Unreadable). */
  readonly state: Uint8Array;
  /** The distinct ids, in the order of their first rows. */
  readonly names: readonly string[];
  /** What folding changed. */
  readonly folded: FoldedIds;
}

/** How many distinct cells read as another text than they show, with at most 5 as `[cell, id]`, first by code units. */
export interface FoldedIds {
  readonly cells: number;
  readonly examples: readonly (readonly [string, string])[];
}

const EXAMPLES = 5;

/**
 * Reads a column as ids. Text is kept as it is (`007`, case, accents), but for what nobody sees: spaces and full-width
 * forms are folded ({@link foldText}). The number 17850 and the texts `17850`, `17850.0` and `17850.00` are one id
 * (`007.0` stays: who writes leading zeros means them). Big integers are written without an exponent, `="0012"` of shop
 * exports as 0012. Blank: nothing but spaces, and what databases write for nothing: NULL, NaN, <NA>, \N, N/A.
 */
export function readIds(cells: Cells): IdsRead {
  const intern = interning();
  if (isCoded(cells)) {
    const byCode = new Int32Array(cells.values.length).fill(UNSEEN);
    const index = new Int32Array(cells.codes.length);
    for (let row = 0; row < index.length; row++) {
      const code = cells.codes[row] ?? 0;
      let at = byCode[code] ?? UNSEEN;
      if (at === UNSEEN) {
        at = intern.index(cells.values[code] ?? null);
        byCode[code] = at;
      }
      index[row] = at;
    }
    return finish(index, intern);
  }
  const index = new Int32Array(cells.length);
  const known = new Map<Cell, number>();
  for (let row = 0; row < index.length; row++) {
    const cell = cells[row] ?? null;
    let at = known.get(cell);
    if (at === undefined) {
      at = intern.index(cell);
      known.set(cell, at);
    }
    index[row] = at;
  }
  return finish(index, intern);
}

const UNSEEN = -100;

interface Interning {
  /** The index of a cell's id, or minus one minus its state. */
  readonly index: (cell: Cell) => number;
  readonly names: string[];
  readonly changes: [string, string][];
}

function interning(): Interning {
  const names: string[] = [];
  const changes: [string, string][] = [];
  // Cells come here once each, so a text that stands as it is can only meet the name of a cell that was folded or is
  // no text: until such a cell comes, names needn't be looked up.
  let byName: Map<string, number> | null = null;
  const index = (cell: Cell): number => {
    if (typeof cell === "number" && !Number.isFinite(cell))
      return -1 - (Number.isNaN(cell) ? ReadState.Blank : ReadState.Unreadable);
    if (isErrorCell(cell)) return -1 - ReadState.ErrorCell;
    const name = idOf(cell);
    if (name === "") return -1 - ReadState.Blank;
    if (typeof cell === "string" && name !== cell) changes.push([cell, name]);
    if (name === cell && byName === null) return names.push(name) - 1;
    byName ??= new Map(names.map((one, at) => [one, at]));
    let at = byName.get(name);
    if (at === undefined) {
      at = names.push(name) - 1;
      byName.set(name, at);
    }
    return at;
  };
  return { index, names, changes };
}

function finish(index: Int32Array, { names, changes }: Interning): IdsRead {
  const state = new Uint8Array(index.length);
  for (let row = 0; row < index.length; row++) {
    const at = index[row] ?? 0;
    if (at >= 0) continue;
    state[row] = -1 - at;
    index[row] = -1;
  }
  const examples = changes.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, EXAMPLES);
  return { index, state, names, folded: { cells: changes.length, examples } };
}

const NOTHING = new Set(["NULL", "null", "(null)", "<null>", "NaN", "nan", "<NA>", "\\N", "N/A", "n/a"]);

/** The id that a cell stands for; "" for a blank. */
export function idOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) return "";
    return Math.abs(cell) >= 1e21 ? BigInt(cell).toString() : String(cell === 0 ? 0 : cell);
  }
  const quoted = foldText(cell);
  const text = /^="[^"]*"$/.test(quoted) ? foldText(quoted.slice(2, -1)) : quoted;
  if (NOTHING.has(text)) return "";
  return text.includes(".") ? text.replace(/^(-?(?:0|[1-9]\d*))\.0+$/, "$1") : text;
}
