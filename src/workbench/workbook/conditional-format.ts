import type { Area } from "./area";

/** What a rule adds to the look of a cell: https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export interface RuleFormat {
  numberFormat?: string;
  fill?: string;
  font: { bold?: boolean; italic?: boolean; color?: string; underline?: string; strikethrough?: boolean };
  borders: Partial<Record<BorderSide, { color: string; style: string }>>;
}

export type BorderSide = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

/** An end of a data bar or a point of a colour scale; `formula` is a number or "=…". */
export interface ScalePoint {
  type: string;
  formula?: string;
  color?: string;
}

/** One icon's threshold: https://learn.microsoft.com/javascript/api/excel/excel.conditionaliconcriterion */
export interface IconCriterion {
  type: string;
  operator: string;
  formula: string;
}

/** The rule itself, by its kind; operators and kinds as Office.js names them. */
export type ConditionalRule =
  | { type: "CellValue"; operator: string; formula1: string; formula2?: string; format: RuleFormat }
  | { type: "ContainsText"; operator: string; text: string; format: RuleFormat }
  | { type: "Custom"; formula: string; format: RuleFormat }
  | { type: "TopBottom"; order: string; rank: number; format: RuleFormat }
  | { type: "PresetCriteria"; criterion: string; format: RuleFormat }
  | {
      type: "DataBar";
      lower: ScalePoint;
      upper: ScalePoint;
      positive: { fillColor: string; borderColor: string; gradientFill: boolean };
      negative: {
        fillColor: string;
        borderColor: string;
        matchPositiveFillColor: boolean;
        matchPositiveBorderColor: boolean;
      };
      axisColor: string;
      axisFormat: string;
      barDirection: string;
      showDataBarOnly: boolean;
    }
  | { type: "ColorScale"; minimum: ScalePoint; midpoint?: ScalePoint; maximum: ScalePoint }
  | {
      type: "IconSet";
      style: string;
      criteria: IconCriterion[];
      reverseIconOrder: boolean;
      showIconOnly: boolean;
    };

/** A conditional format of a sheet. The first in the sheet's list goes before the others (priority 0). */
export interface ConditionalFormat {
  readonly id: string;
  areas: readonly Area[];
  stopIfTrue: boolean;
  rule: ConditionalRule;
}
