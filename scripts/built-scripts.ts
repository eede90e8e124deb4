import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a script of a build loads with it, and what it may load later, by file names. */
export interface BuiltScript {
  readonly name: string;
  readonly code: string;
  /** Bytes. */
  readonly gzipped: number;
  readonly with: readonly string[];
  readonly later: readonly string[];
}

/** What a build's pane is made of: all scripts but those of the custom functions, and what of them comes first. */
export interface BuiltPane {
  readonly scripts: readonly BuiltScript[];
  /** What is loaded until the start screen is drawn. */
  readonly firstView: readonly BuiltScript[];
  /** What the worker loads when it is started. */
  readonly worker: readonly BuiltScript[];
}

/** Reads the pane's scripts out of a folder with a build. */
export function builtPane(folder: string): BuiltPane {
  const assets = join(folder, "assets");
  const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const scripts = names.map((name) => scriptOf(name, readFileSync(join(assets, name), "utf8")));
  const html = readFileSync(join(folder, "taskpane.html"), "utf8");
  const entries = [...html.matchAll(/<script[^>]* src="\.\/assets\/([^"]+)"/g)].map(([, name = ""]) => name);
  // The page's own script draws nothing: it fetches the pane, which does.
  const panes = scripts
    .filter(({ name }) => entries.includes(name))
    .flatMap(({ later }) => later.filter((name) => name.startsWith("pane-")));
  return {
    scripts,
    firstView: loadedWith([...entries, ...panes], scripts),
    // The worker listens before it loads what answers.
    worker: loadedWith(
      scripts.filter(({ name }) => name.startsWith("worker-")).flatMap(({ name, later }) => [name, ...later]),
      scripts,
    ),
  };
}

/** Bytes of scripts, each gzipped by itself, as they are served. */
export function gzippedBytes(scripts: readonly BuiltScript[]): number {
  return scripts.reduce((sum, { gzipped }) => sum + gzipped, 0);
}

function scriptOf(name: string, code: string): BuiltScript {
  const found = (pattern: RegExp) => [
    ...new Set([...code.matchAll(pattern)].map(([, file = ""]) => basename(file))),
  ];
  return {
    name,
    code,
    gzipped: gzipSync(code).length,
    with: found(/\b(?:from|import)\s*["'`](\.\/[^"'`]+\.js)["'`]/g),
    later: found(/\bimport\(\s*["'`](\.\/[^"'`]+\.js)["'`]/g),
  };
}

function loadedWith(names: readonly string[], scripts: readonly BuiltScript[]): readonly BuiltScript[] {
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const next of scripts.find((script) => script.name === name)?.with ?? []) load(next);
  };
  names.forEach(load);
  return scripts.filter(({ name }) => loaded.has(name));
}
