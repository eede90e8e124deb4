import { no, ok, type Result } from "../src/core/language/message";
import { isErrorCell, ReadState, type Cell } from "../src/core/ledger/cells";
import { readAmounts } from "../src/core/ledger/amounts";
import { cellOf } from "./cells";
import { rangeOf, type ParameterName } from "./range";
import { sayCell } from "./scalar";

/**
 * The cells of an argument that is a list, whatever its shape, in reading order, without the blanks at its end. Null
 * where it was left out or holds nothing. Refused: an error cell.
 */
export function listOf(name: ParameterName, argument: unknown): Result<readonly Cell[] | null> {
  const range = rangeOf(name, argument);
  if (!range) return ok(null);
  const cells = range.cells.slice(0, range.filled).flatMap((row) => row.map(cellOf));
  while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop();
  const error = cells.find(isErrorCell);
  if (error !== undefined) return no("function-error-cell", { parameter: range.name, error: String(error) });
  return ok(cells.length > 0 ? cells : null);
}

/** A list of numbers; null where it was left out. Refused: a cell between that is blank or no number. */
export function numbersOf(name: ParameterName, argument: unknown): Result<readonly number[] | null> {
  const list = listOf(name, argument);
  return list.ok ? numbersIn(name, list.value) : list;
}

/** The numbers of cells that were read as a list already. */
export function numbersIn(
  name: ParameterName,
  cells: readonly Cell[] | null,
): Result<readonly number[] | null> {
  if (cells === null) return ok(null);
  const read = readAmounts(cells, { decimal: null });
  const at = read.state.findIndex((state) => state !== ReadState.Read);
  return at < 0
    ? ok(Array.from(read.values))
    : no("function-not-number", {
        parameter: { code: `parameter.${name}` },
        value: sayCell(cells[at] ?? null),
        place: at + 1,
      });
}

/** Labels, as they stand in their cells: a text or a number; null where they were left out. Refused: a blank between. */
export function labelsOf(
  name: ParameterName,
  argument: unknown,
): Result<readonly (string | number)[] | null> {
  const list = listOf(name, argument);
  if (!list.ok || list.value === null) return list as Result<null>;
  const at = list.value.findIndex((cell) => cell === null || sayCell(cell).trim() === "");
  if (at >= 0) return no("function-blank-label", { parameter: { code: `parameter.${name}` }, place: at + 1 });
  return ok(list.value.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))));
}

/** A list must ascend: each number above the one before, or with `ties` at least as large. */
export function ascending(
  name: ParameterName,
  numbers: readonly number[],
  ties: boolean,
): Result<readonly number[]> {
  const at = numbers.findIndex((value, i) => {
    const before = i === 0 ? -Infinity : (numbers[i - 1] ?? 0);
    return ties ? value < before : value <= before;
  });
  return at < 0
    ? ok(numbers)
    : no("function-ascending", {
        parameter: { code: `parameter.${name}` },
        value: numbers[at] ?? 0,
        before: numbers[at - 1] ?? 0,
      });
}
