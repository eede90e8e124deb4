import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionCommands } from "../../../scripts/manifest-structure.js";
import { executable, PATIENCE, servedWorkbench, unlessBrowser, type OpenedPage } from "./opened-page";

const commands = functionCommands(readFileSync("manifest.xml", "utf8"));

describe.skipIf(executable === undefined)(
  `the ribbon of the page${unlessBrowser}`,
  { timeout: PATIENCE },
  () => {
    let served: Awaited<ReturnType<typeof servedWorkbench>>;
    let opened: OpenedPage;

    beforeAll(async () => {
      served = await servedWorkbench(3930);
      opened = await served.open("en");
    }, PATIENCE);
    afterAll(() => served?.close());

    it("has the manifest's buttons with their pictures, in the page's language", async () => {
      const bar = opened.page.getByRole("toolbar", { name: "Tiersheet" });
      expect(await bar.getByRole("button").allInnerTexts()).toEqual([
        "Classify",
        "Summaries",
        "Refresh",
        "Help",
      ]);
      const drawn = await bar
        .locator("img")
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      expect(drawn).toEqual([32, 32, 32, 32]);
      const chinese = await served.open("zh");
      const names = await chinese.page
        .getByRole("toolbar", { name: "客户分层" })
        .getByRole("button")
        .allInnerTexts();
      expect(names).toEqual(["分级分层", "概览", "刷新", "帮助"]);
      await chinese.close();
    });

    it("runs a function while the pane is hidden: the runtime lives on, and can show itself", async () => {
      const { page } = opened;
      const frame = await opened.pane();
      await frame.evaluate(() => {
        const runtime = window as unknown as { kept: number; seen: string[] };
        runtime.kept = 1;
        runtime.seen = [];
        Office.actions.associate("help", async (event: Office.AddinCommands.Event) => {
          runtime.seen.push(event.source.id, String(runtime.kept));
          await Office.addin.showAsTaskpane();
          event.completed();
        });
        return Office.addin
          .onVisibilityModeChanged(({ visibilityMode }) => {
            runtime.seen.push(visibilityMode);
          })
          .then(() => undefined);
      });
      await page.getByRole("button", { name: "Hide pane" }).click();
      await page.locator("#pane").waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "Help", exact: true }).click();
      await page.locator("#pane").waitFor({ state: "visible" });
      const seen = () => frame.evaluate(() => (window as unknown as { seen: string[] }).seen);
      await expect.poll(seen).toEqual(["Hidden", "Tiersheet.Help", "1", "Taskpane"]);
      // The bar's own button follows.
      await page.getByRole("button", { name: "Hide pane" }).waitFor();
    });

    it("says when the add-in has no function for a button, and when one isn't done in time", async () => {
      const { page } = opened;
      const frame = await opened.pane();
      await frame.evaluate(() => {
        const { mappings } = (Office.actions as unknown as { _association: { mappings: object } })
          ._association;
        delete (mappings as Record<string, unknown>)["REFRESH"];
      });
      await page.getByRole("button", { name: "Refresh", exact: true }).click();
      await page.getByText("Refresh: the add-in has no function for this button").waitFor();
      await frame.evaluate(() => Office.actions.associate("forgets", () => undefined));
      expect(await page.evaluate(() => window.workbench.pane.press("forgets", "x", 100))).toBe("timed-out");
    });

    it("runs functions again after the pane was loaded anew, and lets go of what was lost with it", async () => {
      const { page } = opened;
      const frame = await opened.pane();
      const lost = page.evaluate(() => window.workbench.pane.press("forgets", "x"));
      await frame.evaluate(() => location.reload());
      expect(await lost).toBe("failed");
      await opened.pane();
      expect(await page.evaluate(() => window.workbench.pane.press("help", "x", 30_000))).toBe("completed");
    });

    it("has no element in the pane that office.js would take for a command's function", async () => {
      // The client looks for a global of the name first, and an element's id is one.
      const frame = await opened.pane();
      const globals = await frame.evaluate(
        (names) => names.filter((name) => (window as unknown as Record<string, unknown>)[name] !== undefined),
        commands,
      );
      expect(globals).toEqual([]);
    });
  },
);
