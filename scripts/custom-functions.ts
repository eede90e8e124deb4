import { join } from "node:path";
import { runnerImport, type Plugin } from "vite";

const METADATA = { "functions.json": "en", "functions-zh-CN.json": "zh" } as const;

/**
 * The custom functions' files, which manifest.xml and the task pane name: functions.js and what it fetches later,
 * functions.json and functions-zh-CN.json, and the pages of help that these name. The build writes them, the development
 * server makes them when they are first asked for, and anew once a file has changed.
 */
export function customFunctions(root: string, baseUrl?: string): Plugin {
  // Read anew each time and not with the configuration, which would otherwise hang on the catalogue and the functions.
  const script = async <M>(name: string) => {
    const file = join(root, `scripts/${name}.ts`);
    return (await runnerImport<M>(file, { root, configFile: false })).module;
  };
  const pages = async (): Promise<Readonly<Record<string, string>>> => {
    const { htmlPages } = await script<typeof import("./function-pages")>("function-pages");
    return Object.fromEntries(
      Object.entries(await htmlPages(root)).map(([name, page]) => [`docs/functions/${name}`, page]),
    );
  };
  const bundle = async () => {
    const { functionsBundle } = await script<typeof import("./functions-bundle")>("functions-bundle");
    return functionsBundle(root);
  };
  const metadata = async (): Promise<Readonly<Record<string, string>>> => {
    const { functionsMetadata } = await script<typeof import("./functions-metadata")>("functions-metadata");
    const made = await functionsMetadata(root, baseUrl);
    return Object.fromEntries(
      Object.entries(METADATA).map(([name, language]) => [
        name,
        `${JSON.stringify(made[language], null, 2)}\n`,
      ]),
    );
  };
  let scripts: Promise<Readonly<Record<string, string>>> | null = null;
  const served = async (name: string): Promise<string | undefined> => {
    if (name in METADATA) return (await metadata())[name];
    if (/^docs\/functions\/\w+\.html$/.test(name)) return (await pages())[name];
    if (!/^functions(?:-later)?\.js$/.test(name)) return undefined;
    scripts ??= bundle();
    // What failed is tried again at the next load.
    scripts.catch(() => (scripts = null));
    return (await scripts)[name];
  };
  return {
    name: "custom-functions",
    configureServer(server) {
      server.watcher.on("all", () => (scripts = null));
      server.middlewares.use((request, response, next) => {
        const name = (request.url ?? "").split("?")[0]?.slice(1) ?? "";
        served(name).then((text) => {
          if (text === undefined) return next();
          const [, ending = ""] = /\.(\w+)$/.exec(name) ?? [];
          const type = { js: "text/javascript", html: "text/html" }[ending] ?? "application/json";
          response.setHeader("Content-Type", `${type}; charset=utf-8`);
          response.end(text);
        }, next);
      });
    },
    async generateBundle() {
      for (const [fileName, source] of Object.entries({
        ...(await bundle()),
        ...(await metadata()),
        ...(await pages()),
      })) {
        this.emitFile({ type: "asset", fileName, source });
      }
    },
  };
}
