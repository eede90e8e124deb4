import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin, type Rolldown } from "vite";
import { catalogue } from "../src/core/language/catalogue";
import { textsNamedIn, type Texts } from "./named-texts";

/** What the script that comes first may weigh, gzipped: it is loaded before anything else of the add-in. */
export const MOST_GZIPPED = 60 * 1024;

/** The scripts of the custom functions: the first, and what it fetches when it is needed. */
const FIRST = "functions.js";
const LATER = "functions-later.js";

const CATALOGUE = /[\\/]src[\\/]core[\\/]language[\\/]catalogue\.ts$/;
const LATER_SOURCE = /[\\/]functions[\\/]later\.ts$/;

/**
 * The custom functions and the core they need as scripts, by their names: functions.js, an ES module that stands on its
 * own, and functions-later.js, which it imports when the first function of later.ts is called. Of the catalogue each has
 * only the texts that it can say: it is built once without any, to see which codes it names. Refuses a first script that
 * is larger than it may be.
 */
export async function functionsBundle(root: string): Promise<Readonly<Record<string, string>>> {
  const silent = await bundled(root, { [FIRST]: {}, [LATER]: {} }, false);
  const first = textsNamedIn(silent[FIRST] ?? "", catalogue);
  const more = Object.entries(textsNamedIn(silent[LATER] ?? "", catalogue)).filter(
    ([code]) => !(code in first),
  );
  const scripts = await bundled(root, { [FIRST]: first, [LATER]: Object.fromEntries(more) }, true);
  const size = gzipSync(scripts[FIRST] ?? "").length;
  if (size > MOST_GZIPPED) {
    throw new Error(`${FIRST} is ${size} bytes gzipped; at most ${MOST_GZIPPED} are allowed.`);
  }
  return scripts;
}

/** The scripts, the catalogue being what the first may say, to which the other adds its own when it comes. */
async function bundled(
  root: string,
  texts: Readonly<Record<string, Texts>>,
  minify: boolean,
): Promise<Readonly<Record<string, string>>> {
  const ownTexts: Plugin = {
    name: "texts-of-functions",
    enforce: "pre",
    load: (id) =>
      CATALOGUE.test(id)
        ? { code: `export const catalogue = ${JSON.stringify(texts[FIRST])};`, moduleType: "js" }
        : null,
    transform: (code, id) =>
      LATER_SOURCE.test(id)
        ? `import { catalogue } from "../src/core/language/catalogue";\n${code}\nObject.assign(catalogue, ${JSON.stringify(texts[LATER])});`
        : null,
  };
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    base: "./",
    plugins: [ownTexts],
    build: {
      write: false,
      minify,
      target: "es2022",
      modulePreload: false,
      rollupOptions: {
        input: join(root, "functions/functions.ts"),
        output: { format: "es", entryFileNames: FIRST, chunkFileNames: "functions-[name].js" },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as readonly Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap(({ output }) => output);
  const scripts = chunks.flatMap((chunk) =>
    chunk.type === "chunk" ? [[chunk.fileName, chunk.code] as const] : [],
  );
  if (scripts.length !== chunks.length || scripts.some(([name]) => name !== FIRST && name !== LATER)) {
    throw new Error(`The functions came out as ${chunks.map(({ fileName }) => fileName).join(", ")}.`);
  }
  return Object.fromEntries(scripts);
}
