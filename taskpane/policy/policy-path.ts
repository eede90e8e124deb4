import type { Policy } from "../../src/core/policy/policy";

/** A JSON pointer into a policy, as troubles name places: `/scores/recency/bins`. */
export type PolicyPath = `/${string}`;

const keysOf = (path: PolicyPath) => path.slice(1).split("/");

/** What stands at a path; undefined where nothing does. */
export function valueAt(policy: Policy, path: PolicyPath): unknown {
  return keysOf(path).reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? part[key as keyof typeof part] : undefined),
    policy,
  );
}

/** A copy of a policy with another value at a path, or with undefined nothing there. */
export function withValue(policy: Policy, path: PolicyPath, value: unknown): Policy {
  return put(policy, keysOf(path), value) as Policy;
}

function put(part: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  const inner = rest.length === 0 ? value : put((part as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(part)) {
    return inner === undefined
      ? part.filter((_, at) => at !== Number(key))
      : part.map((one: unknown, at) => (at === Number(key) ? inner : one));
  }
  const { [key]: _, ...others } = part as Record<string, unknown>;
  if (inner === undefined) return others;
  return { ...(part as object), [key]: inner };
}
