import type { Sheet } from "../../workbook/sheet";
import { invalidArgument } from "../host-error";
import type { Run } from "../run";

/** A copy of a sheet's cells, styles, sizes and merges, named "Sheet1 (2)"; tables, charts and filters stay behind. */
export function copySheet(
  sheet: Sheet,
  type: "None" | "Before" | "After" | "Beginning" | "End",
  relative: Sheet | undefined,
  run: Run,
): Sheet {
  const { workbook } = run;
  if ((type === "Before" || type === "After") && !relative) throw invalidArgument("which sheet?");
  const copy = workbook.addSheet(freeName(sheet.name, run));
  const used = sheet.usedArea(false);
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row++) {
    for (let column = used!.left; column <= used!.right; column++) {
      const cell = { top: row, left: column, bottom: row, right: column };
      if (sheet.cells.styleId(row, column) !== 0) copy.setStyle(cell, sheet.style(row, column));
      const formula = sheet.formula(row, column);
      const value = sheet.value(row, column);
      if (formula !== undefined) copy.writeFormula(row, column, formula);
      else if (value !== null && !sheet.spillOf(row, column)) copy.write(cell, [[value]]);
    }
  }
  for (const [row, points] of sheet.rows.sizes) copy.setRowHeight(row, row, points);
  for (const [column, points] of sheet.columns.sizes) copy.setColumnWidth(column, column, points);
  for (const merge of sheet.merges) copy.merge(merge);
  copy.freeze = sheet.freeze;
  copy.tabColor = sheet.tabColor;
  const last = workbook.sheets.length - 1;
  const at = relative ? workbook.sheets.indexOf(relative) : last;
  const place = { None: last, End: last, Beginning: 0, Before: at, After: Math.min(at + 1, last) }[type];
  workbook.moveSheet(copy, place);
  return copy;
}

function freeName(name: string, { workbook }: Run): string {
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const free = name.slice(0, 31 - ending.length) + ending;
    if (!workbook.sheet(free)) return free;
  }
}
