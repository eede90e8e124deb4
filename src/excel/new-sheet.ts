/** A cell to be written. Text stays text whatever it looks like; null is an empty cell. */
export type WrittenCell = string | number | boolean | null;

/** Rows under headers, to be written into a sheet of their own or below others. */
export interface SheetTable {
  readonly kind: "table";
  /** Row of the headers, 0 for row 1. */
  readonly row: number;
  /** The native table's name; null where the rows are to stay plain cells. */
  readonly name: string | null;
  readonly headers: readonly string[];
  /** A number format a column; `@` for text. */
  readonly formats: readonly string[];
  /** Columns whose long text is wrapped. */
  readonly wrapped: readonly number[];
  readonly count: number;
  /** Rows of the table's body, at most `count` of them from `from` on. */
  readonly rows: (from: number, count: number) => Promise<readonly (readonly WrittenCell[])[]>;
}

/** A line of text over the columns. */
export interface SheetHeading {
  readonly kind: "heading";
  readonly row: number;
  readonly text: string;
  /** 1 the sheet's title, 2 a section's, 0 plain text. */
  readonly level: 0 | 1 | 2;
}

/** A sheet to be written. */
export interface NewSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Of the columns from A on, in characters. */
  readonly widths: readonly number[];
  readonly blocks: readonly (SheetHeading | SheetTable)[];
}
