import type { CellsLook, Dressing } from "./dressing";
import { addressLists } from "./lay-out";
import { rangeOf } from "./own-cells";
import type { SheetArea } from "./sheet-area";

/** Where a planned place is on the sheet: the first block may have moved since it was written. */
export interface Begin {
  readonly row: number;
  readonly column: number;
}

export function moved<T extends Begin>(place: T, begin: Begin): T {
  return { ...place, row: place.row + begin.row, column: place.column + begin.column };
}

/** Points of a row of one line. */
const LINE = 15;
/** Rows below a page that an earlier, longer one may have made higher. */
const MORE_ROWS = 40;

/** Queues the looks of a page's cells, merged cells, and the heights of rows. */
export function dressCells(sheet: Excel.Worksheet, dressing: Dressing, begin: Begin): void {
  const last = dressing.looks.flatMap(({ areas }) => areas.map(({ row, rows }) => row + rows));
  if (last.length > 0) {
    const rows = { row: begin.row, column: 0, rows: Math.max(...last) + MORE_ROWS, columns: 1 };
    rangeOf(sheet, rows).format.rowHeight = LINE;
  }
  for (const look of dressing.looks) dressLook(sheet, look, begin);
  for (const area of dressing.merges) rangeOf(sheet, moved(area, begin)).merge(true);
  for (const { row, count, points } of dressing.heights) {
    const rows = { row: row + begin.row, column: 0, rows: count, columns: 1 };
    rangeOf(sheet, rows).format.rowHeight = points;
  }
}

function dressLook(sheet: Excel.Worksheet, look: CellsLook, begin: Begin): void {
  const areas: readonly SheetArea[] = look.areas.map((area) => moved(area, begin));
  for (const list of addressLists(areas)) {
    const { format } = sheet.getRanges(list);
    if (look.bold !== undefined) format.font.bold = look.bold;
    if (look.size !== undefined) format.font.size = look.size;
    if (look.color !== undefined) format.font.color = look.color;
    if (look.fill !== undefined) format.fill.color = look.fill;
    if (look.wrap !== undefined) format.wrapText = look.wrap;
    if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
    if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
    if (look.indent !== undefined) format.indentLevel = look.indent;
    if (look.shrink !== undefined) format.shrinkToFit = look.shrink;
    for (const { side, weight, color } of look.lines ?? []) {
      const border = format.borders.getItem(side);
      border.style = "Continuous";
      border.weight = weight;
      border.color = color;
    }
  }
}
