import type { Language } from "../src/core/language/language";
import { no, ok, type Result } from "../src/core/language/message";
import type { Policy, TierRule } from "../src/core/policy/policy";
import { templates } from "../src/core/policy/templates";
import { binsOf, cutoffs, scoreOf, type Boundary, type CutoffRule } from "../src/core/scoring/cutoffs";
import { ascending, labelsOf, listOf, numbersIn } from "./list";
import type { ParameterName } from "./range";
import { joined, sayCell } from "./scalar";

/** Tiers that numbers fall into: how numbers are cut, and what each class is called, the lowest first. */
export interface Bands {
  readonly rule: CutoffRule;
  readonly boundary: Boundary;
  readonly labels: readonly (string | number)[];
  /** True where the classes come of the values beside each other, so that one value alone says nothing. */
  readonly relative: boolean;
  /** The name of the template it was read from. */
  readonly template: string | null;
}

/**
 * Tiers from two arguments: thresholds, ascending (reaching one is enough), or the name of a template; labels, the
 * lowest tier first, one more than thresholds. Without labels the tiers are letters, A the best, or what the template
 * calls them. Without either it is the template `abc`.
 *
 * What a template's name means for plain numbers: `rfm` and `weighted` have thresholds for scores of 1–5 and for grades
 * of 0–100, `abc` and `vip` cut at shares of the total (whether a VIP has churned can't be seen in a number),
 * `eight-types` at the mean. `strategic` needs two axes and `adc` dates: refused, with the function that has them.
 */
export function bandsOf(thresholds: unknown, labels: unknown, language: Language): Result<Bands> {
  const bands = cutOf(thresholds, language);
  if (!bands.ok) return bands;
  const own = labelsOf("labels", labels);
  if (!own.ok) return own;
  const classes = binsOf(bands.value.rule);
  if (own.value === null) return bands;
  return own.value.length === classes
    ? ok({ ...bands.value, labels: own.value })
    : no("function-labels", { labels: own.value.length, needed: classes });
}

function cutOf(thresholds: unknown, language: Language): Result<Bands> {
  const name: ParameterName = "thresholds";
  const list = listOf(name, thresholds);
  if (!list.ok) return list;
  const [only] = list.value ?? [];
  if (list.value === null) return templateBands("abc", language);
  if (list.value.length === 1 && typeof only === "string" && !/\d/.test(only))
    return templateBands(only, language);
  const numbers = numbersIn(name, list.value);
  if (!numbers.ok) return numbers;
  const at = ascending(name, numbers.value ?? [], false);
  if (!at.ok) return at;
  const classes = at.value.length + 1;
  if (classes > LETTERS.length)
    return no("function-too-many-cutoffs", { cutoffs: at.value.length, most: 25 });
  const letters = [...LETTERS.slice(0, classes)].reverse();
  const rule = { method: "fixed", at: at.value } as const;
  return ok({ rule, boundary: "lower", labels: letters, relative: false, template: null });
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function templateBands(name: string, language: Language): Result<Bands> {
  const policy = templates.find((one) => joined(one.name) === joined(name));
  if (!policy) {
    const choices = templates.map((one) => `"${one.name}"`);
    return no("function-thresholds", { value: sayCell(name), choices });
  }
  const { by, list } = policy.tiers;
  const label = (id: string | undefined) => list.find((tier) => tier.id === id)?.label[language] ?? "";
  if (by.kind === "matrix") return no("function-template-matrix", { template: policy.name });
  if (by.kind !== "rules") {
    const labels = list.map(({ id }) => label(id)).reverse();
    const rule = { method: "fixed", at: [...by.thresholds].reverse() } as const;
    return ok({ rule, boundary: "lower", labels, relative: false, template: policy.name });
  }
  const cut = ruleCut(policy, by.rules);
  if (!cut) return no("function-template-dates", { template: policy.name });
  const labels = cut.classes.map((fits) => label(by.rules.find(fits)?.tier ?? by.rest));
  return ok({ rule: cut.rule, boundary: "upper", labels, relative: true, template: policy.name });
}

/** How a template whose tiers are rules cuts a number, and which rules fit each class; null where it needs more. */
function ruleCut(
  { abc, scores }: Policy,
  rules: readonly TierRule[],
): { readonly rule: CutoffRule; readonly classes: readonly ((rule: TierRule) => boolean)[] } | null {
  if (rules.every(({ when }) => when.abc)) {
    const classes = ["C", "B", "A"].map(
      (letter) =>
        ({ when }: TierRule) =>
          when.abc?.includes(letter) ?? false,
    );
    return { rule: { method: "share", at: abc.shares }, classes };
  }
  if (rules.every(({ when }) => when.m)) {
    const bins = Array.from({ length: binsOf(scores.monetary) }, (_, at) => at + 1);
    const classes = bins.map(
      (score) =>
        ({ when }: TierRule) =>
          when.m?.includes(score) ?? false,
    );
    return { rule: scores.monetary, classes };
  }
  return null;
}

/** The tier of each value, NaN left to the caller. */
export function inBands(
  values: Float64Array,
  { rule, boundary, labels }: Bands,
): (at: number) => string | number {
  const cut = cutoffs(values, rule, boundary);
  return (at) => labels[scoreOf(values[at] ?? NaN, cut, boundary) - 1] ?? "";
}
