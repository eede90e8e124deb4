import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { withNamespace } from "../../scripts/add-in-files";
import { functionFilesProblems } from "../../scripts/function-files.js";
import { functionCommands, structureProblems } from "../../scripts/manifest-structure.js";
import { registerCommands } from "../../taskpane/commands";

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

test("the ribbon has Classify, Summaries, Refresh and Help, each a function", () => {
  expect(functionCommands(manifest)).toEqual(["classify", "summaries", "refresh", "help"]);
});

test("every function of the ribbon is one that the add-in gives to Office.actions.associate", () => {
  const names: string[] = [];
  const actions = { associate: (name: string) => void names.push(name) };
  vi.stubGlobal("Office", { actions });
  registerCommands(new Promise(() => undefined));
  vi.unstubAllGlobals();
  // The client finds them whatever their case.
  const known = new Set(names.map((name) => name.toUpperCase()));
  expect(functionCommands(manifest).filter((name) => !known.has(name.toUpperCase()))).toEqual([]);
  expect(names).toHaveLength(functionCommands(manifest).length);
});

test("the command finds manifest.xml sound, and a check that was left out is told", async () => {
  const { code, said } = await validate(manifest, NO_SCHEMAS);
  expect(said).toContain("SKIPPED: the XML schema check");
  expect(said).toContain("is sound");
  expect(code).toBe(0);
});

test("manifest.xml is the shared-runtime form, its functions without a namespace", () => {
  expect(manifest).toMatch(/<Runtime resid="Taskpane.Url" lifetime="long"\/>/);
  expect(manifest).toMatch(/<Page>\s*<SourceLocation resid="Taskpane.Url"\/>/);
  expect(manifest).toMatch(/<bt:Override Locale="zh-CN" Value="[^"]*\/functions-zh-CN.json"/);
  expect(manifest).not.toMatch(/Namespace/);
  const hosts = /<VersionOverrides[\s\S]*?<Host [^>]*>\s*<(\w+)/.exec(manifest);
  expect(hosts?.[1]).toBe("Runtimes");
});

describe("withNamespace(manifest, namespace)", () => {
  test("names the functions' namespace, soundly", async () => {
    const named = withNamespace(manifest, "ACME");
    expect(named).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Namespace"\/>\s*<\/ExtensionPoint>/);
    expect(named).toContain('<bt:String id="Functions.Namespace" DefaultValue="ACME"/>');
    expect(structureProblems(named, ".")).toEqual([]);
    expect(await validate(named)).toMatchObject({ code: 0 });
  });
  test.each(["", "9A", "A B", "客户", 'A"', "A".repeat(33)])("refuses “%s”", (namespace) => {
    expect(() => withNamespace(manifest, namespace)).toThrow("is no namespace");
  });
  test("refuses a manifest without functions", () => {
    expect(() => withNamespace("<OfficeApp/>", "ACME")).toThrow("no custom functions");
  });
});

describe("functionFilesProblems(folder)", () => {
  const one = (id: string, name = "values") => ({ id, description: id, parameters: [{ name, type: "any" }] });
  const filled = (script: string, english: object[], chinese: object[] | null) => {
    const build = mkdtempSync(join(folder, "build-"));
    writeFileSync(join(build, "functions.js"), script);
    writeFileSync(join(build, "functions.json"), JSON.stringify({ functions: english }));
    if (chinese) writeFileSync(join(build, "functions-zh-CN.json"), JSON.stringify({ functions: chinese }));
    return functionFilesProblems(build);
  };
  const script = 'CustomFunctions.associate("RFM", () => 1);';

  test("finds files that agree sound, and passes over a folder without a build", async () => {
    expect(await filled(script, [one("RFM")], [one("RFM", "数值")])).toEqual([]);
    expect(await functionFilesProblems(folder)).toBeNull();
  });
  test.each([
    [
      "a function that the script lacks",
      script,
      [one("RFM"), one("TIER")],
      [one("RFM"), one("TIER")],
      "no function TIER",
    ],
    [
      "one that the metadata lack",
      `${script}CustomFunctions.associate("ABC")`,
      [one("RFM")],
      [one("RFM")],
      "ABC",
    ],
    ["another shape in Chinese", script, [one("RFM")], [{ ...one("RFM"), parameters: [] }], "differ"],
    ["no Chinese", script, [one("RFM")], null, "functions-zh-CN.json is missing"],
  ] as const)("tells %s", async (_, source, english, chinese, said) => {
    const problems = await filled(source, [...english], chinese && [...chinese]);
    expect(problems?.join("\n")).toContain(said);
  });
});

describe("a broken manifest is refused with the reason", () => {
  test.each([
    ["no GUID", /<Id>[^<]*/, "<Id>tiersheet", "no GUID"],
    ["a version that is none", />\d+\.\d+\.0\.0</, ">1.beta<", "two to four numbers"],
    ["another host", '<Host Name="Workbook"/>', '<Host Name="Document"/>', 'Excel is "Workbook"'],
    ["a resource that isn't there", /resid="Icon.16"/g, 'resid="Icon.17"', '"Icon.17", which is not defined'],
    ["a resource nobody uses", /resid="Icon.16"/g, 'resid="Icon.32"', '"Icon.16" is never used'],
    ["a resource defined twice", ' id="Icon.80"', ' id="Icon.32"', '"Icon.32" is defined twice'],
    [
      "a long resource id",
      /Classify\.Description/g,
      `Classify.Description.${"x".repeat(20)}`,
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
      "another page for the commands",
      '<FunctionFile resid="Taskpane.Url"/>',
      '<FunctionFile resid="GetStarted.LearnMoreUrl"/>',
      "they must be one",
    ],
    ["a command twice", 'id="Tiersheet.Help"', 'id="Tiersheet.Refresh"', "needs an id of its own"],
    [
      "a command without a tip",
      /<Supertip>[\s\S]*?<\/Supertip>/,
      "",
      '"Tiersheet.Classify" has no <Supertip>',
    ],
    ["a command without a large icon", /<bt:Image size="80" resid="Help.Icon.80"\/>/, "", "icon of size 80"],
    ["a command that runs nothing", /<FunctionName>help<\/FunctionName>/, "", 'runs the function ""'],
    [
      "two commands that run the same",
      "<FunctionName>help<",
      "<FunctionName>Refresh<",
      'Two controls run the function "Refresh"',
    ],
    ["commands without their page", /<FunctionFile[^>]*>/, "", "there is no <FunctionFile>"],
    ["a pane id", /(<Action[^>]*>)/, "$1<TaskpaneId>Pane</TaskpaneId>", "<TaskpaneId> must not stand"],
    ["no support", /<SupportUrl[^>]*>/, "", "<SupportUrl> is missing"],
    [
      "no functions",
      /<AllFormFactors>[\s\S]*<\/AllFormFactors>/,
      "",
      "0 extension points of custom functions",
    ],
    [
      "functions after the buttons",
      /(\s*<AllFormFactors>[\s\S]*<\/AllFormFactors>)([\s\S]*<\/DesktopFormFactor>)/,
      "$2$1",
      "must stand before <DesktopFormFactor>",
    ],
    [
      "another page for the functions",
      /(<Page>\s*)<SourceLocation resid="Taskpane.Url"/,
      '$1<SourceLocation resid="GetStarted.LearnMoreUrl"',
      "they must be one",
    ],
    ["no metadata", /<Metadata>[\s\S]*<\/Metadata>/, "", "no <Metadata>"],
    ["a script that is none", 'functions.js"', 'functions.ts"', "ends with .js"],
    [
      "a namespace with a space",
      /(<bt:ShortStrings>)([\s\S]*)/,
      (_: string, open: string, rest: string) =>
        `${open}<bt:String id="N" DefaultValue="A B"/>${rest}`.replace(
          "</Resources>",
          '<Namespace resid="N"/></Resources>',
        ),
      'The namespace is "A B"',
    ],
    [
      "a long label",
      'id="Help.Label" DefaultValue="Help"',
      `id="Help.Label" DefaultValue="${"x".repeat(126)}"`,
      "Office takes 125",
    ],
  ] as const)("%s", (_, broken, by, said) => {
    const xml = manifest.replace(broken, by as string);
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
      expect(said).not.toContain("SKIPPED: the XML");
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
