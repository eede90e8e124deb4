import type { Bilingual } from "./language";

/** Texts about the ledger and its check. */
export const ledgerMessages = {
  "role.customer": { en: "customer", zh: "客户" },
  "role.date": { en: "date", zh: "日期" },
  "role.order": { en: "order", zh: "订单号" },
  "role.amount": { en: "amount", zh: "金额" },
  "role.quantity": { en: "quantity", zh: "数量" },
  "role.price": { en: "price", zh: "单价" },
  "role.status": { en: "status", zh: "状态" },
  "role.recency": { en: "recency (last purchase)", zh: "最近购买" },
  "role.frequency": { en: "frequency (number of purchases)", zh: "购买次数" },
  "role.monetary": { en: "monetary (total spent)", zh: "累计金额" },
  "role.first": { en: "first purchase", zh: "首次购买" },
  "role.measure": { en: "measure: {name}", zh: "指标：{name}" },
  "role.attribute": { en: "attribute: {name}", zh: "属性：{name}" },

  "reason.error-cell": { en: "a cell holds an error value", zh: "单元格为错误值" },
  "reason.no-customer": { en: "no customer", zh: "缺少客户" },
  "reason.no-date": { en: "no date", zh: "缺少日期" },
  "reason.unreadable-date": { en: "the date can't be read", zh: "日期无法识别" },
  "reason.unreadable-amount": {
    en: "the amount, or the number of purchases, is blank or can't be read",
    zh: "金额或购买次数为空或无法识别",
  },
  "reason.after-as-of": { en: "after the as-of date", zh: "晚于基准日" },
  "reason.excluded-status": { en: "closed, cancelled or refunded", zh: "已关闭、取消或退款" },
  "reason.refund": { en: "a refund, which the policy sets aside", zh: "退款（按分级标准不计入）" },
  "reason.duplicate": { en: "a copy of an earlier row", zh: "与前面的行完全重复" },

  "role-missing": {
    en: "No column was found for the {role}. Name it with --map ROLE=COLUMN. “tiersheet columns” says what was found.",
    zh: "没有找到“{role}”列。请用 --map 角色=列名 指定；“tiersheet columns”可查看识别结果。",
  },
  "columns-unfit": {
    en: "{problem} The header of {columns} would fit, but the cells can't be read as such.",
    zh: "{problem}{columns}列的表头相符，但单元格无法识别。",
  },
  "date-order-undecided": {
    en: "The dates in “{column}” can be read in more than one order of day, month and year, such as {example}, and none decides it. Say which with --date-order dmy, mdy or ymd.",
    zh: "“{column}”列的日期（如 {example}）年月日的顺序有不止一种读法，列中没有日期能判定。请用 --date-order dmy、mdy 或 ymd 指明。",
  },
  "date-order-contradictory": {
    en: "The column “{column}” mixes day/month and month/day dates: some fit only one order, some only the other. Mend the column, or say with --date-order which to trust.",
    zh: "“{column}”列混有日/月和月/日两种写法：有的日期只符合前者，有的只符合后者。请先整理该列，或用 --date-order 指明以哪种为准。",
  },
  "decimal-mark-mixed": {
    en: "“{column}” mixes decimal points and decimal commas, such as {example}. Mend the column, or say with --decimal point or --decimal comma which to read; the others are then set aside.",
    zh: "“{column}”列混用了小数点和小数逗号（如 {example}）。请先整理该列，或用 --decimal point、--decimal comma 指明按哪种读取，其余将被剔除。",
  },
  "decimal-mark-undecided": {
    en: "Nothing in “{column}” decides whether {example} has a decimal mark or one that groups thousands. Say which mark is the decimal one with --decimal point or --decimal comma.",
    zh: "“{column}”列无法判断 {example} 中的符号是小数点还是千位分隔符。请用 --decimal point（小数点）或 --decimal comma（小数逗号）指明。",
  },
  "no-customer-at-all": {
    en: "The customer column “{column}” is blank in every row. Choose another column with --map customer=COLUMN.",
    zh: "客户列“{column}”在每一行都是空的。请用 --map customer=列名 另选一列。",
  },
  "no-date-at-all": {
    en: "No cell of “{column}” can be read as a date. Choose another column with --map date=COLUMN.",
    zh: "“{column}”列没有一个单元格能识别为日期。请用 --map date=列名 另选一列。",
  },
  "as-of-before-data": {
    en: "The as-of date {asOf} is before all data, which begins on {earliest}. Give a later date with --as-of.",
    zh: "基准日 {asOf} 早于全部数据（数据始于 {earliest}）。请用 --as-of 给出更晚的日期。",
  },
  "no-row-used": {
    en: "None of the {rows} {rows|row|rows} can be used: {reasons}. Check the columns with “tiersheet columns”.",
    zh: "{rows} 行中没有一行可用：{reasons}。请用“tiersheet columns”检查各列的识别结果。",
  },
  "rows-for-reason": {
    en: "{rows} × {reason} (row {examples})",
    zh: "{rows} 行{reason}（第 {examples} 行）",
  },
  "order-unit-without-order": {
    en: "The policy counts purchases by order, and there is no column for the {role}. Map one, or set rows.unit to day.",
    zh: "分级标准按订单计购买次数，但没有“{role}”列。请指定该列，或把 rows.unit 设为 day。",
  },

  "as-of-latest": {
    en: "As-of date: {asOf}, the last date in the data.",
    zh: "基准日：{asOf}（数据中最晚的日期）。",
  },
  "as-of-far": {
    en: "The last date, {asOf}, is {days} days after the one before it. If it is a slip, mend it or set the as-of date: now almost everybody counts as long gone.",
    zh: "最晚日期 {asOf} 比前一个日期晚 {days} 天。如系录入错误，请改正或另设基准日：否则几乎所有客户都会被视为久未购买。",
  },
  "unit-order": { en: "The rows of one order count as one purchase.", zh: "同一订单的多行计为一次购买。" },
  "unit-day": {
    en: "A customer's rows of one day count as one purchase.",
    zh: "同一客户同一天的多行计为一次购买。",
  },
  "unit-row": {
    en: "Every row counts as a purchase, as the policy says.",
    zh: "按分级标准，每一行计为一次购买。",
  },
  "unit-sums": {
    en: "The rows are customers already summed; numbers are taken as they are given.",
    zh: "每行是一位已汇总的客户，各项数值按原表采用。",
  },
  "ids-folded": {
    en: "{cells} {cells|spelling|spellings} of customer ids {cells|was|were} folded (spaces, full width, “.0”): {examples}.",
    zh: "{cells} 种客户写法已归并（空格、全角、“.0”）：{examples}。",
  },
  "customers-alike": {
    en: "{customers} customers look like {groups} written in several ways (case, spaces, punctuation, Ltd …): {examples}. They are kept apart. Where they are one customer, write the name alike in each row.",
    zh: "有 {customers} 个客户疑似 {groups} 个客户的不同写法（大小写、空格、标点、“有限公司”等）：{examples}。目前分开计算；若确为同一客户，请在各行中统一写法。",
  },
  "customers-named-sums": {
    en: "{customers} {customers|customer is|customers are} called like a row of sums: {examples}. If {customers|it is one, its money counts|they are such rows, their money counts} twice: delete {customers|it|them}.",
    zh: "有 {customers} 个客户名像是合计行：{examples}。若确为合计行，其金额会重复计算，请先删除。",
  },
  "customers-named-nobody": {
    en: "{customers} {customers|name seems|names seem} to stand for nobody: {examples}. Each is scored as one customer. Blank such cells to set their rows aside.",
    zh: "有 {customers} 个客户名似乎不代表任何客户：{examples}。目前各按一位客户计分；清空这些单元格即可剔除相应的行。",
  },
  "currencies-mixed": {
    en: "The amounts carry several currencies ({currencies}); they are added up as they stand. Convert them first.",
    zh: "金额带有多种货币（{currencies}），已按原数相加。请先换算为同一种货币。",
  },
  "blank-rows": { en: "{rows} blank {rows|row|rows} passed over.", zh: "跳过 {rows} 个空行。" },
  "duplicates-kept": {
    en: "{rows} {rows|row equals|rows equal} an earlier one in every column; {rows|it is|they are} kept. The policy can drop them (rows.duplicates).",
    zh: "{rows} 行与前面的行在所有列上完全相同，已保留。分级标准可设为剔除（rows.duplicates）。",
  },
  "duplicates-dropped": {
    en: "{rows} {rows|row equals|rows equal} an earlier one in every column; the policy drops such rows.",
    zh: "{rows} 行与前面的行在所有列上完全相同，按分级标准剔除。",
  },
  "refunds-netted": {
    en: "{rows} {rows|row|rows} with a negative amount took {amount} off what customers are worth; a refund is no purchase.",
    zh: "{rows} 行金额为负，共冲减 {amount}；退款不计为购买。",
  },
  "refunds-aside": {
    en: "{rows} {rows|row|rows} with a negative amount, {amount} in all, {rows|is|are} set aside for {rows|its|their} status and {rows|reduces|reduce} nothing. Where {rows|it is a refund|they are refunds} of sales that stay, leave the column of the status out.",
    zh: "{rows} 行金额为负，共 {amount}，因其状态被剔除，未冲减任何金额。若所退的销售仍计入，请不要使用状态列。",
  },
  "rows-without-order": {
    en: "{rows} {rows|row|rows} without an order id count by the day.",
    zh: "{rows} 行没有订单号，按天计次。",
  },
  "first-unread": {
    en: "{rows} {rows|date|dates} of the first purchase can't be read, or {rows|is|are} later than the last, and {rows|was|were} left out.",
    zh: "{rows} 个首次购买日期无法识别或晚于最近购买，未采用。",
  },
  "risk-unknown": {
    en: "Sums don't say what was spent lately, so revenue at risk isn't shown.",
    zh: "汇总数据看不出近期金额，因此不显示风险金额。",
  },
  "statuses-unknown": {
    en: "Statuses that Tiersheet doesn't know are used: {statuses}. To leave one out, add it to rows.statuses.exclude.",
    zh: "以下状态不在已知列表中，按有效计入：{statuses}。如需剔除，请加入 rows.statuses.exclude。",
  },
  "customers-without-purchase": {
    en: "{customers} {customers|customer has|customers have} no purchase: {customers|a prospect|prospects}, left out of every cut-off.",
    zh: "{customers} 位客户没有购买记录，列为潜在客户，不参与切分点的计算。",
  },
  "customers-repeated": {
    en: "{rows} {rows|row repeats|rows repeat} a customer of an earlier row; their numbers were added up.",
    zh: "{rows} 行与前面的行是同一客户，数值已合并。",
  },
  "measure-unread": {
    en: "{cells} {cells|cell|cells} of “{column}” can't be read as a number and {cells|was|were} left out of that measure.",
    zh: "“{column}”列有 {cells} 个单元格不能识别为数字，未计入该指标。",
  },
} satisfies Record<string, Bilingual>;
