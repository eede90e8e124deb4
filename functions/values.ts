import { readAmounts } from "../src/core/ledger/amounts";
import { cellAt, ReadState, type Cells } from "../src/core/ledger/cells";
import { rowError, type Answer } from "./column";
import { placeIn, type Range } from "./range";
import { sayCell } from "./scalar";

/**
 * A range's cells read as numbers. `known` has NaN where a cell is no number; `row` then says what its row answers: ""
 * for a blank, the cell's own error, or that it can't be read.
 */
export interface ValuesRead {
  readonly known: Float64Array;
  /** How many could be read. */
  readonly count: number;
  readonly row: (at: number) => Answer;
}

/** Reads cells as the core reads amounts: numbers, and texts with separators, currency, brackets or percent. */
export function valuesOf(cells: Cells): ValuesRead {
  const { values, state } = readAmounts(cells, { decimal: null });
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    if (state[at] === ReadState.Read) count++;
    else values[at] = NaN;
  }
  const row = (at: number): Answer => {
    const cell = cellAt(cells, at);
    if (state[at] === ReadState.ErrorCell) return rowError(cell);
    if (state[at] === ReadState.Unreadable)
      return { code: "function-row-number", params: { value: sayCell(cell) } };
    return "";
  };
  return { known: values, count, row };
}

/** An answer a row: what `of` says where the value is known, else what its cell is. */
export function answersOf({ known, row }: ValuesRead, of: (at: number) => Answer): Answer[] {
  const answers = new Array<Answer>(known.length);
  for (let at = 0; at < known.length; at++) {
    const value = known[at] ?? NaN;
    answers[at] = value === value ? of(at) : row(at);
  }
  return answers;
}

/** A column of numbers among others that belong together row by row. */
export interface ValuesColumn {
  readonly range: Range;
  readonly read: ValuesRead;
}

/**
 * An answer for each place of the columns' common shape: what `of` says of the numbers, one a column. A cell that is an
 * error or no number answers for its row, the first of them; where a cell is blank the row has none.
 */
export function rowAnswers(
  columns: readonly ValuesColumn[],
  count: number,
  of: (numbers: readonly number[], at: number) => Answer,
): Answer[] {
  const answers = new Array<Answer>(count);
  const numbers = columns.map(() => 0);
  for (let at = 0; at < count; at++) {
    let unread: Answer | null = null;
    for (let column = 0; column < columns.length; column++) {
      const { range, read } = columns[column]!;
      const place = placeIn(range, at);
      const value = read.known[place] ?? NaN;
      numbers[column] = value;
      if (Number.isNaN(value) && (unread === null || unread === "")) unread = read.row(place);
    }
    answers[at] = unread ?? of(numbers, at);
  }
  return answers;
}
