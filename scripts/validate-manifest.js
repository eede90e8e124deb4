#!/usr/bin/env node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { logErrorMessage } from "office-addin-cli";
import { OfficeAddinManifest } from "office-addin-manifest";
import { validateXML } from "xmllint-wasm";
import { functionFilesProblems } from "./function-files.js";
import { structureProblems } from "./manifest-structure.js";

/**
 * Validates an add-in only manifest without the network: `office-addin-manifest validate` posts it to a Microsoft
 * service. Four checks: the XML schema of OfficeDev/office-js-docs-pr where the folder is there, the structure that no
 * schema describes, the custom functions of the build that the manifest stands in, if it does, and whether Microsoft's
 * own reader makes sense of it. Exit code 1 where one of them complains.
 *
 *   node scripts/validate-manifest.js [manifest.xml] [--schemas FOLDER]
 */
const SCHEMA = "OfficeAppManifestV1_1.xsd";
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { schemas: { type: "string" } },
  });
  const file = resolve(positionals[0] ?? join(root, "manifest.xml"));
  const schemas = resolve(values.schemas ?? join(root, "../shared/data/manifest-xsd"));
  const xml = readFileSync(file, "utf8");
  const problems = [];

  const form = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: xml }],
    normalization: "c14n",
  });
  if (!form.valid) {
    problems.push(...sentences(form.errors));
  } else {
    const folder = existsSync(join(dirname(file), "assets")) ? dirname(file) : root;
    problems.push(...(await schemaProblems(xml, schemas)), ...structureProblems(xml, folder));
    const functions = await functionFilesProblems(folder);
    if (functions === null) console.log(`SKIPPED: the custom functions, for ${folder} holds no build.`);
    else problems.push(...functions);
    const info = await OfficeAddinManifest.readManifestFile(file);
    if (problems.length === 0) {
      console.log(`${info.displayName} ${info.version}, ${info.id}, for ${info.hosts?.join(", ")}`);
    }
  }

  for (const problem of new Set(problems)) logErrorMessage(problem);
  console.log(problems.length === 0 ? `${file} is sound.` : `${file} is not valid.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  logErrorMessage(error);
  process.exitCode = 1;
}

/** What the schema refuses. It is older than <Runtimes> and <ExtendedOverrides>, which are taken out first. */
async function schemaProblems(xml, folder) {
  if (!existsSync(join(folder, SCHEMA))) {
    console.log(`SKIPPED: the XML schema check, for there are no schemas in ${folder}.`);
    return [];
  }
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".xsd") && name !== SCHEMA)
    .map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") }));
  const known = xml.replace(/<(Runtimes|ExtendedOverrides)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g, (taken) =>
    "\n".repeat(taken.split("\n").length - 1),
  );
  const result = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: known }],
    schema: [{ fileName: SCHEMA, contents: readFileSync(join(folder, SCHEMA), "utf8") }],
    preload: files,
  });
  return sentences(result.errors);
}

/** What xmllint found, with its line; the lines in which it draws the place are left out. */
function sentences(errors) {
  return errors
    .filter(({ loc }) => loc !== null)
    .map(({ message, loc }) => `Line ${loc.lineNumber}: ${message}`);
}
