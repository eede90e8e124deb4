import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say, sayMoney, sayNumber, type Message } from "../language/message";
import type { SilenceLimit } from "../lifecycle/lifecycle-rules";
import { gridOf } from "../policy/check-policy";
import type { Policy, TierCondition } from "../policy/policy";
import { rangeOf } from "../scoring/cutoff-range";
import { binsOf } from "../scoring/cutoffs";
import { totalMoney } from "./total-money";
import { measureLabel } from "../tiers/measure-of";
import { activityLabel, segmentLabel, stageLabel, tierLabel } from "../tiers/labels";
import type { ReportColumn, ReportSheet, ReportTable } from "./report";

/** The policy in words, with the cut-offs of this run: what a manager can audit. */
export function policySheet(result: Classification, language: Language): ReportSheet {
  const { policy, assessment } = result;
  const t = (message: Message) => say(message, language);
  const heading = (level: 0 | 1 | 2, message: Message) =>
    ({ kind: "heading", level, text: t(message) }) as const;
  const best = binsOf(policy.scores.recency);
  return {
    id: "policy",
    name: t({ code: "sheet.policy" }),
    blocks: [
      heading(1, { code: "title.policy", params: { title: policy.title[language] } }),
      heading(0, {
        code: "text.headline",
        params: {
          customers: result.ledger.customers.length,
          monetary: sayMoney(totalMoney(result)),
          policy: policy.name,
          version: policy.version,
        },
      }),
      wordsTable("PolicyTiers", t({ code: "column.tier" }), tierRules(result, language), language),
      heading(2, { code: "title.cutoffs" }),
      heading(
        0,
        policy.scores.nested
          ? { code: "text.nested" }
          : {
              code: "text.scores",
              params: { best, boundary: { code: `text.boundary.${policy.scores.boundary}` } },
            },
      ),
      cutoffsTable(policy, assessment.ruler, language),
      heading(2, { code: "title.grid" }),
      wordsTable(
        "PolicyGrid",
        t({ code: "column.segment" }),
        gridRules(policy, language),
        language,
        t({ code: "column.codes" }),
      ),
      heading(2, { code: "title.rules" }),
      ...rulesInWords(result).map((rule) => heading(0, rule)),
    ],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
  };
}

type Words = readonly [name: string, words: string];

function wordsTable(
  name: string,
  first: string,
  rows: readonly Words[],
  language: Language,
  second = say({ code: "column.rule" }, language),
): ReportTable {
  return {
    kind: "table",
    name,
    rowCount: rows.length,
    columns: [
      { id: "name", header: first, format: "text", width: 24, values: rows.map(([one]) => one) },
      {
        id: "words",
        header: second,
        format: "text",
        width: 70,
        values: rows.map(([, words]) => words),
        wrap: true,
      },
    ],
  };
}

/** What each tier is made of, in words. */
function tierRules({ policy, assessment: { ruler } }: Classification, language: Language): Words[] {
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
      const { axes } = ruler;
      if (!axes) return [];
      const classes = (which: "x" | "y"): Message[] =>
        Array.from({ length: axes[which].cutoffs.length + 1 }, (_, at) => ({
          code: "rule.class",
          params: {
            measure: measureLabel(axes[which].measure),
            range: rangeOf(axes[which].cutoffs, at + 1, "upper"),
          },
        }));
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

function conditionWords(condition: TierCondition, policy: Policy, language: Language): string {
  const t = (message: Message) => say(message, language);
  const words = (fact: Message, values: readonly (string | number)[]): string =>
    t({ code: "rule.condition", params: { fact, values } });
  const { abc, segment, stage, activity, r, f, m } = condition;
  return [
    ...(abc ? [words({ code: "column.abc" }, abc)] : []),
    ...(segment
      ? [
          words(
            { code: "column.segment" },
            segment.map((id) => segmentLabel(id, policy, language)),
          ),
        ]
      : []),
    ...(stage
      ? [
          words(
            { code: "column.stage" },
            stage.map((id) => stageLabel(id as Parameters<typeof stageLabel>[0], language)),
          ),
        ]
      : []),
    ...(activity
      ? [
          words(
            { code: "column.activity" },
            activity.map((id) => activityLabel(id as Parameters<typeof activityLabel>[0], language)),
          ),
        ]
      : []),
    ...(r ? [words({ code: "column.r" }, r)] : []),
    ...(f ? [words({ code: "column.f" }, f)] : []),
    ...(m ? [words({ code: "column.m" }, m)] : []),
  ].join(language === "zh" ? "，" : ", ");
}

/** A row a score, best first: the recency, frequency and money that give it. */
function cutoffsTable(
  policy: Policy,
  ruler: Classification["assessment"]["ruler"],
  language: Language,
): ReportTable {
  const { boundary, nested } = policy.scores;
  const best = Math.max(
    ...(["recency", "frequency", "monetary"] as const).map((name) => binsOf(policy.scores[name])),
  );
  const scores = Array.from({ length: best }, (_, at) => best - at);
  const ranges = (name: "recency" | "frequency" | "monetary"): ReportColumn => ({
    id: name,
    header: say({ code: `column.${name}` }, language),
    format: "text",
    width: 30,
    values: scores.map((score) => {
      if (nested && name !== "recency") return say({ code: "text.each-group" }, language);
      const cutoffs = ruler[name];
      const place = name === "recency" ? cutoffs.length + 2 - score : score;
      return cutoffs.length === 0 ? null : say(rangeOf(cutoffs, place, boundary), language);
    }),
  });
  return {
    kind: "table",
    name: "PolicyCutoffs",
    rowCount: best,
    columns: [
      {
        id: "score",
        header: say({ code: "column.score" }, language),
        format: "text",
        width: 24,
        values: scores.map((score) => say({ code: "text.score", params: { score } }, language)),
      },
      ranges("recency"),
      ranges("frequency"),
      ranges("monetary"),
    ],
  };
}

function gridRules(policy: Policy, language: Language): Words[] {
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

function percent(share: number): string {
  return `${sayNumber(share * 100, 1)}%`;
}

function rulesInWords({ policy, ledger }: Classification): Message[] {
  const { rows, lifecycle, warnings, abc, tiers } = policy;
  const limit = ({ gaps, days }: SilenceLimit): Message => ({
    code: `rule.limit.${lifecycle.rhythm}`,
    params: { gaps, days },
  });
  const graded: Message[] =
    tiers.by.kind === "grade"
      ? [
          {
            code: "rule.grade-made",
            params: {
              measures: tiers.by.measures.map(({ measure, weight }) => ({
                code: "rule.grade-part" as const,
                params: { measure: measureLabel(measure), weight: sayNumber(weight, 4) },
              })),
            },
          },
        ]
      : [];
  return [
    ...graded,
    {
      code: "rule.abc",
      params: { measure: measureLabel(abc.measure), a: percent(abc.shares[0]), b: percent(abc.shares[1]) },
    },
    ledger.unit === "sums"
      ? { code: "unit-sums" }
      : { code: "rule.unit", params: { unit: { code: `label.unit.${ledger.unit}` } } },
    { code: `rule.refunds.${rows.refunds}` },
    { code: `rule.duplicates.${rows.duplicates}` },
    { code: `rule.rhythm.${lifecycle.rhythm}`, params: { minGaps: lifecycle.minGaps, gap: lifecycle.gap } },
    { code: "rule.stage.prospect" },
    { code: "rule.stage.churned", params: { limit: limit(lifecycle.churned) } },
    { code: "rule.stage.dormant", params: { limit: limit(lifecycle.dormant) } },
    { code: "rule.stage.recovered", params: { days: lifecycle.recovered } },
    { code: "rule.stage.new", params: { days: lifecycle.new } },
    { code: "rule.stage.mature", params: { ...lifecycle.mature } },
    { code: "rule.stage.growing" },
    {
      code: "rule.warnings",
      params: {
        gaps: warnings.overdueGaps,
        window: warnings.window,
        drop: percent(warnings.drop),
        purchases: warnings.minPurchases,
      },
    },
    { code: "rule.at-risk", params: { days: policy.atRiskDays } },
  ];
}
