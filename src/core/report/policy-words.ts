import type { Language } from "../language/language";
import { say, sayNumber, type Message } from "../language/message";
import type { Ledger } from "../ledger/ledger";
import type { SilenceLimit } from "../lifecycle/lifecycle-rules";
import type { Activity, Stage } from "../lifecycle/stages";
import { gridOf } from "../policy/check-policy";
import type { Axis, Policy, TierCondition } from "../policy/policy";
import { rangeOf } from "../scoring/cutoff-range";
import { binsOf, type Boundary, type CutoffRule } from "../scoring/cutoffs";
import { activityLabel, segmentLabel, stageLabel, tierLabel } from "../tiers/labels";
import { measureLabel } from "../tiers/measure-of";
import type { AxisRuler, Ruler } from "../tiers/ruler";

const MEASURES = ["recency", "frequency", "monetary"] as const;

/** A name and what stands for it, in one language. */
export type Words = readonly [name: string, words: string];

/** What each tier is made of; with the ruler of a run the classes of a matrix' axes have their values, else their rank. */
export function tierWords(policy: Policy, ran: Ruler["axes"], language: Language): Words[] {
  const { list, by } = policy.tiers;
  const t = (message: Message) => say(message, language);
  const label = (id: string | undefined) => tierLabel(id ?? null, policy, language);
  const { weights } = policy.scores;
  const weighted = weights.recency !== weights.frequency || weights.frequency !== weights.monetary;
  switch (by.kind) {
    case "scores":
    case "grade":
      return list.map(({ id }, at) => {
        const threshold = by.thresholds[at];
        return [
          label(id),
          threshold === undefined
            ? t({ code: "rule.rest" })
            : t({
                code: weighted && by.kind === "scores" ? "rule.scores-weighted" : `rule.${by.kind}`,
                params: { threshold, ...weights },
              }),
        ];
      });
    case "rules":
      return [
        ...by.rules.map(({ tier, when, unless }): Words => {
          const conditions = conditionWords(when, policy, language);
          return [
            label(tier),
            unless
              ? t({
                  code: "rule.unless",
                  params: { conditions, exceptions: conditionWords(unless, policy, language) },
                })
              : t({ code: "rule.when", params: { conditions } }),
          ];
        }),
        ...(by.rest === undefined ? [] : [[label(by.rest), t({ code: "rule.rest" })] as const]),
      ];
    case "matrix": {
      const axes = ran && isOf(ran.x, by.x) && isOf(ran.y, by.y) ? ran : null;
      const classes = (which: "x" | "y"): Message[] => {
        const measure = measureLabel(axes ? axes[which].measure : by[which].measure);
        const count = axes ? axes[which].cutoffs.length + 1 : binsOf(by[which].cutoffs);
        return Array.from({ length: count }, (_, at) => ({
          code: "rule.class",
          params: { measure, range: axes ? rangeOf(axes[which].cutoffs, at + 1, "upper") : rank(at, count) },
        }));
      };
      const cells = by.cells.flatMap((row, x) =>
        row.map((tier, y) => ({
          tier,
          words: t({ code: "rule.cell", params: { x: classes("x")[x] ?? "", y: classes("y")[y] ?? "" } }),
        })),
      );
      const all = by.prospects
        ? [...cells, { tier: by.prospects, words: t({ code: "rule.prospects" }) }]
        : cells;
      return list.map(({ id }) => [
        label(id),
        all
          .filter(({ tier }) => tier === id)
          .map(({ words }) => words)
          .join("\n"),
      ]);
    }
  }
}

/** True where an axis of a run was made by this one, or by what stands in for it: a run may be of another policy. */
function isOf(ran: AxisRuler, axis: Axis): boolean {
  const made = ran.measure === axis.measure && ran.cutoffs.length + 1 === binsOf(axis.cutoffs);
  return made || (axis.otherwise !== undefined && isOf(ran, axis.otherwise));
}

/** A class of an axis before its cut-offs are known: low, middle or high. */
function rank(at: number, count: number): Message {
  if (at === 0) return { code: "rule.class-low" };
  return { code: at === count - 1 ? "rule.class-high" : "rule.class-middle" };
}

/** The facts that a rule of tiers asks for, and the values each may have. */
export function conditionWords(condition: TierCondition, policy: Policy, language: Language): string {
  const labels: { readonly [Fact in keyof TierCondition]: (value: string) => string } = {
    segment: (id) => segmentLabel(id, policy, language),
    stage: (id) => stageLabel(id as Stage, language),
    activity: (id) => activityLabel(id as Activity, language),
  };
  return (["abc", "segment", "stage", "activity", "r", "f", "m"] as const)
    .flatMap((fact) => {
      const values = condition[fact]?.map((value) => labels[fact]?.(String(value)) ?? value);
      const params = { fact: { code: `column.${fact}` as const }, values: values ?? [] };
      return values ? [say({ code: "rule.condition", params }, language)] : [];
    })
    .join(language === "zh" ? "，" : ", ");
}

/** The codes of each segment of the policy's grid, and of the rest. */
export function gridWords(policy: Policy, language: Language): Words[] {
  const grid = gridOf(policy);
  return [
    ...grid.rules.map(({ segment, codes }): Words => [
      segmentLabel(segment, policy, language),
      codes.join(" "),
    ]),
    ...(grid.rest === null
      ? []
      : [[segmentLabel(grid.rest, policy, language), say({ code: "rule.rest" }, language)] as const]),
  ];
}

/** How a measure is cut into scores. */
export function cutoffWords(rule: CutoffRule): Message {
  switch (rule.method) {
    case "quantile":
    case "breaks":
      return { code: `rule.cut.${rule.method}`, params: { bins: rule.bins } };
    case "fixed":
      return { code: "rule.cut.fixed", params: { at: rule.at } };
    case "share":
      return { code: "rule.cut.share", params: { at: rule.at.map(percent) } };
    case "mean":
      return { code: "rule.cut.mean" };
  }
}

/** A score and the recency, frequency and money that give it. */
export type ScoreTexts = { readonly score: number } & {
  readonly [Measure in (typeof MEASURES)[number]]: string | null;
};

/** The values that give each score, best first, with the cut-offs of a run; null where a measure had none. */
export function cutoffTexts(
  { scores: { boundary, nested, ...rules } }: Policy,
  ruler: Pick<Ruler, "recency" | "frequency" | "monetary">,
  language: Language,
): ScoreTexts[] {
  const best = Math.max(...MEASURES.map((measure) => binsOf(rules[measure])));
  return Array.from({ length: best }, (_, at) => {
    const score = best - at;
    const texts = MEASURES.map((measure) => {
      if (nested && measure !== "recency") return [measure, say({ code: "text.each-group" }, language)];
      const cutoffs = ruler[measure];
      const place = measure === "recency" ? cutoffs.length + 2 - score : score;
      return [measure, cutoffs.length === 0 ? null : say(rangeOf(cutoffs, place, boundary), language)];
    });
    return { score, ...(Object.fromEntries(texts) as Omit<ScoreTexts, "score">) };
  });
}

/** How scores are made, in a sentence or a few. */
export function scoreWords({ scores }: Policy): Message[] {
  const best = Math.max(...MEASURES.map((measure) => binsOf(scores[measure])));
  return [
    ...MEASURES.map((measure): Message => ({
      code: "rule.cut",
      params: { measure: { code: `column.${measure}` }, how: cutoffWords(scores[measure]) },
    })),
    scores.nested ? { code: "text.nested" } : scoresWords(best, scores.boundary),
  ];
}

/** What the scores mean, and which one a value gets that is equal to a cut-off. */
export function scoresWords(best: number, boundary: Boundary): Message {
  const other = boundary === "upper" ? "lower" : "upper";
  return {
    code: "text.scores",
    params: {
      best,
      boundary: { code: `text.boundary.${boundary}` },
      other: { code: `text.boundary.${other}` },
    },
  };
}

/** How the weighted grade is made, where tiers are made of it. */
export function gradeWords({ tiers: { by } }: Policy): Message[] {
  if (by.kind !== "grade") return [];
  const measures = by.measures.map(({ measure, weight }) => ({
    code: "rule.grade-part" as const,
    params: { measure: measureLabel(measure), weight: sayNumber(weight, 4) },
  }));
  return [{ code: "rule.grade-made", params: { measures } }];
}

/** What ABC is made of. */
export function abcWords({ abc }: Policy): Message {
  const [a, b] = abc.shares;
  return { code: "rule.abc", params: { measure: measureLabel(abc.measure), a: percent(a), b: percent(b) } };
}

/** What a row is. `unit` is what counted as one purchase in a run; null before there was one. */
export function rowWords({ rows }: Policy, unit: "sums" | "order" | "day" | "row" | null): Message[] {
  const counted = unit ?? rows.unit;
  return [
    counted === "sums"
      ? { code: "unit-sums" }
      : counted === "auto"
        ? { code: "rule.unit-auto" }
        : { code: "rule.unit", params: { unit: { code: `label.unit.${counted}` } } },
    { code: `rule.refunds.${rows.refunds}` },
    { code: `rule.duplicates.${rows.duplicates}` },
  ];
}

/** When a customer is in which stage. */
export function lifecycleWords({ lifecycle }: Policy): Message[] {
  const limit = ({ gaps, days }: SilenceLimit): Message => ({
    code: `rule.limit.${lifecycle.rhythm}`,
    params: { gaps, days },
  });
  return [
    { code: `rule.rhythm.${lifecycle.rhythm}`, params: { minGaps: lifecycle.minGaps, gap: lifecycle.gap } },
    { code: "rule.stage.prospect" },
    { code: "rule.stage.churned", params: { limit: limit(lifecycle.churned) } },
    { code: "rule.stage.dormant", params: { limit: limit(lifecycle.dormant) } },
    { code: "rule.stage.recovered", params: { days: lifecycle.recovered } },
    { code: "rule.stage.new", params: { days: lifecycle.new } },
    { code: "rule.stage.mature", params: { ...lifecycle.mature } },
    { code: "rule.stage.growing" },
  ];
}

/** Which of an attribute's values a customer has, where it has a value a purchase; null where there is nothing to say. */
export function attributeWords({ attributes, log }: Pick<Ledger, "attributes" | "log">): Message | null {
  const names = Object.keys(attributes);
  return log && names.length > 0 ? { code: "rule.attributes", params: { attributes: names } } : null;
}

/** When a customer is warned of, and what is at risk then. */
export function warningWords({ warnings, atRiskDays }: Policy): Message[] {
  const { overdueGaps: gaps, window, drop, minPurchases: purchases } = warnings;
  return [
    { code: "rule.warnings", params: { gaps, window, drop: percent(drop), purchases } },
    { code: "rule.at-risk", params: { days: atRiskDays } },
  ];
}

function percent(share: number): string {
  return `${sayNumber(share * 100, 1)}%`;
}
