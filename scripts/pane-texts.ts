import { join } from "node:path";
import { runnerImport, type Plugin } from "vite";
import type { Texts } from "./named-texts";

const CATALOGUE = /[\\/]src[\\/]core[\\/]language[\\/]catalogue\.ts$/;
const MESSAGES = /[\\/]src[\\/]core[\\/]language[\\/]messages-[\w-]+\.ts$/;

/** Stands where the texts will, until all modules are known. */
const PLACE = "texts-of-the-pane";

/**
 * Gives the pane, of all texts of the catalogue, those whose code some module of the build names: what only the command
 * and the custom functions say stays out. The development server leaves the catalogue whole.
 */
export function paneTexts(root: string): Plugin {
  let named: Record<string, Texts[string]> = {};
  let all: Promise<(script: string) => Texts> | null = null;
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
      named = {};
      all = inCatalogue();
    },
    load: {
      filter: { id: CATALOGUE },
      handler: () => ({ code: `export const catalogue = JSON.parse("${PLACE}");`, moduleType: "js" }),
    },
    transform: {
      filter: { id: { exclude: [/node_modules/, CATALOGUE, MESSAGES] } },
      async handler(code) {
        if (all !== null) Object.assign(named, (await all)(code));
        return null;
      },
    },
    renderChunk: (code) => {
      if (!code.includes(PLACE)) return null;
      const texts = JSON.stringify(JSON.stringify(named));
      return { code: code.replace(new RegExp(`(["'\`])${PLACE}\\1`), () => texts), map: null };
    },
  };
}
