import { readAmounts } from "./amounts";
import { type Cell, type Column, ReadState } from "./cells";
import { readDates } from "./dates";
import { foldText } from "./folding";
import { idOf } from "./ids";
import type { DateOrder } from "./roles";
import { statusOf } from "./statuses";
import { sampleOf, type Tally, tallyOf } from "./tally";

/** What the cells of a column look like. Shares are of the cells that hold something, 0–1. */
export interface ColumnProfile {
  /** Cells that hold something, and how many of these are different (as ids: 17850 and `17850.0` are one). */
  readonly cells: number;
  readonly distinct: number;
  /** False where there are so many different values that `distinct` is an estimate, good to some percent. */
  readonly exact: boolean;
  /** Cells that hold nothing, as a share of all. */
  readonly blank: number;
  /** Read as dates; a plain number counts only in a column shown as dates. */
  readonly dates: number;
  /** Plain numbers that would be days of the years 2000–2049 as serials. */
  readonly serials: number;
  /** Read as amounts, dates left out. */
  readonly amounts: number;
  /** Amounts that are whole numbers; amounts that are negative. */
  readonly whole: number;
  readonly negative: number;
  /** Texts that are a status this product knows. */
  readonly statuses: number;
  readonly emails: number;
  readonly phones: number;
  /** Texts like #1001, A-2044, SO20240115-3: mostly digits, few letters, no space. */
  readonly codes: number;
  /** Characters of a cell, on average. */
  readonly length: number;
}

/** How many different values are looked at closely. */
const LOOK = 1500;

/**
 * Looks at a column. Every cell is counted; reading is tried on a part of the values where there are many. Which part
 * doesn't hang on the order of the rows ({@link tallyOf}).
 */
export function profileOf(column: Column, dateSystem: 1900 | 1904): ColumnProfile {
  const { cells, rows, entries, scale } = tallyOf(column.cells);
  const looked = sampleOf(entries, LOOK);
  const weight = looked.reduce((sum, [, count]) => sum + count, 0) || 1;
  const values = looked.map(([value]) => value);
  const texts = values.map((value) => (typeof value === "string" ? foldText(value) : ""));
  const share = (test: (at: number) => boolean): number =>
    looked.reduce((sum, [, count], at) => sum + (test(at) ? count : 0), 0) / weight;

  const days = daysOf(values, dateSystem);
  const plain = (at: number): boolean =>
    typeof values[at] === "number" || /^-?\d+(?:\.\d+)?$/.test(texts[at] ?? "");
  const compact = (at: number): boolean =>
    /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}(?:\d{6})?$/.test(String(values[at]));
  const isDay = (at: number): boolean =>
    (days[at] ?? 0) > 0 && (!plain(at) || column.dated === true || compact(at));
  const dates = share(isDay);
  const amounts = readAmounts(values, { decimal: null });
  const isAmount = (at: number): boolean =>
    (amounts.state[at] === ReadState.Read || amounts.undecided) &&
    !isDay(at) &&
    /\d/.test(String(values[at]));
  const amount = (at: number): number => amounts.values[at] ?? 0;
  return {
    cells,
    distinct: Math.min(cells, Math.round(distinctIds(entries) * scale)),
    exact: scale === 1,
    blank: rows === 0 ? 0 : 1 - cells / rows,
    dates,
    serials: share((at) => plain(at) && (days[at] ?? 0) >= 36526 && (days[at] ?? 0) <= 54788),
    amounts: share(isAmount),
    whole: share((at) => isAmount(at) && Number.isInteger(amount(at))),
    negative: share((at) => isAmount(at) && amount(at) < 0),
    statuses: share((at) => texts[at] !== "" && statusOf(texts[at] ?? "") !== "unknown"),
    emails: share((at) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(texts[at] ?? "")),
    phones: share((at) =>
      /^(?:\+?86[- ]?)?1[3-9]\d{9}$|^\+\d[\d ()-]{7,}$/.test(texts[at] || String(values[at])),
    ),
    codes: share((at) => /^#?[A-Za-z]{0,5}[-_]?\d[\d-_]*[A-Za-z]?$/.test(texts[at] ?? "")),
    length: looked.reduce((sum, [value, count]) => sum + String(value).length * count, 0) / weight,
  };
}

/** How many different ids the values are: 17850 and `17850.0` are one. */
function distinctIds(entries: Tally["entries"]): number {
  return new Set(entries.map(([cell]) => idOf(cell))).size;
}

/** The days of values, in whichever order of day and month reads most of them. */
function daysOf(values: readonly Cell[], dateSystem: 1900 | 1904): Int32Array {
  const read = readDates(values, { order: null, dateSystem });
  if (!read.undecided && !read.contradictory) return read.days;
  const tried = (["dmy", "mdy"] as readonly DateOrder[]).map(
    (order) => readDates(values, { order, dateSystem }).days,
  );
  const readable = (days: Int32Array): number => days.reduce((sum, day) => sum + (day > 0 ? 1 : 0), 0);
  return tried.reduce((best, days) => (readable(days) > readable(best) ? days : best));
}
