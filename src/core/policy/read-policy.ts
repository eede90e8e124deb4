import { no, ok, type Result, type Trouble } from "../language/message";
import { policyTroubles } from "./check-policy";
import { migrate, type PolicyDocument } from "./migrate";
import type { Policy } from "./policy";
import { schemaTroubles } from "./schema-troubles";
import { templateNamed, templates } from "./templates";

/** Sections of a policy in which a document may give some keys and leave the others to its template. */
const SECTIONS = ["title", "rows", "scores", "abc", "lifecycle", "warnings"];

/**
 * Reads a policy document. What it leaves out is taken from the template it `extends` (`rfm` unless said), key by key
 * in a section; a cut-off rule, a limit, a grid and the tiers are taken whole. All problems are reported at once, each
 * with its path.
 */
export function readPolicy(document: unknown): Result<Policy> {
  if (!isRecord(document)) return no("policy-no-object");
  if (isDeep(document)) return no("policy-too-deep");
  const migrated = migrate(document);
  if (!migrated.ok) return migrated;
  const { extends: from = "rfm", ...own } = migrated.value;
  const template = typeof from === "string" ? templateNamed(from) : undefined;
  if (!template) {
    const choices = templates.map(({ name }) => name);
    return no("policy-choice", { value: JSON.stringify(from) ?? "", choices }, "/extends");
  }
  const policy = completed({ name: "custom", ...own }, template) as unknown as Policy;
  const troubles = wholeTroubles(policy);
  return troubles.length > 0 ? { ok: false, troubles } : ok(policy);
}

/** Nothing in a policy lies so deep; what does would end the checks, which follow it down. */
const DEEPEST = 50;

function isDeep(document: unknown): boolean {
  let level = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** All that is wrong with a policy that leaves nothing out: its form, and where that is right, its meaning. */
export function wholeTroubles(policy: Policy): Trouble[] {
  const malformed = schemaTroubles(policy);
  return malformed.length > 0 ? malformed : policyTroubles(policy);
}

/** Reads a policy from the text of a JSON file. */
export function parsePolicy(text: string): Result<Policy> {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { ok: false, troubles: [placeOf(error, text)] };
  }
  return readPolicy(document);
}

/** Where JSON.parse stopped, if its message says so. */
function placeOf(error: unknown, text: string): Trouble {
  const message = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(message)?.[1];
  const ended = /end of JSON/.test(message);
  if (position === undefined && !ended) return { code: "policy-no-json" };
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return {
    code: "policy-no-json-from",
    params: { line: before.length, column: (before.at(-1) ?? "").length + 1 },
  };
}

function completed(document: PolicyDocument, template: Policy): PolicyDocument {
  const base = template as unknown as PolicyDocument;
  const whole: Record<string, unknown> = { ...base, ...document };
  for (const section of SECTIONS) {
    const given = document[section];
    if (isRecord(given)) whole[section] = { ...(base[section] as PolicyDocument), ...given };
  }
  const rows = whole["rows"];
  if (isRecord(rows)) {
    const { statuses, measures } = rows;
    whole["rows"] = {
      ...rows,
      statuses: isRecord(statuses) ? { ...template.rows.statuses, ...statuses } : statuses,
      measures: isRecord(measures) ? { ...template.rows.measures, ...measures } : measures,
    };
  }
  return whole;
}

function isRecord(value: unknown): value is PolicyDocument {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
