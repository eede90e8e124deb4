import type { SheetArea } from "./sheet-area";

/** A fill and the text that can be read on it, #RRGGBB. */
export interface FillAndText {
  readonly fill: string;
  readonly text: string;
}

/** How cells look; what isn't said stays as it is. */
export interface CellsLook {
  readonly areas: readonly SheetArea[];
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  /** #RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly vertical?: "Top" | "Center";
  readonly indent?: number;
  /** Lines over and under each row of cells: such areas are one row high. */
  readonly lines?: readonly {
    readonly side: "EdgeTop" | "EdgeBottom";
    readonly weight: "Hairline" | "Thin" | "Medium";
    readonly color: string;
  }[];
}

/** Where a conditional format goes: areas of the sheet, or whole columns of a table of customers, by their ids. */
export interface FormattedCells {
  readonly areas?: readonly SheetArea[];
  readonly columns?: readonly string[];
}

/**
 * A conditional format.
 * - `labels`: cells whose text is a label get its fill and text colour.
 * - `bars`: a bar in each cell as long as its number is large.
 * - `scale`: fills from white at 0 over `half` to `colour` at the largest.
 */
export type CellsFormat = FormattedCells &
  (
    | {
        readonly kind: "labels";
        readonly labels: readonly ({ readonly label: string } & FillAndText)[];
      }
    | { readonly kind: "bars"; readonly colour: string }
    | { readonly kind: "scale"; readonly half: string; readonly colour: string }
  );

/** Cells of a sheet of the plan. */
export interface PlannedCells {
  /** The sheet's plan id. */
  readonly plan: string;
  readonly area: SheetArea;
}

/** A chart bound to cells. */
export interface PlannedChart {
  /** Its name in the workbook, by which it is found again. */
  readonly name: string;
  readonly kind: "column" | "stacked-column" | "bar" | "line" | "scatter";
  readonly title: string;
  readonly categories: PlannedCells;
  readonly series: readonly {
    readonly name: string;
    readonly values: PlannedCells;
    readonly colour: string;
    readonly pointColours?: readonly string[];
  }[];
  readonly axisTitles: { readonly x?: string; readonly y?: string };
  /** Number formats of the value axis, of labels at bars, and of categories that are numbers. */
  readonly valueFormat: string;
  readonly labelFormat: string;
  readonly categoryFormat: string | null;
  readonly labelled: boolean;
  /** The cells that it covers. */
  readonly area: SheetArea;
}

/** A field that a PivotTable groups by. */
export interface PlannedField {
  /** The id of the source's column, by which its header is looked up. */
  readonly column: string;
  /** The items that occur; null where the source's cells may be other than texts, which Excel shows in its own way. */
  readonly items: readonly string[] | null;
  /** All labels that an item may have by the policy; null where it doesn't say. */
  readonly labels: readonly string[] | null;
  /** True where the items' order is the reverse of the alphabet's. */
  readonly descending: boolean;
}

/** A PivotTable on a table of the plan. */
export interface PlannedPivot {
  readonly name: string;
  /** What a person calls it: its heading. */
  readonly caption: string;
  /** Plan id of the sheet whose table it stands on; null where it stands on the source of the columns beside data. */
  readonly source: string | null;
  readonly rows: readonly PlannedField[];
  readonly values: readonly {
    readonly column: string;
    readonly caption: string;
    readonly by: "Sum" | "Count";
    /** True: as a share of the sum of all. */
    readonly share: boolean;
    readonly format: string;
  }[];
  /** Where its first header stands. */
  readonly row: number;
  readonly column: number;
  readonly slicers: readonly PlannedSlicer[];
}

/** A slicer of a PivotTable. */
export interface PlannedSlicer {
  readonly name: string;
  /** The id of the source's column. */
  readonly column: string;
  /** True: its items stand from Z to A, as the PivotTable's do. */
  readonly descending: boolean;
  /** The cells that it covers. */
  readonly area: SheetArea;
}

/** How a sheet prints: landscape, page numbers in the footer. */
export interface PlannedPage {
  /** All columns on a page, or at a scale in percent. */
  readonly fit: "width" | { readonly scale: number };
  /** True: upright, for what is longer than wide. */
  readonly portrait?: boolean;
  /** Before which rows and columns a page begins. */
  readonly rowBreaks: readonly number[];
  readonly columnBreaks: readonly number[];
  /** At the head of each page, as text; null for none. */
  readonly header: string | null;
  /** Rows that each page repeats; null for none. */
  readonly titleRows: { readonly from: number; readonly count: number } | null;
  /** Columns at the left that each page repeats of a sheet that is parted into pages side by side; else 0. */
  readonly titleColumns: number;
}

/** What a sheet has besides its cells. Places are counted from the sheet's first block, 0 for row 1 and column A. */
export interface Dressing {
  readonly looks: readonly CellsLook[];
  /** Cells merged in each of their rows. */
  readonly merges: readonly SheetArea[];
  /** In points. */
  readonly heights: readonly { readonly row: number; readonly count: number; readonly points: number }[];
  readonly gridlines: boolean;
  readonly formats: readonly CellsFormat[];
  readonly charts: readonly PlannedChart[];
  readonly pivots: readonly PlannedPivot[];
  readonly page: PlannedPage | null;
}
