import type { Area } from "../workbook/area";
import { cellArea, overlap } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { FormulaCell } from "./formula-cell";
import { cellKey } from "./formula-cell";

/** Formulas of one sheet that wait, by column, and those that fill more than their cell. */
interface Waiting {
  readonly columns: Map<number, Set<FormulaCell>>;
  readonly spills: Set<FormulaCell>;
}

/** The state of a formula that waits for its precedents. */
interface Open {
  /** The next of its watched areas to look into. */
  at: number;
  circular: boolean;
}

/** The formulas to be computed, found by the cells in which they show. */
export class TodoList {
  readonly #cells = new Map<FormulaCell, boolean>();
  readonly #waiting = new Map<Sheet, Waiting>();
  readonly #open = new Map<FormulaCell, Open>();
  /** Areas known to hold nothing that waits, until something is added. */
  readonly #clean = new Map<Sheet, Set<string>>();

  get size(): number {
    return this.#cells.size;
  }

  [Symbol.iterator](): IterableIterator<FormulaCell> {
    return this.#cells.keys();
  }

  has(cell: FormulaCell): boolean {
    return this.#cells.has(cell);
  }

  /** Adds a formula to be computed anew. */
  add(cell: FormulaCell): void {
    if (this.#cells.has(cell)) {
      this.#cells.set(cell, false);
      return;
    }
    this.#add(cell, false);
  }

  /** Adds a formula that goes on with an answer it waited for, unless it is to be computed anew anyway. */
  resume(cell: FormulaCell): void {
    if (!this.#cells.has(cell)) this.#add(cell, true);
  }

  #add(cell: FormulaCell, resumed: boolean): void {
    this.#cells.set(cell, resumed);
    this.#clean.clear();
    let waiting = this.#waiting.get(cell.sheet);
    if (waiting === undefined)
      this.#waiting.set(cell.sheet, (waiting = { columns: new Map(), spills: new Set() }));
    let column = waiting.columns.get(cell.column);
    if (column === undefined) waiting.columns.set(cell.column, (column = new Set()));
    column.add(cell);
    if (cell.spill !== undefined) waiting.spills.add(cell);
  }

  /** Takes a formula off; true where it only goes on with an answer. */
  delete(cell: FormulaCell): boolean {
    const resumed = this.#cells.get(cell) ?? false;
    this.#cells.delete(cell);
    const waiting = this.#waiting.get(cell.sheet);
    const column = waiting?.columns.get(cell.column);
    column?.delete(cell);
    if (column?.size === 0) waiting!.columns.delete(cell.column);
    waiting?.spills.delete(cell);
    return resumed;
  }

  /** All that wait and show in an area. */
  within(sheet: Sheet, area: Area): FormulaCell[] {
    const found = new Set<FormulaCell>();
    for (;;) {
      const cell = this.#find(sheet, area, found);
      if (cell === undefined) return [...found];
      found.add(cell);
    }
  }

  open(cell: FormulaCell): void {
    this.#open.set(cell, { at: 0, circular: false });
  }

  isOpen(cell: FormulaCell): boolean {
    return this.#open.has(cell);
  }

  markCircular(cell: FormulaCell): void {
    const open = this.#open.get(cell);
    if (open !== undefined) open.circular = true;
  }

  /** Ends the wait of a formula; true where it stands on itself. */
  close(cell: FormulaCell): boolean {
    const circular = this.#open.get(cell)?.circular ?? false;
    this.#open.delete(cell);
    return circular;
  }

  /**
   * A formula that waits and that this one stands on; undefined once there is none. One that is open already closes a
   * circle: it is given once, then passed over.
   */
  precedent(cell: FormulaCell): FormulaCell | undefined {
    const state = this.#open.get(cell)!;
    for (; state.at < cell.watched.length; state.at++) {
      const { sheet, area } = cell.watched[state.at]!;
      if (this.#isClean(sheet, area)) continue;
      const next = this.#find(sheet, area, state.circular ? this.#open : undefined);
      if (next === undefined) continue;
      return next;
    }
    return undefined;
  }

  #isClean(sheet: Sheet, area: Area): boolean {
    const waiting = this.#waiting.get(sheet);
    if (waiting === undefined || waiting.columns.size === 0) return true;
    if (area.top === area.bottom && area.left === area.right) return false;
    const key = `${area.top},${area.left},${area.bottom},${area.right}`;
    let clean = this.#clean.get(sheet);
    if (clean?.has(key)) return true;
    if (this.#find(sheet, area, undefined) !== undefined) return false;
    if (clean === undefined) this.#clean.set(sheet, (clean = new Set()));
    clean.add(key);
    return true;
  }

  #find(
    sheet: Sheet,
    area: Area,
    except: { has(cell: FormulaCell): boolean } | undefined,
  ): FormulaCell | undefined {
    const waiting = this.#waiting.get(sheet);
    if (waiting === undefined) return undefined;
    for (const cell of waiting.spills) {
      if (cell.spill !== undefined && overlap(cell.spill, area) && !except?.has(cell)) return cell;
    }
    if (area.right - area.left < waiting.columns.size) {
      for (let column = area.left; column <= area.right; column++) {
        const found = this.#findInColumn(sheet, waiting.columns.get(column), column, area, except);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    for (const [column, cells] of waiting.columns) {
      if (column < area.left || column > area.right) continue;
      const found = this.#findInColumn(sheet, cells, column, area, except);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #findInColumn(
    sheet: Sheet,
    cells: ReadonlySet<FormulaCell> | undefined,
    column: number,
    area: Area,
    except: { has(cell: FormulaCell): boolean } | undefined,
  ): FormulaCell | undefined {
    if (cells === undefined) return undefined;
    if (area.bottom - area.top < cells.size) {
      for (let row = area.top; row <= area.bottom; row++) {
        const cell = sheet.formulas.get(cellKey(row, column));
        if (cell !== undefined && cells.has(cell) && !except?.has(cell)) return cell;
      }
      return undefined;
    }
    for (const cell of cells) {
      if (overlap(area, cellArea(cell.row, cell.column)) && !except?.has(cell)) return cell;
    }
    return undefined;
  }
}
