import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paneOf } from "./flow-driver";
import { executable, PATIENCE, servedWorkbench, unlessBrowser } from "./opened-page";

const soak = process.env["TIERSHEET_SOAK"] !== undefined;
const unlessSoak = soak ? "" : " (skipped: npm run test:soak)";

const ROWS = 500_000;
/** Milliseconds that the pane may keep the browser from answering. */
const MOST = 100;

declare global {
  interface Window {
    longTasks: { readonly name: string; readonly ms: number; readonly at: number }[];
  }
}

describe.skipIf(executable === undefined || !soak)(
  `500,000 orders on the page${unlessSoak}${unlessBrowser}`,
  { timeout: 20 * 60_000 },
  () => {
    let served: Awaited<ReturnType<typeof servedWorkbench>>;
    beforeAll(async () => {
      served = await servedWorkbench(3985);
    }, PATIENCE);
    afterAll(() => served?.close());

    it("are read, classified and written, and the pane is never busy for long", async () => {
      const shown = await served.open("en");
      const pane = await paneOf(shown, "en", 10 * 60_000);
      await shown.page.evaluate((rows) => {
        const { book } = window.workbench;
        const sheet = book.activeSheet;
        const values = Array.from({ length: rows }, (_, row) => [
          `SO-${1_000_000 + row}`,
          45_000 + ((row * 7919) % 1000),
          `C${100_000 + ((row * 104_729) % 50_000)}`,
          ((row * 31) % 90_000) / 100 + 1,
        ]);
        book.batch("add-in", () => {
          sheet.clear({ top: 0, left: 0, bottom: 3000, right: 10 });
          sheet.write({ top: 0, left: 0, bottom: 0, right: 3 }, [
            ["Order", "Order date", "Customer", "Amount"],
          ]);
          sheet.write({ top: 1, left: 0, bottom: rows, right: 3 }, values);
          sheet.setStyle({ top: 1, left: 1, bottom: rows, right: 1 }, { numberFormat: "yyyy-mm-dd" });
        });
      }, ROWS);
      await pane.frame.evaluate(() => {
        window.longTasks = [];
        new PerformanceObserver((list) => {
          for (const { name, duration, startTime } of list.getEntries())
            window.longTasks.push({ name, ms: Math.round(duration), at: Math.round(startTime) });
        }).observe({ type: "longtask" });
      });
      await pane.pressRibbon("Classify");
      await pane.untilRead();
      await pane.press("pane.action.classify");
      await pane.told("pane.filled");
      const { rows } = await pane.table("Customers", "Customer");
      expect(rows).toHaveLength(50_000);
      // The workbench answers on the same thread as the pane asks: only tasks of the pane's own frame count.
      const own = await pane.frame.evaluate(() => window.longTasks.filter(({ name }) => name === "self"));
      expect(own.filter(({ ms }) => ms > MOST)).toEqual([]);
      await shown.close();
    });
  },
);
