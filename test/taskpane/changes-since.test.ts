import { afterEach, describe, expect, test } from "vitest";
import { classify } from "../../src/core/classify";
import { defaultPolicy } from "../../src/core/policy/templates";
import { figuresFromSnapshot, figuresOf } from "../../src/core/report/figures-before";
import { snapshotSheet } from "../../src/core/report/snapshot-sheet";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { startClassifier } from "../../taskpane/classifier/classifier";
import { startWorkspace } from "../../taskpane/classifier/workspace";
import { openWorkbook } from "../../taskpane/host/open-workbook";
import { fillWith } from "../excel/summarised-run";
import { sessionWorker } from "./session-worker";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

test("the sums of a result are those of its snapshot", () => {
  const result = classify(sampleOrders({ language: "en", rows: 600 }), defaultPolicy);
  if (!result.ok) throw new Error("refused");
  const table = snapshotSheet(result.value, "en").blocks.findLast(({ kind }) => kind === "table");
  if (table?.kind !== "table") throw new Error("no snapshot");
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map(({ values }) => values[row] ?? null),
  );
  expect(figuresOf(result.value)).toEqual(
    figuresFromSnapshot([table.columns.map(({ header }) => header), ...rows]),
  );
});

describe("the Summary in Excel", () => {
  /** The headers of the tiers, which tell of changes only where there is something to compare with, and the whole page. */
  const page = (workbook: Workbook) => {
    const sheet = workbook.sheet("Summary");
    const cells = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 12 }, (_, c) => String(sheet?.value(row, c) ?? "")),
    );
    return { cells, compares: cells.flat().includes("Revenue, change") };
  };

  test("tells what changed since the run of an earlier day, also in a pane opened anew, and not since the same day", async () => {
    const workbook = new Workbook();
    office = await startOfficeInNode({ workbook });
    const orders = workbook.activeSheet;
    fillWith(orders, sampleOrders({ language: "en", rows: 600 }));
    const open = async () => {
      const workspace = startWorkspace(startClassifier(sessionWorker));
      await workspace.enterExcel(openWorkbook, "en-US");
      return workspace;
    };
    const first = await open();
    await first.open({ kind: "sheet", id: orders.id });
    expect(await first.fill("en")).toBe(true);
    expect(await first.summaries("en")).toBe(true);
    expect(page(workbook).compares).toBe(false);

    // A month later, in a new pane: a new order.
    const headers = Array.from({ length: 8 }, (_, c) => String(orders.value(0, c)));
    const row = 601;
    headers.forEach((header, c) => {
      if (header === "Order date") orders.enter(row, c, "2026-08-31");
      else if (header === "Amount") orders.enter(row, c, 50_000);
      else orders.enter(row, c, orders.value(1, c) as string);
    });
    const second = await open();
    expect(await second.refresh("en")).toBe(true);
    const told = page(workbook);
    expect(told.compares).toBe(true);
    // Once more on the same day: still against the earlier one.
    expect(await second.refresh("en")).toBe(true);
    expect(page(workbook)).toEqual(told);
  }, 60_000);
});
