import { addressOf, contains, overlap, sheetPrefix, type Area } from "../../workbook/area";
import type { BoundsRule, Validation, ValidationRule } from "../../workbook/validation";
import { invalidAreas, removeValidation } from "../../workbook/validate";
import { HostObject } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument, itemNotFound } from "../host-error";
import type { RangeTarget } from "../range-target";
import type { Run } from "../run";
import type { AreasOfSheet } from "./analysis-targets";
import { mayChange } from "./table-guard";

/** The validation that covers all the areas, "Inconsistent" where it differs within them, undefined where there is none. */
function validationOf({
  sheet,
  areas,
}: AreasOfSheet): Validation | "Inconsistent" | "MixedCriteria" | undefined {
  const touching = sheet.validations.filter((one) =>
    one.areas.some((own) => areas.some((area) => overlap(own, area))),
  );
  if (touching.length === 0) return undefined;
  if (touching.length > 1) return "MixedCriteria";
  const [only] = touching;
  const covered = areas.every((area) => only!.areas.some((own) => contains(own, area)));
  return covered ? only : "Inconsistent";
}

const plain = (target: AreasOfSheet): Validation | undefined => {
  const found = validationOf(target);
  return typeof found === "object" ? found : undefined;
};

/** A bound as a formula: a range is a reference to it, a date or number its text. */
function formulaOf(value: unknown): string {
  if (value instanceof HostObject) {
    const { sheet, area } = value.target as RangeTarget;
    return `=${sheetPrefix(sheet.name)}${addressOf(area)}`;
  }
  if (typeof value === "number" || typeof value === "string") return String(value);
  throw invalidArgument("a bound that is a number, a text, a formula or a range");
}

const BOUNDED = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
} as const;

const OPERATORS = [
  ...["Between", "NotBetween", "EqualTo", "NotEqualTo"],
  ...["GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"],
];

function ruleOf(value: unknown): ValidationRule | undefined {
  const given = (value ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined | null>
  >;
  const kinds = Object.keys(given).filter((kind) => given[kind] !== undefined && given[kind] !== null);
  if (kinds.length === 0) return undefined;
  if (kinds.length > 1) throw invalidArgument("a rule of one kind");
  const kind = kinds[0]!;
  const rule = given[kind]!;
  if (kind === "list") {
    const source = formulaOf(rule["source"]);
    if (source.length > 255 && !source.startsWith("="))
      throw invalidArgument("a list has at most 255 characters");
    return { type: "List", source, inCellDropDown: rule["inCellDropDown"] !== false };
  }
  if (kind === "custom") return { type: "Custom", formula: formulaOf(rule["formula"]) };
  const type = BOUNDED[kind as keyof typeof BOUNDED];
  const operator = OPERATORS.find((word) => word.toLowerCase() === String(rule["operator"]).toLowerCase());
  if (type === undefined || operator === undefined) throw invalidArgument("a rule with an operator");
  const second =
    rule["formula2"] === undefined || rule["formula2"] === null ? undefined : formulaOf(rule["formula2"]);
  if (operator.endsWith("Between") && second === undefined)
    throw invalidArgument(`${operator} has two bounds`);
  const bounds: BoundsRule = {
    operator,
    formula1: formulaOf(rule["formula1"]),
    ...(second === undefined ? {} : { formula2: second }),
  };
  return { type, bounds };
}

/** The rule as Office.js gives it back. */
function ruleJson(rule: ValidationRule | undefined): object {
  if (!rule) return {};
  if (rule.type === "List") return { list: { source: rule.source, inCellDropDown: rule.inCellDropDown } };
  if (rule.type === "Custom") return { custom: { formula: rule.formula } };
  const kind = Object.entries(BOUNDED).find(([, type]) => type === rule.type)![0];
  const number = (formula: string): string | number =>
    formula.trim() === "" || Number.isNaN(Number(formula)) ? formula : Number(formula);
  return {
    [kind]: {
      operator: rule.bounds.operator,
      formula1: number(rule.bounds.formula1),
      ...(rule.bounds.formula2 === undefined ? {} : { formula2: number(rule.bounds.formula2) }),
    },
  };
}

const ALERT = { message: "", showAlert: true, style: "Stop", title: "" };
const PROMPT = { message: "", showPrompt: true, title: "" };

function told({ sheet }: AreasOfSheet, work: () => void): void {
  sheet.book.change(() => {
    work();
    sheet.book.tell({ kind: "objects", sheet, of: "validation" });
  });
}

/** Sets a rule on areas; what they had before goes. */
function setRule(target: AreasOfSheet, rule: ValidationRule | undefined, run: Run): void {
  const { sheet, areas } = target;
  mayChange(run, sheet, "allowFormatCells");
  const before = plain(target);
  told(target, () => {
    removeValidation(sheet, areas);
    if (!rule) return;
    sheet.validations.push({
      areas,
      rule,
      ignoreBlanks: before?.ignoreBlanks ?? true,
      errorAlert: before?.errorAlert ?? ALERT,
      prompt: before?.prompt ?? PROMPT,
    });
  });
}

/** The validation to change; without a rule there is nothing to change. */
function needed(target: AreasOfSheet, run: Run): Validation {
  mayChange(run, target.sheet, "allowFormatCells");
  const found = plain(target);
  if (!found) throw invalidArgument("the range has no rule");
  const { sheet, areas } = target;
  if (found.areas.every((own) => areas.some((area) => contains(area, own)))) return found;
  // Only these cells get another alert: they leave the rule they share.
  const own: Validation = { ...found, areas };
  removeValidation(sheet, areas);
  sheet.validations.push(own);
  return own;
}

const invalid = ({ sheet, areas }: AreasOfSheet): Area[] => invalidAreas(sheet, areas);

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
const dataValidationClass = hostClass("DataValidation", {
  properties: {
    rule: {
      since: "1.8",
      get: (target) => ruleJson(plain(target)?.rule),
      set: (target, value, run) => setRule(target, ruleOf(value), run),
    },
    type: {
      since: "1.8",
      get: (target) => {
        const found = validationOf(target);
        return typeof found === "object" ? found.rule.type : (found ?? "None");
      },
    },
    ignoreBlanks: {
      since: "1.8",
      get: (target) => plain(target)?.ignoreBlanks ?? true,
      set: (target, value, run) => {
        const one = needed(target, run);
        told(target, () => (one.ignoreBlanks = value === true));
      },
    },
    errorAlert: {
      since: "1.8",
      get: (target) => plain(target)?.errorAlert ?? ALERT,
      set: (target, value, run) => {
        const one = needed(target, run);
        told(target, () => (one.errorAlert = { ...one.errorAlert, ...(value as object) }));
      },
    },
    prompt: {
      since: "1.8",
      get: (target) => plain(target)?.prompt ?? PROMPT,
      set: (target, value, run) => {
        const one = needed(target, run);
        told(target, () => (one.prompt = { ...one.prompt, ...(value as object) }));
      },
    },
    valid: {
      since: "1.8",
      get: (target, run) => {
        run.settle();
        return invalid(target).length === 0;
      },
    },
  },
  methods: {
    clear: { since: "1.8", call: (target, _, run) => setRule(target, undefined, run) },
    getInvalidCells: {
      since: "1.9",
      returns: "RangeAreas",
      call: (target) => {
        const areas = invalid(target);
        if (areas.length === 0) throw itemNotFound();
        return { sheet: target.sheet, areas };
      },
    },
    getInvalidCellsOrNullObject: {
      since: "1.9",
      returns: "RangeAreas",
      call: (target) => {
        const areas = invalid(target);
        return areas.length === 0 ? null : { sheet: target.sheet, areas };
      },
    },
  },
});

export const validationClasses = [dataValidationClass] as unknown as readonly HostClass[];
