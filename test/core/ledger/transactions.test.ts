import { describe, expect, it } from "vitest";
import type { Cell, Table } from "../../../src/core/ledger/cells";
import { isoOf, serialOf } from "../../../src/core/ledger/dates";
import type { Ledger, RowRules } from "../../../src/core/ledger/ledger";
import { ledgerOf } from "../../../src/core/ledger/ledger-of";
import { customerLog } from "../../../src/core/ledger/purchases";
import type { Mapping } from "../../../src/core/ledger/roles";
import { templates } from "../../../src/core/policy/templates";
import { tableOfRows } from "../../tables";

const rules = templates[0]?.rows as RowRules;
const COLUMNS = ["Customer", "Order", "Date", "Amount", "Status", "Region", "Profit"];
const mapping: Mapping = {
  customer: 0,
  order: 1,
  date: 2,
  amount: 3,
  status: 4,
  "attribute:Region": 5,
  "measure:profit": 6,
};

function read(table: Table, changes: Partial<RowRules> = {}, asOf: number | null = null, roles = mapping) {
  return ledgerOf(
    table,
    "transactions",
    roles,
    { ...rules, ...changes },
    { asOf, dateOrder: null, decimalMark: null },
  );
}

function ledger(
  rows: readonly (readonly Cell[])[],
  changes: Partial<RowRules> = {},
  asOf: number | null = null,
): Ledger {
  const result = read(tableOfRows(COLUMNS, rows), changes, asOf);
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

const row = (customer: Cell, order: Cell, date: Cell, amount: Cell, status: Cell = "Completed"): Cell[] => [
  customer,
  order,
  date,
  amount,
  status,
  null,
  null,
];

describe("a row has one reason, the first that applies", () => {
  const good = row("a", 1, "2024-01-10", 10);
  // Methods §1: error-cell, no-customer, no-date, unreadable-date, unreadable-amount, after-as-of, excluded-status, duplicate.
  it.each<[string, Cell[]]>([
    ["error-cell", row("#N/A", 2, "", "x")],
    ["error-cell", row("", 2, "2024-01-01", "#DIV/0!")],
    ["no-customer", row("  ", 2, "", "x", "Cancelled")],
    ["no-date", row("a", 2, null, "x", "Cancelled")],
    ["unreadable-date", row("a", 2, "soon", "x", "Cancelled")],
    ["unreadable-amount", row("a", 2, "2024-02-01", "x", "Cancelled")],
    ["unreadable-amount", row("a", 2, "2024-01-02", "")],
    ["after-as-of", row("a", 2, "2024-02-01", 5, "Cancelled")],
    ["excluded-status", row("a", 2, "2024-01-02", 5, "Cancelled")],
    ["excluded-status", row("a", 2, "2024-01-02", 5, "交易关闭")],
  ])("%s: %j", (reason, bad) => {
    const { check } = ledger([good, bad], {}, serialOf(2024, 1, 31));
    expect(check.setAside).toHaveLength(1);
    expect(check.setAside[0]).toMatchObject({ reason, rows: 1, examples: [3] });
    expect(check.rowsUsed).toBe(1);
  });

  it("accounts for money: in = used + set aside", () => {
    const { check } = ledger([
      good,
      row("", 2, "2024-01-02", 0.1),
      row("", 3, "2024-01-02", 0.2),
      row("a", 4, "x", 7),
    ]);
    expect(check).toEqual({
      rowsIn: 4,
      rowsUsed: 1,
      amountIn: 17.3,
      amountUsed: 10,
      setAside: [
        { reason: "no-customer", rows: 2, amount: 0.3, examples: [3, 4] },
        { reason: "unreadable-date", rows: 1, amount: 7, examples: [5] },
      ],
    });
  });

  it("passes over rows that are blank all through, and counts them in a note only", () => {
    const { check, notes } = ledger([good, COLUMNS.map(() => null), COLUMNS.map(() => " ")]);
    expect(check.rowsIn).toBe(1);
    expect(notes).toContainEqual({ code: "blank-rows", params: { rows: 2 } });
  });

  it("names at most five example rows", () => {
    const { check } = ledger([good, ...Array.from({ length: 9 }, () => row("", 1, "2024-01-01", 1))]);
    expect(check.setAside[0]).toMatchObject({ rows: 9, examples: [3, 4, 5, 6, 7] });
  });
});

describe("what counts as a purchase", () => {
  const rows = [
    row("a", "o1", "2024-01-01", 10),
    row("a", "o1", "2024-01-01", 5),
    row("a", "o2", "2024-01-01", 1),
    row("a", "o3", "2024-02-01", 0),
    row("a", "o4", "2024-03-01", -4),
  ];
  it.each([
    ["order", 3],
    ["day", 2],
    ["row", 4],
    ["auto", 3],
  ] as const)("unit %s: %d", (unit, purchases) => {
    const { frequency, unit: used } = ledger(rows, { unit });
    expect(frequency[0]).toBe(purchases);
    expect(used).toBe(unit === "auto" ? "order" : unit);
  });

  it("a refund reduces money, is no purchase, and moves no date", () => {
    const { monetary, lastPurchase, firstPurchase, asOf, recency } = ledger(rows);
    expect(monetary[0]).toBe(12);
    expect(isoOf(lastPurchase[0] ?? 0)).toBe("2024-02-01");
    expect(isoOf(firstPurchase[0] ?? 0)).toBe("2024-01-01");
    expect(isoOf(asOf ?? 0)).toBe("2024-03-01");
    expect(recency[0]).toBe(29);
  });

  it("refunds can be set aside, and are accounted for", () => {
    const { monetary, check } = ledger(rows, { refunds: "set-aside" });
    expect(monetary[0]).toBe(16);
    expect(check.setAside).toEqual([{ reason: "refund", rows: 1, amount: -4, examples: [6] }]);
  });

  it("a customer with refunds only stays, without purchase, date or recency", () => {
    const { customers, frequency, monetary, firstPurchase, lastPurchase, recency, notes } = ledger([
      row("a", 1, "2024-01-01", 5),
      row("b", 2, "2024-01-02", -5),
    ]);
    expect(customers).toEqual(["a", "b"]);
    expect([frequency[1], monetary[1], firstPurchase[1], lastPurchase[1], recency[1]]).toEqual([
      0,
      -5,
      0,
      0,
      NaN,
    ]);
    expect(notes).toContainEqual({ code: "customers-without-purchase", params: { customers: 1 } });
  });

  it("one order id of two customers is a purchase of each", () => {
    expect([...ledger([row("a", 1, "2024-01-01", 5), row("b", 1, "2024-01-01", 5)]).frequency]).toEqual([
      1, 1,
    ]);
  });

  it("rows without an order id count by the day", () => {
    const { frequency, notes } = ledger([
      row("a", 1, "2024-01-01", 5),
      row("a", null, "2024-01-02", 5),
      row("a", null, "2024-01-02", 5),
    ]);
    expect(frequency[0]).toBe(2);
    expect(notes).toContainEqual({ code: "rows-without-order", params: { rows: 2 } });
  });
});

describe("duplicates equal an earlier row in every column, mapped or not", () => {
  const headers = ["Customer", "Date", "Amount", "Remark"];
  const rows: Cell[][] = [
    ["a", "2024-01-01", 5, "x"],
    ["a", "2024-01-01", 5, "y"],
    ["a", "2024-01-01", 5, "x"],
  ];
  const roles: Mapping = { customer: 0, date: 1, amount: 2 };
  it("are kept and counted", () => {
    const result = read(tableOfRows(headers, rows), {}, null, roles);
    expect(result.ok && result.value.monetary[0]).toBe(15);
    expect(result.ok && result.value.notes).toContainEqual({ code: "duplicates-kept", params: { rows: 1 } });
  });
  it("or dropped, and accounted for", () => {
    const result = read(tableOfRows(headers, rows), { duplicates: "drop" }, null, roles);
    expect(result.ok && result.value.monetary[0]).toBe(10);
    expect(result.ok && result.value.check.setAside).toEqual([
      { reason: "duplicate", rows: 1, amount: 5, examples: [4] },
    ]);
  });
  it("tell 1 from “1” and true from “true”", () => {
    const kinds: Cell[][] = [1, "1", true, "true", null, ""].map((remark) => ["a", "2024-01-01", 5, remark]);
    const result = read(tableOfRows(headers, kinds), { duplicates: "drop" }, null, roles);
    expect(result.ok && result.value.check.rowsUsed).toBe(6);
  });
});

describe("statuses", () => {
  const rows = [
    row("a", 1, "2024-01-01", 1, "审批中"),
    row("a", 2, "2024-01-01", 2, "Refunded"),
    row("a", 3, "2024-01-01", 4, ""),
  ];
  it("unknown ones are used and named", () => {
    const { monetary, notes } = ledger(rows);
    expect(monetary[0]).toBe(5);
    expect(notes).toContainEqual({ code: "statuses-unknown", params: { statuses: ["审批中"] } });
  });
  it("negative amounts that go with theirs are told, as nobody's money is less for them", () => {
    const back = [
      row("a", 1, "2024-01-01", 100),
      row("a", 2, "2024-01-02", -40, "Refunded"),
      row("a", 3, "2024-01-03", 7, "Refunded"),
      row("a", 4, "2024-01-04", -2.5),
    ];
    const { monetary, notes } = ledger(back);
    expect(monetary[0]).toBe(97.5);
    expect(notes).toContainEqual({ code: "refunds-aside", params: { rows: 1, amount: 40 } });
    expect(ledger(back.slice(2)).notes.map(({ code }) => code)).not.toContain("refunds-aside");
  });
  it("the policy's words win", () => {
    const { monetary, notes } = ledger(rows, { statuses: { exclude: ["审批中"], count: ["refunded"] } });
    expect(monetary[0]).toBe(6);
    expect(notes.map(({ code }) => code)).not.toContain("statuses-unknown");
  });
});

it("carries attributes of the latest day and sums measures, whatever the order of rows", () => {
  const rows: Cell[][] = [
    ["a", 1, "2024-01-01", 1, "", "North", 0.1],
    ["a", 2, "2024-03-01", 1, "", "South", 0.2],
    ["a", 3, "2024-03-01", 1, "", "East", "n/a"],
    ["a", 4, "2024-04-01", 1, "", "", null],
  ];
  for (const order of [rows, [...rows].reverse()]) {
    const { attributes, measures, notes } = ledger(order);
    expect(attributes).toEqual({ Region: ["East"] });
    expect([...(measures["profit"] ?? [])]).toEqual([0.3]);
    expect(notes).toContainEqual({ code: "measure-unread", params: { column: "Profit", cells: 1 } });
  }
});

it("is in the order of money, then id", () => {
  const { customers } = ledger([
    row("c", 1, "2024-01-01", 5),
    row("b", 2, "2024-01-01", 5),
    row("a", 3, "2024-01-01", 1),
    row("d", 4, "2024-01-01", 9),
  ]);
  expect(customers).toEqual(["d", "b", "c", "a"]);
});

it("a log holds each customer's rows by day, and marks where purchases begin", () => {
  const { log } = ledger([
    row("a", "x", "2024-02-02", 1),
    row("b", "y", "2024-01-01", 9),
    row("a", "x", "2024-02-01", 2),
    row("a", "z", "2024-01-01", -1),
  ]);
  const own = customerLog(log as NonNullable<typeof log>, 1);
  expect([...own.days.slice(own.from, own.to)].map(isoOf)).toEqual([
    "2024-01-01",
    "2024-02-01",
    "2024-02-02",
  ]);
  expect([...own.begins.slice(own.from, own.to)]).toEqual([0, 1, 0]);
});

describe("refuses", () => {
  const good = row("a", 1, "2024-01-10", 10);
  const code = (result: ReturnType<typeof read>) => (result.ok ? "ok" : result.troubles[0]?.code);
  it.each<[string, Cell[][], number | null]>([
    ["no-customer-at-all", [row("", 1, "2024-01-01", 1)], null],
    ["no-date-at-all", [row("a", 1, "soon", 1)], null],
    ["as-of-before-data", [good], serialOf(2023, 12, 31)],
    ["date-order-undecided", [row("a", 1, "03/04/2024", 1)], null],
    ["date-order-contradictory", [row("a", 1, "13/04/2024", 1), row("a", 1, "04/13/2024", 1)], null],
    ["no-row-used", [row("a", 1, "2024-01-01", "x")], null],
    ["no-customer-at-all", [], null],
  ])("%s", (expected, rows, asOf) => expect(code(read(tableOfRows(COLUMNS, rows), {}, asOf))).toBe(expected));

  it("a role without a column", () => {
    expect(code(read(tableOfRows(COLUMNS, [good]), {}, null, { customer: 0, date: 2 }))).toBe("role-missing");
    expect(
      code(read(tableOfRows(COLUMNS, [good]), { unit: "order" }, null, { customer: 0, date: 2, amount: 3 })),
    ).toBe("order-unit-without-order");
  });
});
