import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "../../../src/core/classify";
import { say } from "../../../src/core/language/message";
import { alikeKey, alikeNotes, customersAlike } from "../../../src/core/ledger/customers-alike";
import { templateNamed } from "../../../src/core/policy/templates";

const alike = (...ids: string[]) => customersAlike(ids).groups === 1;

describe("customers that are alike", () => {
  it.each([
    ["case", ["Acme", "ACME"]],
    ["spaces", ["Acme Trading", "AcmeTrading"]],
    ["punctuation", ["O'Neill & Sons", "ONeill Sons"]],
    ["width and form", ["①号店", "1号店"]],
    ["a legal form", ["Acme", "Acme Ltd"]],
    ["several legal words", ["Acme Co., Ltd.", "acme"]],
    ["GmbH & Co. KG", ["Müller GmbH & Co. KG", "MÜLLER"]],
    ["有限公司", ["上海明远贸易有限公司", "上海明远贸易"]],
    ["one form for another", ["上海明远贸易股份有限公司", "上海明远贸易公司"]],
    ["brackets", ["阿里（中国）有限公司", "阿里中国"]],
    ["an id's case", ["c0017", "C0017"]],
    ["a sign before a number", ["#123", "123"]],
    ["marks between letters and digits", ["A-12", "A12"]],
  ])("differ in %s", (_, ids) => {
    expect(alike(...ids)).toBe(true);
  });

  it.each([
    ["digits parted by a mark", ["12-3", "123"]],
    ["groups of digits", ["A1-2", "A-12"]],
    ["leading zeros", ["007", "7"]],
    ["accents", ["José", "Jose"]],
    ["signs", ["A+", "A"]],
    ["a word within", ["Acme Spa", "Acme"]],
    ["words that only end as a legal form does", ["Zweitag", "Zweit"]],
    ["nothing but a legal form", ["Ltd", "Co"]],
    ["nothing but 公司", ["公司", "有限公司"]],
    ["punctuation alone", ["***", "---"]],
    ["ids", ["C0001", "C0002", "17850", "17851"]],
  ])("are not those with other %s", (_, ids) => {
    expect(customersAlike(ids)).toEqual({ customers: 0, groups: 0, examples: [] });
  });

  it("are counted in groups, the ones with most money first, a plain id among them", () => {
    expect(customersAlike(["B2", "acme", "X", "b2", "ACME", "Acme Ltd", "b-2", "Y"])).toEqual({
      customers: 6,
      groups: 2,
      examples: [
        ["B2", "b2", "b-2"],
        ["acme", "ACME", "Acme Ltd"],
      ],
    });
    const many = Array.from({ length: 40 }, (_, at) => [`Shop ${at}`, `SHOP ${at}`, `shop-${at}`]).flat();
    const found = customersAlike(many);
    expect([found.customers, found.groups, found.examples.length]).toEqual([120, 40, 3]);
  });

  it("are those of equal keys, found whatever the order (against a Map)", () => {
    const piece = fc.constantFrom("a", "A", "b", "1", "2", " ", "-", "Ltd", "公司", "é", "+", ".");
    const id = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 60 }), (ids) => {
        const byKey = new Map<string, string[]>();
        for (const one of ids) {
          const key = alikeKey(one);
          if (key !== "") byKey.set(key, [...(byKey.get(key) ?? []), one]);
        }
        const expected = [...byKey.values()].filter(({ length }) => length > 1);
        const { customers, groups, examples } = customersAlike(ids);
        expect(groups).toBe(expected.length);
        expect(customers).toBe(expected.flat().length);
        for (const example of examples) {
          expect(expected.map((group) => group.slice(0, 4))).toContainEqual(example);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are told in both languages, with their ids", () => {
    const [note] = alikeNotes(["Acme", "ACME", "Bolt", "bolt"]);
    if (!note) throw new Error("not told");
    expect(say(note, "en")).toMatch(
      /^4 customers look like 2 written in several ways .*“Acme” = “ACME”, “Bolt” = “bolt”/,
    );
    expect(say(note, "zh")).toMatch(/4 个客户疑似 2 个客户.*“Acme” = “ACME”、“Bolt” = “bolt”/);
    expect(alikeNotes(["Acme", "Bolt"])).toEqual([]);
  });

  it("stay apart, in both kinds of table", () => {
    const policy = templateNamed("rfm");
    if (!policy) throw new Error("no template");
    const column = (header: string, ...cells: (string | number)[]) => ({ header, cells });
    const table = (...columns: ReturnType<typeof column>[]) =>
      ({ columns, rowCount: 2, firstRow: 2, dateSystem: 1900 }) as const;
    const names = column("Customer", "Acme Ltd", "ACME LTD");
    for (const input of [
      table(names, column("Order date", "2025-01-02", "2025-02-03"), column("Amount", 5, 7)),
      table(
        names,
        column("Last purchase", "2025-01-02", "2025-02-03"),
        column("Orders", 1, 2),
        column("Money", 5, 7),
      ),
    ]) {
      const result = classify(input, policy);
      if (!result.ok) throw new Error(JSON.stringify(result.troubles));
      expect(result.value.ledger.customers).toHaveLength(2);
      expect(result.value.notes.map(({ code }) => code)).toContain("customers-alike");
    }
  });
});
