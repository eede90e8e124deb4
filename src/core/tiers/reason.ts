import { sayMoney, sayNumber, type Message } from "../language/message";
import type { Policy, TierCondition } from "../policy/policy";
import type { Assessment } from "./assess";
import type { Facts } from "./facts";
import { measureLabel, measureOf } from "./measure-of";

/** What a tier's reason is filled with: labels, which only the reader's language decides. */
export interface ReasonLabels {
  readonly tier: string;
  readonly segment: (id: string) => string;
}

/** Why a customer is in its tier, in one line: the numbers that decided it. */
export function tierReason(
  facts: Facts,
  assessment: Assessment,
  policy: Policy,
  at: number,
  labels: ReasonLabels,
): Message {
  const { tier } = labels;
  const { by } = policy.tiers;
  const points = sayNumber(assessment.points?.[at] ?? 0, 2);
  if (facts.frequency[at] === 0 && by.kind !== "scores")
    return { code: "reason.tier.prospect", params: { tier } };
  switch (by.kind) {
    case "scores":
      return { code: "reason.tier.scores", params: { ...scoresAt(assessment, at), points, tier } };
    case "grade":
      if (Number.isNaN(assessment.points?.[at] ?? NaN))
        return { code: "reason.tier.unknown", params: { tier } };
      return { code: "reason.tier.grade", params: { points, tier } };
    case "rules": {
      const used = new Set(by.rules.flatMap(({ when, unless }) => Object.keys({ ...when, ...unless })));
      const named = factsUsed(used as Set<keyof TierCondition>, facts, assessment, at, labels);
      return { code: "reason.tier.rules", params: { facts: named, tier } };
    }
    case "matrix": {
      const axis = (which: "x" | "y"): Message => {
        const measure = assessment.ruler.axes?.[which].measure ?? "";
        return measureValue(measure, measureOf(facts, measure)?.[at] ?? NaN);
      };
      return { code: "reason.tier.matrix", params: { x: axis("x"), y: axis("y"), tier } };
    }
  }
}

/** A measure and its value, as a reader says it. */
export function measureValue(measure: string, value: number): Message {
  if (measure === "recency") return { code: "reason.recency", params: { days: value } };
  if (measure === "frequency") return { code: "reason.frequency", params: { purchases: value } };
  const text = Number.isNaN(value) ? "–" : sayMoney(value);
  if (measure === "monetary") return { code: "reason.monetary", params: { money: text } };
  return { code: "reason.measure", params: { measure: measureLabel(measure), value: text } };
}

function scoresAt({ r, f, m }: Assessment, at: number) {
  return { r: r[at] ?? 0, f: f[at] ?? 0, m: m[at] ?? 0 };
}

/** The facts that the policy's rules look at, and this customer's values. */
function factsUsed(
  used: ReadonlySet<keyof TierCondition>,
  facts: Facts,
  assessment: Assessment,
  at: number,
  { segment }: ReasonLabels,
): Message[] {
  const fact = (name: Message["code"], value: string | number | Message): Message => ({
    code: "reason.fact",
    params: { fact: { code: name }, value },
  });
  const stage = facts.stage[at];
  const activity = facts.activity[at];
  const { r, f, m } = scoresAt(assessment, at);
  const id = assessment.segments[assessment.segment[at] ?? -1];
  return [
    ...(used.has("abc") ? [fact("column.abc", "ABC"[(assessment.abc[at] ?? 0) - 1] ?? "–")] : []),
    ...(used.has("segment") && id !== undefined ? [fact("column.segment", segment(id))] : []),
    ...(used.has("stage") && stage ? [fact("column.stage", { code: `label.stage.${stage}` })] : []),
    ...(used.has("activity") && activity
      ? [fact("column.activity", { code: `label.activity.${activity}` })]
      : []),
    ...(used.has("r") ? [fact("column.r", r)] : []),
    ...(used.has("f") ? [fact("column.f", f)] : []),
    ...(used.has("m") ? [fact("column.m", m)] : []),
  ];
}
