import type { Cells } from "./cells";
import { readIds, type IdsRead } from "./ids";
import { statusOf } from "./statuses";

/** The statuses of a column: each distinct text once, which of them set a row aside, and those nobody listed. */
export interface StatusesRead {
  readonly ids: IdsRead;
  /** By index into `ids.names`. */
  readonly excluded: readonly boolean[];
  /** Texts that are neither listed nor named by the policy, in the order of the alphabet. */
  readonly unknown: readonly string[];
}

/** Reads a status column under the listed words and the policy's own. The policy's word wins. */
export function statusesOf(
  cells: Cells,
  policy: { readonly exclude: readonly string[]; readonly count: readonly string[] },
): StatusesRead {
  const ids = readIds(cells);
  const named = (words: readonly string[], name: string) =>
    words.some((word) => word.trim().toLowerCase() === name.toLowerCase());
  const verdicts = ids.names.map((name) => {
    if (named(policy.exclude, name)) return "excluded";
    if (named(policy.count, name)) return "counted";
    return statusOf(name);
  });
  return {
    ids,
    excluded: verdicts.map((verdict) => verdict === "excluded"),
    unknown: ids.names.filter((_, at) => verdicts[at] === "unknown").sort(),
  };
}
