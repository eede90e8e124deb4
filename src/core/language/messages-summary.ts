import type { Bilingual } from "./language";

/** Texts of the Summary and of the sheets that go with it: pivots, the managers' copy. */
export const summaryMessages = {
  "sheet.summary": { en: "Summary", zh: "概览" },
  "sheet.pivots": { en: "Pivots", zh: "透视表" },

  "summary.title": { en: "Customers as of {asOf}", zh: "客户概览（基准日 {asOf}）" },
  "summary.title-undated": { en: "Customers in sum", zh: "客户概览" },
  "summary.line": {
    en: "By the policy “{policy}”, version {version}.",
    zh: "分级标准：“{policy}”，版本 {version}。",
  },
  "summary.line-before": {
    en: "By the policy “{policy}”, version {version}. Changes are against {asOf}.",
    zh: "分级标准：“{policy}”，版本 {version}。变化与 {asOf} 相比。",
  },

  "summary.figure.customers": { en: "Customers", zh: "客户数" },
  "summary.figure.revenue": { en: "Revenue", zh: "金额" },
  "summary.figure.average-order": { en: "Average order", zh: "平均每单" },
  "summary.figure.repeat-rate": { en: "Repeat rate", zh: "复购率" },
  "summary.figure.at-risk": { en: "Customers at risk", zh: "风险客户数" },
  "summary.figure.revenue-at-risk": { en: "Revenue at risk", zh: "风险金额" },
  "summary.points": { en: "{change} points", zh: "{change} 个百分点" },
  "summary.percent": { en: "{change}%", zh: "{change}%" },
  "summary.same": { en: "no change", zh: "无变化" },
  "summary.not-known-before": { en: "not known before", zh: "之前未知" },

  "summary.best": {
    en: "Best customers: {customers} in tier {tier} ({customerShare} of all) bring {share} of the revenue.",
    zh: "最好的客户：{tier} 层级 {customers} 位（占 {customerShare}），贡献金额的 {share}。",
  },
  "summary.risk": {
    en: "At risk: {customers} {customers|customer|customers} with {money} in the last {days} days; {tierMoney} of it in tier {tier}.",
    zh: "风险：{customers} 位客户，近 {days} 天金额 {money}，其中 {tier} 层级 {tierMoney}。",
  },
  "summary.risk-counted": {
    en: "At risk: {customers} {customers|customer|customers}; how much they spent lately isn't known from sums.",
    zh: "风险：{customers} 位客户；汇总数据无法得知其近期金额。",
  },
  "summary.risk-none": { en: "At risk: nobody.", zh: "风险：无。" },
  "summary.do": {
    en: "To do first: speak with the {customers} at risk in tier {tier} before their next usual contact, the largest first.",
    zh: "首要行动：在下次例行联系之前，先联系 {tier} 层级的 {customers} 位风险客户，从金额最大的开始。",
  },
  "summary.do.one": {
    en: "To do first: speak with the one at risk in tier {tier} before its next usual contact.",
    zh: "首要行动：在下次例行联系之前，先联系 {tier} 层级的 1 位风险客户。",
  },
  "summary.do.dormant": {
    en: "{dormant} of them {dormant|is|are} dormant: {line}",
    zh: "其中 {dormant} 位已沉默：{line}",
  },
  "summary.do.all-dormant": {
    en: "{customers|It is|They are} dormant: {line}",
    zh: "{customers|该客户|他们}已沉默：{line}",
  },

  "summary.tiers": { en: "Tiers", zh: "客户层级" },
  "summary.column.revenue": { en: "Revenue", zh: "金额" },
  "summary.column.customer-share": { en: "Share of customers", zh: "客户占比" },
  "summary.column.revenue-share": { en: "Share of revenue", zh: "金额占比" },
  "summary.column.customers-before": { en: "Customers, change", zh: "客户数变化" },
  "summary.column.revenue-before": { en: "Revenue, change", zh: "金额变化" },
  "summary.chart.tiers": { en: "Customers and revenue by tier", zh: "各层级的客户与金额占比" },
  "summary.chart.tiers.alt": {
    en: "Columns: of each tier the share of customers and the share of revenue.",
    zh: "柱形图：各层级的客户占比与金额占比。",
  },

  "summary.pareto": { en: "How revenue is spread", zh: "金额集中度" },
  "summary.chart.pareto": {
    en: "The largest customers bring most revenue",
    zh: "帕累托曲线：大客户贡献多数金额",
  },
  "summary.chart.pareto.alt": {
    en: "Line: the share of revenue that the largest customers bring, by their share of all customers.",
    zh: "折线图：按客户占比累计的金额占比，从最大的客户开始。",
  },
  "summary.column.largest": { en: "Largest customers", zh: "最大的客户" },

  "summary.heat.customers": { en: "R × F: customers", zh: "R × F：客户数" },
  "summary.heat.revenue": { en: "R × F: revenue", zh: "R × F：金额" },
  "summary.heat.corner": { en: "R × F", zh: "R × F" },
  "summary.heat.f": { en: "F {score}", zh: "F {score}" },
  "summary.heat.line": {
    en: "R {best}: bought most lately. F {mostOften}: bought most often. Customers without a purchase are not in it.",
    zh: "R {best}：最近购买；F {mostOften}：购买最频繁。不含没有购买的客户。",
  },

  "summary.lifecycle": { en: "Lifecycle", zh: "生命周期" },
  "summary.chart.lifecycle": { en: "Customers by stage", zh: "各阶段客户数" },
  "summary.chart.lifecycle.alt": {
    en: "Bars: customers in each stage of the lifecycle, from prospect to churned.",
    zh: "条形图：生命周期各阶段的客户数，从潜在到流失。",
  },

  "summary.months": { en: "Month by month", zh: "逐月情况" },
  "summary.months.line": {
    en: "Tiers are those of today. A customer is lost after {months} silent months.",
    zh: "层级为当前层级。连续 {months} 个月未购买视为失去。",
  },
  "summary.months.going-on": {
    en: "{month} isn't over: who is lost in it isn't known yet.",
    zh: "{month} 尚未结束，当月失去的客户还不得而知。",
  },
  "summary.months.to": { en: "to {date}", zh: "至 {date}" },
  "summary.column.month": { en: "Month", zh: "月份" },
  "summary.column.total": { en: "All tiers", zh: "合计" },
  "summary.column.other-tiers": { en: "Other tiers", zh: "其他层级" },
  "summary.column.new": { en: "New", zh: "新增" },
  "summary.column.returning": { en: "Returning", zh: "回购" },
  "summary.column.recovered": { en: "Recovered", zh: "挽回" },
  "summary.column.lost": { en: "Lost", zh: "失去" },
  "summary.months.earlier": { en: "Earlier", zh: "更早" },
  "summary.chart.months": { en: "Revenue by month and tier", zh: "各层级逐月金额" },
  "summary.chart.months.alt": {
    en: "Stacked columns: revenue of each month, divided by the tier that customers are in today.",
    zh: "堆积柱形图：各月金额，按客户当前层级划分。",
  },
  "summary.chart.movement": { en: "New, returning, recovered and lost", zh: "新增、回购、挽回与失去" },
  "summary.chart.movement.alt": {
    en: "Lines: customers of each month that are new, returning, recovered, and lost.",
    zh: "折线图：各月新增、回购、挽回与失去的客户数。",
  },

  "summary.largest": { en: "The largest customers", zh: "金额最大的客户" },
  "summary.largest.line": {
    en: "The {largest} largest of {customers} {customers|customer brings|customers bring} {share} of the revenue.",
    zh: "{customers} 位客户中最大的 {largest} 位贡献金额的 {share}。",
  },

  "summary.at-risk": { en: "The largest at risk", zh: "风险金额最大的客户" },
  "summary.at-risk.line": {
    en: "Dormant or warned of, not churned, by the money of the last {days} days.",
    zh: "沉默或被预警且未流失的客户，按近 {days} 天金额排列。",
  },
  "summary.at-risk.compared": {
    en: "→ compares the {window} days before with the last {window} days.",
    zh: "→ 为之前 {window} 天与近 {window} 天的对比。",
  },
  "summary.warning.overdue": {
    en: "{recency} days since the last purchase, usually {gap}",
    zh: "距上次购买 {recency} 天，通常 {gap} 天",
  },
  "summary.warning.fewer-purchases": { en: "Purchases {before} → {now}", zh: "购买 {before} → {now} 次" },
  "summary.warning.less-money": { en: "Money {before} → {now}", zh: "金额 {before} → {now}" },
  "summary.warning.satisfaction-down": {
    en: "Satisfaction {before} → {now}",
    zh: "满意度 {before} → {now}",
  },
  "summary.at-risk.alive": {
    en: "Dormant or warned of, not churned, by the money of the last {days} days × the probability of having left.",
    zh: "沉默或被预警且未流失的客户，按近 {days} 天金额 × 流失概率排列。",
  },
  "summary.column.place": { en: "Place", zh: "排名" },
  "summary.column.recent": { en: "Revenue, {days} days", zh: "近 {days} 天金额" },

  "summary.playbook": { en: "What each tier gets", zh: "各层级的服务与行动" },

  "summary.unknown.money": {
    en: "Left out: money isn't known from this input, so there is no revenue by tier, Pareto curve or share.",
    zh: "未列出：输入中没有金额，因此没有金额占比与帕累托曲线。",
  },
  "summary.unknown.scores": {
    en: "Left out: the R × F map, since recency or frequency isn't known from this input.",
    zh: "未列出：R × F 热力图，因为输入中没有最近购买或购买次数。",
  },
  "summary.unknown.stages": {
    en: "Left out: the lifecycle, since the input doesn't say when customers last bought.",
    zh: "未列出：生命周期，因为输入中没有最近购买时间。",
  },
  "summary.unknown.months": {
    en: "Left out: months and revenue at risk, since a table of sums doesn't say what was bought when.",
    zh: "未列出：逐月情况与风险金额，因为汇总表没有逐笔购买记录。",
  },

  "summary.value": { en: "Customer value", zh: "客户价值" },
  "summary.chart.tracking": {
    en: "Repeat purchases: forecast and what came",
    zh: "复购次数：预测与实际",
  },
  "summary.chart.tracking.alt": {
    en: "Lines: cumulative repeat purchases, expected by the model and made.",
    zh: "折线图：累计复购次数，模型预测与实际。",
  },

  "policy.topic": { en: "About", zh: "主题" },
  "policy.topic.grade": { en: "Grade", zh: "评分" },
  "policy.topic.abc": { en: "ABC", zh: "ABC" },
  "policy.topic.rows": { en: "Purchases", zh: "购买" },
  "policy.topic.lifecycle": { en: "Lifecycle", zh: "生命周期" },
  "policy.topic.warnings": { en: "Warnings", zh: "预警" },
  "policy.topic.attributes": { en: "Attributes", zh: "属性" },
  "rule.attributes": {
    en: "{attributes}: each customer has the value of its latest day that has one; where that day has several, the first in the alphabet.",
    zh: "{attributes}：取客户最近一个有值日期的取值；同一天有多个取值时，取按字符顺序排在最前的一个。",
  },

  "pivots.title": { en: "Tiers by stage, segment and attribute", zh: "层级 × 阶段、分群与属性" },
  "pivots.by": { en: "{first} × {second}", zh: "{first} × {second}" },
  "pivots.note": {
    en: "PivotTables on the Customers table: change them, or refresh them with Data › Refresh All. Slicers are no part of a file written outside Excel: insert them from PivotTable Analyze.",
    zh: "以“客户”表为数据源的数据透视表：可自行调整，或用“数据 › 全部刷新”更新。在 Excel 之外写出的文件不含切片器，可在“数据透视表分析”中插入。",
  },
  "pivots.note-live": {
    en: "Made from the rows of customers. After those have changed, refresh with Data › Refresh All. Slicers narrow the pivot below them. The average order is in the sheets Summary and Tiers.",
    zh: "由客户数据生成。数据变动后，请用“数据 › 全部刷新”更新。切片器筛选其下方的透视表。客单价见“概览”和“层级”工作表。",
  },
  "pivots.note-values": { en: "Results as values.", zh: "结果为数值。" },
  "pivots.too-many": {
    en: "Left out, as they have too many values: {columns}.",
    zh: "因取值过多而未列出：{columns}。",
  },
  "pivots.may-name": {
    en: "Left out of this copy, as their values may name somebody: {columns}.",
    zh: "因取值可能透露具体的人或客户而未列入本副本：{columns}。",
  },
  "pivots.grand-total": { en: "Grand Total", zh: "总计" },
  "pivots.blank": { en: "(blank)", zh: "(空白)" },
} satisfies Record<string, Bilingual>;
