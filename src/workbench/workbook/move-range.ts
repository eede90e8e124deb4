import { rewriteFormula } from "../formulas/adapt";
import { contains, sizeOf, type Area } from "./area";
import type { CellStyle } from "./style";
import type { Sheet } from "./sheet";

/**
 * Moves cells to another place of their sheet, as cutting and pasting does: values, formulas and formats go along,
 * what stood there is lost, and formulas and names that mean cells inside what was moved follow. Tables, merges and
 * rules stay.
 */
export function moveRange(
  sheet: Sheet,
  from: Area,
  to: { readonly row: number; readonly column: number },
): Area {
  const { book } = sheet;
  const { rows, columns } = sizeOf(from);
  const target = { top: to.row, left: to.column, bottom: to.row + rows - 1, right: to.column + columns - 1 };
  book.change(() => {
    const cells: { formula: string | undefined; style: CellStyle }[][] = [];
    const values = sheet.values(from);
    for (let row = from.top; row <= from.bottom; row += 1) {
      const line: { formula: string | undefined; style: CellStyle }[] = [];
      for (let column = from.left; column <= from.right; column += 1) {
        line.push({ formula: sheet.formula(row, column), style: sheet.style(row, column) });
      }
      cells.push(line);
    }
    sheet.clear(from, "all");
    sheet.write(target, values);
    cells.forEach((line, down) =>
      line.forEach(({ formula, style }, across) => {
        const [row, column] = [to.row + down, to.column + across];
        sheet.setStyle({ top: row, left: column, bottom: row, right: column }, style);
        // A moved formula goes on meaning the cells it meant.
        if (formula !== undefined) sheet.writeFormula(row, column, formula);
      }),
    );
    const moved = (area: Area): Area =>
      contains(from, area)
        ? {
            top: area.top + to.row - from.top,
            left: area.left + to.column - from.left,
            bottom: area.bottom + to.row - from.top,
            right: area.right + to.column - from.left,
          }
        : area;
    book.calculation.replaceTexts((text, home) =>
      rewriteFormula(text, {
        area: (area, named) => {
          const meant = named === undefined ? home : book.sheet(named);
          return meant === sheet ? moved(area) : area;
        },
      }),
    );
  });
  return target;
}
