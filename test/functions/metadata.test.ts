import "./runtime";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { later } from "../../functions/later";
import { library as atOnce } from "../../functions/library";
import { whenLoaded, type CustomFunction } from "../../functions/loading";
import { associatedIds } from "../../scripts/function-files.js";
import { excelFunctions, nameProblems } from "../../scripts/function-names";
import { functionsBundle, MOST_GZIPPED } from "../../scripts/functions-bundle";
import { functionsMetadata } from "../../scripts/functions-metadata";

const root = process.cwd();
const library: Readonly<Record<string, CustomFunction>> = { ...atOnce, ...later };
let metadata: Awaited<ReturnType<typeof functionsMetadata>>;
let scripts: Awaited<ReturnType<typeof functionsBundle>>;
let folder = "";
const script = () => join(folder, "functions.js");

beforeAll(async () => {
  metadata = await functionsMetadata(root);
  scripts = await functionsBundle(root);
  folder = mkdtempSync(join(tmpdir(), "tiersheet-functions-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, name), code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("functions.json and functions-zh-CN.json", () => {
  // Changed on purpose? `npx vitest run test/functions/metadata.test.ts -u`, and read what changed: an id or the order of
  // parameters never may once it is released (office-js#2777).
  it("are those of the golden files", async () => {
    const text = (one: object) => `${JSON.stringify(one, null, 2)}\n`;
    await expect(text(metadata.en)).toMatchFileSnapshot("golden/functions.json");
    await expect(text(metadata.zh)).toMatchFileSnapshot("golden/functions-zh-CN.json");
  });

  it("have a Chinese text for every function and parameter, and none to spare", () => {
    expect(metadata.untranslated).toEqual([]);
    for (const { id, description, parameters } of metadata.zh.functions) {
      for (const text of [description, ...parameters.map((one) => one.description)]) {
        expect(text, id).toMatch(/[\u4e00-\u9fff].*。$/);
      }
    }
  });

  it("let error cells in, and keep the names of functions in Chinese, which formulas are written with", () => {
    for (const one of [metadata.en, metadata.zh]) {
      expect(one).toMatchObject({ allowErrorForDataTypeAny: true });
      for (const { id, name, options, parameters } of one.functions) {
        expect(name).toBe(id);
        expect(options ?? {}).toEqual({});
        // Only `any` lets an error cell in, and a wrong type is refused by the function, with a sentence.
        for (const { type } of parameters) expect(type).toBe("any");
      }
    }
  });

  it("have parameters whose names differ, in each language", () => {
    for (const one of [metadata.en, metadata.zh]) {
      for (const { parameters } of one.functions) {
        expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
      }
    }
  });

  it("name the help where the add-in is served", async () => {
    const { en, zh } = await functionsMetadata(root, "https://tools.example.com/tiersheet/");
    for (const { id, helpUrl } of [...en.functions, ...zh.functions]) {
      expect(helpUrl).toBe(`https://tools.example.com/tiersheet/docs/functions/${id.toLowerCase()}.html`);
    }
  });

  it("describe the functions that there are, with the parameters that they take", () => {
    expect(metadata.en.functions.map(({ id }) => id)).toEqual(Object.keys(library).sort());
    for (const { id, parameters } of metadata.en.functions)
      expect(library[id]?.length).toBe(parameters.length);
  });
});

describe("functions.js", () => {
  it("associates every function of functions.json, and is small", async () => {
    expect((await associatedIds(script())).sort()).toEqual(metadata.en.functions.map(({ id }) => id));
    expect(Object.keys(scripts)).toEqual(["functions.js", "functions-later.js"]);
    expect(gzipSync(scripts["functions.js"] ?? "").length).toBeLessThanOrEqual(MOST_GZIPPED);
  });

  it("associates them when office.js has come, where the page loads that later", async () => {
    const heard = new Set<() => void>();
    const ids: string[] = [];
    const { CustomFunctions: real } = globalThis as { CustomFunctions?: unknown };
    const play = (members: object) => Object.assign(globalThis, members);
    play({
      CustomFunctions: undefined,
      document: {
        // What Vite's loader of later scripts asks of a page.
        createElement: () => ({ relList: { supports: () => true } }),
        addEventListener: (type: string, listener: () => void, capture: boolean) =>
          type === "load" && capture && heard.add(listener),
        removeEventListener: (_: string, listener: () => void) => heard.delete(listener),
      },
    });
    try {
      await import(/* @vite-ignore */ `${pathToFileURL(script())}?late`);
      const [listener] = heard;
      listener?.();
      expect([ids, heard.size]).toEqual([[], 1]);
      play({ CustomFunctions: { associate: (id: string) => ids.push(id) } });
      listener?.();
    } finally {
      play({ CustomFunctions: real, document: undefined });
    }
    expect(ids.sort()).toEqual(metadata.en.functions.map(({ id }) => id));
    expect(heard.size).toBe(0);
  });

  it("has the texts of all that it says: each function, whatever it is given, says what the sources say", async () => {
    const built = new Map<string, CustomFunction>();
    const associate = CustomFunctions.associate;
    Object.assign(CustomFunctions, {
      associate: (id: string, one: CustomFunction) => built.set(id, one),
    });
    await import(/* @vite-ignore */ `${pathToFileURL(script())}?texts`);
    Object.assign(CustomFunctions, { associate });
    const nasty = [
      ...["x", "A", "", "share", "new", "1,5", "01/02/2024", '{"scores":1}', -1, 0.5, 3, true, null],
      ...[[[1], [2]], [["x", 1]], [["a"], ["b"], ["c"]], [[null]], [[]], [["2024-01-02"], ["2024-03-02"]]],
      [
        [CustomFunctions.ErrorCode.notAvailable],
        [new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable)],
      ],
    ];
    const outcome = async (call: () => unknown) => {
      try {
        return JSON.stringify(await call());
      } catch (error) {
        if (error instanceof CustomFunctions.Error) return `${error.code} ${error.message}`;
        throw error;
      }
    };
    for (const { id, parameters } of metadata.en.functions) {
      for (const language of ["zh", "en"]) {
        for (let round = 0; round < nasty.length * 3; round++) {
          const given = parameters.map(({ name }, at) =>
            name === "language" ? language : nasty[(round + at * (1 + (round % 5))) % nasty.length],
          ) as never[];
          const said = await outcome(() => built.get(id)?.(...given));
          expect(said, `${id}(${JSON.stringify(given)})`).toBe(await outcome(() => library[id]?.(...given)));
        }
      }
    }
  });
});

describe("whenLoaded(ids, load)", () => {
  it("answers the first call when the code has come, later ones at once", async () => {
    let fetched = 0;
    const [[id, compute] = []] = whenLoaded(["SUMOF"], async () => {
      fetched++;
      return { SUMOF: (...given: never[]) => given.reduce((sum: number, one: number) => sum + one, 0) };
    });
    expect(id).toBe("SUMOF");
    const first = compute?.(...([1, 2] as never[]));
    expect(first).toBeInstanceOf(Promise);
    expect(await first).toBe(3);
    expect(compute?.(...([1, 2, 3] as never[]))).toBe(6);
    expect(fetched).toBe(1);
  });
  it("refuses with a sentence where it can't be had, and tries again", async () => {
    let reachable = false;
    const [[, compute] = []] = whenLoaded(["ONE"], async () => {
      if (!reachable) throw new TypeError("Failed to fetch");
      return { ONE: () => 1 };
    });
    await expect(compute?.()).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("couldn't be loaded"),
    });
    reachable = true;
    expect(await compute?.()).toBe(1);
  });
  it("hands on what the function refuses", async () => {
    const [[, compute] = []] = whenLoaded(["NO"], async () => ({
      NO: () => {
        throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "no");
      },
    }));
    await expect(compute?.()).rejects.toMatchObject({ code: "#VALUE!", message: "no" });
  });
});

describe("nameProblems(name)", () => {
  it.each([
    ["RFM2", "the address of a cell"],
    ["XFD1048576", "the address of a cell"],
    ["ABC1", "the address of a cell"],
    ["R1C1", "R1C1"],
    ["RC", "R1C1"],
    ["AB", "no id"],
    ["1AB", "no id"],
    ["Rfm", "no id"],
    ["RFM-X", "no id"],
    ["", "no id"],
    ["X".repeat(129), "no id"],
    ["SUM", "a function of Excel"],
    ["BETA.DIST", "a function of Excel"],
    ["XLOOKUP", "a function of Excel"],
    ["GROUPBY", "a function of Excel"],
    ["SCALE", "Excel 4 macros"],
  ])("%s is refused: %s", (name, reason) => {
    expect(nameProblems(name).join(" ")).toContain(reason);
  });

  it.each(["RFM", "ABC", "CLV", "XFE1", "ABC1048577", "RFM0", "ABCD1", "PALIVE"])("%s is taken", (name) => {
    expect(nameProblems(name)).toEqual([]);
  });

  it("knows the functions of Excel: a list far from its start and its end", () => {
    expect(excelFunctions().size).toBeGreaterThan(450);
    for (const name of ["ABS", "ACCRINT", "VLOOKUP", "Z.TEST", "LET", "LAMBDA"]) {
      expect(excelFunctions().has(name), name).toBe(true);
    }
  });
});

it("no function has the name of one of o-spreadsheet, in which the workbench calls them", () => {
  // Its bundle asks for Object.groupBy, which Node 20 lacks.
  const missing = {
    groupBy: (items: Iterable<unknown>, key: (item: unknown) => PropertyKey) => grouped(items, key),
  };
  if (!("groupBy" in Object)) Object.assign(Object, missing);
  const { registries } = createRequire(import.meta.url)("@odoo/o-spreadsheet") as {
    registries: { functionRegistry: { getKeys(): string[] } };
  };
  const names = registries.functionRegistry.getKeys();
  expect(names).toContain("VLOOKUP");
  expect(names.filter((name) => name in library)).toEqual([]);
});

function grouped(
  items: Iterable<unknown>,
  key: (item: unknown) => PropertyKey,
): Record<PropertyKey, unknown[]> {
  const groups: Record<PropertyKey, unknown[]> = {};
  for (const item of items) (groups[key(item)] ??= []).push(item);
  return groups;
}
