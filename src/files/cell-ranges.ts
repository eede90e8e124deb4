import type { ColumnReference } from "../core/report/report";
import { columnLetters } from "./headers";
import type { PlacedBlock, PlacedSheet } from "./sheet-layout";

type PlacedTable = PlacedBlock & { readonly kind: "table" };

/** A sheet's name as a reference has it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Cells of one column of a sheet: `$A$2:$A$10`. Rows are counted from 0. */
function columnRange(column: number, from: number, count: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${from + 1}:$${letters}$${from + Math.max(count, 1)}`;
}

/** A block of cells: `A2:C10`. */
export function blockRange(row: number, column: number, rows: number, columns: number): string {
  return `${columnLetters(column)}${row + 1}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** The cells that a reference to a table's column means, and their values. */
export interface Referred {
  /** `'Summary'!$A$2:$A$10`. */
  readonly range: string;
  readonly sheet: PlacedSheet;
  /** Row and column of the first cell, 0 for A1; there is at least one. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (string | number | null)[];
}

/** Where a referred column stands in a workbook. A reference to what isn't there is a bug of the report. */
export function referred(sheets: readonly PlacedSheet[], reference: ColumnReference): Referred {
  const { table: name, column: id, from = 0 } = reference;
  for (const sheet of sheets) {
    for (const block of sheet.blocks) {
      if (block.kind !== "table" || block.table.name !== name || block.from > 0) continue;
      const place = block.columns.findIndex((column) => column.id === id);
      const column = block.columns[place];
      if (!column) break;
      const count = Math.min(reference.count ?? block.count - from, block.count - from);
      const at = { row: block.row + 1 + from, column: block.at[place] ?? 0 };
      return {
        range: `${quotedSheet(sheet.name)}!${columnRange(at.column, at.row, count)}`,
        sheet,
        ...at,
        values: Array.from({ length: count }, (_, row) => column.values[from + row] ?? null),
      };
    }
  }
  throw new RangeError(`A chart refers to ${name}.${id}, which is in no sheet.`);
}

/** The body of some columns of a table, as ranges with blanks between them; empty where none of them is there. */
export function bodyRanges(block: PlacedTable, ids: readonly string[]): string {
  if (block.count === 0) return "";
  return block.columns
    .flatMap(({ id }, c) => {
      const at = block.at[c];
      return at !== undefined && ids.includes(id) ? [blockRange(block.row + 1, at, block.count, 1)] : [];
    })
    .join(" ");
}
