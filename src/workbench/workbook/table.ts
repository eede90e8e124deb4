import type { Area } from "./area";
import type { FilterCriteria } from "./auto-filter";
import { isCellError } from "./cell-value";
import type { Sheet } from "./sheet";

/** A column of a table. Its name is the text of its header cell, or the last one known while headers are hidden. */
export class TableColumn {
  readonly table: Table;
  /** Unique in the table and kept when columns move. */
  readonly id: number;
  #label: string;

  constructor(table: Table, id: number, label: string) {
    this.table = table;
    this.id = id;
    this.#label = label;
  }

  /** The zero-based place in the table. */
  get index(): number {
    return this.table.columns.indexOf(this);
  }

  get name(): string {
    const { sheet, area, showHeaders } = this.table;
    if (!showHeaders) return this.#label;
    const value = sheet.value(area.top, area.left + this.index);
    const text = isCellError(value) ? value.error : value === null ? "" : String(value);
    return text === "" ? this.#label : text;
  }

  /** The last name known: what a header that was emptied, or isn't shown, falls back to. */
  get fallback(): string {
    return this.#label;
  }

  /** Remembers the name; the header cell is written by `settleHeaders` and `renameColumn`. */
  set label(text: string) {
    this.#label = text;
  }
}

/** How the sort of a table was last asked for: https://learn.microsoft.com/javascript/api/excel/excel.tablesort */
export interface TableSortState {
  readonly fields: readonly Record<string, unknown>[];
  readonly matchCase: boolean;
  readonly method: string;
}

/** A table of a sheet: https://learn.microsoft.com/javascript/api/excel/excel.table */
export interface Table {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  /** All its cells: header row, body and totals row. */
  area: Area;
  columns: TableColumn[];
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  showFilterButton: boolean;
  style: string;
  /** Whether the body is the one blank row that Excel shows for a table without rows. */
  blankRow: boolean;
  /** What each column is filtered on, by the column's id. */
  filter: Map<number, FilterCriteria>;
  sort: TableSortState | undefined;
}
