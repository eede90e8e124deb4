import { describe, expect, it } from "vitest";
import { classify, type Classification } from "../../../src/core/classify";
import { report } from "../../../src/core/report/build-report";
import { customersSheet } from "../../../src/core/report/customers-sheet";
import { RESULT_COLUMNS, resultColumnIds, resultColumns } from "../../../src/core/report/result-columns";
import { sampleOrders } from "../../../src/core/sample/sample-orders";
import { templateNamed } from "../../../src/core/policy/templates";
import { ofSums, policyOf, valueOf } from "../tiers/bought";
import { tableOfRows } from "../../tables";

function sample(policyName = "rfm"): Classification {
  const policy = templateNamed(policyName);
  if (!policy) throw new Error(policyName);
  const horizon = { model: "auto", unit: "week", months: 12, discountPerYear: 0 } as const;
  return valueOf(classify(sampleOrders({ language: "en" }), policy, { value: horizon }));
}

function customersTable(result: Classification, columns: readonly string[] | null = null) {
  const [table] = customersSheet(result, "en", columns).blocks;
  if (table?.kind !== "table") throw new Error("no table");
  return table;
}

describe("the result columns", () => {
  const result = sample();

  it("stand in one order, the next action after the reason, each with a header in both languages", () => {
    const ids = resultColumns(result, "en", null).map(({ id }) => id);
    expect(ids).toEqual(RESULT_COLUMNS.filter((id) => ids.includes(id)));
    expect(ids.indexOf("nextAction")).toBe(ids.indexOf("reason") + 1);
    expect(ids).toContain("pAlive");
    expect(resultColumns(result, "en", ["nextAction"])[0]?.header).toBe("Next action");
    expect(resultColumns(result, "zh", ["nextAction"])[0]?.header).toBe("下一步行动");
    const headers = resultColumns(result, "zh", null).map(({ header }) => header);
    expect(new Set(headers).size).toBe(headers.length);
  });

  it("are the chosen ones in that order, whatever order they were chosen in; unknown ids are passed over", () => {
    const chosen = resultColumns(result, "en", ["reason", "nonsense", "tier", "attribute:x", "customer"]);
    expect(chosen.map(({ id }) => id)).toEqual(["customer", "tier", "reason"]);
    expect(resultColumns(result, "en", [])).toEqual([]);
    for (const column of resultColumns(result, "en", null)) {
      expect(resultColumns(result, "en", [column.id])).toEqual([column]);
      expect(column.values).toHaveLength(result.ledger.customers.length);
    }
  });

  it("leave out what the input doesn't say", () => {
    // Money alone: neither recency nor frequency, no purchases to be at risk, no value.
    const table = tableOfRows(
      ["Customer", "Money"],
      [
        ["A", 5],
        ["B", 7],
      ],
    );
    const policy = templateNamed("abc");
    if (!policy) throw new Error("no template");
    const ids = resultColumnIds(valueOf(classify(table, policy, { mapping: { customer: 0, monetary: 1 } })));
    for (const id of [
      "firstPurchase",
      "lastPurchase",
      "recency",
      "frequency",
      "revenueAtRisk",
      "clv",
      "historicalValue",
      "pAlive",
      "points",
    ]) {
      expect(ids).not.toContain(id);
    }
    expect(ids).toEqual(expect.arrayContaining(["customer", "monetary", "tier", "nextAction"]));
  });
});

describe("the Customers sheet", () => {
  it("has all columns unless some are chosen, and the customer's name even where it isn't", () => {
    const result = sample();
    const all = customersTable(result).columns;
    expect(all[0]?.id).toBe("customer");
    expect(all.map(({ id }) => id).filter((id) => !id.includes(":"))).toEqual(resultColumnIds(result));
    const chosen = customersTable(result, ["stage", "tier"]).columns;
    expect(chosen.filter(({ id }) => !id.includes(":")).map(({ id }) => id)).toEqual([
      "customer",
      "tier",
      "stage",
    ]);
    // What is the reader's own stays, with the header it had.
    const own = (columns: typeof all) => columns.filter(({ id }) => id.includes(":"));
    expect(own(all).length).toBeGreaterThan(0);
    expect(own(chosen)).toEqual(own(all));
  });

  it("keeps attributes after the name and measures after money", () => {
    const ids = customersTable(
      valueOf(ofSums({ A: [5, 2, 9, 1], B: [6, 3, 8, 2] }, policyOf({}), { names: ["profit"] })),
    ).columns.map(({ id }) => id);
    expect(ids.slice(ids.indexOf("monetary"), ids.indexOf("r") + 1)).toEqual([
      "monetary",
      "measure:profit",
      "r",
    ]);
  });

  it("can be left out of a report, and nothing else with it", () => {
    const result = sample();
    const ids = (options?: object) => report(result, "en", options).sheets.map(({ id }) => id);
    expect(ids({ customers: false })).toEqual(ids().filter((id) => id !== "customers"));
    expect(ids()).toContain("customers");
  });
});
