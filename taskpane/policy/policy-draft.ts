import type { Trouble } from "../../src/core/language/message";
import type { Policy } from "../../src/core/policy/policy";
import { wholeTroubles } from "../../src/core/policy/read-policy";
import { namedAfterEdit } from "./policy-origin";
import type { PolicyPath } from "./policy-path";

/**
 * A policy while it is being edited. What stands in it may be wrong for a while, as 1 is on the way to 15: it is kept
 * as it was typed, and the last policy that was right stays in effect.
 */
export interface PolicyDraft {
  readonly policy: Policy;
  /** All that is wrong with it, each with its path; empty where it is in effect. */
  readonly troubles: readonly Trouble[];
  /** The last one that was right. */
  readonly inEffect: Policy;
  /** What it was before each change, the latest last. */
  readonly past: readonly { readonly path: PolicyPath; readonly policy: Policy }[];
}

/** Changes that can be undone. */
const REMEMBERED = 100;

/** Begins to edit a policy that is right. */
export function startDraft(policy: Policy): PolicyDraft {
  return { policy, troubles: troublesOf(policy), inEffect: policy, past: [] };
}

/**
 * The draft after a change.
 *
 * @param path what was changed: one change after another of the same value, as letters are typed, is undone at once
 */
export function edited(draft: PolicyDraft, path: PolicyPath, changed: Policy): PolicyDraft {
  const policy = path === "/name" || path.startsWith("/title") ? changed : namedAfterEdit(changed);
  const typed = path !== "/" && draft.past.at(-1)?.path === path;
  const past = typed ? draft.past : [...draft.past, { path, policy: draft.policy }].slice(-REMEMBERED);
  return withPolicy(draft, policy, past);
}

/** The draft before its last change; itself where there was none. */
export function undone(draft: PolicyDraft): PolicyDraft {
  const last = draft.past.at(-1);
  return last ? withPolicy(draft, last.policy, draft.past.slice(0, -1)) : draft;
}

/** All that is wrong; that a measure has other scores than the grid stands at the measure, where it is mended. */
function troublesOf(policy: Policy): Trouble[] {
  return wholeTroubles(policy).map((trouble) =>
    trouble.code === "policy-grid-scores"
      ? { ...trouble, where: `/scores/${String(trouble.params?.["measure"])}` }
      : trouble,
  );
}

function withPolicy(draft: PolicyDraft, policy: Policy, past: PolicyDraft["past"]): PolicyDraft {
  const troubles = troublesOf(policy);
  return { policy, troubles, inEffect: troubles.length === 0 ? policy : draft.inEffect, past };
}

/** What is wrong at a path and within it. */
export function troublesAt({ troubles }: PolicyDraft, ...paths: readonly PolicyPath[]): Trouble[] {
  return troubles.filter(({ where = "/" }) =>
    paths.some((path) => where === path || where.startsWith(`${path}/`)),
  );
}
