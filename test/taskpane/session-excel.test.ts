import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { REASONS } from "../../src/core/ledger/check";
import { resultColumnIds, RESULT_COLUMNS } from "../../src/core/report/result-columns";
import { classify } from "../../src/core/classify";
import { cellAt } from "../../src/core/ledger/cells";
import { serialOf } from "../../src/core/ledger/dates";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import type { SheetRead } from "../../src/excel/read-sheet";
import { NO_CHOICES } from "../../taskpane/classifier/defaults";
import type { AsOfRule, Choices, Opened } from "../../taskpane/classifier/protocol";
import { startSession, type Session } from "../../taskpane/classifier/session";
import { policyNamed } from "./policy-named";

const CHOICES: Choices = { ...NO_CHOICES, policy: policyNamed("rfm"), beside: true };

const READ: SheetRead = {
  sheet: "Orders",
  id: "{1}",
  address: "",
  rows: 0,
  columns: 0,
  hiddenRows: false,
  dateSystem: 1900,
  table: null,
  filtered: false,
  notes: [],
};

async function valueOf<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; troubles: unknown }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

/** Opens rows as a sheet of the open workbook would give them, the first of them in row `top` and column `left`. */
async function openSheet(
  session: Session,
  rows: readonly (readonly unknown[])[],
  { top = 0, left = 0, dates = [] as readonly number[], read = {} as Partial<SheetRead> } = {},
): Promise<Opened> {
  const width = Math.max(...rows.map(({ length }) => length));
  const formats = [Array.from({ length: width }, (_, c) => (dates.includes(c) ? "yyyy-mm-dd" : "General"))];
  await session.answer("look", { sheet: "Orders", left, formats });
  // In two blocks, as a longer sheet comes.
  const half = Math.ceil(rows.length / 2);
  await session.answer("rows", { index: top, rows: rows.slice(0, half) });
  await session.answer("rows", { index: top + half, rows: rows.slice(half) });
  return valueOf(session.answer("open", { source: { kind: "sheet", id: null }, read: { ...READ, ...read } }));
}

const DAY = serialOf(2025, 1, 2);
/** Orders below a title and a blank row, from C3 on, with one column of no name and nothing, and one bad amount. */
const ORDERS: unknown[][] = [
  ["Customer", "Order date", "", "Amount"],
  ["A", DAY, "", 5],
  [17850, DAY + 1, "", 7],
  ["b ", DAY + 2, "", "many"],
  ["Ｃ", DAY + 30, "", 9],
  ["", DAY + 31, "", 9],
  ["17850.0", DAY + 40, "", 11],
];
const AT_C3 = { top: 2, left: 2, dates: [1] };

describe("what Excel asks of a session", () => {
  let session: Session;
  beforeEach(() => {
    session = startSession(() => new Date(2026, 2, 15, 23, 30));
  });
  const run = async (choices: Partial<Choices> = {}) => {
    const outcome = await valueOf(session.answer("classify", { choices: { ...CHOICES, ...choices } }));
    if (!outcome.summary.ok) throw new Error(JSON.stringify(outcome.summary.troubles));
    return outcome.summary.value;
  };

  test("shows the headers and first rows of what was opened, dates as dates in either date system", async () => {
    const opened = await openSheet(session, ORDERS, AT_C3);
    expect(opened.preview).toEqual({
      headers: ["Customer", "Order date", "Amount"],
      rows: [
        ["A", "2025-01-02", "5"],
        ["17850", "2025-01-03", "7"],
        ["b", "2025-01-04", "many"],
        ["Ｃ", "2025-02-01", "9"],
        ["", "2025-02-02", "9"],
      ],
    });
    const of1904 = ORDERS.map((row) =>
      row.map((cell, c) => (c === 1 && typeof cell === "number" ? cell - 1462 : cell)),
    );
    const other = await openSheet(session, of1904, { ...AT_C3, read: { dateSystem: 1904 } });
    expect(other.preview).toEqual(opened.preview);
  });

  test("finds customers by cells as the ledger reads them; nobody by blanks, errors and strangers", async () => {
    await openSheet(session, ORDERS, AT_C3);
    await run();
    const { lines } = await valueOf(session.answer("customers", { text: "", limit: 9 }));
    const place = (name: string) => lines.find(({ customer }) => customer === name)?.at;
    const cells = [
      17850,
      "17850",
      " １７８５０ ",
      "17850.0",
      "C",
      "Ｃ",
      "A",
      "a",
      "b",
      "",
      null,
      "#N/A",
      true,
      undefined,
    ];
    const places = await valueOf(session.answer("places", { cells }));
    const [n, c, a] = [place("17850"), place("C"), place("A")];
    expect(places).toEqual([n, n, n, n, c, c, a, -1, -1, -1, -1, -1, -1, -1]);
    // Another result, other places.
    await openSheet(
      session,
      [
        ["Customer", "Order date", "Amount"],
        ["Z", DAY, 1],
      ],
      { dates: [1] },
    );
    await run();
    expect(await valueOf(session.answer("places", { cells: ["Z", 17850] }))).toEqual([0, -1]);
  });

  test("says in which rows and columns of the sheet each reason stands", async () => {
    await openSheet(session, ORDERS, AT_C3);
    const { check } = await run();
    const aside = await Promise.all(
      REASONS.map(
        async (reason) => [reason, await valueOf(session.answer("set-aside", { reason }))] as const,
      ),
    );
    expect(Object.fromEntries(aside.filter(([, { rows }]) => rows.length > 0))).toEqual({
      // Row 3 has the headers; the column without name and cells is none of the table, but one of the sheet.
      "unreadable-amount": { rows: [6], columns: [5] },
      "no-customer": { rows: [8], columns: [2] },
    });
    expect(check.setAside.flatMap(({ examples }) => examples).sort()).toEqual([6, 8]);
  });

  test("puts tier and stage beside transactions, whatever result columns are chosen", async () => {
    await openSheet(session, ORDERS, AT_C3);
    await run({ columns: ["reason"] });
    const plan = await valueOf(session.answer("beside", { language: "zh" }));
    expect(plan).toMatchObject({
      headerRow: 2,
      firstRow: 3,
      rowCount: 6,
      customerColumn: 2,
      customerHeader: "Customer",
      columns: [
        { id: "tier", header: "层级", format: "@" },
        { id: "stage", header: "阶段", format: "@" },
      ],
    });
    const at = await valueOf(session.answer("places", { cells: ORDERS.slice(1).map(([cell]) => cell) }));
    const rows = await valueOf(session.answer("beside-rows", { at }));
    expect(rows).toHaveLength(6);
    // The customer without a readable amount and the row without a customer are nobody's.
    expect([rows[2], rows[4]]).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(rows[1]).toEqual(rows[5]);
    for (const row of [rows[0], rows[1], rows[3]])
      expect(row).toEqual([expect.any(String), expect.any(String)]);
    const again = await valueOf(session.answer("beside", { language: "en" }));
    expect(again.columns.map(({ header }) => header)).toEqual(["Tier", "Stage"]);
  });

  const SUMS: unknown[][] = [
    ["Customer", "Last purchase", "Orders", "Monetary", "Tier\nnow"],
    ["A", DAY, 5, 90, "gold"],
    ["B", DAY + 5, 2, 40, "gold"],
    ["C", DAY + 9, 1, 10, "=1+1"],
  ];

  test("puts the chosen columns beside customers, with headers unlike the analyst's own, and leaves Customers out", async () => {
    await openSheet(session, SUMS, { dates: [1] });
    await run();
    const all = await valueOf(session.answer("beside", { language: "en" }));
    expect(all.columns.map(({ id }) => id)).toEqual(
      RESULT_COLUMNS.filter((id) => all.columns.some((column) => column.id === id)),
    );
    const headers = all.columns.map(({ header }) => header);
    expect(headers).not.toContain("Customer");
    expect(headers).toEqual(
      expect.arrayContaining(["Last purchase (2)", "Monetary (2)", "Tier", "Next action"]),
    );
    const folded = [...headers, ...(SUMS[0] ?? [])].map((header) => String(header).toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    const sheets = await valueOf(session.answer("sheets", { language: "en" }));
    expect(sheets.map(({ id }) => id)).not.toContain("customers");
    expect(sheets.map(({ id }) => id)).toContain("policy");

    await run({ columns: ["stage", "lastPurchase", "customer"] });
    const some = await valueOf(session.answer("beside", { language: "en" }));
    expect(some.columns.map(({ id, format }) => [id, format])).toEqual([
      ["stage", "@"],
      ["lastPurchase", "yyyy-mm-dd"],
    ]);
    const at = await valueOf(session.answer("places", { cells: ["C", "nobody", "A"] }));
    const rows = await valueOf(session.answer("beside-rows", { at }));
    expect(rows.map(([, last]) => last)).toEqual([DAY + 9, null, DAY]);
  });

  test("tells the header as it stands in the cell, so that the column is found again", async () => {
    const rows = [
      ["Customer\nname", "Order date", "Amount"],
      ...ORDERS.slice(1).map((row) => row.filter((_, c) => c !== 2)),
    ];
    const opened = await openSheet(session, rows, { dates: [1] });
    expect(opened.preview.headers[0]).toBe("Customer name");
    await run();
    const plan = await valueOf(session.answer("beside", { language: "en" }));
    expect(plan.customerHeader).toBe("Customer\nname");
  });

  test("writes no columns beside data that begins in row 1: there is no row for headers", async () => {
    const rows = ORDERS.slice(1).map((row) => row.filter((_, c) => c !== 2));
    await openSheet(session, rows, { dates: [1] });
    await run({ roles: { 0: "customer", 1: "date", 2: "amount" } });
    expect(await session.answer("beside", { language: "en" })).toMatchObject({
      ok: false,
      troubles: [{ code: "pane.beside-no-header", params: { sheet: "Orders" } }],
    });
  });

  test("gives Customers with the chosen columns, row by row as by customer", async () => {
    const sample = sampleOrders({ language: "en" });
    const cells = (row: number) => sample.columns.map(({ cells }) => cellAt(cells, row) ?? "");
    const rows = [
      sample.columns.map(({ header }) => header),
      ...Array.from({ length: sample.rowCount }, (_, at) => cells(at)),
    ];
    await openSheet(session, rows, { dates: sample.columns.flatMap(({ dated }, c) => (dated ? [c] : [])) });
    await run({ columns: ["tier", "nextAction"] });
    const sheets = await valueOf(session.answer("sheets", { language: "en" }));
    const sheet = sheets.findIndex(({ id }) => id === "customers");
    const table = sheets[sheet]?.blocks[0];
    if (table?.kind !== "table") throw new Error("no Customers");
    expect(table.byCustomer).toBe(true);
    expect(table.headers[0]).toBe("Customer");
    expect(table.headers.slice(-2)).toEqual(["Tier", "Next action"]);
    const all = await valueOf(session.answer("table", { sheet, block: 0, from: 0, count: table.count }));
    const places = all.map((_, at) => at);
    expect(await valueOf(session.answer("table-at", { sheet, block: 0, at: places }))).toEqual(all);
    // Who stands in a row is who its first cell names.
    expect(await valueOf(session.answer("places", { cells: all.map(([name]) => name) }))).toEqual(places);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -1, max: table.count - 1 }), { maxLength: 20 }),
        async (at) => {
          const found = await valueOf(session.answer("table-at", { sheet, block: 0, at }));
          expect(found).toEqual(at.map((place) => (place < 0 ? table.headers.map(() => null) : all[place])));
        },
      ),
      { numRuns: 30 },
    );
    // No other table goes by customer, and each sheet has an id of its own.
    const others = sheets.flatMap(({ id, blocks }) => (id === "customers" ? [] : blocks));
    expect(others.every((block) => block.kind === "heading" || !block.byCustomer)).toBe(true);
    const policy = sheets.findIndex(({ id }) => id === "policy");
    expect((await session.answer("table-at", { sheet: policy, block: 0, at: [0] })).ok).toBe(false);
    expect(new Set(sheets.map(({ id }) => id)).size).toBe(sheets.length);
  });

  test("sums money and customers by code and names the columns there are", async () => {
    await session.answer("open", { source: { kind: "sample", language: "en" } });
    const summary = await run();
    const core = classify(sampleOrders({ language: "en" }), policyNamed("rfm"));
    if (!core.ok) throw new Error("refused");
    expect(summary.codes?.customers).toHaveLength(125);
    expect(summary.codes?.customers.reduce((a, b) => a + b)).toBe(summary.customers);
    expect(summary.columns).toEqual(resultColumnIds(core.value));
  });

  test.each<[AsOfRule, string]>([
    [{ rule: "last" }, "2025-02-11"],
    [{ rule: "today" }, "2026-03-15"],
    [{ rule: "month-end" }, "2026-02-28"],
    [{ rule: "date", date: "2025-12-31" }, "2025-12-31"],
  ])("looks back from %o", async (asOf, day) => {
    await openSheet(session, ORDERS, AT_C3);
    expect((await run({ asOf })).asOf).toBe(day);
  });

  test.each(["", "2025-1", "2025-02-30", "soon"])("refuses “%s” as a day to look back from", async (date) => {
    await openSheet(session, ORDERS, AT_C3);
    const outcome = await valueOf(
      session.answer("classify", { choices: { ...CHOICES, asOf: { rule: "date", date } } }),
    );
    expect(outcome.summary).toMatchObject({ ok: false, troubles: [{ code: "pane.as-of-malformed" }] });
    expect(outcome.columns).toHaveLength(3);
  });

  test("looks back from the last day of December in January", async () => {
    session = startSession(() => new Date(2026, 0, 1, 0, 30));
    await openSheet(session, ORDERS, AT_C3);
    expect((await run({ asOf: { rule: "month-end" } })).asOf).toBe("2025-12-31");
  });

  test("refuses a policy that is not whole with all that is wrong, and classifies by the reader's own", async () => {
    await openSheet(session, ORDERS, AT_C3);
    const { policy } = CHOICES;
    const broken = { ...policy, grid: "no such grid", abc: { ...policy.abc, shares: [0.9, 0.7] as const } };
    const outcome = await valueOf(session.answer("classify", { choices: { ...CHOICES, policy: broken } }));
    if (outcome.summary.ok) throw new Error("classified");
    expect(outcome.summary.troubles.length).toBeGreaterThan(0);
    expect(outcome.summary.troubles.map(({ code }) => code)).not.toContain("pane.bug");
    expect(outcome.columns).toHaveLength(3);
    const own = { ...policy, name: "ours", title: { en: "Ours", zh: "我们的" } };
    expect((await run({ policy: own })).policy).toEqual(own);
  });

  test("answers nothing of a result that is gone", async () => {
    await openSheet(session, ORDERS, AT_C3);
    await run();
    await valueOf(session.answer("sheets", { language: "en" }));
    await valueOf(session.answer("beside", { language: "en" }));
    await openSheet(session, ORDERS, AT_C3);
    for (const answer of [
      session.answer("places", { cells: ["A"] }),
      session.answer("set-aside", { reason: "no-customer" }),
      session.answer("beside", { language: "en" }),
      session.answer("beside-rows", { at: [0] }),
      session.answer("table-at", { sheet: 0, block: 0, at: [0] }),
      session.answer("table", { sheet: 0, block: 1, from: 0, count: 1 }),
    ]) {
      expect(await answer).toMatchObject({ ok: false, troubles: [{ code: "pane.nothing-open" }] });
    }
  });

  test("takes any cells for customers without falling over", async () => {
    await openSheet(session, ORDERS, AT_C3);
    await run();
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined, {}, []),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell as fc.Arbitrary<unknown>), async (cells) => {
        const places = await valueOf(session.answer("places", { cells }));
        expect(places).toHaveLength(cells.length);
        expect(places.every((at) => at >= -1 && at < 3)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
