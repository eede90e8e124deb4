import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { structureProblems } from "../../scripts/manifest-structure.js";

const SCHEMAS = "../shared/data/manifest-xsd";
const manifest = readFileSync("manifest.xml", "utf8");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tiersheet-manifest-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the validator on a manifest as a user would. */
function validate(xml: string, schemas = SCHEMAS): Promise<{ code: number; said: string }> {
  const file = join(folder, `manifest-${Math.random()}.xml`);
  writeFileSync(file, xml);
  const args = ["scripts/validate-manifest.js", file, "--schemas", schemas];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

const NO_SCHEMAS = "no-such-folder";

test("manifest.xml has the structure that Office asks for", () => {
  expect(structureProblems(manifest, ".")).toEqual([]);
});

test("the command finds manifest.xml sound, and a check that was left out is told", async () => {
  const { code, said } = await validate(manifest, NO_SCHEMAS);
  expect(said).toContain("SKIPPED: the XML schema check");
  expect(said).toContain("is sound");
  expect(code).toBe(0);
});

test("manifest.xml is the shared-runtime form of the task pane, without custom functions or a namespace", () => {
  expect(manifest).toMatch(/<Runtime resid="Taskpane.Url" lifetime="long"\/>/);
  expect(manifest).not.toMatch(/Namespace|CustomFunctions/);
  const hosts = /<VersionOverrides[\s\S]*?<Host [^>]*>\s*<(\w+)/.exec(manifest);
  expect(hosts?.[1]).toBe("Runtimes");
});

describe("a broken manifest is refused with the reason", () => {
  test.each([
    ["no GUID", /<Id>[^<]*/, "<Id>tiersheet", "no GUID"],
    ["a version that is none", />0\.1\.0\.0</, ">1.beta<", "two to four numbers"],
    ["another host", '<Host Name="Workbook"/>', '<Host Name="Document"/>', 'Excel is "Workbook"'],
    ["a resource that isn't there", /resid="Icon.16"/g, 'resid="Icon.17"', '"Icon.17", which is not defined'],
    ["a resource nobody uses", /resid="Icon.16"/g, 'resid="Icon.32"', '"Icon.16" is never used'],
    ["a resource defined twice", ' id="Icon.80"', ' id="Icon.32"', '"Icon.32" is defined twice'],
    [
      "a long resource id",
      /OpenPane\.Description/g,
      `OpenPane.Description.${"x".repeat(20)}`,
      "Office takes 32",
    ],
    [
      "http",
      "https://localhost:3000/assets/icon-80.png",
      "http://localhost:3000/assets/icon-80.png",
      "https only",
    ],
    ["no address", "https://localhost:3000/taskpane.html", "/taskpane.html", "no full address"],
    [
      "two origins",
      '"https://localhost:3000/assets/icon-80.png',
      '"https://cdn.example/assets/icon-80.png',
      "several origins",
    ],
    ["an icon that isn't there", "assets/icon-80.png", "assets/icon-81.png", "icon-81.png is missing"],
    [
      "an icon of another size",
      "assets/icon-80.png",
      "assets/icon-64.png",
      "is 64 × 64, and stands where 80 × 80",
    ],
    ["a short runtime", 'lifetime="long"', 'lifetime="short"', 'lifetime="long"'],
    ["no runtime", /<Runtimes>[\s\S]*<\/Runtimes>/, "", "a shared runtime has one"],
    ["no requirement", /<Requirements>[\s\S]*<\/Requirements>/, "", "SharedRuntime"],
    [
      "another page for the pane",
      /(<Action[^>]*>\s*)<SourceLocation resid="Taskpane.Url"/,
      '$1<SourceLocation resid="GetStarted.LearnMoreUrl"',
      "they must be one",
    ],
    ["a pane id", /(<Action[^>]*>)/, "$1<TaskpaneId>Pane</TaskpaneId>", "<TaskpaneId> must not stand"],
    ["no support", /<SupportUrl[^>]*>/, "", "<SupportUrl> is missing"],
    ["a long label", 'DefaultValue="Customers"', `DefaultValue="${"x".repeat(126)}"`, "Office takes 125"],
  ] as const)("%s", (_, broken, by, said) => {
    const xml = manifest.replace(broken, by);
    expect(xml).not.toBe(manifest);
    expect(structureProblems(xml, ".").join("\n")).toContain(said);
  });

  test.each([
    ["what the structure check finds", manifest.replace(/<SupportUrl[^>]*>/, ""), "<SupportUrl> is missing"],
    ["XML cut short", manifest.slice(0, 2000), "Line "],
    ["no XML at all", "tiersheet", "Line 1"],
  ])("by the command, with exit code 1 and no stack: %s", async (_, xml, said) => {
    const result = await validate(xml, NO_SCHEMAS);
    expect(result.said).toContain(said);
    expect(result.said).not.toMatch(/\n\s+at /);
    expect(result.code).toBe(1);
  });
});

describe.skipIf(!existsSync(SCHEMAS))(
  `by the XML schema of OfficeDev/office-js-docs-pr (skipped where ${SCHEMAS} is absent)`,
  () => {
    test("manifest.xml is valid", async () => {
      const { code, said } = await validate(manifest);
      expect(said).not.toContain("SKIPPED");
      expect(code).toBe(0);
    });

    test.each([
      ["a missing element", /<Permissions>[^<]*<\/Permissions>/, "", "Permissions"],
      ["an unknown element", "<Permissions>", "<Permission>x</Permission><Permissions>", "Permission"],
      [
        "elements out of order",
        /(\s*<FunctionFile[^>]*>)([\s\S]*<\/ExtensionPoint>)/,
        "$2$1",
        "FunctionFile",
      ],
      ["a value out of its list", "ReadWriteDocument", "ReadWriteEverything", "ReadWriteEverything"],
    ] as const)("%s is refused", async (_, broken, by, said) => {
      const xml = manifest.replace(broken, by);
      expect(xml).not.toBe(manifest);
      const result = await validate(xml);
      expect(result.said).toMatch(/Line \d+: Schemas validity error/);
      expect(result.said).toContain(said);
      expect(result.code).toBe(1);
    });
  },
);
