import type { Table } from "../../src/core/ledger/cells";
import { recognise, type Recognition } from "../../src/core/ledger/recognise";
import type { Mapping, Role } from "../../src/core/ledger/roles";

/** No column plays the role. */
const NO_COLUMN = -1;

/**
 * Recognises a table under the reader's choices. A column that is not to be used gives up its role, and no other
 * column takes it over unasked: the role is then played by none.
 */
export function recogniseAsChosen(
  table: Table,
  chosen: Readonly<Record<number, Role | null>>,
): { readonly recognition: Recognition; readonly given: Mapping } {
  const given: Partial<Record<Role, number>> = {};
  const unused: number[] = [];
  for (const [column, role] of Object.entries(chosen)) {
    if (role === null) unused.push(Number(column));
    else given[role] = Number(column);
  }
  let recognition = recognise(table, given);
  for (;;) {
    const taken = recognition.guesses.find(({ column, role }) => role !== null && unused.includes(column));
    if (!taken?.role || given[taken.role] === NO_COLUMN) break;
    given[taken.role] = NO_COLUMN;
    recognition = recognise(table, given);
  }
  const guesses = recognition.guesses.map((guess) =>
    unused.includes(guess.column) ? { ...guess, role: null, confidence: 1 } : guess,
  );
  return { recognition: { ...recognition, guesses }, given };
}
