import { describe, expect, it } from "vitest";
import { classify } from "../../../src/core/classify";
import type { Cell } from "../../../src/core/ledger/cells";
import { REASONS } from "../../../src/core/ledger/check";
import { setAsideRows } from "../../../src/core/ledger/set-aside";
import { sampleOrders } from "../../../src/core/sample/sample-orders";
import { policyOf, valueOf } from "../tiers/bought";
import { tableOfRows } from "../../tables";

/** Rows and headers of the columns at fault by reason, of all reasons that the check tells. */
function found(headers: readonly string[], rows: readonly (readonly Cell[])[], document: object = {}) {
  const table = tableOfRows(headers, rows);
  const { ledger, mapping } = valueOf(classify(table, policyOf(document)));
  return Object.fromEntries(
    ledger.check.setAside.map(({ reason }) => {
      const aside = setAsideRows(table, ledger.kind, mapping, ledger.outcomes, reason);
      return [reason, [aside.rows, aside.columns.map((at) => headers[at])]];
    }),
  );
}

describe("rows set aside", () => {
  const rules = { rows: { refunds: "set-aside", duplicates: "drop" } };

  it("are found by reason with the columns that are the reason, in transactions", () => {
    const headers = ["Order no", "Customer", "Order date", "Amount", "Status"];
    const rows: Cell[][] = [
      ["1", "A", "2025-01-02", 5, "Completed"],
      ["2", null, "2025-01-02", 5, "Completed"],
      ["3", "B", null, 5, "Completed"],
      ["4", "B", "2025-02-30", 5, "Completed"],
      ["5", "B", "2025-01-03", "five", "Completed"],
      ["6", "B", "2025-01-03", "#N/A", "Completed"],
      [null, null, null, null, null],
      ["7", "#REF!", "2025-01-03", 5, "Completed"],
      ["8", "B", "2025-01-03", 5, "Cancelled"],
      ["9", "B", "2025-01-03", -5, "Completed"],
      ["1", "A", "2025-01-02", 5, "Completed"],
    ];
    expect(found(headers, rows, rules)).toEqual({
      // The errors stand in two of the columns that are read.
      "error-cell": [
        [5, 7],
        ["Customer", "Amount"],
      ],
      "no-customer": [[1], ["Customer"]],
      "no-date": [[2], ["Order date"]],
      "unreadable-date": [[3], ["Order date"]],
      "unreadable-amount": [[4], ["Amount"]],
      "excluded-status": [[8], ["Status"]],
      refund: [[9], ["Amount"]],
      duplicate: [[10], headers],
    });
  });

  it("are at fault in quantity and price where these make the amount", () => {
    const headers = ["Customer", "Order date", "Quantity", "Unit price"];
    const rows: Cell[][] = [
      ["A", "2025-01-02", 2, 5],
      ["A", "2025-01-03", 2, null],
      ["A", "2025-01-04", 3, 4],
    ];
    expect(found(headers, rows)).toEqual({ "unreadable-amount": [[1], ["Quantity", "Unit price"]] });
  });

  it("are found where a row is a customer", () => {
    const headers = ["Customer", "Last purchase", "Orders", "Money", "Region"];
    const rows: Cell[][] = [
      ["A", "2025-01-02", 5, 9, "North"],
      [null, "2025-01-02", 5, 9, "North"],
      ["B", null, 5, 9, "North"],
      ["C", "2025-01-05", "many", 9, "North"],
      ["D", "2025-01-05", 2, "#VALUE!", "#N/A"],
      ["E", "2025-01-06", 2, 8, "North"],
    ];
    expect(found(headers, rows)).toEqual({
      "no-customer": [[1], ["Customer"]],
      "no-date": [[2], ["Last purchase"]],
      "unreadable-amount": [[3], ["Orders", "Money"]],
      // The region isn't read for the reason, so its error is none.
      "error-cell": [[4], ["Money"]],
    });
  });

  it("are as many as the check tells, its examples among them; none for a reason that nobody has", () => {
    const table = sampleOrders({ language: "en" });
    const { ledger, mapping } = valueOf(classify(table, policyOf(rules)));
    expect(ledger.check.setAside.length).toBeGreaterThan(2);
    for (const reason of REASONS) {
      const told = ledger.check.setAside.find((one) => one.reason === reason);
      const { rows } = setAsideRows(table, ledger.kind, mapping, ledger.outcomes, reason);
      expect(rows).toHaveLength(told?.rows ?? 0);
      expect(rows.slice(0, 5).map((row) => table.firstRow + row)).toEqual(told?.examples ?? []);
    }
  });
});
