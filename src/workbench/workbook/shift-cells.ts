import { rewriteFormula } from "../formulas/adapt";
import type { FormulaCell } from "../formulas/formula-cell";
import { cellKey } from "../formulas/formula-cell";
import type { Area } from "./area";
import { cellArea, COLUMNS, isWholeColumns, isWholeRows, overlap, ROWS } from "./area";
import type { Shift } from "./change";
import type { Sheet } from "./sheet";
import { TableColumn } from "./table";

/**
 * Where an area is after cells were inserted or deleted; undefined where all of it was deleted. One that reaches beyond
 * the band of rows or columns that move stays, as a formula's reference does in Excel.
 */
export function shiftedArea(area: Area, { area: at, shift }: Shift): Area | undefined {
  const upright = shift === "down" || shift === "up";
  const inBand = upright
    ? area.left >= at.left && area.right <= at.right
    : area.top >= at.top && area.bottom <= at.bottom;
  if (!inBand) return area;
  const count = upright ? at.bottom - at.top + 1 : at.right - at.left + 1;
  const start = upright ? at.top : at.left;
  const end = upright ? ROWS : COLUMNS;
  const span = upright ? [area.top, area.bottom] : [area.left, area.right];
  const moved =
    shift === "down" || shift === "right"
      ? opened(span as [number, number], start, count, end)
      : closed(span as [number, number], start, count, end);
  if (moved === undefined) return undefined;
  return upright
    ? { ...area, top: moved[0], bottom: moved[1] }
    : { ...area, left: moved[0], right: moved[1] };
}

type Span = readonly [first: number, last: number];

function opened([first, last]: Span, at: number, count: number, length: number): Span | undefined {
  // A whole column stays one.
  if (first === 0 && last === length - 1) return [first, last];
  const start = first >= at ? first + count : first;
  const end = last >= at ? Math.min(last + count, length - 1) : last;
  return start >= length ? undefined : [start, end];
}

function closed([first, last]: Span, at: number, count: number, length: number): Span | undefined {
  if (first === 0 && last === length - 1) return [first, last];
  if (first >= at && last < at + count) return undefined;
  const start = first < at ? first : Math.max(at, first - count);
  const end = last < at ? last : last < at + count ? at - 1 : last - count;
  return [start, end];
}

/** Inserts or deletes cells of a sheet; formulas, names, merges, tables, filters and rules that mean its cells follow. */
export function moveCells(sheet: Sheet, shift: Shift): void {
  const { book } = sheet;
  book.change(() => {
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

/** Areas of what lies on the sheet. What lost all its cells goes; tables keep theirs and are the host's to refuse. */
function moveObjects(sheet: Sheet, shift: Shift): void {
  const moved = (area: Area): Area | undefined => shiftedArea(area, shift);
  sheet.replaceMerges(sheet.merges.map(moved).filter((merge) => merge !== undefined));
  sheet.tables = sheet.tables.filter((table) => {
    const area = moved(table.area);
    if (area !== undefined) moveTable(table, area, shift);
    return area !== undefined;
  });
  for (const rules of [sheet.conditionalFormats, sheet.validations]) {
    for (const rule of rules) rule.areas = rule.areas.map(moved).filter((area) => area !== undefined);
  }
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
  if (sheet.filter !== undefined) {
    const area = moved(sheet.filter.area);
    if (area === undefined) sheet.filter = undefined;
    else sheet.filter.area = area;
  }
}

/** Columns of a table come and go with its cells; new ones are named Column1, Column2, … */
function moveTable(table: Sheet["tables"][number], area: Area, { area: at, shift }: Shift): void {
  if (shift === "left") {
    const { left } = table.area;
    table.columns = table.columns.filter((_, index) => left + index < at.left || left + index > at.right);
  }
  const wider = area.right - area.left - (table.area.right - table.area.left);
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
