import type { Policy } from "../../../src/core/policy/policy";
import type { Ruler } from "../../../src/core/tiers/ruler";

/** The values that give each score, with the cut-offs of a run. */
export function CutoffsInWords(props: { readonly policy: Policy; readonly ruler: Ruler }) {
  return <p>{props.ruler.policy}</p>;
}
