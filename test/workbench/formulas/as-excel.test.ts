import { describe, expect, test } from "vitest";
import { isCellError } from "../../../src/workbench/workbook/cell-value";
import { Workbook } from "../../../src/workbench/workbook/workbook";

/** What a formula in Z1 shows beside regions, products, quantities; a region is blank. */
function shown(formula: string): unknown {
  const book = new Workbook();
  const sheet = book.activeSheet;
  sheet.enterArea({ top: 0, left: 0, bottom: 4, right: 2 }, [
    ["East", "Apple", 10],
    ["West", "Pear", 30],
    [null, "Plum", 20],
    ["East", "Fig", 40],
    ["North", "Kiwi", 1 / 3],
  ]);
  sheet.enter(0, 25, formula);
  const plain = (value: unknown) =>
    isCellError(value as never) ? (value as { error: string }).error : value;
  const spill = sheet.spillOf(0, 25);
  return spill ? sheet.values(spill.area).map((row) => row.map(plain)) : plain(sheet.value(0, 25));
}

// Where o-spreadsheet's function of the name goes another way. LibreOffice 7.4 gives the same where it has the function;
// the others follow the function's page on https://support.microsoft.com/office/excel-functions-alphabetical-b3944572-255d-4efb-bb96-c6d90033e188
describe("functions that follow Excel", () => {
  test.each([
    ['=COUNTIF(A:A,"")', 1_048_572],
    ['=COUNTIF(A:A,"<>East")', 1_048_574],
    ['=COUNTIFS(A:A,"",B:B,"Plum")', 1],
    ["=CONCAT(A1:B2)", "EastAppleWestPear"],
    ['=SEARCH("?x","Plum")', "#VALUE!"],
    ['=SEARCH("p?u","Apple, plum")', 8],
    ['=SEARCH("~?","a?c")', 2],
    ['=SEARCH("a","banana",3)', 4],
    ['=HYPERLINK("https://example.com","shop")', "shop"],
    ['=HYPERLINK("https://example.com")', "https://example.com"],
    ['=VALUE("(5)")', -5],
    ["=VALUE(TRUE)", "#VALUE!"],
    ['=DATEVALUE("31-Jan-2024")', 45322],
    ['=DATEVALUE("12")', "#VALUE!"],
    ['=TIMEVALUE("18:00")', 0.75],
    ['=MONTH("31 Jan 2024")', 1],
    ['=NUMBERVALUE("1.234,5",",",".")', 1234.5],
    ['=NUMBERVALUE("3.5%")', 0.035],
    ['=NUMBERVALUE("1,2.3,4")', "#VALUE!"],
    ["=LEN(1/3)", 17],
    ["=LEFT(0.1+0.2,9)", "0.3"],
    ['=TEXTJOIN(";",TRUE,C1,C5)', "10;0.333333333333333"],
    ['=TEXTBEFORE("abc","x",,,,"none")', "none"],
    ['=TEXTSPLIT("a--b","-",,TRUE)', [["a", "b"]]],
    [
      "=VSTACK(A1:A2,B1:C1)",
      [
        ["East", "#N/A"],
        ["West", "#N/A"],
        ["Apple", 10],
      ],
    ],
    [
      "=HSTACK(A1:A2,B1)",
      [
        ["East", "Apple"],
        ["West", "#N/A"],
      ],
    ],
    [
      "=WRAPROWS({1,2,3},2)",
      [
        [1, 2],
        [3, "#N/A"],
      ],
    ],
    [
      '=WRAPCOLS({1,2,3},2,"")',
      [
        [1, 3],
        [2, ""],
      ],
    ],
    ["=INDEX(SORT(C1:C4,,-1),SEQUENCE(2))", [[40], [30]]],
    [
      "=INDEX(A1:C5,{1;4},{1,2})",
      [
        ["East", "Apple"],
        ["East", "Fig"],
      ],
    ],
    ["=INDEX(C1:C5,{1;9})", [[10], ["#REF!"]]],
    ["=PERCENTRANK(C1:C4,20)", 0.333],
    ["=PERCENTRANK.INC(C1:C4,25)", 0.5],
    ["=PERCENTRANK.EXC(C1:C4,20)", 0.4],
    ["=PERCENTRANK(C1:C4,41)", "#N/A"],
    ["=TRIMMEAN(C1:C4,0.5)", 25],
    ["=COMBIN(8,2)", 28],
    ["=EVEN(-1)", -2],
  ])("%s", (formula, value) => {
    const result = shown(formula);
    if (typeof value === "number") expect(result).toBeCloseTo(value, 9);
    else expect(result).toEqual(value);
  });
});

// https://support.microsoft.com/office/number-format-codes-5026bbd6-04bc-48cd-bf33-80f18b4eae68
test.each([
  ["m", "1"],
  ["mm", "01"],
  ["mmm", "Jan"],
  ["mmmm", "January"],
  ["mmmmm", "J"],
  ["m月", "1月"],
  ['mm"月"', "01月"],
  ["[$-804]m", "1"],
  ["mm/yy", "01/24"],
  ["h:mm", "0:00"],
  ["[m]", "65263680"],
])("the format %s shows %s for 1 February 2024 less a day", (format, text) => {
  expect(shown(`=TEXT(DATE(2024,2,1)-1,"${format.replaceAll('"', '""')}")`)).toBe(text);
});
