import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { chinese } from "../functions/metadata-zh";
import { catalogue } from "../src/core/language/catalogue";
import { nameProblems } from "./function-names";

/** A parameter as functions.json has it. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: "matrix" | "scalar";
  readonly optional?: boolean;
}

/** A function as functions.json has it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type?: string; readonly dimensionality?: "matrix" | "scalar" };
  readonly options?: Readonly<Record<string, boolean>>;
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json */
export interface FunctionsMetadata {
  readonly $schema: string;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/** Where the JSDoc of the functions says that their help is served. */
const WRITTEN_BASE = "https://localhost:3000";
const SCHEMA = "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json";
/** The generator's own limit of names; descriptions longer than this are cut by Excel's formula tips. */
const LONGEST_DESCRIPTION = 255;

/**
 * The metadata of all functions, in the order of their names, from the JSDoc beside them: English as it stands there,
 * Chinese with the texts of functions/metadata-zh.ts and the catalogue's names of parameters. Ids, names and shapes are
 * the same in both: a name that is translated breaks formulas. Error cells are let in, which the generator can't say.
 * Throws, with all reasons, where the JSDoc is wrong, a name is illegal, or an English text is missing; a Chinese one
 * that is missing is English, and told in `untranslated`, which a test holds to none.
 */
export async function functionsMetadata(
  root: string,
  baseUrl = WRITTEN_BASE,
): Promise<{
  readonly en: FunctionsMetadata;
  readonly zh: FunctionsMetadata;
  readonly untranslated: readonly string[];
}> {
  const folder = join(root, "functions");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name))
    .filter((file) => /@customfunction\b/.test(readFileSync(file, "utf8")));
  const generated = await generateCustomFunctionsMetadata(files);
  const found = generated.errors.length === 0 ? listedIn(generated.metadataJson) : [];
  const problems = [...generated.errors, ...found.flatMap(problemsOf)];
  if (problems.length > 0) throw new Error(`The custom functions are not sound:\n${problems.join("\n")}`);
  const base = baseUrl.replace(/\/+$/, "");
  const english = found.map((one) => ({ ...one, helpUrl: one.helpUrl.replace(WRITTEN_BASE, base) }));
  return {
    en: metadataOf(english),
    zh: metadataOf(english.map(inChinese)),
    untranslated: chineseProblems(found),
  };
}

function metadataOf(functions: readonly FunctionMetadata[]): FunctionsMetadata {
  return { $schema: SCHEMA, allowErrorForDataTypeAny: true, functions };
}

function listedIn(json: string): FunctionMetadata[] {
  const { functions } = JSON.parse(json) as { functions: FunctionMetadata[] };
  return functions.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function problemsOf({ id, name, description, helpUrl, parameters }: FunctionMetadata): readonly string[] {
  const problems = [...nameProblems(id)];
  if (name !== id) problems.push(`${id}: its name is “${name}”; the two are to be one.`);
  const help = `${WRITTEN_BASE}/docs/functions/${id.toLowerCase()}.html`;
  if (helpUrl !== help) problems.push(`${id}: @helpurl is ${helpUrl ?? "missing"}, not ${help}.`);
  const texts = [["", description], ...parameters.map((one) => [` ${one.name}`, one.description])];
  for (const [whose = "", text = ""] of texts) {
    if (text === "") problems.push(`${id}${whose}: the description is missing.`);
    if (text.length > LONGEST_DESCRIPTION) {
      problems.push(
        `${id}${whose}: the description has ${text.length} characters, more than ${LONGEST_DESCRIPTION}.`,
      );
    }
  }
  const firstOptional = parameters.findIndex(({ optional }) => optional);
  if (firstOptional >= 0 && parameters.slice(firstOptional).some(({ optional }) => !optional)) {
    problems.push(`${id}: a parameter that is needed comes after one that isn't.`);
  }
  return problems;
}

function chineseProblems(functions: readonly FunctionMetadata[]): readonly string[] {
  const known = new Map(functions.map((one) => [one.id, one.parameters.map(({ name }) => name)]));
  const missing = functions.flatMap(({ id, parameters }) => [
    ...(chinese[id] ? [] : [`${id}: there is no Chinese description.`]),
    ...parameters.flatMap(({ name }) => [
      ...(chinese[id]?.parameters[name] ? [] : [`${id} ${name}: there is no Chinese description.`]),
      ...(chineseName(name) ? [] : [`${id} ${name}: the catalogue has no “parameter.${name}”.`]),
    ]),
  ]);
  const idle = Object.entries(chinese).flatMap(([id, { parameters }]) => [
    ...(known.has(id) ? [] : [`${id}: described in Chinese, but there is no such function.`]),
    ...Object.keys(parameters)
      .filter((name) => known.has(id) && !known.get(id)?.includes(name))
      .map((name) => `${id} ${name}: described in Chinese, but there is no such parameter.`),
  ]);
  return [...missing, ...idle];
}

/** What sentences call the parameter, so that an error and the help speak of the same. */
function chineseName(name: string): string | undefined {
  const texts: Readonly<Record<string, { readonly zh: string }>> = catalogue;
  return texts[`parameter.${name}`]?.zh;
}

function inChinese(one: FunctionMetadata): FunctionMetadata {
  const texts = chinese[one.id];
  return {
    ...one,
    description: texts?.description ?? one.description,
    parameters: one.parameters.map((parameter) => ({
      ...parameter,
      name: chineseName(parameter.name) ?? parameter.name,
      description: texts?.parameters[parameter.name] ?? parameter.description,
    })),
  };
}
