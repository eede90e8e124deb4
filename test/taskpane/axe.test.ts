import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MessageCode } from "../../src/core/language/catalogue";
import { say } from "../../src/core/language/message";
import { paneOf } from "../workbench/page/flow-driver";
import {
  executable,
  PATIENCE,
  servedWorkbench,
  unlessBrowser,
  type OpenedPage,
} from "../workbench/page/opened-page";

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** As the person set the system; Excel on the web says nothing of its own theme. */
const THEMES = [
  { theme: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { theme: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { theme: "contrast", media: { colorScheme: "dark", forcedColors: "active" } },
] as const;

describe.skipIf(executable === undefined)(
  `the pane for everybody${unlessBrowser}`,
  { timeout: 5 * 60_000 },
  () => {
    let served: Awaited<ReturnType<typeof servedWorkbench>>;
    beforeAll(async () => {
      served = await servedWorkbench(3985);
    }, PATIENCE);
    afterAll(() => served?.close());

    /** What axe finds on a screen, in each theme; and that nothing is wider than a pane of 320 px. */
    async function look(shown: OpenedPage, frame: Frame, screen: string): Promise<void> {
      // All that is folded away counts too.
      await frame.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      for (const { theme, media } of THEMES) {
        await shown.page.emulateMedia(media);
        await expect
          .poll(() => frame.evaluate(() => document.documentElement.dataset["theme"]))
          .toBe(media.colorScheme);
        // Colours that are on their way would be measured in the middle of it; a bar that runs for ever never gets there.
        // Looked at again and again: what waits for an animation that was begun anew may wait for ever.
        const underWay = () =>
          frame.evaluate(
            () =>
              document
                .getAnimations()
                .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).length,
          );
        await expect.poll(underWay, { timeout: 10_000 }).toBe(0);
        // Only colours change with the theme.
        const rules = theme === "light" ? {} : { runOnly: ["color-contrast"] };
        const found = await frame.evaluate(async (asked) => {
          const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...asked });
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
          );
        }, rules);
        expect(found, `${screen}, ${theme}`).toEqual([]);
      }
      const wide = await frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(wide, screen).toEqual({ scrollWidth: 320, clientWidth: 320 });
    }

    it.each(["en", "zh"] as const)(
      "in %s: axe finds nothing on any screen in any theme, and none is wider than 320 px",
      async (language) => {
        const shown = await served.open(language);
        try {
          const { frame } = await paneOf(shown, language);
          const element = await frame.frameElement();
          await element.evaluate((pane) => {
            const { style } = pane as HTMLElement;
            Object.assign(style, { width: "320px", minWidth: "320px", maxWidth: "320px" });
          });
          await frame.evaluate(AXE);
          const press = (code: MessageCode) =>
            frame
              .getByRole("button", { name: say({ code }, language), exact: true })
              .first()
              .click();
          const focused = () => frame.evaluate(() => document.activeElement?.tagName);
          const go = frame.getByRole("button", { name: say({ code: "pane.start.go" }, language) });
          await go.waitFor({ timeout: PATIENCE });
          await look(shown, frame, "start");
          await go.click();
          await frame.locator("[data-step=after]").waitFor({ timeout: PATIENCE });
          expect(await focused()).toBe("H1");
          await frame.locator("[data-step=after] li button").first().click();
          await look(shown, frame, "work");
          await press("pane.policy.edit");
          await expect.poll(focused).toBe("H1");
          await look(shown, frame, "policy");
          await press("pane.back");
          await press("pane.help");
          await expect.poll(focused).toBe("H1");
          await look(shown, frame, "help");
          await press("pane.back");
          await press("pane.settings");
          await look(shown, frame, "settings");
          expect(shown.errors).toEqual([]);
        } finally {
          await shown.close();
        }
      },
    );

    it("by keyboard alone: reads, goes to a step, opens a part, chooses, comes back", async () => {
      const shown = await served.open("en");
      try {
        const { frame } = await paneOf(shown, "en");
        const go = frame.getByRole("button", { name: "Read and check" });
        await go.waitFor({ timeout: PATIENCE });
        await go.focus();
        await shown.page.keyboard.press("Enter");
        await frame.locator("[data-step=after]").waitFor({ timeout: PATIENCE });
        const { keyboard } = shown.page;
        const focused = () =>
          frame.evaluate(
            () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
          );
        // Heading, settings, help, then the five steps.
        await frame.locator("h1").press("Tab");
        for (let tabs = 0; tabs < 4; tabs++) await keyboard.press("Tab");
        expect(await focused()).toMatch(/^Step 3: How/);
        // office.js would jump over what is folded away.
        await frame.locator("#step-what").press("Tab");
        await keyboard.press("Tab");
        expect(await focused()).toMatch(/^Columns/);
        await keyboard.press("Enter");
        await expect
          .poll(() => frame.locator("[data-step=what] details").first().getAttribute("open"))
          .toBe("");
        await frame.getByRole("button", { name: /^Step 3/ }).press("Enter");
        await expect.poll(focused).toBe("How to classify");
        await keyboard.press("Tab");
        await keyboard.type("ABC");
        await expect.poll(() => frame.locator("[data-step=how] select").first().inputValue()).toBe("abc");
        await expect.poll(() => frame.locator("[data-step=how] ul[aria-label=Tiers] > li").count()).toBe(3);
      } finally {
        await shown.close();
      }
    });

    it("a customer picked in the sheet comes into view, where no news lies over it; who is in a field stays there", async () => {
      const shown = await served.open("en");
      try {
        const pane = await paneOf(shown, "en");
        const { frame } = pane;
        const element = await frame.frameElement();
        await element.evaluate((node) => {
          const { style } = node as HTMLElement;
          Object.assign(style, { width: "320px", minWidth: "320px", maxWidth: "320px" });
        });
        await shown.page.emulateMedia({ reducedMotion: "reduce" });
        await pane.press("pane.start.go");
        await pane.untilRead();
        await pane.press("pane.action.classify");
        const news = frame.getByText(await pane.told("pane.filled"));
        await expect.poll(() => news.count()).toBe(2);
        const card = frame.getByRole("region", { name: pane.text("pane.picked") });
        /** What lies over the card's name, and whether the name is seen at all. */
        const nameIsSeen = () =>
          card.evaluate((node) => {
            const { left, top, width } = node.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + 20);
            return there !== null && node.contains(there);
          });
        const pick = async (address: string, customer: string) => {
          await shown.select(address);
          await card.getByText(customer, { exact: true }).waitFor({ timeout: PATIENCE });
        };
        await frame.evaluate(() => scrollTo(0, 0));
        await shown.goTo("Orders");
        await pick("A2", "Oak Peak Outfitters");
        await expect.poll(nameIsSeen).toBe(true);
        expect(await news.count()).toBe(0);
        expect(await frame.evaluate(() => document.hasFocus())).toBe(false);

        await frame.locator("[data-step=how] select").first().focus();
        await frame.evaluate(() => scrollTo(0, 0));
        // Without a hand in the sheet, as where somebody else's macro selects.
        await shown.page.evaluate(() => window.workbench.view.model.selection.selectCell(0, 4));
        await card.getByText("Meadow River Clinic", { exact: true }).waitFor({ timeout: PATIENCE });
        await card.getByRole("listitem").first().waitFor();
        expect(await frame.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, "SELECT"]);
        expect(shown.errors).toEqual([]);
      } finally {
        await shown.close();
      }
    });

    it("outside Excel says where it lives, and axe finds nothing", async () => {
      const shown = await served.open("en");
      try {
        const { page } = shown;
        await page.goto(new URL("/taskpane.html", page.url()).href);
        const frame = page.mainFrame();
        await page.setViewportSize({ width: 320, height: 700 });
        await page.getByText("Tiersheet lives in Excel").waitFor({ timeout: PATIENCE });
        await frame.evaluate(AXE);
        await look(shown, frame, "outside");
      } finally {
        await shown.close();
      }
    });
  },
);
