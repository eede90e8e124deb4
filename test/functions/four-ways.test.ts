import "./runtime";
import { describe, expect, it } from "vitest";
import { ABC } from "../../functions/abc";
import { GRADE } from "../../functions/grade";
import { ACTIVITY, LIFECYCLE } from "../../functions/lifecycle";
import { MATRIX } from "../../functions/matrix";
import { RFM } from "../../functions/rfm";
import { CUTOFFS, SCORE } from "../../functions/score";
import { SEGMENT } from "../../functions/segment";
import { TIER } from "../../functions/tier";
import { shown } from "./runtime";

/** An argument: one value, or a column's. */
type Given = unknown;

/**
 * Each function with arguments of the type it means, with texts and the like that are to be cast to it, and what both
 * give: as o-spreadsheet tests its functions, functional and casting, on plain arguments and on cells.
 */
const WAYS: readonly (readonly [
  name: string,
  call: (...given: never[]) => unknown[][],
  functional: readonly Given[],
  casting: readonly Given[],
  expected: readonly unknown[][],
])[] = [
  ["SCORE", SCORE as never, [7, 2, true, 5], ["７", "2", "TRUE", " 5.0 "], [[1]]],
  ["CUTOFFS", CUTOFFS as never, [1200.5, 2, "quantile"], ["￥1,200.50", "2", "QUANTILE"], [[1200.5]]],
  ["ABC", ABC as never, [7, 0.7, 0.9], ["$7", "70%", ".9"], [["A"]]],
  ["TIER", TIER as never, [5000, 1000, null, "en"], ["¥5,000", "1,000", "", "en"], [["A"]]],
  [
    "SEGMENT",
    SEGMENT as never,
    [5, 1, 1, "rf-grid", "en"],
    ["5", "1.0", "１", "RF grid", "en"],
    [["New Customers"]],
  ],
  ["GRADE", GRADE as never, [7, 1, "lower", "minmax"], ["7", "1", "Lower", "min-max"], [[50]]],
  [
    "LIFECYCLE",
    LIFECYCLE as never,
    [44_562, 45_280, 9, 45_292, null, "zh"],
    ["2022-01-01", "2023/12/20", "9", "20240101", "", "zh-CN"],
    [["成熟"]],
  ],
  [
    "ACTIVITY",
    ACTIVITY as never,
    [45_192, 45_292, 10, null, "en"],
    ["2023-09-23", "2024年1月1日", "10", "", "en"],
    [["Dormant"]],
  ],
  [
    "MATRIX",
    MATRIX as never,
    [11, 6, 10, 5, null, "en"],
    ["11", "6.0", "10", "5", "", "en"],
    [["High · High"]],
  ],
  [
    "RFM",
    RFM as never,
    ["7", 45_292, 1200, 45_302, null, null, false, "en"],
    ["７", "2024-01-01", "1,200.00", "2024-01-11", null, "5", "FALSE", "en"],
    [["7", 10, 1, 1200, 5, 1, 1, 511, "New Customers"]],
  ],
];

describe.each(WAYS)("%s", (_, call, functional, casting, expected) => {
  const asCells = (given: readonly Given[]) => given.map((one) => (one === null ? null : [[one]]));
  const of = (given: readonly Given[]) => shown(call(...(given as never[])));
  it("functional, on plain arguments", () => {
    expect(of(functional)).toEqual(expected);
  });
  it("functional, on cells", () => {
    expect(of(asCells(functional))).toEqual(expected);
  });
  it("casting, on plain arguments", () => {
    expect(of(casting)).toEqual(expected);
  });
  it("casting, on cells", () => {
    expect(of(asCells(casting))).toEqual(expected);
  });
});
