import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { InlineConfig, Plugin } from "vite";
import { LATER_MEMBERS } from "../src/workbench/transports/later-members";

/** The address that the pane loads office.js from in Excel. */
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const PAGE = "src/workbench/page/index.html";

/**
 * The pane may ask this server and nobody else: office.js would otherwise open a frame of Microsoft's telemetry. Vite
 * speaks to the page over a web socket.
 */
const NOWHERE_ELSE =
  "frame-src 'self'; connect-src 'self' wss://localhost:*; object-src 'none'; base-uri 'self'";

/** What `npm start` adds to vite.config.ts. `cacheDir`: where Vite keeps the packages it made ready. */
export function workbenchConfig(root: string, cacheDir?: string): InlineConfig {
  const oSpreadsheet = join(root, "node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js");
  return {
    // The plain development server makes other packages ready: sharing a folder, each would undo the other's work.
    cacheDir: cacheDir ?? join(root, "node_modules/.vite-workbench"),
    plugins: [workbenchServer(root)],
    // Its "browser" build hangs everything on the window.
    resolve: { alias: [{ find: /^@odoo\/o-spreadsheet$/, replacement: oSpreadsheet }] },
    optimizeDeps: {
      include: ["@odoo/owl", "@odoo/o-spreadsheet", "chart.js/auto", "hucre", "hucre/xlsx"],
    },
  };
}

/**
 * Serves the page at /workbench/ and office.js from its package, and has the pane load it from there: people without
 * a network try the add-in too, and nothing of office.js comes into a build.
 */
export function workbenchServer(root: string): Plugin {
  const officeJs = join(root, "node_modules/@microsoft/office-js/dist");
  return {
    name: "workbench-server",
    apply: "serve",
    enforce: "pre",
    transform(code, id) {
      if (!id.split("?")[0]?.endsWith("/taskpane/host/office-host.ts")) return;
      if (!code.includes(CDN))
        throw new Error("office-host.ts no longer names office.js as the workbench expects.");
      return code.replaceAll(CDN, "/office-js/office.js");
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? "";
        const [path = ""] = url.split("?");
        if (path === "/workbench") {
          response.writeHead(302, { Location: "/workbench/" }).end();
        } else if (path === "/workbench/") {
          const html = readFileSync(join(root, PAGE), "utf8").replaceAll(
            /(src|href)="\.\/([^"]+)"/g,
            (_, attribute: string, file: string) =>
              `${attribute}="/@fs/${join(root, "src/workbench/page", file).replaceAll("\\", "/").replace(/^\//, "")}"`,
          );
          server
            .transformIndexHtml("/workbench/", html)
            .then(
              (page) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page),
              next,
            );
        } else if (path.startsWith("/office-js/")) {
          const file = join(officeJs, decodeURIComponent(path.slice("/office-js/".length)));
          if (!file.startsWith(officeJs) || !existsSync(file)) return void response.writeHead(404).end();
          const type = file.endsWith(".js") ? "text/javascript" : "application/octet-stream";
          response.writeHead(200, {
            "Content-Type": `${type}; charset=utf-8`,
            "Cache-Control": "max-age=3600",
          });
          if (/\/excel-web-[\d.]+\.js$/.test(path)) {
            return void response.end(`${readFileSync(file, "utf8")}\n${LATER_MEMBERS}`);
          }
          createReadStream(file)
            .on("error", () => response.end())
            .pipe(response);
        } else {
          if (path === "/taskpane.html") response.setHeader("Content-Security-Policy", NOWHERE_ELSE);
          next();
        }
      });
    },
  };
}
