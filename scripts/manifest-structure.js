import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What is wrong with a manifest beyond its schema, a sentence each: what Office refuses when it loads the add-in, or
 * shows as a missing picture or an empty page. `folder` is where the files that its URLs name are kept.
 */
export function structureProblems(xml, folder) {
  const elements = elementsOf(xml);
  return [
    ...identity(elements),
    ...resources(elements),
    ...urls(elements),
    ...icons(elements, folder),
    ...sharedRuntime(elements),
    ...customFunctions(elements),
    ...commands(elements),
  ];
}

/**
 * The ribbon's commands of a manifest that run a function, in order: the name of the function, which the add-in must
 * give to `Office.actions.associate`.
 */
export function functionCommands(xml) {
  return elementsOf(xml)
    .filter(({ name }) => name === "FunctionName")
    .map(({ text }) => text);
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const LONGEST_RESID = 32;
/** Characters of a bt:ShortStrings and a bt:LongStrings string. */
const LONGEST_STRING = { ShortStrings: 125, LongStrings: 250 };

function identity(elements) {
  const problems = [];
  const text = (name) => elements.find((element) => element.name === name)?.text ?? "";
  if (!GUID.test(text("Id"))) problems.push(`<Id> is "${text("Id")}", which is no GUID.`);
  const version = text("Version");
  const parts = version.split(".");
  if (
    parts.length < 2 ||
    parts.length > 4 ||
    parts.some((part) => !/^\d{1,5}$/.test(part) || +part > 65535)
  ) {
    problems.push(`<Version> is "${version}": write two to four numbers of at most 65535, such as 1.0.0.0.`);
  }
  if (text("ProviderName") === "") problems.push("<ProviderName> is missing or empty.");
  for (const { name, attributes } of elements) {
    const host = attributes.Name ?? attributes["xsi:type"];
    if (name === "Host" && host !== "Workbook") problems.push(`<Host> is "${host}"; Excel is "Workbook".`);
  }
  if (!elements.some(({ name }) => name === "SupportUrl")) problems.push("<SupportUrl> is missing.");
  return problems;
}

/** Ids of resources: unique, short, defined where used, used where defined; strings no longer than Office shows. */
function resources(elements) {
  const problems = [];
  const defined = new Map();
  for (const { name, attributes, path } of elements) {
    if (!path.includes("Resources") || attributes.id === undefined) continue;
    const { id } = attributes;
    if (defined.has(id)) problems.push(`The resource id "${id}" is defined twice.`);
    defined.set(id, name);
    if (id.length > LONGEST_RESID) {
      problems.push(`The resource id "${id}" has ${id.length} characters; Office takes ${LONGEST_RESID}.`);
    }
  }
  const used = new Set();
  for (const { name, attributes } of elements) {
    if (attributes.resid === undefined || used.has(attributes.resid)) continue;
    used.add(attributes.resid);
    if (!defined.has(attributes.resid)) {
      problems.push(`<${name}> names the resource "${attributes.resid}", which is not defined.`);
    }
  }
  for (const id of defined.keys()) if (!used.has(id)) problems.push(`The resource "${id}" is never used.`);
  for (const [kind, longest] of Object.entries(LONGEST_STRING)) {
    for (const { path, attributes } of elements) {
      const value = attributes.DefaultValue ?? attributes.Value;
      if (path.includes(kind) && value !== undefined && value.length > longest) {
        problems.push(
          `A string of ${kind} has ${value.length} characters; Office takes ${longest}: "${value}".`,
        );
      }
    }
  }
  return problems;
}

/** Every address is https, and those of our own pages and pictures have one origin. */
function urls(elements) {
  const problems = [];
  const origins = new Set();
  for (const { name, attributes, path } of elements) {
    const value = attributes.DefaultValue ?? attributes.Value;
    const isUrl =
      /Url$|^Image$|^SourceLocation$/.test(name) ||
      (name === "Override" && /Url$|^Image$/.test(path.at(-1) ?? ""));
    if (value === undefined || !isUrl) continue;
    let url;
    try {
      url = new URL(value);
    } catch {
      problems.push(`<${name}> has "${value}", which is no full address.`);
      continue;
    }
    if (url.protocol !== "https:") problems.push(`<${name}> has ${value}: Office loads https only.`);
    if (name !== "SupportUrl" && attributes.id !== "GetStarted.LearnMoreUrl") origins.add(url.origin);
  }
  if (origins.size > 1) {
    problems.push(
      `Pages and pictures come from several origins (${[...origins].join(", ")}); serve them from one.`,
    );
  }
  return problems;
}

/** Pictures are there, are PNGs, and are of the size they are named for. */
function icons(elements, folder) {
  const problems = [];
  const page = elements.find(
    ({ name, path }) => name === "SourceLocation" && path.at(-1) === "DefaultSettings",
  );
  const served = page && URL.canParse(page.attributes.DefaultValue) ? page.attributes.DefaultValue : null;
  const base = served === null ? "/" : new URL(".", served).pathname;
  const sizes = new Map();
  const need = (value, size) => sizes.set(value, [...(sizes.get(value) ?? []), size]);
  const images = new Map();
  for (const { name, attributes } of elements) {
    if (name === "IconUrl") need(attributes.DefaultValue, 32);
    if (name === "HighResolutionIconUrl") need(attributes.DefaultValue, 64);
    if (name === "Image" && attributes.id !== undefined) images.set(attributes.id, attributes.DefaultValue);
  }
  for (const { name, attributes } of elements) {
    if (name !== "Image" || attributes.resid === undefined) continue;
    const url = images.get(attributes.resid);
    if (url !== undefined) need(url, Number(attributes.size));
  }
  for (const [url, wanted] of sizes) {
    if (!URL.canParse(url)) continue;
    const { pathname } = new URL(url);
    const within = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
    const file = join(folder, decodeURIComponent(within));
    if (!existsSync(file)) {
      problems.push(`The icon ${url} is not there: ${file} is missing.`);
      continue;
    }
    const bytes = readFileSync(file);
    if (bytes.length < 24 || bytes.toString("latin1", 1, 4) !== "PNG") {
      problems.push(`The icon ${file} is no PNG.`);
      continue;
    }
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    for (const size of new Set(wanted)) {
      if (width !== size || height !== size) {
        problems.push(
          `The icon ${file} is ${width} × ${height}, and stands where ${size} × ${size} is asked for.`,
        );
      }
    }
  }
  return problems;
}

/** The shared runtime: one long runtime, asked for as a requirement, and its page wherever a page is named. */
function sharedRuntime(elements) {
  const problems = [];
  const runtimes = elements.filter(({ name }) => name === "Runtime");
  const [runtime] = runtimes;
  if (runtimes.length !== 1 || runtime === undefined) {
    return [`There are ${runtimes.length} <Runtime> elements; a shared runtime has one.`];
  }
  const { resid, lifetime } = runtime.attributes;
  if (lifetime !== "long") problems.push('<Runtime> must have lifetime="long" to be shared.');
  if (!elements.some(({ name, attributes }) => name === "Set" && attributes.Name === "SharedRuntime")) {
    problems.push('<Requirements> does not ask for <Set Name="SharedRuntime">.');
  }
  const pages = elements.filter(
    ({ name, path }) =>
      name === "FunctionFile" || (name === "SourceLocation" && /^(?:Action|Page)$/.test(path.at(-1) ?? "")),
  );
  for (const { name, attributes } of pages) {
    if (attributes.resid !== resid) {
      problems.push(
        `<${name}> names "${attributes.resid}", and the shared runtime "${resid}": they must be one.`,
      );
    }
  }
  if (elements.some(({ name }) => name === "TaskpaneId")) {
    problems.push("<TaskpaneId> must not stand beside a long runtime: there is one pane.");
  }
  return problems;
}

/** What people type before a function's name: letters, digits, _ and ., a letter first. */
const NAMESPACE = /^[A-Za-z][A-Za-z0-9_.]{0,31}$/;

/**
 * The custom functions: one extension point for all form factors, which stands before those of a form factor, with
 * script, page and metadata, and a namespace that is one where there is one.
 */
function customFunctions(elements) {
  const points = elements.filter(
    ({ name, attributes }) => name === "ExtensionPoint" && attributes["xsi:type"] === "CustomFunctions",
  );
  const [point] = points;
  if (points.length !== 1 || point === undefined) {
    return [`There are ${points.length} extension points of custom functions; Excel takes one.`];
  }
  const problems = [];
  if (point.path.at(-1) !== "AllFormFactors") {
    problems.push("The extension point of custom functions belongs into <AllFormFactors>.");
  }
  const factors = elements.filter(({ name }) => /FormFactors?$/.test(name)).map(({ name }) => name);
  if (factors[0] !== "AllFormFactors") {
    problems.push(`<AllFormFactors> must stand before <${factors[0]}>.`);
  }
  const urls = new Map(
    elements
      .filter(({ name }) => name === "Url")
      .map(({ attributes }) => [attributes.id, attributes.DefaultValue]),
  );
  for (const [part, ending] of [
    ["Script", ".js"],
    ["Metadata", ".json"],
  ]) {
    const source = elements.find(({ name, path }) => name === "SourceLocation" && path.at(-1) === part);
    const url = urls.get(source?.attributes.resid);
    if (source === undefined) problems.push(`The custom functions have no <${part}>.`);
    else if (url !== undefined && !url.endsWith(ending)) {
      problems.push(`<${part}> of the custom functions is ${url}, and not a file that ends with ${ending}.`);
    }
  }
  const named = elements.find(({ name }) => name === "Namespace");
  const text = elements.find(
    ({ name, attributes }) => name === "String" && attributes.id === named?.attributes.resid,
  );
  const namespace = text?.attributes.DefaultValue;
  if (namespace !== undefined && !NAMESPACE.test(namespace)) {
    problems.push(
      `The namespace is "${namespace}": write letters, digits, _ and ., a letter first, at most 32.`,
    );
  }
  return problems;
}

/** A control's icon in the sizes that Office asks for (docs/develop/create-addin-commands.md). */
const COMMAND_ICONS = ["16", "32", "80"];
/** A global function's name, as `Office.actions.associate` and the ribbon know it. */
const FUNCTION_NAME = /^[A-Za-z_][\w.]{0,63}$/;

/** Buttons of the ribbon: an id of their own, label, tip, three icons and something that they do. */
function commands(elements) {
  const problems = [];
  const ids = new Set();
  const functions = new Set();
  elements.forEach((control, index) => {
    if (control.name !== "Control") return;
    const { id = "" } = control.attributes;
    const end = elements.findIndex((other, at) => at > index && other.path.length <= control.path.length);
    const within = elements.slice(index + 1, end < 0 ? undefined : end);
    const child = (name) => within.find((element) => element.name === name);
    if (id === "" || ids.has(id)) problems.push(`The control "${id}" needs an id of its own.`);
    ids.add(id);
    for (const part of ["Label", "Supertip", "Icon", "Action"]) {
      if (child(part) === undefined) problems.push(`The control "${id}" has no <${part}>.`);
    }
    const sizes = within.filter(({ name }) => name === "Image").map(({ attributes }) => attributes.size);
    for (const size of COMMAND_ICONS) {
      if (!sizes.includes(size)) problems.push(`The control "${id}" has no icon of size ${size}.`);
    }
    if (child("Action")?.attributes["xsi:type"] !== "ExecuteFunction") return;
    const name = child("FunctionName")?.text ?? "";
    if (!FUNCTION_NAME.test(name)) {
      problems.push(`The control "${id}" runs the function "${name}": write a name of letters and digits.`);
    }
    // The client finds associated functions by their upper-case names.
    if (functions.has(name.toUpperCase())) problems.push(`Two controls run the function "${name}".`);
    functions.add(name.toUpperCase());
  });
  if (functions.size > 0 && !elements.some(({ name }) => name === "FunctionFile")) {
    problems.push("Controls run functions, and there is no <FunctionFile>.");
  }
  return problems;
}

/** The elements of a well-formed document: local name, attributes, text, and the local names of what they stand in. */
function elementsOf(xml) {
  const elements = [];
  const open = [];
  const bare = xml.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
  for (const match of bare.matchAll(/<(\/?)([\w.:-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>([^<]*)/g)) {
    const [, closing, qualified, attributeText = "", alone, text = ""] = match;
    const name = qualified?.split(":").at(-1) ?? "";
    if (closing) {
      open.pop();
      continue;
    }
    const attributes = Object.fromEntries(
      [...attributeText.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, key, double, single]) => [key, unescaped(double ?? single ?? "")],
      ),
    );
    elements.push({ name, attributes, path: [...open], text: alone ? "" : unescaped(text.trim()) });
    if (!alone) open.push(name);
  }
  return elements;
}

function unescaped(text) {
  const named = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => named[name]);
}
