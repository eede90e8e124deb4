import type { Bilingual } from "./language";

/** Texts about customer value: why a model may be believed or not, and what is shown because of it. */
export const valueMessages = {
  "value-identified": {
    en: "{model} fits these purchases: {repeaters} customers came back, and its log-likelihood is {gain} above that of a model in which nobody leaves (at least {needed} is needed).",
    zh: "{model} 模型适用于这些数据：有 {repeaters} 位客户复购，对数似然比“无人流失”的模型高 {gain}（至少需高 {needed}）。",
  },
  "value-not-converged": {
    en: "{model} could not be fitted: the search for its parameters did not settle. Try a longer period, or another model.",
    zh: "{model} 模型拟合失败：参数估计未收敛。请使用更长时段的数据，或换用其他模型。",
  },
  "value-too-few-repeat": {
    en: "Too few customers came back for {model}: {repeaters}, and at least {needed} are needed. Use a longer period, or more customers.",
    zh: "复购客户太少，不足以使用 {model} 模型：只有 {repeaters} 位，至少需要 {needed} 位。请使用更长时段或更多客户的数据。",
  },
  "value-boundary": {
    en: "These purchases do not show who has left: the log-likelihood of {model} is only {gain} above that of a model in which nobody leaves, and at least {needed} is needed. A longer period may show it.",
    zh: "从这些数据看不出哪些客户已流失：{model} 模型的对数似然只比“无人流失”的模型高 {gain}，至少需高 {needed}。换用更长时段的数据也许可以判断。",
  },
  "value-spend-identified": {
    en: "Gamma–Gamma fits the spend per purchase: its correlation with the number of purchases is {correlation}, and at most {most} is allowed.",
    zh: "Gamma–Gamma 模型适用于客单金额：金额与购买次数的相关系数为 {correlation}（绝对值不得超过 {most}）。",
  },
  "value-spend-not-converged": {
    en: "The spend per purchase could not be modelled: the search for the parameters of Gamma–Gamma did not settle, as when every purchase costs the same.",
    zh: "无法对客单金额建模：Gamma–Gamma 模型的参数估计未收敛，例如每次购买金额都相同时就会如此。",
  },
  "value-spend-too-few": {
    en: "Too few customers have repeat purchases with an amount above 0 to model the spend per purchase: {buyers}, and at least {needed} are needed.",
    zh: "复购金额大于 0 的客户太少，无法对客单金额建模：只有 {buyers} 位，至少需要 {needed} 位。",
  },
  "value-spend-no-mean": {
    en: "The spend per purchase is spread so widely that its model has no mean (q of Gamma–Gamma is {q}, and must be above 1). Look for single amounts that are far too large.",
    zh: "客单金额过于分散，模型的均值不存在（Gamma–Gamma 的 q 为 {q}，须大于 1）。请检查是否有异常大的金额。",
  },
  "value-spend-tied": {
    en: "Spend per purchase goes with the number of purchases (correlation {correlation}, at most {most} allowed), which Gamma–Gamma cannot model.",
    zh: "客单金额与购买次数相关（相关系数 {correlation}，绝对值不得超过 {most}），不符合 Gamma–Gamma 模型的前提。",
  },
  "value-shows-history": {
    en: "So no probability of being active and no expected purchases are shown, and the value of a customer is what the customer has spent so far, not a forecast.",
    zh: "因此不显示活跃概率和预期购买次数；客户价值为截至目前的累计消费金额，并非预测值。",
  },
  "value-shows-purchases": {
    en: "So the value of a customer is what the customer has spent so far, not a forecast. The probability of being active and the expected purchases do not depend on spend and are shown.",
    zh: "因此客户价值为截至目前的累计消费金额，并非预测值。活跃概率和预期购买次数与金额无关，照常显示。",
  },
  "value-shows-forecast": {
    en: "Lifetime value is the money expected from each customer in the next {months} {months|month|months}, discounted by {discount} a year.",
    zh: "生命周期价值为未来 {months} 个月内预期从每位客户获得的金额，年折现率 {discount}。",
  },
  "value-holdout": {
    en: "Tested on the last third of the period: {model}, fitted on the time before, expected {expected} repeat {expected|purchase|purchases}; {actual} were made.",
    zh: "用最后三分之一时段检验：以此前数据拟合的 {model} 模型预期复购 {expected} 次，实际 {actual} 次。",
  },
  "value-no-holdout": {
    en: "The period is too short to test the forecast on its last third.",
    zh: "数据时段太短，无法用最后三分之一时段检验预测。",
  },
  "value-needs-purchases": {
    en: "Customer value is worked out from single purchases, and this table holds sums. Give the orders, or leave --value out.",
    zh: "客户价值需由逐笔购买计算，而本表是汇总数据。请提供订单明细，或去掉 --value。",
  },
  "value-no-purchase": {
    en: "There is no purchase up to the as-of date, so there is nothing to value. Choose a later as-of date, or check the date column.",
    zh: "截至统计日期没有任何购买，无法计算客户价值。请选择更晚的统计日期，或检查日期列。",
  },
  "value-months": {
    en: "The horizon must be a whole number of months from 1 to {most}.",
    zh: "预测期必须是 1 到 {most} 之间的整数（月）。",
  },
  "value-discount": {
    en: "The discount per year must be a number from 0 to {most}: 0.1 or 10% takes 10% off money of a year from now.",
    zh: "年折现率必须是 0 到 {most} 之间的数，例如 0.1 或 10%。",
  },
  "value-history-x": {
    en: "The number of repeat purchases (x) must be a number of 0 or more.",
    zh: "复购次数（x）必须是不小于 0 的数。",
  },
  "value-history-age": {
    en: "The age of the customer (T, time since the first purchase) must be a number of 0 or more.",
    zh: "客户龄（T，即首次购买至今的时间）必须是不小于 0 的数。",
  },
  "value-history-last": {
    en: "The age at the last purchase (t_x) must be a number from 0 to the age of the customer (T), in the same unit.",
    zh: "末次购买时的客户龄（t_x）必须在 0 与客户龄（T）之间，且单位相同。",
  },
  "value-history-none": {
    en: "A customer without a repeat purchase (x = 0) has no last one: the age at it (t_x) must be 0.",
    zh: "没有复购的客户（x = 0）不存在末次复购，t_x 必须为 0。",
  },
  "value-parameters": {
    en: "The parameters of the model must be {names}, in this order, each a number above 0.",
    zh: "模型参数必须依次为 {names}，且均大于 0。",
  },
} satisfies Record<string, Bilingual>;
