import "./runtime";
import { describe, expect, it } from "vitest";
import { RFM } from "../../functions/rfm";
import { classify } from "../../src/core/classify";
import { templates } from "../../src/core/policy/templates";
import { say } from "../../src/core/language/message";
import { segmentLabel } from "../../src/core/tiers/labels";
import { sampleRows } from "./sample-orders";
import { column, errorCell, refusal, shown } from "./runtime";
import { tableOfRows } from "../tables";

const HEADERS = ["Customer", "Recency (days)", "Frequency", "Monetary", "R", "F", "M", "RFM", "Segment"];

/** What classify() says of the same rows by the template rfm, as RFM shows it. */
function classified(rows: readonly (readonly (string | number | null)[])[], order = false): unknown[][] {
  const [policy] = templates;
  if (!policy) throw new Error("There are no templates.");
  const mapping = { customer: 0, date: 1, amount: 2, ...(order ? { order: 3 } : {}) };
  const table = tableOfRows(["customer", "date", "amount", "order"].slice(0, order ? 4 : 3), rows);
  const result = classify(table, policy, { mapping });
  if (!result.ok) throw new Error(result.troubles.map((one) => say(one, "en")).join(" "));
  const { ledger, assessment } = result.value;
  return ledger.customers.map((customer, at) => {
    const [r = 0, f = 0, m = 0] = [assessment.r[at], assessment.f[at], assessment.m[at]];
    const recency = ledger.recency[at] ?? NaN;
    return [
      customer,
      Number.isNaN(recency) ? "" : recency,
      ledger.frequency[at],
      ledger.monetary[at],
      r,
      f,
      m,
      100 * r + 10 * f + m,
      segmentLabel(assessment.segments[assessment.segment[at] ?? -1] ?? "", policy, "en"),
    ];
  });
}

describe("RFM(customers, dates, amounts, [as_of], [orders], [bins], [headers], [language])", () => {
  it("shows #NUM! for a sum too large for a number, never Infinity", () => {
    const table = RFM(column("a", "a", "b"), column(45_000, 45_001, 45_002), column(1e308, 1e308, 5), null);
    expect(
      shown(table)
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(["#NUM!", 5]);
    expect(table.flat()).not.toContain(Infinity);
  });

  const rows = sampleRows(400);
  const at = (index: number) => rows.map((row) => [row[index]]);

  it("equals classify() by the template rfm for the same columns", () => {
    const [headers, ...table] = RFM(at(0), at(1), at(2));
    expect(headers).toEqual(HEADERS);
    expect(table).toEqual(classified(rows.map((row) => row.slice(0, 3))));
  });

  it("counts by order where orders are given, as classify() does", () => {
    const [, ...table] = RFM(at(0), at(1), at(2), null, at(3));
    expect(table).toEqual(classified(rows, true));
    expect(table).not.toEqual(RFM(at(0), at(1), at(2)).slice(1));
  });

  it("takes a header above the data, whole columns with blanks of any host below, and gives the same", () => {
    const plain = RFM(at(0), at(1), at(2));
    for (const blank of [null, "", 0, undefined]) {
      const below = Array.from({ length: 1000 }, () => [blank]);
      const tall = (header: string, index: number) => [[header], ...at(index), ...below];
      expect(RFM(tall("Customer", 0), tall("Date", 1), tall("Amount", 2))).toEqual(plain);
    }
  });

  it("keeps a customer's number a number, and a text a text", () => {
    const dates = column(45000, 45001, 45002);
    const [, a, b] = RFM(column(17850, 12346, "007"), dates, column(30, 20, 10), null, null as never);
    expect([a?.[0], b?.[0]]).toEqual([17850, 12346]);
    const [, first] = RFM(column(17850, "17850", 1), dates, column(30, 20, 10));
    expect(first?.[0]).toBe("17850");
  });

  it("leaves the header row out with FALSE, and speaks Chinese where it is asked to", () => {
    const call = (headers: unknown, language?: unknown) =>
      RFM(column("a"), column(45000), column(1), null, null as never, null, headers, language);
    expect(call(false)).toHaveLength(1);
    expect(call(null, "zh")).toEqual([
      ["客户", "最近购买距今（天）", "购买次数", "金额", "R", "F", "M", "RFM", "分群"],
      ["a", 0, 1, 1, 5, 1, 1, 511, "新客户"],
    ]);
  });

  it("sets rows aside that the core sets aside: errors, blanks, what can't be read, after the as-of date", () => {
    const customers = column("a", "b", "", "c", "d", errorCell("#N/A"), "late");
    const dates = column(45000, errorCell("#REF!"), 45000, "no date", 45001, 45000, 45009);
    const amounts = column(10, 10, 10, 10, true, 10, 10);
    expect(shown(RFM(customers, dates, amounts, 45005)).slice(1)).toEqual([
      ["a", 5, 1, 10, 5, 1, 1, 511, "New Customers"],
    ]);
  });

  it("reads text dates and text amounts, and an as-of date as text", () => {
    const table = RFM(
      column("a", "b"),
      column("2024-01-05", "2024/1/3"),
      column("¥1,200.50", "(3)"),
      "2024-01-10",
    );
    expect(table.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ["a", 5, 1, 1200.5],
      ["b", "", 0, -3],
    ]);
  });

  it("names segments of three scores by their own grid, and none where no grid has so many", () => {
    const names = (bins: number) =>
      new Set(RFM(at(0), at(1), at(2), null, null as never, bins, false).map((row) => row[8]));
    expect(names(3)).toContain("Recent");
    expect(names(4)).toEqual(new Set([""]));
  });

  it.each([
    [
      "unequal heights",
      () => RFM(column("a", "b"), column(45000), column(1, 2)),
      "customers has 2 rows and dates has 1",
    ],
    [
      "two columns",
      () => RFM([["a", "b"]], [[45000, 45000]], [[1, 2]]),
      "customers has 2 columns: give one column.",
    ],
    [
      "one bin",
      () => RFM(column("a"), column(45000), column(1), null, null as never, 1),
      "bins is “1”: give a whole number from 2 to 9.",
    ],
    [
      "an as-of date before all",
      () => RFM(column("a"), column(45000), column(1), 40000),
      "as_of is 2009-07-06, before all data",
    ],
    [
      "an as-of date that is none",
      () => RFM(column("a"), column(45000), column(1), "soon"),
      "as_of is “soon”",
    ],
    [
      "another language",
      () => RFM(column("a"), column(45000), column(1), null, null as never, null, null, "fr"),
      "The language “fr” isn't known",
    ],
    [
      "dates of two orders",
      () => RFM(column("a", "b"), column("03/04/2024", "05/06/2024"), column(1, 2)),
      "The dates in “dates” can be read in more than one order",
    ],
    [
      "amounts of two decimal marks",
      () => RFM(column("a"), column(45000), column("1.234")),
      "Nothing in “amounts” decides whether 1.234",
    ],
  ])("refuses %s in a sentence", (_, call, sentence) => {
    const { code, message } = refusal(call);
    expect(code).toBe("#VALUE!");
    expect(message).toContain(sentence);
  });

  it("is not available where there is no purchase at all", () => {
    for (const blank of [null, "", 0]) {
      const none = column(blank, blank);
      expect(refusal(() => RFM(none, none, none)).code).toBe("#N/A");
    }
    expect(refusal(() => RFM(column("Customer"), column("Date"), column("Amount"))).code).toBe("#N/A");
    expect(refusal(() => RFM(column("a"), column("x"), column(1))).code).toBe("#N/A");
  });

  it("names the rows of the range that can't be used, the header being its first", () => {
    const call = () =>
      RFM(column("Who", "a", "b"), column("When", 45000, 45000), column("How much", "x", "x"));
    expect(refusal(call).message).toContain("(row 2)");
  });
});
