import type { Language } from "../language/language";
import type { Trouble } from "../language/message";
import { ACTIVITIES, STAGES } from "../lifecycle/stages";
import { compileGrid } from "../segments/segment";
import { codeIndex } from "../segments/pattern";
import { tierLabel } from "../tiers/labels";
import { gridOf } from "./check-policy";
import type { Policy, TierBasis, TierCondition } from "./policy";

/**
 * What in a sound policy can never happen, each with its path: thresholds that nobody reaches or nobody falls short of,
 * rules that are never applied, tiers that nothing leads to. It is no trouble: the policy can be used as it is, and says
 * less than whoever wrote it may think. Only what holds for any data is told.
 *
 * @param language of the tiers' names
 */
export function policyCautions(policy: Policy, language: Language): Trouble[] {
  const { list, by } = policy.tiers;
  const label = (id: string) => tierLabel(id, policy, language);
  const never = (ids: ReadonlySet<string>): Trouble[] =>
    list.flatMap(({ id }, at): Trouble[] =>
      ids.has(id)
        ? []
        : [{ code: "policy-tier-unused", params: { tier: label(id) }, where: `/tiers/list/${at}` }],
    );
  switch (by.kind) {
    case "scores":
      return thresholdCautions(by.thresholds, 1, gridOf(policy).scores, (at) => label(list[at]?.id ?? ""));
    case "grade":
      return thresholdCautions(by.thresholds, 0, 100, (at) => label(list[at]?.id ?? ""));
    case "rules": {
      const { rules, rest } = reached(policy, by);
      const unreached = by.rules.flatMap(({ tier }, at): Trouble[] =>
        rules.has(at)
          ? []
          : [
              {
                code: "policy-rule-unreached",
                params: { rule: at + 1, tier: label(tier) },
                where: `/tiers/by/rules/${at}`,
              },
            ],
      );
      // A tier whose rules are all told above needs no sentence of its own.
      const named = [
        ...by.rules.map(({ tier }) => tier),
        ...(by.rest !== undefined && rest ? [by.rest] : []),
      ];
      return [...unreached, ...never(new Set(named))];
    }
    case "matrix":
      return never(new Set([...by.cells.flat(), ...(by.prospects === undefined ? [] : [by.prospects])]));
  }
}

/** Thresholds descend, and reaching one is enough: one above the most is never reached, none is below the least. */
function thresholdCautions(
  thresholds: readonly number[],
  least: number,
  most: number,
  label: (tier: number) => string,
): Trouble[] {
  return thresholds.flatMap((threshold, at): Trouble[] => {
    const where = `/tiers/by/thresholds/${at}`;
    if (threshold > most) {
      return [{ code: "policy-threshold-high", params: { tier: label(at), threshold, most }, where }];
    }
    return threshold <= least
      ? [{ code: "policy-threshold-low", params: { tier: label(at + 1), threshold, least }, where }]
      : [];
  });
}

/** What rules look at of a customer; blanks and 0 where it isn't known. */
interface Case {
  readonly abc: string;
  readonly segment: string;
  readonly stage: string;
  readonly activity: string;
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

const FIELDS = ["abc", "segment", "stage", "activity", "r", "f", "m"] as const;

/** The rules that some case comes to, and whether one is left for the rest. */
function reached(
  policy: Policy,
  { rules }: Extract<TierBasis, { kind: "rules" }>,
): { readonly rules: ReadonlySet<number>; readonly rest: boolean } {
  const used = new Set(
    rules.flatMap(({ when, unless }) => [...Object.keys(when), ...Object.keys(unless ?? {})]),
  );
  const of = (field: keyof Case, values: readonly string[]) => (used.has(field) ? ["", ...values] : [""]);
  const scored = ["segment", "r", "f", "m"].some((field) => used.has(field));
  const found = new Set<number>();
  let rest = false;
  for (const codes of scored ? codesOf(policy) : [UNSCORED])
    for (const abc of of("abc", ["A", "B", "C"]))
      for (const stage of of("stage", STAGES))
        for (const activity of of("activity", ACTIVITIES)) {
          const one: Case = { ...codes, abc, stage, activity };
          const at = rules.findIndex(
            ({ when, unless }) =>
              FIELDS.every((field) => !when[field] || holds(when, field, one)) &&
              !(unless && FIELDS.some((field) => unless[field] && holds(unless, field, one))),
          );
          if (at < 0) rest = true;
          else found.add(at);
        }
  return { rules: found, rest };
}

function holds(condition: TierCondition, field: (typeof FIELDS)[number], one: Case): boolean {
  return (condition[field] as readonly unknown[]).includes(one[field]);
}

type Codes = Pick<Case, "segment" | "r" | "f" | "m">;

const UNSCORED: Codes = { segment: "", r: 0, f: 0, m: 0 };

/** All codes with their segments, and none. */
function codesOf(policy: Policy): readonly Codes[] {
  const grid = gridOf(policy);
  const compiled = compileGrid(grid);
  if (!compiled.ok) return [UNSCORED];
  const { segments, table } = compiled.value;
  const levels = Array.from({ length: grid.scores }, (_, at) => at + 1);
  const codes = levels.flatMap((r) =>
    levels.flatMap((f) =>
      levels.map((m) => ({ r, f, m, segment: segments[table[codeIndex(r, f, m, grid.scores)] ?? -1] ?? "" })),
    ),
  );
  return [UNSCORED, ...codes];
}
