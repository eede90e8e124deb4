import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { addInFiles } from "./scripts/add-in-files.ts";
import { customFunctions } from "./scripts/custom-functions.ts";
import { contentSecurityPolicy } from "./scripts/content-security-policy.ts";
import { paneRenderer } from "./scripts/pane-renderer.ts";
import { paneTexts } from "./scripts/pane-texts.ts";
import { workerChunks } from "./scripts/worker-chunks.ts";

const root = import.meta.dirname;

/** Where the add-in will be served; https://localhost:3000 unless it is set. */
const baseUrl = process.env["TIERSHEET_BASE_URL"] || undefined;
/** What is to stand before the functions' names, for a company where a name is taken; nothing unless it is set. */
const namespace = process.env["TIERSHEET_NAMESPACE"] || undefined;

/**
 * The add-in's task pane (/taskpane.html) with the files around it: manifest, icons, the custom functions and their help,
 * and a page (/) that says what this is.
 */
export default defineConfig({
  root: "taskpane",
  // Relative addresses: the add-in may be served from a folder.
  base: "./",
  publicDir: false,
  resolve: { alias: paneRenderer },
  plugins: [
    workerChunks(),
    paneTexts(root),
    react(),
    contentSecurityPolicy(),
    addInFiles(root, baseUrl, namespace),
    customFunctions(root, baseUrl),
  ],
  worker: { format: "es" },
  // Found at once and not when the worker first asks for them, which would load the page anew.
  optimizeDeps: { include: ["papaparse", "preact/compat", "preact/compat/client", "preact/jsx-runtime"] },
  server: { port: 3000, fs: { allow: [".."] } },
  preview: { port: 3000 },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // Workers have no document to write the links of a preload into, and load scripts of the page's own build.
    modulePreload: false,
    rollupOptions: {
      input: {
        taskpane: resolve(root, "taskpane/taskpane.html"),
      },
    },
  },
});
