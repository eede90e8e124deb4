import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFrame, readCSV } from "danfojs-node";
import { afterAll, describe, expect, it } from "vitest";
import { say } from "../../src/core/language/message";
import type { ResultJson } from "../../src/core/report/result-json";
import {
  classifyFrame,
  templateNamed,
  type ClassifiedFrames,
  type FrameOptions,
} from "../../src/workflow/frame";
import { tiersheet } from "./terminal";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "tiersheet-frame-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function classified(frame: DataFrame, options: FrameOptions = {}, policy = "rfm"): ClassifiedFrames {
  const result = classifyFrame(frame, policy, options);
  if (!result.ok) throw new Error(result.troubles.map((trouble) => say(trouble, "en")).join("\n"));
  return result.value;
}

/** The rows of a frame as records; NaN, which JSON writes as null, is null. */
function records(frame: DataFrame): Record<string, unknown>[] {
  return (frame.values as unknown[][]).map((row) =>
    Object.fromEntries(frame.columns.map((name, at) => [name, Number.isNaN(row[at]) ? null : row[at]])),
  );
}

/** Orders in which everything that may be lost is at stake: zeros before an id, kinds of blanks, a refund. */
const ORDERS = `Customer,Date,Amount
007,2024-01-05,100
7,2024-02-05,50.5
007,2024-03-05,"1,049.50"
Acme,2024-03-06,10
Acme,2024-03-07,-20
,2024-03-08,5
Gone,2024-01-01,-3
`;

const inputs = [
  { name: "ids with zeros, a refund, a blank", file: join(folder, "orders.csv") },
  { name: "the English sample", file: join(root, "examples/orders-en.csv") },
  { name: "the Chinese sample", file: join(root, "examples/orders-zh.csv") },
];
writeFileSync(join(folder, "orders.csv"), ORDERS);

describe.each(inputs)("classifyFrame gives what the command gives: $name", ({ file }) => {
  it.each(["rfm", "vip", "strategic"])("by the policy %s", async (policy) => {
    const { out } = await tiersheet(["classify", file, "--policy", policy, "--json", "-"]);
    const json = JSON.parse(out) as ResultJson;
    const frames = classified(await readCSV(file, { dynamicTyping: false }), {}, policy);
    expect(records(frames.customers)).toEqual(json.customers);
    expect(
      records(frames.tiers).map(({ tier, customers, monetary, share }) => ({
        tier,
        customers,
        monetary,
        share,
      })),
    ).toEqual(json.tiers);
    const [all, used, ...aside] = records(frames.check);
    expect(all).toEqual({
      outcome: "in",
      rows: json.check.rowsIn,
      amount: json.check.amountIn,
      examples: null,
    });
    expect(used).toEqual({
      outcome: "used",
      rows: json.check.rowsUsed,
      amount: json.check.amountUsed,
      examples: null,
    });
    // The file's rows are numbered from 2, after the header; the frame's index begins at 0.
    expect(aside).toEqual(
      json.check.setAside.map(({ reason, rows, amount, examples }) => {
        return { outcome: reason, rows, amount, examples: examples.map((row) => row - 2).join(", ") };
      }),
    );
    expect(frames.notes.map(({ code }) => code)).toEqual(
      json.notes.map(({ code }) => code).filter((code) => !FILE_NOTES.test(code)),
    );
  });
});

/** What the reader of a file says of it, which a frame can't. */
const FILE_NOTES = /^(?:file|csv|text|sheet|encoding|read)-/;

describe("a frame", () => {
  it("keeps ids, codes and dates as text", () => {
    const { customers } = classified(
      new DataFrame({ id: ["007", "7"], date: ["2024-01-05", "2024-01-06"], amount: [1, 2] }),
      { map: { customer: "id", date: "date", amount: "amount" } },
    );
    expect(customers.column("customer").values).toEqual(["7", "007"]);
    expect(customers.column("customer").dtypes).toEqual(["string"]);
    expect(customers.column("rfm").dtypes).toEqual(["string"]);
    expect(customers.column("lastPurchase").values).toEqual(["2024-01-06", "2024-01-05"]);
    expect(customers.column("frequency").dtypes).toEqual(["int32"]);
  });

  it("has NaN where a number isn't known and null where a text isn't", async () => {
    const { customers } = classified(await readCSV(join(folder, "orders.csv"), { dynamicTyping: false }));
    const names = customers.column("customer").values as string[];
    const of = (name: string) => customers.column(name).values[names.indexOf("Gone")];
    expect(of("monetary")).toBe(-3);
    expect(of("recency")).toBeNaN();
    expect([of("lastPurchase"), of("activity")]).toEqual([null, null]);
  });

  it("takes numbers, serials, Dates, booleans, null and undefined as its cells", () => {
    const frame = new DataFrame(
      [
        [1, 45296, 10],
        ["1", new Date(2024, 0, 6), 5],
        ["1.0", "2024-01-07", "7"],
        [null, "2024-01-07", 1],
        ["1", undefined, 1],
        ["1", "2024-01-08", true],
        ["1", "2024-01-08", NaN],
      ],
      { columns: ["customer", "date", "amount"] },
    );
    const { customers, check } = classified(frame);
    expect(records(customers)).toMatchObject([
      { customer: "1", frequency: 3, monetary: 22, lastPurchase: "2024-01-07" },
    ]);
    expect(records(check).map(({ outcome, rows }) => [outcome, rows])).toEqual([
      ["in", 7],
      ["used", 3],
      ["no-customer", 1],
      ["no-date", 1],
      ["unreadable-amount", 2],
    ]);
  });

  it("names rows by its own index", () => {
    const frame = new DataFrame(
      { customer: ["a", "", "b", ""], date: Array(4).fill("2024-01-05"), amount: [1, 2, 3, 4] },
      { index: ["p", "q", "r", "s"] },
    );
    expect(records(classified(frame).check).at(-1)).toMatchObject({
      outcome: "no-customer",
      examples: "q, s",
    });
  });

  it("is scored with the ruler of another", () => {
    const columns = (amounts: number[]) =>
      new DataFrame({
        customer: amounts.map((_, at) => `c${at}`),
        date: amounts.map(() => "2024-01-05"),
        amount: amounts,
      });
    const { ruler } = classified(columns([10, 20, 30, 40, 50]));
    const { customers } = classified(columns([60, 60, 60]), { frozen: ruler });
    expect(customers.column("m").values).toEqual([5, 5, 5]);
  });

  it("speaks the language asked for", () => {
    const frame = new DataFrame({ 客户名称: ["甲"], 付款日期: ["2024-01-05"], 实付金额: [1] });
    expect(classified(frame, { language: "zh" }).notes[0]?.text).toMatch(/[一-龥]/);
  });

  it("carries customer value where it is asked for", () => {
    const rows = Array.from({ length: 400 }, (_, at) => ({
      customer: `c${at % 90}`,
      date: `2024-${String((at % 12) + 1).padStart(2, "0")}-${String(((at * 7) % 28) + 1).padStart(2, "0")}`,
      amount: 10 + (at % 13),
    }));
    const value = { model: "auto", unit: "week", months: 12, discountPerYear: 0.1 } as const;
    expect(classified(new DataFrame(rows), { value }).customers.columns.slice(-3)).toEqual([
      "pAlive",
      "expectedPurchases",
      "clv",
    ]);
  });
});

describe("refuses, with the command's codes", () => {
  const good = new DataFrame({ customer: ["a"], date: ["2024-01-05"], amount: [1] });
  const none = new DataFrame([], { columns: ["customer", "date", "amount"] });
  const policy = templateNamed("rfm");
  it.each<[string, DataFrame, string, FrameOptions]>([
    ["policy-unknown", good, "best", {}],
    ["as-of-malformed", good, "rfm", { asOf: "yesterday" }],
    ["map-column-missing", good, "rfm", { map: { customer: "client" } }],
    ["no-customer-at-all", none, "rfm", {}],
    ["as-of-before-data", good, "rfm", { asOf: "2023-01-01" }],
  ])("%s", (code, frame, name, options) => {
    const result = classifyFrame(frame, name === "rfm" && policy ? policy : name, options);
    expect(result.ok ? "ok" : result.troubles[0]?.code).toBe(code);
  });
});

const BUILT = join(root, "build/command/frame.js");
describe.skipIf(!existsSync(BUILT))("the script in examples (needs npm run build:command)", () => {
  it("imports tiersheet/workflow/frame and prints the check, the tiers and five customers", () => {
    const printed = execFileSync(process.execPath, [join(root, "examples/classify-frame.js")], {
      encoding: "utf8",
    });
    expect(printed.match(/║ {12}│/g)).toHaveLength(3);
    expect(printed).toContain("no-customer");
    expect(printed).toContain("revenueAtRisk");
    expect(printed).toContain("lastPurchase");
  });
});
