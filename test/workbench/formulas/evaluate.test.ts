import { describe, expect, test } from "vitest";
import { isCellError } from "../../../src/workbench/workbook/cell-value";
import { Workbook } from "../../../src/workbench/workbook/workbook";

/** What a formula shows in Z1 of a sheet that holds rows of entries from A1. */
function shown(formula: string, rows: readonly (readonly (string | number | boolean)[])[] = []): unknown {
  const book = new Workbook();
  const sheet = book.activeSheet;
  book.calculation.clock = () => new Date(2024, 0, 31, 12, 0, 0);
  book.batch("user", () => {
    sheet.enterArea({ top: 0, left: 0, bottom: Math.max(rows.length - 1, 0), right: 20 }, rows);
    sheet.enter(0, 25, formula);
  });
  const spill = sheet.spillOf(0, 25);
  const plain = (value: unknown): unknown =>
    isCellError(value as never) ? (value as { error: string }).error : value;
  if (spill) return sheet.values(spill.area).map((row) => row.map(plain));
  return plain(sheet.value(0, 25));
}

const NUMBERS = [[1], [2], [3]];

describe("operators follow Excel's precedence", () => {
  // https://support.microsoft.com/office/calculation-operators-and-precedence-in-excel-48be406d-4975-4d31-b2b8-7af9e0e2878a
  test.each([
    ["=5+2*3", 11],
    ["=(5+2)*3", 21],
    ["=-2^2", 4],
    ["=6/-2*3", -9],
    ["=2^-1*4", 2],
    ["=2^3^2", 64],
    ["=10%*50", 5],
    ["=-10%", -0.1],
    ['="a"&1+1', "a2"],
    ['="A"="a"', true],
    ["=1=1=TRUE", true],
    ['="10"+5', 15],
    ['="12%"*100', 12],
    ["=TRUE+1", 2],
    ["=1/0", "#DIV/0!"],
    ['="x"+1', "#VALUE!"],
    ["=0.1+0.2=0.3", true],
    ["=1.1-1-0.1", 0],
    ["=-A9", 0],
    ["=A9", 0],
    ['=A9=""', true],
    ["=A9=0", true],
    ["=#N/A", "#N/A"],
    ["=2<TRUE", true],
    ['="z"<TRUE', true],
    ['=9<"a"', true],
  ])("%s is %s", (formula, value) => {
    const result = shown(formula);
    if (typeof value === "number") expect(result).toBeCloseTo(value, 12);
    else expect(result).toBe(value);
  });
});

describe("functions over cells", () => {
  test.each([
    ["=SUM(A1:A3)", 6],
    ["=sum(A:A)", 6],
    ["=SUM(A1:A3,10)", 16],
    ["=SUM(2:3)", 5],
    // The formula stands in row 1 itself: a circle.
    ["=SUM(1:3)", 0],
    ["=AVERAGE(A1:A9)", 2],
    ["=COUNT(A:A)", 3],
    ["=COUNTA(A1:A9)", 3],
    ["=COUNTBLANK(A1:A10)", 7],
    ["=ROWS(A:A)", 1048576],
    ["=INDEX(A1:A3,2)", 2],
    ["=SUM(A1:INDEX(A1:A3,2))", 3],
    ["=SUM(OFFSET(A1,1,0,2,1))", 5],
    ['=SUM(INDIRECT("A1:A2"))', 3],
    ["=MATCH(2,A1:A3,0)", 2],
    ["=XMATCH(3,A1:A3)", 3],
    ['=IFERROR(1/0,"none")', "none"],
    ['=IF(A1>5,"yes")', false],
    ['=IF(A1=1,"yes","no")', "yes"],
    ["=IFS(A1=2,1,A1=1,2)", 2],
    ['=SWITCH(A2,1,"a",2,"b","c")', "b"],
    ["=CHOOSE(2,10,20,30)", 20],
    ["=LET(x,5,y,x*2,x+y)", 15],
    ["=LAMBDA(a,b,a*b)(3,4)", 12],
    ["=REDUCE(0,A1:A3,LAMBDA(a,b,a+b^2))", 14],
    ["=SUMPRODUCT(A1:A3,A1:A3)", 14],
    ['=SUMIF(A1:A3,">1")', 5],
    ["=MAX(A1:A3)-MIN(A1:A3)", 2],
    ['=TEXT(1234.567,"$#,##0.00")', "$1,234.57"],
    ['=TEXT(0.285,"0.0%")', "28.5%"],
    ['=TEXT(DATE(2024,1,31),"yyyy-mm-dd")', "2024-01-31"],
    ["=TODAY()", 45322],
    ["=NOW()", 45322.5],
    ["=DATE(2008,14,2)", 39846],
    ["=YEAR(45322)", 2024],
    ["=EOMONTH(45322,1)", 45351],
    ["=ROUND(2.15,1)", 2.2],
    ["=ROUND(-1.475,2)", -1.48],
    ["=ROUND(1.005,2)", 1.01],
    ["=ROUND(21.5,-1)", 20],
    ['=REPT("*-",3)', "*-*-*-"],
    ['=LEN("Phoenix, AZ")', 11],
    ['=CONCATENATE("a",1,TRUE)', "a1TRUE"],
    ['=TEXTJOIN(", ",TRUE,A1:A3)', "1, 2, 3"],
    ["=NOSUCH(1)", "#NAME?"],
    ["=nosuch", "#NAME?"],
    ["=Sheet9!A1", "#REF!"],
    ["=SUM(", "#NAME?"],
    ["=ISBLANK(A9)", true],
    ["=ISERROR(1/0)", true],
    ["=COUNTIF(A1:A3,2)", 1],
    ["=RANK.EQ(3,A1:A3)", 1],
    ["=MEDIAN(A1:A3)", 2],
    ["=LARGE(A1:A3,1)", 3],
    ["=PERCENTILE.INC(A1:A3,0.5)", 2],
    ["=QUARTILE.INC(A1:A3,1)", 1.5],
    ["=SUM(A1:A2 A2:A3)", 2],
    ["=_xlfn.XLOOKUP(2,A1:A3,A1:A3)", 2],
  ])("%s is %s", (formula, value) => {
    const result = shown(formula, NUMBERS);
    if (typeof value === "number") expect(result).toBeCloseTo(value, 9);
    else expect(result).toBe(value);
  });
});

describe("examples of the documentation", () => {
  const fruit = [
    ["Region", "Rep", "Product", "Units"],
    ["East", "Tom", "Apple", 6380],
    ["West", "Fred", "Grape", 5619],
    ["North", "Amy", "Pear", 4565],
    ["South", "Sal", "Banana", 5323],
    ["East", "Fritz", "Apple", 4394],
  ];
  test.each([
    // https://support.microsoft.com/office/filter-function-f4f7cb66-82eb-4767-8f7c-4877ad80c759
    [
      '=FILTER(A2:D6,C2:C6="Apple","")',
      [
        ["East", "Tom", "Apple", 6380],
        ["East", "Fritz", "Apple", 4394],
      ],
    ],
    ['=FILTER(A2:D6,C2:C6="Kiwi","none")', "none"],
    ['=FILTER(A2:D6,C2:C6="Kiwi")', "#CALC!"],
    ["=SORT(D2:D6)", [[4394], [4565], [5323], [5619], [6380]]],
    ["=SORT(A2:A6,1,-1)", [["West"], ["South"], ["North"], ["East"], ["East"]]],
    ["=SORTBY(B2:B6,D2:D6,-1)", [["Tom"], ["Fred"], ["Sal"], ["Amy"], ["Fritz"]]],
    ["=UNIQUE(A2:A6)", [["East"], ["West"], ["North"], ["South"]]],
    ["=UNIQUE(A2:A6,,TRUE)", [["West"], ["North"], ["South"]]],
    [
      "=SEQUENCE(2,3)",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['=XLOOKUP("Amy",B2:B6,C2:D6)', [["Pear", 4565]]],
    ['=XLOOKUP("Nobody",B2:B6,D2:D6,"?")', "?"],
    ["=XLOOKUP(5000,D2:D6,B2:B6,,-1)", "Amy"],
    ["=XLOOKUP(5000,D2:D6,B2:B6,,1)", "Sal"],
    ['=VLOOKUP("Fred",B2:D6,3,FALSE)', 5619],
    ['=VLOOKUP("f*",B2:D6,3,FALSE)', 5619],
    ['=SUMIFS(D2:D6,A2:A6,"East",B2:B6,"T*")', 6380],
    ['=SUMIFS(D:D,A:A,"East")', 10774],
    ['=COUNTIFS(A2:A6,"East",D2:D6,">5000")', 1],
    ['=AVERAGEIF(A2:A6,"<>East",D2:D6)', 5169],
    ['=SUM((A2:A6="East")*D2:D6)', 10774],
    ["=TRANSPOSE(A2:A3)", [["East", "West"]]],
    ["=MAP(D2:D3,LAMBDA(u,u*2))", [[12760], [11238]]],
    ["=BYROW(D2:D3,LAMBDA(r,SUM(r)))", [[6380], [5619]]],
    [
      "=D2:D3*{1,10}",
      [
        [6380, 63800],
        [5619, 56190],
      ],
    ],
    ["={1;2}+{10;20;30}", [[11], [22], ["#N/A"]]],
    ['=IF(D2:D4>5000,"big","small")', [["big"], ["big"], ["small"]]],
    ["=COUNTIF(A2:A6,A2:A3)", [[2], [1]]],
  ])("%s", (formula, value) => {
    expect(shown(formula, fruit)).toEqual(value);
  });
});

test("@ takes the cell of the formula's row", () => {
  const book = new Workbook();
  const sheet = book.activeSheet;
  sheet.enterArea({ top: 0, left: 0, bottom: 2, right: 1 }, [[1], [2, "=@A1:A3"], [3]]);
  expect(sheet.value(1, 1)).toBe(2);
});
