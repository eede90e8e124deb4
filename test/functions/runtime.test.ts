import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionsMetadata } from "../../scripts/functions-metadata";
import { Workbook } from "../../src/workbench/workbook/workbook";
import { calls, chinese, messy, neat, type Calls, type CellTable } from "./cases-in-cells";
import { called, constant, formulaOf, startExcel, type Argument, type Shown } from "./in-cells";

const { en: metadata } = await functionsMetadata(process.cwd());

it("every function of functions.json is called below, with all its arguments", () => {
  expect(Object.keys(calls).sort()).toEqual(metadata.functions.map(({ id }) => id));
  for (const { id, parameters } of metadata.functions) {
    expect(calls[id]?.all.length, id).toBe(parameters.length);
    expect(calls[id]?.needed.length, id).toBe(parameters.filter(({ optional }) => !optional).length);
  }
});

/** Each function is called as follows, every time in a cell and directly. */
const WAYS = {
  needed: (one: Calls) => below(neat, one.needed),
  all: (one: Calls) => below(neat, one.all),
  "needed, in a mess": (one: Calls) => below(messy, one.needed),
  "all, in a mess": (one: Calls) => below(messy, one.all),
  "whole columns": (one: Calls) => one.needed.map((arg) => (typeof arg === "string" ? neat.whole(arg) : arg)),
  "optional ones left out, with commas": (one: Calls) => [
    ...below(neat, one.needed),
    ...one.all.slice(one.needed.length).map(() => null),
  ],
  "in English": (one: Calls) => inLanguage(one, "en"),
  "in Chinese": (one: Calls) => inLanguage(one, "zh"),
  refused: (one: Calls) => below(neat, one.refused),
} as const;
type Way = keyof typeof WAYS;

function below(table: CellTable, args: Calls["needed"]): Argument[] {
  return args.map((arg) => (typeof arg === "string" ? table.column(arg) : arg));
}

/** What is needed, or makes it say words, and the language, where the function has one. */
function inLanguage({ all, needed, words = needed }: Calls, language: "en" | "zh"): Argument[] {
  const last = all.length - 1;
  const rest = all
    .slice(words.length)
    .map((_, at) => (words.length + at === last ? constant(language) : null));
  return [...below(neat, words), ...(all[last] === chinese ? rest : [])];
}

const ids = Object.keys(calls);
const HOSTS = [
  { host: "Excel on the web, in English", culture: "en-US", blank: null },
  { host: "Excel on Windows, whose blanks are 0, in Chinese", culture: "zh-CN", blank: 0 },
] as const;

describe.each(HOSTS)("through Microsoft's runtime: $host", ({ culture, blank }) => {
  const shown: Record<string, Record<string, Shown>> = {};
  const excel = () => started!;
  let started: Awaited<ReturnType<typeof startExcel>> | undefined;
  beforeAll(async () => {
    const workbook = new Workbook("Start");
    workbook.calculation.customFunctions.blanks = blank === 0 ? "zero" : "null";
    started = await startExcel({ workbook, culture, profile: blank === 0 ? "microsoft365-windows" : "web" });
    for (const table of [neat, messy]) await excel().fill(table.sheet, table.cells);
    const cells = ids.flatMap((id) =>
      Object.entries(WAYS).map(([way, args], at) => ({
        id,
        way,
        sheet: `${id}${at}`,
        args: args(calls[id]!),
      })),
    );
    await excel().type(
      Object.fromEntries(cells.map(({ id, sheet, args }) => [`${sheet}!A1`, formulaOf(id, args)])),
    );
    for (const { id, way, sheet } of cells) (shown[id] ??= {})[way] = await excel().sheet(sheet);
  }, 120_000);
  afterAll(() => started?.stop());

  describe.each(ids)("%s", (id) => {
    const one = calls[id]!;
    it.each(Object.keys(WAYS) as Way[])("%s: the cells show what the function gives", (way) => {
      expect(shown[id]?.[way]).toEqual(called(id, WAYS[way](one), blank));
    });
    it("answers without an error where nothing is wrong", () => {
      for (const way of ["needed", "all", "in Chinese", "in English"])
        expect(shown[id]?.[way]?.sentences, way).toEqual({});
    });
    it("answers in a mess, too, for the rows that are sound", () => {
      const { values, sentences } = shown[id]!["needed, in a mess"]!;
      const sound = values.flat().filter((_, at) => at > 0 && values.length > 1);
      expect(sound.some((cell) => cell !== "" && !String(cell).startsWith("#"))).toBe(true);
      // A table of customers leaves rows out that can't be read; what answers row by row says so in the row.
      const byRow = values.length >= neat.column("value").values.length;
      expect(Object.keys(sentences).length > 0).toBe(byRow);
    });
    it("takes an argument that is left out between commas as one that isn't there", () => {
      expect(shown[id]?.["optional ones left out, with commas"]).toEqual(shown[id]?.["needed"]);
      const own = culture === "zh-CN" ? "in Chinese" : "in English";
      if (!one.words) expect(shown[id]?.[own]).toEqual(shown[id]?.["needed"]);
    });
    it("refuses with an error that Excel shows, and a sentence in its language", () => {
      const [code, english, inChinese] = one.refusal;
      const { values, sentences } = shown[id]!["refused"]!;
      expect(values).toEqual([[code]]);
      expect(sentences["A1"]).toContain(culture === "zh-CN" ? inChinese : english);
      expect(sentences["A1"]).toMatch(culture === "zh-CN" ? /[\u4e00-\u9fff].*。$/ : /^[^\u4e00-\u9fff]+\.$/);
    });
    it("speaks another language where it is asked to, if it says words at all", () => {
      const speaks = metadata.functions.find((f) => f.id === id)?.parameters.at(-1)?.name === "language";
      const words = ({ values }: Shown) => /[\u4e00-\u9fff]/.test(values.flat().join());
      expect(words(shown[id]!["in Chinese"]!)).toBe(speaks);
      expect(words(shown[id]!["in English"]!)).toBe(false);
    });
  });
});
