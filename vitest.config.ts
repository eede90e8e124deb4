import { defineConfig } from "vitest/config";
import { compiledSchema } from "./scripts/compiled-schema.ts";

export default defineConfig({
  plugins: [compiledSchema()],
  test: { include: ["test/**/*.test.ts", "test/**/*.test.tsx"], testTimeout: 60_000 },
});
