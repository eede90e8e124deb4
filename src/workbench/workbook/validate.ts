import { areaOf, intersection, splitSheet, type Area } from "./area";
import type { CellValue } from "./cell-value";
import { copiedFormula } from "./copied-formula";
import type { Sheet } from "./sheet";
import { textOf } from "./shown-text";
import { subtracted } from "./subtracted";
import type { BoundsRule, Validation } from "./validation";

/** Takes the validation off areas; rules keep the rest of theirs. */
export function removeValidation(sheet: Sheet, areas: readonly Area[]): void {
  for (const one of sheet.validations) one.areas = subtracted(one.areas, areas);
  sheet.validations = sheet.validations.filter((one) => one.areas.length > 0);
}

/** Whether a value may stand in a cell. Excel checks what people type, not what add-ins write. */
function isValid(sheet: Sheet, one: Validation, row: number, column: number, value: CellValue): boolean {
  if (value === null || value === "") return one.ignoreBlanks;
  const { rule } = one;
  switch (rule.type) {
    case "List":
      return listOf(sheet, one, rule.source, row, column).some(
        (item) => item.toLowerCase() === textOf(value, "General").toLowerCase(),
      );
    case "Custom": {
      const result = evaluated(sheet, one, rule.formula, row, column);
      return result === true || (typeof result === "number" && result !== 0);
    }
    case "TextLength":
      return within(textOf(value, "General").length, rule.bounds, sheet, one, row, column);
    default:
      if (typeof value !== "number" || (rule.type === "WholeNumber" && !Number.isInteger(value)))
        return false;
      return within(value, rule.bounds, sheet, one, row, column);
  }
}

/** The cells of areas whose values their rules refuse, row by row. */
export function invalidAreas(sheet: Sheet, areas: readonly Area[]): Area[] {
  const used = sheet.usedArea(true);
  const found: Area[] = [];
  for (const one of sheet.validations) {
    for (const own of one.areas) {
      for (const area of areas) {
        const cells = used && intersection(own, area);
        if (!cells) continue;
        for (let row = cells.top; row <= Math.min(cells.bottom, used.bottom); row += 1) {
          for (let column = cells.left; column <= Math.min(cells.right, used.right); column += 1) {
            if (!isValid(sheet, one, row, column, sheet.value(row, column))) {
              found.push({ top: row, bottom: row, left: column, right: column });
            }
          }
        }
      }
    }
  }
  return found;
}

/** The items of a list: "a,b,c", or the values of a range. */
function listOf(sheet: Sheet, one: Validation, source: string, row: number, column: number): string[] {
  if (!source.startsWith("=")) return source.split(",").map((item) => item.trim());
  const home = one.areas[0]!;
  const { sheet: named, address } = splitSheet(
    copiedFormula(source, row - home.top, column - home.left).slice(1),
  );
  const area = areaOf(address);
  const owner = named === undefined ? sheet : sheet.book.sheet(named);
  const values =
    area && owner ? owner.values(area) : sheet.book.calculation.evaluate(source, sheet, row, column);
  const rows = Array.isArray(values) ? (values as CellValue[][]) : [[values as CellValue]];
  return rows.flat().map((value) => textOf(value, "General"));
}

function evaluated(sheet: Sheet, one: Validation, formula: string, row: number, column: number): CellValue {
  if (!formula.startsWith("="))
    return formula.trim() === "" || Number.isNaN(Number(formula)) ? formula : Number(formula);
  const home = one.areas[0]!;
  const result = sheet.book.calculation.evaluate(
    copiedFormula(formula, row - home.top, column - home.left),
    sheet,
    row,
    column,
  );
  return Array.isArray(result) ? ((result as CellValue[][])[0]?.[0] ?? null) : (result as CellValue);
}

function within(
  number: number,
  { operator, formula1, formula2 }: BoundsRule,
  sheet: Sheet,
  one: Validation,
  row: number,
  column: number,
): boolean {
  const bound = (formula: string): number => Number(evaluated(sheet, one, formula, row, column));
  const first = bound(formula1);
  switch (operator) {
    case "EqualTo":
      return number === first;
    case "NotEqualTo":
      return number !== first;
    case "GreaterThan":
      return number > first;
    case "LessThan":
      return number < first;
    case "GreaterThanOrEqualTo":
      return number >= first;
    case "LessThanOrEqualTo":
      return number <= first;
    default:
      return (number >= first && number <= bound(formula2 ?? "")) === (operator === "Between");
  }
}
