import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/ledger/cells";
import { serialOf } from "../../../src/core/ledger/dates";
import type { RowRules } from "../../../src/core/ledger/ledger";
import { ledgerOf } from "../../../src/core/ledger/ledger-of";
import { nameNotes } from "../../../src/core/ledger/name-notes";
import { templates } from "../../../src/core/policy/templates";
import { tableOfRows } from "../../tables";

const codesOf = (name: string) => nameNotes([name]).map(({ code }) => code);

describe("nameNotes(names)", () => {
  test.each([
    ...["Total", "TOTALS:", "Grand Total", "grand-total", "Subtotal", "Sub total 2024-01", "Subtotal (3)"],
    ...["East Total", "C001 Subtotal", "合计", "总计：", "华东小计"],
  ])("tells that %s is what sums are called", (name) => {
    expect(codesOf(name)).toEqual(["customers-named-sums"]);
  });

  test.each(["-", "--", "?", "0", "none", "Unknown", "Walk-in customer", "无", "未知", "匿名", "散客"])(
    "tells that %s may be nobody",
    (name) => expect(codesOf(name)).toEqual(["customers-named-nobody"]),
  );

  test.each([
    "Total Energies",
    "Totalis GmbH",
    "Guest House Leeds",
    "007",
    "X",
    "无锡机械",
    "合计工业",
    "None Such Ltd",
  ])("says nothing of %s", (name) => expect(codesOf(name)).toEqual([]));

  test("counts them and names three", () => {
    expect(nameNotes(["A", "Subtotal 1", "Subtotal 2", "Subtotal 3", "Total"])).toEqual([
      {
        code: "customers-named-sums",
        params: { customers: 4, examples: ["“Subtotal 1”", "“Subtotal 2”", "“Subtotal 3”"] },
      },
    ]);
  });
});

describe("notes of a ledger", () => {
  const rules = templates[0]?.rows as RowRules;
  const notesOf = (headers: string[], rows: readonly (readonly Cell[])[], asOf: number | null = null) => {
    const mapping = { customer: 0, date: 1, amount: 2 };
    const options = { asOf, dateOrder: null, decimalMark: null } as const;
    const read = ledgerOf(tableOfRows(headers, rows), "transactions", mapping, rules, options);
    if (!read.ok) throw new Error(JSON.stringify(read.troubles));
    return read.value.notes;
  };
  const HEADERS = ["Customer", "Date", "Amount"];

  test("tell a last date that is more than a year behind all others", () => {
    const rows = [
      ["A", "2024-05-01", 1],
      ["B", "2052-06-01", 2],
      ["A", "2024-06-01", 3],
    ];
    const days = serialOf(2052, 6, 1) - serialOf(2024, 6, 1);
    expect(notesOf(HEADERS, rows)).toContainEqual({
      code: "as-of-far",
      params: { asOf: "2052-06-01", days },
    });
    const far = (last: string, asOf: number | null = null) =>
      notesOf(HEADERS, [...rows.filter((_, at) => at !== 1), ["B", last, 2]], asOf).some(
        ({ code }) => code === "as-of-far",
      );
    expect([far("2025-06-01"), far("2025-06-02")]).toEqual([false, true]);
    // Who gives a date knows it.
    expect(far("2025-06-02", serialOf(2025, 7, 1))).toBe(false);
    expect(notesOf(HEADERS, [["A", "2024-05-01", 1]]).some(({ code }) => code === "as-of-far")).toBe(false);
  });

  test("tell several currencies of a column of their own, whichever way round the rows stand", () => {
    const rows = [
      ["A", "2024-05-01", 5, "USD"],
      ["B", "2024-05-02", 700, " jpy"],
      ["A", "2024-05-03", 5, null],
    ];
    const mixed = { code: "currencies-mixed", params: { currencies: ["JPY", "USD"] } };
    expect(notesOf([...HEADERS, "Currency"], rows)).toContainEqual(mixed);
    expect(notesOf([...HEADERS, "币种"], [...rows].reverse())).toContainEqual(mixed);
    const one = rows.filter((_, at) => at !== 1);
    expect(notesOf([...HEADERS, "Currency"], one).some(({ code }) => code === "currencies-mixed")).toBe(
      false,
    );
    expect(notesOf([...HEADERS, "Region"], rows).some(({ code }) => code === "currencies-mixed")).toBe(false);
  });
});
