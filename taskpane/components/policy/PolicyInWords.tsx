import type { Policy } from "../../../src/core/policy/policy";

/** A policy in a few sentences. */
export function PolicyInWords(props: { readonly policy: Policy }) {
  return <p>{props.policy.name}</p>;
}
