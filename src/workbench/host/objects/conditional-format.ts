import { overlap } from "../../workbook/area";
import type {
  BorderSide,
  ConditionalFormat,
  ConditionalRule,
  RuleFormat,
  ScalePoint,
} from "../../workbook/conditional-format";
import { newRule } from "../../workbook/new-rule";
import { subtracted } from "../../workbook/subtracted";
import { booleanValue, enumerated, numberValue, textValue } from "../arguments";
import {
  hostClass,
  type ClassName,
  type HostClass,
  type HostTargets,
  type Navigation,
  type Property,
} from "../host-class";
import { invalidArgument, itemNotFound } from "../host-error";
import type { Run } from "../run";
import type { AreasOfSheet, RuleFormatTarget, RuleTarget } from "./analysis-targets";
import { rangeOn } from "./range-target-of";
import { mayChange } from "./table-guard";

const TYPES = [
  ...(["Custom", "DataBar", "ColorScale", "IconSet"] as const),
  ...(["TopBottom", "PresetCriteria", "ContainsText", "CellValue"] as const),
];

type Kind = ConditionalRule["type"];
type RuleOf<K extends Kind> = Extract<ConditionalRule, { type: K }>;

const on = ({ sheet, areas }: AreasOfSheet): RuleTarget[] =>
  sheet.conditionalFormats
    .filter((format) => format.areas.some((own) => areas.some((area) => overlap(own, area))))
    .map((format) => ({ format, sheet }));

function told({ sheet }: { readonly sheet: RuleTarget["sheet"] }, run: Run, work: () => void): void {
  mayChange(run, sheet, "allowFormatCells");
  sheet.book.change(() => {
    work();
    sheet.book.tell({ kind: "objects", sheet, of: "conditional-format" });
  });
}

let lastId = 0;

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection: a new one goes before the others. */
const collectionClass = hostClass("ConditionalFormatCollection", {
  collection: {
    of: "ConditionalFormat",
    items: on,
    find: (target, key) => on(target).find(({ format }) => format.id === key),
    getItem: "1.6",
    getItemAt: "1.6",
    getItemOrNullObject: "1.14",
    getCount: "1.6",
  },
  methods: {
    add: {
      since: "1.6",
      returns: "ConditionalFormat",
      call: (target, args, run) => {
        const { sheet, areas } = target;
        const rule = newRule(args.oneOf(0, TYPES));
        const id = `{${(lastId += 1).toString(16).toUpperCase().padStart(8, "0")}-0006-0000-0000-000000000000}`;
        const format: ConditionalFormat = { id, areas, stopIfTrue: false, rule };
        told(target, run, () => sheet.conditionalFormats.unshift(format));
        return { format, sheet };
      },
    },
    clearAll: {
      since: "1.6",
      call: (target, _, run) => {
        const { sheet, areas } = target;
        told(target, run, () => {
          for (const one of sheet.conditionalFormats) one.areas = subtracted(one.areas, areas);
          sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one.areas.length > 0);
        });
      },
    },
  },
});

/** Both navigations to the rule of a kind: the plain one fails on a format of another kind, the other is a null object. */
function rulesOf<C extends ClassName>(
  name: string,
  kind: Kind,
  of: C,
): Record<string, Navigation<RuleTarget>> {
  const same = ({ format }: RuleTarget): boolean => format.rule.type === kind;
  const strict = {
    since: "1.6",
    class: of,
    get: (target: RuleTarget) => {
      if (!same(target)) throw itemNotFound();
      return target as HostTargets[C];
    },
  };
  const loose = {
    since: "1.6",
    class: of,
    get: (target: RuleTarget) => (same(target) ? (target as HostTargets[C]) : null),
  };
  return { [name]: strict, [`${name}OrNullObject`]: loose } as unknown as Record<
    string,
    Navigation<RuleTarget>
  >;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
const conditionalFormatClass = hostClass("ConditionalFormat", {
  identity: ({ format }) => format.id,
  properties: {
    id: { since: "1.6", get: ({ format }) => format.id },
    priority: {
      since: "1.6",
      get: ({ format, sheet }) => sheet.conditionalFormats.indexOf(format),
      set: (target, value, run) => {
        const { format, sheet } = target;
        const place = numberValue(value);
        if (!Number.isInteger(place) || place < 0) throw invalidArgument("a place from 0");
        told(target, run, () => {
          const rest = sheet.conditionalFormats.filter((one) => one !== format);
          rest.splice(place, 0, format);
          sheet.conditionalFormats = rest;
        });
      },
    },
    stopIfTrue: {
      since: "1.6",
      get: ({ format }) => format.stopIfTrue,
      set: (target, value, run) => {
        const stop = booleanValue(value);
        told(target, run, () => (target.format.stopIfTrue = stop));
      },
    },
    type: { since: "1.6", get: ({ format }) => format.rule.type },
  },
  navigations: {
    ...rulesOf("cellValue", "CellValue", "CellValueConditionalFormat"),
    ...rulesOf("textComparison", "ContainsText", "TextConditionalFormat"),
    ...rulesOf("custom", "Custom", "CustomConditionalFormat"),
    ...rulesOf("topBottom", "TopBottom", "TopBottomConditionalFormat"),
    ...rulesOf("preset", "PresetCriteria", "PresetCriteriaConditionalFormat"),
    ...rulesOf("dataBar", "DataBar", "DataBarConditionalFormat"),
    ...rulesOf("colorScale", "ColorScale", "ColorScaleConditionalFormat"),
    ...rulesOf("iconSet", "IconSet", "IconSetConditionalFormat"),
  },
  methods: {
    delete: {
      since: "1.6",
      call: (target, _, run) =>
        told(target, run, () => {
          const { sheet, format } = target;
          sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
        }),
    },
    getRange: {
      since: "1.6",
      returns: "Range",
      call: ({ format, sheet }, _, run) => {
        if (format.areas.length !== 1) throw itemNotFound();
        return run.range(sheet, format.areas[0]!);
      },
    },
    getRangeOrNullObject: {
      since: "1.6",
      returns: "Range",
      call: ({ format, sheet }, _, run) =>
        format.areas.length === 1 ? run.range(sheet, format.areas[0]!) : null,
    },
    getRanges: {
      since: "1.9",
      returns: "RangeAreas",
      call: ({ format, sheet }) => ({ sheet, areas: format.areas }),
    },
    setRanges: {
      since: "1.17",
      call: (target, args, run) => {
        const { sheet, format } = target;
        const areas = args.isObject(0, "RangeAreas")
          ? args.object(0, "RangeAreas").areas
          : args.isObject(0, "Range")
            ? [args.object(0, "Range").area]
            : args
                .text(0)
                .split(",")
                .map((address) => rangeOn(sheet, address).area);
        told(target, run, () => (format.areas = areas));
      },
    },
  },
});

/** The rule of a kind; the navigations have made sure that it is one, unless the format was changed meanwhile. */
function ruleOf<K extends Kind>({ format }: RuleTarget, kind: K): RuleOf<K> {
  if (format.rule.type !== kind) throw itemNotFound();
  return format.rule as RuleOf<K>;
}

/** The `rule` of a kind: an object whose words are checked, kept as the rule's own properties. */
function ruleProperty<K extends Kind>(
  kind: K,
  read: (rule: RuleOf<K>) => object,
  write: (given: Readonly<Record<string, unknown>>) => Partial<RuleOf<K>>,
): Property<RuleTarget> {
  return {
    since: "1.6",
    get: (target) => read(ruleOf(target, kind)),
    set: (target, value, run) => {
      if (typeof value !== "object" || value === null) throw invalidArgument("a rule");
      const next = write(value as Record<string, unknown>);
      told(target, run, () => Object.assign(target.format.rule, next));
    },
  };
}

const look: Navigation<RuleTarget> = {
  since: "1.6",
  class: "ConditionalRangeFormat",
  get: ({ sheet, format }) => ({ sheet, look: (format.rule as RuleOf<"CellValue">).format }),
};

const OPERATORS = [
  ...["Between", "NotBetween", "EqualTo", "NotEqualTo"],
  ...["GreaterThan", "LessThan", "GreaterThanOrEqual", "LessThanOrEqual"],
];

const cellValueClass = hostClass("CellValueConditionalFormat", {
  properties: {
    rule: ruleProperty(
      "CellValue",
      ({ operator, formula1, formula2 }) => ({
        operator,
        formula1,
        ...(formula2 === undefined ? {} : { formula2 }),
      }),
      (given) => {
        const operator = enumerated(given["operator"], OPERATORS);
        const second =
          given["formula2"] === undefined || given["formula2"] === null
            ? undefined
            : String(given["formula2"]);
        if (operator.endsWith("Between") && second === undefined)
          throw invalidArgument(`${operator} has two bounds`);
        return { operator, formula1: textValue(String(given["formula1"] ?? "")), formula2: second };
      },
    ),
  },
  navigations: { format: look },
});

const textClass = hostClass("TextConditionalFormat", {
  properties: {
    rule: ruleProperty(
      "ContainsText",
      ({ operator, text }) => ({ operator, text }),
      (given) => ({
        operator: enumerated(given["operator"], ["Contains", "NotContains", "BeginsWith", "EndsWith"]),
        text: textValue(given["text"]),
      }),
    ),
  },
  navigations: { format: look },
});

const customClass = hostClass("CustomConditionalFormat", {
  navigations: {
    format: look,
    rule: { since: "1.6", class: "ConditionalFormatRule", get: (target) => target },
  },
});

const formulaProperty: Property<RuleTarget> = {
  since: "1.6",
  get: (target) => ruleOf(target, "Custom").formula,
  set: (target, value, run) => {
    const formula = textValue(value);
    if (!formula.startsWith("=")) throw invalidArgument("a formula begins with =");
    told(target, run, () => (ruleOf(target, "Custom").formula = formula));
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule: en-US and A1 only. */
const formulaClass = hostClass("ConditionalFormatRule", {
  properties: { formula: formulaProperty, formulaLocal: formulaProperty },
});

const topBottomClass = hostClass("TopBottomConditionalFormat", {
  properties: {
    rule: ruleProperty(
      "TopBottom",
      ({ order, rank }) => ({ type: order, rank }),
      (given) => {
        const order = enumerated(given["type"], ["TopItems", "TopPercent", "BottomItems", "BottomPercent"]);
        const rank = numberValue(given["rank"]);
        if (rank < 1 || rank > 1000) throw invalidArgument("a rank from 1 to 1000");
        return { order, rank };
      },
    ),
  },
  navigations: { format: look },
});

const presetClass = hostClass("PresetCriteriaConditionalFormat", {
  properties: {
    rule: ruleProperty(
      "PresetCriteria",
      ({ criterion }) => ({ criterion }),
      (given) => ({
        criterion: enumerated(given["criterion"], [
          ...["Blanks", "NonBlanks", "Errors", "NonErrors", "UniqueValues", "DuplicateValues"],
          ...["AboveAverage", "BelowAverage", "EqualOrAboveAverage", "EqualOrBelowAverage"],
          ...["OneStdDevAboveAverage", "OneStdDevBelowAverage", "TwoStdDevAboveAverage"],
          ...["TwoStdDevBelowAverage", "ThreeStdDevAboveAverage", "ThreeStdDevBelowAverage"],
        ]),
      }),
    ),
  },
  navigations: { format: look },
});

/** A scalar of a rule, checked and set. */
function scalar<K extends Kind, N extends keyof RuleOf<K> & string>(
  kind: K,
  name: N,
  check: (value: unknown) => RuleOf<K>[N],
): Property<RuleTarget> {
  return {
    since: "1.6",
    get: (target) => ruleOf(target, kind)[name],
    set: (target, value, run) => {
      const checked = check(value);
      told(target, run, () => (ruleOf(target, kind)[name] = checked));
    },
  };
}

const POINTS = ["Automatic", "LowestValue", "HighestValue", "Number", "Percent", "Formula", "Percentile"];

/** An end of a bar or a point of a scale. */
function pointOf(value: unknown): ScalePoint {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const type = enumerated(given["type"], POINTS);
  const plain = ["Automatic", "LowestValue", "HighestValue"].includes(type);
  if (!plain && (given["formula"] === undefined || given["formula"] === null)) {
    throw invalidArgument(`a point of type ${type} has a formula`);
  }
  return {
    type,
    ...(plain ? {} : { formula: String(given["formula"]) }),
    ...(typeof given["color"] === "string" ? { color: given["color"] } : {}),
  };
}

const dataBarClass = hostClass("DataBarConditionalFormat", {
  properties: {
    axisColor: scalar("DataBar", "axisColor", textValue),
    axisFormat: scalar("DataBar", "axisFormat", (value) =>
      enumerated(value, ["Automatic", "None", "CellMidPoint"]),
    ),
    barDirection: scalar("DataBar", "barDirection", (value) =>
      enumerated(value, ["Context", "LeftToRight", "RightToLeft"]),
    ),
    showDataBarOnly: scalar("DataBar", "showDataBarOnly", booleanValue),
    lowerBoundRule: scalar("DataBar", "lower", pointOf),
    upperBoundRule: scalar("DataBar", "upper", pointOf),
  },
  navigations: {
    positiveFormat: { since: "1.6", class: "ConditionalDataBarPositiveFormat", get: (target) => target },
    negativeFormat: { since: "1.6", class: "ConditionalDataBarNegativeFormat", get: (target) => target },
  },
});

/** A property of the look of bars above or below the axis. */
function barLook<S extends "positive" | "negative", N extends keyof RuleOf<"DataBar">[S] & string>(
  side: S,
  name: N,
  check: (value: unknown) => RuleOf<"DataBar">[S][N],
): Property<RuleTarget> {
  return {
    since: "1.6",
    get: (target) => ruleOf(target, "DataBar")[side][name],
    set: (target, value, run) => {
      const checked = check(value);
      told(target, run, () => (ruleOf(target, "DataBar")[side][name] = checked));
    },
  };
}

const positiveClass = hostClass("ConditionalDataBarPositiveFormat", {
  properties: {
    borderColor: barLook("positive", "borderColor", textValue),
    fillColor: barLook("positive", "fillColor", textValue),
    gradientFill: barLook("positive", "gradientFill", booleanValue),
  },
});

const negativeClass = hostClass("ConditionalDataBarNegativeFormat", {
  properties: {
    borderColor: barLook("negative", "borderColor", textValue),
    fillColor: barLook("negative", "fillColor", textValue),
    matchPositiveBorderColor: barLook("negative", "matchPositiveBorderColor", booleanValue),
    matchPositiveFillColor: barLook("negative", "matchPositiveFillColor", booleanValue),
  },
});

const colorScaleClass = hostClass("ColorScaleConditionalFormat", {
  properties: {
    criteria: ruleProperty(
      "ColorScale",
      ({ minimum, midpoint, maximum }) => ({ minimum, ...(midpoint ? { midpoint } : {}), maximum }),
      (given) => {
        const middle = given["midpoint"];
        const midpoint = middle === undefined || middle === null ? undefined : pointOf(middle);
        return { minimum: pointOf(given["minimum"]), midpoint, maximum: pointOf(given["maximum"]) };
      },
    ),
    threeColorScale: { since: "1.6", get: (target) => ruleOf(target, "ColorScale").midpoint !== undefined },
  },
});

const iconSetClass = hostClass("IconSetConditionalFormat", {
  properties: {
    style: {
      since: "1.6",
      get: (target) => ruleOf(target, "IconSet").style,
      set: (target, value, run) => {
        const style = textValue(value);
        const count = { Three: 3, Four: 4, Five: 5 }[/^(Three|Four|Five)/i.exec(style)?.[1] ?? ""];
        if (!count) throw invalidArgument(`no icon set ${style}`);
        told(target, run, () => {
          const rule = ruleOf(target, "IconSet");
          rule.style = style;
          rule.criteria = Array.from({ length: count }, (_, place) => ({
            type: place === 0 ? "Number" : "Percent",
            operator: "GreaterThanOrEqual",
            formula: String(Math.round((100 * place) / count)),
          }));
        });
      },
    },
    criteria: {
      since: "1.6",
      get: (target) => ruleOf(target, "IconSet").criteria.map((one, place) => (place === 0 ? {} : one)),
      set: (target, value, run) => {
        const { criteria } = ruleOf(target, "IconSet");
        if (!Array.isArray(value) || value.length !== criteria.length)
          throw invalidArgument("one criterion an icon");
        const next = value.map((one: unknown, place) => {
          if (place === 0) return criteria[0]!;
          const given = (one ?? {}) as Readonly<Record<string, unknown>>;
          return {
            type: enumerated(given["type"], ["Number", "Percent", "Formula", "Percentile"]),
            operator: enumerated(given["operator"], ["GreaterThan", "GreaterThanOrEqual"]),
            formula: String(given["formula"]),
          };
        });
        told(target, run, () => (ruleOf(target, "IconSet").criteria = next));
      },
    },
    reverseIconOrder: scalar("IconSet", "reverseIconOrder", booleanValue),
    showIconOnly: scalar("IconSet", "showIconOnly", booleanValue),
  },
});

const rangeFormatClass = hostClass("ConditionalRangeFormat", {
  properties: {
    numberFormat: {
      since: "1.6",
      get: (target) => target.look.numberFormat ?? null,
      set: (target, value, run) => {
        const format = textValue(value);
        told(target, run, () => (target.look.numberFormat = format));
      },
    },
  },
  navigations: {
    font: { since: "1.6", class: "ConditionalRangeFont", get: (target) => target },
    fill: { since: "1.6", class: "ConditionalRangeFill", get: (target) => target },
    borders: { since: "1.6", class: "ConditionalRangeBorderCollection", get: (target) => target },
  },
  methods: {
    clearFormat: {
      since: "1.17",
      call: (target, _, run) =>
        told(target, run, () => {
          target.look.font = {};
          target.look.borders = {};
          delete target.look.fill;
          delete target.look.numberFormat;
        }),
    },
  },
});

function font<N extends keyof RuleFormat["font"]>(
  name: N,
  check: (value: unknown) => NonNullable<RuleFormat["font"][N]>,
): Property<RuleFormatTarget> {
  return {
    since: "1.6",
    get: (target) => target.look.font[name] ?? null,
    set: (target, value, run) => {
      const checked = check(value);
      told(target, run, () => (target.look.font[name] = checked));
    },
  };
}

const fontClass = hostClass("ConditionalRangeFont", {
  properties: {
    bold: font("bold", booleanValue),
    italic: font("italic", booleanValue),
    strikethrough: font("strikethrough", booleanValue),
    color: font("color", textValue),
    underline: font("underline", (value) => enumerated(value, ["None", "Single", "Double"])),
  },
  methods: {
    clear: { since: "1.6", call: (target, _, run) => told(target, run, () => (target.look.font = {})) },
  },
});

const fillClass = hostClass("ConditionalRangeFill", {
  properties: {
    color: {
      since: "1.6",
      get: (target) => target.look.fill ?? "",
      set: (target, value, run) => {
        const color = textValue(value);
        told(target, run, () => (target.look.fill = color));
      },
    },
  },
  methods: {
    clear: { since: "1.6", call: (target, _, run) => told(target, run, () => delete target.look.fill) },
  },
});

const SIDES: readonly BorderSide[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];

const side = (name: BorderSide): Navigation<RuleFormatTarget> => ({
  since: "1.6",
  class: "ConditionalRangeBorder",
  get: (target) => ({ ...target, side: name }),
});

const bordersClass = hostClass("ConditionalRangeBorderCollection", {
  properties: { count: { since: "1.6", get: () => SIDES.length } },
  collection: {
    of: "ConditionalRangeBorder",
    items: (target) => SIDES.map((name) => ({ ...target, side: name })),
    find: (target, key) => {
      const name = SIDES.find((one) => one.toLowerCase() === String(key).toLowerCase());
      return name && { ...target, side: name };
    },
    getItem: "1.6",
    getItemAt: "1.6",
  },
  navigations: {
    top: side("EdgeTop"),
    bottom: side("EdgeBottom"),
    left: side("EdgeLeft"),
    right: side("EdgeRight"),
  },
});

const border = (
  name: "color" | "style",
  otherwise: string,
  words?: readonly string[],
): Property<HostTargets["ConditionalRangeBorder"]> => ({
  since: "1.6",
  get: ({ look: { borders }, side: at }) => borders[at]?.[name] ?? otherwise,
  set: (target, value, run) => {
    const given = words ? enumerated(value, words) : textValue(value);
    told(target, run, () => {
      const { borders } = target.look;
      borders[target.side] = {
        ...(borders[target.side] ?? { color: "#000000", style: "Continuous" }),
        [name]: given,
      };
    });
  },
});

const borderClass = hostClass("ConditionalRangeBorder", {
  identity: ({ side: at }) => at,
  properties: {
    sideIndex: { since: "1.6", get: ({ side: at }) => at },
    color: border("color", ""),
    style: border("style", "None", ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"]),
  },
});

export const conditionalFormatClasses = [
  collectionClass,
  conditionalFormatClass,
  ...[cellValueClass, textClass, customClass, formulaClass, topBottomClass, presetClass],
  ...[dataBarClass, positiveClass, negativeClass, colorScaleClass, iconSetClass],
  ...[rangeFormatClass, fontClass, fillClass, bordersClass, borderClass],
] as unknown as readonly HostClass[];
