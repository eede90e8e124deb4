import type { Area } from "../workbook/area";
import { overlap } from "../workbook/area";

/** Bucket sizes as powers of two; an area goes where it spans at most two buckets each way. */
const ROW_SHIFTS = [0, 4, 8, 12, 16, 20];
const COLUMN_SHIFTS = [0, 3, 7, 14];

interface Item<T> {
  readonly area: Area;
  readonly item: T;
}

interface Level<T> {
  readonly rowShift: number;
  readonly columnShift: number;
  readonly buckets: Map<number, Set<Item<T>>>;
}

/**
 * Areas with something at each, found by the cells they hold: a hierarchy of grids, in which a single cell, a column of
 * 100,000 rows and a whole row each stand in at most four buckets.
 */
export class AreaIndex<T> {
  readonly #levels = new Map<number, Level<T>>();
  readonly #items = new Map<T, Item<T>>();

  /** Adds an item; one that is there already is moved. */
  add(item: T, area: Area): void {
    this.delete(item);
    const entry = { area, item };
    this.#items.set(item, entry);
    const level = this.#levelOf(area);
    eachBucket(level, area, (key) => {
      let bucket = level.buckets.get(key);
      if (bucket === undefined) level.buckets.set(key, (bucket = new Set()));
      bucket.add(entry);
    });
  }

  delete(item: T): void {
    const entry = this.#items.get(item);
    if (entry === undefined) return;
    this.#items.delete(item);
    const level = this.#levelOf(entry.area);
    eachBucket(level, entry.area, (key) => {
      const bucket = level.buckets.get(key);
      bucket?.delete(entry);
      if (bucket?.size === 0) level.buckets.delete(key);
    });
  }

  clear(): void {
    this.#levels.clear();
    this.#items.clear();
  }

  get items(): IterableIterator<T> {
    return this.#items.keys();
  }

  get size(): number {
    return this.#items.size;
  }

  /** Visits every item whose area shares a cell with this one, each at least once. */
  each(area: Area, visit: (item: T) => void): void {
    if (this.#items.size === 0) return;
    for (const level of this.#levels.values()) {
      if (level.buckets.size === 0) continue;
      const look = (bucket: Set<Item<T>> | undefined): void => {
        if (bucket === undefined) return;
        for (const entry of bucket) if (overlap(entry.area, area)) visit(entry.item);
      };
      if (bucketCount(level, area) > level.buckets.size)
        for (const bucket of level.buckets.values()) look(bucket);
      else eachBucket(level, area, (key) => look(level.buckets.get(key)));
    }
  }

  #levelOf(area: Area): Level<T> {
    const row = ROW_SHIFTS.findIndex((shift) => (area.bottom >> shift) - (area.top >> shift) <= 1);
    const column = COLUMN_SHIFTS.findIndex((shift) => (area.right >> shift) - (area.left >> shift) <= 1);
    const key = row * COLUMN_SHIFTS.length + column;
    let level = this.#levels.get(key);
    if (level === undefined) {
      level = { rowShift: ROW_SHIFTS[row]!, columnShift: COLUMN_SHIFTS[column]!, buckets: new Map() };
      this.#levels.set(key, level);
    }
    return level;
  }
}

function bucketCount({ rowShift, columnShift }: Level<unknown>, area: Area): number {
  const rows = (area.bottom >> rowShift) - (area.top >> rowShift) + 1;
  return rows * ((area.right >> columnShift) - (area.left >> columnShift) + 1);
}

function eachBucket(
  { rowShift, columnShift }: Level<unknown>,
  area: Area,
  visit: (key: number) => void,
): void {
  for (let row = area.top >> rowShift; row <= area.bottom >> rowShift; row++) {
    for (let column = area.left >> columnShift; column <= area.right >> columnShift; column++) {
      visit(row * 16_384 + column);
    }
  }
}
