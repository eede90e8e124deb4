import type { ConditionalRule, RuleFormat } from "./conditional-format";

const look = (): RuleFormat => ({ font: {}, borders: {} });

/** The rule of a new conditional format of a kind, before anything is set: what Excel starts with, or what is never true. */
export function newRule(type: ConditionalRule["type"]): ConditionalRule {
  switch (type) {
    case "CellValue":
      return { type, operator: "EqualTo", formula1: "=NA()", format: look() };
    case "ContainsText":
      return { type, operator: "Contains", text: "=NA()", format: look() };
    case "Custom":
      return { type, formula: "=FALSE", format: look() };
    case "TopBottom":
      return { type, order: "TopItems", rank: 10, format: look() };
    case "PresetCriteria":
      return { type, criterion: "Errors", format: look() };
    case "DataBar":
      return {
        type,
        lower: { type: "Automatic" },
        upper: { type: "Automatic" },
        positive: { fillColor: "#638EC6", borderColor: "", gradientFill: true },
        negative: {
          fillColor: "#FF0000",
          borderColor: "",
          matchPositiveFillColor: false,
          matchPositiveBorderColor: true,
        },
        axisColor: "#000000",
        axisFormat: "Automatic",
        barDirection: "Context",
        showDataBarOnly: false,
      };
    case "ColorScale":
      return {
        type,
        minimum: { type: "LowestValue", color: "#F8696B" },
        midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
        maximum: { type: "HighestValue", color: "#63BE7B" },
      };
    case "IconSet":
      return {
        type,
        style: "ThreeTrafficLights1",
        criteria: ["0", "33", "67"].map((formula) => ({
          type: "Percent",
          operator: "GreaterThanOrEqual",
          formula,
        })),
        reverseIconOrder: false,
        showIconOnly: false,
      };
  }
}
