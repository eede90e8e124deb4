import { expect, test } from "vitest";
import { say, type Trouble } from "../../../src/core/language/message";
import { checkHistory, checkHorizon, checkParameters } from "../../../src/core/value/arguments";
import { bgNbd } from "../../../src/core/value/bg-nbd";
import { paretoNbd } from "../../../src/core/value/pareto-nbd";

const codes = (troubles: readonly Trouble[]): string[] => troubles.map(({ code }) => code);

test.each([
  [2, 30, 38, []],
  [0, 0, 0, []],
  [10_000, 1e6, 1e6, []],
  [-1, 0, 5, ["value-history-x"]],
  [NaN, 0, 5, ["value-history-x"]],
  [1, 1, Infinity, ["value-history-age"]],
  [1, 6, 5, ["value-history-last"]],
  [1, -1, 5, ["value-history-last"]],
  [0, 3, 5, ["value-history-none"]],
] as const)("checkHistory(%d, %d, %d)", (x, tx, T, expected) => {
  expect(codes(checkHistory(x, tx, T))).toEqual(expected);
});

test("checkHorizon takes whole months and a discount per year of 0 to 10", () => {
  expect(checkHorizon({ months: 12, discountPerYear: 0 })).toEqual([]);
  expect(codes(checkHorizon({ months: 2000, discountPerYear: 11 }))).toEqual([
    "value-months",
    "value-discount",
  ]);
  expect(codes(checkHorizon({ months: 12, discountPerYear: NaN }))).toEqual(["value-discount"]);
});

test("checkParameters takes as many positive numbers as the model has names, and names them", () => {
  expect(checkParameters(bgNbd, [0.243, 4.414, 0.793, 2.426])).toEqual([]);
  for (const wrong of [
    [0.2, 4, 0.8],
    [0.2, 4, 0.8, 0],
    [0.2, 4, -1, 2],
    [0.2, 4, 1, NaN],
    [1, 2, 3, 4, 5],
  ]) {
    expect(codes(checkParameters(bgNbd, wrong))).toEqual(["value-parameters"]);
  }
  const [trouble] = checkParameters(paretoNbd, []);
  expect(trouble && say(trouble, "en")).toContain("r, alpha, s, beta");
  expect(trouble && say(trouble, "zh")).toContain("r、alpha、s、beta");
});
