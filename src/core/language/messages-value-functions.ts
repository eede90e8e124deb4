import type { Bilingual } from "./language";

/** Texts of the custom functions of value, and of those whose code comes later. */
export const valueFunctionMessages = {
  "parameter.months": { en: "months", zh: "月数" },
  "parameter.discount_per_year": { en: "discount_per_year", zh: "年折现率" },
  "parameter.model": { en: "model", zh: "模型" },
  "parameter.unit": { en: "unit", zh: "时间单位" },
  "parameter.repeats": { en: "repeats", zh: "复购次数" },
  "parameter.last_age": { en: "last_age", zh: "末次购买时龄" },
  "parameter.age": { en: "age", zh: "客户龄" },
  "parameter.parameters": { en: "parameters", zh: "模型参数" },
  "parameter.spend": { en: "spend", zh: "复购客单金额" },

  "function-not-loaded": {
    en: "This function couldn't be loaded: check the connection and calculate again.",
    zh: "未能加载该函数：请检查网络连接后重新计算。",
  },

  "function-clv.so-far": { en: "Money so far (no forecast)", zh: "累计金额（非预测）" },
  "function-clv.basis": { en: "Basis", zh: "依据" },
  "function-clv.model": { en: "Forecast", zh: "预测" },
  "function-clv.history": { en: "So far", zh: "累计" },

  "function-fit-without-spend": {
    en: "The fit has no p, q and gamma that may be believed, so money can't be forecast: leave spend out.",
    zh: "拟合结果中没有可信的 p、q、gamma，无法预测金额：请省略复购客单金额。",
  },
  "function-fit-not-identified": {
    en: "The verdict on this fit is “{verdict}”, so nothing is forecast from it. Use a longer period, or another model.",
    zh: "该拟合的结论为“{verdict}”，因此不作预测。请使用更长时段的数据，或换用其他模型。",
  },

  // Rows of VALUEFIT; parameters are called by their letters in both languages.
  "fit.model": { en: "Model", zh: "模型" },
  "fit.unit": { en: "Unit of time", zh: "时间单位" },
  "fit.unit.day": { en: "Day", zh: "日" },
  "fit.unit.week": { en: "Week", zh: "周" },
  "fit.unit.month": { en: "Month", zh: "月" },
  "fit.log-likelihood": { en: "Log-likelihood", zh: "对数似然" },
  "fit.nbd": { en: "Log-likelihood if nobody left", zh: "对数似然（假设无人流失）" },
  "fit.verdict": { en: "Verdict on purchases", zh: "结论（购买）" },
  "fit.verdict.identified": { en: "Identified", zh: "可识别" },
  "fit.verdict.boundary": { en: "Not identified: the data don't show it", zh: "不可识别：数据不足以判断" },
  "fit.verdict.too-few-repeat": { en: "Not identified: too few came back", zh: "不可识别：复购客户太少" },
  "fit.verdict.not-converged": { en: "Not identified: no fit was found", zh: "不可识别：拟合未收敛" },
  "fit.verdict.spend-tied": {
    en: "Not identified: spend goes with purchases",
    zh: "不可识别：金额与次数相关",
  },
  "fit.spend.log-likelihood": { en: "Log-likelihood of spend", zh: "对数似然（金额）" },
  "fit.spend.correlation": { en: "Correlation of spend and purchases", zh: "金额与次数的相关系数" },
  "fit.spend.verdict": { en: "Verdict on spend", zh: "结论（金额）" },
  "fit.holdout.expected": { en: "Hold-out: purchases expected", zh: "留出期：预期购买次数" },
  "fit.holdout.actual": { en: "Hold-out: purchases made", zh: "留出期：实际购买次数" },
  "fit.why": { en: "Why", zh: "说明" },
} satisfies Record<string, Bilingual>;
