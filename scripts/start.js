import { realpathSync } from "node:fs";
import { createServer as createNetServer } from "node:net";
import { setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createServer, runnerImport } from "vite";
import { localhostCertificate } from "./localhost-certificate.js";

/** The add-in's development server. */
const CONFIG = fileURLToPath(new URL("../vite.config.ts", import.meta.url));

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const USAGE = "Usage: npm start -- [--no-open] [--port N] [--lang zh|en]";

/** How often a taken port is followed by the next one. */
const PORTS_TRIED = 50;

/**
 * Starts the workbench: the add-in's development server over https, and the page with the spreadsheet.
 *
 * @param {{ port?: number, language?: "en" | "zh", cacheDir?: string, watch?: boolean, say?: (line: string) => void }} [options]
 *   `port`: the first one to try; `language`: of the page, else the browser's; `cacheDir`: where Vite keeps what it
 *   made of packages; `watch`: whether the page follows changes of its source; `say`: is told what a person should know.
 * @returns {Promise<{ address: string, openBrowser: () => void, close: () => Promise<void> }>}
 */
export async function startWorkbench({ port = 3000, language, cacheDir, watch = true, say = () => {} } = {}) {
  const certificate = await localhostCertificate();
  if (!certificate.trusted) {
    say("The browser will ask once whether to trust this page: its certificate was made on this computer.");
    say("To be spared the question: npx office-addin-dev-certs install");
  }
  const free = await freePort(port);
  if (free !== port) say(`Port ${port} is taken: ${free} is used instead.`);
  const module = await workbenchServer();
  const path = `/workbench/${language ? `?lang=${language}` : ""}`;
  const server = await createServer({
    configFile: CONFIG,
    ...module.workbenchConfig(ROOT, cacheDir),
    logLevel: "warn",
    server: {
      https: { key: certificate.key, cert: certificate.cert },
      host: "localhost",
      port: free,
      open: path,
      ...(watch ? {} : { watch: null, hmr: false }),
    },
  });
  await server.listen();
  const { port: used } = server.httpServer.address();
  return {
    address: `https://localhost:${used}${path}`,
    openBrowser: () => server.openBrowser(),
    close: () => server.close(),
  };
}

/**
 * Serves the add-in alone over https, as Excel wants it: at the port that manifest.xml names.
 *
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function serveAddIn({ say = () => {} } = {}) {
  const certificate = await localhostCertificate();
  if (!certificate.trusted) {
    say("Excel takes only a certificate that this computer trusts: npx office-addin-dev-certs install");
  }
  const server = await createServer({
    configFile: CONFIG,
    logLevel: "warn",
    server: {
      https: { key: certificate.key, cert: certificate.cert },
      host: "localhost",
      port: 3000,
      strictPort: true,
    },
  });
  await server.listen();
  return { close: () => server.close() };
}

/** Its plugins, which are written in TypeScript. */
async function workbenchServer() {
  const { module } = await runnerImport(fileURLToPath(new URL("./workbench-server.ts", import.meta.url)), {
    configFile: false,
    root: ROOT,
    logLevel: "error",
  });
  return module;
}

/** The first port from this one on that nobody listens on. */
async function freePort(first) {
  for (let port = first; port < Math.min(first + PORTS_TRIED, 65536); port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`Ports ${first} to ${first + PORTS_TRIED - 1} are all taken.`);
}

/** Someone who listens on every address, or on the other kind of address of this computer, has the port as well. */
async function isFree(port) {
  for (const host of ["127.0.0.1", "::1", undefined]) {
    const code = await new Promise((resolve) => {
      const probe = createNetServer();
      probe.once("error", (error) => resolve(error.code));
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
    });
    if (code === "EADDRINUSE" || code === "EACCES") return false;
  }
  return true;
}

/** What was asked for on the command line, or the sentence that says what is wrong with it. */
export function readArguments(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        open: { type: "boolean", default: true },
        port: { type: "string", default: "3000" },
        lang: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
      allowNegative: true,
      allowPositionals: false,
    }));
  } catch (error) {
    return { wrong: error.message.split(/[.\n]/)[0] + "." };
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65535) {
    return { wrong: `--port wants a whole number from 1 to 65535, not "${values.port}".` };
  }
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en") {
    return { wrong: `--lang wants zh or en, not "${values.lang}".` };
  }
  return { open: values.open, port, language: values.lang, help: values.help };
}

/** On Linux a browser needs a desktop; elsewhere there is one. */
function hasBrowser({ platform, env } = process) {
  return platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["BROWSER"]);
}

async function main() {
  const asked = readArguments(process.argv.slice(2));
  if (asked.wrong) {
    console.error(`${asked.wrong}\n${USAGE}`);
    process.exit(2);
  }
  if (asked.help) {
    console.log(USAGE);
    return;
  }
  let workbench;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    // A connection that a browser keeps open must not keep the terminal.
    const patience = setTimeout(() => process.exit(0), 3000);
    patience.unref?.();
    await workbench?.close().catch(() => {});
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  try {
    workbench = await startWorkbench({
      port: asked.port,
      language: asked.language,
      say: (line) => console.log(line),
    });
  } catch (error) {
    console.error(`The workbench could not be started: ${error.message}`);
    process.exit(1);
  }
  console.log("Tiersheet workbench. Ctrl+C ends it.");
  console.log(workbench.address);
  if (asked.open && hasBrowser()) workbench.openBrowser();
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
