import { no, ok, type Result } from "../language/message";
import type { Cell } from "../ledger/cells";
import type { Policy } from "../policy/policy";
import { abcCutoffsOf } from "./ruler-from-result";
import type { Ruler } from "../tiers/ruler";

/** The version of what a snapshot holds. */
const SNAPSHOT = 1;

/** A cell holds at most 32,767 characters; JSON is cut into parts well below that. */
const PART = 30_000;

/** A key and a text of a snapshot. A long value stands in several entries of one key, in order. */
export interface SnapshotEntry {
  readonly key: "snapshot" | "ruler" | "policy";
  readonly value: string;
}

/** The ruler and the policy of a run as entries of key and text. */
export function snapshotOf({
  assessment,
  policy,
}: {
  readonly assessment: { readonly ruler: Ruler };
  readonly policy: Policy;
}): SnapshotEntry[] {
  return [
    { key: "snapshot", value: String(SNAPSHOT) },
    ...parts("ruler", JSON.stringify(assessment.ruler)),
    ...parts("policy", JSON.stringify(policy)),
  ];
}

function parts(key: SnapshotEntry["key"], text: string): SnapshotEntry[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / PART)) }, (_, at) => ({
    key,
    value: text.slice(at * PART, (at + 1) * PART),
  }));
}

/** The ruler in the rows of a Snapshot sheet. Refused where there is none, or it can't be read. */
export function rulerFromSnapshot(rows: readonly (readonly Cell[])[]): Result<Ruler> {
  const text = rows
    .filter(([key]) => key === "ruler")
    .map(([, value]) => String(value ?? ""))
    .join("");
  return rulerFrom(text);
}

/** The ruler in the text of an earlier `--json` result. ABC's cut-offs are told by the customers themselves. */
export function rulerFromJson(text: string): Result<Ruler> {
  let result: unknown;
  try {
    result = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return no("ruler-unreadable");
  }
  if (!isRecord(result) || !isRecord(result["cutoffs"])) return no("ruler-unreadable");
  const { recency, frequency, monetary } = result["cutoffs"];
  if (![recency, frequency, monetary].every(isCutoffs)) return no("ruler-unreadable");
  return ok({
    policy: "",
    version: "",
    asOf: typeof result["asOf"] === "string" ? result["asOf"] : null,
    boundary: null,
    recency: recency as number[],
    frequency: frequency as number[],
    monetary: monetary as number[],
    nested: null,
    abcMeasure: "monetary",
    abc: abcCutoffsOf(result["customers"]),
    grade: null,
    axes: null,
  });
}

function rulerFrom(text: string): Result<Ruler> {
  try {
    const ruler: unknown = JSON.parse(text);
    if (isRecord(ruler) && [ruler["recency"], ruler["frequency"], ruler["monetary"]].every(isCutoffs)) {
      return ok(ruler as unknown as Ruler);
    }
  } catch {
    // Falls to the refusal: what can't be read can't be frozen.
  }
  return no("ruler-unreadable");
}

function isCutoffs(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.every(
      (cutoff, at) => typeof cutoff === "number" && (at === 0 || cutoff >= (value[at - 1] as number)),
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
