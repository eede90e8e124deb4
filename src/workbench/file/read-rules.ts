import type { ConditionalRule as FileRule, DataValidation, Sheet as FileSheet } from "hucre";
import { areaOf, type Area } from "../workbook/area";
import type { ConditionalRule, RuleFormat } from "../workbook/conditional-format";
import type { Sheet } from "../workbook/sheet";
import type { Validation, ValidationRule } from "../workbook/validation";
import { shownFormula } from "./file-formula";
import { styleOfFile } from "./file-style";
import type { FileThing } from "./file-things";
import { CELL_OPERATORS, TEXT_RULES, VALIDATION_TYPES } from "./rule-names";

const areasOf = (range: string): Area[] => range.split(/[\s,]+/).flatMap((part) => areaOf(part) ?? []);

/** The conditional formats and validations of a sheet. */
export function readRules(
  from: FileSheet,
  to: Sheet,
  theme: readonly string[],
  leftOut: Set<FileThing>,
): void {
  const rules = [...(from.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority);
  for (const [at, rule] of rules.entries()) {
    const read = ruleOf(rule, theme);
    const areas = areasOf(rule.range);
    if (read && areas.length > 0) {
      to.conditionalFormats.push({
        id: `{${(at + 1).toString(16).toUpperCase().padStart(8, "0")}-0004-0000-0000-000000000000}`,
        areas,
        stopIfTrue: rule.stopIfTrue ?? false,
        rule: read,
      });
    } else leftOut.add("conditional-formats");
  }
  for (const validation of from.dataValidations ?? []) {
    const rule = validationRule(validation);
    const areas = areasOf(validation.range);
    if (rule && areas.length > 0) to.validations.push(madeValidation(validation, rule, areas));
    else leftOut.add("validations");
  }
}

function formatOf({ style }: FileRule, theme: readonly string[]): RuleFormat {
  const { fill, font, numberFormat } = styleOfFile(style ?? {}, theme);
  const { bold, italic, color, underline, strikethrough } = font ?? {};
  const format: RuleFormat = { font: {}, borders: {} };
  // The fill of such a rule has its colour where a cell has the one behind the pattern.
  const background = style?.fill?.type === "pattern" ? (style.fill.bgColor?.rgb ?? undefined) : undefined;
  const shown = background ? `#${background.slice(-6).toUpperCase()}` : fill;
  if (shown) format.fill = shown;
  if (numberFormat) format.numberFormat = numberFormat;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (color !== undefined) format.font.color = color;
  if (underline !== undefined) format.font.underline = underline;
  if (strikethrough !== undefined) format.font.strikethrough = strikethrough;
  return format;
}

function ruleOf(rule: FileRule, theme: readonly string[]): ConditionalRule | undefined {
  const formulas = (Array.isArray(rule.formula) ? rule.formula : [rule.formula]).flatMap((one) =>
    one === undefined ? [] : [shownFormula(one)],
  );
  const [formula1 = "", formula2] = formulas;
  const format = () => formatOf(rule, theme);
  const textOperator = TEXT_RULES[rule.type];
  if (textOperator && rule.text !== undefined) {
    return { type: "ContainsText", operator: textOperator, text: rule.text, format: format() };
  }
  switch (rule.type) {
    case "cellIs": {
      const operator = CELL_OPERATORS[rule.operator ?? "equal"];
      return !operator ? undefined : { type: "CellValue", operator, formula1, formula2, format: format() };
    }
    case "expression":
      return { type: "Custom", formula: formula1, format: format() };
    case "duplicateValues":
      return { type: "PresetCriteria", criterion: "DuplicateValues", format: format() };
    case "uniqueValues":
      return { type: "PresetCriteria", criterion: "UniqueValues", format: format() };
    case "containsBlanks":
      return { type: "PresetCriteria", criterion: "Blanks", format: format() };
    case "notContainsBlanks":
      return { type: "PresetCriteria", criterion: "NonBlanks", format: format() };
    case "dataBar": {
      const color = `#${(rule.dataBar?.color ?? "638EC6").slice(-6).toUpperCase()}`;
      const same = { fillColor: color, borderColor: "" };
      return {
        type: "DataBar",
        lower: { type: "LowestValue" },
        upper: { type: "HighestValue" },
        positive: { ...same, gradientFill: true },
        negative: { ...same, matchPositiveFillColor: true, matchPositiveBorderColor: true },
        axisColor: "#000000",
        axisFormat: "Automatic",
        barDirection: "Context",
        showDataBarOnly: false,
      };
    }
    case "colorScale":
      return scaleOf(rule);
    default:
      return undefined;
  }
}

function scaleOf({ colorScale }: FileRule): ConditionalRule | undefined {
  const points = colorScale?.cfvo.map(({ type, value }, at) => ({
    type: POINTS[type] ?? "Number",
    formula: value,
    color: `#${(colorScale.colors[at] ?? "FFFFFF").slice(-6).toUpperCase()}`,
  }));
  const [minimum, second, third] = points ?? [];
  if (!minimum || !second) return undefined;
  return third
    ? { type: "ColorScale", minimum, midpoint: second, maximum: third }
    : { type: "ColorScale", minimum, maximum: second };
}

const POINTS: Readonly<Record<string, string>> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  percentile: "Percentile",
};

function validationRule(file: DataValidation): ValidationRule | undefined {
  if (file.type === "list") {
    const listed = file.values?.join(",") ?? file.formula1 ?? "";
    const source =
      file.values || /^".*"$/s.test(listed) ? listed.replaceAll(/^"|"$/g, "") : shownFormula(listed);
    return { type: "List", source, inCellDropDown: true };
  }
  if (file.type === "custom") return { type: "Custom", formula: shownFormula(file.formula1 ?? "") };
  const type = VALIDATION_TYPES[file.type];
  if (!type) return undefined;
  const bound = (formula: string | undefined) =>
    formula === undefined || /^-?[\d.]+$/.test(formula) ? formula : shownFormula(formula);
  return {
    type,
    bounds: {
      operator: CELL_OPERATORS[file.operator ?? "between"] ?? "Between",
      formula1: bound(file.formula1) ?? "",
      formula2: bound(file.formula2),
    },
  };
}

function madeValidation(file: DataValidation, rule: ValidationRule, areas: readonly Area[]): Validation {
  const styles = { stop: "Stop", warning: "Warning", information: "Information" } as const;
  return {
    areas,
    rule,
    ignoreBlanks: file.allowBlank ?? true,
    errorAlert: {
      message: file.errorMessage ?? "",
      title: file.errorTitle ?? "",
      showAlert: file.showErrorMessage ?? true,
      style: styles[file.errorStyle ?? "stop"],
    },
    prompt: {
      message: file.inputMessage ?? "",
      title: file.inputTitle ?? "",
      showPrompt: file.showInputMessage ?? false,
    },
  };
}
