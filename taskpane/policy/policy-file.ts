import type { Policy } from "../../src/core/policy/policy";

/** A policy as the text of its file: what `parsePolicy` and the command read. */
export function policyText(policy: Policy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}

/** What its file is called: its name and version, without what a file's name can't hold. */
export function policyFileName({ name, version }: Policy): string {
  const plain = `${name}-${version}`.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, "-").replace(/^[.-]+|[.-]+$/g, "");
  return `${plain || "policy"}.json`;
}
