import {
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
  ROWS,
  COLUMNS,
  sizeOf,
  type Area,
} from "../../workbook/area";
import type { HostClass } from "../host-class";
import { linksWithout } from "../../workbook/hyperlink";
import { moveRange } from "../../workbook/move-range";
import { settlePivots } from "../../workbook/pivot-settle";
import { granted, HostError, notSimulated } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { copyCells } from "./copy-cells";
import { areaAt, rangeArgument } from "./range-target-of";
import { clearRange, refuseCutMerges, refusePivots } from "./range-write";

/** The methods of a Range that change the sheet. */
export const rangeEdits: HostClass<"Range">["methods"] = {
  clear: {
    since: "1.1",
    call: (range, args, run) => {
      const what = args.oneOf(0, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"], "All");
      if (what === "Hyperlinks" || what === "RemoveHyperlinks") {
        const { sheet, area } = range;
        run.mayWrite(sheet, area, "allowInsertHyperlinks");
        sheet.hyperlinks = linksWithout(sheet.hyperlinks, area);
        // "RemoveHyperlinks: removes hyperlinks and formatting for the cell but leaves content …"
        if (what === "RemoveHyperlinks") sheet.clear(area, "formats");
        return;
      }
      clearRange(range, what.toLowerCase() as "all" | "formats" | "contents", run);
    },
  },
  insert: {
    since: "1.1",
    returns: "Range",
    call: (range, args, run) => {
      const shift = args.oneOf(0, ["Down", "Right"]);
      const { sheet, area } = range;
      mayMove(range, run, shift === "Down" ? "allowInsertRows" : "allowInsertColumns");
      refuseMove(range, shift);
      sheet.insertCells(area, shift === "Down" ? "down" : "right");
      // The new, blank cells: where the range was.
      return run.range(sheet, area);
    },
  },
  delete: {
    since: "1.1",
    call: (range, args, run) => {
      const shift = args.oneOf(0, ["Up", "Left"]);
      mayMove(range, run, shift === "Up" ? "allowDeleteRows" : "allowDeleteColumns");
      refuseMove(range, shift);
      range.sheet.deleteCells(range.area, shift === "Up" ? "up" : "left");
    },
  },
  merge: {
    since: "1.2",
    call: ({ sheet, area }, args, run) => {
      run.mayWrite(sheet, area);
      refusePivots(sheet, area);
      if (sheet.tables.some((table) => intersection(table.area, area))) {
        throw new HostError("InvalidOperation", "Cells of a table can't be merged.");
      }
      sheet.merge(area, args.boolean(0, false));
    },
  },
  unmerge: {
    since: "1.2",
    call: ({ sheet, area }, _, run) => {
      run.mayWrite(sheet, area);
      sheet.unmerge(area);
    },
  },
  select: {
    since: "1.1",
    call: ({ sheet, area }, _, run) => {
      if (sheet.visibility !== "Visible") {
        throw new HostError("InvalidOperation", "A range of a hidden sheet can't be selected.");
      }
      run.workbook.selection = { sheet, areas: [area] };
    },
  },
  calculate: { since: "1.6", call: (_, __, run) => run.workbook.calculation.settle() },
  // "Moves cell values, formatting, and formulas from current range to the destination range": cut and paste.
  moveTo: {
    since: "1.11",
    call: (range, args, run) => {
      const target = rangeArgument(args, 0, range.sheet);
      if (target.sheet !== range.sheet) throw notSimulated("Range.moveTo another sheet");
      const { rows, columns } = sizeOf(range.area);
      const { top, left } = target.area;
      const area = areaAt(top, left, rows, columns);
      for (const each of [range.area, area]) {
        run.mayWrite(range.sheet, each);
        refusePivots(range.sheet, each);
        refuseCutMerges(range.sheet, each);
      }
      if (range.sheet.tables.some(({ area: table }) => contains(range.area, table))) {
        throw notSimulated("Range.moveTo of a whole table");
      }
      run.wroteCells(sizeOf(range.area).cells);
      moveRange(range.sheet, range.area, { row: top, column: left });
    },
  },
  copyFrom: {
    since: "1.9",
    call: (range, args, run) => {
      const source = rangeArgument(args, 0, range.sheet);
      const type = args.oneOf(1, ["All", "Formulas", "Values", "Formats"], "All");
      copyCells(
        source,
        range,
        { type, skipBlanks: args.boolean(2, false), transpose: args.boolean(3, false) },
        run,
      );
    },
  },
};

function mayMove({ sheet, area }: RangeTarget, run: Run, option: string): void {
  const whole = sizeOf(area).rows === ROWS || sizeOf(area).columns === COLUMNS;
  run.mayWrite(sheet, area, whole ? option : undefined);
}

/** Cells can't be moved through part of a table, a PivotTable or a merged area. */
function refuseMove({ sheet, area }: RangeTarget, shift: "Down" | "Right" | "Up" | "Left"): void {
  granted(settlePivots(sheet.book));
  const moving: Area =
    shift === "Down" || shift === "Up" ? { ...area, bottom: ROWS - 1 } : { ...area, right: COLUMNS - 1 };
  // Whole rows or columns inserted into a merged area make it larger; parts of them can't go through it.
  if (!isWholeRows(area) && !isWholeColumns(area)) refuseCutMerges(sheet, moving);
  for (const { area: table } of sheet.tables) {
    const cut = intersection(table, moving);
    if (!cut || contains(moving, table)) continue;
    // Whole rows of a table may come and go inside it, and whole columns.
    const vertical = shift === "Down" || shift === "Up";
    const whole = vertical
      ? area.left <= table.left && area.right >= table.right
      : area.top <= table.top && area.bottom >= table.bottom;
    if (!whole) {
      throw new HostError(
        "InsertDeleteConflict",
        "Insert or delete operation can't be done: it would split a table.",
      );
    }
  }
  for (const pivot of sheet.pivotTables) {
    if (intersection(pivot.area, moving) && !contains(moving, pivot.area)) {
      throw new HostError(
        "PivotTableRangeConflict",
        "The attempted operation causes a conflict with a PivotTable range.",
      );
    }
  }
  const used = sheet.usedArea(true);
  const { rows, columns } = sizeOf(area);
  if (shift === "Down" && used && used.bottom + rows >= ROWS && used.bottom >= area.top) throw offSheet();
  if (shift === "Right" && used && used.right + columns >= COLUMNS && used.right >= area.left)
    throw offSheet();
}

const offSheet = (): HostError =>
  new HostError(
    "NonBlankCellOffSheet",
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  );
