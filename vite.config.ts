import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compiledSchema } from "./scripts/compiled-schema";

/** The add-in: the task pane's page. */
export default defineConfig({
  root: "taskpane",
  plugins: [react(), compiledSchema()],
  server: { port: 3000 },
  build: { outDir: "../dist", emptyOutDir: true, target: "es2022" },
});
