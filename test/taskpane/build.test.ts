import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textsNamedIn } from "../../scripts/named-texts";
import { catalogue } from "../../src/core/language/catalogue";
import { commandMessages } from "../../src/core/language/messages-command";
import { functionMessages } from "../../src/core/language/messages-functions";
import { builtPane, gzippedBytes, type BuiltPane } from "../../scripts/built-scripts";
import { openBrowser } from "../workbench/page/browser";
import { executable, unlessBrowser } from "../workbench/page/opened-page";

/** Bytes, gzipped: all that the pane can ever load, and what it loads until its start is drawn. */
const MOST_IN_ALL = 250 * 1024;
const MOST_AT_FIRST = 130 * 1024;

describe("npm run build", () => {
  let folder = "";
  let files: string[] = [];
  let pane: BuiltPane;
  const text = (file: string) => readFileSync(join(folder, file), "utf8");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tiersheet-dist-"));
    const { NODE_ENV } = process.env;
    // A test's own would bring React with all its warnings.
    Object.assign(process.env, {
      NODE_ENV: "production",
      TIERSHEET_BASE_URL: "https://tools.example.com/tiersheet/",
    });
    try {
      await build({
        configFile: "vite.config.ts",
        logLevel: "error",
        build: { outDir: folder, emptyOutDir: true },
      });
    } finally {
      delete process.env["TIERSHEET_BASE_URL"];
      Object.assign(process.env, { NODE_ENV });
    }
    files = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
    pane = builtPane(folder);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("holds the task pane, the worker, the manifest and what it names, and a page that says what this is", () => {
    expect(files).toEqual(expect.arrayContaining(["index.html", "taskpane.html", "manifest.xml"]));
    expect(files.filter((file) => /^assets\/worker-.*\.js$/.test(file))).toHaveLength(1);
    const base = "https://tools.example.com/tiersheet/";
    const named = [...text("manifest.xml").matchAll(/"(https:[^"]*)"/g)].map(([, url = ""]) => url);
    expect(named.length).toBeGreaterThan(5);
    for (const url of named) {
      expect(url.startsWith(base), url).toBe(true);
      const file = url.slice(base.length);
      if (file !== "") expect(files).toContain(file);
    }
  });

  test("holds the add-in alone: neither the command nor the workbench", () => {
    const known = [
      /^(?:index|taskpane)\.html$/,
      /^manifest\.xml$/,
      /^functions(?:-later)?\.js$/,
      /^functions(?:-zh-CN)?\.json$/,
      /^docs(?:\/functions(?:\/\w+\.html)?)?$/,
      /^assets(?:\/[\w.-]+\.(?:png|js|css)|\/texts-[0-9a-f]{8}\.json)?$/,
    ];
    expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const { name, code } of pane.scripts) {
      expect([name, /o-spreadsheet|src\/workbench|node:fs|process\.argv/.test(code)]).toEqual([name, false]);
    }
  });

  test("loads at most 250 KB of scripts for the pane in all, and 130 KB until it is drawn", () => {
    const sizes = pane.scripts.map(({ name, gzipped }) => `${name} ${gzipped}`).join(", ");
    expect(pane.firstView.map(({ name }) => name).join()).toMatch(/\bpane-/);
    expect(gzippedBytes(pane.scripts), sizes).toBeLessThanOrEqual(MOST_IN_ALL);
    const first = pane.firstView.map(({ name, gzipped }) => `${name} ${gzipped}`).join(", ");
    expect(gzippedBytes(pane.firstView), first).toBeLessThanOrEqual(MOST_AT_FIRST);
  });

  test("ships what pane and worker both use once, and reads and writes no workbook file with either", () => {
    const ofThePage = pane.scripts.filter((script) => !pane.worker.includes(script));
    const shared = pane.worker.filter(({ name }) => ofThePage.some((script) => script.with.includes(name)));
    expect(gzippedBytes(shared)).toBeGreaterThan(10_000);
    for (const { name, code } of new Set([...pane.firstView, ...pane.worker])) {
      expect([name, /schemas\.openxmlformats\.org|xl\/worksheets|hucre/i.test(code)]).toEqual([name, false]);
    }
  });

  test("has the texts of every code that it names, and none that only the command or a function says", () => {
    const [file, ...more] = files.filter((name) => /^assets\/texts-/.test(name));
    expect(more).toEqual([]);
    const [codes = [], en = [], zh = []] = JSON.parse(text(file ?? "")) as string[][];
    const texts = Object.fromEntries(codes.map((code, at) => [code, { en: en[at], zh: zh[at] }]));
    const others = pane.scripts.map(({ code }) => code).join("\n");
    expect(others.split(file?.replace("assets/", "") ?? "").length).toBe(2);
    expect(texts).toMatchObject(textsNamedIn(others, catalogue));
    const extra = Object.keys({ ...commandMessages, ...functionMessages }).filter((code) => code in texts);
    expect(Object.keys(textsNamedIn(others, catalogue))).toEqual(expect.arrayContaining(extra));
    expect(texts).not.toHaveProperty("command-usage");
    expect(texts).toHaveProperty(["role.date"]);
  });

  test("holds the custom functions, their help and both descriptions; the pane loads them before all else", () => {
    expect(files).toEqual(expect.arrayContaining(["functions.js", "functions-later.js"]));
    const [english, chinese] = ["functions.json", "functions-zh-CN.json"].map((file) => {
      const { functions } = JSON.parse(text(file)) as { functions: { id: string; helpUrl: string }[] };
      return functions;
    });
    expect(english?.map(({ id }) => id)).toEqual(chinese?.map(({ id }) => id));
    expect(english?.map(({ id }) => id)).toContain("RFM");
    for (const { helpUrl } of [...english!, ...chinese!]) {
      expect(text(helpUrl.replace("https://tools.example.com/tiersheet/", ""))).toContain("<h1");
    }
    const [first = ""] = /<script[^>]*>/.exec(text("taskpane.html")) ?? [];
    expect(first).toContain('src="./functions.js"');
    expect(text("functions.js").includes("appsforoffice")).toBe(false);
    for (const name of ["functions.js", "functions.json", "functions-zh-CN.json"])
      expect(text("manifest.xml")).toContain(`"https://tools.example.com/tiersheet/${name}"`);
  });

  test("carries no office.js, which Microsoft's licence and documentation leave on its CDN", () => {
    expect(
      files.some((file) => /office(?:\.debug)?\.js$|excel-(?:web|win32|mac|ios|android)-/.test(file)),
    ).toBe(false);
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      expect([file, text(file).includes("Microsoft.Office.WebExtension")]).toEqual([file, false]);
    }
  });

  test("the page that says what this is runs nothing", () => {
    expect(text("index.html")).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(text("index.html")).not.toMatch(/<script|\son\w+=|javascript:/i);
    for (const [, file = ""] of text("index.html").matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
      expect(files).toContain(file);
    }
  });

  test("the pane obeys its own policy: no inline script, no eval, workers and requests of its own alone", () => {
    const html = text("taskpane.html");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(policy.replaceAll("&#39;", "'")).toMatch(
      /default-src 'none'; script-src 'self' https:\/\/appsforoffice/,
    );
    expect(policy).toMatch(/; worker-src (?:'|&#39;)self(?:'|&#39;);/);
    expect(policy).not.toMatch(
      /unsafe-eval|(?:connect|worker|default|img|font)-src [^;]*(?:http|\*)|script-src [^;]*unsafe/,
    );
    for (const [tag, inner] of html.matchAll(/<script[^>]*>([^<]*)/g)) {
      expect(tag).toContain(" src=");
      expect(inner).toBe("");
    }
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      expect([file, /\bnew Function\(|[^.\w]eval\(/.test(text(file))]).toEqual([file, false]);
    }
  });

  test.skipIf(executable === undefined)(
    `says so where a part of it can't be fetched, the page and the worker${unlessBrowser}`,
    async () => {
      const browser = await openBrowser(executable!);
      /** The page as a person sees it, without the files whose names begin so. */
      const opened = async (lost: RegExp) => {
        const page = await browser.newPage();
        await page.route("https://pane.example/**", (route) => {
          const file = new URL(route.request().url()).pathname.slice(1);
          return lost.test(file) ? route.abort() : route.fulfill({ path: join(folder, file) });
        });
        await page.goto("https://pane.example/taskpane.html");
        return page;
      };
      try {
        const whole = await opened(/^nothing$/);
        await whole.getByRole("heading", { level: 2 }).waitFor();
        expect(await whole.getByRole("alert").isVisible()).toBe(false);

        const failed = (await opened(/^assets\/texts-/)).getByRole("alert");
        await failed.waitFor();
        expect(await failed.innerText()).toMatch(/couldn't be loaded.*未能加载/s);

        const [worker = "", ...parts] = pane.worker
          .map(({ name }) => name)
          .sort()
          .reverse();
        expect(worker).toMatch(/^worker-/);
        expect(parts.length).toBeGreaterThan(0);
        const unheard = await opened(new RegExp(`^assets/(?:${parts.join("|")})`));
        const heard = unheard.evaluate(
          (address) =>
            new Promise((resolve) => {
              new Worker(address, { type: "module" }).onerror = () => resolve("an error");
            }),
          `./assets/${worker}`,
        );
        expect(await heard).toBe("an error");
      } finally {
        await browser.close();
      }
    },
  );

  test("names its files from where it stands, so that it can be served from a folder", () => {
    const html = text("taskpane.html");
    for (const [, address = ""] of html.matchAll(/(?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^\.\//);
  });
});
