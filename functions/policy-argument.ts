import { no, ok, type Result } from "../src/core/language/message";
import { foldText } from "../src/core/ledger/folding";
import type { Policy } from "../src/core/policy/policy";
import { parsePolicy } from "../src/core/policy/read-policy";
import { templateNamed, templates } from "../src/core/policy/templates";
import { listOf } from "./list";
import { sayCell } from "./scalar";

/** Policies that were read last, so that cells with the same text share one: what is computed from it is kept by it. */
const read = new Map<string, Result<Policy>>();
const MOST_READ = 8;

/**
 * The policy of an argument: a template's name, whatever the case, or the JSON of a policy; a document longer than a
 * cell holds may stand in several, which are joined. Null where it is left out. Refused: another name, and a document
 * that is no policy, with what is wrong in it.
 */
export function policyOf(argument: unknown): Result<Policy | null> {
  const list = listOf("policy", argument);
  if (!list.ok) return list;
  if (list.value === null) return ok(null);
  const text = list.value.map((cell) => String(cell ?? "")).join("");
  if (text.trim() === "" || text === "0") return ok(null);
  if (text.trimStart().startsWith("{")) return parsed(text);
  const template = templateNamed(foldText(text).toLowerCase().replace(/[ _]/g, "-"));
  const policies = templates.map(({ name }) => name);
  return template ? ok(template) : no("policy-template-unknown", { policy: sayCell(text), policies });
}

function parsed(text: string): Result<Policy> {
  let policy = read.get(text);
  if (!policy) {
    read.set(text, (policy = parsePolicy(text)));
    const [oldest] = read.keys();
    if (read.size > MOST_READ && oldest !== undefined) read.delete(oldest);
  }
  return policy;
}
