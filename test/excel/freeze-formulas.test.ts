import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { say } from "../../src/core/language/message";
import { freezeFormulas, type Frozen } from "../../src/excel/freeze-formulas";
import type { Fault } from "../../src/workbench/host/faults";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { isCellError } from "../../src/workbench/workbook/cell-value";
import type { Sheet } from "../../src/workbench/workbook/sheet";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode;
afterEach(() => office.stop());

const noPause = async () => {};
const any = { type: "any" } as const;
const one = (id: string) => ({ id, name: id, parameters: [{ name: "value", ...any }], result: any });
const metadata = {
  functions: [
    one("FZTWICE"),
    one("FZSAY"),
    one("FZSLOW"),
    {
      ...{ id: "FZGRID", name: "FZGRID", result: { ...any, dimensionality: "matrix" } },
      parameters: ["rows", "columns"].map((name) => ({ name, type: "number" })),
    },
  ],
};
const NAMES = ["FZTWICE", "FZSAY", "FZSLOW", "FZGRID"];

// Once, before any start: an add-in's modules associate when they are loaded, and are loaded once.
beforeAll(async () => {
  office = await startOfficeInNode();
  office.stop();
  CustomFunctions.associate({
    FZTWICE: (value: number) => {
      if (value === -1) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "No.");
      return value * 2;
    },
    FZSAY: (value: unknown) => String(value),
    FZSLOW: () => new Promise(() => {}),
    FZGRID: (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) =>
          r === 9
            ? new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable)
            : `00${r * columns + c}`,
        ),
      ),
  });
});

/** Starts Excel with formulas on the first sheet, by their cells, and waits until they have results. */
async function start(
  formulas: Readonly<Record<string, string | number>>,
  options: Omit<Parameters<typeof startOfficeInNode>[0], "workbook"> = {},
): Promise<{ readonly workbook: Workbook; readonly sheet: Sheet }> {
  const workbook = new Workbook();
  office = await startOfficeInNode({ workbook, ...options });
  workbook.calculation.customFunctions.register(metadata as never);
  await enter(formulas);
  await settled(Object.values(formulas).some((formula) => String(formula).includes("FZSLOW")) ? 1 : 0);
  return { workbook, sheet: workbook.activeSheet };
}

async function enter(formulas: Readonly<Record<string, string | number>>, sheet = "Sheet1"): Promise<void> {
  await inExcel((context) => {
    for (const [address, formula] of Object.entries(formulas))
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
  });
}

async function inExcel(act: (context: Excel.RequestContext) => void): Promise<void> {
  await Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

/** Waits until no more cells than these are busy. */
async function settled(busy = 0): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const values = office.host.workbook.sheets.flatMap((sheet) => {
      const used = sheet.usedArea(true);
      return used ? sheet.values(used).flat() : [];
    });
    if (values.filter((value) => isCellError(value) && value.error === "#BUSY!").length <= busy) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("still busy");
}

async function freeze(going = {}): Promise<Frozen & { readonly says: readonly string[] }> {
  const answer = await freezeFormulas(NAMES, going, noPause);
  if (!answer.ok) throw new Error(answer.troubles.map((trouble) => say(trouble, "en")).join());
  return { ...answer.value, says: answer.value.told.map((message) => say(message, "en")) };
}

/** What stands in each used cell: its formula, or its value. */
function contents(workbook: Workbook): readonly (readonly [string, unknown, string])[] {
  return workbook.sheets.flatMap((sheet) => {
    const used = sheet.usedArea(true);
    if (!used) return [];
    const cells: [string, unknown, string][] = [];
    for (let row = used.top; row <= used.bottom; row++) {
      for (let column = used.left; column <= used.right; column++)
        cells.push([
          `${sheet.name}!${row}/${column}`,
          sheet.formula(row, column) ?? sheet.value(row, column),
          sheet.style(row, column).numberFormat,
        ]);
    }
    return cells;
  });
}

describe("what becomes a value", () => {
  test("calls alone and in other formulas; other formulas stay, also those that refer to one", async () => {
    const { sheet } = await start({
      A1: 21,
      B1: "=FZTWICE(A1)",
      C1: "=IF(B1>0,fztwice(A1)+1,0)",
      D1: "=LET(t,FZTWICE(A1),t+2)",
      E1: "=SUM(A1:D1)",
      F1: '="FZTWICE(A1)"',
      B3: "=FZTWICE(1)",
    });
    expect(await freeze()).toMatchObject({ frozen: 4, left: 0, sheets: ["Sheet1"], told: [] });
    expect(
      ["B1", "C1", "D1", "B3"].map((_, i) => sheet.formula(i === 3 ? 2 : 0, i === 3 ? 1 : i + 1)),
    ).toEqual([undefined, undefined, undefined, undefined]);
    expect([1, 2, 3].map((column) => sheet.value(0, column))).toEqual([42, 43, 44]);
    expect(sheet.formula(0, 4)).toBe("=SUM(A1:D1)");
    expect(sheet.value(0, 4)).toBe(150);
    expect(sheet.formula(0, 5)).toBe('="FZTWICE(A1)"');
    expect(await freeze()).toMatchObject({ frozen: 0, left: 0, sheets: [] });
  });

  test("a spill as a whole, errors in it too, and what refers to it", async () => {
    const { sheet } = await start({ B2: "=FZGRID(11,3)", F2: "=ROWS(B2#)", G2: "=COUNTA(B2:D12)" });
    expect(await freeze()).toMatchObject({ frozen: 33, left: 0 });
    expect(sheet.spillOf(1, 1)).toBeUndefined();
    // As texts: 000 is no number.
    expect(sheet.values({ top: 1, left: 1, bottom: 2, right: 3 })).toEqual([
      ["000", "001", "002"],
      ["003", "004", "005"],
    ]);
    expect(sheet.value(10, 1)).toEqual({ error: "#N/A" });
    expect(sheet.value(11, 3)).toBe("0032");
    expect(sheet.value(1, 6)).toBe(33);
  });

  test("text stays text, in the format that the cell has", async () => {
    const texts = ["007", "=1+1", "TRUE", "MARCH1", "1/2", "'quoted", "#N/A", " 5", "", "很好"];
    const formulas = Object.fromEntries(
      texts.map((text, i) => [`A${i + 1}`, `=FZSAY("${text.replaceAll('"', '""')}")`]),
    );
    const { sheet } = await start(formulas);
    await inExcel(({ workbook }) => {
      const cells = workbook.worksheets.getFirst().getRange("A1:A10");
      cells.numberFormat = texts.map((_, i) => [i === 3 ? "@" : i % 2 ? "0.00" : "General"]);
    });
    expect(await freeze()).toMatchObject({ frozen: 10 });
    expect(texts.map((_, row) => sheet.value(row, 0) ?? "")).toEqual(texts);
    expect(texts.map((_, row) => sheet.style(row, 0).numberFormat)).toEqual(
      texts.map((_, i) => (i === 3 ? "@" : i % 2 ? "0.00" : "General")),
    );
  });

  test("a number in a cell that has become text by format stays a number", async () => {
    const { sheet } = await start({ A1: "=FZTWICE(4)", A2: "=FZTWICE(5)" });
    await inExcel(({ workbook }) => {
      workbook.worksheets.getFirst().getRange("A1").numberFormat = [["@"]];
      workbook.worksheets.getFirst().getRange("A2").numberFormat = [["0.0%"]];
    });
    await freeze();
    expect([sheet.value(0, 0), sheet.style(0, 0).numberFormat]).toEqual([8, "@"]);
    expect([sheet.value(1, 0), sheet.style(1, 0).numberFormat]).toEqual([10, "0.0%"]);
  });

  test("on all sheets, hidden ones too", async () => {
    const { workbook } = await start({ A1: "=FZTWICE(1)" });
    const other = workbook.addSheet("Other");
    await enter({ C5: "=Sheet1!A1+FZTWICE(2)" }, "Other");
    await settled();
    other.visibility = "VeryHidden";
    expect(await freeze()).toMatchObject({ frozen: 2, sheets: ["Sheet1", "Other"] });
    expect(other.value(4, 2)).toBe(6);
  });

  test("many of them, near and far, in few requests", async () => {
    const { workbook, sheet } = await start({ A1: "=FZTWICE(1)", T1500: "=FZTWICE(2)" });
    const rows = 1500;
    await inExcel((context) => {
      const range = context.workbook.worksheets.getFirst().getRange(`C1:D${rows}`);
      range.formulas = Array.from({ length: rows }, (_, i) =>
        i % 3 === 2 ? [i, `=SUM(1,${i})`] : [`=FZTWICE(${i})`, `=FZSAY("0${i}")`],
      );
    });
    await settled();
    const { result, figures } = await office.meter.run(freeze);
    expect(result).toMatchObject({ frozen: 2 + (2 * rows) / 1.5, left: 0 });
    expect([sheet.value(1498, 2), sheet.value(1498, 3), sheet.formula(1499, 3)]).toEqual([
      2996,
      "01498",
      "=SUM(1,1499)",
    ]);
    expect(figures.syncs).toBeLessThan(20);
    expect(workbook.sheets).toHaveLength(1);
  });
});

describe("what is left", () => {
  test("errors, and what has no result yet, are counted and told", async () => {
    const { sheet } = await start({
      A1: "=FZTWICE(-1)",
      A2: "=FZSLOW(1)",
      A3: "=FZNOBODY(1)+FZTWICE(1)",
      A4: "=FZTWICE(3)",
    });
    const frozen = await freeze();
    expect(frozen).toMatchObject({ frozen: 1, left: 3 });
    expect(frozen.says).toEqual([
      "3 formulas with an error or without a result yet were left as they are: Sheet1!A1, Sheet1!A2, Sheet1!A3.",
    ]);
    expect([0, 1, 2].map((row) => sheet.formula(row, 0))).toEqual([
      "=FZTWICE(-1)",
      "=FZSLOW(1)",
      "=FZNOBODY(1)+FZTWICE(1)",
    ]);
  });

  test("a spill that is blocked stays", async () => {
    const { sheet } = await start({ A3: "in the way", A1: "=FZGRID(4,2)" });
    expect(await freeze()).toMatchObject({ frozen: 0, left: 1 });
    expect(sheet.formula(0, 0)).toBe("=FZGRID(4,2)");
    expect(sheet.value(2, 0)).toBe("in the way");
  });

  test("protected and filtered sheets", async () => {
    const { workbook, sheet } = await start({ A1: "=FZTWICE(1)" });
    workbook.addSheet("Filtered");
    await enter({ A1: "Head", A2: 1, A3: 2, B3: "=FZTWICE(2)" }, "Filtered");
    await settled();
    await inExcel(({ workbook: { worksheets } }) => {
      worksheets.getItem("Sheet1").protection.protect();
      const filtered = worksheets.getItem("Filtered");
      filtered.autoFilter.apply(filtered.getRange("A1:B3"), 0, { filterOn: "Values", values: ["1"] });
    });
    const frozen = await freeze();
    expect(frozen).toMatchObject({ frozen: 0, left: 2, sheets: [] });
    expect(frozen.says).toEqual([
      "1 formula on protected sheets was left as it is: Sheet1. Unprotect them under Review, then try again.",
      "1 formula on sheets with a filter was left as it is: Filtered. Clear the filter, then try again.",
    ]);
    expect(sheet.formula(0, 0)).toBe("=FZTWICE(1)");
  });

  test("what somebody moves meanwhile is not written over", async () => {
    const { sheet } = await start({ A1: "=FZTWICE(1)", A2: "=FZTWICE(2)" });
    const { figures } = await office.meter.run(async () => {});
    expect(figures.syncs).toBe(0);
    // The check before writing comes last but one.
    const calm = await office.meter.run(() => freezeFormulas([...NAMES, "NONE"], {}, noPause));
    await enter({ A1: "=FZTWICE(1)", A2: "=FZTWICE(2)" });
    await settled();
    office.host.faults = [
      {
        on: calm.figures.syncs - 1,
        fault: "co-author",
        act: () => sheet.insertCells({ top: 0, left: 0, bottom: 0, right: 16_383 }, "down"),
      },
    ];
    const frozen = await freeze();
    expect(frozen).toMatchObject({ frozen: 0, left: 2 });
    expect([sheet.formula(0, 0), sheet.formula(1, 0), sheet.formula(2, 0)]).toEqual([
      undefined,
      "=FZTWICE(1)",
      "=FZTWICE(2)",
    ]);
  });

  test("what Excel refuses to write leaves that alone, and the rest becomes values", async () => {
    const { sheet } = await start({ A1: "=FZTWICE(1)", E50: "=FZTWICE(2)", B9: "=FZGRID(2,2)" });
    const { figures } = await office.meter.run(() => freeze({ cancelled: () => false }));
    await enter({ A1: "=FZTWICE(1)", E50: "=FZTWICE(2)", B9: "", B10: "", C9: "", C10: "" });
    await enter({ B9: "=FZGRID(2,2)" });
    await settled();
    // The write of all, then that of the first by itself.
    const last = figures.syncs;
    office.host.faults = [
      { on: last, fault: "failing-action", action: -1, code: "GeneralException" as never },
      { on: last + 5, fault: "failing-action", action: -1, code: "GeneralException" as never },
    ];
    const frozen = await freeze();
    expect(frozen.left).toBe(1);
    expect(frozen.says[0]).toMatch(/Excel does not let change/);
    const formulas = [sheet.formula(0, 0), sheet.formula(49, 4), sheet.formula(8, 1)];
    expect(formulas.filter((formula) => formula !== undefined)).toHaveLength(1);
    await settled();
    expect(sheet.value(9, 2)).toBe("003");
  });
});

describe("what goes wrong", () => {
  const filled = { A1: "=FZTWICE(1)", A2: "=FZTWICE(2)", C1: "=FZGRID(3,2)", F1: "=SUM(A1:A2)" };

  test("throttling and a cell in edit mode at any sync pass", async () => {
    const { workbook } = await start(filled);
    const before = contents(workbook);
    const { figures } = await office.meter.run(freeze);
    const frozen = contents(workbook);
    expect(frozen).not.toEqual(before);
    for (let on = 1; on <= figures.syncs; on++) {
      await enter({ A1: filled.A1, A2: filled.A2, C1: "", C2: "", C3: "", D1: "", D2: "", D3: "" });
      await enter({ C1: filled.C1 });
      await settled();
      office.host.faults = [
        { on, fault: "throttled" },
        { on: on + 1, fault: "cell-edit" },
      ];
      expect(await freeze()).toMatchObject({ frozen: 8, left: 0 });
      office.host.faults = [];
      expect(contents(workbook)).toEqual(frozen);
    }
  });

  test("a cancel at any moment leaves all as it was, or all is done", async () => {
    const { workbook } = await start(filled);
    const before = contents(workbook);
    for (let turn = 0; ; turn++) {
      let asked = 0;
      const answer = await freezeFormulas(NAMES, { cancelled: () => asked++ === turn }, noPause);
      if (answer.ok) {
        expect(turn).toBeGreaterThan(2);
        break;
      }
      expect(answer.troubles[0]?.code).toBe("pane.cancelled");
      await settled();
      expect(contents(workbook)).toEqual(before);
    }
  });

  test("a request that breaks off while it writes brings the formulas back", async () => {
    const { workbook } = await start(filled);
    const before = contents(workbook);
    const { figures } = await office.meter.run(freeze);
    office.stop();
    const again = await start(filled);
    office.host.faults = [
      { on: figures.syncs, fault: "failing-action", action: -1, code: "RequestAborted" as never },
    ];
    expect(await freezeFormulas(NAMES, {}, noPause)).toMatchObject({
      ok: false,
      troubles: [{ code: "excel-session-lost" }],
    });
    await settled();
    expect(contents(again.workbook)).toEqual(before);
  });

  test("a session that ends leaves each formula whole: a value or itself", async () => {
    const { workbook, sheet } = await start(filled);
    const before = contents(workbook);
    const faults = (on: number): readonly Fault[] => [{ on, fault: "session-lost" }];
    for (let on = 1; on <= 6; on++) {
      office.host.faults = faults(on);
      const answer = await freezeFormulas(NAMES, {}, noPause);
      expect(answer).toMatchObject({ ok: false, troubles: [{ code: "excel-session-lost" }] });
      office.host.faults = [];
      expect(contents(workbook)).toEqual(before);
    }
    expect(sheet.value(2, 3)).toBe("005");
  });

  test.each(["web", "microsoft365-mac", "ltsc-2024", "ltsc-2021"] as const)("%s", async (profile) => {
    const { sheet } = await start(filled, { profile });
    expect(await freeze()).toMatchObject({ frozen: 8, left: 0 });
    expect(sheet.value(2, 3)).toBe("005");
  });

  test("the oldest Excel: cells one by one", async () => {
    const { sheet } = await start({ A1: "=FZTWICE(1)", B1: "=SUM(A1)" }, { profile: "floor" });
    expect(await freeze()).toMatchObject({ frozen: 1, left: 0 });
    expect(sheet.value(0, 1)).toBe(2);
  });
});
