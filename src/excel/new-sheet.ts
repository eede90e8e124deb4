import type { Language } from "../core/language/language";
import type { Dressing } from "./dressing";

/** A cell to be written. Text stays text whatever it looks like; null is an empty cell. */
export type WrittenCell = string | number | boolean | null;

/** Rows under headers, to be written into a sheet of their own or below others. */
export interface SheetTable {
  readonly kind: "table";
  /** Row of the headers, 0 for row 1. */
  readonly row: number;
  /** Column of the first header, 0 for A; left out, 0. */
  readonly column?: number;
  /** The native table's name; null where the rows are to stay plain cells. */
  readonly name: string | null;
  readonly headers: readonly string[];
  /** Stable ids of the columns, by which they are found again where the table is refreshed row by row. */
  readonly ids?: readonly string[];
  /** A number format a column; `@` for text. */
  readonly formats: readonly string[];
  /** Columns whose long text is wrapped. */
  readonly wrapped: readonly number[];
  readonly count: number;
  /** Rows of the table's body, at most `count` of them from `from` on. */
  readonly rows: (from: number, count: number) => Promise<readonly (readonly WrittenCell[])[]>;
  /**
   * Of a table with a row a customer, its name in the first column: the rows of customers by their places in the
   * result. Such a table is refreshed row by row, so that what stands beside a customer stays there; any other whole.
   */
  readonly rowsAt: ((at: readonly number[]) => Promise<readonly (readonly WrittenCell[])[]>) | null;
}

/** A column to be written beside data. */
export interface BesideColumn {
  /** A stable id, by which the column is found again, whatever its header says by then. */
  readonly id: string;
  readonly header: string;
  /** A number format; `@` for text. */
  readonly format: string;
  /** In characters. */
  readonly width: number;
}

/** Columns to be written beside the analyst's own, each row by the customer it names. */
export interface Beside {
  /** The sheet's id, and the native table's, where the data is one. */
  readonly sheet: string;
  readonly table: string | null;
  /** Row of the headers, 0 for row 1; the first row of data and how many there are. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Column of the customers, 0 for A, and the header it had when it was read: it is found again by that. */
  readonly customerColumn: number;
  readonly customerHeader: string;
  readonly columns: readonly BesideColumn[];
  readonly rowsAt: (at: readonly number[]) => Promise<readonly (readonly WrittenCell[])[]>;
}

/** Everything that a run writes into the workbook. */
export interface TieredPlan {
  readonly sheets: readonly NewSheet[];
  readonly beside: Beside | null;
  /** The places in the result of the customers that cells name; -1 for a cell that names none. */
  readonly places: (cells: readonly unknown[]) => Promise<readonly number[]>;
  /** The language of what is said of a customer that is no longer in the data; English unless given. */
  readonly language?: Language;
  /** The sheet, and the table, that the data was read from: columns beside it that aren't asked for any more go. */
  readonly source?: {
    readonly sheet: string;
    readonly table: string | null;
    /** Of plain rows: the row of their headers, 0 for row 1, and how many rows there are with it; left out, any. */
    readonly headerRow?: number;
    readonly rows?: number;
    /** Of plain rows that are an area of the sheet: `F1:I50`, `F:I`. */
    readonly address?: string | null;
  };
  /**
   * The plan ids of the sheets that are written, where not all are: the others of an earlier run stay as they are, and
   * charts and PivotTables stand on them.
   */
  readonly only?: readonly string[];
}

/** A line of text over the columns. */
export interface SheetHeading {
  readonly kind: "heading";
  readonly row: number;
  /** 0 for A; left out, 0. */
  readonly column?: number;
  readonly text: string;
  /** 1 the sheet's title, 2 a section's, 0 plain text. */
  readonly level: 0 | 1 | 2;
}

/** A sheet to be written. */
export interface NewSheet {
  /** A stable id, by which a later run finds the sheet, whatever its name is by then: `customers`, `customers/2`. */
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Of the columns from A on, in characters. */
  readonly widths: readonly number[];
  readonly blocks: readonly (SheetHeading | SheetTable)[];
  /** What it has besides its cells: written last, and told where Excel refuses it. */
  readonly dressing?: Dressing;
}
