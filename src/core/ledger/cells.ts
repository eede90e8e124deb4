/**
 * One cell as Excel or a file gives it. A date is its serial number. A blank is `null` or `""`. An error value is its
 * text, `#N/A`.
 */
export type Cell = string | number | boolean | null;

/** A column in which each distinct cell stands once, in `values`, and each row holds its index: what the readers make. */
export interface CodedCells {
  readonly codes: Uint32Array;
  readonly values: readonly Cell[];
}

/** The cells of a column, a cell a row. In a Float64Array NaN is a blank. */
export type Cells = readonly Cell[] | Float64Array | CodedCells;

/** A column with its header. `dated` is true where the source shows the column's numbers as dates. */
export interface Column {
  readonly header: string;
  readonly cells: Cells;
  readonly dated?: boolean;
  /** The column's place in the sheet it was read from, 0 for A; where it isn't given, its place in the table. */
  readonly at?: number;
  /** What its header cell holds, as text, where that isn't `header`: a blank, a name that stands twice, line breaks. */
  readonly headerCell?: string;
}

/** A sheet or file as columns of equal height. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** The number that its reader sees beside the first row of cells: 2 where the header stands in row 1. */
  readonly firstRow: number;
  /** The workbook's date system: serial 0 is 1899-12-30, or 1904-01-01 in a 1904 workbook. */
  readonly dateSystem: 1900 | 1904;
}

/** How the cell of a row read. */
export const ReadState = { Read: 0, Blank: 1, Unreadable: 2, ErrorCell: 3 } as const;

export function isCoded(cells: Cells): cells is CodedCells {
  return "codes" in cells;
}

/** The cell of a row. */
export function cellAt(cells: Cells, row: number): Cell {
  if (isCoded(cells)) return cells.values[cells.codes[row] ?? 0] ?? null;
  const cell = cells[row] ?? null;
  return typeof cell === "number" && Number.isNaN(cell) ? null : cell;
}

/** True of an empty cell: null, "", or nothing but spaces (of any width). */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

const ERROR_VALUE =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!|GETTING_DATA|EXTERNAL!)$/;

/** True of Excel's error values, which arrive as their text. */
export function isErrorCell(cell: Cell): boolean {
  return typeof cell === "string" && cell.charCodeAt(0) === 35 && ERROR_VALUE.test(cell);
}
