import { describe, expect, it } from "vitest";
import type { Classification } from "../../../src/core/classify";
import { report } from "../../../src/core/report/build-report";
import { resultJson } from "../../../src/core/report/result-json";
import { ofPurchases, ofSums, policyOf, tiersBy, valueOf, type Bought, type Summed } from "../tiers/bought";

/** A table of a result's workbook as rows of the columns asked for. */
function rowsOf(result: Classification, name: string, ids: readonly string[]): unknown[][] {
  const table = report(result, "en")
    .sheets.flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === "table" && block.name === name);
  if (table?.kind !== "table") throw new Error(`no table ${name}`);
  return Array.from({ length: table.rowCount }, (_, row) =>
    ids.map((id) => table.columns.find((column) => column.id === id)?.values[row]),
  );
}

describe("the sheet Tiers (methods §4)", () => {
  // Without three gaps the gap is 90: dormant from 181 days, churned from 361.
  const bought: Bought = {
    // Growing, 400 in three purchases.
    grows: [
      [150, 100],
      [80, 100],
      [70, 200],
    ],
    // New, 100 at once.
    new: [[10, 100]],
    // Dormant, 300 in two.
    sleeps: [
      [300, 100],
      [200, 200],
    ],
    // Churned, 200 at once.
    gone: [[400, 200]],
  };
  const list = ["high", "low", "nobody"];
  const rule = (tier: string, ...stage: string[]) => ({ tier, when: { stage } });
  const result = valueOf(
    ofPurchases(
      bought,
      policyOf(
        tiersBy(list, {
          kind: "rules",
          rules: [rule("high", "growing", "new"), rule("low", "dormant"), rule("nobody", "mature")],
        }),
      ),
    ),
  );
  it("says shares, average order (money ÷ purchases) and repeat rate of each tier and of all", () => {
    const columns = ["tier", "customers", "customerShare", "monetary", "share", "purchases"];
    expect(
      rowsOf(result, "Tiers", [...columns, "averageOrder", "repeatRate", "atRisk", "revenueAtRisk"]),
    ).toEqual([
      // 400 + 100 of 1,000 in 3 + 1 purchases; one of two bought again.
      ["high", 2, 2 / 4, 500, 0.5, 4, 125, 1 / 2, 0, 0],
      ["low", 1, 1 / 4, 300, 0.3, 2, 150, 1, 1, 300],
      ["nobody", 0, 0, 0, 0, 0, null, 0, 0, 0],
      ["No tier", 1, 1 / 4, 200, 0.2, 1, 200, 0, 0, 0],
      // 1,000 ÷ 7 purchases; two of four bought again.
      ["Total", 4, 1, 1000, 1, 7, 142.86, 2 / 4, 1, 300],
    ]);
  });
  it("says the shares of stages, in their order", () => {
    expect(rowsOf(result, "Stages", ["stage", "customers", "customerShare", "monetary", "share"])).toEqual([
      ["Churned", 1, 1 / 4, 200, 0.2],
      ["Dormant", 1, 1 / 4, 300, 0.3],
      ["New", 1, 1 / 4, 100, 0.1],
      ["Growing", 1, 1 / 4, 400, 0.4],
    ]);
  });
  it("says the shares of segments", () => {
    // Fixed cut-offs: everybody within 1,000 days and 10 purchases is R 5 F 1; money above 250 is M 5, else M 1.
    const low = { method: "fixed", at: [250, 251, 252, 253] };
    const policy = policyOf({
      scores: {
        recency: { method: "fixed", at: [1000, 1001, 1002, 1003] },
        frequency: { method: "fixed", at: [10, 11, 12, 13] },
        monetary: low,
      },
      grid: "classic",
    });
    // 515: Promising, 400 + 300 of 1,000. 511: New Customers, 100 + 200.
    expect(
      rowsOf(valueOf(ofPurchases(bought, policy)), "Segments", [
        "segment",
        "customers",
        "customerShare",
        "monetary",
        "share",
      ]).sort((a, b) => Number(a[3]) - Number(b[3])),
    ).toEqual([
      ["New Customers", 2, 2 / 4, 300, 0.3],
      ["Promising", 2, 2 / 4, 700, 0.7],
    ]);
  });
  it("the JSON has an entry for those in no tier, and none where all have one", () => {
    expect(resultJson(result, "en").tiers).toEqual([
      { tier: "high", customers: 2, monetary: 500, share: 0.5 },
      { tier: "low", customers: 1, monetary: 300, share: 0.3 },
      { tier: "nobody", customers: 0, monetary: 0, share: 0 },
      { tier: null, customers: 1, monetary: 200, share: 0.2 },
    ]);
    const rfm = resultJson(valueOf(ofPurchases(bought, policyOf({}))), "en");
    expect(rfm.tiers.map(({ tier }) => tier)).toEqual(["A", "B", "C", "D", "E"]);
  });
});

describe("the sheet Policy", () => {
  const summed: Summed = { anna: [5, 5, 500, 10], bert: [50, 1, 20, 1], prospect: [null, 0, 0, null] };
  const fixed = (...at: number[]) => ({ method: "fixed", at });
  it("gives the best score the fewest days, and the most purchases and money", () => {
    const policy = policyOf({
      scores: {
        recency: fixed(10, 20, 30, 40),
        frequency: fixed(1, 2, 3, 4),
        monetary: fixed(50, 60, 70, 80),
      },
    });
    const rows = rowsOf(valueOf(ofSums(summed, policy)), "PolicyCutoffs", [
      "score",
      "recency",
      "frequency",
      "monetary",
    ]);
    expect(rows).toEqual([
      ["Score 5", "up to 10", "above 4", "above 80"],
      ["Score 4", "above 10, up to 20", "above 3, up to 4", "above 70, up to 80"],
      ["Score 3", "above 20, up to 30", "above 2, up to 3", "above 60, up to 70"],
      ["Score 2", "above 30, up to 40", "above 1, up to 2", "above 50, up to 60"],
      ["Score 1", "above 40", "up to 1", "up to 50"],
    ]);
  });
  it("says the axes of a matrix as cells[x][y] has them", () => {
    const policy = policyOf(
      tiersBy(["top", "rich", "rising", "low"], {
        kind: "matrix",
        x: { measure: "monetary", cutoffs: fixed(100, 300) },
        y: { measure: "potential", cutoffs: fixed(4) },
        cells: [
          ["low", "rising"],
          ["low", "rising"],
          ["rich", "top"],
        ],
        prospects: "rising",
      }),
    );
    const rows = rowsOf(valueOf(ofSums(summed, policy, { names: ["potential"] })), "PolicyTiers", [
      "name",
      "words",
    ]);
    expect(rows.map(([tier, words]) => [tier, String(words).split("\n")])).toEqual([
      ["top", ["money above 300 × potential above 4"]],
      ["rich", ["money above 300 × potential up to 4"]],
      [
        "rising",
        [
          "money up to 100 × potential above 4",
          "money above 100, up to 300 × potential above 4",
          "customers without a purchase",
        ],
      ],
      ["low", ["money up to 100 × potential up to 4", "money above 100, up to 300 × potential up to 4"]],
    ]);
  });
});
