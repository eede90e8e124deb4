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
  "parameter.customer": { en: "customer", zh: "所查客户" },
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
    en: "The dates in “{column}” can be read in more than one order of day and month, such as {example}, and none decides it: turn them into real dates, with Data > Text to Columns or DATE().",
    zh: "“{column}”中的日期（如 {example}）无法判断日和月的先后：请用“数据 > 分列”或 DATE() 转换为真正的日期。",
  },
  "function-date-order-mixed": {
    en: "The dates in “{column}” mix day/month and month/day: turn them into real dates, with Data > Text to Columns or DATE().",
    zh: "“{column}”混有日/月和月/日两种写法：请用“数据 > 分列”或 DATE() 转换为真正的日期。",
  },
  "function-decimal-mark": {
    en: "Nothing in “{column}” decides whether {example} has a decimal mark or groups thousands: turn the texts into numbers, with NUMBERVALUE().",
    zh: "“{column}”无法判断 {example} 中的符号是小数点还是千位分隔符：请用 NUMBERVALUE() 转换为数字。",
  },
  "function-decimal-mark-mixed": {
    en: "“{column}” mixes decimal points and decimal commas, such as {example}: turn the texts into numbers, with NUMBERVALUE().",
    zh: "“{column}”混用了小数点和小数逗号（如 {example}）：请用 NUMBERVALUE() 转换为数字。",
  },
  "function-no-customer": {
    en: "“{column}” is blank in every row: give the column that names the customer.",
    zh: "“{column}”在每一行都是空的：请选择客户所在的列。",
  },
  "function-no-date": {
    en: "No cell of “{column}” can be read as a date: give the column of purchase dates.",
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
    en: "{parameter} must go from low to high, and {value} comes after {before}: sort them, and their labels if there are any.",
    zh: "“{parameter}”必须从小到大排列，而 {before} 之后是 {value}：请重新排序，如有标签也随之调整。",
  },
  "function-row-number": { en: "“{value}” can't be read as a number.", zh: "“{value}”无法识别为数字。" },
  "function-too-many-cutoffs": {
    en: "{cutoffs} cut-offs are too many: give at most {most}.",
    zh: "切分点多达 {cutoffs} 个：最多 {most} 个。",
  },
  "function-cutoffs-bins": {
    en: "{cutoffs} {cutoffs|cut-off does|cut-offs do} not make {bins} scores: give {needed}, or leave bins out.",
    zh: "{cutoffs} 个切分点不能分成 {bins} 档：请给出 {needed} 个，或省略档数。",
  },
  "function-method-bins": {
    en: 'The method “{method}” makes {made} scores, not {bins}: leave bins out, or use "quantile".',
    zh: '“{method}”方法分为 {made} 档，不是 {bins} 档：请省略档数，或改用 "quantile"。',
  },
  "function-row-score": {
    en: "The score {score} is none of 1 to {scores}, the scores of this grid.",
    zh: "评分 {score} 不在该分群规则的 1 到 {scores} 之内。",
  },
  "function-grid-columns": {
    en: "{parameter} as a range needs two columns or more: the segment, and its codes such as 5[4-5]5.",
    zh: "“{parameter}”用区域表示时至少要有两列：客户群和编码（如 5[4-5]5）。",
  },
  "function-grid-nameless": {
    en: "Row {place} of the grid has codes and no segment: write its name in the first column.",
    zh: "分群规则第 {place} 行有编码但没有客户群名称：请在第一列填写。",
  },
  "function-grid-digits": {
    en: "The codes of {parameter} mix the digit 0 with digits above 1: a grid of two scores has 0 and 1, all others count from 1.",
    zh: "“{parameter}”的编码把 0 与大于 1 的数字混用：两档的规则使用 0 和 1，其他规则从 1 开始。",
  },
  "function-shares": {
    en: "b ({b}) is less than a ({a}): B's share includes A's, such as 0.7 and 0.9.",
    zh: "B 类占比（{b}）小于 A 类占比（{a}）：前者应包含后者，例如 0.7 和 0.9。",
  },
  "function-labels": {
    en: "There {labels|is|are} {labels} {labels|label|labels} for {needed} tiers: give one more label than thresholds.",
    zh: "标签有 {labels} 个，而层级有 {needed} 个：标签应比阈值多一个。",
  },
  "function-labels-alone": {
    en: "labels need thresholds: give both, or neither for grades of 0 to 100.",
    zh: "“标签”须与“阈值”一起给出；两者都省略则返回 0 到 100 的得分。",
  },
  "function-thresholds": {
    en: "The thresholds are “{value}”: give numbers, ascending, or one of {choices}.",
    zh: "阈值为“{value}”：请填写从小到大的数字，或 {choices} 之一。",
  },
  "function-template-matrix": {
    en: "The template “{template}” needs two measures: use MATRIX(x, y).",
    zh: "模板“{template}”需要两个指标：请使用 MATRIX(x, y)。",
  },
  "function-template-dates": {
    en: "The template “{template}” needs dates: use ACTIVITY(last).",
    zh: "模板“{template}”需要日期：请使用 ACTIVITY(last)。",
  },
  "function-template-alone": {
    en: "“{template}” sets values beside each other, so one value alone says nothing: give the whole column, or thresholds.",
    zh: "“{template}”要把各个值相互比较，单个值无法判断：请给出整列，或填写阈值。",
  },
  "function-per-measure": {
    en: "{parameter} has {given} {given|value|values} for {measures} {measures|measure|measures}: give one for each column of measures.",
    zh: "“{parameter}”有 {given} 个值，而指标有 {measures} 列：请为每一列指标各给一个。",
  },
  "function-weight-negative": {
    en: "The weight {weight} is negative: give 0 or more, and say “lower” in directions where less is better.",
    zh: "权重 {weight} 为负：请填写 0 或正数；越低越好的指标请在“方向”中写 lower。",
  },
  "function-weights-zero": {
    en: "All weights are 0: give at least one above 0.",
    zh: "权重全部为 0：至少要有一个大于 0。",
  },
  "function-axis-alone": {
    en: "{parameter} is one value, which can't be cut by itself: give the whole column, or cut-offs.",
    zh: "“{parameter}”只有一个值，无法据此切分：请给出整列，或填写切分点。",
  },
  "function-axis-cuts": {
    en: "{parameter} has {cuts} cut-offs: give one or two, for two or three classes.",
    zh: "“{parameter}”有 {cuts} 个切分点：请给一个或两个（分为两类或三类）。",
  },
  "function-matrix-labels": {
    en: "The labels are {given} × {across} cells for a matrix of {rows} × {columns}: give a row for each class of x and a column for each class of y.",
    zh: "标签是 {given} × {across} 的区域，而矩阵是 {rows} × {columns}：横轴每一类一行，纵轴每一类一列。",
  },
  "function-class-low": { en: "Low", zh: "低" },
  "function-class-middle": { en: "Middle", zh: "中" },
  "function-class-high": { en: "High", zh: "高" },
  "function-rules-columns": {
    en: "rules has {columns} {columns|column|columns}: give two, a name such as churned_days and its number.",
    zh: "“规则”有 {columns} 列：请给两列，规则名（如 churned_days）和数值。",
  },
  "function-rule-unknown": {
    en: "There is no rule “{name}”: the rules are {names}.",
    zh: "没有名为“{name}”的规则：可用规则为 {names}。",
  },
  "function-rule-value": {
    en: "The rule {name} is “{value}”: give a number of 0 or more.",
    zh: "规则 {name} 为“{value}”：请填写 0 或正数。",
  },
  "function-rhythm": {
    en: "The rule rhythm is “{value}”: give own or fixed.",
    zh: "规则 rhythm 为“{value}”：请填写 own 或 fixed。",
  },
  "function-rules-order": {
    en: "By these rules a customer is churned before it is dormant: churned_days and churned_gaps must be at least dormant_days and dormant_gaps.",
    zh: "按这些规则，客户会先流失后沉默：churned_days、churned_gaps 不得小于 dormant_days、dormant_gaps。",
  },
  "function-row-date": { en: "“{value}” can't be read as a date.", zh: "“{value}”无法识别为日期。" },
  "function-row-date-order": {
    en: "“{value}” can be read in more than one order of day and month: turn it into a real date.",
    zh: "“{value}”无法判断日和月的先后：请转换为真正的日期。",
  },
  "function-row-after": { en: "{day} is after the as-of date {asOf}.", zh: "{day} 晚于基准日 {asOf}。" },
  "function-row-count": {
    en: "The number of purchases is missing or below 0.",
    zh: "购买次数缺失或小于 0。",
  },
  "function-row-last": { en: "The day of the last purchase is missing.", zh: "缺少最近购买日期。" },
  "function-row-first": { en: "The first purchase is later than the last.", zh: "首次购买晚于最近购买。" },
  "function-row-gap": { en: "The gap {gap} is below 0.", zh: "购买间隔 {gap} 小于 0。" },
  "function-no-purchase": { en: "There is no purchase in these columns.", zh: "这些列中没有购买记录。" },
} satisfies Record<string, Bilingual>;
