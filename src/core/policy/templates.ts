import type { Policy, Tier } from "./policy";
import { POLICY_FORMAT } from "./policy";

const tier = (id: string, en: string, zh: string): Tier => ({ id, label: { en, zh } });
const letters = (...ids: string[]) => ids.map((id) => tier(id, id, id));

/** The default policy, and what every other template leaves as it is: methods "Scores", "Lifecycle", "Templates". */
const rfm: Policy = {
  format: POLICY_FORMAT,
  name: "rfm",
  version: "1.0",
  title: {
    en: "RFM grades: the mean of recency, frequency and money",
    zh: "RFM 分级：按最近购买、购买频次、消费金额的平均分",
  },
  rows: {
    unit: "auto",
    refunds: "net",
    duplicates: "keep",
    statuses: { exclude: [], count: [] },
    measures: { profit: "sum", satisfaction: "mean", potential: "last" },
  },
  scores: {
    recency: { method: "quantile", bins: 5 },
    frequency: { method: "quantile", bins: 5 },
    monetary: { method: "quantile", bins: 5 },
    boundary: "upper",
    nested: false,
    weights: { recency: 1, frequency: 1, monetary: 1 },
  },
  abc: { measure: "monetary", shares: [0.7, 0.9] },
  grid: "classic",
  lifecycle: {
    rhythm: "own",
    gap: 90,
    minGaps: 3,
    churned: { gaps: 4, days: 180 },
    dormant: { gaps: 2, days: 60 },
    recovered: 90,
    new: 90,
    mature: { purchases: 5, days: 365 },
  },
  warnings: { overdueGaps: 1.5, window: 90, drop: 0.5, minPurchases: 2, satisfaction: "satisfaction" },
  atRiskDays: 365,
  growthDays: 180,
  tiers: { list: letters("A", "B", "C", "D", "E"), by: { kind: "scores", thresholds: [4.5, 3.5, 2.5, 1.5] } },
};

const abc: Policy = {
  ...rfm,
  name: "abc",
  title: { en: "ABC: who brings 70%, the next 20%, the rest", zh: "ABC 分类：贡献前 70%、其后 20%、其余" },
  tiers: {
    list: letters("A", "B", "C"),
    by: {
      kind: "rules",
      rules: [
        { tier: "A", when: { abc: ["A"] } },
        { tier: "B", when: { abc: ["B"] } },
      ],
      rest: "C",
    },
  },
};

const eightTypes: Policy = {
  ...rfm,
  name: "eight-types",
  title: { en: "Eight types: R, F and M above or below the mean", zh: "客户八类：R、F、M 与均值比较" },
  scores: {
    ...rfm.scores,
    recency: { method: "mean" },
    frequency: { method: "mean" },
    monetary: { method: "mean" },
  },
  grid: "eight-types",
  tiers: {
    list: [tier("key", "Key", "重要"), tier("standard", "Standard", "一般")],
    by: { kind: "rules", rules: [{ tier: "key", when: { m: [2] } }], rest: "standard" },
  },
};

const vip: Policy = {
  ...rfm,
  name: "vip",
  title: { en: "VIP, regular, potential", zh: "VIP · 普通 · 潜在客户" },
  tiers: {
    list: [
      tier("vip", "VIP", "VIP"),
      tier("regular", "Regular", "普通"),
      tier("potential", "Potential", "潜在"),
    ],
    by: {
      kind: "rules",
      rules: [
        { tier: "vip", when: { abc: ["A"] }, unless: { stage: ["churned", "prospect"] } },
        { tier: "regular", when: { abc: ["A", "B"] }, unless: { stage: ["prospect"] } },
      ],
      rest: "potential",
    },
  },
};

const strategic: Policy = {
  ...rfm,
  name: "strategic",
  title: {
    en: "Strategic, important, ordinary, potential: money × potential",
    zh: "战略·重要·普通·潜在：金额 × 潜力",
  },
  tiers: {
    list: [
      tier("strategic", "Strategic", "战略"),
      tier("important", "Important", "重要"),
      tier("ordinary", "Ordinary", "普通"),
      tier("potential", "Potential", "潜在"),
    ],
    by: {
      kind: "matrix",
      x: { measure: "monetary", cutoffs: { method: "share", at: [0.7, 0.9] } },
      y: {
        measure: "potential",
        cutoffs: { method: "mean" },
        otherwise: { measure: "growth", cutoffs: { method: "fixed", at: [0] } },
      },
      cells: [
        ["ordinary", "potential"],
        ["ordinary", "important"],
        ["important", "strategic"],
      ],
      prospects: "potential",
    },
  },
};

const adc: Policy = {
  ...rfm,
  name: "adc",
  title: { en: "Active, dormant, churned", zh: "活跃·沉默·流失" },
  tiers: {
    list: [
      tier("active", "Active", "活跃"),
      tier("dormant", "Dormant", "沉默"),
      tier("churned", "Churned", "流失"),
    ],
    by: {
      kind: "rules",
      rules: [
        { tier: "active", when: { activity: ["active"] } },
        { tier: "dormant", when: { activity: ["dormant"] } },
        { tier: "churned", when: { activity: ["churned"] } },
      ],
    },
  },
};

const weighted: Policy = {
  ...rfm,
  name: "weighted",
  title: { en: "Weighted grade: R 30%, F 30%, M 40%", zh: "加权评分：R 30%、F 30%、M 40%" },
  tiers: {
    list: letters("S", "A", "B", "C"),
    by: {
      kind: "grade",
      measures: [
        { measure: "recency", weight: 0.3, direction: "lower", normalise: "score" },
        { measure: "frequency", weight: 0.3, direction: "higher", normalise: "score" },
        { measure: "monetary", weight: 0.4, direction: "higher", normalise: "score" },
      ],
      thresholds: [85, 70, 50],
    },
  },
};

/** The policies that come with Tiersheet. The first is the default. */
export const templates: readonly Policy[] = [rfm, abc, eightTypes, vip, strategic, adc, weighted];

/** What is classified by unless another is chosen. */
export const defaultPolicy: Policy = rfm;

/** A template by its name. */
export function templateNamed(name: string): Policy | undefined {
  return templates.find((template) => template.name === name);
}
