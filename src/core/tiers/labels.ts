import { catalogue, type MessageCode } from "../language/catalogue";
import type { Language } from "../language/language";
import { say, sayMoney, sayNumber, type Message } from "../language/message";
import type { Reason } from "../ledger/check";
import type { Activity, Stage } from "../lifecycle/stages";
import type { Warning } from "../lifecycle/warnings";
import { gridOf } from "../policy/check-policy";
import type { Policy } from "../policy/policy";

/** The label of a stage. */
export function stageLabel(stage: Stage, language: Language): string {
  return say({ code: `label.stage.${stage}` }, language);
}

/** The label of an activity. */
export function activityLabel(activity: Activity, language: Language): string {
  return say({ code: `label.activity.${activity}` }, language);
}

/** The label of a tier: what the policy calls it. */
export function tierLabel(tier: string | null, policy: Policy, language: Language): string {
  const found = policy.tiers.list.find(({ id }) => id === tier);
  return found ? found.label[language] : say({ code: "text.no-tier" }, language);
}

/** The label of a segment: the policy's own grid's, else the catalogue's, else its id. */
export function segmentLabel(segment: string, policy: Policy, language: Language): string {
  const grid = gridOf(policy);
  const own =
    grid.rules.find((rule) => rule.segment === segment)?.label ??
    (grid.rest === segment ? grid.restLabel : undefined);
  if (own) return own[language];
  const code = `label.segment.${segment}`;
  return code in catalogue ? say({ code: code as MessageCode }, language) : segment;
}

/** Why a row was set aside. */
export function reasonLabel(reason: Reason, language: Language): string {
  return say({ code: `reason.${reason}` }, language);
}

/** A warning as a sentence with its numbers. */
export function warningMessage(warning: Warning): Message {
  switch (warning.rule) {
    case "overdue":
      return {
        code: "warning.overdue",
        params: { recency: warning.recency, gap: gapInWords(warning.gap) },
      };
    case "fewer-purchases":
      return { code: "warning.fewer-purchases", params: { ...countsOf(warning), window: warning.window } };
    case "less-money":
      return {
        code: "warning.less-money",
        params: { now: sayMoney(warning.now), before: sayMoney(warning.before), window: warning.window },
      };
    case "satisfaction-down":
      return { code: "warning.satisfaction-down", params: countsOf(warning) };
  }
}

/** The usual days between purchases; many who buy several times a day have none. */
export function gapInWords(gap: number): Message | string {
  return gap < 0.05 ? { code: "warning.gap.none" } : sayNumber(gap, 1);
}

function countsOf({ now, before }: { readonly now: number; readonly before: number }) {
  return { now: sayNumber(now, 2), before: sayNumber(before, 2) };
}
