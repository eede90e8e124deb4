#!/usr/bin/env node
import { parseArgs } from "node:util";
import { build } from "vite";

/**
 * Builds the add-in to dist/ and the command to build/command.
 *
 *   npm run build -- [--base-url URL] [--namespace NAME]
 *
 * URL is where dist/ will be served (default https://localhost:3000); NAME is what people are to type before a
 * function's name, `=NAME.RFM()`, where a name is taken (default: nothing). The variables TIERSHEET_BASE_URL and
 * TIERSHEET_NAMESPACE say the same.
 */
try {
  const { values } = parseArgs({
    options: { "base-url": { type: "string" }, namespace: { type: "string" } },
  });
  const url = values["base-url"];
  if (url !== undefined) {
    if (!URL.canParse(url) || new URL(url).protocol !== "https:") {
      throw new Error(`--base-url is to be a full address that begins with https://, not “${url}”.`);
    }
    process.env["TIERSHEET_BASE_URL"] = url;
  }
  if (values.namespace !== undefined) process.env["TIERSHEET_NAMESPACE"] = values.namespace;
  await build({ configFile: "vite.config.ts" });
  await build({ configFile: "vite.command.config.ts" });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
