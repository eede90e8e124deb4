import { rewriteFormula } from "../formulas/adapt";
import { cellArea, contains, type Area } from "./area";
import type { CellValue } from "./cell-value";
import type { CellStyle } from "./style";
import type { Sheet } from "./sheet";

/**
 * Moves cells to another place of their sheet, as cutting and pasting does: values, formulas, formats and links go
 * along, what stood there is lost, and formulas and names that mean cells inside what was moved follow. Tables, merges
 * and rules stay.
 */
export function moveRange(
  sheet: Sheet,
  from: Area,
  to: { readonly row: number; readonly column: number },
): void {
  const { book } = sheet;
  const moved = (area: Area): Area =>
    contains(from, area)
      ? {
          top: area.top + to.row - from.top,
          left: area.left + to.column - from.left,
          bottom: area.bottom + to.row - from.top,
          right: area.right + to.column - from.left,
        }
      : area;
  const target = moved(from);
  book.change(() => {
    const values: CellValue[][] = [];
    const cells: { row: number; column: number; formula: string | undefined; style: CellStyle }[] = [];
    for (let row = from.top; row <= from.bottom; row += 1) {
      // What a formula spills it spills again from its new place.
      values.push(
        sheet
          .values({ ...from, top: row, bottom: row })[0]!
          .map((value, at) => (sheet.spillOf(row, from.left + at) ? null : value)),
      );
      for (let column = from.left; column <= from.right; column += 1) {
        cells.push({ row, column, formula: sheet.formula(row, column), style: sheet.style(row, column) });
      }
    }
    const links = sheet.hyperlinks;
    sheet.clear(from, "all");
    sheet.write(target, values);
    for (const { row, column, formula, style } of cells) {
      const place = moved(cellArea(row, column));
      sheet.setStyle(place, style);
      // A moved formula goes on meaning the cells it meant.
      if (formula !== undefined) sheet.writeFormula(place.top, place.left, formula);
    }
    sheet.hyperlinks = links.flatMap((link) =>
      contains(from, link.area) || !contains(target, link.area) ? { ...link, area: moved(link.area) } : [],
    );
    book.calculation.replaceTexts((text, home) =>
      rewriteFormula(text, {
        area: (area, named) => {
          const meant = named === undefined ? home : book.sheet(named);
          return meant === sheet ? moved(area) : area;
        },
      }),
    );
  });
}
