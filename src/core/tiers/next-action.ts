import type { Language } from "../language/language";
import { say } from "../language/message";
import { STAGES, type Stage } from "../lifecycle/stages";
import type { Policy } from "../policy/policy";
import { stageText, tierText } from "./playbook";

/** What to do next with a customer of a tier, by its place in the policy's list (-1 for none), at a stage. */
export type NextActions = (tier: number, stage: Stage | null) => string | null;

/**
 * The next action of each tier at each stage, from the playbook: what the stage asks for now and how the tier is in
 * touch after it. A customer who left gets the stage's offer instead, as the usual contacts are paused; one who may
 * come gets it, too. Where things go well the tier's rhythm comes first. A tier that is a stage itself says all. Null
 * without tier and stage. Each sentence is made once, however many customers get it.
 */
export function nextActions(policy: Policy, language: Language): NextActions {
  const tiers: readonly (string | null)[] = [...policy.tiers.list.map(({ id }) => id), null];
  const stages: readonly (Stage | null)[] = [...STAGES, null];
  const made = new Map(
    tiers.map((tier, at) => [
      tier === null ? -1 : at,
      new Map(stages.map((stage) => [stage, nextAction(tier, stage, policy, language)])),
    ]),
  );
  return (tier, stage) => made.get(tier)?.get(stage) ?? null;
}

function nextAction(
  tier: string | null,
  stage: Stage | null,
  policy: Policy,
  language: Language,
): string | null {
  const both = (now: string, also: string) =>
    say({ code: "playbook.next.also", params: { now, also } }, language);
  const ofTier = (field: "rhythm" | "offer") =>
    tier === null ? "" : tierText(tier, field, policy, language);
  const ofStage = (field: "rhythm" | "offer") =>
    stage === null ? "" : stageText(stage, field, policy, language);
  if (tier === null && stage === null) return null;
  if (stage === null || tier === stage) return both(ofTier("rhythm"), ofTier("offer"));
  if (tier === null || stage === "churned" || stage === "prospect")
    return both(ofStage("rhythm"), ofStage("offer"));
  if (stage === "mature" || stage === "growing") return both(ofTier("rhythm"), ofStage("rhythm"));
  return say(
    { code: "playbook.next.then", params: { now: ofStage("rhythm"), usual: ofTier("rhythm") } },
    language,
  );
}
