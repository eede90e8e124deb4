import { contains, cellArea, type Area } from "./area";
import { isCellError, type CellValue } from "./cell-value";
import type { ConditionalFormat, ConditionalRule, RuleFormat, ScalePoint } from "./conditional-format";
import { copiedFormula } from "./copied-formula";
import type { Sheet } from "./sheet";
import { cellText, textOf } from "./shown-text";
import type { Workbook } from "./workbook";

/** What conditional formats make of a cell. */
export interface CellFormat {
  readonly fill?: string;
  readonly font?: RuleFormat["font"];
  readonly borders?: RuleFormat["borders"];
  readonly numberFormat?: string;
  /** A bar from the left edge, as parts of the cell's width: both 0 to 1. */
  readonly bar?: {
    readonly from: number;
    readonly to: number;
    readonly color: string;
    readonly valueHidden: boolean;
  };
  /** The icon of a set, counted from the lowest. */
  readonly icon?: { readonly set: string; readonly index: number; readonly valueHidden: boolean };
}

/**
 * What a cell looks like by the conditional formats of its sheet. The first rule in the list goes first: what it sets,
 * later ones leave; `stopIfTrue` ends the list. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting
 */
export function formatAt(sheet: Sheet, row: number, column: number): CellFormat {
  let format: CellFormat = {};
  const cell = cellArea(row, column);
  for (const one of sheet.conditionalFormats) {
    if (!one.areas.some((area) => contains(area, cell))) continue;
    const made = appearance(sheet, one, row, column);
    if (!made) continue;
    format = {
      ...made,
      ...format,
      ...(made.font || format.font ? { font: { ...made.font, ...format.font } } : {}),
    };
    if (one.stopIfTrue) break;
  }
  return format;
}

function appearance(
  sheet: Sheet,
  one: ConditionalFormat,
  row: number,
  column: number,
): CellFormat | undefined {
  const { rule } = one;
  const value = sheet.value(row, column);
  switch (rule.type) {
    case "DataBar":
      return barOf(sheet, one, rule, value);
    case "ColorScale":
      return scaleOf(sheet, one, rule, value);
    case "IconSet":
      return iconOf(sheet, one, rule, value);
    default:
      return isTrue(sheet, one, rule, row, column, value) ? looks(rule.format) : undefined;
  }
}

function looks({ fill, font, borders, numberFormat }: RuleFormat): CellFormat {
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(Object.keys(borders).length === 0 ? {} : { borders }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}

type Tested = Exclude<ConditionalRule, { type: "DataBar" | "ColorScale" | "IconSet" }>;

function isTrue(
  sheet: Sheet,
  one: ConditionalFormat,
  rule: Tested,
  row: number,
  column: number,
  value: CellValue,
): boolean {
  const operand = (formula: string): CellValue => evaluated(sheet, one, formula, row, column);
  switch (rule.type) {
    case "CellValue":
      return comparesCell(
        value,
        rule.operator,
        operand(rule.formula1),
        rule.formula2 === undefined ? null : operand(rule.formula2),
      );
    case "Custom": {
      const result = operand(rule.formula);
      return typeof result === "boolean" ? result : typeof result === "number" && result !== 0;
    }
    case "ContainsText": {
      const text = cellText(sheet, row, column).toLowerCase();
      const sought = rule.text.startsWith("=")
        ? textOf(operand(rule.text), "General").toLowerCase()
        : rule.text.toLowerCase();
      if (rule.operator === "BeginsWith") return text.startsWith(sought);
      if (rule.operator === "EndsWith") return text.endsWith(sought);
      return text.includes(sought) === (rule.operator === "Contains");
    }
    case "TopBottom": {
      if (typeof value !== "number") return false;
      const numbers = numbersOf(sheet, one);
      const percent = rule.order.endsWith("Percent");
      const count = percent
        ? Math.max(1, Math.floor((numbers.length * rule.rank) / 100))
        : Math.min(rule.rank, numbers.length);
      const top = rule.order.startsWith("Top");
      return top ? value >= numbers[numbers.length - count]! : value <= numbers[count - 1]!;
    }
    case "PresetCriteria":
      return meetsPreset(sheet, one, rule.criterion, value);
  }
}

/** The value of a rule's formula at a cell; relative references count from the first cell of the rule. */
function evaluated(
  sheet: Sheet,
  one: ConditionalFormat,
  formula: string,
  row: number,
  column: number,
): CellValue {
  if (!formula.startsWith("=")) {
    const number = Number(formula);
    return formula.trim() !== "" && !Number.isNaN(number) ? number : formula;
  }
  const home = one.areas[0]!;
  const result = sheet.book.calculation.evaluate(
    copiedFormula(formula, row - home.top, column - home.left),
    sheet,
    row,
    column,
  );
  return Array.isArray(result) ? ((result as CellValue[][])[0]?.[0] ?? null) : (result as CellValue);
}

const rank = (value: CellValue): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Numbers before texts before logical values, as Excel compares; a blank is nothing but equal to a blank. */
function order(a: CellValue, b: CellValue): number | undefined {
  if (isCellError(a) || isCellError(b)) return undefined;
  const left = a ?? (typeof b === "string" ? "" : 0);
  const right = b ?? (typeof a === "string" ? "" : 0);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "string")
    return left.localeCompare(right as string, undefined, { sensitivity: "accent" });
  return Number(left) - Number(right);
}

function comparesCell(value: CellValue, operator: string, first: CellValue, second: CellValue): boolean {
  const low = order(value, first);
  if (low === undefined) return false;
  switch (operator) {
    case "EqualTo":
      return low === 0 && (value !== null || first === null);
    case "NotEqualTo":
      return low !== 0;
    case "GreaterThan":
      return low > 0;
    case "LessThan":
      return low < 0 && value !== null;
    case "GreaterThanOrEqual":
      return low >= 0;
    case "LessThanOrEqual":
      return low <= 0 && value !== null;
    default: {
      const ends = order(second, first) ?? 0;
      const [from, to] = ends >= 0 ? [first, second] : [second, first];
      const inside = (order(value, from) ?? -1) >= 0 && (order(value, to) ?? 1) <= 0;
      return inside === (operator === "Between");
    }
  }
}

const known = new WeakMap<Workbook, Map<ConditionalFormat, Float64Array>>();

/** The numbers of a rule's areas, ascending; read once until something changes, since every cell of the rule asks. */
function numbersOf(sheet: Sheet, one: ConditionalFormat): Float64Array {
  const { book } = sheet;
  let numbers = known.get(book);
  if (!numbers) {
    const fresh = new Map<ConditionalFormat, Float64Array>();
    known.set(book, (numbers = fresh));
    book.listen(({ kind }) => {
      if (kind !== "selection" && kind !== "active") fresh.clear();
    });
  }
  let found = numbers.get(one);
  if (!found) numbers.set(one, (found = readNumbers(sheet, one.areas)));
  return found;
}

function readNumbers(sheet: Sheet, areas: readonly Area[]): Float64Array {
  const used = sheet.usedArea(true);
  const found: number[] = [];
  for (const area of areas) {
    for (let row = area.top; row <= Math.min(area.bottom, used?.bottom ?? -1); row += 1) {
      for (let column = area.left; column <= Math.min(area.right, used?.right ?? -1); column += 1) {
        const value = sheet.value(row, column);
        if (typeof value === "number") found.push(value);
      }
    }
  }
  return Float64Array.from(found).sort();
}

function meetsPreset(sheet: Sheet, one: ConditionalFormat, criterion: string, value: CellValue): boolean {
  const blank = value === null || (typeof value === "string" && value.trim() === "");
  if (criterion === "Blanks") return blank;
  if (criterion === "NonBlanks") return !blank;
  if (criterion === "Errors") return isCellError(value);
  if (criterion === "NonErrors") return !isCellError(value);
  if (criterion === "UniqueValues" || criterion === "DuplicateValues") {
    if (value === null) return false;
    const key = (cell: CellValue): string => textOf(cell, "General").toLowerCase();
    let same = 0;
    for (const area of one.areas)
      for (const line of sheet.values(area))
        for (const cell of line) if (cell !== null && key(cell) === key(value)) same += 1;
    return same > 1 === (criterion === "DuplicateValues");
  }
  if (typeof value !== "number" || !criterion.endsWith("Average")) return false;
  const numbers = numbersOf(sheet, one);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const spread = Math.sqrt(
    numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1),
  );
  const steps = ["One", "Two", "Three"].findIndex((word) => criterion.startsWith(word)) + 1;
  if (steps > 0)
    return criterion.includes("Above") ? value > mean + steps * spread : value < mean - steps * spread;
  if (criterion.startsWith("EqualOr") && value === mean) return true;
  return criterion.includes("Above") ? value > mean : value < mean;
}

/** The number a point of a scale stands for. */
function pointOf(
  sheet: Sheet,
  one: ConditionalFormat,
  point: ScalePoint,
  numbers: Float64Array,
  low: boolean,
): number {
  const least = numbers[0]!;
  const most = numbers[numbers.length - 1]!;
  const given = Number(evaluated(sheet, one, point.formula ?? "", one.areas[0]!.top, one.areas[0]!.left));
  switch (point.type) {
    case "LowestValue":
      return least;
    case "HighestValue":
      return most;
    case "Number":
    case "Formula":
      return given;
    case "Percent":
      return least + ((most - least) * given) / 100;
    case "Percentile": {
      const at = ((numbers.length - 1) * given) / 100;
      const below = numbers[Math.floor(at)]!;
      return below + (numbers[Math.ceil(at)]! - below) * (at - Math.floor(at));
    }
    default:
      return low ? Math.min(0, least) : Math.max(0, most);
  }
}

function barOf(
  sheet: Sheet,
  one: ConditionalFormat,
  rule: Extract<ConditionalRule, { type: "DataBar" }>,
  value: CellValue,
): CellFormat | undefined {
  if (typeof value !== "number") return undefined;
  const numbers = numbersOf(sheet, one);
  const low = pointOf(sheet, one, rule.lower, numbers, true);
  const high = pointOf(sheet, one, rule.upper, numbers, false);
  const at = (number: number): number =>
    high > low ? Math.min(1, Math.max(0, (number - low) / (high - low))) : 0;
  const axis = rule.axisFormat === "None" || low >= 0 ? 0 : at(0);
  const tip = at(value);
  const negative = value < 0 && !rule.negative.matchPositiveFillColor;
  const color = negative ? rule.negative.fillColor : rule.positive.fillColor;
  return {
    bar: { from: Math.min(axis, tip), to: Math.max(axis, tip), color, valueHidden: rule.showDataBarOnly },
  };
}

function scaleOf(
  sheet: Sheet,
  one: ConditionalFormat,
  rule: Extract<ConditionalRule, { type: "ColorScale" }>,
  value: CellValue,
): CellFormat | undefined {
  if (typeof value !== "number") return undefined;
  const numbers = numbersOf(sheet, one);
  const points = [rule.minimum, ...(rule.midpoint ? [rule.midpoint] : []), rule.maximum].map(
    (point, index) => ({
      at: pointOf(sheet, one, point, numbers, index === 0),
      color: point.color ?? "#FFFFFF",
    }),
  );
  const above = points.findIndex(({ at }) => value <= at);
  if (above === 0) return { fill: points[0]!.color };
  if (above < 0) return { fill: points[points.length - 1]!.color };
  const [from, to] = [points[above - 1]!, points[above]!];
  return { fill: blended(from.color, to.color, (value - from.at) / (to.at - from.at)) };
}

/** A colour between two, part 0 to 1 of the way. */
function blended(from: string, to: string, part: number): string {
  const channel = (color: string, at: number): number => parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * part))
    .map((level) => level.toString(16).toUpperCase().padStart(2, "0"))
    .join("")}`;
}

function iconOf(
  sheet: Sheet,
  one: ConditionalFormat,
  rule: Extract<ConditionalRule, { type: "IconSet" }>,
  value: CellValue,
): CellFormat | undefined {
  if (typeof value !== "number") return undefined;
  const numbers = numbersOf(sheet, one);
  let index = 0;
  rule.criteria.forEach((criterion, place) => {
    if (place === 0) return;
    const at = pointOf(sheet, one, criterion, numbers, false);
    if (criterion.operator === "GreaterThan" ? value > at : value >= at) index = place;
  });
  const last = rule.criteria.length - 1;
  return {
    icon: {
      set: rule.style,
      index: rule.reverseIconOrder ? last - index : index,
      valueHidden: rule.showIconOnly,
    },
  };
}
