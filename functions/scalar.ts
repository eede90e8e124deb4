import { no, ok, type Result } from "../src/core/language/message";
import type { Cell } from "../src/core/ledger/cells";
import { isErrorCell } from "../src/core/ledger/cells";
import { readAmounts } from "../src/core/ledger/amounts";
import { readDates } from "../src/core/ledger/dates";
import { ReadState } from "../src/core/ledger/cells";
import { cellOf } from "./cells";
import { asRange, type ParameterName } from "./range";

/**
 * The one value of an argument that is a scalar: null where it was left out or blank. A range of one cell is that cell.
 * Refused: a larger range, and an error cell.
 */
export function scalarOf(name: ParameterName, argument: unknown): Result<Cell> {
  const range = asRange(name, argument);
  if (range.rows > 1 || range.columns > 1) {
    return no("function-one-cell", { parameter: range.name, rows: range.rows, columns: range.columns });
  }
  const cell = cellOf(range.cells[0]?.[0]);
  if (isErrorCell(cell)) return no("function-error-cell", { parameter: range.name, error: String(cell) });
  return ok(typeof cell === "string" && cell.trim() === "" ? null : cell);
}

/** True of an argument left out, or of a blank, which some hosts hand over as 0. */
function isLeftOut(cell: Cell): boolean {
  return cell === null || cell === 0;
}

/**
 * A whole number from `least` to `most`; `otherwise` where it is left out, blank or 0 (a blank of some hosts). Refused:
 * everything else, with the limits.
 */
export function wholeOf<T>(
  name: ParameterName,
  argument: unknown,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: T },
): Result<number | T> {
  const given = scalarOf(name, argument);
  if (!given.ok) return given;
  if (isLeftOut(given.value)) return ok(otherwise);
  const value = numberIn(given.value);
  return value !== null && Number.isInteger(value) && value >= least && value <= most
    ? ok(value)
    : no("function-whole", { ...said(name, given.value), least, most });
}

/** A number from `least` to `most`; `otherwise` where it is left out or blank. Refused: everything else. */
export function numberOf<T>(
  name: ParameterName,
  argument: unknown,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: T },
): Result<number | T> {
  const given = scalarOf(name, argument);
  if (!given.ok) return given;
  if (given.value === null) return ok(otherwise);
  const value = numberIn(given.value);
  return value !== null && value >= least && value <= most
    ? ok(value)
    : no("function-number", { ...said(name, given.value), least, most });
}

/** TRUE or FALSE, also as 1 or 0 or as text; `otherwise` where it is left out or blank. Refused: everything else. */
export function flagOf(name: ParameterName, argument: unknown, otherwise: boolean): Result<boolean> {
  const given = scalarOf(name, argument);
  if (!given.ok) return given;
  const cell = typeof given.value === "string" ? given.value.trim().toUpperCase() : given.value;
  if (cell === null) return ok(otherwise);
  if (cell === true || cell === 1 || cell === "TRUE") return ok(true);
  if (cell === false || cell === 0 || cell === "FALSE") return ok(false);
  return no("function-flag", said(name, given.value));
}

/**
 * A day as a serial of the 1900 system: a date, or a text that the core reads as one. Null where it is left out, blank
 * or 0 (a blank of some hosts). Refused: what is no date, and a text that is one in two orders of day and month.
 */
export function dayOf(name: ParameterName, argument: unknown): Result<number | null> {
  const given = scalarOf(name, argument);
  if (!given.ok) return given;
  if (isLeftOut(given.value)) return ok(null);
  const read = readDates([given.value], { order: null, dateSystem: 1900 });
  return read.state[0] === ReadState.Read && !read.undecided
    ? ok(read.days[0] ?? 0)
    : no("function-date", said(name, given.value));
}

/** One of some words, whatever the case and the spelling of its joints; null where it is left out or blank. */
export function wordOf<W extends string>(
  name: ParameterName,
  argument: unknown,
  words: readonly W[],
): Result<W | null> {
  const given = scalarOf(name, argument);
  if (!given.ok) return given;
  if (isLeftOut(given.value)) return ok(null);
  const word = words.find((one) => joined(one) === joined(String(given.value)));
  return word === undefined
    ? no("function-word", { ...said(name, given.value), choices: words.map((one) => `"${one}"`) })
    : ok(word);
}

/** A word without case, spaces and joints: `Min gaps`, `min_gaps` and `min-gaps` are one. */
export function joined(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]/g, "");
}

/** The number of a cell, as the core reads amounts; null where it is none. */
export function numberIn(cell: Cell): number | null {
  const read = readAmounts([cell], { decimal: null });
  return read.state[0] === ReadState.Read ? (read.values[0] ?? 0) : null;
}

function said(name: ParameterName, cell: Cell) {
  return { parameter: { code: `parameter.${name}` as const }, value: sayCell(cell) };
}

/** A cell as a sentence quotes it: not more than its beginning. */
export function sayCell(cell: Cell): string {
  const text = typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
