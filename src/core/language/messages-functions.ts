import type { Bilingual } from "./language";

/** Texts of the custom functions: what their parameters are called, and their refusals. */
export const functionMessages = {
  "parameter.customers": { en: "customers", zh: "客户" },
  "parameter.dates": { en: "dates", zh: "日期" },
  "parameter.amounts": { en: "amounts", zh: "金额" },
  "parameter.as_of": { en: "as_of", zh: "基准日" },
  "parameter.orders": { en: "orders", zh: "订单号" },
  "parameter.bins": { en: "bins", zh: "档数" },
  "parameter.headers": { en: "headers", zh: "含表头" },
  "parameter.values": { en: "values", zh: "数值" },
  "parameter.lower_is_better": { en: "lower_is_better", zh: "越低越好" },
  "parameter.cutoffs": { en: "cutoffs", zh: "切分点" },
  "parameter.method": { en: "method", zh: "方法" },
  "parameter.r": { en: "r", zh: "R 分" },
  "parameter.f": { en: "f", zh: "F 分" },
  "parameter.m": { en: "m", zh: "M 分" },
  "parameter.grid": { en: "grid", zh: "分群规则" },
  "parameter.a": { en: "a", zh: "A 类占比" },
  "parameter.b": { en: "b", zh: "B 类占比" },
  "parameter.thresholds": { en: "thresholds", zh: "阈值" },
  "parameter.labels": { en: "labels", zh: "标签" },
  "parameter.measures": { en: "measures", zh: "指标" },
  "parameter.weights": { en: "weights", zh: "权重" },
  "parameter.directions": { en: "directions", zh: "方向" },
  "parameter.normalise": { en: "normalise", zh: "标准化" },
  "parameter.first": { en: "first", zh: "首次购买" },
  "parameter.last": { en: "last", zh: "最近购买" },
  "parameter.count": { en: "count", zh: "购买次数" },
  "parameter.rules": { en: "rules", zh: "规则" },
  "parameter.gap": { en: "gap", zh: "购买间隔" },
  "parameter.x": { en: "x", zh: "横轴" },
  "parameter.y": { en: "y", zh: "纵轴" },
  "parameter.x_cuts": { en: "x_cuts", zh: "横轴切分" },
  "parameter.y_cuts": { en: "y_cuts", zh: "纵轴切分" },
  "parameter.language": { en: "language", zh: "语言" },
  "parameter.customer": { en: "customer", zh: "客户" },
  "parameter.policy": { en: "policy", zh: "分级标准" },
  "parameter.tier": { en: "tier", zh: "层级" },
  "parameter.stage": { en: "stage", zh: "阶段" },
  "parameter.field": { en: "field", zh: "字段" },

  "function-heights": {
    en: "{first} has {rows} {rows|row|rows} and {other} has {others}: give ranges of the same height.",
    zh: "“{first}”有 {rows} 行，“{other}”有 {others} 行：请使用高度相同的区域。",
  },
  "function-widths": {
    en: "{first} has {columns} {columns|column|columns} and {other} has {others}: give ranges of the same width.",
    zh: "“{first}”有 {columns} 列，“{other}”有 {others} 列：请使用宽度相同的区域。",
  },
  "function-one-column": {
    en: "{parameter} has {columns} columns: give one column.",
    zh: "“{parameter}”有 {columns} 列：请只给一列。",
  },
  "function-one-cell": {
    en: "{parameter} is a range of {rows} × {columns} cells: give one value.",
    zh: "“{parameter}”是 {rows} × {columns} 的区域：请只给一个值。",
  },
  "function-error-cell": {
    en: "{parameter} is the error {error}: mend that cell first.",
    zh: "“{parameter}”是错误值 {error}：请先修正该单元格。",
  },
  "function-whole": {
    en: "{parameter} is “{value}”: give a whole number from {least} to {most}.",
    zh: "“{parameter}”为“{value}”：请填写 {least} 到 {most} 的整数。",
  },
  "function-number": {
    en: "{parameter} is “{value}”: give a number from {least} to {most}.",
    zh: "“{parameter}”为“{value}”：请填写 {least} 到 {most} 的数字。",
  },
  "function-flag": {
    en: "{parameter} is “{value}”: give TRUE or FALSE.",
    zh: "“{parameter}”为“{value}”：请填写 TRUE 或 FALSE。",
  },
  "function-date": {
    en: "{parameter} is “{value}”, which can't be read as one date: give a date cell, or DATE(year, month, day).",
    zh: "“{parameter}”为“{value}”，无法识别为唯一的日期：请引用日期单元格，或使用 DATE(年, 月, 日)。",
  },
  "function-word": {
    en: "{parameter} is “{value}”: give one of {choices}.",
    zh: "“{parameter}”为“{value}”：请填写 {choices} 之一。",
  },
  "function-language": {
    en: 'The language “{value}” isn\'t known: give "en" or "zh".',
    zh: '不支持语言“{value}”：请填写 "zh" 或 "en"。',
  },
  "function-row-error": {
    en: "A cell of this row holds the error {error}.",
    zh: "本行有单元格为错误值 {error}。",
  },
  "function-date-order": {
    en: "The dates in {column} can be read in more than one order of day and month, such as {example}, and none decides it: turn them into real dates, with Data > Text to Columns or DATE().",
    zh: "“{column}”中的日期（如 {example}）无法判断日和月的先后：请用“数据 > 分列”或 DATE() 转换为真正的日期。",
  },
  "function-date-order-mixed": {
    en: "The dates in {column} mix day/month and month/day: turn them into real dates, with Data > Text to Columns or DATE().",
    zh: "“{column}”混有日/月和月/日两种写法：请用“数据 > 分列”或 DATE() 转换为真正的日期。",
  },
  "function-decimal-mark": {
    en: "Nothing in {column} decides whether {example} has a decimal mark or groups thousands: turn the texts into numbers, with NUMBERVALUE().",
    zh: "“{column}”无法判断 {example} 中的符号是小数点还是千位分隔符：请用 NUMBERVALUE() 转换为数字。",
  },
  "function-decimal-mark-mixed": {
    en: "{column} mixes decimal points and decimal commas, such as {example}: turn the texts into numbers, with NUMBERVALUE().",
    zh: "“{column}”混用了小数点和小数逗号（如 {example}）：请用 NUMBERVALUE() 转换为数字。",
  },
  "function-no-customer": {
    en: "{column} is blank in every row: give the column that names the customer.",
    zh: "“{column}”在每一行都是空的：请选择客户所在的列。",
  },
  "function-no-date": {
    en: "No cell of {column} can be read as a date: give the column of purchase dates.",
    zh: "“{column}”没有一个单元格能识别为日期：请选择购买日期所在的列。",
  },
  "function-as-of-before-data": {
    en: "as_of is {asOf}, before all data, which begins on {earliest}: give a later date.",
    zh: "基准日 {asOf} 早于全部数据（数据始于 {earliest}）：请给出更晚的日期。",
  },
  "function-no-row": {
    en: "None of the {rows} {rows|row|rows} can be used: {reasons}.",
    zh: "{rows} 行中没有一行可用：{reasons}。",
  },
  "function-no-number": {
    en: "{parameter} holds no number to work with.",
    zh: "“{parameter}”中没有可用的数字。",
  },
  "function-no-rule": { en: "No rule covers the code {code}.", zh: "没有规则覆盖编码 {code}。" },
  "function-not-number": {
    en: "{parameter} holds “{value}” in place {place}, which is no number.",
    zh: "“{parameter}”的第 {place} 个值“{value}”不是数字。",
  },
  "function-blank-label": {
    en: "{parameter} is blank in place {place}: give a label for every class.",
    zh: "“{parameter}”的第 {place} 个为空：请为每一类填写标签。",
  },
  "function-ascending": {
    en: "{parameter} must go from low to high, and {value} comes after {before}: sort them, and the labels with them.",
    zh: "“{parameter}”必须从小到大排列，而 {before} 之后是 {value}：请重新排序，标签也随之调整。",
  },
  "function-row-number": { en: "“{value}” can't be read as a number.", zh: "“{value}”无法识别为数字。" },
  "function-too-many-cutoffs": {
    en: "{cutoffs} cut-offs are too many: give at most {most}.",
    zh: "切分点多达 {cutoffs} 个：最多 {most} 个。",
  },
  "function-cutoffs-bins": {
    en: "{cutoffs} {cutoffs|cut-off|cut-offs} do not make {bins} scores: give {needed}, or leave bins out.",
    zh: "{cutoffs} 个切分点不能分成 {bins} 档：请给出 {needed} 个，或省略档数。",
  },
  "function-method-bins": {
    en: 'The method “{method}” makes {made} scores, not {bins}: leave bins out, or use "quantile".',
    zh: '“{method}”方法分为 {made} 档，不是 {bins} 档：请省略档数，或改用 "quantile"。',
  },
} satisfies Record<string, Bilingual>;
