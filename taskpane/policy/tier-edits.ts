import type { Bilingual } from "../../src/core/language/language";
import { foldText } from "../../src/core/ledger/folding";
import { gridOf } from "../../src/core/policy/check-policy";
import type { Axis, Policy, Tier, TierBasis, TierCondition, TierRule } from "../../src/core/policy/policy";
import { templateNamed } from "../../src/core/policy/templates";
import { binsOf, type CutoffRule } from "../../src/core/scoring/cutoffs";
import { newId } from "./grid-edits";
import { ruleOf } from "./score-edits";

type Kind = TierBasis["kind"];
type Basis<K extends Kind> = Extract<TierBasis, { readonly kind: K }>;
export type Matrix = Basis<"matrix">;

/** The most tiers a policy has. */
export const MOST_TIERS = 20;

/** How many tiers a basis needs at least: one beside each threshold. */
export function fewestTiers({ tiers: { by } }: Policy): number {
  return by.kind === "scores" || by.kind === "grade" ? 2 : 1;
}

function withTiers(policy: Policy, list: readonly Tier[], by: TierBasis): Policy {
  return { ...policy, tiers: { list, by } };
}

/** A policy with a tier more, the last, under a label that no other has; a threshold between it and the one before. */
export function addTier(policy: Policy, wanted: Bilingual): Policy {
  const { list, by } = policy.tiers;
  const label = {
    en: untaken(
      wanted.en,
      list.map((tier) => tier.label.en),
    ),
    zh: untaken(
      wanted.zh,
      list.map((tier) => tier.label.zh),
    ),
  };
  const id = newId(
    label.en,
    list.map((tier) => tier.id),
    "tier",
  );
  const added = [...list, { id, label }];
  if (by.kind === "scores" || by.kind === "grade") {
    const lowest = by.kind === "scores" ? 1 : 0;
    const last = by.thresholds.at(-1) ?? lowest;
    const below = last > lowest ? (last + lowest) / 2 : last - 1;
    return withTiers(policy, added, { ...by, thresholds: [...by.thresholds, Number(below.toFixed(4))] });
  }
  return withTiers(policy, added, by);
}

/** A label, with a number behind it where it is taken. */
function untaken(label: string, taken: readonly string[]): string {
  const keys = new Set(taken.map((one) => foldText(one).toLowerCase()));
  let free = label;
  for (let copy = 2; keys.has(foldText(free).toLowerCase()); copy++) free = `${label} ${copy}`;
  return free;
}

/** A policy without one of its tiers: what named it is gone too; cells of a matrix name the tier that took its place. */
export function removeTier(policy: Policy, at: number): Policy {
  const { list, by } = policy.tiers;
  const gone = list[at]?.id;
  const left = list.filter((_, i) => i !== at);
  const heir = (left[at] ?? left.at(-1))?.id ?? "";
  const other = (tier: string) => (tier === gone ? heir : tier);
  const { playbook } = policy;
  const lines = Object.entries(playbook?.tiers ?? {}).filter(([tier]) => tier !== gone);
  const kept = playbook ? { ...policy, playbook: { ...playbook, tiers: Object.fromEntries(lines) } } : policy;
  switch (by.kind) {
    case "scores":
    case "grade": {
      const threshold = Math.min(at, by.thresholds.length - 1);
      return withTiers(kept, left, { ...by, thresholds: by.thresholds.filter((_, i) => i !== threshold) });
    }
    case "rules": {
      const { rest, ...others } = by;
      const rules = by.rules.filter(({ tier }) => tier !== gone);
      return withTiers(kept, left, {
        ...others,
        rules,
        ...(rest === undefined || rest === gone ? {} : { rest }),
      });
    }
    case "matrix": {
      const { prospects } = by;
      const cells = by.cells.map((row) => row.map(other));
      return withTiers(kept, left, { ...by, cells, ...(prospects ? { prospects: other(prospects) } : {}) });
    }
  }
}

/** A list with one of its entries moved up (−1) or down (1). */
export function moved<T>(list: readonly T[], at: number, by: number): readonly T[] {
  const to = at + by;
  const [one, other] = [list[at], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.map((entry, i) => (i === at ? other : i === to ? one : entry));
}

/** A policy whose tiers are made of something else, with rules to begin with. */
export function withBasis(policy: Policy, kind: Kind): Policy {
  const { list, by } = policy.tiers;
  if (by.kind === kind) return policy;
  const tiers =
    list.length < 2 && (kind === "scores" || kind === "grade") ? addTier(policy, LOWER).tiers.list : list;
  return withTiers(policy, tiers, firstBasis(kind, tiers, gridOf(policy).scores));
}

const LOWER: Bilingual = { en: "Lower", zh: "较低" };

function firstBasis(kind: Kind, list: readonly Tier[], scores: number): TierBasis {
  const count = list.length;
  const tier = (at: number) => list[Math.max(0, Math.min(at, count - 1))]?.id ?? "";
  const thresholds = (from: (at: number) => number) =>
    Array.from({ length: count - 1 }, (_, at) => Number(from(at + 1).toFixed(2)));
  switch (kind) {
    case "scores":
      // The mean rounded, where there are as many tiers as scores.
      return {
        kind,
        thresholds: thresholds((at) =>
          count === scores ? scores + 0.5 - at : 1 + (scores - 1) * (1 - at / count),
        ),
      };
    case "grade": {
      const weighted = templateNamed("weighted")?.tiers.by as Basis<"grade">;
      const same = weighted.thresholds.length === count - 1;
      return {
        ...weighted,
        thresholds: same ? weighted.thresholds : thresholds((at) => 100 * (1 - at / count)),
      };
    }
    case "rules": {
      const abc = ["A", "B", "C"].slice(0, Math.max(1, count - 1));
      return {
        kind,
        rules: abc.map((grade, at) => ({ tier: tier(at), when: { abc: [grade] } })),
        rest: tier(count),
      };
    }
    case "matrix": {
      const strategic = templateNamed("strategic")?.tiers.by as Matrix;
      const place = (x: number, y: number) => Math.round((1 - (x / 2 + y) / 2) * (count - 1));
      return {
        ...strategic,
        cells: strategic.cells.map((row, x) => row.map((_, y) => tier(place(x, y)))),
        prospects: tier(count),
      };
    }
  }
}

/** What a rule of tiers may ask for, and the values there are. */
export type Fact = keyof TierCondition;
export const FACTS = [
  "abc",
  "segment",
  "stage",
  "activity",
  "r",
  "f",
  "m",
] as const satisfies readonly Fact[];

/** A condition with a value ticked or not; a fact of which nothing is ticked isn't asked for. */
export function ticked(
  condition: TierCondition,
  fact: Fact,
  value: string | number,
  on: boolean,
): TierCondition {
  const before = (condition[fact] ?? []) as readonly (string | number)[];
  const values = before.filter((one) => one !== value).concat(on ? [value] : []);
  const { [fact]: _, ...others } = condition;
  if (values.length === 0) return others;
  return { ...condition, [fact]: fact === "r" || fact === "f" || fact === "m" ? values.sort() : values };
}

/** A rule with what keeps customers out of it; without, where nothing does. */
export function withUnless({ unless: _, ...rule }: TierRule, unless: TierCondition): TierRule {
  return Object.keys(unless).length === 0 ? rule : { ...rule, unless };
}

/** A matrix with another axis: its cells and what stands in for a missing measure follow the number of classes. */
export function withAxis(matrix: Matrix, which: "x" | "y", axis: Axis): Matrix {
  const classes = binsOf(axis.cutoffs);
  const fitting = (one: Axis): Axis => {
    const cutoffs: CutoffRule =
      binsOf(one.cutoffs) === classes ? one.cutoffs : ruleOf("quantile", classes, one.measure);
    return { ...one, cutoffs, ...(one.otherwise ? { otherwise: fitting(one.otherwise) } : {}) };
  };
  // The lowest and the highest class stay what they are.
  const stretched = <T>(list: readonly T[]): T[] =>
    Array.from({ length: classes }, (_, at) =>
      list.at(Math.round((at * (list.length - 1)) / (classes - 1))),
    ).filter((one) => one !== undefined);
  const cells =
    classes < 2 || classes > 3
      ? matrix.cells
      : which === "x"
        ? stretched(matrix.cells)
        : matrix.cells.map((row) => stretched(row));
  return { ...matrix, [which]: fitting(axis), cells };
}
