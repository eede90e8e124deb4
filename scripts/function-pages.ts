import { format } from "prettier";
import { later } from "../functions/later";
import { library } from "../functions/library";
import type { CustomFunction } from "../functions/loading";
import type { Language } from "../src/core/language/language";
import { readFormula } from "./example-formula";
import { functionHelp, type FunctionHelp } from "./function-help";
import { functionsMetadata, type FunctionMetadata } from "./functions-metadata";

/** A part of a page. No Markdown library stands in between: the same parts are written as Markdown and as HTML. */
type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** A function's page: what is said in each language. */
interface Page {
  readonly id: string;
  readonly parts: Readonly<Record<Language, readonly Block[]>>;
}

/** The pages by their file names: Markdown for docs/functions, or HTML for where the add-in is served. */
export type Pages = Readonly<Record<string, string>>;

/** The pages in Markdown, as they stand in docs/functions, and their list, README.md. */
export async function markdownPages(root: string): Promise<Pages> {
  const pages = await pagesOf(root);
  const files = pages.map(({ id, parts }): readonly [string, string] => [
    `${id.toLowerCase()}.md`,
    [`# ${id}`, ...parts.en.map(markdown), "---", ...parts.zh.map(markdown)].join("\n\n"),
  ]);
  const list = pages.map(({ id, parts }) => {
    const [en, zh] = [parts.en, parts.zh].map(([first]) => (first?.kind === "text" ? first.text : ""));
    return `- [${id}](${id.toLowerCase()}.md): ${en}<br>${zh}`;
  });
  files.push(["README.md", ["# Custom functions · 自定义函数", list.join("\n")].join("\n\n")]);
  const written = await Promise.all(
    files.map(async ([name, text]) => [name, await format(text, { parser: "markdown", printWidth: 110 })]),
  );
  return Object.fromEntries(written);
}

/** The pages in HTML, English and Chinese side by side, and their list, index.html. */
export async function htmlPages(root: string): Promise<Pages> {
  const pages = await pagesOf(root);
  const files = pages.map(({ id, parts }) => [
    `${id.toLowerCase()}.html`,
    document(
      id,
      `<h1>${id}</h1><main><section lang="en">${parts.en.map(html).join("")}</section>` +
        `<section lang="zh-CN">${parts.zh.map(html).join("")}</section></main>` +
        `<p><a href="./index.html">Custom functions · 自定义函数</a></p>`,
    ),
  ]);
  const list = pages.map(({ id, parts }) => {
    const [en, zh] = [parts.en, parts.zh].map(([first]) =>
      first?.kind === "text" ? escaped(first.text) : "",
    );
    return `<li><a href="./${id.toLowerCase()}.html">${id}</a> ${en}<br><span lang="zh-CN">${zh}</span></li>`;
  });
  const title = "Custom functions · 自定义函数";
  files.push(["index.html", document(title, `<h1>${title}</h1><ul>${list.join("")}</ul>`)]);
  return Object.fromEntries(files);
}

async function pagesOf(root: string): Promise<readonly Page[]> {
  const { en, zh } = await functionsMetadata(root);
  const pages: Page[] = [];
  for (const [at, one] of en.functions.entries()) {
    const help = functionHelp[one.id];
    const other = zh.functions[at];
    if (!help || !other)
      throw new Error(`The function ${one.id} has no page: write one in scripts/function-help.ts.`);
    pages.push({ id: one.id, parts: { en: blocksOf(one, help, "en"), zh: blocksOf(other, help, "zh") } });
  }
  return pages;
}

const WORDS = {
  en: {
    arguments: "Arguments",
    argument: "Argument",
    what: "What it is",
    example: "Example",
    errors: "Errors",
  },
  zh: { arguments: "参数", argument: "参数", what: "说明", example: "示例", errors: "错误" },
} as const;

function blocksOf(one: FunctionMetadata, help: FunctionHelp, language: Language): readonly Block[] {
  const words = WORDS[language];
  const signature = one.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
  return [
    { kind: "text", text: one.description },
    { kind: "code", text: `=${one.id}(${signature})` },
    { kind: "text", text: help.about[language] },
    { kind: "heading", text: words.arguments },
    {
      kind: "table",
      rows: [
        [words.argument, words.what],
        ...one.parameters.map(({ name, optional, description }) => [
          optional ? `[${name}]` : name,
          description,
        ]),
      ],
    },
    { kind: "heading", text: words.example },
    { kind: "table", rows: sheetRows(help.sheet) },
    ...help.formulas.flatMap((formula): Block[] => [
      { kind: "code", text: formula },
      { kind: "table", rows: resultRows(worked(one.id, formula, help, language), formula, language) },
    ]),
    { kind: "heading", text: words.errors },
    ...help.refused.flatMap((formula): Block[] => [
      { kind: "code", text: formula },
      { kind: "text", text: refusalOf(worked(one.id, formula, help, language), formula) },
    ]),
  ];
}

/** The sheet as Excel shows it: letters above, numbers beside. */
function sheetRows(sheet: FunctionHelp["sheet"]): readonly (readonly string[])[] {
  const letters = (sheet[0] ?? []).map((_, at) => String.fromCharCode(65 + at));
  return [["", ...letters], ...sheet.map((row, at) => [String(at + 1), ...row.map(String)])];
}

/** What a formula gives: its cells, or the error that it is refused with. */
type Outcome = { readonly cells: readonly (readonly unknown[])[] } | { readonly refused: RefusalShown };

interface RefusalShown {
  readonly code: string;
  readonly message: string;
}

/** Stands for the runtime's error, which this page's functions refuse with outside Excel. */
class ShownError extends Error implements RefusalShown {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

const ERROR_CODES = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
};

function worked(id: string, formula: string, { sheet }: FunctionHelp, language: Language): Outcome {
  const all: Readonly<Record<string, CustomFunction>> = { ...library, ...later };
  const read = readFormula(formula, sheet);
  const compute = all[read.id];
  if (read.id !== id || !compute) throw new Error(`${formula} is no example of ${id}.`);
  const before = ["CustomFunctions", "Office"].map((name) => [name, Reflect.get(globalThis, name)] as const);
  Object.assign(globalThis, {
    CustomFunctions: { Error: ShownError, ErrorCode: ERROR_CODES },
    Office: { context: { displayLanguage: language } },
  });
  try {
    const given = [
      ...read.given,
      ...new Array<null>(Math.max(0, compute.length - read.given.length)).fill(null),
    ];
    const result = compute(...(given as never[])) as unknown;
    return { cells: Array.isArray(result) ? (result as unknown[][]) : [[result]] };
  } catch (error) {
    if (error instanceof ShownError) return { refused: error };
    throw error;
  } finally {
    for (const [name, value] of before) Object.assign(globalThis, { [name]: value });
  }
}

function resultRows(outcome: Outcome, formula: string, language: Language): readonly (readonly string[])[] {
  if (!("cells" in outcome)) throw new Error(`${formula} is refused: ${outcome.refused.message}`);
  const rows = outcome.cells.map((row) => row.map((cell) => shown(cell)));
  const width = rows[0]?.length ?? 1;
  const head = language === "zh" ? "结果" : "Result";
  return [[head, ...new Array<string>(width - 1).fill("")], ...rows];
}

function refusalOf(outcome: Outcome, formula: string): string {
  const inside =
    "cells" in outcome ? outcome.cells.flat().find((cell) => cell instanceof ShownError) : outcome.refused;
  if (!(inside instanceof ShownError)) throw new Error(`${formula} isn't refused.`);
  return `${inside.code} ${inside.message}`;
}

/** A cell as Excel would show it with a few decimals. */
function shown(cell: unknown): string {
  if (cell instanceof ShownError) return cell.code;
  return typeof cell === "number" ? String(Math.round(cell * 1e4) / 1e4) : String(cell);
}

function markdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `## ${block.text}`;
    case "text":
      return block.text.replace(/[*_<>[\]]/g, "\\$&");
    case "code":
      return ["```", block.text, "```"].join("\n");
    case "table": {
      const line = (cells: readonly string[]) =>
        `| ${cells.map((cell) => cell.replace(/[|*_<>[\]]/g, "\\$&")).join(" | ")} |`;
      const [head = [], ...rows] = block.rows;
      return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
    }
  }
}

function html(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${escaped(block.text)}</h2>`;
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "code":
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case "table": {
      const line = (tag: string) => (cells: readonly string[]) =>
        `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
      const [head = [], ...rows] = block.rows;
      return `<div><table><thead>${line("th")(head)}</thead><tbody>${rows.map(line("td")).join("")}</tbody></table></div>`;
    }
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE =
  `:root{color-scheme:light dark}body{font:15px/1.5 "Segoe UI","Microsoft YaHei",sans-serif;margin:2rem auto;
max-width:76rem;padding:0 1rem}main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:2rem}
section{min-width:0}div{overflow-x:auto}table{border-collapse:collapse}td,th{border:1px solid #8888;padding:.2rem .6rem;text-align:left}
pre{border:1px solid #8888;padding:.5rem;white-space:pre-wrap}th:first-child,td:first-child{white-space:nowrap}`.replace(
    /\n/g,
    "",
  );

function document(title: string, body: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Tiersheet</title>` +
    `<style>${STYLE}</style></head><body>${body}</body></html>\n`
  );
}
