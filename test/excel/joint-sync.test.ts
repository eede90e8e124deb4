import { afterEach, describe, expect, test } from "vitest";
import { syncOf, together, type Sync } from "../../src/excel/joint-sync";
import { officeCode } from "../../src/excel/office-troubles";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";

let office: OfficeInNode;
afterEach(() => office.stop());

const noPause = async () => {};

async function withSheets(...names: string[]) {
  const workbook = new Workbook();
  names.forEach((name) => workbook.addSheet(name));
  office = await startOfficeInNode({ workbook, profile: "web" });
  return office;
}

const nameOf = (context: Excel.RequestContext, name: string) => async (sync: Sync) => {
  const sheet = await sync(() => context.workbook.worksheets.getItem(name).load("name"));
  return sheet.name;
};

describe("together(alone, works)", () => {
  test("asks for what several wait for in one message", async () => {
    const { meter } = await withSheets("A", "B", "C");
    await Excel.run(async (context) => {
      const before = meter.total.syncs;
      const names = await together(syncOf(context, noPause), [
        nameOf(context, "A"),
        nameOf(context, "B"),
        async (sync) => [await nameOf(context, "C")(sync), await nameOf(context, "A")(sync)],
      ] as const);
      expect(names).toEqual(["A", "B", ["C", "A"]]);
      expect(meter.total.syncs - before).toBe(2);
    });
  });

  test("has only the work fail that asks for what isn't there", async () => {
    await withSheets("A", "B");
    await Excel.run(async (context) => {
      const orCode = (work: (sync: Sync) => Promise<string>) => (sync: Sync) =>
        work(sync).catch((error: unknown) => ({ refused: officeCode(error) }));
      const names = await together(
        syncOf(context, noPause),
        ["A", "gone", "B"].map((name) => orCode(nameOf(context, name))),
      );
      expect(names).toEqual(["A", { refused: "ItemNotFound" }, "B"]);
    });
  });

  test("asks no more once the session has ended", async () => {
    const { host, meter } = await withSheets("A", "B");
    await Excel.run(async (context) => {
      const before = meter.total.syncs;
      host.faults = [{ on: before + 1, fault: "session-lost" }];
      const works = ["A", "B"].map((name) => nameOf(context, name));
      await expect(together(syncOf(context, noPause), works)).rejects.toMatchObject({
        code: expect.any(String),
      });
      expect(meter.total.syncs - before).toBe(1);
    });
  });
});
