import type { Policy } from "../../src/core/policy/policy";
import { startDraft, type PolicyDraft } from "./policy-draft";

/** What the editor keeps beside the draft: the policy it was given, and those it told and wasn't given back yet. */
export interface Kept {
  readonly given: Policy;
  readonly draft: PolicyDraft;
  readonly told: readonly Policy[];
}

/** Begins with a policy. */
export function startKeeping(policy: Policy): Kept {
  return { given: policy, draft: startDraft(policy), told: [] };
}

/** After a change of the draft; what came into effect with it is told. */
export function taken(kept: Kept, draft: PolicyDraft): Kept {
  const told = draft.inEffect === kept.draft.inEffect ? kept.told : [...kept.told, draft.inEffect];
  return { ...kept, draft, told };
}

/**
 * With the policy that the editor is given now. One that it told itself comes back a little later, when more may have
 * been typed: the draft stays. One from elsewhere, a template or a file, begins a new draft.
 */
export function followed(kept: Kept, policy: Policy): Kept {
  if (policy === kept.given) return kept;
  const at = kept.told.indexOf(policy);
  if (at >= 0) return { ...kept, given: policy, told: kept.told.slice(at + 1) };
  const same = JSON.stringify(policy) === JSON.stringify(kept.draft.inEffect);
  return { given: policy, draft: same ? kept.draft : startDraft(policy), told: [] };
}
