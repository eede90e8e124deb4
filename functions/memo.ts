import type { Cell, Cells } from "../src/core/ledger/cells";
import { cellsOf, holdsSame } from "./cells";
import type { Range } from "./range";

/** A computation that was done: what it was given, and what it gave. */
interface Entry {
  readonly key: string;
  readonly shapes: readonly string[];
  readonly given: readonly (Float64Array | readonly Cell[])[];
  readonly size: number;
  readonly result: unknown;
}

/** Below so many cells, computing again takes no longer than looking up. */
const FEW = 256;

/**
 * Remembers the last computations by what they were given, cell by cell, so that the same ranges in other cells and a
 * recalculation that changed nothing cost one comparison. Holds at most so many entries and so many cells in all; the
 * one longest unused goes first.
 */
export class Memo {
  readonly #entries: Entry[] = [];
  #cells = 0;

  constructor(
    private readonly mostEntries = 24,
    private readonly mostCells = 6_000_000,
  ) {}

  /**
   * The result for these ranges and options: remembered, else computed from their cells and kept. What is given back
   * is shared, so nobody may change it.
   *
   * @param key the function and all that its result hangs on besides the ranges
   * @param ranges each cut after `filled` rows; null where one was left out
   */
  recall<T>(
    key: string,
    ranges: readonly (Range | null)[],
    filled: number,
    compute: (cells: readonly Cells[]) => T,
  ): T {
    const heights = ranges.map((range) => Math.min(range?.rows ?? 0, filled));
    const size = heights.reduce((sum, rows, at) => sum + rows * (ranges[at]?.columns ?? 0), 0);
    const cells = () =>
      ranges.map((range, at) =>
        range ? cellsOf(range.cells, heights[at] ?? 0, range.columns) : new Float64Array(0),
      );
    if (size < FEW) return compute(cells());
    const shapes = ranges.map((range, at) => `${heights[at]}×${range?.columns ?? 0}`);
    const known = this.#entries.findIndex(
      (entry) =>
        entry.key === key &&
        entry.shapes.length === shapes.length &&
        entry.shapes.every((shape, at) => shape === shapes[at]) &&
        ranges.every((range, at) => !range || holdsSame(range.cells, range.columns, entry.given[at] ?? [])),
    );
    const [entry] = known < 0 ? [] : this.#entries.splice(known, 1);
    if (entry) {
      this.#entries.push(entry);
      return entry.result as T;
    }
    const given = cells();
    const result = compute(given);
    this.#keep({ key, shapes, given: given as Entry["given"], size, result });
    return result;
  }

  #keep(entry: Entry): void {
    if (entry.size > this.mostCells) return;
    this.#entries.push(entry);
    this.#cells += entry.size;
    while (this.#entries.length > this.mostEntries || this.#cells > this.mostCells) {
      this.#cells -= this.#entries.shift()?.size ?? 0;
    }
  }

  /** Forgets everything. */
  forget(): void {
    this.#entries.length = 0;
    this.#cells = 0;
  }

  /** The cells it holds now. */
  get size(): number {
    return this.#cells;
  }
}

/** The memo of all functions of this runtime. */
export const memo = new Memo();
