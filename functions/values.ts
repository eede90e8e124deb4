import { readAmounts } from "../src/core/ledger/amounts";
import { cellAt, ReadState, type Cells } from "../src/core/ledger/cells";
import { rowError, type Answer } from "./column";
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
