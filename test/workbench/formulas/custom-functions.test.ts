import { describe, expect, test } from "vitest";
import { areaOf } from "../../../src/workbench/workbook/area";
import { cellError, isCellError } from "../../../src/workbench/workbook/cell-value";
import { Workbook } from "../../../src/workbench/workbook/workbook";
import type { CustomFunction, CustomFunctionRequest } from "../../../src/workbench/formulas/custom-function";

const scalar = (type: string, more: object = {}): object => ({
  name: "x",
  type,
  dimensionality: "scalar",
  ...more,
});
const matrix = (type: string, more: object = {}): object => ({
  name: "x",
  type,
  dimensionality: "matrix",
  ...more,
});

/** A book with functions of these parameters and a runtime that only notes what it is asked. */
function bookWith(
  functions: Readonly<Record<string, readonly object[]>>,
  more: object = {},
  options: object = {},
) {
  const book = new Workbook();
  const asked: CustomFunctionRequest[] = [];
  const cancelled: number[] = [];
  book.calculation.customFunctions.register({
    functions: Object.entries(functions).map(
      ([id, parameters]) => ({ id, name: id, parameters, options }) as unknown as CustomFunction,
    ),
    ...more,
  });
  book.calculation.customFunctions.caller = {
    call: (request) => void asked.push(request),
    cancel: (id) => void cancelled.push(id),
  };
  const sheet = book.activeSheet;
  const enter = (address: string, input: string | number | boolean): void => {
    const { top, left } = areaOf(address)!;
    sheet.enter(top, left, input);
  };
  const at = (address: string): unknown => {
    const { top, left } = areaOf(address)!;
    const value = sheet.value(top, left);
    return isCellError(value) ? value.error : value;
  };
  const answer = (request: CustomFunctionRequest | undefined, value: unknown): void =>
    book.calculation.customFunctions.answer(request!.invocationId, true, value);
  return { book, sheet, asked, cancelled, enter, at, answer, custom: book.calculation.customFunctions };
}

describe("a call", () => {
  test("shows #BUSY! until answered, then its value, and what stands on it follows", () => {
    const { enter, at, asked, answer } = bookWith({ RFM: [matrix("any")] });
    enter("A1", 5);
    enter("C1", "=rfm(A1:A2)*2");
    enter("D1", "=C1+1");
    expect([at("C1"), at("D1")]).toEqual(["#BUSY!", "#BUSY!"]);
    expect(asked).toMatchObject([
      { name: "RFM", parameters: [[[5], [null]]], address: "Sheet1!C1", flags: 0 },
    ]);
    answer(asked[0], 21);
    expect([at("C1"), at("D1")]).toEqual([42, 43]);
    expect(asked).toHaveLength(1);
  });

  test("over cells that another call fills is made again, though both answers come together", () => {
    const { book, enter, at, asked, answer } = bookWith({ RFM: [matrix("any")], TIER: [matrix("any")] });
    enter("A1", "=RFM(1)");
    enter("C1", "=TIER(A1:A2)");
    enter("D1", "=TIER(A2:A3)");
    const tiers = asked.filter(({ name }) => name === "TIER");
    book.batch("calculation", () => {
      for (const one of tiers) answer(one, "of nothing");
      answer(asked[0], [[7], [8]]);
    });
    expect(at("D1")).toBe("#BUSY!");
    const again = asked.filter((one) => one.name === "TIER" && !tiers.includes(one));
    expect(again.map(({ parameters }) => parameters)).toEqual([[[[7], [8]]], [[[8], [null]]]]);
    for (const one of again) answer(one, "of cells");
    expect([at("C1"), at("D1")]).toEqual(["of cells", "of cells"]);
  });

  test("spills an array, is blocked by what stands in the way, and errors in it stay in their cells", () => {
    const { enter, at, asked, answer, sheet } = bookWith({ RFM: [matrix("any")] });
    enter("C1", "=RFM(A1:A2)");
    answer(asked[0], [
      ["id", 1],
      ["b", cellError("#N/A", "no such customer")],
      [null, true],
    ]);
    expect([at("C1"), at("D2"), at("C3"), at("D3")]).toEqual(["id", "#N/A", 0, true]);
    expect(sheet.value(1, 3)).toEqual({ error: "#N/A", message: "no such customer" });
    enter("C2", "in the way");
    expect(at("C1")).toBe("#BUSY!");
    answer(asked[1], [[1], [2]]);
    expect(at("C1")).toBe("#SPILL!");
  });

  test("made anew replaces the one on the way, whose answer is passed over", () => {
    const { enter, at, asked, answer, cancelled } = bookWith(
      { F: [scalar("any")] },
      {},
      { cancelable: true },
    );
    enter("A1", 1);
    enter("B1", "=F(A1)");
    enter("A1", 2);
    expect(asked.map(({ parameters, flags }) => [parameters[0], flags])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(cancelled).toEqual([asked[0]!.invocationId]);
    answer(asked[0], "old");
    expect(at("B1")).toBe("#BUSY!");
    answer(asked[1], "new");
    expect(at("B1")).toBe("new");
    enter("B1", 7);
    answer(asked[1], "late");
    expect(at("B1")).toBe(7);
  });

  test("may stand in another one, in IFERROR and beside another one", () => {
    const { enter, at, asked, answer } = bookWith({ F: [scalar("any")], G: [scalar("any")] });
    enter("A1", "=IFERROR(F(G(1))+G(2),-1)");
    expect(at("A1")).toBe("#BUSY!");
    expect(asked.map(({ name }) => name)).toEqual(["G", "G"]);
    answer(asked[1], 20);
    answer(asked[0], 10);
    expect(asked.map(({ name, parameters }) => [name, parameters[0]])).toEqual([
      ["G", 1],
      ["G", 2],
      ["F", 10],
    ]);
    answer(asked[2], 100);
    expect(at("A1")).toBe(120);
  });

  test("that fails shows its error and sentence", () => {
    const { enter, sheet, asked, custom } = bookWith({ F: [] });
    enter("A1", "=F()");
    custom.answer(asked[0]!.invocationId, false, undefined, "#N/A", "Nobody by that name.");
    expect(sheet.value(0, 0)).toEqual({ error: "#N/A", message: "Nobody by that name." });
    enter("A1", "=F()");
    custom.answer(asked[1]!.invocationId, false, undefined, "#WHAT");
    expect(sheet.value(0, 0)).toEqual({ error: "#VALUE!" });
  });

  test("of a function nobody registered is #NAME? until somebody does", () => {
    const { enter, at, custom, asked } = bookWith({});
    enter("A1", "=MY.F(1)");
    expect(at("A1")).toBe("#NAME?");
    custom.register({ functions: [{ id: "F", name: "F", parameters: [scalar("any")] } as never] }, "my");
    expect(at("A1")).toBe("#BUSY!");
    expect(asked).toMatchObject([{ name: "F" }]);
  });

  test("waits for a runtime that comes later", () => {
    const { enter, at, custom, asked } = bookWith({ F: [] });
    const { caller } = custom;
    custom.caller = undefined;
    enter("A1", "=F()");
    expect([at("A1"), asked.length]).toEqual(["#BUSY!", 0]);
    custom.caller = caller;
    expect(asked).toHaveLength(1);
  });

  test("of a streaming function is answered again and again", () => {
    const { enter, at, asked, answer } = bookWith({ F: [] }, {}, { stream: true });
    enter("A1", "=F()");
    enter("B1", "=A1*2");
    answer(asked[0], 1);
    answer(asked[0], 2);
    expect([at("A1"), at("B1"), asked.length]).toEqual([2, 4, 1]);
  });

  test("of a volatile function is made again when something changes, not when it answers", () => {
    const { enter, asked, answer } = bookWith({ F: [] }, {}, { volatile: true });
    enter("A1", "=F()");
    answer(asked[0], 1);
    expect(asked).toHaveLength(1);
    enter("C9", 1);
    expect(asked).toHaveLength(2);
  });
});

// https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options
describe("arguments", () => {
  test("an optional one left out is null, too few or too many are #VALUE!", () => {
    const { enter, at, asked } = bookWith({ F: [scalar("number"), scalar("string", { optional: true })] });
    enter("A1", "=F(1)");
    enter("A2", "=F(1,)");
    enter("A3", "=F()");
    enter("A4", "=F(1,2,3)");
    expect(asked.map(({ parameters }) => parameters)).toEqual([
      [1, null],
      [1, null],
    ]);
    expect([at("A3"), at("A4")]).toEqual(["#VALUE!", "#VALUE!"]);
  });

  test("are coerced to the parameter's type; what can't be is #VALUE! without a call", () => {
    const { enter, at, asked } = bookWith({
      N: [scalar("number")],
      S: [scalar("string")],
      B: [scalar("boolean")],
      A: [scalar("any")],
      M: [matrix("number")],
    });
    enter("A1", "'12");
    for (const [at, formula] of [
      "=N(A1)",
      "=N(TRUE)",
      "=N(Z9)",
      "=S(12.5)",
      "=S(TRUE)",
      "=B(1)",
      '=B("false")',
      "=A(A1)",
      "=A(Z9)",
      "=M(5)",
    ].entries())
      enter(`C${at + 1}`, formula);
    // N is Excel's own function too: the built-in one is meant.
    expect(asked.map(({ name, parameters }) => [name, parameters[0]])).toEqual([
      ["S", "12.5"],
      ["S", "TRUE"],
      ["B", true],
      ["B", false],
      ["A", "12"],
      ["A", null],
      ["M", [[5]]],
    ]);
    enter("D1", '=M("x")');
    enter("D2", '=B("maybe")');
    expect([at("D1"), at("D2"), asked.length]).toEqual(["#VALUE!", "#VALUE!", 7]);
  });

  test("blanks are null on the web and 0 on the desktop", () => {
    const { enter, asked, custom } = bookWith({ F: [matrix("any")] });
    custom.blanks = "zero";
    enter("A1", "=F(B1:B2)");
    expect(asked[0]!.parameters).toEqual([[[0], [0]]]);
  });

  test("a range for a single value makes a call for each of its cells", () => {
    const { book, enter, at, asked, answer, sheet } = bookWith({ F: [scalar("number"), scalar("number")] });
    sheet.write(areaOf("A1:A3")!, [[1], [2], [3]]);
    enter("C1", "=F(A1:A3,{10,20})");
    expect(asked.map(({ parameters }) => parameters)).toEqual([
      [1, 10],
      [1, 20],
      [2, 10],
      [2, 20],
      [3, 10],
      [3, 20],
    ]);
    book.batch("calculation", () => {
      for (const request of asked)
        answer(request, Number(request.parameters[0]) * Number(request.parameters[1]));
    });
    expect(sheet.values(areaOf("C1:D3")!)).toEqual([
      [10, 20],
      [20, 40],
      [30, 60],
    ]);
    expect(at("C1")).toBe(10);
  });

  test("errors keep the call from being made, unless the metadata lets them in", () => {
    const { enter, at, asked } = bookWith({ F: [matrix("any")] });
    enter("A1", "=1/0");
    enter("B1", "=F(A1:A2)");
    expect([at("B1"), asked.length]).toEqual(["#DIV/0!", 0]);
    const open = bookWith({ F: [matrix("any")], S: [scalar("any")] }, { allowErrorForDataTypeAny: true });
    open.enter("A1", "=1/0");
    open.enter("B1", "=F(A1:A2)");
    open.enter("B2", "=S(A1)");
    expect(open.asked.map(({ parameters, flags }) => [parameters[0], flags])).toEqual([
      [[[cellError("#DIV/0!")], [null]], 4],
      [cellError("#DIV/0!"), 4],
    ]);
  });

  test("repeating ones come as one array, with the addresses where asked for", () => {
    const { enter, asked } = bookWith(
      { F: [scalar("number"), matrix("any", { repeating: true })] },
      {},
      { requiresParameterAddresses: true },
    );
    enter("A1", "=F(1,B1:B2,'Sheet1'!C3)");
    enter("A2", "=F(1)");
    expect(asked.map(({ parameters }) => parameters)).toEqual([
      [1, [[[null], [null]], [[null]]]],
      [1, []],
    ]);
    expect(asked[0]!.parameterAddresses).toEqual([null, "Sheet1!B1:B2", "Sheet1!C3"]);
  });
});
