import { createHash } from "node:crypto";
import { join } from "node:path";
import { runnerImport, type Plugin } from "vite";
import type { Bilingual } from "../src/core/language/language";
import type { Texts } from "./named-texts";

const CATALOGUE = /[\\/]src[\\/]core[\\/]language[\\/]catalogue\.ts$/;

/** Stands where the texts will, until all modules are known. */
const PLACE = "texts-of-the-pane";

/**
 * Gives the pane, of all texts of the catalogue, those whose code stands in what is left of the pane's modules: what only
 * the command and the custom functions say stays out. They are data, and so a file of JSON beside the scripts, which
 * page and worker fetch when they begin: read quicker than as a script, and kept by the browser when only scripts
 * change. The development server leaves the catalogue whole.
 */
export function paneTexts(root: string): Plugin {
  let texts: Promise<(script: string) => Texts> | null = null;
  let named: string | null = null;
  // Read when a build begins and not with the configuration, which would otherwise hang on the catalogue.
  const inCatalogue = async () => {
    const load = async <M>(file: string) =>
      (await runnerImport<M>(join(root, file), { root, configFile: false })).module;
    const { catalogue } = await load<typeof import("../src/core/language/catalogue")>(
      "src/core/language/catalogue.ts",
    );
    const { textsNamedIn } = await load<typeof import("./named-texts")>("scripts/named-texts.ts");
    return (script: string) => textsNamedIn(script, catalogue);
  };
  return {
    name: "pane-texts",
    apply: "build",
    enforce: "pre",
    buildStart: () => {
      named = null;
      texts = inCatalogue();
    },
    load: {
      filter: { id: CATALOGUE },
      handler: () => ({ code: unpacked(PLACE), moduleType: "js" }),
    },
    async renderChunk(code, _, __, { chunks }) {
      if (!code.includes(PLACE) || texts === null) return null;
      const own = Object.values(chunks).flatMap(({ modules }) =>
        Object.entries(modules).flatMap(([id, module]) => (CATALOGUE.test(id) ? [] : [module.code ?? ""])),
      );
      named ??= packed((await texts)(own.join("\n")));
      const file = `texts-${createHash("sha256").update(named).digest("hex").slice(0, 8)}.json`;
      this.emitFile({ type: "asset", fileName: `assets/${file}`, source: named });
      return { code: code.replace(PLACE, file), map: null };
    },
  };
}

/** Texts by columns, codes and each language by itself: so they pack an eighth smaller than side by side. */
function packed(texts: Texts): string {
  const codes = Object.keys(texts).sort();
  const column = (language: keyof Bilingual) => codes.map((code) => texts[code]?.[language] ?? "");
  return JSON.stringify([codes, column("en"), column("zh")]);
}

/** A module whose `catalogue` is made of the texts in a file beside it. */
function unpacked(file: string): string {
  return `const [codes, en, zh] = await (await fetch(import.meta.url.replace(/[^/]*$/, "${file}"))).json();
export const catalogue = Object.fromEntries(codes.map((code, at) => [code, { en: en[at], zh: zh[at] }]));`;
}
