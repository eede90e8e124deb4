import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Where manifest.xml says the add-in is served from. */
const WRITTEN_BASE = "https://localhost:3000";

/** A namespace: a letter, then letters, digits, _ and ., as short as a resource's id may be. */
const NAMESPACE = /^[A-Za-z][A-Za-z0-9_.]{0,31}$/;

/**
 * A manifest whose functions are called with a namespace before their name (`=ACME.RFM()`), for a company where a name
 * is taken. Refuses what Excel doesn't take for one, and a manifest without custom functions.
 */
export function withNamespace(manifest: string, namespace: string): string {
  if (!NAMESPACE.test(namespace)) {
    throw new Error(
      `“${namespace}” is no namespace: write letters, digits, _ and ., a letter first, at most 32.`,
    );
  }
  const named = manifest
    .replace(/(\s*)<\/Metadata>/, '$1</Metadata>$1<Namespace resid="Functions.Namespace"/>')
    .replace(
      /(\s*)<bt:ShortStrings>/,
      `$1<bt:ShortStrings>$1  <bt:String id="Functions.Namespace" DefaultValue="${namespace}"/>`,
    );
  if (!named.includes("<Namespace ")) throw new Error("The manifest has no custom functions to name.");
  return named;
}

/**
 * The files of the add-in that no page imports: manifest.xml, with `baseUrl` in its addresses and, where one is given,
 * the functions' namespace, the icons, and index.html, a page without scripts that says what this is to who comes to the
 * address. The build writes them, the development server serves them.
 */
export function addInFiles(root: string, baseUrl = WRITTEN_BASE, namespace?: string): Plugin {
  const base = baseUrl.replace(/\/+$/, "");
  const manifest = () => {
    const written = readFileSync(join(root, "manifest.xml"), "utf8").replaceAll(WRITTEN_BASE, base);
    return namespace === undefined ? written : withNamespace(written, namespace);
  };
  const landing = () => readFileSync(join(root, "assets/index.html"), "utf8");
  const icons = () => readdirSync(join(root, "assets")).filter((name) => name.endsWith(".png"));
  return {
    name: "add-in-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ""] = (request.url ?? "").split("?");
        const icon = icons().find((name) => path === `/assets/${name}`);
        if (path === "/manifest.xml") {
          response.setHeader("Content-Type", "application/xml");
          response.end(manifest());
        } else if (path === "/" || path === "/index.html") {
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(landing());
        } else if (icon !== undefined) {
          response.setHeader("Content-Type", "image/png");
          createReadStream(join(root, "assets", icon)).pipe(response);
        } else next();
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "manifest.xml", source: manifest() });
      this.emitFile({ type: "asset", fileName: "index.html", source: landing() });
      for (const name of icons()) {
        const source = readFileSync(join(root, "assets", name));
        this.emitFile({ type: "asset", fileName: `assets/${name}`, source });
      }
    },
  };
}
