import { defineConfig } from "vitest/config";
import { paneRenderer } from "./scripts/pane-renderer.ts";

/** `npm run test:soak` is the mode "soak": the tests that take long or much memory run too. */
export default defineConfig(({ mode }) => ({
  resolve: { alias: paneRenderer },
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 60_000,
    // Vitest leaves a core idle, which is half of a machine with two.
    maxWorkers: "100%",
    env: mode === "soak" ? { TIERSHEET_SOAK: "1" } : {},
  },
}));
