import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../src/workbench/transports/node";

let office: OfficeInNode;
afterEach(() => office.stop());

const any = { type: "any" } as const;
const metadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: "WBDOUBLE", name: "WBDOUBLE", parameters: [{ name: "value", ...any }], result: any },
    {
      id: "WBGRID",
      name: "WBGRID",
      parameters: [
        { name: "rows", type: "number" },
        { name: "columns", type: "number" },
      ],
      result: { ...any, dimensionality: "matrix" },
    },
    { id: "WBFAIL", name: "WBFAIL", parameters: [{ name: "how", type: "string" }], result: any },
    {
      id: "WBSLOW",
      name: "WBSLOW",
      parameters: [{ name: "value", ...any }],
      result: any,
      options: { cancelable: true },
    },
    {
      id: "WBWHERE",
      name: "WBWHERE",
      parameters: [{ name: "value", ...any, optional: true }],
      result: any,
      options: { requiresAddress: true },
    },
    {
      id: "WBCODES",
      name: "WBCODES",
      parameters: [{ name: "values", ...any, dimensionality: "matrix" }],
      result: any,
    },
    {
      id: "WBLONG",
      name: "WBLONG",
      parameters: [{ name: "columns", type: "number" }],
      result: { ...any, dimensionality: "matrix" },
    },
    { id: "WBNOBODY", name: "WBNOBODY", parameters: [], result: any },
  ],
};

/** Starts a host, registers and associates the functions as an add-in does. */
async function start(options: Parameters<typeof startOfficeInNode>[0] = {}): Promise<OfficeInNode> {
  office = await startOfficeInNode(options);
  office.host.workbook.calculation.customFunctions.register(metadata as never);
  return office;
}

// Once, before any start: an add-in's modules associate when they are loaded, and are loaded once.
beforeAll(async () => {
  office = await startOfficeInNode();
  office.stop();
  CustomFunctions.associate({
    WBDOUBLE: (value: number) => value * 2,
    WBGRID: (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => row * columns + column),
      ),
    WBLONG: (columns: number) => [Array.from({ length: columns }, () => "x".repeat(2000))],
    WBFAIL: (how: string) => {
      if (how === "value")
        throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Choose a number.");
      if (how === "zero") throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
      if (how === "cells")
        return [
          [1, new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "No customer.")],
        ] as never;
      throw new globalThis.Error("lost");
    },
    WBSLOW: (value: unknown, invocation: CustomFunctions.CancelableInvocation) =>
      new Promise((resolve) => {
        started.push(value);
        invocation.onCanceled = () => cancelled.push(value);
        setTimeout(() => resolve(value), 50);
      }),
    WBWHERE: (value: unknown, invocation: CustomFunctions.Invocation) =>
      `${invocation.address} ${String(value)}`,
    WBCODES: (values: unknown[][]) =>
      values
        .flat()
        .map((value) => (value instanceof CustomFunctions.Error ? value.code : String(value)))
        .join(" "),
  });
});
const started: unknown[] = [];
const cancelled: unknown[] = [];

/** The values of an area once no cell waits any more. */
async function settled(area: string): Promise<unknown[][]> {
  for (let tries = 0; tries < 60; tries++) {
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange(area);
      range.load("values");
      await context.sync();
      return range.values as unknown[][];
    });
    if (!values.flat().includes("#BUSY!")) return values;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("still busy");
}

const enter = (address: string, formula: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).formulas = [[formula]];
    await context.sync();
  });

describe("custom functions through Microsoft's own runtime", () => {
  test("a cell shows #BUSY! and then the function's answer; it is called again when its argument changes", async () => {
    await start();
    await enter("A1", "21");
    await enter("B1", "=WBDOUBLE(A1)");
    expect(office.host.workbook.activeSheet.value(0, 1)).toEqual({ error: "#BUSY!" });
    expect(await settled("B1")).toEqual([[42]]);
    await enter("A1", "50");
    expect(await settled("B1")).toEqual([[100]]);
  });

  // https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-dynamic-arrays
  test("a matrix spills, and a value in its way gives #SPILL!", async () => {
    await start();
    await enter("A1", "=WBGRID(2,3)");
    expect(await settled("A1:C2")).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    await enter("B2", "in the way");
    expect(await settled("A1")).toEqual([["#SPILL!"]]);
  });

  // https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors
  test("thrown errors keep their code, those of elements too; another throw is #VALUE!", async () => {
    await start();
    await enter("A1", '=WBFAIL("value")');
    await enter("A2", '=WBFAIL("zero")');
    await enter("A3", '=WBFAIL("other")');
    await enter("A4", '=WBFAIL("cells")');
    expect(await settled("A1:B4")).toEqual([
      ["#VALUE!", ""],
      ["#DIV/0!", ""],
      ["#VALUE!", ""],
      [1, "#N/A"],
    ]);
    const sheet = office.host.workbook.activeSheet;
    expect(sheet.value(0, 0)).toEqual({ error: "#VALUE!", message: "Choose a number." });
    expect(sheet.value(3, 1)).toEqual({ error: "#N/A", message: "No customer." });
  });

  test("error cells arrive as CustomFunctions.Error where the metadata allows them", async () => {
    await start();
    await enter("A1", "=1/0");
    await enter("A2", "ok");
    await enter("B1", "=WBCODES(A1:A2)");
    expect(await settled("B1")).toEqual([["#DIV/0! ok"]]);
  });

  test("an optional argument left out is null, and the address is that of the cell", async () => {
    await start();
    await enter("C3", "=WBWHERE()");
    expect(await settled("C3")).toEqual([["Sheet1!C3 null"]]);
  });

  test("a call is cancelled when its argument changes, and only the new answer shows", async () => {
    await start();
    started.length = cancelled.length = 0;
    await enter("A1", "first");
    await enter("B1", "=WBSLOW(A1)");
    while (started.length === 0) await new Promise((done) => setTimeout(done, 5));
    await enter("A1", "second");
    expect(await settled("B1")).toEqual([["second"]]);
    expect(started).toEqual(["first", "second"]);
    expect(cancelled).toEqual(["first"]);
  });

  test("a function nobody registered is #NAME?, one nobody associated is the runtime's #VALUE!", async () => {
    await start();
    await enter("A1", "=WBUNKNOWN(1)");
    await enter("A2", "=WBNOBODY()");
    expect(await settled("A1:A2")).toEqual([["#NAME?"], ["#VALUE!"]]);
  });

  test("answers beyond the payload limit arrive in slices", async () => {
    await start({ profile: "web" });
    const long = "x".repeat(2000);
    for (let row = 1; row <= 4; row++) await enter(`A${row}`, `=WBLONG(${700 + row})`);
    const values = await settled("A1:A4");
    expect(values).toEqual([[long], [long], [long], [long]]);
    expect(office.host.workbook.activeSheet.value(3, 703)).toBe(long);
  });
});
