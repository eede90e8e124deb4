/**
 * What a tiered workbook contains, as plain data. A host writes it: Office.js into an open workbook, the command into
 * a file. Values are in the reader's language already.
 */
export interface Report {
  readonly language: "en" | "zh";
  readonly sheets: readonly ReportSheet[];
}

/** A sheet: text and tables one under another, from A1 down, a blank row between them. */
export interface ReportSheet {
  /** A stable id; `name` is what the tab shows. */
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly ReportBlock[];
  /** Rows frozen at the top, 0 for none; with them, columns frozen at the left. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Hidden sheets hold what a later run reads, not what a manager does. */
  readonly hidden: boolean;
}

export type ReportBlock = ReportHeading | ReportTable;

/** A line of text across the sheet: level 1 is the sheet's title, 2 a section's, 0 plain text. */
export interface ReportHeading {
  readonly kind: "heading";
  readonly level: 0 | 1 | 2;
  readonly text: string;
}

/** A native Excel table with a header row. */
export interface ReportTable {
  readonly kind: "table";
  /** The table's name in the workbook: letters, digits and underscores, unique. */
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rowCount: number;
}

/**
 * How a column's values are shown. `text` is always text, even `=1` or `007`; `date` is a serial number of days;
 * `money` and `number` are numbers; `integer` is a whole number; `share` is 0–1 shown as a percentage.
 */
export type ColumnFormat = "text" | "integer" | "number" | "money" | "date" | "share";

/** A column of a table. A value of null is an empty cell. */
export interface ReportColumn {
  /** A stable id, the same in both languages. */
  readonly id: string;
  readonly header: string;
  readonly format: ColumnFormat;
  /** Width in characters. */
  readonly width: number;
  readonly values: ArrayLike<string | number | null>;
  /** True for long text that is wrapped. */
  readonly wrap?: boolean;
}
