import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addressOfRuns, goTo, selectCells } from "../../src/excel/select-cells";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { addressOf } from "../../src/workbench/workbook/area";
import { Workbook } from "../../src/workbench/workbook/workbook";

const noPause = async () => {};
let office: OfficeInNode;
let workbook: Workbook;
let other: string;

/** Excel with the sheets Sheet1, which is shown, and Other. */
async function start(options: Omit<Parameters<typeof startOfficeInNode>[0], "workbook"> = {}): Promise<void> {
  workbook = new Workbook();
  const first = workbook.activeSheet;
  other = workbook.addSheet("Other").id;
  workbook.activeSheet = first;
  office = await startOfficeInNode({ workbook, ...options });
}
beforeEach(() => start());
afterEach(() => office.stop());

/** What is selected: `Other!A2:A9`. */
const selection = () => {
  const { sheet, areas } = workbook.selection;
  return `${sheet.name}!${areas.map(addressOf).join()}`;
};

/**
 * The client in Node is older than RangeAreas.select. Given it by the client's own means, and no others, the call goes
 * to the host as a newer client's would.
 */
function newerClient(): void {
  const { prototype } = Excel.RangeAreas as unknown as { prototype: Record<string, unknown> };
  const { BatchApiHelper } = (
    globalThis as unknown as {
      OfficeExtensionBatch: { BatchApiHelper: { invokeMethod: (...args: unknown[]) => unknown } };
    }
  ).OfficeExtensionBatch;
  prototype["select"] = function (this: unknown) {
    BatchApiHelper.invokeMethod(this, "Select", 1, [], 0, 0);
  };
}

describe("selecting cells", () => {
  test("a run of rows, on a sheet that isn't shown", async () => {
    expect(await selectCells(other, [4, 2, 3, 3], [1], noPause)).toEqual({
      ok: true,
      value: { rows: 3, of: 3 },
    });
    expect(selection()).toBe("Other!B2:B4");
    expect(workbook.activeSheet.name).toBe("Other");
  });

  test("several areas at once where Excel and its client can", async () => {
    newerClient();
    const answer = await selectCells(other, [2, 3, 9], [0, 1, 4], noPause);
    expect(answer).toEqual({ ok: true, value: { rows: 3, of: 3 } });
    expect(selection()).toBe("Other!A2:B3,E2:E3,A9:B9,E9");
  });

  test("as many as an address holds, and says how many these are", async () => {
    newerClient();
    const rows = Array.from({ length: 5000 }, (_, i) => 100_000 + 2 * i);
    const answer = await selectCells(other, rows, [701], noPause);
    if (!answer.ok) throw new Error("refused");
    expect(answer.value.of).toBe(5000);
    expect(answer.value.rows).toBeGreaterThan(800);
    expect(workbook.selection.areas).toHaveLength(answer.value.rows);
  });

  test.each(["ltsc-2024", "floor"] as const)("%s: the first area", async (profile) => {
    office.stop();
    await start({ profile });
    expect(await selectCells(other, [2, 3, 9], [0, 4], noPause)).toEqual({
      ok: true,
      value: { rows: 2, of: 3 },
    });
    expect(selection()).toBe("Other!A2:A3");
  });

  test("nothing to select leaves all as it is", async () => {
    const before = selection();
    expect(await selectCells(other, [], [0], noPause)).toEqual({ ok: true, value: { rows: 0, of: 0 } });
    expect(await selectCells(other, [3], [], noPause)).toEqual({ ok: true, value: { rows: 0, of: 1 } });
    expect(selection()).toBe(before);
  });
});

describe("addresses", () => {
  const rows = [
    { first: 2, last: 9 },
    { first: 12, last: 12 },
  ];
  test("join rows and columns that follow one another", () => {
    expect(addressOfRuns(rows, [{ first: 0, last: 0 }])).toEqual({ address: "A2:A9,A12", rows: 9, areas: 2 });
    expect(addressOfRuns(rows, [{ first: 25, last: 26 }]).address).toBe("Z2:AA9,Z12:AA12");
  });

  test("are never longer than Excel takes, to the letter", () => {
    for (const longest of [9, 8]) {
      const { address, rows: count } = addressOfRuns(rows, [{ first: 0, last: 0 }], longest);
      expect(address.length).toBeLessThanOrEqual(longest);
      expect(count).toBe(longest === 9 ? 9 : 8);
    }
  });
});

describe("going to a sheet", () => {
  test("shows it, and an area of it", async () => {
    expect((await goTo(other, null, noPause)).ok).toBe(true);
    expect(workbook.activeSheet.name).toBe("Other");
    expect((await goTo(other, "C3:D9", noPause)).ok).toBe(true);
    expect(selection()).toBe("Other!C3:D9");
  });

  test("refuses a hidden one and one that is gone", async () => {
    for (const visibility of ["Hidden", "VeryHidden"] as const) {
      workbook.sheet("Other")!.visibility = visibility;
      expect(await goTo(other, "A1", noPause)).toMatchObject({
        ok: false,
        troubles: [{ code: "sheet-hidden-not-shown", params: { sheet: "Other" } }],
      });
    }
    expect(await goTo("{gone}", null, noPause)).toMatchObject({
      ok: false,
      troubles: [{ code: "excel-item-gone" }],
    });
    expect(workbook.activeSheet.name).toBe("Sheet1");
  });

  test("waits while Excel is busy, and says when the session has ended", async () => {
    for (const on of [1, 2]) {
      office.host.faults = [
        { on, fault: "throttled" },
        { on: on + 1, fault: "cell-edit" },
      ];
      expect((await goTo(other, "B2", noPause)).ok).toBe(true);
      office.host.faults = [{ on, fault: "session-lost" }];
      expect(await goTo(other, "B2", noPause)).toMatchObject({
        ok: false,
        troubles: [{ code: "excel-session-lost" }],
      });
    }
  });
});
