import type { ConditionalRule as FileRule, DataValidation, ValidationOperator } from "hucre";
import { addressOf, type Area } from "../workbook/area";
import type { ConditionalFormat, RuleFormat, ScalePoint } from "../workbook/conditional-format";
import type { Sheet } from "../workbook/sheet";
import type { Validation } from "../workbook/validation";
import { fileFormula } from "./file-formula";
import type { FileThing } from "./file-things";
import { CELL_OPERATORS, fileName, TEXT_RULES, VALIDATION_TYPES } from "./rule-names";

const rangeOf = (areas: readonly Area[]) => areas.map(addressOf).join(" ");

/** The conditional formats of a sheet for a file. */
export function fileRules(sheet: Sheet, leftOut: Set<FileThing>): FileRule[] {
  return sheet.conditionalFormats.flatMap((format, at) => {
    const made = fileRule(format);
    if (!made || format.areas.length === 0) {
      leftOut.add("conditional-formats");
      return [];
    }
    return [{ ...made, priority: at + 1, range: rangeOf(format.areas), stopIfTrue: format.stopIfTrue }];
  });
}

type Rule = Omit<FileRule, "priority" | "range">;

function fileRule({ rule, areas }: ConditionalFormat): Rule | undefined {
  const first = areas[0] && addressOf({ ...areas[0], bottom: areas[0].top, right: areas[0].left });
  switch (rule.type) {
    case "CellValue": {
      const operator = fileName(CELL_OPERATORS, rule.operator) as ValidationOperator | undefined;
      const formula = [rule.formula1, rule.formula2].flatMap((text) => (text ? [fileFormula(text)] : []));
      return operator && { type: "cellIs", operator, formula, style: styleOf(rule.format) };
    }
    case "ContainsText": {
      const type = fileName(TEXT_RULES, rule.operator) as FileRule["type"] | undefined;
      const quoted = `"${rule.text.replaceAll('"', '""')}"`;
      const tests: Readonly<Record<string, string>> = {
        containsText: `NOT(ISERROR(SEARCH(${quoted},${first})))`,
        notContainsText: `ISERROR(SEARCH(${quoted},${first}))`,
        beginsWith: `LEFT(${first},LEN(${quoted}))=${quoted}`,
        endsWith: `RIGHT(${first},LEN(${quoted}))=${quoted}`,
      };
      const formula = type && tests[type];
      return type && { type, text: rule.text, formula, style: styleOf(rule.format) };
    }
    case "Custom":
      return { type: "expression", formula: fileFormula(rule.formula), style: styleOf(rule.format) };
    case "PresetCriteria": {
      const types: Readonly<Record<string, FileRule["type"]>> = {
        Blanks: "containsBlanks",
        NonBlanks: "notContainsBlanks",
        DuplicateValues: "duplicateValues",
        UniqueValues: "uniqueValues",
      };
      const type = types[rule.criterion];
      const tests: Readonly<Record<string, string>> = {
        containsBlanks: `LEN(TRIM(${first}))=0`,
        notContainsBlanks: `LEN(TRIM(${first}))>0`,
      };
      return type && { type, formula: tests[type], style: styleOf(rule.format) };
    }
    case "DataBar":
      return {
        type: "dataBar",
        dataBar: {
          cfvo: [point(rule.lower, "min"), point(rule.upper, "max")],
          color: `FF${rule.positive.fillColor.replace("#", "").toUpperCase() || "638EC6"}`,
        },
      };
    case "ColorScale": {
      const points = [rule.minimum, ...(rule.midpoint ? [rule.midpoint] : []), rule.maximum];
      return {
        type: "colorScale",
        colorScale: {
          cfvo: points.map((one, at) => point(one, at === 0 ? "min" : "max")),
          colors: points.map(({ color }) => `FF${(color ?? "#FFFFFF").replace("#", "").toUpperCase()}`),
        },
      };
    }
    default:
      return undefined;
  }
}

function point({ type, formula }: ScalePoint, automatic: "min" | "max") {
  const types: Readonly<Record<string, "min" | "max" | "num" | "percent" | "percentile">> = {
    LowestValue: "min",
    HighestValue: "max",
    Number: "num",
    Percent: "percent",
    Percentile: "percentile",
  };
  const value = formula?.replace(/^=/, "");
  return { type: types[type] ?? automatic, ...(value === undefined || value === "" ? {} : { value }) };
}

function styleOf({ fill, font, numberFormat }: RuleFormat): FileRule["style"] {
  const rgb = (color: string) => ({ rgb: color.replace("#", "").toUpperCase() });
  const style: NonNullable<FileRule["style"]> = {};
  // Such a fill has its colour behind the pattern.
  if (fill) style.fill = { type: "pattern", pattern: "solid", fgColor: rgb(fill), bgColor: rgb(fill) };
  const { bold, italic, color, underline, strikethrough } = font;
  const made = {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(strikethrough === undefined ? {} : { strikethrough }),
    ...(underline && underline !== "None" ? { underline: true } : {}),
    ...(color ? { color: rgb(color) } : {}),
  };
  if (Object.keys(made).length > 0) style.font = made;
  if (numberFormat) style.numFmt = numberFormat;
  return style;
}

/** The validations of a sheet for a file. */
export function fileValidations(sheet: Sheet): DataValidation[] {
  return sheet.validations.flatMap((validation) =>
    validation.areas.length === 0 ? [] : [fileValidation(validation)],
  );
}

function fileValidation({ areas, rule, ignoreBlanks, errorAlert, prompt }: Validation): DataValidation {
  const errorStyle = { Warning: "warning", Information: "information" }[errorAlert.style] as
    "warning" | "information" | undefined;
  const rest = {
    range: rangeOf(areas),
    allowBlank: ignoreBlanks,
    showErrorMessage: errorAlert.showAlert,
    showInputMessage: prompt.showPrompt,
    ...(errorAlert.title ? { errorTitle: errorAlert.title } : {}),
    ...(errorAlert.message ? { errorMessage: errorAlert.message } : {}),
    ...(prompt.title ? { inputTitle: prompt.title } : {}),
    ...(prompt.message ? { inputMessage: prompt.message } : {}),
    errorStyle: errorStyle ?? ("stop" as const),
  };
  if (rule.type === "List") {
    return rule.source.startsWith("=")
      ? { type: "list", formula1: fileFormula(rule.source), ...rest }
      : { type: "list", values: rule.source.split(",").map((value) => value.trim()), ...rest };
  }
  if (rule.type === "Custom") return { type: "custom", formula1: fileFormula(rule.formula), ...rest };
  const { operator, formula1, formula2 } = rule.bounds;
  return {
    type: fileName(VALIDATION_TYPES, rule.type) as DataValidation["type"],
    operator: fileName(CELL_OPERATORS, operator) as ValidationOperator,
    formula1: fileFormula(String(formula1)),
    ...(formula2 === undefined ? {} : { formula2: fileFormula(String(formula2)) }),
    ...rest,
  };
}
