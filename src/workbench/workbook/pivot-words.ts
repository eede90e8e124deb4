import type { Aggregation } from "./pivot";

/** The words Excel itself writes into a PivotTable, in the language of the Excel that made it. */
export interface PivotWords {
  readonly rowLabels: string;
  readonly columnLabels: string;
  readonly values: string;
  readonly grandTotal: string;
  readonly blank: string;
  readonly all: string;
  readonly several: string;
  subtotal(item: string): string;
  totalOf(dataName: string): string;
  dataName(aggregation: Aggregation, field: string): string;
}

const ENGLISH: Readonly<Record<Aggregation, string>> = {
  Sum: "Sum",
  Count: "Count",
  Average: "Average",
  Max: "Max",
  Min: "Min",
  Product: "Product",
  CountNumbers: "Count",
  StandardDeviation: "StdDev",
  StandardDeviationP: "StdDevp",
  Variance: "Var",
  VarianceP: "Varp",
};

const CHINESE: Readonly<Record<Aggregation, string>> = {
  Sum: "求和项",
  Count: "计数项",
  Average: "平均值项",
  Max: "最大值项",
  Min: "最小值项",
  Product: "乘积项",
  CountNumbers: "计数项",
  StandardDeviation: "标准偏差项",
  StandardDeviationP: "总体标准偏差项",
  Variance: "方差项",
  VarianceP: "总体方差项",
};

const en: PivotWords = {
  rowLabels: "Row Labels",
  columnLabels: "Column Labels",
  values: "Values",
  grandTotal: "Grand Total",
  blank: "(blank)",
  all: "(All)",
  several: "(Multiple Items)",
  subtotal: (item) => `${item} Total`,
  totalOf: (dataName) => `Total ${dataName}`,
  dataName: (aggregation, field) => `${ENGLISH[aggregation]} of ${field}`,
};

const zh: PivotWords = {
  rowLabels: "行标签",
  columnLabels: "列标签",
  values: "值",
  grandTotal: "总计",
  blank: "(空白)",
  all: "(全部)",
  several: "(多项)",
  subtotal: (item) => `${item} 汇总`,
  totalOf: (dataName) => `${dataName}汇总`,
  dataName: (aggregation, field) => `${CHINESE[aggregation]}:${field}`,
};

/** The words of a culture ("en-US", "zh-CN"). */
export const pivotWords = (culture: string): PivotWords => (culture.startsWith("zh") ? zh : en);
