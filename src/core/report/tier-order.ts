import type { Language } from "../language/language";
import type { Policy } from "../policy/policy";
import { tierLabel } from "../tiers/labels";

const LANGUAGES: readonly Language[] = ["en", "zh"];

/** How the labels of tiers stand in the alphabet: as in the policy, the other way round, or otherwise. */
export type TierOrder = "ascending" | "descending" | "other";

/** How the policy's order of tiers, customers in none last, stands in the alphabet of a language. */
export function tierOrderIn(policy: Policy, language: Language): TierOrder {
  return orderOf(labelsOf(policy, language), language);
}

/**
 * True where a list sorted by labels has tiers in another order than the policy in one of the languages, so that numbers
 * before the labels are needed. It hangs on the policy alone: the columns of a workbook are the same in both languages.
 */
export function needsTierOrder(policy: Policy): boolean {
  return LANGUAGES.some((language) => tierOrderIn(policy, language) === "other");
}

/** The tiers' labels with their places before them, which sort as the policy has them: `1 Strategic`, or `01 …` of ten. */
export function orderedTierLabels(policy: Policy, language: Language): readonly string[] {
  const labels = labelsOf(policy, language);
  const digits = String(labels.length).length;
  return labels.map((label, at) => `${String(at + 1).padStart(digits, "0")} ${label}`);
}

function labelsOf(policy: Policy, language: Language): readonly string[] {
  return [...policy.tiers.list.map(({ id }) => id), null].map((id) => tierLabel(id, policy, language));
}

/** How labels stand in the alphabet as Excel sorts. */
export function orderOf(labels: readonly string[], language: Language): TierOrder {
  const compare = alphabetOf(language);
  const follow = (sign: number) =>
    labels.every((label, at) => at === 0 || sign * compare(labels[at - 1] ?? "", label) < 0);
  return follow(1) ? "ascending" : follow(-1) ? "descending" : "other";
}

/** As Excel on Windows sorts: what begins with a Chinese character after all else, where browsers put it first. */
function alphabetOf(language: Language): (one: string, other: string) => number {
  const { compare } = new Intl.Collator(language === "zh" ? "zh-CN" : "en");
  const isChinese = (label: string) => Number(/^\p{Script=Han}/u.test(label));
  return (one, other) => isChinese(one) - isChinese(other) || compare(one, other);
}
