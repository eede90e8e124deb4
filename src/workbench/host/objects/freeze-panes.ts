import { COLUMNS, ROWS } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Arguments } from "../arguments";
import { hostClass } from "../host-class";
import { itemNotFound } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { rangeArgument } from "./range-target-of";

declare module "../host-class" {
  interface HostTargets {
    WorksheetFreezePanes: Sheet;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
export const freezePanesClass = hostClass("WorksheetFreezePanes", {
  methods: {
    freezeAt: {
      since: "1.7",
      call: (sheet, args, run) => {
        const { area } = rangeArgument(args, 0, sheet);
        // All rows or columns of a range would leave nothing to scroll: they don't count.
        const rows = area.bottom === ROWS - 1 ? 0 : area.bottom + 1;
        const columns = area.right === COLUMNS - 1 ? 0 : area.right + 1;
        freeze(sheet, rows, columns, run);
      },
    },
    freezeRows: {
      since: "1.7",
      call: (sheet, args, run) => freeze(sheet, args.whole(0, 0, 1), 0, run),
    },
    freezeColumns: {
      since: "1.7",
      call: (sheet, args, run) => freeze(sheet, 0, args.whole(0, 0, 1), run),
    },
    unfreeze: { since: "1.7", call: (sheet, _, run) => freeze(sheet, 0, 0, run) },
    getLocation: {
      since: "1.7",
      returns: "Range",
      call: (sheet, args, run) => {
        const found = frozen(sheet, args, run);
        if (!found) throw itemNotFound();
        return found;
      },
    },
    getLocationOrNullObject: { since: "1.7", returns: "Range", call: frozen },
  },
});

function freeze(sheet: Sheet, rows: number, columns: number, run: Run): void {
  sheet.freeze = { rows, columns };
  run.workbook.tell({ kind: "objects", sheet, of: "page" });
}

function frozen(sheet: Sheet, _: Arguments, run: Run): RangeTarget | null {
  const { rows, columns } = sheet.freeze;
  if (rows === 0 && columns === 0) return null;
  const bottom = rows === 0 ? ROWS - 1 : rows - 1;
  const right = columns === 0 ? COLUMNS - 1 : columns - 1;
  return run.range(sheet, { top: 0, left: 0, bottom, right });
}
