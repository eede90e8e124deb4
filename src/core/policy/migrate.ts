import { no, ok, type Result } from "../language/message";
import { POLICY_FORMAT } from "./policy";

/** A policy document that may still be of an older format. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

/** Turns a document of one format into the next one's. */
export type Migration = (document: PolicyDocument) => PolicyDocument;

/** By the format they start from. Format 1 is the first, so there is none yet. */
export const migrations: Readonly<Record<number, Migration>> = {};

/**
 * A document brought to the current format, step by step. A document without a format was written by hand and is taken
 * for the current one; one of a newer format is refused rather than half understood.
 */
export function migrate(
  document: PolicyDocument,
  current: number = POLICY_FORMAT,
  steps: Readonly<Record<number, Migration>> = migrations,
): Result<PolicyDocument> {
  const format = document["format"] ?? current;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) {
    return no("policy-format", { format: JSON.stringify(format), current }, "/format");
  }
  if (format > current) return no("policy-format-newer", { format, current }, "/format");
  let migrated = document;
  for (let from = format; from < current; from++) {
    const step = steps[from];
    if (!step) throw new Error(`no migration from policy format ${from}`);
    migrated = { ...step(migrated), format: from + 1 };
  }
  return ok({ ...migrated, format: current });
}
