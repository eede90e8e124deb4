import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../src/core/language/language";
import { buildAddIn, paneOf, serveBuilt, type PaneDriver } from "./flow-driver";
import type { Page } from "playwright-core";
import { executable, PATIENCE, servedWorkbench, unlessBrowser, type OpenedPage } from "./opened-page";

const EXTRACT = fileURLToPath(new URL("../../../../shared/data/online_retail_extract.csv", import.meta.url));
const unlessExtract = existsSync(EXTRACT)
  ? ""
  : " (skipped: ../shared/data/online_retail_extract.csv isn't here)";

/** A whole flow, on a busy machine. */
const MINUTES = 5 * 60_000;

describe.skipIf(executable === undefined)(
  `classifying on the page, as a person does${unlessBrowser}`,
  { timeout: MINUTES },
  () => {
    const built = mkdtempSync(join(tmpdir(), "tiersheet-built-"));
    let served: Awaited<ReturnType<typeof servedWorkbench>>;
    beforeAll(async () => {
      served = await servedWorkbench(3975);
    }, PATIENCE);
    afterAll(async () => {
      await served?.close();
      rmSync(built, { recursive: true, force: true });
    });

    /** Opens the page and does something with the pane on it; nothing may have been thrown by the end. */
    async function opened(
      language: Language,
      act: (shown: OpenedPage, pane: PaneDriver) => Promise<void>,
      before?: (page: Page) => Promise<void>,
    ): Promise<void> {
      const shown = await served.open(language, before);
      try {
        await act(shown, await paneOf(shown, language));
        expect(shown.errors).toEqual([]);
      } finally {
        await shown.close();
      }
    }

    it("classifies the sample, refreshes a customer in place after a changed amount, explains it, takes all of it back", () =>
      opened("en", async (shown, pane) => {
        const before = await pane.contents();
        await pane.press("pane.start.go");
        await pane.untilRead();
        expect(await pane.contents()).toEqual(before);
        await pane.press("pane.action.classify");
        expect(await pane.told("pane.filled")).toContain("Customers");
        const written = sheetNames(await pane.contents());
        expect(written).toEqual(expect.arrayContaining(["Orders", "Tiers", "Customers", "Check", "Policy"]));
        const first = await pane.table("Customers", "Customer");
        expect(first.rows.length).toBeGreaterThan(300);

        // The analyst mends an amount.
        const monetary = first.headers.indexOf("Monetary");
        const at = first.rows.findIndex(([customer]) => customer === "Oak Peak Outfitters");
        await shown.goTo("Orders");
        await shown.type("G2", "501980");
        await pane.press("pane.after.refresh");
        await expect
          .poll(async () => (await pane.table("Customers", "Customer")).rows[at]?.[monetary], {
            timeout: PATIENCE,
          })
          .toBe(Number(first.rows[at]?.[monetary]) + 500_000);
        await pane.told("pane.filled");
        const second = await pane.table("Customers", "Customer");
        expect(second.headers).toEqual(first.headers);
        expect(second.rows.map(([customer]) => customer)).toEqual(first.rows.map(([customer]) => customer));
        expect(second.rows[at]?.[second.headers.indexOf("M")]).toBe(5);
        expect(sheetNames(await pane.contents())).toEqual(written);

        await shown.goTo("Customers");
        await shown.select(`A${second.headerRow + 2 + at}`);
        const picked = pane.frame.getByRole("region", { name: pane.text("pane.picked") });
        await picked.getByText("Oak Peak Outfitters").first().waitFor({ timeout: PATIENCE });
        await expect.poll(() => picked.getByRole("listitem").count()).toBeGreaterThan(2);

        await pane.press("pane.excel.take-back");
        await pane.told("pane.taken-back");
        const after = await pane.contents();
        const [orders, ...more] = after.sheets;
        expect(more).toEqual([]);
        expect(orders?.cells.filter((line, row) => line !== before.sheets[0]?.cells[row])).toHaveLength(1);
        expect({ ...after, sheets: [{ ...orders, cells: before.sheets[0]?.cells }] }).toEqual(before);
      }));

    it("shows the first of the cells for which rows were set aside, leads from a note to its rule", () =>
      opened("en", async (shown, pane) => {
        await pane.press("pane.start.go");
        await pane.untilRead();
        await pane.press("pane.check.select");
        const seen = () =>
          shown.page.evaluate(() => {
            const { book, view } = window.workbench;
            const { areas } = book.selection;
            const { top, bottom } = view.model.getters.getActiveMainViewport();
            return { areas: areas.length, first: areas[0]!.top >= top && areas[0]!.top <= bottom };
          });
        await expect.poll(seen).toEqual({ areas: 3, first: true });
        await pane.frame.getByText(pane.text("pane.notes"), { exact: true }).click();
        await pane.press("pane.notes.rule");
        const focused = () => pane.frame.evaluate(() => document.activeElement?.textContent);
        await expect.poll(focused).toBe(pane.text("policy-editor.rows"));
        await pane.frame.getByLabel(pane.text("policy-editor.duplicates")).waitFor();
      }));

    it("draws the sheets of summaries that were taken back and made again", () =>
      opened("en", async (shown, pane) => {
        await pane.pressRibbon("Classify");
        await pane.untilRead();
        await pane.pressRibbon("Summaries");
        const first = await pane.contents();
        expect(sheetNames(first)).toEqual(expect.arrayContaining(["Summary", "Pivots", "Snapshot"]));
        await pane.press("pane.excel.take-back");
        await pane.told("pane.taken-back");
        await pane.pressRibbon("Summaries");
        expect(sheetNames(await pane.contents())).toEqual(sheetNames(first));
        await expect.poll(() => shown.drawn("A1"), { timeout: PATIENCE }).toMatch(/^Customers as of/);
        const tabs = shown.page.locator(".o-sheet:not(.o-sheet-hidden) .o-sheet-name");
        const seen = first.sheets.filter(({ visibility }) => visibility === "Visible");
        await expect.poll(() => tabs.allInnerTexts()).toEqual(seen.map(({ name }) => name));
        await shown.page.locator(".o-grid canvas").first().waitFor();
      }));

    it.skipIf(unlessExtract !== "")(
      `classifies online_retail_extract.csv from the ribbon, again after a changed price, explains, takes back${unlessExtract}`,
      () =>
        opened("en", async (shown) => {
          await shown.page.locator("input[type=file]").first().setInputFiles(EXTRACT);
          await expect
            .poll(() => shown.page.evaluate(() => window.workbench.book.activeSheet.usedArea(true)?.bottom), {
              timeout: PATIENCE,
            })
            .toBe(31_239);
          // Another workbook, another pane.
          const opened = await paneOf(shown, "en");
          const [data] = (await opened.contents()).sheets;
          await opened.pressRibbon("Classify");
          await opened.untilRead();
          await opened.press("pane.action.classify");
          await opened.told("pane.filled");
          const first = await opened.table("Customers", "Customer");
          const monetary = first.headers.indexOf("Monetary");
          const at = first.rows.findIndex(([customer]) => String(customer) === "17850");
          expect(first.rows).toHaveLength(286);

          await shown.goTo(data!.name);
          // Six pieces at 2.55: 1,000 each now.
          await shown.type("F2", "1000");
          await opened.pressRibbon("Refresh");
          const second = await opened.table("Customers", "Customer");
          expect(second.rows.map(([customer]) => customer)).toEqual(first.rows.map(([customer]) => customer));
          expect(Number(second.rows[at]?.[monetary]) - Number(first.rows[at]?.[monetary])).toBeCloseTo(
            6 * 1000 - 6 * 2.55,
            6,
          );
          await shown.goTo("Customers");
          await shown.select(`A${second.headerRow + 2 + at}`);
          const picked = opened.frame.getByRole("region", { name: opened.text("pane.picked") });
          await expect
            .poll(() => picked.getByRole("listitem").count(), { timeout: PATIENCE })
            .toBeGreaterThan(2);

          await opened.press("pane.excel.take-back");
          await opened.told("pane.taken-back");
          const { sheets, names } = await opened.contents();
          expect(names).toEqual([]);
          expect(sheetNames({ sheets })).toEqual([data!.name]);
          expect(sheets[0]?.cells.filter((line, row) => line !== data?.cells[row])).toHaveLength(1);
        }),
    );

    it("speaks Chinese where Excel does, as it was built and under its own policy: tier and stage beside each order", async () => {
      await buildAddIn(built);
      const refusals: string[] = [];
      await opened(
        "zh",
        async (_, pane) => {
          const before = await pane.contents();
          await pane.pressRibbon("Classify");
          await pane.untilRead();
          await pane.frame.getByRole("checkbox", { name: pane.text("pane.write.beside") }).check();
          await pane.press("pane.action.classify");
          await pane.told("pane.filled-beside");
          const { headers, rows } = await pane.table("订单", "订单号");
          expect(headers.slice(-2)).toEqual(["层级", "阶段"]);
          expect(rows.length).toBe(3000);
          expect(rows.filter((row) => row[headers.length - 2] === "A").length).toBeGreaterThan(100);
          expect(sheetNames(await pane.contents())).toContain("客户");
          await pane.press("pane.excel.take-back");
          await pane.told("pane.taken-back-columns");
          expect(await pane.contents()).toEqual(before);
        },
        async (page) => {
          page.on("console", (line) => {
            // Microsoft's client would open a frame of its telemetry, and may not.
            if (/Content Security Policy/.test(line.text()) && !/frame/.test(line.text()))
              refusals.push(line.text());
          });
          await serveBuilt(page, built);
        },
      );
      expect(refusals).toEqual([]);
    });
  },
);

function sheetNames({
  sheets,
}: Pick<Awaited<ReturnType<PaneDriver["contents"]>>, "sheets">): readonly string[] {
  return sheets.map(({ name }) => name);
}
