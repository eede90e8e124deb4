import type { FormulaCell } from "../formulas/formula-cell";
import { cellKey } from "../formulas/formula-cell";
import type { Area } from "./area";
import {
  cellArea,
  COLUMNS,
  contains,
  hull,
  intersection,
  isWholeColumns,
  isWholeRows,
  overlap,
  ROWS,
} from "./area";
import type { AutoFilter } from "./auto-filter";
import { CellStore } from "./cell-store";
import type { CellValue } from "./cell-value";
import type { Unsigned } from "./change";
import type { Chart } from "./chart";
import type { ConditionalFormat } from "./conditional-format";
import { Dimension } from "./dimension";
import { linksWithout, type Hyperlink } from "./hyperlink";
import type { PivotTable } from "./pivot";
import type { SheetProtection } from "./protection";
import { moveCells } from "./shift-cells";
import type { Slicer } from "./slicer";
import type { CellStyle, StylePatch } from "./style";
import type { Table } from "./table";
import { typedEntry } from "./typed-entry";
import type { Validation } from "./validation";
import type { Workbook } from "./workbook";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** The cells in which a formula's array is shown; `anchor` is the formula's own. */
export interface Spill {
  readonly anchor: { readonly row: number; readonly column: number };
  readonly area: Area;
}

/**
 * A sheet of the workbook. Rows and columns are zero-based, areas inclusive. Whatever changes it runs in a batch of the
 * workbook (its own one where none is open), at whose end formulas are calculated and listeners told.
 */
export class Sheet {
  name: string;
  visibility: Visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  /** Rows and columns that don't scroll. */
  freeze: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 };
  protection: SheetProtection | undefined;
  /** What `Worksheet.pageLayout` was set to. */
  pageLayout: Record<string, unknown> = {};
  customProperties = new Map<string, string>();
  tables: Table[] = [];
  filter: AutoFilter | undefined;
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];
  charts: Chart[] = [];
  pivotTables: PivotTable[] = [];
  slicers: Slicer[] = [];
  hyperlinks: readonly Hyperlink[] = [];
  /** Row heights in points. */
  readonly rows = new Dimension(15, ROWS);
  /** Column widths in points. */
  readonly columns = new Dimension(48, COLUMNS);
  /** Values and the cells' own styles; for the calculation and for files, others use the methods. */
  readonly cells = new CellStore();
  /** The cells with formulas, by `cellKey`. */
  readonly formulas = new Map<number, FormulaCell>();
  #merges: Area[] = [];
  #sheetStyle = 0;

  constructor(
    readonly book: Workbook,
    readonly id: string,
    name: string,
  ) {
    this.name = name;
  }

  /** What is computed and shown, also in a spilled cell. */
  value(row: number, column: number): CellValue {
    return this.cells.value(row, column);
  }

  /** The values of an area by rows. */
  values(area: Area): CellValue[][] {
    return this.cells.read(area);
  }

  /** "=…" in en-US with A1 references; only in the formula's own cell. */
  formula(row: number, column: number): string | undefined {
    return this.formulas.get(cellKey(row, column))?.text;
  }

  /** The spill a cell is part of, its anchor included; undefined for a formula that fills its own cell only. */
  spillOf(row: number, column: number): Spill | undefined {
    return this.book.calculation.spillAt(this, row, column);
  }

  /**
   * Enters what a person types or `Range.values` and `Range.formulas` set: "=…" a formula, "12" a number, "2024-01-31" a
   * date with its format, "'007" and anything in a cell formatted "@" a text, "" nothing. null leaves the cell alone.
   */
  enter(row: number, column: number, input: string | number | boolean | null): void {
    this.enterArea(cellArea(row, column), [[input]]);
  }

  /** Enters a block, each cell as `enter` does it; what `inputs` doesn't have, or has as null, is left alone. */
  enterArea(area: Area, inputs: readonly (readonly (string | number | boolean | null)[])[]): void {
    this.book.change(() => {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          const input = inputs[row - area.top]?.[column - area.left];
          if (input !== undefined && input !== null) this.#enter(row, column, input);
        }
      }
      this.#tell({ kind: "cells", sheet: this, area });
    });
  }

  #enter(row: number, column: number, input: string | number | boolean): void {
    const { calculation, culture, date1904 } = this.book;
    const area = cellArea(row, column);
    calculation.release(this, area);
    if (input === "") {
      this.cells.set(row, column, null);
      return calculation.changed(this, area);
    }
    const { numberFormat } = this.style(row, column);
    const entry = typedEntry(input, numberFormat, culture, date1904);
    if (entry.kind === "formula") return calculation.enterFormula(this, row, column, entry.text);
    if (entry.numberFormat !== undefined && numberFormat === "General") {
      this.#style(area, { numberFormat: entry.numberFormat });
    }
    this.cells.set(row, column, entry.value);
    calculation.changed(this, area);
  }

  /**
   * Writes raw values, read by nobody: texts stay texts whatever they look like. Fast: for files, pivots, generated
   * data. Formulas in the area go. What `values` doesn't have is left alone.
   */
  write(area: Area, values: readonly (readonly CellValue[])[]): void {
    this.book.change(() => {
      this.book.calculation.release(this, area);
      this.cells.write(area.top, area.left, values);
      this.book.calculation.changed(this, area);
      this.#tell({ kind: "cells", sheet: this, area });
    });
  }

  /** Writes a formula without reading it as an entry; for files, whose cells may be formatted as text. */
  writeFormula(row: number, column: number, text: string): void {
    this.book.change(() => {
      const area = cellArea(row, column);
      this.book.calculation.release(this, area);
      this.book.calculation.enterFormula(this, row, column, text);
      this.#tell({ kind: "cells", sheet: this, area });
    });
  }

  /** Takes contents (values and formulas), formats or both away. Cells a spill fills are filled again. */
  clear(area: Area, what: "contents" | "formats" | "all" = "all"): void {
    this.book.change(() => {
      if (what !== "formats") {
        this.book.calculation.release(this, area);
        this.cells.clearValues(area);
        this.book.calculation.changed(this, area);
        this.#tell({ kind: "cells", sheet: this, area });
      }
      if (what !== "contents") {
        this.#clearStyles(area);
        if (what === "all") this.hyperlinks = linksWithout(this.hyperlinks, area);
        this.#tell({ kind: "style", sheet: this, area });
      }
    });
  }

  /** The smallest area that holds every value and formula and, unless only those count, every formatted cell. */
  usedArea(valuesOnly: boolean): Area | undefined {
    let used = this.cells.used(valuesOnly);
    if (!valuesOnly) for (const merge of this.#merges) used = used ? hull(used, merge) : merge;
    return used;
  }

  /** How a cell looks: its own style, else its row's, else its column's, else the sheet's. */
  style(row: number, column: number): CellStyle {
    return this.book.styles.style(this.#styleId(row, column));
  }

  #styleId(row: number, column: number): number {
    return (
      this.cells.styleId(row, column) ||
      this.rows.styles.get(row) ||
      this.columns.styles.get(column) ||
      this.#sheetStyle
    );
  }

  /** Changes some properties of the style of every cell of an area; whole columns and rows are cheap. */
  setStyle(area: Area, patch: StylePatch): void {
    this.book.change(() => {
      this.#style(area, patch);
      this.#tell({ kind: "style", sheet: this, area });
    });
  }

  #style(area: Area, patch: StylePatch): void {
    const { styles } = this.book;
    const whole = isWholeRows(area) && isWholeColumns(area);
    if (!isWholeRows(area) && !isWholeColumns(area)) {
      for (let column = area.left; column <= area.right; column++) {
        for (let row = area.top; row <= area.bottom; row++) {
          this.cells.setStyleId(row, column, styles.patch(this.#styleId(row, column), patch));
        }
      }
      return;
    }
    // Where a row's style meets a column's, the cell gets its own: the later one wins there.
    const across = whole ? undefined : isWholeColumns(area) ? this.rows.styles : this.columns.styles;
    for (const index of across?.keys() ?? []) {
      const cells = isWholeColumns(area)
        ? { ...area, top: index, bottom: index }
        : { ...area, left: index, right: index };
      if (contains(area, cells)) this.#ownStyles(cells);
    }
    this.cells.eachStyle(area, (row, column, id) =>
      this.cells.setStyleId(row, column, styles.patch(id, patch)),
    );
    if (whole) {
      this.#sheetStyle = styles.patch(this.#sheetStyle, patch);
      for (const lines of [this.rows.styles, this.columns.styles]) {
        for (const [index, id] of lines) lines.set(index, styles.patch(id, patch));
      }
    } else if (isWholeColumns(area)) {
      patchLines(this.columns.styles, area.left, area.right);
    } else {
      patchLines(this.rows.styles, area.top, area.bottom);
    }
    function patchLines(lines: Map<number, number>, first: number, last: number): void {
      for (let index = first; index <= last; index++)
        lines.set(index, styles.patch(lines.get(index) ?? 0, patch));
    }
  }

  #ownStyles(area: Area): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (this.cells.styleId(row, column) === 0)
          this.cells.setStyleId(row, column, this.#styleId(row, column));
      }
    }
  }

  #clearStyles(area: Area): void {
    this.cells.clearStyles(area);
    if (isWholeColumns(area)) for (let at = area.left; at <= area.right; at++) this.columns.styles.delete(at);
    if (isWholeRows(area)) for (let at = area.top; at <= area.bottom; at++) this.rows.styles.delete(at);
    if (isWholeColumns(area) && isWholeRows(area)) this.#sheetStyle = 0;
    const lines = this.rows.styles.size > 0 || this.columns.styles.size > 0 || this.#sheetStyle !== 0;
    if (lines && !isWholeColumns(area) && !isWholeRows(area)) {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) this.cells.setStyleId(row, column, 1);
      }
    }
  }

  get merges(): readonly Area[] {
    return this.#merges;
  }

  /** For the moves of cells, which change several at once. */
  replaceMerges(merges: Area[]): void {
    this.#merges = merges;
  }

  /** Merges an area (or each of its rows): the top left value stays, the others go; merges in it are taken into it. */
  merge(area: Area, across = false): void {
    this.book.change(() => {
      const parts = across
        ? Array.from({ length: area.bottom - area.top + 1 }, (_, at) => ({
            ...area,
            top: area.top + at,
            bottom: area.top + at,
          }))
        : [area];
      this.#merges = this.#merges.filter((merge) => !overlap(merge, area));
      for (const part of parts) {
        if (part.top === part.bottom && part.left === part.right) continue;
        this.#merges.push(part);
        this.book.calculation.releaseSpills(this, part);
        this.#blankBehind(part);
      }
      this.book.calculation.changed(this, area);
      this.#tell({ kind: "objects", sheet: this, of: "merge" });
    });
  }

  #blankBehind(part: Area): void {
    for (const rest of [
      { ...part, bottom: part.top, left: part.left + 1 },
      { ...part, top: part.top + 1 },
    ]) {
      if (rest.left > rest.right || rest.top > rest.bottom) continue;
      this.book.calculation.release(this, rest);
      this.cells.clearValues(rest);
    }
  }

  /** Takes every merge that touches an area apart. */
  unmerge(area: Area): void {
    this.book.change(() => {
      this.#merges = this.#merges.filter((merge) => !overlap(merge, area));
      this.book.calculation.changed(this, area);
      this.#tell({ kind: "objects", sheet: this, of: "merge" });
    });
  }

  /** The merge a cell is part of. */
  mergeOf(row: number, column: number): Area | undefined {
    return this.#merges.find((merge) => overlap(merge, cellArea(row, column)));
  }

  rowHidden(row: number): boolean {
    return this.rows.isHidden(row);
  }

  columnHidden(column: number): boolean {
    return this.columns.isHidden(column);
  }

  /** Hides or shows rows; `by` a filter, they are shown again when it goes and SUBTOTAL leaves them out. */
  setRowsHidden(top: number, bottom: number, hidden: boolean, by: "user" | "filter" = "user"): void {
    this.#setHidden(this.rows, top, bottom, hidden, by);
  }

  setColumnsHidden(left: number, right: number, hidden: boolean): void {
    this.#setHidden(this.columns, left, right, hidden, "user");
  }

  #setHidden(lines: Dimension, first: number, last: number, hidden: boolean, by: "user" | "filter"): void {
    this.book.change(() => {
      const set = by === "filter" ? lines.filtered : lines.hidden;
      for (let index = first; index <= last; index++) {
        if (hidden) set.add(index);
        else set.delete(index);
      }
      this.book.calculation.hiddenChanged(this);
      this.#tell({ kind: "objects", sheet: this, of: "dimension" });
    });
  }

  /** The height of a row in points, as if it weren't hidden. */
  rowHeight(row: number): number {
    return this.rows.size(row);
  }

  columnWidth(column: number): number {
    return this.columns.size(column);
  }

  /** Sets the height of rows in points; undefined is the standard one. */
  setRowHeight(top: number, bottom: number, points: number | undefined): void {
    this.#setSize(this.rows, top, bottom, points);
  }

  setColumnWidth(left: number, right: number, points: number | undefined): void {
    this.#setSize(this.columns, left, right, points);
  }

  #setSize(lines: Dimension, first: number, last: number, points: number | undefined): void {
    this.book.change(() => {
      if (points !== undefined && first === 0 && last === lines.length - 1) {
        lines.sizes.clear();
        lines.standard = points;
      } else {
        for (let index = first; index <= last; index++) {
          if (points === undefined) lines.sizes.delete(index);
          else lines.sizes.set(index, points);
        }
      }
      this.#tell({ kind: "objects", sheet: this, of: "dimension" });
    });
  }

  /** Makes room: what stands in the area goes down or right, and formulas, names, tables and merges follow. */
  insertCells(area: Area, shift: "down" | "right"): void {
    moveCells(this, { area, shift });
  }

  /** Takes cells out: what is below comes up, or what is to the right comes left. */
  deleteCells(area: Area, shift: "up" | "left"): void {
    moveCells(this, { area, shift });
  }

  /** The table a cell stands in. */
  tableOf(row: number, column: number): Table | undefined {
    return this.tables.find((table) => intersection(table.area, cellArea(row, column)) !== undefined);
  }

  #tell(change: Unsigned): void {
    this.book.tell(change);
  }
}
