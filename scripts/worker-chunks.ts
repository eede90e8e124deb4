import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

/** `new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })`, as Vite's documentation has it. */
const WORKER = /new Worker\(\s*new URL\(\s*(["'])([^"']+)\1,\s*import\.meta\.url\s*\)/g;

/**
 * Builds the workers that the pages start as chunks of the pages' own build, so that what both use is shipped and
 * parsed once as one file; Vite alone would build a worker by itself, with a second copy of everything. In the
 * development server Vite's own way stays.
 */
export function workerChunks(): Plugin {
  return {
    name: "worker-chunks",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: { exclude: /node_modules/ }, code: WORKER },
      handler(code, id) {
        const file = id.split("?")[0] ?? id;
        return code.replaceAll(WORKER, (_, _quote: string, address: string) => {
          const chunk = this.emitFile({ type: "chunk", id: resolve(dirname(file), address), name: "worker" });
          return `new Worker(import.meta.ROLLUP_FILE_URL_${chunk}`;
        });
      },
    },
  };
}
