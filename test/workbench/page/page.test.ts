import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveXlsx } from "../../../src/workbench/file/save-xlsx";
import { Workbook } from "../../../src/workbench/workbook/workbook";
import { executable, PATIENCE, servedWorkbench, unlessBrowser, type OpenedPage } from "./opened-page";

describe.skipIf(executable === undefined)(
  `the page of the workbench${unlessBrowser}`,
  { timeout: PATIENCE },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "workbench-"));
    let served: Awaited<ReturnType<typeof servedWorkbench>>;
    let opened: OpenedPage;
    let page: Page;

    beforeAll(async () => {
      served = await servedWorkbench(3900);
      opened = await served.open("en");
      ({ page } = opened);
    }, PATIENCE);

    afterAll(async () => {
      await served?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it("shows the sample orders, dates as dates", async () => {
      expect(await opened.drawn("C1")).toBe("Customer");
      expect(await opened.drawn("B2")).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(await page.evaluate(() => window.workbench.book.activeSheet.usedArea(true)!.bottom)).toBe(3000);
    });

    it("begins at the first column", async () => {
      const start = () =>
        page.evaluate(() => {
          const { getters } = window.workbench.view.model;
          const wide = getters.getSheetViewDimension().width > 0;
          return { wide, scrolled: getters.getActiveSheetScrollInfo().scrollX };
        });
      await expect.poll(start).toEqual({ wide: true, scrolled: 0 });
    });

    it("keeps menus, formula bar and scrollbar in view where the pane leaves it little room", async () => {
      await page.setViewportSize({ width: 900, height: 768 });
      const width = () =>
        page.evaluate(() => window.workbench.view.model.getters.getSheetViewDimensionWithHeaders().width);
      await expect.poll(width).toBeLessThan(900 - 320);
      expect(await page.locator(".o-topbar-menu").count()).toBeGreaterThan(0);
      const more = await page.locator(".more-tools").boundingBox();
      expect(more!.x).toBeLessThan(900 - 350);
      await page.setViewportSize({ width: 1366, height: 768 });
      await expect.poll(width).toBeGreaterThan(900);
    });

    it("gives wrapped text the lines it takes in the width its column has by now", async () => {
      await opened.freshSheet();
      const height = (points: number) =>
        page.evaluate(async (wide) => {
          const { book, view } = window.workbench;
          const sheet = book.activeSheet;
          book.batch("add-in", () => {
            sheet.write({ top: 0, left: 0, bottom: 0, right: 0 }, [["one two three four five six seven"]]);
            sheet.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { wrapText: true });
          });
          await Promise.resolve();
          view.book.heightOf(view.book.id(sheet), 0);
          book.batch("add-in", () => sheet.setColumnWidth(0, 0, wide));
          await new Promise((done) => setTimeout(done));
          return view.model.getters.getRowSize(view.book.id(sheet), 0);
        }, points);
      expect(await height(40)).toBeGreaterThan(60);
      expect(await height(400)).toBeLessThan(30);
    });

    it("computes a typed formula, and again when a cell of it changes", async () => {
      await opened.freshSheet();
      await opened.type("A1", "1");
      await opened.type("A2", "2");
      await opened.type("A3", "3.5");
      await opened.type("B1", "=SUM(A1:A3)");
      await expect.poll(() => opened.drawn("B1")).toBe("6.5");
      await opened.type("A2", "10");
      await expect.poll(() => opened.drawn("B1")).toBe("14.5");
    });

    it("undoes and redoes what was typed, by keys", async () => {
      await opened.select("D1");
      await page.keyboard.press("Control+z");
      await expect.poll(() => opened.drawn("B1")).toBe("6.5");
      await page.keyboard.press("Control+y");
      await expect.poll(() => opened.drawn("B1")).toBe("14.5");
    });

    it("runs the add-in inside as Excel on the web does", async () => {
      const frame = await opened.pane();
      await expect
        .poll(
          () => frame.evaluate(() => (globalThis as { Office?: typeof Office }).Office?.context?.platform),
          {
            timeout: 60_000,
          },
        )
        .toBe("OfficeOnline");
      expect(await frame.evaluate(() => Office.context.host)).toBe("Excel");
    });

    it("filters PivotTables and tables by the buttons of their slicers, and takes it back", async () => {
      const frame = await opened.pane();
      await frame.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add("Slicers");
          sheet.getRange("A1:C5").values = [
            ["Tier", "Region", "Money"],
            ["A", "East", 1],
            ["B", "West", 20],
            ["A", "West", 300],
            ["B", "East", 4000],
          ];
          const table = sheet.tables.add("A1:C5", true);
          const pivot = sheet.pivotTables.add("By tier", table, sheet.getRange("E1"));
          pivot.rowHierarchies.add(pivot.hierarchies.getItem("Tier"));
          pivot.dataHierarchies.add(pivot.hierarchies.getItem("Money"));
          await context.sync();
          const region = sheet.slicers.add(
            pivot,
            pivot.hierarchies.getItem("Region").fields.getItem("Region"),
            sheet,
          );
          region.set({ left: 20, top: 120, width: 120, height: 120, caption: "Region of tiers" });
          const tier = sheet.slicers.add(table, "Tier", sheet);
          tier.set({ left: 200, top: 120, width: 120, height: 120 });
          sheet.activate();
          await context.sync();
        }),
      );
      const slicer = (caption: string) => page.getByRole("region", { name: caption, exact: true });
      await slicer("Region of tiers").getByRole("button", { name: "East" }).click();
      await expect.poll(() => opened.drawn("F2")).toBe("1");
      await slicer("Region of tiers")
        .getByRole("button", { name: "West" })
        .click({ modifiers: ["Control"] });
      await expect.poll(() => opened.drawn("F2")).toBe("301");
      await page.evaluate(() => window.workbench.history.undo());
      await expect.poll(() => opened.drawn("F2")).toBe("1");
      expect(await slicer("Region of tiers").getByRole("button", { pressed: true }).allInnerTexts()).toEqual([
        "East",
      ]);

      await slicer("Tier").getByRole("button", { name: "B", exact: true }).click();
      const hidden = () => page.evaluate(() => [...window.workbench.book.activeSheet.rows.filtered]);
      await expect.poll(hidden).toEqual([1, 3]);
      await slicer("Tier").getByRole("button", { name: "Clear filter" }).click();
      await expect.poll(hidden).toEqual([]);
    });

    it("selects every area that the add-in selects", async () => {
      const frame = await opened.pane();
      await frame.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Orders");
          sheet.getRanges("B5:C6,E9,A12:B14").select();
          await context.sync();
        }),
      );
      const zones = () =>
        page.evaluate(() =>
          window.workbench.view.model.getters
            .getSelectedZones()
            .map(({ top, left, bottom, right }) => [top, left, bottom, right]),
        );
      await expect.poll(zones).toEqual([
        [4, 1, 5, 2],
        [8, 4, 8, 4],
        [11, 0, 13, 1],
      ]);
    });

    it("offers a workbook that the add-in makes, and opens it in a tab of its own", async () => {
      const frame = await opened.pane();
      const book = new Workbook("Made");
      const { bytes } = await saveXlsx(book);
      const base64 = Buffer.from(bytes).toString("base64");
      await frame.evaluate((file) => Excel.createWorkbook(file), base64);
      const [made] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("link", { name: "Open in a new tab" }).click(),
      ]);
      await made.waitForFunction(() => window.workbench?.book.sheet("Made") !== undefined, undefined, {
        timeout: PATIENCE,
      });
      await made.close();
      await page.getByRole("button", { name: "Close" }).click();
    });

    it("offers a function of the add-in by name, with its help", async () => {
      await opened.freshSheet();
      await opened.select("A1");
      await page.keyboard.type("=RF");
      const offered = page.locator(".o-autocomplete-value", { hasText: "RFM" });
      await expect.poll(() => offered.count()).toBeGreaterThan(0);
      await page.keyboard.type("M(");
      await expect.poll(() => page.locator(".o-formula-assistant").innerText()).toContain("customers");
      await page.keyboard.press("Escape");
    });

    it("spills a function of the add-in over the sample, and follows a change", async () => {
      await opened.freshSheet();
      await opened.type("A1", "=RFM(Orders!C2:C3001,Orders!B2:B3001,Orders!G2:G3001)");
      await expect.poll(() => opened.drawn("A1"), { timeout: 60_000 }).toBe("Customer");
      const figures = () =>
        page.evaluate(() => {
          const { book } = window.workbench;
          const sheet = book.activeSheet;
          const { area } = sheet.spillOf(0, 0)!;
          const top = sheet.value(1, 0);
          return { rows: area.bottom - area.top, top: typeof top === "string" ? top : "" };
        });
      const before = await figures();
      expect(before.rows).toBeGreaterThan(300);
      expect(before.top).not.toBe("Giant Steps Ltd");
      // One customer more, who pays more than all others.
      await page.evaluate(() => {
        const { book } = window.workbench;
        book.batch("user", () => {
          const orders = book.sheet("Orders")!;
          orders.enter(1, 2, "Giant Steps Ltd");
          orders.enter(1, 6, 99_999_999);
        });
      });
      await expect.poll(figures, { timeout: 60_000 }).toMatchObject({ top: "Giant Steps Ltd" });
    });

    it("shows #SPILL! where something is in the way, and spills once it is gone", async () => {
      await opened.freshSheet();
      await opened.type("B1", "=SEQUENCE(4)");
      await expect.poll(() => opened.drawn("B4")).toBe("4");
      await opened.type("B3", "x");
      await expect.poll(() => opened.drawn("B1")).toBe("#SPILL!");
      await opened.select("B3");
      await page.keyboard.press("Delete");
      await expect.poll(() => opened.drawn("B4")).toBe("4");
      await opened.type("C1", "=NOBODYKNOWS(1)");
      await expect.poll(() => opened.drawn("C1")).toBe("#NAME?");
    });

    it("changes cells when a button of the pane is pressed", async () => {
      const frame = await opened.pane();
      const names = () => page.evaluate(() => window.workbench.book.sheets.map(({ name }) => name));
      const before = await names();
      await frame.getByRole("button", { name: /sheet of sample orders/ }).click();
      await expect
        .poll(async () => (await names()).length, { timeout: 60_000 })
        .toBeGreaterThan(before.length);
      await expect
        .poll(() =>
          page.evaluate((known) => {
            const made = window.workbench.book.sheets.find(({ name }) => !known.includes(name));
            return made?.usedArea(true)?.bottom ?? 0;
          }, before),
        )
        .toBeGreaterThan(1000);
      // It goes to the sheet at the end.
      await expect
        .poll(() => page.evaluate(() => window.workbench.book.activeSheet.name))
        .not.toSatisfy((name: string) => before.includes(name));
    });

    it("saves a workbook that it opens again", async () => {
      await opened.freshSheet();
      await opened.type("A1", "007");
      await opened.type("A2", "=1+1");
      const name = await page.evaluate(() => window.workbench.book.activeSheet.name);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as .xlsx" }).click(),
      ]);
      const path = join(folder, "saved.xlsx");
      await download.saveAs(path);
      await page.locator("input[type=file]").setInputFiles(path);
      await expect
        .poll(() => page.evaluate(() => [window.workbench.unsaved, window.workbench.history.canUndo]), {
          timeout: 60_000,
        })
        .toEqual([false, false]);
      await expect
        .poll(() =>
          page.evaluate((sheet) => {
            const opened = window.workbench.book.sheet(sheet);
            return opened && [opened.value(0, 0), opened.formula(1, 0), opened.value(1, 0)];
          }, name),
        )
        .toEqual([7, "=1+1", 2]);
    });

    it("stays of use with 100,000 rows", async () => {
      await opened.freshSheet();
      await page.evaluate(() => {
        const { book } = window.workbench;
        const sheet = book.activeSheet;
        const rows = Array.from({ length: 100_000 }, (_, row) => [row, row % 7, `Customer ${row % 9000}`]);
        book.batch("add-in", () => sheet.write({ top: 0, left: 0, bottom: 99_999, right: 2 }, rows));
      });
      await opened.type("E1", "=SUM(A1:A100000)");
      await expect.poll(() => opened.drawn("E1")).toBe("4999950000");
      await opened.type("F1", "=SEQUENCE(20000)*A1");
      await opened.type("A1", "2");
      await expect.poll(() => opened.drawn("F1")).toBe("2");
      await page.evaluate(() => {
        const { selection } = window.workbench.view.model;
        selection.selectCell(0, 99_999);
      });
      expect(await opened.drawn("C100000")).toBe("Customer 999");
      expect(
        await page.evaluate(() => window.workbench.view.model.getters.getActiveMainViewport().bottom),
      ).toBeGreaterThan(99_000);
    });

    it("has thrown nothing on the way", () => {
      expect(opened.errors).toEqual([]);
    });
  },
);
