import type { Policy } from "../../../src/core/policy/policy";

/** Customers and money by score code, at `codeIndex(r, f, m, scores)`. Money is in currency. */
export interface CodeCounts {
  readonly scores: number;
  readonly customers: readonly number[];
  readonly monetary: readonly number[];
}

/** Everything of a policy that a reader may change. */
export function PolicyEditor(props: {
  readonly policy: Policy;
  /** Of the last run; null before there was one. */
  readonly codes: CodeCounts | null;
  /** Further measures of the data, by name: profit, satisfaction … */
  readonly measures: readonly string[];
  /** Called with valid policies only. */
  readonly onChange: (policy: Policy) => void;
  readonly onClose: () => void;
}) {
  return <section>{props.policy.name}</section>;
}

export default PolicyEditor;
