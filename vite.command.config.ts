import { defineConfig } from "vite";
import { compiledSchema } from "./scripts/compiled-schema";

/** Builds the command (`npx tiersheet`) to build/command; packages stay in node_modules. */
export default defineConfig({
  plugins: [compiledSchema()],
  build: {
    ssr: "src/workflow/tiersheet.ts",
    outDir: "build/command",
    emptyOutDir: true,
    target: "node20",
    sourcemap: false,
  },
});
