import "./runtime";
import { describe, expect, it } from "vitest";
import { WHYTIER as ofRanges } from "../../functions/why-tier";
import { classify } from "../../src/core/classify";
import { templateNamed } from "../../src/core/policy/templates";
import { explain } from "../../src/core/tiers/explain";
import { sampleRows } from "./sample-orders";
import { column, errorCell, list, refusal } from "./runtime";

/** Excel hands ranges over; the functions take a plain value as a range of one cell. */
const WHYTIER = ofRanges as (...given: readonly unknown[]) => unknown[][];

const rows = sampleRows(600);
const customers = column("Customer", ...rows.map(([customer]) => customer));
const dates = column("Date", ...rows.map(([, date]) => date));
const amounts = column("Amount", ...rows.map(([, , amount]) => amount));
const everyone = [...new Set(rows.map(([customer]) => customer))];
const why = (customer: unknown, asOf?: unknown, policy?: unknown, language?: unknown) =>
  WHYTIER(customer, customers, dates, amounts, asOf, policy, language);

function classified(policy: string) {
  const template = templateNamed(policy);
  if (!template) throw new Error(`There is no policy ${policy}.`);
  const result = classify(
    {
      columns: [
        { header: "Customer", cells: rows.map(([customer]) => customer) },
        { header: "Date", cells: Float64Array.from(rows, ([, date]) => date) },
        { header: "Amount", cells: Float64Array.from(rows, ([, , amount]) => amount) },
      ],
      rowCount: rows.length,
      firstRow: 2,
      dateSystem: 1900,
    },
    template,
    { mapping: { customer: 0, date: 1, amount: 2 } },
  );
  if (!result.ok) throw new Error("The sample can't be classified.");
  return result.value;
}

describe("WHYTIER(customer, customers, dates, amounts, [as_of], [policy], [language])", () => {
  it.each(["rfm", "abc", "vip", "strategic", "adc", "eight-types", "weighted"])(
    "says of everyone what the core says of a run by the policy %s",
    (policy) => {
      const run = classified(policy);
      const lines = list(why(column(...everyone), null, policy, "en")) as string[];
      for (const [place, customer] of everyone.entries()) {
        const at = run.ledger.customers.indexOf(customer);
        const { sentences } = explain(run, at, "en");
        const tier = sentences.find((sentence) => sentence.startsWith("Tier "));
        const scores = sentences.filter((sentence) => /^[RFM] \d:/.test(sentence));
        expect(lines[place]).toContain(`${[tier, ...scores].join(" ")} `);
        expect(lines[place]).toMatch(/(With these cut-offs\.\)|the cut-offs kept\.|would alter the tier\.)$/);
      }
    },
  );

  it("is the default policy's where none is named, in the language asked for", () => {
    const [customer] = everyone;
    expect(why(customer)).toEqual(why(customer, null, " RFM "));
    expect(why(customer, null, null, "zh")[0]?.[0]).toMatch(
      /^层级“[A-E]”：R \d.*按现有切分点。）$|切分点不变）。$/,
    );
  });

  it("finds a customer as the ledger reads it: trimmed, in full width, a number as text", () => {
    const numbers = column(1001, "1002", 1001, "1003");
    const given = [numbers, column(45_000, 45_100, 45_200, 45_300), column(10, 20, 30, 40)] as const;
    expect(
      list(WHYTIER(column("1001", 1002, " 1003 ", "１００３"), ...given)).map((line) => typeof line),
    ).toEqual([...["string", "string", "string", "string"]]);
    expect(list(WHYTIER("１００３", ...given))).toEqual(list(WHYTIER(1003, ...given)));
  });

  it("answers a blank with a blank, an unknown customer with #N/A and who is similar, and spoils no other", () => {
    const lines = why(column(everyone[0], "", "C1000", errorCell("#REF!"), everyone[1], "10"));
    expect(list(lines).map((line) => (String(line).startsWith("Tier") ? "Tier" : line))).toEqual([
      ...["Tier", "", "#N/A", "#VALUE!", "Tier", "#N/A"],
    ]);
    expect(lines[2]?.[0]).toMatchObject({ message: "There is no customer “C1000” in the result." });
    expect(lines[5]?.[0]).toMatchObject({ message: expect.stringContaining("Similar: ") });
  });

  it("looks back from the day that is given", () => {
    const [customer] = everyone;
    expect(why(customer, 45_500)).not.toEqual(why(customer));
    expect(refusal(() => why(customer, 40_000)).code).toBe("#VALUE!");
  });

  it("takes a policy in a cell, and says what is wrong with one", () => {
    const [customer] = everyone;
    const flat = '{"scores":{"monetary":{"method":"fixed","at":[1,2,3,4]}}}';
    expect(why(customer, null, flat)[0]?.[0]).toContain("M 5: ");
    expect(refusal(() => why(customer, null, '{"scores":{"boundary":"middle"}}')).message).toContain(
      "middle",
    );
    expect(refusal(() => why(customer, null, '{"abc":{"measure":"profit"}}')).message).toContain("profit");
    expect(refusal(() => why(customer, null, "gold")).message).toContain("There is no policy “gold”.");
  });

  it("refuses columns of unequal height with both heights, and columns without a purchase", () => {
    expect(refusal(() => WHYTIER("C100", customers, dates.slice(1), amounts))).toEqual({
      code: "#VALUE!",
      message: "customers has 601 rows and dates has 600: give ranges of the same height.",
    });
    const blank = column("", "", "");
    expect(refusal(() => WHYTIER("C100", blank, blank, blank)).code).toBe("#N/A");
  });

  it("says the same of one cell and of a column, asked again and in another language between", () => {
    const all = list(why(column(...everyone)));
    for (const [place, customer] of everyone.entries()) {
      why(customer, null, null, "zh");
      expect(list(why(customer))).toEqual([all[place]]);
    }
  });
});
