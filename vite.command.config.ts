import { defineConfig } from "vite";

/**
 * Builds the command (`npx tiersheet`) and the workflow on DataFrames (`tiersheet/workflow/frame`) to build/command;
 * packages stay in node_modules.
 */
export default defineConfig({
  build: {
    ssr: true,
    rollupOptions: { input: { tiersheet: "src/workflow/tiersheet.ts", frame: "src/workflow/frame.ts" } },
    outDir: "build/command",
    emptyOutDir: true,
    target: "node20",
    sourcemap: false,
  },
});
