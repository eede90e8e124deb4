import { defineConfig } from "vitest/config";
import { paneRenderer } from "./scripts/pane-renderer.ts";

/**
 * The tests, in the order they run. Files that share the modules they load are done sooner: loading them anew for each
 * file took longer than many of the tests. Those over the Excel stand-in are apart from the plain ones, as office.js makes
 * Node look like a browser. Alone are files that set globals, count what is loaded, or drive a browser.
 */
const PROJECTS = [
  {
    name: "plain",
    isolate: false,
    folders: ["core", "files", "workbench/file", "workbench/formulas", "workbench/workbook"],
  },
  {
    name: "office",
    isolate: false,
    folders: ["excel", "taskpane", "workbench/host", "workbench/transports"],
  },
  {
    name: "alone",
    isolate: true,
    folders: ["functions", "manifest", "workbench/page", "workflow"],
  },
];

/** In the pane's folder, and in a browser. */
const AXE = "test/taskpane/axe.test.ts";

/** `npm run test:soak` is the mode "soak": the tests that take long or much memory run too. */
export default defineConfig(({ mode }) => ({
  resolve: { alias: paneRenderer },
  test: {
    setupFiles: ["test/same-cases.ts"],
    testTimeout: 60_000,
    // Vitest's one second is for an idle machine.
    expect: { poll: { timeout: 20_000 } },
    // Vitest leaves a core idle, which is half of a machine with two.
    maxWorkers: "100%",
    env: mode === "soak" ? { TIERSHEET_SOAK: "1" } : {},
    projects: PROJECTS.map(({ name, isolate, folders }, groupOrder) => ({
      extends: true,
      test: {
        name,
        isolate,
        sequence: { groupOrder },
        include: [...folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`), ...(isolate ? [AXE] : [])],
        exclude: isolate ? [] : [AXE],
      },
    })),
  },
}));
