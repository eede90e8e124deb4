import type { Bilingual } from "./language";

/** Texts about why a customer is what it is, and what would change it. */
export const explainMessages = {
  "reason.tier.scores": {
    en: "R {r}, F {f}, M {m}: mean {points} → {tier}",
    zh: "R {r}、F {f}、M {m}：平均 {points} → {tier}",
  },
  "reason.tier.grade": { en: "Grade {points} of 100 → {tier}", zh: "评分 {points}（满分 100）→ {tier}" },
  "reason.tier.rules": { en: "{facts} → {tier}", zh: "{facts} → {tier}" },
  "reason.tier.matrix": { en: "{x} × {y} → {tier}", zh: "{x} × {y} → {tier}" },
  "reason.tier.prospect": { en: "No purchase → {tier}", zh: "没有购买 → {tier}" },
  "reason.tier.unknown": { en: "Nothing known to grade by → {tier}", zh: "缺少评分所需的指标 → {tier}" },
  "reason.fact": { en: "{fact} {value}", zh: "{fact} {value}" },
  "reason.recency": { en: "last purchase {days} {days|day|days} ago", zh: "{days} 天前购买" },
  "reason.frequency": { en: "{purchases} {purchases|purchase|purchases}", zh: "购买 {purchases} 次" },
  "reason.monetary": { en: "{money} in money", zh: "金额 {money}" },
  "reason.measure": { en: "{measure} {value}", zh: "{measure} {value}" },

  "explain.not-found": {
    en: "There is no customer “{customer}” in the result.{similar}",
    zh: "结果中没有客户“{customer}”。{similar}",
  },
  "explain.similar": { en: " Similar: {customers}.", zh: "相近的有：{customers}。" },
  "explain.prospect": {
    en: "{customer} has no purchase: every score is 1, and it is in no population that cut-offs are made of.",
    zh: "{customer} 没有购买记录：各项均为 1 分，且不参与切分点的计算。",
  },
  "explain.score": {
    en: "{letter} {score}: {value}, {range}.",
    zh: "{letter} {score} 分：{value}，{range}。",
  },
  "explain.segment": {
    en: "Segment {segment}: the code {code} in the grid “{grid}”.",
    zh: "分群“{segment}”：编码 {code}（分群规则“{grid}”）。",
  },
  "explain.abc-kept": {
    en: "ABC {class}: {measure} {value}; A is above {a}, B above {b}.",
    zh: "ABC {class}：{measure} {value}；大于 {a} 为 A，大于 {b} 为 B。",
  },
  "explain.abc-none": {
    en: "ABC {class}: {measure} {value} is not above 0.",
    zh: "ABC {class}：{measure} {value} 不大于 0。",
  },
  "explain.gap.own": {
    en: "It usually buys every {gap} {days|day|days} (the median of its own gaps).",
    zh: "该客户通常每 {gap} 天购买一次（自身间隔的中位数）。",
  },
  "explain.gap.sums": {
    en: "On average it buys every {gap} {days|day|days}.",
    zh: "该客户平均每 {gap} 天购买一次。",
  },
  "explain.gap.often": {
    en: "It usually buys more than once a day (the median of its own gaps is 0 days).",
    zh: "该客户通常一天购买不止一次（自身间隔的中位数为 0 天）。",
  },
  "explain.gap.policy": {
    en: "It has too few purchases for a rhythm of its own; the policy's {gap} days are used.",
    zh: "购买次数不足以得出自身节奏，采用分级标准的 {gap} 天。",
  },
  "explain.stage.prospect": { en: "Stage {stage}: no purchase.", zh: "阶段“{stage}”：没有购买。" },
  "explain.stage.churned": {
    en: "Stage {stage}: silent for {recency} days, longer than its limit of {limit}.",
    zh: "阶段“{stage}”：已沉寂 {recency} 天，超过其界限 {limit} 天。",
  },
  "explain.stage.dormant": {
    en: "Stage {stage}: silent for {recency} days, longer than {limit} and not yet {churned}.",
    zh: "阶段“{stage}”：已沉寂 {recency} 天，超过 {limit} 天，未到流失界限 {churned} 天。",
  },
  "explain.stage.recovered": {
    en: "Stage {stage}: it had been silent past its limit, and its last purchase is {recency} days ago.",
    zh: "阶段“{stage}”：曾沉寂超过界限后回来，最近购买在 {recency} 天前。",
  },
  "explain.stage.new": {
    en: "Stage {stage}: {purchases} {purchases|purchase|purchases}, the first {age} days ago.",
    zh: "阶段“{stage}”：购买 {purchases} 次，首次在 {age} 天前。",
  },
  "explain.stage.mature": {
    en: "Stage {stage}: {purchases} purchases, the first {age} days ago.",
    zh: "阶段“{stage}”：购买 {purchases} 次，首次在 {age} 天前。",
  },
  "explain.stage.growing": {
    en: "Stage {stage}: {purchases} {purchases|purchase|purchases}, the last {recency} days ago, and no other stage applies.",
    zh: "阶段“{stage}”：购买 {purchases} 次，最近在 {recency} 天前，不符合其他阶段。",
  },
  "explain.warning": { en: "Warning: {warning}.", zh: "预警：{warning}。" },
  "explain.tier": { en: "Tier {tier}: {reason}.", zh: "层级“{tier}”：{reason}。" },
  "explain.change.purchases": {
    en: "With {purchases} more {purchases|purchase|purchases} on {dates}, {amount} in all, it would be {tier}.",
    zh: "若在 {dates} 再购买 {purchases} 次、合计 {amount}，将成为“{tier}”。",
  },
  "explain.change.sums": {
    en: "With {purchases} more {purchases|purchase|purchases} of {amount} in all, the last on the as-of date, it would be {tier}.",
    zh: "若再购买 {purchases} 次、合计 {amount}（最近一次在基准日），将成为“{tier}”。",
  },
  "explain.change.refund": {
    en: "With a refund of {amount} on {dates} it would be {tier}.",
    zh: "若在 {dates} 退款 {amount}，将成为“{tier}”。",
  },
  "explain.change.money": {
    en: "With {amount} more in money it would be {tier}.",
    zh: "若金额再增加 {amount}，将成为“{tier}”。",
  },
  "explain.change.silence": {
    en: "Without a purchase until {asOf} it would be {tier}, the cut-offs kept.",
    zh: "若到 {asOf} 仍未购买，将成为“{tier}”（切分点不变）。",
  },
  "explain.change.kept": { en: "{change} (With these cut-offs.)", zh: "{change}（按现有切分点。）" },
  "explain.change.none": {
    en: "No single change that was tried (more purchases, a refund, silence) would alter the tier.",
    zh: "已尝试的单项变化（追加购买、退款、沉寂）都不会改变其层级。",
  },
} satisfies Record<string, Bilingual>;
