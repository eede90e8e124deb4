import type { Bilingual } from "./language";

/** Texts about the policy. */
export const policyMessages = {
  "policy-no-json": {
    en: "The policy isn't valid JSON.",
    zh: "分级标准不是有效的 JSON。",
  },
  "policy-too-deep": {
    en: "The file is nested too deep to be a policy.",
    zh: "该文件嵌套过深，不是分级标准。",
  },
  "policy-no-json-from": {
    en: "The policy isn't valid JSON: it can't be read from line {line}, column {column} on.",
    zh: "分级标准不是有效的 JSON：从第 {line} 行第 {column} 列起无法读取。",
  },
  "policy-no-object": {
    en: "A policy is a JSON object. “tiersheet policy show rfm” prints one to start from.",
    zh: "分级标准应为一个 JSON 对象。可用“tiersheet policy show rfm”打印一份作为起点。",
  },
  "policy-format": {
    en: "“format” is {format}; it is a whole number, now {current}.",
    zh: "“format”为 {format}，应为整数，目前是 {current}。",
  },
  "policy-format-newer": {
    en: "The policy is of format {format}, newer than this Tiersheet reads ({current}). Update Tiersheet.",
    zh: "该分级标准的格式为 {format}，高于本版本支持的 {current}。请更新 Tiersheet。",
  },
  "policy-key-missing": { en: "The key “{key}” is missing.", zh: "缺少键“{key}”。" },
  "policy-key-unknown": {
    en: "The key “{key}” isn't known here. Known: {known}.",
    zh: "此处没有名为“{key}”的键。可用：{known}。",
  },
  "policy-type": {
    en: "{value} is not of the type it should be: {type}.",
    zh: "{value} 的类型不对，应为 {type}。",
  },
  "policy-choice": { en: "{value} is none of: {choices}.", zh: "{value} 不在可选范围内：{choices}。" },
  "policy-number": {
    en: "{value} is out of range; it must be {limit}.",
    zh: "{value} 超出范围，应为 {limit}。",
  },
  "policy-length": { en: "The length is wrong ({rule} {limit}).", zh: "长度不符（{rule} {limit}）。" },
  "policy-repeated": { en: "An entry stands here twice.", zh: "此处有重复项。" },
  "policy-invalid": {
    en: "This breaks the policy's schema ({rule}).",
    zh: "此处不符合分级标准的结构（{rule}）。",
  },
  "policy-not-ascending": {
    en: "{values} must ascend, each larger than the one before.",
    zh: "{values} 应由小到大排列，且不得重复。",
  },
  "policy-not-descending": {
    en: "{values} must descend, from the best tier's threshold down.",
    zh: "{values} 应由大到小排列（从最高层级的门槛开始）。",
  },
  "policy-thresholds": {
    en: "{tiers} tiers need {needed} thresholds, and there are {given}.",
    zh: "{tiers} 个层级需要 {needed} 个门槛，现有 {given} 个。",
  },
  "policy-tier-unknown": {
    en: "There is no tier “{tier}”. Tiers: {tiers}.",
    zh: "没有名为“{tier}”的层级。现有层级：{tiers}。",
  },
  "policy-tier-twice": { en: "The tier “{tier}” stands twice.", zh: "层级“{tier}”重复。" },
  "policy-tier-labels-alike": {
    en: "Customers in “{label}” and in “{other}” couldn't be told apart in Excel, where case and width of letters don't count. Give this tier another name.",
    zh: "Excel 不区分字母大小写和全半角，“{label}”与“{other}”会被当作同一层级。请为此层级另取名称。",
  },
  "policy-segment-unknown": {
    en: "The grid has no segment “{segment}”. Segments: {segments}.",
    zh: "分群规则中没有“{segment}”。现有分群：{segments}。",
  },
  "policy-share-boundary": {
    en: "Cut-offs by share keep ties together and need the boundary “upper”.",
    zh: "按累计占比切分时，边界须为“upper”（并列者归在一起）。",
  },
  "policy-nested-method": {
    en: "Nested scores need the methods quantile, breaks or mean, not {method}.",
    zh: "嵌套评分只能用 quantile、breaks 或 mean，不能用 {method}。",
  },
  "policy-grid-scores": {
    en: "The grid is for scores 1–{grid}, and “{measure}” gives 1–{bins}.",
    zh: "分群规则适用于 1–{grid} 分，而“{measure}”给出 1–{bins} 分。",
  },
  "policy-grid-gaps": {
    en: "The grid leaves {count} {count|code|codes} without a segment ({codes}). Add rules, or name the rest with “rest”.",
    zh: "分群规则有 {count} 个编码没有归属（{codes}）。请补充规则，或用“rest”为其余编码命名。",
  },
  "policy-grid-shadowed": {
    en: "The grid's rule for “{segment}” is never reached: earlier rules take all its codes.",
    zh: "“{segment}”的规则永远不会生效：其编码都被前面的规则占用。",
  },
  "policy-threshold-high": {
    en: "Nobody can be in “{tier}”: it begins at {threshold}, and the most that can be reached is {most}.",
    zh: "不会有客户进入“{tier}”：其门槛为 {threshold}，而最高只能达到 {most}。",
  },
  "policy-threshold-low": {
    en: "Nobody can be in “{tier}”: the tier above it begins at {threshold}, and the least there is is {least}.",
    zh: "不会有客户进入“{tier}”：上一层级的门槛为 {threshold}，而最低值就是 {least}。",
  },
  "policy-rule-unreached": {
    en: "Rule {rule}, for “{tier}”, never applies: the rules before it take its customers, or its conditions shut each other out.",
    zh: "规则 {rule}（“{tier}”）不会生效：其客户已被前面的规则占用，或其条件互相排斥。",
  },
  "policy-tier-unused": {
    en: "Nobody can be in “{tier}”: nothing leads to it.",
    zh: "不会有客户进入“{tier}”：没有任何规则指向它。",
  },
  "policy-weights-zero": { en: "At least one weight must be above 0.", zh: "至少有一个权重须大于 0。" },
  "policy-matrix-cells": {
    en: "The matrix has {rows} × {columns} cells, and its axes make {x} × {y} classes.",
    zh: "矩阵为 {rows} × {columns} 格，而两轴分为 {x} × {y} 类。",
  },
  "policy-limits-order": {
    en: "A customer would be churned before it is dormant: raise “churned” above “dormant”.",
    zh: "按此设置客户会先流失后沉默：“churned”的界限应大于“dormant”。",
  },
  "policy-measure-missing": {
    en: "The policy “{policy}” needs {measure}, and the input has no such column. Map one with --map, or choose another policy.",
    zh: "分级标准“{policy}”需要“{measure}”，而数据中没有该列。请用 --map 指定，或换一种分级标准。",
  },
  "ruler-unreadable": {
    en: "It holds no cut-offs of an earlier run. Give the JSON that --json wrote, or the workbook that --out wrote.",
    zh: "其中没有先前运行的切分点。请给出 --json 写出的 JSON，或 --out 写出的工作簿。",
  },
  "ruler-missing": {
    en: "The earlier result holds no cut-offs for {measure}, which the policy needs. Freeze from the tiered workbook, which holds all of them.",
    zh: "先前的结果中没有“{measure}”的切分点，而该分级标准需要它。请从已分层的工作簿冻结，其中保存了全部切分点。",
  },
  "ruler-shape": {
    en: "The frozen cut-offs for {measure} make {given} classes, and the policy has {needed}. Use the policy that they were made with.",
    zh: "冻结的“{measure}”切分点分为 {given} 类，而分级标准为 {needed} 类。请使用当时的分级标准。",
  },
  "ruler-boundary": {
    en: "The frozen cut-offs were made with the boundary “{given}”, and the policy has “{needed}”. Use the policy that they were made with.",
    zh: "冻结的切分点采用边界“{given}”，而分级标准为“{needed}”。请使用当时的分级标准。",
  },
  "axis-partial": {
    en: "{customers} {customers|customer lacks|customers lack} {measure} and {customers|is|are} in the matrix' lowest class of it.",
    zh: "{customers} 位客户缺少“{measure}”，在矩阵中归入该轴的最低档。",
  },
  "ruler-frozen": {
    en: "Scored with the cut-offs of the run of {asOf}, kept as they were.",
    zh: "使用 {asOf} 那次运行的切分点评分，保持不变。",
  },
  "ruler-other-policy": {
    en: "The frozen cut-offs were made with the policy “{from}”; this run uses “{to}”.",
    zh: "冻结的切分点由分级标准“{from}”生成，本次使用“{to}”。",
  },
  "score-empty": {
    en: "{customers} {customers|customer shares|customers share} {measure} = {value}: no one scores {score}.",
    zh: "{customers} 位客户的{measure}同为 {value}：没有人得 {score} 分。",
  },
  "score-empty-plain": { en: "No one scores {score} in {measure}.", zh: "{measure}没有人得 {score} 分。" },
  "segment-rest": {
    en: "{customers} {customers|customer has|customers have} a code that no rule of the grid covers: {codes}.",
    zh: "{customers} 位客户的编码没有任何分群规则覆盖：{codes}。",
  },
  "grade-partial": {
    en: "{customers} {customers|customer lacks|customers lack} {measure}; the other measures share its weight.",
    zh: "{customers} 位客户缺少“{measure}”，其权重由其他指标分担。",
  },
  "tier-none": {
    en: "{customers} {customers|customer is|customers are} in no tier: no rule of the policy applies.",
    zh: "{customers} 位客户不属于任何层级：没有适用的规则。",
  },
  "axis-otherwise": {
    en: "There is no column for {measure}: the matrix uses {otherwise} instead.",
    zh: "没有“{measure}”列：矩阵改用“{otherwise}”。",
  },
  "measure.recency": { en: "recency", zh: "最近购买天数" },
  "measure.frequency": { en: "frequency", zh: "购买次数" },
  "measure.monetary": { en: "money", zh: "金额" },
  "measure.growth": { en: "growth of money", zh: "金额增长" },
  "measure.profit": { en: "profit", zh: "利润" },
  "measure.satisfaction": { en: "satisfaction", zh: "满意度" },
  "measure.potential": { en: "potential", zh: "潜力" },
} satisfies Record<string, Bilingual>;
