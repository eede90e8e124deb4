import { rewriteFormula } from "../formulas/adapt";
import type { FormulaCell } from "../formulas/formula-cell";
import { cellKey } from "../formulas/formula-cell";
import type { Area } from "./area";
import { cellArea, COLUMNS, isWholeColumns, isWholeRows, overlap, ROWS } from "./area";
import type { Shift } from "./change";
import type { Sheet } from "./sheet";
import { moveObjects } from "./move-objects";
import { settlePivots } from "./pivot-settle";
import { shiftedArea } from "./shifted-area";
import { TableColumn } from "./table";

/** Inserts or deletes cells of a sheet; formulas, names, merges, tables, filters and rules that mean its cells follow. */
export function moveCells(sheet: Sheet, shift: Shift): void {
  const { book } = sheet;
  book.change(() => {
    // Refused ones are set up as they were: there are cells to move either way.
    settlePivots(book);
    const { calculation } = book;
    const { top, left, bottom, right } = shift.area;
    calculation.takeSpillsBack(sheet);
    const formulas = [...sheet.formulas.values()];
    moveStore(sheet, shift);
    sheet.formulas.clear();
    for (const cell of formulas) {
      const to = shiftedArea(cellArea(cell.row, cell.column), shift);
      const waiting = calculation.lift(cell);
      if (to === undefined) {
        calculation.forget(cell);
        continue;
      }
      cell.row = to.top;
      cell.column = to.left;
      sheet.formulas.set(cellKey(cell.row, cell.column), cell);
      if (waiting) calculation.putBack(cell);
    }
    if (isWholeRows(shift.area) && (shift.shift === "down" || shift.shift === "up")) {
      if (shift.shift === "down") sheet.rows.open(top, bottom - top + 1);
      else sheet.rows.close(top, bottom - top + 1);
    }
    if (isWholeColumns(shift.area) && (shift.shift === "right" || shift.shift === "left")) {
      if (shift.shift === "right") sheet.columns.open(left, right - left + 1);
      else sheet.columns.close(left, right - left + 1);
    }
    moveRanges(sheet, shift);
    moveObjects(sheet, shift);
    calculation.replaceTexts((text, home) =>
      rewriteFormula(text, {
        area: (area, named) => {
          const meant = named === undefined ? home : book.sheet(named);
          return meant === sheet ? shiftedArea(area, shift) : area;
        },
      }),
    );
    const touched = affected(shift);
    calculation.followSheet(sheet, (cell: FormulaCell) =>
      cell.watched.some((watched) => watched.sheet === sheet && overlap(watched.area, touched)),
    );
    calculation.changed(sheet, touched);
    book.tell({ kind: "structure", sheet, ...shift });
  });
}

function moveStore({ cells }: Sheet, { area, shift }: Shift): void {
  const { top, left, bottom, right } = area;
  if (shift === "down") cells.openRows(top, bottom - top + 1, left, right);
  if (shift === "up") cells.closeRows(top, bottom - top + 1, left, right);
  if (shift === "right") cells.openColumns(left, right - left + 1, top, bottom);
  if (shift === "left") cells.closeColumns(left, right - left + 1, top, bottom);
}

/** All cells that hold something else afterwards. */
function affected({ area, shift }: Shift): Area {
  return shift === "down" || shift === "up" ? { ...area, bottom: ROWS - 1 } : { ...area, right: COLUMNS - 1 };
}

/** Merges, tables and the filter. What lost all its cells goes; tables keep theirs and are the host's to refuse. */
function moveRanges(sheet: Sheet, shift: Shift): void {
  const moved = (area: Area): Area | undefined => shiftedArea(area, shift);
  sheet.replaceMerges(sheet.merges.map(moved).filter((merge) => merge !== undefined));
  sheet.tables = sheet.tables.filter((table) => {
    const area = moved(table.area);
    if (area !== undefined) moveTable(table, area, shift);
    return area !== undefined;
  });
  if (sheet.filter !== undefined) {
    const area = moved(sheet.filter.area);
    if (area === undefined) sheet.filter = undefined;
    else sheet.filter.area = area;
  }
}

/** Columns of a table come and go with its cells; new ones are named Column1, Column2, … */
function moveTable(table: Sheet["tables"][number], area: Area, { area: at, shift }: Shift): void {
  const wider = area.right - area.left - (table.area.right - table.area.left);
  // Cells that came or went in other rows leave its columns alone.
  if (shift === "left" && wider < 0) {
    const { left } = table.area;
    table.columns = table.columns.filter((_, index) => left + index < at.left || left + index > at.right);
  }
  table.area = area;
  if (shift !== "right" || wider <= 0) return;
  const names = new Set(table.columns.map((column) => column.name.toLowerCase()));
  for (let added = 0, number = 1; added < wider; added++) {
    while (names.has(`column${number}`)) number++;
    names.add(`column${number}`);
    const id = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
    table.columns.splice(at.left - area.left + added, 0, new TableColumn(table, id, `Column${number}`));
    if (table.showHeaders) table.sheet.cells.set(area.top, at.left + added, `Column${number}`);
  }
}
