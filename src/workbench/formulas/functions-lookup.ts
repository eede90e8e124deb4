import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import { asBoolean, asNumber } from "./coerce";
import { wildcard } from "./criterion";
import type { FunctionTable, Read } from "./function-table";
import { eager, matrixOf, single } from "./function-table";
import type { Operand } from "./operand";
import { broadcast, Matrix } from "./operand";
import { compareValues } from "./operators";

/** How a match is looked for: exactly, the next smaller or larger one, or by wildcards. */
type MatchMode = 0 | -1 | 1 | 2;

/** Where each value of a list first and last stands, for lists that many formulas look into. */
const places = new WeakMap<readonly CellValue[], Map<string, { first: number; last: number }>>();
const lines = new WeakMap<Matrix, readonly CellValue[]>();

/** The values of one row or column; undefined for a block. */
function lineOf(matrix: Matrix): readonly CellValue[] | undefined {
  const known = lines.get(matrix);
  if (known !== undefined) return known;
  if (matrix.height > 1 && matrix.width > 1) return undefined;
  const line = matrix.height === 1 ? matrix.rows[0]! : matrix.rows.map((row) => row[0]!);
  lines.set(matrix, line);
  return line;
}

const keyOf = (value: CellValue): string =>
  typeof value === "string"
    ? `s${value.toLowerCase()}`
    : value === null
      ? "b"
      : `${typeof value}${String(value)}`;

function exactAt(list: readonly CellValue[], wanted: CellValue, backwards: boolean): number {
  let index = places.get(list);
  if (index === undefined) {
    index = new Map();
    for (let at = 0; at < list.length; at++) {
      const value = list[at]!;
      if (isCellError(value)) continue;
      const key = keyOf(value);
      const known = index.get(key);
      if (known === undefined) index.set(key, { first: at, last: at });
      else known.last = at;
    }
    places.set(list, index);
  }
  const found = index.get(keyOf(wanted));
  return found === undefined ? -1 : backwards ? found.last : found.first;
}

/** The zero-based place of a value in a list; -1 where it isn't there. Values of another type are no match. */
function placeOf(list: readonly CellValue[], wanted: CellValue, mode: MatchMode, search: number): number {
  const backwards = search === -1;
  const pattern = mode === 2 && typeof wanted === "string" ? wildcard(wanted) : undefined;
  if (pattern !== undefined) {
    const test = (value: CellValue): boolean => typeof value === "string" && pattern.test(value);
    return backwards ? list.findLastIndex(test) : list.findIndex(test);
  }
  if (mode === 0 || mode === 2) return exactAt(list, wanted, backwards);
  const exact = exactAt(list, wanted, backwards);
  if (exact >= 0) return exact;
  let best = -1;
  for (let step = 0; step < list.length; step++) {
    const at = backwards ? list.length - 1 - step : step;
    const value = list[at]!;
    if (value === null || typeof value !== typeof wanted || isCellError(value)) continue;
    if (compareValues(value, wanted) * mode <= 0) continue;
    if (best < 0 || compareValues(value, list[best]!) * mode < 0) best = at;
  }
  return best;
}

/** The last place whose value isn't larger, by halves, as MATCH(…, 1) and VLOOKUP(…, TRUE) look in sorted lists. */
function sortedPlace(list: readonly CellValue[], wanted: CellValue): number {
  const type = typeof wanted;
  let low = 0;
  let high = list.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at >= low && (list[at] === null || typeof list[at] !== type)) at--;
    if (at < low) {
      low = middle + 1;
      continue;
    }
    if (compareValues(list[at]!, wanted) <= 0) {
      found = at;
      low = middle + 1;
    } else high = at - 1;
  }
  return found;
}

function matched(list: readonly CellValue[], wanted: CellValue, mode: number): number {
  if (mode > 0) return sortedPlace(list, wanted);
  if (mode === 0) return placeOf(list, wanted, 2, 1);
  return placeOf(list, wanted, 1, 1);
}

/** Lifts a lookup over an array of wanted values. */
function lookingFor(wanted: Read, find: (value: CellValue) => CellValue): Operand {
  return broadcast([wanted ?? null], ([value]) => (isCellError(value!) ? value : find(value ?? 0)));
}

const number = (arg: Read, fallback: number): number => {
  const value = asNumber(single(arg === undefined ? fallback : arg), { culture: "en-US", date1904: false });
  return typeof value === "number" ? Math.trunc(value) : Number.NaN;
};

/** VLOOKUP and HLOOKUP. */
function tableLookup(args: readonly Read[], across: boolean): Operand {
  const table = matrixOf(args[1]);
  const truth = args.length < 4 ? true : asBoolean(single(args[3]));
  if (isCellError(truth)) return truth;
  const list = firstLine(table, across);
  return broadcast([args[0] ?? null, args[2] ?? null], ([wanted, place]) => {
    if (isCellError(wanted!)) return wanted;
    const index = number(place!, 0);
    if (!(index >= 1)) return cellError("#VALUE!");
    if (index > (across ? table.height : table.width)) return cellError("#REF!");
    const at = matched(list, wanted ?? 0, truth ? 1 : 0);
    if (at < 0) return cellError("#N/A");
    return (across ? table.at(index - 1, at) : table.at(at, index - 1)) ?? 0;
  });
}

const firstLines = new WeakMap<Matrix, readonly CellValue[]>();

function firstLine(table: Matrix, across: boolean): readonly CellValue[] {
  if (across) return table.rows[0] ?? [];
  let line = firstLines.get(table);
  if (line === undefined) firstLines.set(table, (line = table.rows.map((row) => row[0]!)));
  return line;
}

/** https://support.microsoft.com/office/xlookup-function-b7fd680e-6d10-43e6-84f9-88eae8bf5929 */
const xlookup = eager(3, 6, (args): Operand => {
  const source = matrixOf(args[1]);
  const list = lineOf(source);
  const results = matrixOf(args[2]);
  const mode = number(args[4], 0);
  const search = number(args[5], 1);
  const upright = source.width === 1;
  if (list === undefined || (upright ? results.height : results.width) !== list.length)
    return cellError("#VALUE!");
  if (![0, -1, 1, 2].includes(mode) || ![1, -1, 2, -2].includes(search)) return cellError("#VALUE!");
  const missing = args[3] === undefined ? cellError("#N/A") : args[3];
  const find = (wanted: CellValue): number =>
    placeOf(list, wanted, mode as MatchMode, search === -1 ? -1 : 1);
  if (!(args[0] instanceof Matrix)) {
    const wanted = single(args[0]);
    if (isCellError(wanted)) return wanted;
    const at = find(wanted);
    if (at < 0) return missing;
    return new Matrix(upright ? [results.rows[at]!] : results.rows.map((row) => [row[at]!]));
  }
  return lookingFor(args[0], (wanted) => {
    const at = find(wanted);
    return at < 0 ? single(missing) : upright ? results.at(at, 0) : results.at(0, at);
  });
});

export const LOOKUPS: FunctionTable = {
  MATCH: eager(2, 3, (args) => {
    const list = lineOf(matrixOf(args[1]));
    const mode = number(args.length < 3 ? 1 : (args[2] ?? 0), 1);
    if (list === undefined || Number.isNaN(mode)) return cellError("#N/A");
    return lookingFor(args[0], (wanted) => {
      const at = matched(list, wanted, mode);
      return at < 0 ? cellError("#N/A") : at + 1;
    });
  }),
  XMATCH: eager(2, 4, (args) => {
    const list = lineOf(matrixOf(args[1]));
    const mode = number(args[2], 0);
    if (list === undefined || ![0, -1, 1, 2].includes(mode)) return cellError("#VALUE!");
    const search = number(args[3], 1);
    return lookingFor(args[0], (wanted) => {
      const at = placeOf(list, wanted, mode as MatchMode, search === -1 ? -1 : 1);
      return at < 0 ? cellError("#N/A") : at + 1;
    });
  }),
  VLOOKUP: eager(3, 4, (args) => tableLookup(args, false)),
  HLOOKUP: eager(3, 4, (args) => tableLookup(args, true)),
  LOOKUP: eager(2, 3, (args) => {
    const table = matrixOf(args[1]);
    const across = table.width > table.height;
    const line = lineOf(table);
    const list = line ?? (across ? table.rows[0]! : firstLine(table, false));
    const results =
      args[2] === undefined
        ? (line ?? (across ? table.rows.at(-1)! : table.rows.map((row) => row.at(-1)!)))
        : (lineOf(matrixOf(args[2])) ?? []);
    return lookingFor(args[0], (wanted) => {
      const at = sortedPlace(list, wanted);
      return at < 0 ? cellError("#N/A") : (results[at] ?? 0);
    });
  }),
  XLOOKUP: xlookup,
};
