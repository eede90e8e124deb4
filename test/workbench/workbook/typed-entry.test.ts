import { describe, expect, test } from "vitest";
import { typedEntry } from "../../../src/workbench/workbook/typed-entry";
import { Workbook } from "../../../src/workbench/workbook/workbook";

const entry = (
  text: string,
  culture: "en-US" | "zh-CN" = "en-US",
  format = "General",
  date1904 = false,
): unknown => {
  const found = typedEntry(text, format, culture, date1904);
  return found.kind === "formula" ? found.text : [found.value, found.numberFormat];
};

// https://support.microsoft.com/office/available-number-formats-in-excel-0afe8f52-97db-41f1-b972-4b46e9f1e8d2
// https://support.microsoft.com/office/enter-a-series-of-numbers-dates-or-other-items (dates as typed)
describe("what is typed in en-US", () => {
  test.each([
    ["12", 12, undefined],
    [" 12 ", 12, undefined],
    ["-1.5", -1.5, undefined],
    ["+7", 7, undefined],
    [".5", 0.5, undefined],
    ["007", 7, undefined],
    ["1e3", 1000, "0.00E+00"],
    ["1,234", 1234, "#,##0"],
    ["1,234.5", 1234.5, "#,##0.00"],
    ["12,34", "12,34", undefined],
    ["12%", 0.12, "0%"],
    ["12.5%", 0.125, "0.00%"],
    ["$12", 12, "$#,##0_);[Red]($#,##0)"],
    ["-$1,234.50", -1234.5, "$#,##0.00_);[Red]($#,##0.00)"],
    ["(5)", -5, undefined],
    ["1 1/2", 1.5, "# ?/?"],
    ["1/31/2024", 45322, "m/d/yyyy"],
    ["2024-01-31", 45322, "m/d/yyyy"],
    ["1/31/24", 45322, "m/d/yyyy"],
    ["31/1/2024", "31/1/2024", undefined],
    ["2/29/2023", "2/29/2023", undefined],
    ["1/1/1900", 1, "m/d/yyyy"],
    ["2/29/1900", 60, "m/d/yyyy"],
    ["3/1/1900", 61, "m/d/yyyy"],
    ["12/31/1899", "12/31/1899", undefined],
    ["31-Jan-2024", 45322, "d-mmm-yy"],
    ["January 31, 2024", 45322, "d-mmm-yy"],
    ["Jan 2024", 45292, "mmm-yy"],
    ["6:30", 0.2708333333333333, "h:mm"],
    ["6:30 PM", 0.7708333333333334, "h:mm AM/PM"],
    ["25:00", 1.0416666666666667, "[h]:mm:ss"],
    ["1/31/2024 12:00", 45322.5, "m/d/yyyy h:mm"],
    ["2024-01-31T12:00", 45322.5, "m/d/yyyy h:mm"],
    ["true", true, undefined],
    ["#n/a", { error: "#N/A" }, undefined],
    ["'007", "007", undefined],
    ["'", "", undefined],
    ["=", "=", undefined],
    ["1.2.3", "1.2.3", undefined],
    ["12345678901234567890", 12345678901234600000, undefined],
    ["A-1", "A-1", undefined],
    ["1-2-3-4", "1-2-3-4", undefined],
    ["2024年1月31日", "2024年1月31日", undefined],
    ["１２", "１２", undefined],
  ])("%s", (text, value, format) => {
    expect(entry(text)).toEqual([value, format]);
  });

  test("a formula begins with =, unless the cell is formatted as text", () => {
    expect(entry("=A1")).toBe("=A1");
    expect(entry("=A1", "en-US", "@")).toEqual(["=A1", undefined]);
    expect(entry("12", "en-US", "@")).toEqual(["12", undefined]);
  });
});

describe("what is typed in zh-CN", () => {
  test.each([
    ["2024/1/31", 45322, "yyyy/m/d"],
    ["2024-1-31", 45322, "yyyy/m/d"],
    ["24/1/31", 45322, "yyyy/m/d"],
    ["2024年1月31日", 45322, 'yyyy"年"m"月"d"日"'],
    ["2024年1月", 45292, 'yyyy"年"m"月"'],
    ["¥1,234.50", 1234.5, "¥#,##0.00;[Red]¥-#,##0.00"],
    ["1/31/2024", "1/31/2024", undefined],
    ["2024/1/31 6:30", 45322.270833333336, "yyyy/m/d h:mm"],
  ])("%s", (text, value, format) => {
    expect(entry(text, "zh-CN")).toEqual([value, format]);
  });
});

test("a day without a year is one of this year, as in order numbers like 3-4", () => {
  const year = new Date().getFullYear();
  const [third] = entry(`3/4/${year}`) as [number];
  expect(entry("3-4")).toEqual([third, "d-mmm"]);
  expect(entry("3/4", "zh-CN")).toEqual([third, 'm"月"d"日"']);
  expect(entry("3月4日", "zh-CN")).toEqual([third, 'm"月"d"日"']);
  expect(entry("13-4")).toEqual(["13-4", undefined]);
});

test("in the 1904 system days count from 1904-01-01", () => {
  // https://learn.microsoft.com/office/troubleshoot/excel/1900-and-1904-date-system
  expect(entry("1/31/2024", "en-US", "General", true)).toEqual([45322 - 1462, "m/d/yyyy"]);
  expect(entry("1/1/1904", "en-US", "General", true)).toEqual([0, "m/d/yyyy"]);
  expect(entry("1/1/1903", "en-US", "General", true)).toEqual(["1/1/1903", undefined]);
  const book = new Workbook();
  book.date1904 = true;
  book.activeSheet.enter(0, 0, "=DATE(2024,1,31)");
  book.activeSheet.enter(0, 1, '=TEXT(A1,"yyyy-mm-dd")&YEAR(A1)');
  expect(book.activeSheet.values({ top: 0, left: 0, bottom: 0, right: 1 })).toEqual([
    [45322 - 1462, "2024-01-312024"],
  ]);
});

test("a cell takes the entry's format over only while it is General", () => {
  const { activeSheet: sheet } = new Workbook();
  sheet.enter(0, 0, "50%");
  sheet.enter(0, 0, "1/31/2024");
  expect([sheet.value(0, 0), sheet.style(0, 0).numberFormat]).toEqual([45322, "0%"]);
  sheet.enter(1, 0, null);
  sheet.enter(0, 0, "");
  expect(sheet.value(0, 0)).toBeNull();
});
