import { describe, expect, it } from "vitest";
import { valueSheet } from "../../../src/core/report/value-sheet";
import { valueOf, type CustomerValue } from "../../../src/core/value/value";
import { logOf } from "../value/reference-data";
import { gammaDraw, seeded, simulate, START } from "../value/simulated";

const DAYS = 540;

/** What customers are worth who have a life span: identified, and tested on the last third of the time. */
function fitted(): CustomerValue {
  const random = seeded(4);
  const leaving = { perDay: () => gammaDraw(random, 0.8, 100) };
  const amount = () => 20 + 10 * random();
  const rows = simulate({ customers: 1500, days: DAYS, r: 0.8, alpha: 20, leaving, amount }, random);
  const asOf = START + DAYS;
  const result = valueOf(logOf(rows).log, {
    model: "auto",
    unit: "week",
    months: 12,
    discountPerYear: 0,
    asOf,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.troubles));
  if (!result.value.tracking) throw new Error("nothing was held out");
  return result.value;
}

const value = fitted();
const tables = (of: CustomerValue, language: "en" | "zh" = "en") =>
  valueSheet(of, language).blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
const texts = (language: "en" | "zh") =>
  valueSheet(value, language).blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));

describe("the sheet Value", () => {
  it("says that purchases are added up from the start, and from when on they test the model", () => {
    const from = value.holdout?.from ?? 0;
    // The rows begin long before the day that is named.
    expect(value.tracking?.days[0]).toBeLessThan(from - 100);
    expect(texts("en").at(-2)).toBe("Repeat purchases so far: what the model expected and what came");
    expect(texts("en").at(-1)).toMatch(/^Added up from the start, .* before \d{4}-\d\d-\d\d\./);
    expect(texts("zh").at(-2)).toBe("累计复购次数：模型预期与实际");
    expect(texts("zh").at(-1)).toMatch(/^从头累计，只计 \d{4}-\d\d-\d\d 之前/);
    expect(texts("en").join("\n")).not.toContain("purchases since");
    expect(tables(value)[1]?.columns.map(({ header }) => header)).toEqual([
      "Day",
      "Expected so far",
      "Actual so far",
    ]);
  });
  it("is wide enough for a large parameter with its decimals", () => {
    const widthOf = (gamma: number) =>
      tables({ ...value, spend: { ...value.spend, parameters: { gamma } } })[0]?.columns[1]?.width ?? 0;
    expect(widthOf(2.5)).toBeLessThanOrEqual(20);
    // 324,163,927.6076 and the indents beside it, in digits of a font that is wider.
    expect(widthOf(324163927.6076)).toBeGreaterThanOrEqual(21);
    expect(widthOf(-1e12)).toBeGreaterThanOrEqual("-1,000,000,000,000.00".length + 5);
    // A column of more than 255 breaks a workbook.
    expect(widthOf(1e300)).toBeLessThan(255);
  });
  it("says all expected purchases to the hundredth, and repeats the headers of the long table alone", () => {
    const [parameters, tracking] = tables(value);
    expect(tracking?.columns.map(({ hundredths = false }) => hundredths)).toEqual([false, true, false]);
    expect([parameters?.repeatsHeaders, tracking?.repeatsHeaders]).toEqual([undefined, true]);
  });
});
