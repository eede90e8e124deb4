import type { Area } from "./area";
import { COLUMNS, ROWS } from "./area";
import type { CellValue } from "./cell-value";

/** Rows of a block. A blank stretch of a column costs nothing. */
const BLOCK = 1024;
const SHIFT = 10;
const LAST = BLOCK - 1;

interface Column {
  readonly values: (CellValue[] | undefined)[];
  readonly styles: (Uint16Array | undefined)[];
  /** Raised with every write of a value, so that what was read can be known to be stale. */
  version: number;
}

const newColumn = (): Column => ({ values: [], styles: [], version: 0 });

/**
 * The values and style numbers of a sheet, by column, in blocks of 1,024 rows made when first written. It knows no
 * formulas: a formula's result is a value here like any other. Style number 0 means the cell has none of its own.
 */
export class CellStore {
  #columns: (Column | undefined)[] = [];
  #version = 0;

  /** Columns up to the last one ever written. */
  get width(): number {
    return this.#columns.length;
  }

  value(row: number, column: number): CellValue {
    return this.#columns[column]?.values[row >> SHIFT]?.[row & LAST] ?? null;
  }

  set(row: number, column: number, value: CellValue): void {
    const owner = this.#columns[column];
    if (value === null && owner?.values[row >> SHIFT] === undefined) return;
    const store = owner ?? this.#column(column);
    store.version = ++this.#version;
    this.#valueBlock(store, row >> SHIFT)[row & LAST] = value;
  }

  styleId(row: number, column: number): number {
    return this.#columns[column]?.styles[row >> SHIFT]?.[row & LAST] ?? 0;
  }

  setStyleId(row: number, column: number, id: number): void {
    const owner = this.#columns[column];
    if (id === 0 && owner?.styles[row >> SHIFT] === undefined) return;
    const { styles } = owner ?? this.#column(column);
    (styles[row >> SHIFT] ??= new Uint16Array(BLOCK))[row & LAST] = id;
  }

  /** A number that is another one after any write of a value into these columns. */
  version(left: number, right: number): number {
    let version = 0;
    const last = Math.min(right, this.#columns.length - 1);
    for (let column = left; column <= last; column++) {
      version = Math.max(version, this.#columns[column]?.version ?? 0);
    }
    return version;
  }

  /** Writes a block whose first value stands at its top left; what isn't there is left alone. */
  write(top: number, left: number, values: readonly (readonly CellValue[])[]): void {
    let width = 0;
    for (const row of values) width = Math.max(width, row.length);
    for (let across = 0; across < width; across++) {
      const store = this.#column(left + across);
      store.version = ++this.#version;
      for (let down = 0; down < values.length; down++) {
        const value = values[down]![across];
        if (value === undefined) continue;
        const row = top + down;
        if (value === null && store.values[row >> SHIFT] === undefined) continue;
        this.#valueBlock(store, row >> SHIFT)[row & LAST] = value;
      }
    }
  }

  /** The values of an area by rows; blanks are null. */
  read(area: Area): CellValue[][] {
    const rows: CellValue[][] = [];
    const width = area.right - area.left + 1;
    for (let row = area.top; row <= area.bottom; row++) rows.push(new Array<CellValue>(width).fill(null));
    const last = Math.min(area.right, this.#columns.length - 1);
    for (let column = area.left; column <= last; column++) {
      this.#eachBlock(this.#columns[column]?.values, area.top, area.bottom, (block, from, to, first) => {
        for (let at = from; at <= to; at++) rows[first + at - area.top]![column - area.left] = block[at]!;
      });
    }
    return rows;
  }

  /** Blanks the values of an area. */
  clearValues(area: Area): void {
    this.#clear(area, (store, block, from, to) => {
      const values = store.values[block];
      if (values === undefined) return;
      store.version = ++this.#version;
      if (from === 0 && to === LAST) store.values[block] = undefined;
      else values.fill(null, from, to + 1);
    });
  }

  /** Takes the cells' own styles away. */
  clearStyles(area: Area): void {
    this.#clear(area, (store, block, from, to) => {
      if (from === 0 && to === LAST) store.styles[block] = undefined;
      else store.styles[block]?.fill(0, from, to + 1);
    });
  }

  /** Visits each value of an area that isn't blank, column by column. */
  eachValue(area: Area, visit: (row: number, column: number, value: CellValue) => void): void {
    const last = Math.min(area.right, this.#columns.length - 1);
    for (let column = area.left; column <= last; column++) {
      this.#eachBlock(this.#columns[column]?.values, area.top, area.bottom, (block, from, to, first) => {
        for (let at = from; at <= to; at++) {
          const value = block[at]!;
          if (value !== null) visit(first + at, column, value);
        }
      });
    }
  }

  /** Visits each cell of an area that has a style of its own. */
  eachStyle(area: Area, visit: (row: number, column: number, id: number) => void): void {
    const last = Math.min(area.right, this.#columns.length - 1);
    for (let column = area.left; column <= last; column++) {
      this.#eachBlock(this.#columns[column]?.styles, area.top, area.bottom, (block, from, to, first) => {
        for (let at = from; at <= to; at++) if (block[at] !== 0) visit(first + at, column, block[at]!);
      });
    }
  }

  /** The smallest area that holds every value and, unless only values count, every cell with a style of its own. */
  used(valuesOnly: boolean): Area | undefined {
    let top = ROWS;
    let bottom = -1;
    let left = COLUMNS;
    let right = -1;
    this.#columns.forEach((store, column) => {
      if (store === undefined) return;
      const ends = [extent(store.values, null)];
      if (!valuesOnly) ends.push(extent(store.styles, 0));
      for (const end of ends) {
        if (end === undefined) continue;
        top = Math.min(top, end.first);
        bottom = Math.max(bottom, end.last);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    });
    return bottom < 0 ? undefined : { top, left, bottom, right };
  }

  /** The last row with a value in columns left…right; -1 where there is none. */
  lastRow(left: number, right: number): number {
    let row = -1;
    const last = Math.min(right, this.#columns.length - 1);
    for (let column = left; column <= last; column++) {
      const values = this.#columns[column]?.values ?? [];
      row = Math.max(row, scan(values, null, values.length - 1, -1, -1) ?? -1);
    }
    return row;
  }

  /** The last column with a value in rows top…bottom; -1 where there is none. */
  lastColumn(top: number, bottom: number): number {
    for (let column = this.#columns.length - 1; column >= 0; column--) {
      let found = false;
      this.#eachBlock(this.#columns[column]?.values, top, bottom, (block, from, to) => {
        for (let at = from; at <= to && !found; at++) found = block[at] !== null;
      });
      if (found) return column;
    }
    return -1;
  }

  /** Moves the cells of columns left…right from row `from` down by `count`; the rows opened are blank. */
  openRows(from: number, count: number, left: number, right: number): void {
    this.#eachColumn(left, right, (store) => shiftBlocks(store, from, count));
  }

  /** Takes `count` rows from row `from` out of columns left…right; what is below moves up. */
  closeRows(from: number, count: number, left: number, right: number): void {
    this.#eachColumn(left, right, (store) => shiftBlocks(store, from + count, -count));
  }

  /** Moves the cells of rows top…bottom from column `from` right by `count`. */
  openColumns(from: number, count: number, top: number, bottom: number): void {
    if (top === 0 && bottom === ROWS - 1) {
      this.#pad(from);
      const opened: (Column | undefined)[] = Array.from({ length: count }, () => undefined);
      this.#columns.splice(from, 0, ...opened);
      this.#columns.length = Math.min(this.#columns.length, COLUMNS);
      this.#touchAll(from);
      return;
    }
    for (let column = Math.min(this.#columns.length, COLUMNS - count) - 1; column >= from; column--) {
      this.#copyColumn(column, column + count, top, bottom);
    }
    this.#blank({ top, bottom, left: from, right: from + count - 1 });
  }

  /** Takes `count` columns from column `from` out of rows top…bottom; what is to the right moves left. */
  closeColumns(from: number, count: number, top: number, bottom: number): void {
    if (top === 0 && bottom === ROWS - 1) {
      this.#columns.splice(from, count);
      this.#touchAll(from);
      return;
    }
    const width = this.#columns.length;
    for (let column = from; column < width; column++) this.#copyColumn(column + count, column, top, bottom);
    if (width > from) this.#blank({ top, bottom, left: Math.max(from, width - count), right: width - 1 });
  }

  #blank(area: Area): void {
    this.clearValues(area);
    this.clearStyles(area);
  }

  #copyColumn(from: number, to: number, top: number, bottom: number): void {
    this.#blank({ top, bottom, left: to, right: to });
    const source = this.#columns[from];
    if (source === undefined) return;
    this.#eachBlock(source.values, top, bottom, (block, first, last, start) => {
      for (let at = first; at <= last; at++) this.set(start + at, to, block[at]!);
    });
    this.#eachBlock(source.styles, top, bottom, (block, first, last, start) => {
      for (let at = first; at <= last; at++) this.setStyleId(start + at, to, block[at]!);
    });
  }

  #column(column: number): Column {
    this.#pad(column + 1);
    return (this.#columns[column] ??= newColumn());
  }

  /** No holes: an array of COLUMNS entries with holes would turn into a dictionary. */
  #pad(width: number): void {
    while (this.#columns.length < width) this.#columns.push(undefined);
  }

  #valueBlock(store: Column, block: number): CellValue[] {
    while (store.values.length <= block) store.values.push(undefined);
    return (store.values[block] ??= new Array<CellValue>(BLOCK).fill(null));
  }

  #touchAll(from: number): void {
    this.#version++;
    for (let column = from; column < this.#columns.length; column++) {
      const store = this.#columns[column];
      if (store !== undefined) store.version = this.#version;
      else this.#columns[column] = { ...newColumn(), version: this.#version };
    }
  }

  #eachColumn(left: number, right: number, visit: (store: Column) => void): void {
    const last = Math.min(right, this.#columns.length - 1);
    for (let column = left; column <= last; column++) {
      const store = this.#columns[column];
      if (store === undefined) continue;
      store.version = ++this.#version;
      visit(store);
    }
  }

  #clear(area: Area, clear: (store: Column, block: number, from: number, to: number) => void): void {
    const last = Math.min(area.right, this.#columns.length - 1);
    for (let column = area.left; column <= last; column++) {
      const store = this.#columns[column];
      if (store === undefined) continue;
      const blocks = Math.max(store.values.length, store.styles.length);
      for (let block = area.top >> SHIFT; block < blocks && block <= area.bottom >> SHIFT; block++) {
        clear(
          store,
          block,
          Math.max(area.top - block * BLOCK, 0),
          Math.min(area.bottom - block * BLOCK, LAST),
        );
      }
    }
  }

  #eachBlock<T>(
    blocks: readonly (T | undefined)[] | undefined,
    top: number,
    bottom: number,
    visit: (block: T, from: number, to: number, firstRow: number) => void,
  ): void {
    if (blocks === undefined) return;
    for (let at = top >> SHIFT; at < blocks.length && at <= bottom >> SHIFT; at++) {
      const block = blocks[at];
      if (block === undefined) continue;
      visit(block, Math.max(top - at * BLOCK, 0), Math.min(bottom - at * BLOCK, LAST), at * BLOCK);
    }
  }
}

/** The first and last row of a column that holds something other than `empty`. */
function extent<T>(
  blocks: readonly (ArrayLike<T> | undefined)[],
  empty: T,
): { first: number; last: number } | undefined {
  const first = scan(blocks, empty, 0, blocks.length, 1);
  return first === undefined ? undefined : { first, last: scan(blocks, empty, blocks.length - 1, -1, -1)! };
}

function scan<T>(
  blocks: readonly (ArrayLike<T> | undefined)[],
  empty: T,
  from: number,
  to: number,
  step: 1 | -1,
): number | undefined {
  for (let at = from; at !== to; at += step) {
    const block = blocks[at];
    if (block === undefined) continue;
    for (let count = 0, row = step > 0 ? 0 : LAST; count < BLOCK; count++, row += step) {
      if (block[row] !== empty) return at * BLOCK + row;
    }
  }
  return undefined;
}

/** Moves the rows of a column from `from` on by `by`, down or up; what leaves the sheet is lost. */
function shiftBlocks(store: Column, from: number, by: number): void {
  const values = store.values.slice();
  const styles = store.styles.slice();
  const keepBelow = Math.min(from, from + by);
  truncate(store.values, keepBelow, (block, cut) => block.slice().fill(null, cut));
  truncate(store.styles, keepBelow, (block, cut) => block.slice().fill(0, cut));
  const put = (row: number, value: CellValue): void => {
    if (row >= ROWS) return;
    while (store.values.length <= row >> SHIFT) store.values.push(undefined);
    (store.values[row >> SHIFT] ??= new Array<CellValue>(BLOCK).fill(null))[row & LAST] = value;
  };
  for (let block = from >> SHIFT; block < values.length; block++) {
    const source = values[block];
    if (source === undefined) continue;
    for (let at = Math.max(0, from - block * BLOCK); at < BLOCK; at++) {
      if (source[at] !== null) put(block * BLOCK + at + by, source[at]!);
    }
  }
  for (let block = from >> SHIFT; block < styles.length; block++) {
    const source = styles[block];
    if (source === undefined) continue;
    for (let at = Math.max(0, from - block * BLOCK); at < BLOCK; at++) {
      const row = block * BLOCK + at + by;
      if (source[at] === 0 || row >= ROWS) continue;
      (store.styles[row >> SHIFT] ??= new Uint16Array(BLOCK))[row & LAST] = source[at]!;
    }
  }
}

/** Keeps the rows above `row`, in a block of its own so that the old one can still be read. */
function truncate<T>(blocks: (T | undefined)[], row: number, cut: (block: T, from: number) => T): void {
  const at = row >> SHIFT;
  const edge = blocks[at];
  blocks.length = Math.min(blocks.length, at + 1);
  if (edge !== undefined) blocks[at] = cut(edge, row & LAST);
}
