import { describe, expect, test } from "vitest";
import { generalText, shownText } from "../../../src/workbench/workbook/number-text";

// https://support.microsoft.com/office/number-format-codes-5026bbd6-04bc-48cd-bf33-80f18b4eae68
describe("a number under a format", () => {
  test.each([
    [1234.5, "#,##0.00", "1,234.50"],
    [0.256, "0.0%", "25.6%"],
    [45322, "yyyy-mm-dd", "2024-01-31"],
    [45322, "m/d/yyyy", "1/31/2024"],
    [45322, 'yyyy"年"m"月"d"日"', "2024年1月31日"],
    [45322, "[$-804]aaaa", "星期三"],
    [45322.75, "h:mm AM/PM", "6:00 PM"],
    [1.5, "[h]:mm", "36:00"],
    [-5, "0;(0)", "(5)"],
    [0, "0;-0;;@", ""],
    [-0.001, "0.00", "0.00"],
    [1e-5, "0.00E+00", "1.00E-05"],
    [1234567, '0.0,,"M"', "1.2M"],
    [5, '[>3]"big";"small"', "big"],
    [12345.678, "[$€-407] #,##0.00", "€ 12,345.68"],
    [100, 'General" u"', "100 u"],
    [1, "¥#,##0", "¥1"],
    [-1, "yyyy-mm-dd", "###############"],
  ])("%s as %s", (value, format, text) => {
    expect(shownText(value, format)).toBe(text);
  });

  test("counts from 1904 where the workbook does", () => {
    expect(shownText(0, "yyyy-mm-dd", true)).toBe("1904-01-01");
  });
});

describe("General", () => {
  test.each([
    [0, "0"],
    [0.1 + 0.2, "0.3"],
    [1 / 3, "0.333333333"],
    [-1 / 3, "-0.333333333"],
    [1234567.891, "1234567.891"],
    [12345678901, "12345678901"],
    [123456789012, "1.23457E+11"],
    [1e21, "1E+21"],
    [1e-7, "0.0000001"],
    [1.23456789e-7, "1.23457E-07"],
    [99999999999.9, "1E+11"],
  ])("%s is %s", (value, text) => {
    expect(generalText(value)).toBe(text);
  });

  test("other values are shown as they are", () => {
    expect([null, "x", true, { error: "#N/A" } as const].map((value) => shownText(value, "0.00"))).toEqual([
      "",
      "x",
      "TRUE",
      "#N/A",
    ]);
    expect(shownText("x", '0;0;0;"T "@')).toBe("T x");
  });
});
