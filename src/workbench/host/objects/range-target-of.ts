import type { Area } from "../../workbook/area";
import {
  addressOf,
  areaOf,
  COLUMNS,
  intersection,
  isWholeColumns,
  isWholeRows,
  ROWS,
  sheetPrefix,
  sizeOf,
  splitSheet,
  WHOLE_SHEET,
} from "../../workbook/area";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import type { Arguments } from "../arguments";
import { invalidArgument } from "../host-error";
import type { RangeTarget } from "../range-target";

/** The longest address `getRange` takes: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting */
export const LONGEST_ADDRESS = 8192;

/** "Sheet1!A1:B2", as Range.address gives it. */
export const fullAddress = ({ sheet, area }: RangeTarget): string =>
  sheetPrefix(sheet.name) + addressOf(area);

/** Whether a range has whole rows or columns: its cells can't be read or written one by one. */
export const isUnbounded = ({ area }: RangeTarget): boolean => isWholeRows(area) || isWholeColumns(area);

/**
 * The range of an address on a sheet, as `Worksheet.getRange` takes it: "A1:B2", "Sheet1!A1" (of the same sheet), a
 * defined name, a table; without one the whole sheet.
 */
export function rangeOn(sheet: Sheet, address: string | undefined): RangeTarget {
  if (address === undefined) return { sheet, area: WHOLE_SHEET };
  if (address.length > LONGEST_ADDRESS)
    throw invalidArgument(`an address has at most ${LONGEST_ADDRESS} characters`);
  const { sheet: named, address: cells } = splitSheet(address.trim());
  if (named !== undefined && named.toLowerCase() !== sheet.name.toLowerCase()) {
    throw invalidArgument(`the address names another sheet than ${sheet.name}`);
  }
  const area = areaOf(cells);
  if (area) return { sheet, area };
  const found = namedRange(sheet.book, cells, sheet);
  if (found?.sheet === sheet) return found;
  throw invalidArgument(`no such range: ${address}`);
}

/** The range a defined name or a table's name stands for. */
export function namedRange(book: Workbook, word: string, sheet: Sheet | undefined): RangeTarget | undefined {
  const name = book.definedName(word, sheet);
  if (name) return rangeOfFormula(book, name.formula);
  for (const owner of book.sheets) {
    const table = owner.tables.find((each) => each.name.toLowerCase() === word.toLowerCase());
    if (table) return { sheet: owner, area: table.area };
  }
  return undefined;
}

/** The range a formula that is nothing but a reference means: "=Sheet1!$A$1:$B$2". */
export function rangeOfFormula(book: Workbook, formula: string): RangeTarget | undefined {
  const { sheet: named, address } = splitSheet(formula.replace(/^=/, "").trim());
  const area = areaOf(address);
  const sheet = named === undefined ? undefined : book.sheet(named);
  return area && sheet ? { sheet, area } : undefined;
}

/** An argument `Range | string`; a string is an address on the sheet. */
export function rangeArgument(args: Arguments, index: number, sheet: Sheet): RangeTarget {
  if (args.isObject(index, "Range")) return args.object(index, "Range");
  const address = args.text(index);
  const { sheet: named } = splitSheet(address);
  const other = named === undefined ? sheet : sheet.book.sheet(named);
  if (!other) throw args.wrong(index, "an address on a sheet that is there");
  return rangeOn(other, address);
}

/** An area from its corner and size; refuses what reaches over the sheet's edge. */
export function areaAt(top: number, left: number, rows: number, columns: number): Area {
  const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  if (rows < 1 || columns < 1 || top < 0 || left < 0 || area.bottom >= ROWS || area.right >= COLUMNS) {
    throw invalidArgument("the range would reach beyond the sheet");
  }
  return area;
}

/** The used part of an area; undefined where nothing in it is used. */
export function usedWithin({ sheet, area }: RangeTarget, valuesOnly: boolean): RangeTarget | undefined {
  const used = sheet.usedArea(valuesOnly);
  const within = used && intersection(used, area);
  if (!within) return undefined;
  const whole =
    area.top <= used.top && area.left <= used.left && area.bottom >= used.bottom && area.right >= used.right;
  if (whole) return { sheet, area: within };
  const tight = tightArea(sheet, within, valuesOnly);
  return tight && { sheet, area: tight };
}

/** The smallest part of an area that holds its values (or, unless only they count, its formats). */
function tightArea(sheet: Sheet, area: Area, valuesOnly: boolean): Area | undefined {
  let found: Area | undefined;
  const isUsed = (row: number, column: number) =>
    sheet.value(row, column) !== null ||
    sheet.formula(row, column) !== undefined ||
    (!valuesOnly && sheet.cells.styleId(row, column) !== 0);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (!isUsed(row, column)) continue;
      found = found
        ? { ...found, left: Math.min(found.left, column), bottom: row, right: Math.max(found.right, column) }
        : { top: row, left: column, bottom: row, right: column };
    }
  }
  return found;
}

/** The cells around a cell up to blank rows and columns: Ctrl+Shift+*. */
export function surroundingRegion({ sheet, area }: RangeTarget): RangeTarget {
  const used = sheet.usedArea(true);
  const region = { ...area };
  const filled = (top: number, left: number, bottom: number, right: number) => {
    for (let row = Math.max(0, top); row <= Math.min(ROWS - 1, bottom); row++) {
      for (let column = Math.max(0, left); column <= Math.min(COLUMNS - 1, right); column++) {
        if (sheet.value(row, column) !== null || sheet.formula(row, column) !== undefined) return true;
      }
    }
    return false;
  };
  // Each side goes as far as it can before the next is looked at: a long list would be walked once a row otherwise.
  const grow = () => {
    let grown = false;
    const { left, right } = region;
    while (region.top > 0 && filled(region.top - 1, left - 1, region.top - 1, right + 1)) {
      grown = true;
      region.top--;
    }
    while (region.bottom < ROWS - 1 && filled(region.bottom + 1, left - 1, region.bottom + 1, right + 1)) {
      grown = true;
      region.bottom++;
    }
    const { top, bottom } = region;
    while (region.left > 0 && filled(top - 1, region.left - 1, bottom + 1, region.left - 1)) {
      grown = true;
      region.left--;
    }
    while (region.right < COLUMNS - 1 && filled(top - 1, region.right + 1, bottom + 1, region.right + 1)) {
      grown = true;
      region.right++;
    }
    return grown;
  };
  while (used !== undefined && grow());
  return { sheet, area: region };
}

/** How many cells an area has, -1 where Excel's 32-bit count would overflow. */
export function cellCount(area: Area): number {
  const { cells } = sizeOf(area);
  return cells > 2 ** 31 - 1 ? -1 : cells;
}
