import { COLUMNS, intersection, ROWS, type Area } from "../../workbook/area";
import { cellText } from "../../workbook/shown-text";
import type { Arguments } from "../arguments";
import type { HostClass } from "../host-class";
import { itemNotFound } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";

/** The methods of a Range that look for cells. */
export const rangeSearch: HostClass<"Range">["methods"] = {
  find: {
    since: "1.9",
    returns: "Range",
    call: (range, args, run) => {
      const found = firstMatch(range, args, run);
      if (!found) throw itemNotFound();
      return found;
    },
  },
  findOrNullObject: {
    since: "1.9",
    returns: "Range",
    call: (range, args, run) => firstMatch(range, args, run) ?? null,
  },
  getRangeEdge: {
    since: "1.13",
    returns: "Range",
    call: (range, args, run) => {
      run.settle();
      const { sheet, area } = range;
      const start = args.isObject(1, "Range") ? args.object(1, "Range").area : area;
      const edge = edgeFrom(range, start, args.oneOf(0, ["Left", "Right", "Up", "Down"]));
      return run.range(sheet, edge);
    },
  },
};

/** The first cell, by rows, whose shown text holds a text: https://learn.microsoft.com/javascript/api/excel/excel.searchcriteria */
function firstMatch({ sheet, area }: RangeTarget, args: Arguments, run: Run): RangeTarget | undefined {
  run.settle();
  const text = args.text(0);
  const criteria = args.options(1);
  const matchCase = criteria["matchCase"] === true;
  const wanted = matchCase ? text : text.toLowerCase();
  const backwards = criteria["searchDirection"] === "Backwards";
  const used = sheet.usedArea(true);
  const within = used && intersection(used, area);
  if (!within) return undefined;
  let last: RangeTarget | undefined;
  for (let row = within.top; row <= within.bottom; row++) {
    for (let column = within.left; column <= within.right; column++) {
      const value = sheet.value(row, column);
      if (value === null) continue;
      const shown = cellText(sheet, row, column);
      const cell = matchCase ? shown : shown.toLowerCase();
      if (criteria["completeMatch"] === true ? cell !== wanted : !cell.includes(wanted)) continue;
      last = run.range(sheet, { top: row, left: column, bottom: row, right: column });
      if (!backwards) return last;
    }
  }
  return last;
}

/** Where Ctrl and an arrow key go from a cell. */
function edgeFrom(
  { sheet }: RangeTarget,
  { top, left }: Area,
  direction: "Left" | "Right" | "Up" | "Down",
): Area {
  const down = direction === "Down" ? 1 : direction === "Up" ? -1 : 0;
  const across = direction === "Right" ? 1 : direction === "Left" ? -1 : 0;
  const inside = (row: number, column: number) => row >= 0 && column >= 0 && row < ROWS && column < COLUMNS;
  const filled = (row: number, column: number) =>
    inside(row, column) && (sheet.value(row, column) !== null || sheet.formula(row, column) !== undefined);
  let row = top;
  let column = left;
  const step = () => ((row += down), (column += across));
  const run = filled(row, column) && filled(row + down, column + across);
  if (run) while (filled(row + down, column + across)) step();
  else {
    do step();
    while (inside(row, column) && !filled(row, column) && !beyond(sheet, row, column));
    if (!filled(row, column)) {
      row = down === 0 ? row : down > 0 ? ROWS - 1 : 0;
      column = across === 0 ? column : across > 0 ? COLUMNS - 1 : 0;
    }
  }
  return { top: row, left: column, bottom: row, right: column };
}

/** Whether a cell is past everything used: nothing more comes. */
function beyond(sheet: RangeTarget["sheet"], row: number, column: number): boolean {
  const used = sheet.usedArea(true);
  return !used || row > used.bottom || column > used.right || row < 0 || column < 0;
}
