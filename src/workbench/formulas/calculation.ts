import type { Area } from "../workbook/area";
import { cellArea, COLUMNS, contains, hull, overlap, ROWS, sameArea, sizeOf } from "../workbook/area";
import { cellError } from "../workbook/cell-value";
import type { Sheet, Spill } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { rewriteFormula } from "./adapt";
import { AreaIndex } from "./area-index";
import { CustomFunctions } from "./custom-functions";
import { Dependencies } from "./dependencies";
import { Evaluation } from "./evaluation";
import { readFormula } from "./formula";
import type { FormulaCell } from "./formula-cell";
import { cellKey } from "./formula-cell";
import { Matrix } from "./operand";
import { precedentsOf } from "./precedents";
import { RangeReader } from "./range-reader";
import { formatOfResult } from "./result-format";
import { TableNames } from "./table-names";
import { TodoList } from "./todo-list";

/** Functions whose result may be another one although nothing they stand on changed. */
const VOLATILE = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT"]);

/** How often a formula may be computed in one go before it is taken for one that chases its own spill. */
const PATIENCE = 50;

/**
 * The calculation of a workbook: which formulas must be computed again, in which order, and where results go. Formulas
 * stand on areas; a change makes what stands on it dirty, and `settle` computes the dirty ones, each after those it
 * stands on. A formula that stands on itself shows 0, as Excel's does once its warning is closed.
 */
export class Calculation {
  readonly customFunctions: CustomFunctions;
  mode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  /** The clock of NOW and TODAY, in the time of the place. */
  clock: () => Date = () => new Date();
  readonly #dependencies = new Dependencies();
  readonly #reader = new RangeReader();
  readonly #spills = new Map<Sheet, AreaIndex<FormulaCell>>();
  readonly #blocked = new Set<FormulaCell>();
  readonly #volatile = new Set<FormulaCell>();
  /** Formulas by the words they use: names, tables, sheets that aren't there, functions. */
  readonly #words = new Map<string, Set<FormulaCell>>();
  readonly #wordsOf = new Map<FormulaCell, readonly string[]>();
  readonly #todo = new TodoList();
  readonly #tableNames = new TableNames();
  #touched = false;
  #settling = false;

  constructor(readonly book: Workbook) {
    this.customFunctions = new CustomFunctions(this);
  }

  /** Whether a formula waits to be computed. */
  get pending(): boolean {
    return this.#todo.size > 0;
  }

  /**
   * Computes what is dirty; nothing where nothing is, or in manual mode unless `force`. Called at the end of each batch;
   * call it to read results within one.
   */
  settle(force = false): void {
    if (this.#settling || (this.mode === "Manual" && !force)) return;
    if (!this.#touched && this.#todo.size === 0) return;
    this.#settling = true;
    try {
      if (this.#touched) for (const cell of this.#volatile) this.#todo.add(cell);
      this.#touched = false;
      this.#spread([...this.#todo]);
      const times = new Map<FormulaCell, number>();
      // The list grows while spills do; what is added comes up in the same go.
      for (const cell of this.#todo) {
        const count = (times.get(cell) ?? 0) + 1;
        times.set(cell, count);
        if (count > PATIENCE) this.#todo.delete(cell);
        else this.#computeWithPrecedents(cell);
      }
    } finally {
      this.#settling = false;
      this.#touched = false;
      this.#dependencies.nextRound();
      this.#reader.clear();
    }
  }

  /** Computes every formula anew: `Application.calculate(Full)`. */
  recalculateAll(): void {
    for (const sheet of this.book.sheets) for (const cell of sheet.formulas.values()) this.#todo.add(cell);
    this.settle(true);
  }

  /** What a formula gives that stands in no cell: of a name, a rule, a validation. Relative references count from a cell. */
  evaluate(text: string, sheet: Sheet, row = 0, column = 0): ReturnType<Evaluation["result"]> {
    const evaluation = new Evaluation(this.book, this.#reader, undefined, sheet, row, column);
    return evaluation.result(readFormula(text).root);
  }

  /** Before cells are overwritten: formulas in the area go, spills into it are taken back. */
  release(sheet: Sheet, area: Area): void {
    for (const cell of formulasIn(sheet, area)) this.#remove(cell);
    this.releaseSpills(sheet, area);
  }

  /** Takes spills into an area back; their formulas are computed again, and find what is in the way. */
  releaseSpills(sheet: Sheet, area: Area): void {
    this.#spills.get(sheet)?.each(area, (cell) => {
      this.#takeBack(cell);
      this.#todo.add(cell);
    });
  }

  /** After cells were written: what depends on them is dirty, and what they blocked may spill. */
  changed(sheet: Sheet, area: Area): void {
    this.#touched = true;
    this.#dependencies.eachDependent(sheet, area, (cell) => this.#todo.add(cell));
    for (const cell of this.#blocked) {
      if (cell.sheet === sheet && overlap(cell.blocked!, area)) this.#todo.add(cell);
    }
  }

  /** Rows were hidden or shown: SUBTOTAL and AGGREGATE look. */
  hiddenChanged(sheet: Sheet): void {
    for (const word of ["subtotal", "aggregate"]) {
      for (const cell of this.#words.get(word) ?? []) if (cell.sheet === sheet) this.#todo.add(cell);
    }
  }

  /** Puts a formula into a cell that `release` has emptied. A text that isn't a formula shows #NAME?. */
  enterFormula(sheet: Sheet, row: number, column: number, text: string): void {
    const formula = readFormula(text);
    const cell: FormulaCell = {
      ...{ sheet, row, column, formula, text: formula.root === undefined ? text : formula.text },
      ...{ spill: undefined, blocked: undefined, watched: [], calls: undefined },
    };
    sheet.cells.set(row, column, 0);
    sheet.formulas.set(cellKey(row, column), cell);
    this.#follow(cell);
    this.#todo.add(cell);
    this.changed(sheet, cellArea(row, column));
    const numberFormat = formatOfResult(formula.root, this.book, sheet);
    if (numberFormat !== undefined && sheet.style(row, column).numberFormat === "General") {
      sheet.setStyle(cellArea(row, column), { numberFormat });
    }
  }

  /** A sheet was added: formulas that named it before it was there are read anew. */
  sheetsChanged(sheet: Sheet): void {
    this.#readAnew(this.#words.get(`${sheet.name.toLowerCase()}!`));
  }

  /** A sheet is gone: references to it become #REF!. */
  sheetDeleted(sheet: Sheet): void {
    for (const cell of [...sheet.formulas.values()]) this.#remove(cell);
    this.#spills.delete(sheet);
    this.rewrite((name) => (name.toLowerCase() === sheet.name.toLowerCase() ? null : undefined));
  }

  sheetRenamed(sheet: Sheet, before: string): void {
    this.rewrite((name) => (name.toLowerCase() === before.toLowerCase() ? sheet.name : undefined));
    this.sheetsChanged(sheet);
  }

  /** A name was defined, changed or deleted. */
  nameChanged(name: string): void {
    this.#readAnew(this.#words.get(name.toLowerCase()));
  }

  /**
   * A table was added, renamed, resized or deleted, or a header changed: formulas follow other names of tables and
   * columns, and those that name tables or stand in them are read anew.
   */
  tablesChanged(): void {
    for (const renaming of this.#tableNames.renamings(this.book)) {
      this.replaceTexts((text, _home, cell) => rewriteFormula(text, { word: renaming(cell) }));
    }
    const cells = new Set(this.#words.get("") ?? []);
    for (const [word, users] of this.#words)
      if (!word.endsWith("!")) for (const cell of users) cells.add(cell);
    this.#readAnew(cells);
    for (const cell of this.#blocked) this.#todo.add(cell);
    for (const index of this.#spills.values()) for (const cell of index.items) this.#todo.add(cell);
  }

  /** Functions were registered: formulas that call them are computed. */
  functionsChanged(names: readonly string[]): void {
    for (const name of names) this.#readAnew(this.#words.get(name.toLowerCase()));
  }

  /** A cell's custom function answered: it is computed again with the answer. */
  answered(cell: FormulaCell): void {
    if (cell.sheet.formulas.get(cellKey(cell.row, cell.column)) === cell) this.#todo.resume(cell);
  }

  /** Other names for sheets in every formula and name: null where the sheet is gone, undefined where it stays. */
  rewrite(sheetName: (name: string) => string | null | undefined): void {
    this.replaceTexts((text) => rewriteFormula(text, { sheetName }));
  }

  /** Gives every formula and name the text that `replaced` makes of it; those whose text stays are left alone. */
  replaceTexts(replaced: (text: string, home: Sheet | undefined, cell?: FormulaCell) => string): void {
    for (const sheet of this.book.sheets) {
      for (const cell of sheet.formulas.values()) {
        const text = replaced(cell.text, sheet, cell);
        if (text === cell.text) continue;
        cell.text = text;
        cell.formula = readFormula(text);
        this.#follow(cell);
        this.#todo.add(cell);
      }
    }
    for (const name of [...this.book.names]) {
      const formula = replaced(name.formula, name.scope);
      if (formula !== name.formula) this.book.defineName({ ...name, formula });
    }
  }

  /** Lets go of all spills of a sheet before its cells move. */
  takeSpillsBack(sheet: Sheet): void {
    for (const cell of [...(this.#spills.get(sheet)?.items ?? [])]) {
      this.#takeBack(cell);
      this.#todo.add(cell);
    }
  }

  /** Takes a formula off the list while its cell moves; true where it was on it. */
  lift(cell: FormulaCell): boolean {
    const waiting = this.#todo.has(cell);
    this.#todo.delete(cell);
    return waiting;
  }

  putBack(cell: FormulaCell): void {
    this.#todo.add(cell);
  }

  /** Follows all formulas of a sheet anew after its cells moved; those `dirty` says are computed. */
  followSheet(sheet: Sheet, dirty: (cell: FormulaCell) => boolean): void {
    for (const cell of sheet.formulas.values()) {
      this.#follow(cell);
      if (dirty(cell)) this.#todo.add(cell);
    }
  }

  /** Forgets a formula whose cell was deleted. */
  forget(cell: FormulaCell): void {
    this.#takeBack(cell);
    this.#drop(cell);
  }

  spillAt(sheet: Sheet, row: number, column: number): Spill | undefined {
    let found: Spill | undefined;
    this.#spills.get(sheet)?.each(cellArea(row, column), (cell) => {
      found = { anchor: { row: cell.row, column: cell.column }, area: cell.spill! };
    });
    return found;
  }

  /** Computes the dirty formulas in cells that a formula reads without naming them. */
  ensure(sheet: Sheet, area: Area, reader: FormulaCell | undefined): void {
    for (const cell of this.#todo.within(sheet, area)) {
      if (cell !== reader && !this.#todo.isOpen(cell)) this.#computeWithPrecedents(cell);
    }
  }

  /** Adds what stands, directly or not, on what formulas will give. */
  #spread(cells: FormulaCell[]): void {
    this.#dependencies.nextRound();
    const open = cells;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      this.#dependencies.eachDependent(
        cell.sheet,
        cell.spill ?? cellArea(cell.row, cell.column),
        (dependent) => {
          if (dependent === cell) return;
          if (!this.#todo.has(dependent)) open.push(dependent);
          // Also one that waits already: if only to go on with an answer, it asked about cells that are others now.
          this.#todo.add(dependent);
        },
      );
    }
  }

  /** Computes a formula after the dirty ones it stands on; those that stand on themselves show 0. */
  #computeWithPrecedents(first: FormulaCell): void {
    const stack = [first];
    this.#todo.open(first);
    while (stack.length > 0) {
      const cell = stack.at(-1)!;
      const next = this.#todo.precedent(cell);
      if (next === undefined) {
        stack.pop();
        const circular = this.#todo.close(cell);
        if (this.#todo.has(cell)) this.#compute(cell, circular);
      } else if (this.#todo.isOpen(next)) {
        const from = stack.indexOf(next);
        // Not on this stack: it is being computed and reads this one through OFFSET or INDIRECT.
        for (const looped of from < 0 ? [cell] : stack.slice(from)) this.#todo.markCircular(looped);
      } else {
        this.#todo.open(next);
        stack.push(next);
      }
    }
  }

  #compute(cell: FormulaCell, circular: boolean): void {
    const resumed = this.#todo.delete(cell);
    if (!resumed) this.customFunctions.abandon(cell);
    const before = cell.spill;
    const { sheet, row, column } = cell;
    const evaluation = new Evaluation(this.book, this.#reader, cell, sheet, row, column);
    const result = circular ? 0 : evaluation.result(cell.formula.root);
    const shown = result instanceof Matrix ? this.#spill(cell, result) : result;
    if (!(result instanceof Matrix)) {
      this.#takeBack(cell);
      this.#unblock(cell);
    }
    if (!(shown instanceof Matrix)) sheet.cells.set(row, column, shown);
    this.#announce(cell, before);
  }

  /** Writes an array into the cells from the formula's on, or gives the error that keeps it from them. */
  #spill(cell: FormulaCell, result: Matrix): Matrix | ReturnType<typeof cellError> {
    const { sheet, row, column } = cell;
    const area = {
      top: row,
      left: column,
      bottom: row + result.height - 1,
      right: column + result.width - 1,
    };
    if (cell.spill === undefined || !contains(cell.spill, area) || !contains(area, cell.spill))
      this.#takeBack(cell);
    if (cell.spill === undefined && !this.#isFree(cell, area)) {
      cell.blocked = area;
      this.#blocked.add(cell);
      return cellError("#SPILL!");
    }
    this.#unblock(cell);
    sheet.cells.write(row, column, result.rows);
    if (cell.spill === undefined) {
      cell.spill = area;
      let index = this.#spills.get(sheet);
      if (index === undefined) this.#spills.set(sheet, (index = new AreaIndex()));
      index.add(cell, area);
    }
    return result;
  }

  /** Whether an array may fill an area: on the sheet, blank but for the formula, no merged cells, no table. */
  #isFree(cell: FormulaCell, area: Area): boolean {
    const { sheet, row, column } = cell;
    if (area.bottom >= ROWS || area.right >= COLUMNS) return false;
    if (sheet.tables.some((table) => overlap(table.area, area))) return false;
    if (sheet.merges.some((merge) => overlap(merge, area))) return false;
    let free = true;
    sheet.cells.eachValue(area, (valueRow, valueColumn) => {
      free &&= valueRow === row && valueColumn === column;
    });
    return free;
  }

  #unblock(cell: FormulaCell): void {
    cell.blocked = undefined;
    this.#blocked.delete(cell);
  }

  /** Blanks the cells a formula filled; its own keeps its value. */
  #takeBack(cell: FormulaCell): void {
    const { spill, sheet, row, column } = cell;
    if (spill === undefined) return;
    cell.spill = undefined;
    this.#spills.get(sheet)?.delete(cell);
    const value = sheet.cells.value(row, column);
    sheet.cells.clearValues(spill);
    sheet.cells.set(row, column, value);
    this.changed(sheet, spill);
    this.book.tell({ kind: "cells", sheet, area: spill }, "calculation");
  }

  /** What stands on cells that a formula newly fills, or no longer fills, is computed; listeners are told. */
  #announce(cell: FormulaCell, before: Area | undefined): void {
    const { sheet } = cell;
    const own = cellArea(cell.row, cell.column);
    const filled = cell.spill ?? own;
    if (sizeOf(filled).cells > 1 || before !== undefined) {
      // What stands on cells filled before as now was found when the round began.
      if (before === undefined || !sameArea(before, filled)) {
        const later: FormulaCell[] = [];
        this.#dependencies.nextRound();
        this.#dependencies.eachDependent(
          sheet,
          before === undefined ? filled : hull(before, filled),
          (dependent) => {
            if (dependent === cell) return;
            if (!this.#todo.has(dependent)) later.push(dependent);
            this.#todo.add(dependent);
          },
        );
        if (later.length > 0) this.#spread(later);
      }
    }
    this.book.tell({ kind: "cells", sheet, area: filled }, "calculation");
  }

  #readAnew(cells: ReadonlySet<FormulaCell> | undefined): void {
    for (const cell of [...(cells ?? [])]) {
      this.#follow(cell);
      this.#todo.add(cell);
    }
  }

  /** Notes what a formula stands on. */
  #follow(cell: FormulaCell): void {
    this.#dependencies.unwatch(cell);
    this.#forgetWords(cell);
    const { areas, words, calls } = precedentsOf(this.book, cell, cell.formula.root);
    this.#dependencies.watch(cell, areas);
    this.#wordsOf.set(cell, words);
    for (const word of words) {
      let users = this.#words.get(word);
      if (users === undefined) this.#words.set(word, (users = new Set()));
      users.add(cell);
    }
    if (calls.some((name) => VOLATILE.has(name) || this.customFunctions.find(name)?.options?.volatile)) {
      this.#volatile.add(cell);
    } else this.#volatile.delete(cell);
  }

  #forgetWords(cell: FormulaCell): void {
    for (const word of this.#wordsOf.get(cell) ?? []) this.#words.get(word)?.delete(cell);
    this.#wordsOf.delete(cell);
  }

  #remove(cell: FormulaCell): void {
    this.#takeBack(cell);
    cell.sheet.formulas.delete(cellKey(cell.row, cell.column));
    this.#drop(cell);
  }

  #drop(cell: FormulaCell): void {
    this.#dependencies.unwatch(cell);
    this.#forgetWords(cell);
    this.#volatile.delete(cell);
    this.#unblock(cell);
    this.#todo.delete(cell);
    this.customFunctions.abandon(cell);
  }
}

/** The formulas in an area. */
function formulasIn(sheet: Sheet, area: Area): FormulaCell[] {
  const found: FormulaCell[] = [];
  if (sizeOf(area).cells < sheet.formulas.size) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = sheet.formulas.get(cellKey(row, column));
        if (cell !== undefined) found.push(cell);
      }
    }
    return found;
  }
  for (const cell of sheet.formulas.values())
    if (contains(area, cellArea(cell.row, cell.column))) found.push(cell);
  return found;
}
