import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serveAddIn } from "./start.js";

/*
 * npm run excel: serves the add-in over https and puts it into a real Excel. On Windows and Mac by
 * office-addin-debugging, fetched by npx: it isn't in the lock file, because its tree asks for a package that not every
 * registry has. On the web a person uploads the manifest. Ctrl+C ends the server and takes the add-in out again.
 */

const MANIFEST = fileURLToPath(new URL("../manifest.xml", import.meta.url));

const WEB = `Excel on the web:
  1. Open https://localhost:3000/taskpane.html once, so that the browser trusts its certificate.
  2. Open a workbook on https://excel.cloud.microsoft
  3. Home > Add-ins > More add-ins > My add-ins > Upload my add-in
  4. Choose ${MANIFEST}`;

function asked() {
  try {
    return parseArgs({ options: { web: { type: "boolean", default: false } } }).values;
  } catch (error) {
    console.error(`${error.message.split(/[.\n]/)[0]}.\nUsage: npm run excel -- [--web]`);
    return process.exit(2);
  }
}

const { web } = asked();
const onDesktop = !web && (process.platform === "win32" || process.platform === "darwin");

/** On Windows npx is a script of the shell, which wants the path in quotes. */
function debugging(...words) {
  const child = spawn("npx", ["--yes", "office-addin-debugging", ...words.map((word) => `"${word}"`)], {
    stdio: "inherit",
    shell: true,
  });
  return new Promise((resolve) => child.on("exit", resolve));
}

let server;
try {
  server = await serveAddIn({ say: (line) => console.log(line) });
} catch (error) {
  console.error(`The add-in could not be served at https://localhost:3000: ${error.message}`);
  process.exit(1);
}

let ending = false;
const end = async () => {
  if (ending) return;
  ending = true;
  if (onDesktop) await debugging("stop", MANIFEST);
  await server.close().catch(() => {});
  process.exit(0);
};
process.on("SIGINT", end);
process.on("SIGTERM", end);

if (onDesktop) await debugging("start", MANIFEST, "desktop", "--app", "excel", "--no-debug");
else console.log(WEB);
console.log(
  "The add-in is served at https://localhost:3000. Ctrl+C ends it. docs/excel-checklist.md: what to look at.",
);
