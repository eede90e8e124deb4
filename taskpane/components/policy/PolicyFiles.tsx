import type { Trouble } from "../../../src/core/language/message";
import type { Policy } from "../../../src/core/policy/policy";

/** Where a policy comes from and goes to: a file, and the workbook. */
export function PolicyFiles(props: {
  readonly policy: Policy;
  /** Called with a policy that was read from a file and is whole and valid. */
  readonly onChange: (policy: Policy) => void;
  /** Keeps the policy in the workbook; nothing is offered where there is none. */
  readonly onSave?: (policy: Policy) => Promise<void>;
  /** A file was refused, for all of these, each with its path. They are listed here as well. */
  readonly onRefuse: (troubles: readonly Trouble[]) => void;
}) {
  return <div>{props.policy.name}</div>;
}
