import { afterEach, expect, test } from "vitest";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import type { TieredPlan } from "../../src/excel/new-sheet";
import { writeTiered } from "../../src/excel/write-tiered";
import { startOfficeInNode, type OfficeInNode } from "../../src/workbench/transports/node";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { fillWith, planFrom } from "./summarised-run";

let office: OfficeInNode | null = null;
afterEach(() => office?.stop());

/** What a run of 50,000 customers may take too: charts and PivotTables are asked for alike, whatever the rows. */
const MOST_SYNCS = 25;

test("the Summary and the Pivots are made in at most 25 syncs, and again in no more", async () => {
  const workbook = new Workbook();
  office = await startOfficeInNode({ workbook });
  const { meter } = office;
  const orders = workbook.activeSheet;
  fillWith(orders, sampleOrders({ language: "en", rows: 400 }));
  const { plan } = await planFrom(orders);
  const rest: TieredPlan = {
    ...plan,
    only: plan.sheets.map(({ id }) => id).filter((id) => id !== "summary" && id !== "pivots"),
  };
  const syncsOf = async (what: TieredPlan) => {
    const { result, figures } = await meter.run(() => writeTiered(what, {}, async () => {}));
    if (!result.ok) throw new Error(JSON.stringify(result.troubles));
    // What Excel refused would have cost nothing.
    expect(result.value.told).toEqual([]);
    return figures.syncs;
  };
  await syncsOf(rest);
  expect(workbook.sheet("Pivots")).toBeUndefined();
  const summaries: TieredPlan = { ...plan, only: ["summary", "pivots"] };
  const first = await syncsOf(summaries);
  const again = await syncsOf(summaries);
  expect(workbook.sheet("Pivots")?.pivotTables.length).toBeGreaterThan(3);
  expect(workbook.sheet("Summary")?.charts.length).toBeGreaterThan(3);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(MOST_SYNCS);
  expect(again).toBeLessThanOrEqual(MOST_SYNCS);
}, 60_000);
