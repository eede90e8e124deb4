import { createContext, useContext } from "react";
import type { Policy } from "../../../src/core/policy/policy";
import type { PolicyDraft } from "../../policy/policy-draft";
import type { PolicyPath } from "../../policy/policy-path";

/** The policy that is being edited, and how to change it. */
export interface Editing {
  readonly draft: PolicyDraft;
  /** Takes the policy as it is after a change at a path. */
  readonly edit: (path: PolicyPath, changed: Policy) => void;
  /** Puts a value at a path. */
  readonly put: (path: PolicyPath, value: unknown) => void;
  /** Further measures of the data, by name. */
  readonly measures: readonly string[];
  /** The part that the reader came for; null for none. */
  readonly sought: PolicyPath | null;
}

export const DraftContext = createContext<Editing | null>(null);

/** The policy that is being edited. */
export function useDraft(): Editing {
  const editing = useContext(DraftContext);
  if (!editing) throw new Error("There is no policy being edited around this.");
  return editing;
}
