import { isBlank, type Cell } from "../core/ledger/cells";

/** The first row that is not blank. */
export function headerRowOf(rows: readonly (readonly Cell[])[]): number {
  return rows.findIndex((row) => row.some((cell) => !isBlank(cell)));
}
