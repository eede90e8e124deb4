import { sizeOf, type Area } from "../../workbook/area";
import { copiedFormula } from "../../workbook/copied-formula";
import type { CellValue } from "../../workbook/cell-value";
import type { CellStyle } from "../../workbook/style";
import { invalidArgument } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { areaAt } from "./range-target-of";
import { refusePivots } from "./range-write";

interface Copied {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly style: CellStyle;
}

/** How `Range.copyFrom` copies: https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-copyfrom-member(1) */
export interface CopyOptions {
  readonly type: "All" | "Formulas" | "Values" | "Formats";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/**
 * Copies cells to a range: as large as the source where the target is one cell or smaller, repeated where the target is
 * larger by whole multiples. Relative references of formulas move along.
 */
export function copyCells(source: RangeTarget, target: RangeTarget, options: CopyOptions, run: Run): void {
  run.settle();
  const from = sizeOf(source.area);
  if (from.cells > 5_000_000) throw invalidArgument("more cells than Excel copies at once");
  const rows = options.transpose ? from.columns : from.rows;
  const columns = options.transpose ? from.rows : from.columns;
  const to = sizeOf(target.area);
  const fits = to.rows % rows === 0 && to.columns % columns === 0;
  const { top, left } = target.area;
  const area = fits ? target.area : areaAt(top, left, Math.max(rows, 1), Math.max(columns, 1));
  run.mayWrite(target.sheet, area);
  if (options.type !== "Formats") refusePivots(target.sheet, area);
  run.wroteCells(sizeOf(area).cells);
  // Read before written: the ranges may overlap.
  const cells = copiedCells(source);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const down = (row - area.top) % rows;
      const across = (column - area.left) % columns;
      const [sourceRow, sourceColumn] = options.transpose ? [across, down] : [down, across];
      const copied = cells[sourceRow]![sourceColumn]!;
      const shift = {
        rows: row - (source.area.top + sourceRow),
        columns: column - (source.area.left + sourceColumn),
      };
      put(target.sheet, row, column, copied, shift, options);
    }
  }
}

function copiedCells({ sheet, area }: RangeTarget): Copied[][] {
  const cells: Copied[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Copied[] = [];
    for (let column = area.left; column <= area.right; column++) {
      line.push({
        value: sheet.value(row, column),
        formula: sheet.formula(row, column),
        style: sheet.style(row, column),
      });
    }
    cells.push(line);
  }
  return cells;
}

function put(
  sheet: RangeTarget["sheet"],
  row: number,
  column: number,
  { value, formula, style }: Copied,
  shift: { readonly rows: number; readonly columns: number },
  { type, skipBlanks }: CopyOptions,
): void {
  const cell: Area = { top: row, left: column, bottom: row, right: column };
  if (skipBlanks && value === null && formula === undefined) return;
  if (type === "All" || type === "Formats") sheet.setStyle(cell, style);
  if (type === "Formats") return;
  if (formula !== undefined && type !== "Values") {
    sheet.writeFormula(row, column, copiedFormula(formula, shift.rows, shift.columns));
  } else {
    sheet.write(cell, [[value]]);
  }
}
