import { defineConfig } from "vite";

/** Builds the benchmarks (`npm run bench`) to build/bench; packages stay in node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    rollupOptions: {
      input: {
        bench: "bench/bench.ts",
        "classify-once": "bench/classify-once.ts",
        "functions-once": "bench/functions-once.ts",
        "pane-once": "bench/pane-once.ts",
        "summaries-once": "bench/summaries-once.ts",
        "workbench-once": "bench/workbench-once.ts",
        tiersheet: "src/workflow/tiersheet.ts",
      },
    },
    outDir: "build/bench",
    emptyOutDir: true,
    target: "node20",
    sourcemap: false,
  },
});
