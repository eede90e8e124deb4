import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SCRIPT = "functions.js";
const METADATA = ["functions.json", "functions-zh-CN.json"];

/**
 * What is wrong between the files of a build that Excel knows the custom functions by: the functions that the metadata
 * name and those that the script associates must be the same, with the same shape in each language. Null where the
 * folder holds no build.
 */
export async function functionFilesProblems(folder) {
  if (!existsSync(join(folder, SCRIPT))) return null;
  const problems = METADATA.filter((name) => !existsSync(join(folder, name))).map(
    (name) => `${name} is missing beside ${SCRIPT}.`,
  );
  if (problems.length > 0) return problems;
  const associated = await associatedIds(join(folder, SCRIPT));
  const [first, ...others] = METADATA.map((name) => ({
    name,
    metadata: JSON.parse(readFileSync(join(folder, name), "utf8")),
  }));
  const ids = first.metadata.functions.map(({ id }) => id);
  for (const id of ids)
    if (!associated.includes(id)) problems.push(`${SCRIPT} associates no function ${id}.`);
  for (const id of associated)
    if (!ids.includes(id)) problems.push(`${first.name} doesn't name the function ${id}.`);
  for (const { name, metadata } of others) {
    if (JSON.stringify(shapeOf(metadata)) !== JSON.stringify(shapeOf(first.metadata))) {
      problems.push(`${name} and ${first.name} differ in more than their texts.`);
    }
  }
  return problems;
}

let runs = 0;

/** The ids that a script gives to CustomFunctions.associate when it runs. */
export async function associatedIds(file) {
  const ids = [];
  const before = Object.getOwnPropertyDescriptor(globalThis, "CustomFunctions");
  const CustomFunctions = { associate: (id) => ids.push(id) };
  Object.defineProperty(globalThis, "CustomFunctions", { value: CustomFunctions, configurable: true });
  try {
    await import(`${pathToFileURL(file)}?run=${runs++}`);
  } finally {
    delete globalThis.CustomFunctions;
    if (before) Object.defineProperty(globalThis, "CustomFunctions", before);
  }
  return ids;
}

/** What the languages have in common: all but descriptions and the names of parameters. */
function shapeOf({ functions, ...rest }) {
  return {
    ...rest,
    functions: functions.map(({ description: _, parameters, ...one }) => ({
      ...one,
      parameters: parameters.map(({ name: __, description: ___, ...parameter }) => parameter),
    })),
  };
}
