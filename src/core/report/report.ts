/**
 * What a tiered workbook contains, as plain data. A host writes it: Office.js into an open workbook, the command into
 * a file. Values are in the reader's language already.
 */
export interface Report {
  readonly language: "en" | "zh";
  readonly sheets: readonly ReportSheet[];
}

/** A sheet: text and tables one under another, from A1 down, a blank row between them, unless a block says its place. */
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
  /** Widths in characters from column A on, in place of those that its tables ask for. */
  readonly widths?: readonly number[];
  readonly charts?: readonly ReportChart[];
  readonly pivots?: readonly ReportPivot[];
  readonly print?: ReportPrint;
}

export type ReportBlock = ReportHeading | ReportTable;

/** A cell of a sheet, row and column counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A line of text across the sheet: level 1 is the sheet's title, 2 a section's, 0 plain text. */
export interface ReportHeading {
  readonly kind: "heading";
  readonly level: 0 | 1 | 2;
  readonly text: string;
  /** Where it stands, in place of below the block before. */
  readonly place?: CellPlace;
  /** Columns that a long text is merged over and wrapped in, at a place; left out, it runs on over empty cells. */
  readonly span?: number;
}

/** A native Excel table with a header row or, where it is plain, cells that look like one. */
export interface ReportTable {
  readonly kind: "table";
  /** The table's name in the workbook: letters, digits and underscores, unique. */
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rowCount: number;
  /** Where its first header stands, in place of column A below the block before. */
  readonly place?: CellPlace;
  /** True: cells alone, no native table, so that a page to be read has no filter buttons. */
  readonly plain?: boolean;
  /** How a plain table looks: `figures` are a few large numbers with their names above them. */
  readonly look?: "figures";
  /** Rows that sum others, 0 for the first: they stand out. */
  readonly sums?: readonly number[];
  readonly formats?: readonly ReportFormat[];
  /** True: a long table at the end of its sheet, whose header row is repeated on each printed page. */
  readonly repeatsHeaders?: boolean;
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
  /** Columns of the sheet that it is merged over, in a plain table; 1 unless said. */
  readonly span?: number;
  /** True: money that is read with its cents in a plain table, however large the table's other money is. */
  readonly cents?: boolean;
  /** True: numbers that are read to the hundredth in every row, so that they can be compared. */
  readonly hundredths?: boolean;
  /** How far each row's text is set in, in a plain table: 1 for what belongs to a row above it. */
  readonly indents?: ArrayLike<number>;
}

/** A fill and the text that can be read on it, RRGGBB. */
export interface FillAndText {
  readonly fill: string;
  readonly text: string;
}

/**
 * A conditional format of columns of a table.
 * - `labels`: the cells whose text is a label get its fill and text colour.
 * - `bars`: a bar in each cell as long as its number is large.
 * - `scale`: fills from white at 0 to `colour` at the largest of all the columns.
 */
export type ReportFormat =
  | {
      readonly kind: "labels";
      readonly columns: readonly string[];
      readonly labels: readonly ({ readonly label: string } & FillAndText)[];
    }
  | { readonly kind: "bars" | "scale"; readonly columns: readonly string[]; readonly colour: string };

/** The values of a column of a table of the report: all of them, or so many from a row on (0 is the first). */
export interface ColumnReference {
  /** The table's name. */
  readonly table: string;
  /** The column's id. */
  readonly column: string;
  readonly from?: number;
  readonly count?: number;
}

/** One line, or one set of bars, of a chart. */
export interface ReportSeries {
  readonly name: string;
  readonly values: ColumnReference;
  /** RRGGBB. */
  readonly colour: string;
  /** Colours of single points, in place of the series' own. */
  readonly pointColours?: readonly string[];
}

/** A native chart, bound to the cells of tables. */
export interface ReportChart {
  /** A stable id, unique in the report. */
  readonly id: string;
  readonly kind: "column" | "stacked-column" | "bar" | "line" | "scatter";
  readonly title: string;
  /** What it shows, in a sentence, for those who can't see it. */
  readonly alt: string;
  /** Along the axis: names, or the numbers of a scatter chart. */
  readonly categories: ColumnReference;
  readonly series: readonly ReportSeries[];
  readonly axisTitles?: { readonly x?: string; readonly y?: string };
  readonly format: ColumnFormat;
  /** How the categories are shown where they are numbers. */
  readonly categoryFormat?: ColumnFormat;
  /** True: values stand at their bars. */
  readonly labelled?: boolean;
  readonly place: CellPlace;
  /** Its size in cells. */
  readonly rows: number;
  readonly columns: number;
}

/** What a pivot sums of a field. `count` counts the cells that aren't empty. */
export interface PivotValue {
  /** A stable id. */
  readonly id: string;
  readonly caption: string;
  readonly format: ColumnFormat;
  readonly of:
    | { readonly kind: "sum" | "count"; readonly column: string }
    /** The sum as a share of the sum of all rows. */
    | { readonly kind: "share"; readonly column: string }
    /** One sum divided by another. */
    | { readonly kind: "ratio"; readonly column: string; readonly by: string };
}

/** A field that a pivot groups by, and its items in their order: all that occur, null for an empty cell. */
export interface PivotField {
  /** The source column's id. */
  readonly column: string;
  readonly items: readonly (string | null)[];
  /** All labels that an item may have by the policy, whether it occurs or not; left out where the policy doesn't say. */
  readonly labels?: readonly string[];
}

/**
 * A PivotTable on a table of the report, in compact form: a line an item of the first field, under it, set in, a line an
 * item of the second, a grand total at the end; `values` side by side.
 */
export interface ReportPivot {
  /** A stable id, unique in the report. */
  readonly id: string;
  /** Its name in the workbook. */
  readonly name: string;
  /** Over the labels of lines. */
  readonly caption: string;
  /** The source table's name. */
  readonly table: string;
  readonly rows: readonly [PivotField, PivotField];
  readonly values: readonly PivotValue[];
  readonly grandTotal: string;
  /** Stands for an empty cell of the source. */
  readonly blank: string;
  /** Where its first header stands. */
  readonly place: CellPlace;
}

/** How a sheet prints, beyond landscape: what every host does unless it is said here. */
export interface ReportPrint {
  /** `width`: all columns on a page; `blocks`: a page break before each of these columns, at a fixed scale. */
  readonly fit: "width" | { readonly breaks: readonly number[]; readonly scale: number };
  /** Rows before which a page begins. */
  readonly rowBreaks?: readonly number[];
  /** True: upright, for what is longer than wide. */
  readonly portrait?: boolean;
  /** Rows that each page repeats, 0 for the first. */
  readonly titleRows?: { readonly from: number; readonly count: number };
  /** At the head of each page; the foot has the sheet's name and page numbers. */
  readonly header: string;
}
