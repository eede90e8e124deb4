import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmounts } from "../../../src/core/ledger/amounts";
import { type Cell, ReadState } from "../../../src/core/ledger/cells";

function read(cells: readonly Cell[], decimal: "." | "," | null = null) {
  return readAmounts(cells, { decimal });
}
/** The amounts; the state's name where none was read. */
function amounts(cells: readonly Cell[], decimal: "." | "," | null = null): (number | string)[] {
  const names = Object.keys(ReadState);
  const { values, state } = read(cells, decimal);
  return Array.from(values, (value, row) =>
    state[row] === ReadState.Read ? value : (names[state[row] ?? 0] ?? ""),
  );
}

describe("amounts", () => {
  it.each<[string, number]>([
    ["1234.5", 1234.5],
    ["-0012.50", -12.5],
    ["1,234", 1234],
    ["1,234.56", 1234.56],
    ["1.234,56", 1234.56],
    ["1 234 567,8", 1234567.8],
    ["1\u202f234,50", 1234.5],
    ["1’234.50", 1234.5],
    ["1,234,567", 1234567],
    ["1.234.567", 1234567],
    ["12,34,567.89", 1234567.89],
    ["12,50", 12.5],
    ["0,125", 0.125],
    ["0.125", 0.125],
    ["1234,567", 1234.567],
    [".5", 0.5],
    ["5.", 5],
    ["¥1,234.50", 1234.5],
    ["￥１，２３４．５０", 1234.5],
    ["US$ 5", 5],
    ["HK$1,234.5", 1234.5],
    ["R$ 1.234,56", 1234.56],
    ["1.234,56 €", 1234.56],
    ["CNY1,234", 1234],
    ["1,234.00 usd", 1234],
    ["人民币1,234.5元", 1234.5],
    ["￥5元", 5],
    ["₩1,000", 1000],
    ["₹12,34,567", 1234567],
    ["(5.00)", -5],
    ["($5.00)", -5],
    ["$(5.00)", -5],
    ["（1,234）", -1234],
    ["-$5", -5],
    ["$-5", -5],
    ["¥ - 5", -5],
    ["1,234.5-", -1234.5],
    ["−5", -5],
    ["－５", -5],
    ["+5", 5],
    ["12.5%", 0.125],
    ["(12.5 %)", -0.125],
    ["0.1%", 0.001],
    ["1.5E+05", 150000],
    ["1,5e2", 150],
    ["1.2万", 12000],
    ["3,456.7万元", 34567000],
    ["1.5亿", 150000000],
    ["\u00a0 7\t", 7],
    ["'7.25", 7.25],
    ["0", 0],
    ["-0.00", 0],
  ])("reads %j as %d", (text, value) => {
    const [amount] = amounts([text]);
    expect(amount).toBe(value);
  });

  it.each([
    "abc",
    "-",
    "--5",
    "(-5)",
    "-5-",
    "1.2.3",
    "1,23,4",
    "1,234,5678",
    "1 2",
    "0x10",
    "NaN",
    "Infinity",
    "1e400",
    "1_000",
    "¢5",
    "5 apples",
    "2011-12-10",
    "12:30",
    "$5 €",
    "1.234E5.6",
    "５万%",
  ])("refuses %j", (text) => expect(amounts([text])).toEqual(["Unreadable"]));

  it("tells blanks, error values, booleans and infinities, and never gives NaN", () => {
    expect(amounts([null, "", " \u3000", "#DIV/0!", true, Infinity, -0, NaN])).toEqual([
      "Blank",
      "Blank",
      "Blank",
      "ErrorCell",
      "Unreadable",
      "Unreadable",
      0,
      "Blank",
    ]);
  });

  it("is the double nearest to the decimal text, plain, grouped or scaled", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (digits, decimals, minus) => {
          const text = digits.toString().padStart(decimals + 1, "0");
          const whole = text.slice(0, text.length - decimals);
          const fraction = decimals === 0 ? "" : `.${text.slice(-decimals)}`;
          const plain = `${minus ? "-" : ""}${whole}${fraction}`;
          const grouped = `${minus ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
          const value = Number(plain) + 0;
          expect(amounts([plain, grouped, `¥${plain.replace("-", "")}`], ".").slice(0, 2)).toEqual([
            value,
            value,
          ]);
          expect(amounts([`${plain}%`, `${plain}万`], ".")).toEqual([
            Number(`${plain}e-2`) + 0,
            Number(`${plain}e4`) + 0,
          ]);
        },
      ),
    );
  });
});

describe("the decimal mark", () => {
  it("is decided by one text that only fits one mark, wherever it stands", () => {
    expect(amounts(["1,234", "1,5"])).toEqual([1.234, 1.5]);
    expect(amounts(["1,234", "1.5"])).toEqual([1234, 1.5]);
    expect(amounts(["1.234", "7", "1.234,5"])).toEqual([1234, 7, 1234.5]);
    expect(read(["1,234", "2", "3"])).toMatchObject({ decimal: ".", undecided: false, example: null });
  });
  it("can't be told where texts contradict each other: those that hang on it are not read", () => {
    expect(read(["1,5", "2.5", "1,234"])).toMatchObject({ undecided: true, example: "1,234" });
    expect(amounts(["1,5", "2.5", "1,234", "7"])).toEqual([1.5, 2.5, "Unreadable", 7]);
  });
  it("is not guessed for 1.234 alone, which is 1234 in half of Europe", () => {
    expect(read(["12.500", "1.234"])).toMatchObject({ undecided: true, example: "1.234" });
    expect(amounts(["1.234", "2.5"])).toEqual([1.234, 2.5]);
  });
  it("is what the reader says", () => {
    expect(amounts(["1.234", "1,5", "2.5"], ",")).toEqual([1234, 1.5, "Unreadable"]);
    expect(amounts(["1.234", "1,5", "2.5"], ".")).toEqual([1.234, "Unreadable", 2.5]);
    expect(read(["1.234"], ",")).toMatchObject({ decimal: ",", undecided: false });
  });
  it("doesn't hang on the order of the rows", () => {
    const text = fc.constantFrom(
      "1,234",
      "1.234",
      "1,5",
      "2.5",
      "7",
      "1.234,5",
      "¥1,234",
      "x",
      "",
      "1,234.5",
    );
    fc.assert(
      fc.property(
        fc
          .array(text, { maxLength: 8 })
          .chain((t) => fc.tuple(fc.constant(t), fc.shuffledSubarray(t, { minLength: t.length }))),
        ([texts, shuffled]) => {
          const [a, b] = [read(texts), read(shuffled)];
          expect([b.decimal, b.undecided, b.example]).toEqual([a.decimal, a.undecided, a.example]);
          expect(amounts(shuffled).map(String).sort()).toEqual(amounts(texts).map(String).sort());
        },
      ),
    );
  });
});

describe("shapes of columns", () => {
  it("coded cells, plain cells and numbers read the same, and values no row holds have no say", () => {
    const values = ["1,234", "1,5", 2.5, "#N/A", null];
    const codes = Uint32Array.of(0, 2, 3, 4, 0);
    const coded = readAmounts({ codes, values }, { decimal: null });
    expect(coded).toEqual(read(Array.from(codes, (code) => values[code] ?? null)));
    expect(coded.values[0]).toBe(1234);
    const numbers = [1.5, NaN, -0, Infinity];
    expect(readAmounts(Float64Array.from(numbers), { decimal: null })).toEqual(read(numbers));
  });
  it("names the currencies beside the numbers", () => {
    expect(read(["$5", "5 usd", "€7", "8"]).currencies).toEqual(["$", "USD", "€"]);
  });
});
