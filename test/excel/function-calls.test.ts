import { describe, expect, test } from "vitest";
import { callsOf } from "../../src/excel/function-calls";

const calls = callsOf(["RFM", "TIER", "WHYTIER"]);

describe("a formula that calls a function", () => {
  test.each([
    "=RFM(A:A,B:B,C:C)",
    "=rfm(A2:C9)",
    "=CO.RFM(A2:C9)",
    "=_xldudf_RFM(A2:C9)",
    "=_xldudf_CO_RFM(A2:C9)",
    '=IF(A2="","",TIER(A2:C9))',
    "=-TIER(A2)",
    "=1+TIER (A2)",
    "=LET(t,TIER(A2:C9),t)",
    "=LAMBDA(x,TIER(x))(A2)",
    "=MAP(A2:A9,LAMBDA(x,TIER(x)))",
    "=MAP(A2:A9,TIER)",
    "=BYROW(A2:C9, CO.TIER )",
    "='It''s (RFM)'!A1&TIER(A2)",
    "=SUM(Orders[[#All],[Amount]])+TIER(A2)",
    '="a ""quoted"" text"&RFM(A1:C3)',
    "=INDEX(\nRFM(A1:C3),1)",
    "=@TIER(A2)",
  ])("%s", (formula) => expect(calls(formula)).toBe(true));
});

describe("one that doesn't", () => {
  test.each([
    "=MYRFM(A1)",
    "=RFM2(A1)",
    "=RFM.X(A1)",
    "=CORFM(A1)",
    '="RFM(A1)"',
    '="see ""RFM(A1)"" there"&A1',
    "='RFM(old)'!A1",
    "='TIER'!A1",
    "=TIER!A1+SUM(A1:A3)",
    "=SUM(Orders[RFM(x)])",
    "=SUM(Orders[[#Data],[TIER(a)]])",
    "=SUM(RFM)",
    "=TIER",
    "=SUM(TIER,A1)",
    "=_xldudf_MYTIER(A1)",
    "=#REF!+A1",
    "RFM(A1)",
    "",
    7,
    null,
    true,
  ])("%s", (formula) => expect(calls(formula)).toBe(false));

  test("nothing calls nothing", () => expect(callsOf([])("=RFM(A1)")).toBe(false));
});
