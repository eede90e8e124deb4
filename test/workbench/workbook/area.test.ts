import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressOf,
  areaOf,
  COLUMNS,
  intersection,
  ROWS,
  sheetPrefix,
  splitSheet,
} from "../../../src/workbench/workbook/area";

describe("addresses", () => {
  test.each([
    ["A1", { top: 0, left: 0, bottom: 0, right: 0 }],
    ["$B$2:C9", { top: 1, left: 1, bottom: 8, right: 2 }],
    ["c9:b2", { top: 1, left: 1, bottom: 8, right: 2 }],
    ["A:C", { top: 0, left: 0, bottom: ROWS - 1, right: 2 }],
    ["3:4", { top: 2, left: 0, bottom: 3, right: COLUMNS - 1 }],
    ["XFD1048576", { top: ROWS - 1, left: COLUMNS - 1, bottom: ROWS - 1, right: COLUMNS - 1 }],
  ])("%s", (address, area) => {
    expect(areaOf(address)).toEqual(area);
  });

  test.each([
    "",
    "A",
    "1",
    "A0",
    "XFE1",
    "A1048577",
    "A1:B2:C3",
    "A1:B",
    "A:1",
    "Sheet1!A1",
    "A1,B2",
    "ABCD1",
    "A-1",
  ])("%s is none", (address) => {
    expect(areaOf(address)).toBeUndefined();
  });

  test("come back from the area they name", () => {
    const row = fc.integer({ min: 0, max: ROWS - 1 });
    const column = fc.integer({ min: 0, max: COLUMNS - 1 });
    fc.assert(
      fc.property(row, row, column, column, (a, b, c, d) => {
        const area = {
          top: Math.min(a, b),
          bottom: Math.max(a, b),
          left: Math.min(c, d),
          right: Math.max(c, d),
        };
        expect(areaOf(addressOf(area))).toEqual(area);
        expect(intersection(area, area)).toEqual(area);
      }),
    );
  });
});

test.each([
  ["Sheet1", "Sheet1!"],
  ["My sheet", "'My sheet'!"],
  ["2024", "'2024'!"],
  ["A1", "'A1'!"],
  ["R1C1", "'R1C1'!"],
  ["O'Neil", "'O''Neil'!"],
  ["订单", "订单!"],
  ["订单 (2)", "'订单 (2)'!"],
])("the sheet %s is %s in a reference, and back", (name, prefix) => {
  expect(sheetPrefix(name)).toBe(prefix);
  expect(splitSheet(`${prefix}B2`)).toEqual({ sheet: name, address: "B2" });
});
