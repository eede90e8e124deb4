import { afterEach, describe, expect, test } from "vitest";
import { startOfficeInNode, type OfficeInNode } from "../../../src/workbench/transports/node";

let office: OfficeInNode;
afterEach(() => office.stop());

const write = (address: string, value: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[value]];
    await context.sync();
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: OfficeExtension.Error) => error.code,
  );

// https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins
describe("payload limits", () => {
  const longTexts = (count: number) => Array.from({ length: count }, () => ["x".repeat(1000)]);

  test("Excel on the web refuses a request of more than 5 MB, and nothing of it is done", async () => {
    office = await startOfficeInNode({ profile: "web" });
    const send = (count: number) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange(`A1:A${count}`).values = longTexts(count);
        await context.sync();
      });
    expect(await codeOf(send(5500))).toBe("RequestPayloadSizeLimitExceeded");
    expect(office.host.workbook.activeSheet.usedArea(true)).toBeUndefined();
    expect(await codeOf(send(4500))).toBe("done");
  });

  test("and a reply of more than 5 MB; on the desktop both go through", async () => {
    const read = () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1:A5500");
        range.load("values");
        await context.sync();
      });
    for (const [profile, code] of [
      ["web", "ResponsePayloadSizeLimitExceeded"],
      ["microsoft365-windows", "done"],
    ] as const) {
      office = await startOfficeInNode({ profile });
      office.host.workbook.activeSheet.write({ top: 0, left: 0, bottom: 5499, right: 0 }, longTexts(5500));
      expect(await codeOf(read())).toBe(code);
    }
  });
});

// https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets
describe("requirement sets", () => {
  test.each([
    ["floor", "1.9", "1.10"],
    ["ltsc-2021", "1.14", "1.15"],
    ["ltsc-2024", "1.17", "1.18"],
  ] as const)("%s has ExcelApi %s and not %s", async (profile, has, hasNot) => {
    office = await startOfficeInNode({ profile });
    expect(Office.context.requirements.isSetSupported("ExcelApi", has)).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", hasNot)).toBe(false);
  });

  test("a method above the set is refused by the client: ApiNotFound", async () => {
    office = await startOfficeInNode({ profile: "floor" });
    const failing = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").getMergedAreasOrNullObject();
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "ApiNotFound",
      debugInfo: { errorLocation: "Range.getMergedAreasOrNullObject" },
    });
  });

  test("a property above the set, which the client lets through in a load, is refused by the host", async () => {
    office = await startOfficeInNode({ profile: "floor" });
    const failing = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").load("hasSpill");
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "ApiNotFound",
      debugInfo: { errorLocation: "Range.hasSpill" },
    });
  });

  test("a load without names leaves out what the set doesn't have", async () => {
    office = await startOfficeInNode({ profile: "floor" });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load();
      await context.sync();
      expect(range.rowCount).toBe(1);
      expect(() => range.hasSpill).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });
});

// https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
describe("faults on demand", () => {
  test("throttling of the second sync: nothing of it is done, the next goes through", async () => {
    office = await startOfficeInNode({ faults: [{ on: 2, fault: "throttled" }] });
    expect(await codeOf(write("A1", "one"))).toBe("done");
    expect(await codeOf(write("A2", "two"))).toBe("ActivityLimitReached");
    expect(await codeOf(write("A3", "three"))).toBe("done");
    const sheet = office.host.workbook.activeSheet;
    expect([sheet.value(0, 0), sheet.value(1, 0), sheet.value(2, 0)]).toEqual(["one", null, "three"]);
  });

  test("a co-author who fails himself is told, and the client doesn't wait for ever", async () => {
    const act = () => {
      throw new Error("a slip of the test");
    };
    office = await startOfficeInNode({ faults: [{ on: 1, fault: "co-author", act }] });
    await expect(write("A1", "x")).rejects.toThrow("a slip of the test");
    expect(await codeOf(write("A1", "x"))).toBe("done");
  });

  test("cell-edit mode, for two syncs or until it is left", async () => {
    office = await startOfficeInNode({ faults: [{ on: [1, 2], fault: "cell-edit" }] });
    expect(await codeOf(write("A1", "x"))).toBe("InvalidOperationInCellEditMode");
    expect(await codeOf(write("A1", "x"))).toBe("InvalidOperationInCellEditMode");
    expect(await codeOf(write("A1", "x"))).toBe("done");
    office.host.cellEditMode = true;
    expect(await codeOf(write("A1", "y"))).toBe("InvalidOperationInCellEditMode");
    office.host.cellEditMode = false;
    expect(await codeOf(write("A1", "y"))).toBe("done");
  });

  // https://learn.microsoft.com/javascript/api/excel/excel.runoptions#excel-excel-runoptions-delayforcelledit-member
  test("a batch with delayForCellEdit waits until the cell is left", async () => {
    office = await startOfficeInNode();
    office.host.cellEditMode = true;
    let done = false;
    const run = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["waited"]];
      await context.sync();
      done = true;
    });
    await new Promise((soon) => setTimeout(soon, 20));
    expect(done).toBe(false);
    office.host.cellEditMode = false;
    await run;
    expect(office.host.workbook.activeSheet.value(0, 0)).toBe("waited");
  });

  test("a session lost in the middle of a run stays lost", async () => {
    office = await startOfficeInNode({ faults: [{ on: 2, fault: "session-lost" }] });
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [["before"]];
      await context.sync();
      sheet.getRange("A2").values = [["after"]];
      await context.sync();
    });
    expect(await codeOf(run)).toBe("InvalidOrTimedOutSession");
    expect(await codeOf(write("A3", "later"))).toBe("InvalidOrTimedOutSession");
    expect(office.host.workbook.activeSheet.value(0, 0)).toBe("before");
    office.host.faults = [];
    expect(await codeOf(write("A3", "later"))).toBe("done");
  });

  test("payload refusals whatever the size", async () => {
    office = await startOfficeInNode({
      faults: [
        { on: 1, fault: "payload", way: "request" },
        { on: 2, fault: "payload", way: "response" },
      ],
    });
    expect(await codeOf(write("A1", "x"))).toBe("RequestPayloadSizeLimitExceeded");
    expect(office.host.workbook.activeSheet.value(0, 0)).toBeNull();
    // The reply is too large, the work is done: as in Excel.
    expect(await codeOf(write("A1", "x"))).toBe("ResponsePayloadSizeLimitExceeded");
    expect(office.host.workbook.activeSheet.value(0, 0)).toBe("x");
  });

  test("a co-author inserts a row and renames the sheet between two syncs", async () => {
    office = await startOfficeInNode({
      faults: [
        {
          on: 2,
          fault: "co-author",
          act: (workbook) => {
            const sheet = workbook.activeSheet;
            sheet.insertCells({ top: 0, left: 0, bottom: 0, right: 16_383 }, "down");
            workbook.renameSheet(sheet, "Renamed");
          },
        },
      ],
    });
    const address = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.values = [["mine"]];
      await context.sync();
      range.load("address,values");
      await context.sync();
      return [range.address, range.values];
    });
    expect(address).toEqual(["Renamed!A2", [["mine"]]]);
  });

  test("one action of a batch fails: what stands before it is done", async () => {
    office = await startOfficeInNode({
      faults: [
        { on: 1, fault: "failing-action", action: -1, code: "GeneralException", message: "in the middle" },
      ],
    });
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [["first"]];
      sheet.getRange("A2").values = [["second"]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "GeneralException", message: "in the middle" });
    const sheet = office.host.workbook.activeSheet;
    expect([sheet.value(0, 0), sheet.value(1, 0)]).toEqual(["first", null]);
  });

  test("slow answers are late, and still in order", async () => {
    office = await startOfficeInNode({ faults: [{ on: 1, fault: "slow", milliseconds: 30 }] });
    const order: string[] = [];
    await Promise.all([
      write("A1", "slow").then(() => order.push("slow")),
      write("A2", "quick").then(() => order.push("quick")),
    ]);
    expect(order).toEqual(["slow", "quick"]);
  });
});

describe("the meter", () => {
  test("counts syncs, bytes and cells of one run, and not the clean-up", async () => {
    office = await startOfficeInNode();
    const { figures } = await office.meter.run(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
        range.values = [
          ["é", 1],
          ["", 2],
        ];
        await context.sync();
        range.load("values,formulas");
        await context.sync();
      }),
    );
    expect(figures).toMatchObject({ syncs: 2, cellsWritten: 4, cellsRead: 8 });
    expect(figures.largestIn).toBeLessThan(figures.bytesIn);
    expect(figures.bytesOut).toBeGreaterThan(50);
  });
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
describe("events", () => {
  const soon = () => new Promise((done) => setTimeout(done, 20));

  test("onChanged tells who changed what, and nothing while events are off", async () => {
    office = await startOfficeInNode();
    const told: Excel.WorksheetChangedEventArgs[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().onChanged.add(async (args) => void told.push(args));
      await context.sync();
    });
    await write("B2", "mine");
    await soon();
    const { workbook } = office.host;
    workbook.batch("co-author", () => workbook.activeSheet.enter(4, 0, "theirs"));
    await soon();
    expect(
      told.map(({ address, changeType, source, worksheetId }) => [address, changeType, source, worksheetId]),
    ).toEqual([
      ["B2", "RangeEdited", "Local", workbook.activeSheet.id],
      ["A5", "RangeEdited", "Remote", workbook.activeSheet.id],
    ]);
    const values = await Excel.run(async (context) => {
      const range = told[1]!.getRange(context);
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([["theirs"]]);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    await write("C3", "unheard");
    await soon();
    expect(told).toHaveLength(2);
  });

  test("an inserted row is RowInserted; a removed handler hears nothing", async () => {
    office = await startOfficeInNode();
    const told: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const handler = sheet.onChanged.add(
        async ({ changeType, address }) => void told.push(`${changeType} ${address}`),
      );
      sheet.getRange("2:2").insert("Down");
      await context.sync();
      await soon();
      handler.remove();
      await context.sync();
      sheet.getRange("A1").values = [["unheard"]];
      await context.sync();
    });
    await soon();
    expect(told).toEqual(["RowInserted 2:2"]);
  });

  test("selection, activation, adding and deleting of sheets", async () => {
    office = await startOfficeInNode();
    const told: string[] = [];
    const { workbook } = office.host;
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onSelectionChanged.add(async ({ address }) => void told.push(`selected ${address}`));
      worksheets.onActivated.add(async ({ worksheetId }) => void told.push(`activated ${worksheetId}`));
      worksheets.onDeactivated.add(async ({ worksheetId }) => void told.push(`deactivated ${worksheetId}`));
      worksheets.onAdded.add(async ({ worksheetId }) => void told.push(`added ${worksheetId}`));
      worksheets.onDeleted.add(async ({ worksheetId }) => void told.push(`deleted ${worksheetId}`));
      context.workbook.onSelectionChanged.add(async () => void told.push("workbook selection"));
      await context.sync();
    });
    const first = workbook.activeSheet;
    const second = workbook.addSheet("Second");
    workbook.selection = { sheet: second, areas: [{ top: 1, left: 1, bottom: 2, right: 2 }] };
    workbook.deleteSheet(second);
    await soon();
    expect(told).toEqual([
      `added ${second.id}`,
      `deactivated ${first.id}`,
      `activated ${second.id}`,
      "workbook selection",
      "selected B2:C3",
      `deactivated ${second.id}`,
      `activated ${first.id}`,
      `deleted ${second.id}`,
    ]);
  });
});
