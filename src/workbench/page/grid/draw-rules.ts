import type { ConditionalFormat, ConditionalRule, RuleFormat } from "../../workbook/conditional-format";
import type { Sheet } from "../../workbook/sheet";
import type { Validation } from "../../workbook/validation";
import type { GridStyle } from "./cell-look";
import { inGrid, rangeData, type Drawn } from "./drawn";
import type { GridSize } from "./draw-sheet";

/** Conditional formats and data validations, those that o-spreadsheet can show. */
export function drawnRules(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  return [...formats(sheet, sheetId, size), ...validations(sheet, sheetId, size)];
}

/** All of them are drawn anew when one changes: their order matters, and the first in the list goes before the others. */
function formats(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  const made = sheet.conditionalFormats.flatMap((format) => {
    const rule = gridRule(format);
    const ranges = format.areas
      .flatMap((area) => inGrid(area, size) ?? [])
      .map((area) => rangeData(sheetId, area));
    return rule && ranges.length > 0
      ? [{ cf: { id: format.id, rule, stopIfTrue: format.stopIfTrue }, ranges }]
      : [];
  });
  if (made.length === 0) return [];
  return [
    {
      id: "conditional formats",
      print: JSON.stringify(made),
      put: made.map((format) => ({ type: "ADD_CONDITIONAL_FORMAT", sheetId, ...format })),
      take: made.map(({ cf }) => ({ type: "REMOVE_CONDITIONAL_FORMAT", sheetId, id: cf.id })),
    },
  ];
}

const CELL_OPERATORS: Readonly<Record<string, string>> = {
  Between: "isBetween",
  NotBetween: "isNotBetween",
  EqualTo: "isEqual",
  NotEqualTo: "isNotEqual",
  GreaterThan: "isGreaterThan",
  LessThan: "isLessThan",
  GreaterThanOrEqual: "isGreaterOrEqualTo",
  LessThanOrEqual: "isLessOrEqualTo",
};

const TEXT_OPERATORS: Readonly<Record<string, string>> = {
  Contains: "containsText",
  NotContains: "notContainsText",
  BeginsWith: "beginsWithText",
  EndsWith: "endsWithText",
};

function gridRule({ rule }: ConditionalFormat): object | undefined {
  switch (rule.type) {
    case "CellValue": {
      const values = [rule.formula1, rule.formula2].flatMap((formula) => literal(formula) ?? []);
      return cellRule(CELL_OPERATORS[rule.operator], values, rule.format);
    }
    case "ContainsText":
      return cellRule(TEXT_OPERATORS[rule.operator], [rule.text], rule.format);
    case "Custom":
      return cellRule("customFormula", [rule.formula], rule.format);
    case "TopBottom": {
      const made = cellRule("top10", [String(rule.rank)], rule.format);
      const isPercent = rule.order.endsWith("Percent");
      return made && { ...made, isPercent, isBottom: rule.order.startsWith("Bottom") };
    }
    case "PresetCriteria": {
      const preset: Readonly<Record<string, string>> = {
        Blanks: "isEmpty",
        NonBlanks: "isNotEmpty",
        UniqueValues: "uniqueValues",
        DuplicateValues: "duplicateValues",
      };
      return cellRule(preset[rule.criterion], [], rule.format);
    }
    case "DataBar":
      return { type: "DataBarRule", color: colorNumber(rule.positive.fillColor) ?? 0x638ec6 };
    case "ColorScale":
      return colorScale(rule);
    case "IconSet":
      return undefined;
  }
}

/** A constant of a rule, as "=5" and "=\"A\"" give it; formulas stay formulas. */
function literal(formula: string | undefined): string | undefined {
  if (formula === undefined || formula === "") return undefined;
  const text = /^="((?:[^"]|"")*)"$/.exec(formula);
  if (text) return text[1]!.replaceAll('""', '"');
  const number = /^=(-?\d+(?:\.\d+)?)$/.exec(formula);
  return number ? number[1]! : formula;
}

function cellRule(operator: string | undefined, values: readonly string[], format: RuleFormat) {
  return operator === undefined
    ? undefined
    : { type: "CellIsRule", operator, values, style: styleOf(format) };
}

function styleOf({ fill, font }: RuleFormat): GridStyle {
  const style: GridStyle = {};
  if (fill) style.fillColor = fill;
  if (font.color) style.textColor = font.color;
  if (font.bold !== undefined) style.bold = font.bold;
  if (font.italic !== undefined) style.italic = font.italic;
  if (font.strikethrough !== undefined) style.strikethrough = font.strikethrough;
  if (font.underline !== undefined) style.underline = font.underline !== "None";
  return style;
}

function colorScale({ minimum, midpoint, maximum }: Extract<ConditionalRule, { type: "ColorScale" }>) {
  const kinds: Readonly<Record<string, string>> = {
    LowestValue: "value",
    HighestValue: "value",
    Number: "number",
    Percent: "percentage",
    Percentile: "percentile",
    Formula: "formula",
  };
  const point = ({ type, formula, color }: typeof minimum) => ({
    type: kinds[type] ?? "value",
    value: formula?.replace(/^=/, "") ?? "",
    color: colorNumber(color) ?? 0xffffff,
  });
  return {
    type: "ColorScaleRule",
    minimum: point(minimum),
    midpoint: midpoint && point(midpoint),
    maximum: point(maximum),
  };
}

function colorNumber(color: string | undefined): number | undefined {
  return color && /^#[0-9a-f]{6}$/i.test(color) ? parseInt(color.slice(1), 16) : undefined;
}

function validations(sheet: Sheet, sheetId: string, size: GridSize): Drawn[] {
  return sheet.validations.flatMap((validation, at) => {
    const criterion = gridCriterion(validation);
    const ranges = validation.areas
      .flatMap((area) => inGrid(area, size) ?? [])
      .map((area) => rangeData(sheetId, area));
    if (!criterion || ranges.length === 0) return [];
    const id = `validation ${at}`;
    const isBlocking = validation.errorAlert.showAlert && validation.errorAlert.style === "Stop";
    return [
      {
        id,
        print: JSON.stringify([criterion, ranges, isBlocking]),
        put: [{ type: "ADD_DATA_VALIDATION_RULE", sheetId, ranges, rule: { id, criterion, isBlocking } }],
        take: [{ type: "REMOVE_DATA_VALIDATION_RULE", sheetId, id }],
      },
    ];
  });
}

/** Lists are shown with their arrow; other rules only make a mark in the grid, and the grid calculates no formulas. */
function gridCriterion({ rule }: Validation): object | undefined {
  if (rule.type === "List") {
    if (rule.source.startsWith("=")) {
      return {
        type: "isValueInRange",
        values: [rule.source.slice(1)],
        displayStyle: arrow(rule.inCellDropDown),
      };
    }
    const values = rule.source.split(",").map((value) => value.trim());
    return { type: "isValueInList", values, displayStyle: arrow(rule.inCellDropDown) };
  }
  return undefined;
}

const arrow = (shown: boolean) => (shown ? "arrow" : "plainText");
