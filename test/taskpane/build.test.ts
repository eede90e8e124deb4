import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

describe("npm run build", () => {
  let folder = "";
  let files: string[] = [];
  const text = (file: string) => readFileSync(join(folder, file), "utf8");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tiersheet-dist-"));
    process.env["TIERSHEET_BASE_URL"] = "https://tools.example.com/tiersheet/";
    try {
      await build({
        configFile: "vite.config.ts",
        logLevel: "error",
        build: { outDir: folder, emptyOutDir: true },
      });
    } finally {
      delete process.env["TIERSHEET_BASE_URL"];
    }
    files = readdirSync(folder, { recursive: true }).map(String);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("holds the page, the task pane, the worker, the manifest and the icons that it names", () => {
    expect(files).toEqual(expect.arrayContaining(["index.html", "taskpane.html", "manifest.xml"]));
    expect(files.filter((file) => /assets.worker-.*\.js$/.test(file))).toHaveLength(1);
    const base = "https://tools.example.com/tiersheet/";
    const named = [...text("manifest.xml").matchAll(/"(https:[^"]*)"/g)].map(([, url = ""]) => url);
    expect(named.length).toBeGreaterThan(5);
    for (const url of named) {
      expect(url.startsWith(base), url).toBe(true);
      const file = url.slice(base.length);
      if (file !== "") expect(files.map((name) => name.replaceAll("\\", "/"))).toContain(file);
    }
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
    expect(text("functions.js")).not.toMatch(/appsforoffice/);
    for (const name of ["functions.js", "functions.json", "functions-zh-CN.json"])
      expect(text("manifest.xml")).toContain(`"https://tools.example.com/tiersheet/${name}"`);
  });

  test("carries no office.js, which Microsoft's licence and documentation leave on its CDN", () => {
    expect(files.some((file) => /office(?:\.debug)?\.js$|excel-\w+-/.test(file))).toBe(false);
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      expect(text(file)).not.toContain("Microsoft.Office.WebExtension");
    }
  });

  test.each(["index.html", "taskpane.html"])("%s obeys its own policy: no inline script, no eval", (page) => {
    const html = text(page);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(policy.replaceAll("&#39;", "'")).toMatch(
      /default-src 'none'; script-src 'self' https:\/\/appsforoffice/,
    );
    expect(policy).not.toMatch(/unsafe-eval|connect-src [^;]*http/);
    for (const [tag, inner] of html.matchAll(/<script[^>]*>([^<]*)/g)) {
      expect(tag).toContain(" src=");
      expect(inner).toBe("");
    }
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      expect(text(file)).not.toMatch(/\bnew Function\(|[^.\w]eval\(/);
    }
  });

  test("names its files from where it stands, so that it can be served from a folder", () => {
    const html = text("index.html");
    for (const [, address = ""] of html.matchAll(/(?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^\.\//);
  });
});
