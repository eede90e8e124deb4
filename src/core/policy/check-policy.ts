import { foldText } from "../ledger/folding";
import { say, type Trouble } from "../language/message";
import { binsOf, type CutoffRule } from "../scoring/cutoffs";
import { grids, type Grid, type GridName } from "../segments/grids";
import { compileGrid, gridReport } from "../segments/segment";
import type { Axis, Policy, TierBasis, TierCondition } from "./policy";

/** The grid that a policy uses, with the name looked up. */
export function gridOf(policy: Policy): Grid {
  if (typeof policy.grid === "string") return grids[policy.grid as GridName];
  return { ...policy.grid, rest: policy.grid.rest ?? null };
}

/** All that is wrong with a well-formed policy, each with its path: what a schema can't say. */
export function policyTroubles(policy: Policy): Trouble[] {
  return [
    ...scoreTroubles(policy),
    ...gridTroubles(policy),
    ...ascending(policy.abc.shares, "/abc/shares"),
    ...lifecycleTroubles(policy),
    ...tierTroubles(policy),
    ...playbookTroubles(policy),
  ];
}

function scoreTroubles({ scores }: Policy): Trouble[] {
  const troubles: Trouble[] = [];
  for (const measure of ["recency", "frequency", "monetary"] as const) {
    const rule = scores[measure];
    const where = `/scores/${measure}`;
    troubles.push(...cutoffTroubles(rule, where));
    if (rule.method === "share" && scores.boundary === "lower")
      troubles.push({ code: "policy-share-boundary", where });
    if (scores.nested && (rule.method === "fixed" || rule.method === "share")) {
      troubles.push({ code: "policy-nested-method", params: { method: rule.method }, where });
    }
  }
  const { recency, frequency, monetary } = scores.weights;
  if (recency + frequency + monetary <= 0)
    troubles.push({ code: "policy-weights-zero", where: "/scores/weights" });
  return troubles;
}

function gridTroubles(policy: Policy): Trouble[] {
  const grid = gridOf(policy);
  const troubles: Trouble[] = [];
  for (const measure of ["recency", "frequency", "monetary"] as const) {
    const bins = binsOf(policy.scores[measure]);
    if (bins !== grid.scores) {
      troubles.push({
        code: "policy-grid-scores",
        params: { grid: grid.scores, measure, bins },
        where: "/grid",
      });
    }
  }
  if (typeof policy.grid === "string") return troubles;
  const compiled = compileGrid(grid, "/grid");
  if (!compiled.ok) return [...troubles, ...compiled.troubles];
  for (const { rule, segment } of gridReport(grid).shadowed) {
    troubles.push({ code: "policy-grid-shadowed", params: { segment }, where: `/grid/rules/${rule}` });
  }
  return troubles;
}

function lifecycleTroubles({ lifecycle }: Policy): Trouble[] {
  const { churned, dormant, rhythm } = lifecycle;
  const early = churned.days < dormant.days || (rhythm === "own" && churned.gaps < dormant.gaps);
  return early ? [{ code: "policy-limits-order", where: "/lifecycle/churned" }] : [];
}

function tierTroubles(policy: Policy): Trouble[] {
  const { list, by } = policy.tiers;
  const ids = list.map(({ id }) => id);
  const troubles: Trouble[] = [
    ...ids.flatMap((tier, at): Trouble[] =>
      ids.indexOf(tier) < at
        ? [{ code: "policy-tier-twice", params: { tier }, where: `/tiers/list/${at}/id` }]
        : [],
    ),
    ...labelTroubles(list),
  ];
  const known = (tier: string | undefined, where: string): Trouble[] =>
    tier === undefined || ids.includes(tier)
      ? []
      : [{ code: "policy-tier-unknown", params: { tier, tiers: ids }, where }];
  switch (by.kind) {
    case "scores":
    case "grade":
      return [...troubles, ...thresholdTroubles(by.thresholds, ids.length)];
    case "rules":
      return [
        ...troubles,
        ...known(by.rest, "/tiers/by/rest"),
        ...by.rules.flatMap(({ tier, when, unless }, at) => [
          ...known(tier, `/tiers/by/rules/${at}/tier`),
          ...conditionTroubles(when, policy, `/tiers/by/rules/${at}/when`),
          ...conditionTroubles(unless ?? {}, policy, `/tiers/by/rules/${at}/unless`),
        ]),
      ];
    case "matrix":
      return [
        ...troubles,
        ...known(by.prospects, "/tiers/by/prospects"),
        ...by.cells.flatMap((row, x) => row.flatMap((tier, y) => known(tier, `/tiers/by/cells/${x}/${y}`))),
        ...matrixTroubles(by),
      ];
  }
}

/**
 * Tiers whose labels are alike, where a PivotTable or a filter would take several for one: Excel tells texts apart neither
 * by case nor, in Chinese and Japanese, by width. What customers in no tier are called is taken too.
 */
function labelTroubles(list: Policy["tiers"]["list"]): Trouble[] {
  return (["en", "zh"] as const).flatMap((language) => {
    const none = say({ code: "text.no-tier" }, language);
    const first = new Map([[keyOf(none), none]]);
    return list.flatMap(({ label }, at): Trouble[] => {
      const key = keyOf(label[language]);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, label[language]);
        return [];
      }
      const where = `/tiers/list/${at}/label/${language}`;
      return [{ code: "policy-tier-labels-alike", params: { label: label[language], other }, where }];
    });
  });
}

/** What is the same of labels that are alike. */
const keyOf = (label: string) => foldText(label).toLowerCase();

function playbookTroubles({ playbook, tiers: { list } }: Policy): Trouble[] {
  const ids = list.map(({ id }) => id);
  return Object.keys(playbook?.tiers ?? {}).flatMap((tier): Trouble[] =>
    ids.includes(tier)
      ? []
      : [{ code: "policy-tier-unknown", params: { tier, tiers: ids }, where: `/playbook/tiers/${tier}` }],
  );
}

function thresholdTroubles(thresholds: readonly number[], tiers: number): Trouble[] {
  const where = "/tiers/by/thresholds";
  const troubles: Trouble[] = [];
  if (thresholds.some((value, at) => at > 0 && value >= (thresholds[at - 1] ?? Infinity))) {
    troubles.push({ code: "policy-not-descending", params: { values: [...thresholds] }, where });
  }
  if (thresholds.length !== tiers - 1) {
    troubles.push({
      code: "policy-thresholds",
      params: { tiers, needed: tiers - 1, given: thresholds.length },
      where,
    });
  }
  return troubles;
}

function conditionTroubles(condition: TierCondition, policy: Policy, where: string): Trouble[] {
  const grid = gridOf(policy);
  const segments = [
    ...new Set([...grid.rules.map(({ segment }) => segment), ...(grid.rest ? [grid.rest] : [])]),
  ];
  return (condition.segment ?? []).flatMap((segment): Trouble[] =>
    segments.includes(segment)
      ? []
      : [{ code: "policy-segment-unknown", params: { segment, segments }, where: `${where}/segment` }],
  );
}

function matrixTroubles(by: Extract<TierBasis, { kind: "matrix" }>): Trouble[] {
  const troubles: Trouble[] = [];
  const axis = (rule: Axis, where: string): void => {
    troubles.push(...cutoffTroubles(rule.cutoffs, `${where}/cutoffs`));
    if (rule.otherwise) axis(rule.otherwise, `${where}/otherwise`);
  };
  axis(by.x, "/tiers/by/x");
  axis(by.y, "/tiers/by/y");
  const classes = (rule: Axis): number[] => [
    binsOf(rule.cutoffs),
    ...(rule.otherwise ? classes(rule.otherwise) : []),
  ];
  const rows = by.cells.length;
  const columns = by.cells[0]?.length ?? 0;
  const [x = 0] = classes(by.x)
    .filter((bins) => bins !== rows)
    .concat(rows);
  const [y = 0] = classes(by.y)
    .filter((bins) => bins !== columns)
    .concat(columns);
  if (x !== rows || y !== columns || by.cells.some((row) => row.length !== columns)) {
    troubles.push({ code: "policy-matrix-cells", params: { rows, columns, x, y }, where: "/tiers/by/cells" });
  }
  return troubles;
}

function cutoffTroubles(rule: CutoffRule, where: string): Trouble[] {
  return "at" in rule ? ascending(rule.at, `${where}/at`) : [];
}

function ascending(values: readonly number[], where: string): Trouble[] {
  const ascends = values.every((value, at) => at === 0 || value > (values[at - 1] ?? -Infinity));
  return ascends ? [] : [{ code: "policy-not-ascending", params: { values: [...values] }, where }];
}
