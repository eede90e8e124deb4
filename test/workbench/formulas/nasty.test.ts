import { describe, expect, test } from "vitest";
import { isFormula, readFormula } from "../../../src/workbench/formulas/formula";
import { isCellError } from "../../../src/workbench/workbook/cell-value";
import { Workbook } from "../../../src/workbench/workbook/workbook";

/** What A1 shows of a formula. */
function shown(formula: string, names: Readonly<Record<string, string>> = {}): unknown {
  const book = new Workbook();
  for (const [name, text] of Object.entries(names)) book.defineName({ name, formula: text });
  book.activeSheet.enter(0, 0, formula);
  const value = book.activeSheet.value(0, 0);
  return isCellError(value) ? value.error : value;
}

describe("what a nasty user types", () => {
  test.each([
    "=",
    "==",
    "=(",
    "=)",
    "=1+",
    "=SUM(1,2",
    '="open',
    "={1,2;3}",
    "={A1}",
    "=1 2",
    "=A1:",
    "=%",
    "=Table1[",
    "=1..2",
    "=@",
    "=,",
    `=${"(".repeat(9000)}`,
    `=${"(".repeat(4000)}1${")".repeat(4000)}`,
    `=${"-".repeat(5000)}1`,
    `="${"x".repeat(9000)}"`,
  ])("%.20s isn't a formula, and nothing breaks", (text) => {
    expect(isFormula(text)).toBe(false);
    if (text.length > 1 && text !== "==") expect(shown(text)).toBe("#NAME?");
  });

  test.each([
    ["=A1", 0],
    ["=A1:A3", 0],
    ["=SEQUENCE(COUNT(A:A)+1)", 0],
    ["=SEQUENCE(0)", "#CALC!"],
    ["=SEQUENCE(1E9)", "#VALUE!"],
    ["=SEQUENCE(1048577)", "#VALUE!"],
    ['=REPT("x",1E9)', "#VALUE!"],
    ["=XFE1", "#NAME?"],
    ["=A1048577", "#NAME?"],
    ["=1E308*10", "#NUM!"],
    ["=SQRT(-1)", "#NUM!"],
    ["=LN(0)", "#NUM!"],
    ["=LARGE({1,2},3)", "#NUM!"],
    ['=SQRT("x")', "#VALUE!"],
    ['=MID("abc",0,1)', "#VALUE!"],
    ["=CHAR(0)", "#VALUE!"],
    ["=0^0", "#NUM!"],
    ["=LET(a,1)", "#VALUE!"],
    ["=LET(1,2,3)", "#NAME?"],
    ["=LAMBDA(x,x)", "#CALC!"],
    ["=IF()", "#VALUE!"],
    ["=SUM()", "#VALUE!"],
    ["=PIVOT(1)", "#NAME?"],
    ["=constructor(1)", "#NAME?"],
    ["=__proto__", "#NAME?"],
    ["=toString()", "#NAME?"],
    ['=INDIRECT("nowhere!A1")', "#REF!"],
    ["=OFFSET(B1,-1,0)", "#REF!"],
    ["=INDEX(B1:B3,9)", "#REF!"],
    ["=VLOOKUP(1,B1:C3,3,FALSE)", "#REF!"],
    ['=DATE(2024,1,"x")', "#VALUE!"],
    ["=CHAR(65)", "A"],
    ["=TRUE()", true],
  ])("%s shows %s", (formula, value) => {
    expect(shown(formula)).toBe(value);
  });

  test("names and LAMBDAs that call themselves end", () => {
    expect(shown("=Loop", { Loop: "=Loop+1" })).toBe("#NAME?");
    expect(shown("=A(1)", { A: "=LAMBDA(x,B(x))", B: "=LAMBDA(x,A(x))" })).toBe("#NUM!");
    const factorial = { FACTORIAL: "=LAMBDA(n,IF(n<2,1,n*FACTORIAL(n-1)))" };
    expect(shown("=FACTORIAL(10)", factorial)).toBe(3_628_800);
  });

  test("spaces, line breaks and small letters are shown as typed, functions and references in capitals", () => {
    expect(readFormula("= sum( a1:b2 ,\n'my s'!c3 ) ").text).toBe("= SUM( A1:B2 ,\n'my s'!C3 ) ");
    expect(shown("= sum( b1:b2 ,\n 5 ) ")).toBe(5);
  });
});
