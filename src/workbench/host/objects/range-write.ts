import type { Area } from "../../workbook/area";
import { cellArea, contains, intersection, overlap, sizeOf } from "../../workbook/area";
import { isFormula as readsAsFormula } from "../../formulas/formula";
import { settlePivots } from "../../workbook/pivot-settle";
import { entered } from "../../workbook/entered";
import type { Sheet } from "../../workbook/sheet";
import { granted, HostError, invalidArgument } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { inputsOf } from "./range-values";

/** The longest text of a cell and of a formula: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/** `Range.values = …` and `Range.formulas = …`: entered as if typed, in en-US. */
export function writeInputs(range: RangeTarget, value: unknown, run: Run): void {
  const inputs = inputsOf(value, range);
  const { sheet, area } = range;
  run.mayWrite(sheet, area);
  refusePivots(sheet, area);
  for (const [down, row] of inputs.entries()) {
    for (const [across, input] of row.entries()) {
      if (typeof input !== "string") continue;
      // In a cell that is formatted as text nothing is a formula.
      const isFormula =
        input.startsWith("=") && sheet.style(area.top + down, area.left + across).numberFormat !== "@";
      if (input.length > (isFormula ? LONGEST_FORMULA : LONGEST_TEXT))
        throw invalidArgument("too long for a cell");
      // Excel's own message box for a typing user; a lone "=" is a text.
      if (isFormula && input.length > 1 && !readsAsFormula(input))
        throw invalidArgument(`no formula: ${input}`);
    }
  }
  run.wroteCells(sizeOf(area).cells);
  sheet.enterArea(area, withoutMerged(sheet, area, inputs));
  entered(sheet, area);
}

/** A merged area has one value, in its first cell: what is written to the others is lost, as in Excel. */
function withoutMerged(
  sheet: Sheet,
  area: Area,
  inputs: ReturnType<typeof inputsOf>,
): ReturnType<typeof inputsOf> {
  const merges = sheet.merges.filter((merge) => overlap(merge, area));
  if (merges.length === 0) return inputs;
  const hidden = (row: number, column: number) =>
    merges.some(
      (merge) => contains(merge, cellArea(row, column)) && (row !== merge.top || column !== merge.left),
    );
  return inputs.map((line, down) =>
    line.map((input, across) => (hidden(area.top + down, area.left + across) ? null : input)),
  );
}

/** Cells of a PivotTable can't be written: PivotTableRangeConflict. */
export function refusePivots(sheet: Sheet, area: Area): void {
  granted(settlePivots(sheet.book));
  for (const pivot of sheet.pivotTables) {
    if (overlap(pivot.area, area)) {
      throw new HostError(
        "PivotTableRangeConflict",
        "The attempted operation causes a conflict with a PivotTable range.",
      );
    }
  }
}

/** A merged area may be written as a whole or by its first cell; a range that cuts it is refused for structure changes. */
export function refuseCutMerges(sheet: Sheet, area: Area): void {
  for (const merge of sheet.merges) {
    if (overlap(merge, area) && !contains(area, merge)) {
      throw new HostError(
        "MergedRangeConflict",
        "Cannot complete the operation. Merged ranges can't be part of the range.",
      );
    }
  }
}

/** Takes contents, formats or both away: https://learn.microsoft.com/javascript/api/excel/excel.clearapplyto */
export function clearRange(
  { sheet, area }: RangeTarget,
  what: "contents" | "formats" | "all",
  run: Run,
): void {
  run.mayWrite(sheet, area, what === "formats" ? "allowFormatCells" : undefined);
  if (what !== "formats") refusePivots(sheet, area);
  const used = sheet.usedArea(false);
  const within = used && intersection(used, area);
  run.wroteCells(within ? sizeOf(within).cells : 0);
  sheet.clear(area, what);
}
