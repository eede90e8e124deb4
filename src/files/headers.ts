import type { Message } from "../core/language/message";
import { isBlank, type Cell } from "../core/ledger/cells";

/** The letters over a column in Excel: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/**
 * A name for each column that has a header or cells: its header with runs of spaces and newlines as one space, its
 * letters where it has none, and ` (2)` after a name that stands to its left already. The notes say which.
 *
 * `columns` are the indexes of the columns with a header or cells, ascending.
 */
export function headersOf(
  row: readonly (Cell | undefined)[],
  columns: readonly number[],
): { readonly headers: readonly string[]; readonly notes: readonly Message[] } {
  const taken = new Set(columns.map((column) => headerText(row[column] ?? null)));
  const used = new Set<string>();
  const lettered: string[] = [];
  const renamed: string[] = [];
  const headers = columns.map((column) => {
    const text = headerText(row[column] ?? null);
    const wanted = text === "" ? columnLetters(column) : text;
    let name = wanted;
    for (let copy = 2; used.has(name) || (name !== text && taken.has(name)); copy++)
      name = `${wanted} (${copy})`;
    used.add(name);
    if (text === "") lettered.push(name);
    else if (name !== text) renamed.push(name);
    return name;
  });
  const notes: Message[] = [];
  if (lettered.length > 0) {
    notes.push({ code: "file-unnamed-columns", params: { count: lettered.length, columns: some(lettered) } });
  }
  if (renamed.length > 0) {
    notes.push({ code: "file-repeated-headers", params: { count: renamed.length, columns: some(renamed) } });
  }
  return { headers, notes };
}

function headerText(cell: Cell): string {
  if (cell === null || isBlank(cell)) return "";
  return String(cell).replace(/\s+/g, " ").trim();
}

const NAMED_IN_A_NOTE = 10;

/** The first of many names, and an ellipsis for the rest. */
export function some(names: readonly string[]): readonly string[] {
  return names.length <= NAMED_IN_A_NOTE ? names : [...names.slice(0, NAMED_IN_A_NOTE), "…"];
}
