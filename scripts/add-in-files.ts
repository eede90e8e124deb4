import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Where manifest.xml says the add-in is served from. */
const WRITTEN_BASE = "https://localhost:3000";

/**
 * The files of the add-in that no page imports: manifest.xml, with `baseUrl` in its addresses, and the icons. The build
 * writes them, the development server serves them.
 */
export function addInFiles(root: string, baseUrl = WRITTEN_BASE): Plugin {
  const base = baseUrl.replace(/\/+$/, "");
  const manifest = () => readFileSync(join(root, "manifest.xml"), "utf8").replaceAll(WRITTEN_BASE, base);
  const icons = () => readdirSync(join(root, "assets")).filter((name) => name.endsWith(".png"));
  return {
    name: "add-in-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ""] = (request.url ?? "").split("?");
        const icon = icons().find((name) => path === `/assets/${name}`);
        if (path === "/manifest.xml") {
          response.setHeader("Content-Type", "application/xml").end(manifest());
        } else if (icon !== undefined) {
          response.setHeader("Content-Type", "image/png");
          createReadStream(join(root, "assets", icon)).pipe(response);
        } else next();
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "manifest.xml", source: manifest() });
      for (const name of icons()) {
        const source = readFileSync(join(root, "assets", name));
        this.emitFile({ type: "asset", fileName: `assets/${name}`, source });
      }
    },
  };
}
