import { sizeOf, type Area } from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import { invalidArgument } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import { blockOf, eachCell } from "./range-values";
import { isUnbounded } from "./range-target-of";

/** `Range.numberFormat`, in en-US whatever the culture. */
export function numberFormatsOf(range: RangeTarget, run: Run): string[][] | null {
  return eachCell(range, run, (row, column) => range.sheet.style(row, column).numberFormat);
}

/** Sets number formats: a block, one for all cells, `null` where the cell keeps its own. */
export function writeNumberFormats(range: RangeTarget, value: unknown, run: Run): void {
  const { sheet, area } = range;
  run.mayWrite(sheet, area, "allowFormatCells");
  if (typeof value === "string") return sheet.setStyle(area, { numberFormat: checked(value) });
  if (isUnbounded(range)) throw invalidArgument("cells of whole rows or columns can't be set one by one");
  const block = blockOf(value, range);
  run.wroteCells(sizeOf(area).cells);
  for (let column = area.left; column <= area.right; column++) {
    writeColumn(sheet, area, column, (row) => block[row - area.top]![column - area.left]);
  }
}

/** Formats one column by runs of the same format: a block of 100,000 rows usually has few. */
function writeColumn(
  sheet: Sheet,
  { top, bottom }: Area,
  column: number,
  at: (row: number) => unknown,
): void {
  for (let row = top, end = top; row <= bottom; row = end + 1) {
    const format = at(row);
    for (end = row; end < bottom && at(end + 1) === format;) end++;
    if (format === null || format === undefined) continue;
    const area = { top: row, left: column, bottom: end, right: column };
    sheet.setStyle(area, { numberFormat: checked(format) });
  }
}

function checked(format: unknown): string {
  // An empty format is General's way back, as in Excel.
  if (format === "") return "General";
  if (typeof format !== "string" || format.length > 255)
    throw invalidArgument("a number format is a text of at most 255 characters");
  return format;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.numberformatcategory */
export function numberFormatCategory(format: string): string {
  if (format === "General") return "General";
  if (format === "@") return "Text";
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]$]*\]/g, "");
  if (/%/.test(bare)) return "Percentage";
  if (/e[+-]/i.test(bare)) return "Scientific";
  if (/_\(|_-/.test(format) && /[$¥€£]|\*/.test(format)) return "Accounting";
  if (/[$¥€£]|\[\$/.test(format) && !/[ymdhs]/i.test(bare.replace(/\[\$[^\]]*\]/g, ""))) return "Currency";
  if (/[ymd]/i.test(bare) && !/[hs]/i.test(bare)) return "Date";
  if (/[ymdhs]/i.test(bare)) return /[yd]/i.test(bare) ? "Date" : "Time";
  if (/\?\/|\/\?|\/\d/.test(bare)) return "Fraction";
  return /^[#0,.]+(_ |;|$)/.test(bare) && format === bare ? "Number" : "Custom";
}
