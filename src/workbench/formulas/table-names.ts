import { cellArea, contains } from "../workbook/area";
import type { Table, TableColumn } from "../workbook/table";
import type { Workbook } from "../workbook/workbook";
import type { FormulaCell } from "./formula-cell";
import type { Token } from "./tokens";

/** What a renaming does to the words of a formula in a cell; in a name there is no cell. */
export type Renaming = (cell: FormulaCell | undefined) => (text: string, kind: Token["kind"]) => string;

/** The names of tables and their columns as formulas know them, to be told when they change. */
export class TableNames {
  readonly #tables = new WeakMap<Table, string>();
  readonly #columns = new WeakMap<TableColumn, string>();

  /** What was renamed since the last time; names seen for the first time are no news. */
  renamings(book: Workbook): Renaming[] {
    const found: Renaming[] = [];
    for (const table of book.sheets.flatMap((sheet) => sheet.tables)) {
      const before = this.#tables.get(table);
      this.#tables.set(table, table.name);
      if (before !== undefined && before !== table.name) found.push(() => tableWord(before, table.name));
      for (const column of table.columns) {
        const { name } = column;
        const known = this.#columns.get(column);
        this.#columns.set(column, name);
        if (known !== undefined && known !== name) found.push((cell) => columnWord(table, known, name, cell));
      }
    }
    return found;
  }
}

/** Another name for a table, in Orders[Amount] and where it stands alone. */
function tableWord(before: string, after: string): ReturnType<Renaming> {
  return (text, kind) => {
    const end = kind === "structured" ? text.indexOf("[") : text.length;
    return kind !== "function" && text.slice(0, end).toLowerCase() === before.toLowerCase()
      ? after + text.slice(end)
      : text;
  };
}

/** Another name for a column, in Orders[Amount] and, within the table, in [@Amount]. */
function columnWord(
  table: Table,
  before: string,
  after: string,
  cell: FormulaCell | undefined,
): ReturnType<Renaming> {
  return (text, kind) => {
    if (kind !== "structured") return text;
    const open = text.indexOf("[");
    const named = text.slice(0, open).toLowerCase();
    const inside =
      cell !== undefined &&
      cell.sheet === table.sheet &&
      contains(table.area, cellArea(cell.row, cell.column));
    if (named === "" ? !inside : named !== table.name.toLowerCase()) return text;
    const brackets = text
      .slice(open)
      .replace(/\[(@?)((?:'.|[^'[\]@])+)\]/g, (all, row: string, name: string) => {
        if (name.replace(/'(.)/g, "$1").toLowerCase() !== before.toLowerCase()) return all;
        const escaped = after.replace(/['#[\]@]/g, "'$&");
        return row === "@" && !/^[\p{L}\p{N}_.]+$/u.test(escaped) ? `[@[${escaped}]]` : `[${row}${escaped}]`;
      });
    return text.slice(0, open) + brackets;
  };
}
