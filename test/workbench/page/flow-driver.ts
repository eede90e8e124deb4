import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { build } from "vite";
import { expect } from "vitest";
import { say, type Message } from "../../../src/core/language/message";
import type { MessageCode } from "../../../src/core/language/catalogue";
import type { Language } from "../../../src/core/language/language";
import { PATIENCE, type OpenedPage } from "./opened-page";

/** The buttons of the ribbon, by their ids in manifest.xml. */
export type RibbonButton = "Classify" | "Refresh" | "Summaries" | "Help";

/** A sheet as a person sees it, and what of the add-in stands behind it. */
export interface SheetContents {
  readonly name: string;
  readonly visibility: string;
  readonly tables: readonly string[];
  /** Of formulas and values, row by row, so that large sheets can be compared. */
  readonly cells: readonly string[];
}

/** The task pane on the workbench's page, driven by what a person reads on it. */
export interface PaneDriver {
  readonly frame: Frame;
  /** A text of the catalogue in the pane's language. */
  text(code: MessageCode, params?: Message["params"]): string;
  button(code: MessageCode): Locator;
  /** Presses a button once it can be pressed. */
  press(code: MessageCode): Promise<void>;
  pressRibbon(button: RibbonButton): Promise<void>;
  /** Waits until news is told to a screen reader, whatever fills its placeholders; answers what is told. */
  told(code: MessageCode): Promise<string>;
  /** Waits until what was read can be classified, or was. */
  untilRead(): Promise<void>;
  /** All sheets, hidden ones too, and the names and tables of the workbook. */
  contents(): Promise<{ readonly sheets: readonly SheetContents[]; readonly names: readonly string[] }>;
  /** What a sheet's columns hold, by the headers in its first row that has this header; below it to the end. */
  table(sheet: string, header: string): Promise<TableOnSheet>;
}

/** A table on a sheet: row of its headers (0 for row 1), the headers, and the rows below them that aren't blank. */
export interface TableOnSheet {
  readonly headerRow: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Waits for the pane of an opened page. */
export async function paneOf(
  shown: OpenedPage,
  language: Language,
  patience = PATIENCE,
): Promise<PaneDriver> {
  const { page } = shown;
  const frame = await shown.pane();
  const text: PaneDriver["text"] = (code, params) => say({ code, params }, language);
  const button = (code: MessageCode) => frame.getByRole("button", { name: text(code), exact: true }).first();
  const press = async (code: MessageCode) => {
    const pressed = button(code);
    await pressed.waitFor({ timeout: patience });
    await expect
      .poll(() => pressed.getAttribute("aria-disabled"), {
        timeout: patience,
        message: `${code} can be pressed`,
      })
      .not.toBe("true");
    await pressed.click();
  };
  return {
    frame,
    text,
    button,
    press,
    pressRibbon: async (name) => {
      const pressed = page.locator(`[data-control="Tiersheet.${name}"]`);
      await pressed.click();
      await expect
        .poll(() => pressed.getAttribute("aria-busy"), { timeout: patience, message: `${name} is done` })
        .toBe(null);
    },
    told: async (code) => {
      const pattern = patternOf(code, language);
      const said = () => frame.locator("[role=status], [role=alert]").allInnerTexts();
      const told = async () => {
        const texts = await said();
        // What is said instead stands in the failure.
        return texts.find((text) => pattern.test(text)) ?? texts;
      };
      await expect.poll(told, { timeout: patience, message: `${code} is told` }).toBeTypeOf("string");
      return String(await told());
    },
    untilRead: async () => {
      const go = frame.getByRole("button", { name: text("pane.action.classify"), exact: true });
      const again = frame.getByRole("button", { name: text("pane.again"), exact: true });
      await go.or(again).first().waitFor({ timeout: patience });
    },
    contents: () => page.evaluate(contentsOf),
    table: (sheet, header) => tableOn(page, sheet, header),
  };
}

/** Builds the add-in into a folder, as npm run build does. */
export async function buildAddIn(folder: string): Promise<void> {
  const { NODE_ENV } = process.env;
  // A test's own would bring React with all its warnings.
  Object.assign(process.env, { NODE_ENV: "production" });
  try {
    await build({
      configFile: "vite.config.ts",
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    Object.assign(process.env, { NODE_ENV });
  }
}

/** Has the page load the pane from a folder with a build, and office.js by the address that it has on Microsoft's CDN. */
export async function serveBuilt(page: Page, folder: string): Promise<void> {
  const officeJs = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
  const pathOf = (url: string) => decodeURIComponent(new URL(url).pathname).slice(1);
  await page.route(
    (url) =>
      /^\/(?:taskpane\.html|functions(?:-later)?\.js|assets\/[\w.-]+\.(?:js|css|json))$/.test(url.pathname),
    (route) => route.fulfill({ path: join(folder, pathOf(route.request().url())) }),
  );
  await page.route("https://appsforoffice.microsoft.com/lib/1/hosted/**", (route) =>
    route.fulfill({
      path: join(officeJs, "dist", pathOf(route.request().url()).slice("lib/1/hosted/".length)),
    }),
  );
}

/** A sentence with anything in its placeholders. */
function patternOf(code: MessageCode, language: Language): RegExp {
  const bare = say({ code }, language)
    .split(/\{\w+(?:\|[^}]*)?\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^\\s*${bare.join("[^]*")}\\s*$`);
}

/** In the page. */
function contentsOf() {
  const { book } = window.workbench;
  const hash = (text: string) => {
    let mixed = 2166136261;
    for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 16777619);
    return (mixed >>> 0).toString(36);
  };
  const sheets = book.sheets.map((sheet) => {
    const area = sheet.usedArea(true);
    const cells: string[] = [];
    for (let row = 0; area && row <= area.bottom; row++) {
      const line = [];
      for (let column = 0; column <= area.right; column++) {
        line.push(sheet.formula(row, column) ?? sheet.value(row, column));
      }
      cells.push(hash(JSON.stringify(line)));
    }
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      tables: sheet.tables.map(({ name }) => name),
      cells,
    };
  });
  return { sheets, names: book.names.map(({ name }) => name) };
}

function tableOn(page: Page, sheet: string, header: string): Promise<TableOnSheet> {
  return page.evaluate(
    ([name, wanted]) => {
      const found = window.workbench.book.sheet(name);
      const area = found?.usedArea(true);
      if (!found || !area) throw new Error(`There is no ${name}, or nothing is on it.`);
      const plain = (row: number, column: number) => {
        const value = found.value(row, column);
        return typeof value === "object" && value !== null ? value.error : value;
      };
      for (let row = 0; row <= area.bottom; row++) {
        for (let left = 0; left <= area.right; left++) {
          if (plain(row, left) !== wanted) continue;
          const headers: string[] = [];
          for (let at = left; at <= area.right && plain(row, at) !== null; at++)
            headers.push(String(plain(row, at)));
          const rows = [];
          for (let below = row + 1; below <= area.bottom && plain(below, left) !== null; below++)
            rows.push(headers.map((_, at) => plain(below, left + at)));
          return { headerRow: row, left, headers, rows };
        }
      }
      throw new Error(`No cell on ${name} says ${wanted}.`);
    },
    [sheet, header] as const,
  );
}
