import { type Cell, type Cells, isCoded, isErrorCell, ReadState } from "./cells";
import { dayOfNumber, type OpenDate, parseDateText, serialText } from "./date-text";
import { serialIfReal } from "./calendar";
import { decideOrder, dayIn, type DecidedOrder } from "./date-order";
import { foldText } from "./folding";
import type { DateOrder } from "./roles";

export { civilOf, isoOf, parseIso, serialOf, type CivilDay } from "./calendar";

/** A column read as dates. */
export interface DatesRead {
  /** The day of each row as a serial of the 1900 system, 0 where none was read. */
  readonly days: Int32Array;
  /** A {@link ReadState} a row. */
  readonly state: Uint8Array;
  /** The order of day, month and year in texts of three numbers: as given, else as the column decides; null if neither. */
  readonly order: DateOrder | null;
  /** True where texts fit two orders with different days and no text of the column decides: their reader must say. */
  readonly undecided: boolean;
  /** True where some texts only fit d/m/y and others only m/d/y (or y/m/d): those that fit both are not read. */
  readonly contradictory: boolean;
  /** A text to show when asking for the order: the first by code units of those that can't be told; else null. */
  readonly example: string | null;
}

export interface DateOptions {
  /** The order the reader named; wins over what the column says. Null: the column decides. */
  readonly order: DateOrder | null;
  readonly dateSystem: 1900 | 1904;
}

/** A row that waits for the column's order; its `days` entry is then an index into the open dates. */
const OPEN = 255;

/**
 * Reads a column as dates. Numbers are serials (in the 1904 system 1,462 are added; time fractions are dropped) or
 * yyyymmdd; texts as {@link parseDateText} says. The order of `d/m/y`, `m/d/y` and two-digit `y/m/d` is decided from
 * the whole column, never from a row's neighbours: one date that only fits one order decides. Unreadable: impossible
 * days (2011-02-30), booleans, numbers outside the calendar, and texts whose day hangs on an order nobody decides.
 */
export function readDates(cells: Cells, options: DateOptions): DatesRead {
  if (cells instanceof Float64Array) return readNumbers(cells, options);
  if (!isCoded(cells)) return readValues(cells, null, options);
  const used = new Uint8Array(cells.values.length);
  for (const code of cells.codes) used[code] = 1;
  const read = readValues(cells.values, used, options);
  const days = new Int32Array(cells.codes.length);
  const state = new Uint8Array(cells.codes.length);
  for (let row = 0; row < days.length; row++) {
    const code = cells.codes[row] ?? 0;
    days[row] = read.days[code] ?? 0;
    state[row] = read.state[code] ?? ReadState.Blank;
  }
  return { ...read, days, state };
}

function readNumbers(values: Float64Array, { order, dateSystem }: DateOptions): DatesRead {
  const days = new Int32Array(values.length);
  const state = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    const day = Number.isNaN(value) ? 0 : dayOfNumber(value, dateSystem);
    days[row] = day;
    if (day === 0) state[row] = Number.isNaN(value) ? ReadState.Blank : ReadState.Unreadable;
  }
  return { days, state, order, undecided: false, contradictory: false, example: null };
}

function readValues(values: readonly Cell[], used: Uint8Array | null, options: DateOptions): DatesRead {
  const days = new Int32Array(values.length);
  const state = new Uint8Array(values.length);
  const open: OpenDate[] = [];
  const seen = new Map<string, number | OpenDateAt>();
  for (let row = 0; row < values.length; row++) {
    if (used !== null && used[row] === 0) continue;
    const cell = values[row] ?? null;
    if (typeof cell === "string") {
      const quick = isoDay(cell);
      const day = quick > 0 ? quick : readText(cell, seen, open, options.dateSystem);
      if (typeof day === "number" && day >= 0) {
        days[row] = day;
        state[row] = day > 0 ? ReadState.Read : ReadState.Unreadable;
      } else if (typeof day === "number") {
        state[row] = day === BLANK ? ReadState.Blank : ReadState.ErrorCell;
      } else {
        days[row] = day.at;
        state[row] = OPEN;
      }
    } else if (typeof cell === "number" && !Number.isNaN(cell)) {
      const day = dayOfNumber(cell, options.dateSystem);
      days[row] = day;
      state[row] = day > 0 ? ReadState.Read : ReadState.Unreadable;
    } else {
      state[row] = typeof cell === "boolean" ? ReadState.Unreadable : ReadState.Blank;
    }
  }
  return settle(days, state, open, decideOrder(open, options.order));
}

interface OpenDateAt {
  readonly at: number;
}
const BLANK = -1;
const ERROR = -2;

/** The day of a text, 0 if unreadable, {@link BLANK}, {@link ERROR} or where its open date stands; each text once. */
function readText(
  text: string,
  seen: Map<string, number | OpenDateAt>,
  open: OpenDate[],
  dateSystem: 1900 | 1904,
): number | OpenDateAt {
  const known = seen.get(text);
  if (known !== undefined) return known;
  let read: number | OpenDateAt;
  const serial = serialText(text);
  if (foldText(text) === "") read = BLANK;
  else if (isErrorCell(text)) read = ERROR;
  else if (serial !== null) read = dayOfNumber(serial, dateSystem);
  else {
    const parsed = parseDateText(text);
    read = typeof parsed === "number" ? parsed : { at: open.push(parsed) - 1 };
  }
  seen.set(text, read);
  return read;
}

function settle(
  days: Int32Array,
  state: Uint8Array,
  open: readonly OpenDate[],
  decided: DecidedOrder,
): DatesRead {
  if (open.length > 0) {
    const settled = Int32Array.from(open, (date) => dayIn(date, decided));
    for (let row = 0; row < days.length; row++) {
      if (state[row] !== OPEN) continue;
      const day = settled[days[row] ?? 0] ?? 0;
      days[row] = day;
      state[row] = day > 0 ? ReadState.Read : ReadState.Unreadable;
    }
  }
  const { order, undecided, contradictory, example } = decided;
  return { days, state, order, undecided, contradictory, example };
}

/** The day of `yyyy-mm-dd` or `yyyy/mm/dd`, alone or with hh:mm[:ss], without a regular expression; 0 for all else. */
function isoDay(text: string): number {
  const length = text.length;
  if (length !== 10 && length !== 16 && length !== 19) return 0;
  const mark = text.charCodeAt(4);
  if ((mark !== 45 && mark !== 47) || text.charCodeAt(7) !== mark) return 0;
  if (length > 10) {
    const gap = text.charCodeAt(10);
    if ((gap !== 32 && gap !== 84) || text.charCodeAt(13) !== 58) return 0;
    if (twoDigits(text, 11) > 24 || twoDigits(text, 14) > 59) return 0;
    if (length === 19 && (text.charCodeAt(16) !== 58 || twoDigits(text, 17) > 60)) return 0;
  }
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return century > 99 || year > 99 || month > 99 || day > 99
    ? 0
    : serialIfReal(century * 100 + year, month, day);
}

/** Two digits as a number; a large number where they aren't digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1000;
}
