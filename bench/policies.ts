import type { Policy } from "../src/core/policy/policy";
import { templateNamed } from "../src/core/policy/templates";

/** The default policy, which all benchmarks of classifying use. */
export function rfmPolicy(): Policy {
  const policy = templateNamed("rfm");
  if (!policy) throw new Error("There is no template rfm.");
  return policy;
}
