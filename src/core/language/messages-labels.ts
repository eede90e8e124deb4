import type { Bilingual } from "./language";

/** Texts about segments, stages, activities, roles and reasons. */
export const labelMessages = {
  // Segments of the grids classic, rf-grid, rfm-r and klaviyo.
  "label.segment.champions": { en: "Champions", zh: "冠军客户" },
  "label.segment.loyal": { en: "Loyal", zh: "忠诚客户" },
  "label.segment.potential-loyalists": { en: "Potential Loyalists", zh: "潜力忠诚客户" },
  "label.segment.new-customers": { en: "New Customers", zh: "新客户" },
  "label.segment.promising": { en: "Promising", zh: "有前景客户" },
  "label.segment.need-attention": { en: "Need Attention", zh: "需关注客户" },
  "label.segment.about-to-sleep": { en: "About To Sleep", zh: "即将沉睡客户" },
  "label.segment.at-risk": { en: "At Risk", zh: "流失风险客户" },
  "label.segment.cannot-lose": { en: "Cannot Lose Them", zh: "不可流失客户" },
  "label.segment.hibernating": { en: "Hibernating", zh: "休眠客户" },
  "label.segment.lost": { en: "Lost", zh: "流失客户" },
  "label.segment.recent": { en: "Recent", zh: "近期客户" },
  "label.segment.inactive": { en: "Inactive", zh: "不活跃客户" },
  "label.segment.others": { en: "Others", zh: "其他客户" },

  // Segments of the grid eight-types (八类).
  "label.segment.key-value": { en: "Key – Value", zh: "重要价值客户" },
  "label.segment.key-develop": { en: "Key – Develop", zh: "重要发展客户" },
  "label.segment.key-keep": { en: "Key – Keep", zh: "重要保持客户" },
  "label.segment.key-win-back": { en: "Key – Win Back", zh: "重要挽留客户" },
  "label.segment.general-value": { en: "General – Value", zh: "一般价值客户" },
  "label.segment.general-develop": { en: "General – Develop", zh: "一般发展客户" },
  "label.segment.general-keep": { en: "General – Keep", zh: "一般保持客户" },
  "label.segment.general-win-back": { en: "General – Win Back", zh: "一般挽留客户" },

  // What can be wrong with a grid of segments.
  "grid-scores": {
    en: "A grid has 2 to 9 scores, not {scores}.",
    zh: "分群规则的评分应为 2 到 9 档，现为 {scores}。",
  },
  "grid-no-rules": {
    en: "The grid has no rule. Give it at least one segment with its codes.",
    zh: "分群规则为空。请至少写一个客户群及其编码。",
  },
  "grid-no-codes": {
    en: "The rule for “{segment}” has no code. Write some, such as 555 or [4-5][3-5]5, or remove the rule.",
    zh: "“{segment}”没有编码。请填写编码（如 555 或 [4-5][3-5]5），或删除这条规则。",
  },
  "grid-pattern": {
    en: "“{pattern}” is no code. Write R, F and M one after another, each a digit or a range in brackets, such as {example}.",
    zh: "“{pattern}”不是有效的编码。请依次写出 R、F、M，每一位用一个数字或方括号内的范围，如 {example}。",
  },
  "grid-digit": {
    en: "“{pattern}” has a {digit}, and this grid's digits go from {lowest} to {highest}.",
    zh: "“{pattern}”中有 {digit}，而该分群规则的数字只能是 {lowest} 到 {highest}。",
  },
  "grid-range": {
    en: "“{pattern}” has a range that runs backwards. Write it as {range}.",
    zh: "“{pattern}”中的范围前后颠倒，应写成 {range}。",
  },
} satisfies Record<string, Bilingual>;
