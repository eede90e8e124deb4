import { segmentLabel, stageLabel, tierLabel } from "../tiers/labels";
import { maskedName } from "./masked-name";
import type { ReportColumn } from "./report";
import { columnOf, type SummaryInput } from "./summary-section";

/** What a row of the Summary says of a single customer, whose places in the result are given. */
export function customerColumns({ result, language, names }: SummaryInput, places: readonly number[]) {
  const { ledger, facts, assessment, policy } = result;
  const text = (
    id: string,
    code: Parameters<typeof columnOf>[1],
    of: (at: number) => string | null,
    span: number,
  ) => columnOf(id, code, "text", places.map(of), language, span);
  return {
    /** Its id or name, what is left of that, or its rank in the table alone. */
    who: (span: number): ReportColumn => {
      if (names === "out") {
        const ranks = places.map((_, rank) => rank + 1);
        return columnOf("place", "summary.column.place", "integer", ranks, language);
      }
      const id = (at: number) => ledger.customers[at] ?? "";
      return text("customer", "column.customer", names === "mask" ? (at) => maskedName(id(at)) : id, span);
    },
    tier: (span = 1): ReportColumn => {
      const id = (at: number) => policy.tiers.list[assessment.tier[at] ?? -1]?.id ?? null;
      return text("tier", "column.tier", (at) => tierLabel(id(at), policy, language), span);
    },
    segment: (span = 1): ReportColumn => {
      const label = (at: number) => {
        const id = assessment.segments[assessment.segment[at] ?? -1];
        return id === undefined ? null : segmentLabel(id, policy, language);
      };
      return text("segment", "column.segment", label, span);
    },
    stage: (span = 1): ReportColumn => {
      const label = (at: number) => {
        const stage = facts.stage[at];
        return stage ? stageLabel(stage, language) : null;
      };
      return text("stage", "column.stage", label, span);
    },
    lastPurchase: (): ReportColumn => {
      const days = places.map((at) => ledger.lastPurchase[at] || null);
      return columnOf("lastPurchase", "column.lastPurchase", "date", days, language);
    },
  };
}
