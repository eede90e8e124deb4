import { beforeEach, describe, expect, test } from "vitest";
import { classify } from "../../src/core/classify";
import { templateNamed } from "../../src/core/policy/templates";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { explain } from "../../src/core/tiers/explain";
import { NO_CHOICES } from "../../taskpane/classifier/defaults";
import type { Choices, Source } from "../../taskpane/classifier/protocol";
import { startSession, type Session } from "../../taskpane/classifier/session";
import { policyNamed } from "./policy-named";

const CHOICES: Choices = { ...NO_CHOICES, policy: policyNamed("rfm") };
const SAMPLE: Source = { kind: "sample", language: "en" };

function file(name: string, text: string): Source {
  return { kind: "file", file: new File([text], name) };
}

function expected(policyName: string) {
  const policy = templateNamed(policyName);
  if (!policy) throw new Error(policyName);
  const result = classify(sampleOrders({ language: "en" }), policy);
  if (!result.ok) throw new Error("refused");
  return result.value;
}

async function valueOf<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; troubles: unknown }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  return result.value;
}

describe("a session", () => {
  let session: Session;
  beforeEach(() => {
    session = startSession();
  });

  test("forecasts customer value where it is asked to, tells the verdict apart from the notes, and writes it", async () => {
    await valueOf(session.answer("open", { source: SAMPLE }));
    const outcome = await valueOf(session.answer("classify", { choices: { ...CHOICES, value: "auto" } }));
    if (!outcome.summary.ok) throw new Error("refused");
    const { value, notes } = outcome.summary.value;
    const policy = templateNamed("rfm");
    if (!policy || !value) throw new Error("no value");
    const horizon = { model: "auto", unit: "week", months: 12, discountPerYear: 0 } as const;
    const core = classify(sampleOrders({ language: "en" }), policy, { value: horizon });
    if (!core.ok || !core.value.value) throw new Error("refused");
    const { model, verdict, clv, tracking } = core.value.value;
    expect(value).toMatchObject({ model, verdict, notes: core.value.value.notes });
    expect(value.worth).toBeCloseTo(
      clv.reduce((sum, own) => sum + (own || 0), 0),
      6,
    );
    expect(value.tracking?.actual ?? null).toEqual(tracking && [...tracking.actual]);
    expect(notes).toEqual(expected("rfm").notes);
    const sheets = await valueOf(session.answer("sheets", { language: "en" }));
    expect(sheets.map(({ name }) => name)).toContain("Value");
  });

  test("sums of customers hold no history: nothing is forecast from them", async () => {
    const sums = "Customer,Last purchase,Orders,Money\nA,2025-01-02,5,9\nB,2025-01-03,7,8\n";
    await valueOf(session.answer("open", { source: file("sums.csv", sums) }));
    const outcome = await valueOf(session.answer("classify", { choices: { ...CHOICES, value: "auto" } }));
    expect(outcome.kind).toBe("customers");
    expect(outcome.summary).toMatchObject({ ok: true, value: { value: null } });
  });

  test("gives the page what classify() gives, in sum", async () => {
    expect(await valueOf(session.answer("open", { source: SAMPLE }))).toMatchObject({
      rows: 2000,
      columns: 8,
    });
    const outcome = await valueOf(
      session.answer("classify", { choices: { ...CHOICES, policy: policyNamed("vip") } }),
    );
    if (!outcome.summary.ok) throw new Error("refused");
    const summary = outcome.summary.value;
    const core = expected("vip");
    expect(summary.tiers).toEqual(core.tiers);
    expect(summary.check).toEqual(core.ledger.check);
    expect(summary.customers).toBe(core.ledger.customers.length);
    expect(summary.notes).toEqual(core.notes);
    for (const groups of [summary.segments, summary.stages]) {
      expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(summary.customers);
      const cents = groups.reduce((sum, { monetary }) => sum + Math.round(monetary * 100), 0);
      expect(cents).toBe(Math.round(summary.monetary * 100));
      expect(groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    expect(outcome.columns.map(({ examples }) => examples.length)).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
    expect(outcome.columns[1]?.examples[0]).toMatch(/^2025-\d\d-\d\d$/);
  });

  test("finds customers whatever the case and width, the ones with most money first", async () => {
    await session.answer("open", { source: SAMPLE });
    await session.answer("classify", { choices: CHOICES });
    const all = await valueOf(session.answer("customers", { text: "", limit: 5 }));
    expect(all.found).toBe(expected("rfm").ledger.customers.length);
    expect(all.lines).toHaveLength(5);
    expect(all.lines.map(({ monetary }) => monetary)).toEqual(
      [...all.lines.map(({ monetary }) => monetary)].sort((a, b) => b - a),
    );
    const hotels = await valueOf(session.answer("customers", { text: "  ＨＯＴＥＬ ", limit: 1000 }));
    expect(hotels.found).toBeGreaterThan(0);
    expect(hotels.found).toBe(hotels.lines.length);
    for (const { customer } of hotels.lines) expect(customer).toMatch(/hotel/i);
    expect(await valueOf(session.answer("customers", { text: "no such", limit: 5 }))).toEqual({
      found: 0,
      lines: [],
    });
  });

  test("explains a customer as the command does, in either language", async () => {
    await session.answer("open", { source: SAMPLE });
    await session.answer("classify", { choices: CHOICES });
    for (const language of ["en", "zh"] as const) {
      const sentences = await valueOf(session.answer("explain", { at: 3, language }));
      expect(sentences).toEqual(explain(expected("rfm"), 3, language).sentences);
    }
  });

  test("tells how far the reading is", async () => {
    const shares: number[] = [];
    const rows = Array.from({ length: 20_000 }, (_, at) => `C${at % 90},2025-01-02,${at}`);
    const source = file("a.csv", `Customer,Order date,Amount\n${rows.join("\n")}\n`);
    await valueOf(session.answer("open", { source }, (share) => shares.push(share)));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test("shows the columns even where the run is refused", async () => {
    await session.answer("open", {
      source: file("a.csv", "Customer,Date,Amount\nA,03/04/2025,5\nB,05/06/2025,6\n"),
    });
    const outcome = await valueOf(session.answer("classify", { choices: CHOICES }));
    expect(outcome.columns).toHaveLength(3);
    expect(outcome.summary).toMatchObject({ ok: false, troubles: [{ code: "date-order-undecided" }] });
    const decided = await valueOf(session.answer("classify", { choices: { ...CHOICES, dateOrder: "dmy" } }));
    expect(decided.summary).toMatchObject({ ok: true, value: { asOf: "2025-06-05" } });
  });

  test("asks for the decimal mark where the column doesn't tell, and reads by the answer", async () => {
    const source = file("a.csv", "Customer,Order date,Amount\nA,2025-01-02,1.234\nB,2025-01-03,5.678\n");
    await session.answer("open", { source });
    const outcome = await valueOf(session.answer("classify", { choices: CHOICES }));
    expect(outcome.summary).toMatchObject({ ok: false, troubles: [{ code: "decimal-mark-undecided" }] });
    const decided = await valueOf(session.answer("classify", { choices: { ...CHOICES, decimalMark: "," } }));
    expect(decided.summary).toMatchObject({ ok: true, value: { monetary: 6912 } });
  });

  test.each(["classify", "customers", "explain", "sheets"] as const)(
    "refuses to %s before anything is open",
    async (kind) => {
      const requests = {
        classify: { choices: CHOICES },
        customers: { text: "", limit: 1 },
        explain: { at: 0, language: "en" },
        sheets: { language: "en" },
      } as const;
      expect(await session.answer(kind, requests[kind])).toMatchObject({
        ok: false,
        troubles: [{ code: "pane.nothing-open" }],
      });
    },
  );

  test("keeps what was open when another file is refused", async () => {
    await session.answer("open", { source: SAMPLE });
    await session.answer("classify", { choices: CHOICES });
    expect(await session.answer("open", { source: file("a.csv", "") })).toMatchObject({
      ok: false,
      troubles: [{ code: "file-empty" }],
    });
    expect((await valueOf(session.answer("customers", { text: "", limit: 1 }))).found).toBeGreaterThan(0);
  });

  test("says which file the browser can't read (a folder, a file that is gone)", async () => {
    const gone = new File(["x"], "gone.csv");
    gone.stream = () =>
      new ReadableStream({
        pull: (controller) => controller.error(new DOMException("", "NotReadableError")),
      });
    expect(await session.answer("open", { source: { kind: "file", file: gone } })).toMatchObject({
      ok: false,
      troubles: [{ code: "file-unreadable", params: { file: "gone.csv", problem: "NotReadableError" } }],
    });
  });

  test("turns a bug of ours into a sentence", async () => {
    const broken = { kind: "file" } as unknown as Source;
    expect(await session.answer("open", { source: broken })).toMatchObject({
      ok: false,
      troubles: [{ code: "pane.bug" }],
    });
  });
});
