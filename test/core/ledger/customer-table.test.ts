import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/core/ledger/cells";
import { isoOf, serialOf } from "../../../src/core/ledger/dates";
import type { RowRules } from "../../../src/core/ledger/ledger";
import { ledgerOf } from "../../../src/core/ledger/ledger-of";
import type { Mapping } from "../../../src/core/ledger/roles";
import { templates } from "../../../src/core/policy/templates";
import { tableOfRows } from "../../tables";

const rules = templates[0]?.rows as RowRules;
const HEADERS = ["Customer", "Last", "Count", "Spent", "First"];
const mapping: Mapping = { customer: 0, recency: 1, frequency: 2, monetary: 3, first: 4 };

function read(rows: readonly (readonly Cell[])[], asOf: number | null = null, roles = mapping) {
  return ledgerOf(tableOfRows(HEADERS, rows), "customers", roles, rules, {
    asOf,
    dateOrder: null,
    decimalMark: null,
  });
}
function ledger(...given: Parameters<typeof read>) {
  const result = read(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

describe("a row a customer", () => {
  it("reads dates of the last purchase; as of the latest", () => {
    const { asOf, recency, lastPurchase, firstPurchase, frequency, monetary, unit, log } = ledger([
      ["a", "2024-03-01", 4, 100, "2023-01-01"],
      ["b", "2024-01-31", 1, 900, ""],
    ]);
    expect(isoOf(asOf ?? 0)).toBe("2024-03-01");
    expect([...recency]).toEqual([30, 0]);
    expect([...frequency]).toEqual([1, 4]);
    expect([...monetary]).toEqual([900, 100]);
    expect([...lastPurchase].map(isoOf)).toEqual(["2024-01-31", "2024-03-01"]);
    expect([...firstPurchase]).toEqual([0, serialOf(2023, 1, 1)]);
    expect([unit, log]).toEqual(["sums", null]);
  });

  it("or days since it: then there are dates only with an as-of date", () => {
    const rows: Cell[][] = [
      ["a", 10, 4, 100, null],
      ["b", "25", 1, 50, null],
    ];
    const without = ledger(rows);
    expect([without.asOf, [...without.recency], [...without.lastPurchase]]).toEqual([null, [10, 25], [0, 0]]);
    const dated = ledger(rows, serialOf(2024, 3, 31));
    expect([...dated.lastPurchase].map(isoOf)).toEqual(["2024-03-21", "2024-03-06"]);
  });

  it("keeps prospects: no purchase, no date", () => {
    const { recency, frequency, check } = ledger([
      ["a", "2024-03-01", 4, 100, null],
      ["b", "", 0, "", null],
    ]);
    expect([...frequency]).toEqual([4, 0]);
    expect([...recency]).toEqual([0, NaN]);
    expect(check.rowsUsed).toBe(2);
  });

  it("knows nothing of a measure without a column", () => {
    const { recency, frequency, monetary } = ledger([["a", null, null, 5, null]], null, {
      customer: 0,
      monetary: 3,
    });
    expect([recency[0], frequency[0], monetary[0]]).toEqual([NaN, NaN, 5]);
  });

  it("puts rows of one customer together and says so", () => {
    const { customers, recency, frequency, monetary, firstPurchase, notes } = ledger([
      ["a", "2024-03-01", 4, 100.1, "2023-05-01"],
      ["a ", "2024-01-01", 1, 0.2, "2022-05-01"],
    ]);
    expect(customers).toEqual(["a"]);
    expect([recency[0], frequency[0], monetary[0]]).toEqual([0, 5, 100.3]);
    expect(isoOf(firstPurchase[0] ?? 0)).toBe("2022-05-01");
    expect(notes).toContainEqual({ code: "customers-repeated", params: { rows: 1 } });
  });

  it.each<[string, Cell[]]>([
    ["error-cell", ["x", "#REF!", 1, 1, null]],
    ["no-customer", ["", "2024-01-01", 1, 1, null]],
    ["no-date", ["x", "", 2, 1, null]],
    ["unreadable-date", ["x", "long ago", 2, 1, null]],
    ["unreadable-amount", ["x", "2024-01-01", "many", 1, null]],
    ["unreadable-amount", ["x", "2024-01-01", 2, "", null]],
    ["after-as-of", ["x", "2024-06-01", 2, 1, null]],
  ])("sets aside %s", (reason, bad) => {
    const { check } = ledger([["a", "2024-03-01", 4, 100, null], bad], serialOf(2024, 4, 1));
    expect(check.setAside).toMatchObject([{ reason, rows: 1, examples: [3] }]);
  });
});
