import { fileURLToPath } from "node:url";
import type { Browser, Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { startWorkbench } from "../../../scripts/start.js";
import type { Shown } from "../../../src/workbench/page/page";
import { areaOf } from "../../../src/workbench/workbook/area";
import { browserPath, openBrowser } from "./browser";

declare global {
  interface Window {
    workbench: Shown;
  }
}

export const executable = await browserPath();
/** For the name of a suite: says that it is skipped, and why. */
export const unlessBrowser =
  executable === undefined ? " (skipped: no Chrome, Edge or Chromium here; CHROME_PATH names one)" : "";

/** Kept between runs: packages are made ready once. */
const CACHE = fileURLToPath(new URL("../../../node_modules/.vite-workbench-test", import.meta.url));

/** First loads make packages ready, on a busy machine. */
export const PATIENCE = 120_000;

/** The workbench in a browser, and what a person does there. */
export interface OpenedPage {
  readonly page: Page;
  /** What the page threw. */
  readonly errors: readonly string[];
  /** Selects a cell of the sheet shown, ready to type. */
  select(address: string): Promise<void>;
  /** Types into a cell as a person does. */
  type(address: string, text: string): Promise<void>;
  /** Goes to a new sheet, as if the add-in had made and activated it. */
  freshSheet(): Promise<void>;
  /** Goes to a sheet by its name, as if the add-in had activated it. */
  goTo(sheet: string): Promise<void>;
  /** The pane's frame, once office.js is there. */
  pane(): Promise<Frame>;
  /** What the grid draws in a cell. */
  drawn(address: string): Promise<string>;
  /** What the workbook behind the page holds in a range of the sheet shown; an error is its code. */
  values(address: string): Promise<unknown[][]>;
  close(): Promise<void>;
}

/** Starts the server of `npm start` and a browser; the page is opened in a language. */
export async function servedWorkbench(port: number): Promise<{
  /** `before`: what is to be done with the page before it loads anything. */
  open(language: "en" | "zh", before?: (page: Page) => Promise<void>): Promise<OpenedPage>;
  close(): Promise<void>;
}> {
  const [workbench, browser] = await Promise.all([
    startWorkbench({ port, language: "en", cacheDir: CACHE, watch: false }),
    openBrowser(executable!),
  ]);
  return {
    open: (language, before) =>
      openedIn(browser, workbench.address.replace("lang=en", `lang=${language}`), before),
    close: async () => {
      await browser.close();
      await workbench.close();
    },
  };
}

async function openedIn(
  browser: Browser,
  address: string,
  before?: (page: Page) => Promise<void>,
): Promise<OpenedPage> {
  const errors: string[] = [];
  const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("dialog", (dialog) => void dialog.accept());
  await before?.(page);
  await page.goto(address);
  await page.waitForFunction(() => window.workbench !== undefined, undefined, { timeout: PATIENCE });
  const select = async (cell: string) => {
    const { top, left } = areaOf(cell)!;
    await page.evaluate(([column, row]) => window.workbench.view.model.selection.selectCell(column, row), [
      left,
      top,
    ] as const);
    // What is on the screen has followed.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    // The composer takes what is typed.
    await page.locator(".o-grid .o-composer").first().focus();
  };
  const activate = async (sheet: string | undefined) => {
    await page.evaluate((name) => {
      const { book } = window.workbench;
      book.batch(
        "add-in",
        () => (book.activeSheet = name === undefined ? book.addSheet() : book.sheet(name)!),
      );
    }, sheet);
    await page.waitForFunction(() => {
      const { view, book } = window.workbench;
      return view.model.getters.getActiveSheetId() === view.book.id(book.activeSheet);
    });
  };
  return {
    page,
    errors,
    select,
    type: async (cell, text) => {
      await select(cell);
      // The first letter opens the editor, which takes a moment.
      await page.keyboard.type(text.slice(0, 1));
      await page.waitForFunction(
        (begun) => {
          const editor = document.activeElement;
          return editor instanceof HTMLElement && editor.innerText.trim() === begun;
        },
        text.slice(0, 1),
      );
      await page.keyboard.type(text.slice(1));
      await page.keyboard.press("Enter");
    },
    freshSheet: () => activate(undefined),
    goTo: activate,
    pane: async () => {
      const isPane = (frame: Frame) => frame.url().includes("taskpane.html");
      await expect.poll(() => page.frames().some(isPane), { timeout: PATIENCE }).toBe(true);
      const frame = page.frames().find(isPane)!;
      await frame.waitForFunction(() => typeof Office === "object" && "context" in Office, undefined, {
        timeout: PATIENCE,
      });
      return frame;
    },
    drawn: (cell) => {
      const { top: row, left: col } = areaOf(cell)!;
      return page.evaluate(
        ([col, row]) => {
          const { getters } = window.workbench.view.model;
          return getters.getCellText({ sheetId: getters.getActiveSheetId(), col, row });
        },
        [col, row] as const,
      );
    },
    values: (address) =>
      page.evaluate((area) => {
        const sheet = window.workbench.book.activeSheet;
        const rows: unknown[][] = [];
        for (let row = area.top; row <= area.bottom; row++) {
          const line: unknown[] = [];
          for (let column = area.left; column <= area.right; column++) {
            const value = sheet.value(row, column);
            line.push(typeof value === "object" && value !== null ? value.error : (value ?? ""));
          }
          rows.push(line);
        }
        return rows;
      }, areaOf(address)!),
    close: () => page.close(),
  };
}
