import "./runtime";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readFormula } from "../../scripts/example-formula";
import { htmlPages, markdownPages, type Pages } from "../../scripts/function-pages";
import { functionsMetadata } from "../../scripts/functions-metadata";

const root = process.cwd();
let markdown: Pages;
let html: Pages;

beforeAll(async () => {
  markdown = await markdownPages(root);
  html = await htmlPages(root);
});

describe("docs/functions", () => {
  // Their examples are worked out by the functions. Changed on purpose? `npx vitest run test/functions/pages.test.ts -u`.
  it("holds a page for each function, as it works now, and no other", async () => {
    for (const [name, text] of Object.entries(markdown)) {
      await expect(text).toMatchFileSnapshot(`../../docs/functions/${name}`);
    }
    expect(readdirSync(join(root, "docs/functions")).sort()).toEqual(Object.keys(markdown).sort());
  });

  it("is served where the functions say that their help is", async () => {
    const { en } = await functionsMetadata(root, "https://x.example");
    for (const { helpUrl } of en.functions) {
      expect(Object.keys(html)).toContain(helpUrl.replace("https://x.example/docs/functions/", ""));
    }
    expect(Object.keys(html)).toContain("index.html");
  });

  it("says arguments, an example and errors in both languages, and leaves no hole", () => {
    for (const [name, text] of Object.entries(markdown)) {
      expect(text, name).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
      if (name === "README.md") continue;
      for (const heading of ["Arguments", "Example", "Errors", "参数", "示例", "错误"]) {
        expect(text, name).toContain(`## ${heading}\n`);
      }
      expect(text.match(/^#(?:VALUE!|N\/A) .*[.。]/gm)?.length ?? 0, name).toBeGreaterThanOrEqual(2);
    }
  });

  it("escapes what HTML would read, and loads nothing", () => {
    for (const [name, text] of Object.entries(html)) {
      expect(text, name).not.toMatch(/<script|src=|http:|https:/);
      expect(text).toContain("default-src 'none'");
    }
    expect(html["playbook.html"]).toContain("{&#34;rhythm&#34;,&#34;offer&#34;}");
  });
});

describe("readFormula(formula, sheet)", () => {
  const sheet = [
    ["a", 1],
    ["b", ""],
  ];
  it("hands over what Excel would", () => {
    expect(readFormula('=RFM(A1:B2,B2,,"x,""y""",{1,2;"a","b"},TRUE,-0.5)', sheet)).toEqual({
      id: "RFM",
      given: [
        [
          ["a", 1],
          ["b", null],
        ],
        [[null]],
        null,
        'x,"y"',
        [
          [1, 2],
          ["a", "b"],
        ],
        true,
        -0.5,
      ],
    });
  });
  it.each(["RFM(A1)", "=RFM(A1)+1", "=RFM(x)", "=RFM(SUM(A1))"])("throws on %s", (formula) => {
    expect(() => readFormula(formula, sheet)).toThrow();
  });
});
