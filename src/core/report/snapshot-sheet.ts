import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say } from "../language/message";
import { snapshotOf } from "../review/snapshot";
import { isAtRisk, revenueAtRisk } from "../tiers/summary";
import { customerJson, type CustomerJson } from "./result-json";
import type { ColumnFormat, ReportColumn, ReportSheet } from "./report";

/**
 * The snapshot that a later run is compared with: the ruler and the policy as JSON, and each customer's measures and
 * ids. Hidden, in ids rather than labels, the same in both languages.
 */
export function snapshotSheet(result: Classification, language: Language): ReportSheet {
  const entries = snapshotOf(result);
  const customers = result.ledger.customers.map((_, at) => customerJson(result, at));
  const column = (id: keyof CustomerJson, format: ColumnFormat): ReportColumn => ({
    id,
    header: id,
    format,
    width: 14,
    values: customers.map((customer) => customer[id] ?? null),
  });
  return {
    id: "snapshot",
    name: say({ code: "sheet.snapshot" }, language),
    blocks: [
      {
        kind: "table",
        name: "SnapshotRuler",
        rowCount: entries.length,
        columns: [
          { id: "key", header: "key", format: "text", width: 14, values: entries.map(({ key }) => key) },
          {
            id: "value",
            header: "value",
            format: "text",
            width: 60,
            values: entries.map(({ value }) => value),
          },
        ],
      },
      {
        kind: "table",
        name: "SnapshotCustomers",
        rowCount: customers.length,
        columns: [
          column("customer", "text"),
          column("firstPurchase", "text"),
          column("lastPurchase", "text"),
          column("recency", "integer"),
          column("frequency", "integer"),
          column("monetary", "money"),
          column("r", "integer"),
          column("f", "integer"),
          column("m", "integer"),
          column("segment", "text"),
          column("abc", "text"),
          column("stage", "text"),
          column("activity", "text"),
          column("tier", "text"),
          {
            id: "revenueAtRisk",
            header: "revenueAtRisk",
            format: "money",
            width: 14,
            // Blank of a customer that isn't at risk.
            values: customers.map((_, at) =>
              isAtRisk(result.facts, at)
                ? revenueAtRisk(result.facts, at, result.value?.pAlive ?? null)
                : null,
            ),
          },
        ],
      },
    ],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: true,
  };
}
