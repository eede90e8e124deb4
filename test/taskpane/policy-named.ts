import type { Policy } from "../../src/core/policy/policy";
import { templateNamed } from "../../src/core/policy/templates";

/** A template that a test knows to be there. */
export function policyNamed(name: string): Policy {
  const policy = templateNamed(name);
  if (!policy) throw new Error(`There is no template ${name}.`);
  return policy;
}
