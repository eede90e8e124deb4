import { parseArgs } from "node:util";
import type { Language } from "../core/language/language";
import { no, ok, type Result } from "../core/language/message";
import type { DateOrder } from "../core/ledger/roles";
import type { Names } from "../core/report/summary-section";
import type { ValueOptions } from "../core/value/value";

/** The flags of a command line, as given: texts, not yet looked up. */
export interface Flags {
  readonly sheet?: string;
  readonly map: readonly string[];
  readonly asOf?: string;
  readonly policy: string;
  readonly freeze?: string;
  readonly out?: string;
  readonly managersCopy?: string;
  /** How the managers' copy tells customers. */
  readonly names: Names;
  readonly force: boolean;
  readonly json?: string;
  readonly lang: Language;
  readonly quiet: boolean;
  readonly encoding?: string;
  readonly dateOrder?: DateOrder;
  readonly decimal?: "point" | "comma";
  /** What to ask of the models of customer value. */
  readonly value: Omit<ValueOptions, "asOf"> | null;
}

/** What a command line asks for. */
export type Request =
  | { readonly command: "help" | "version"; readonly flags: Flags }
  | { readonly command: "classify" | "columns"; readonly input: string; readonly flags: Flags }
  | { readonly command: "explain"; readonly input: string; readonly customer: string; readonly flags: Flags }
  | { readonly command: "policy-list"; readonly flags: Flags }
  | { readonly command: "policy-show" | "policy-check"; readonly policy: string; readonly flags: Flags };

const READING = ["sheet", "map", "encoding", "date-order", "decimal", "lang", "quiet"] as const;
const VALUING = ["value", "unit", "months", "discount"] as const;
const CLASSIFYING = [...READING, "as-of", "policy", "freeze"] as const;

/** The flags that each command knows, besides --help. */
const FLAGS_OF: Readonly<Record<string, readonly string[]>> = {
  classify: [...CLASSIFYING, ...VALUING, "out", "managers-copy", "names", "force", "json"],
  explain: CLASSIFYING,
  columns: READING,
  policy: ["lang", "quiet"],
};

const USAGE: Readonly<Record<string, string>> = {
  classify: "tiersheet classify INPUT",
  explain: "tiersheet explain INPUT CUSTOMER",
  columns: "tiersheet columns INPUT",
  policy: "tiersheet policy list|show NAME|check FILE",
};

const SWITCHES = new Set(["force", "quiet", "help", "version"]);
const LANGUAGES = ["zh", "en"] as const;
const DATE_ORDERS = ["ymd", "dmy", "mdy"] as const;
const DECIMALS = ["point", "comma"] as const;
const MODELS = ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"] as const;
const NAMES = ["out", "mask", "keep"] as const;
const UNITS = ["day", "week", "month"] as const;

/** The language that a command line asks for, even one that is wrong otherwise. */
export function languageAsked(args: readonly string[], fallback: Language): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const value = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  return LANGUAGES.find((language) => language === value) ?? fallback;
}

/** Reads a command line (without node and script). Refused: what isn't known, is missing, or is too much. */
export function readCommandLine(args: readonly string[], fallback: Language): Result<Request> {
  const options = Object.fromEntries(
    [...new Set([...Object.values(FLAGS_OF).flat(), "help", "version"])].map((name) => [
      name,
      {
        type: SWITCHES.has(name) ? ("boolean" as const) : ("string" as const),
        ...(name === "help" ? { short: "h" } : {}),
      },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens ?? []) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const flag = token.rawName;
    if (!(token.name in options)) return no("flag-unknown", { flag, command: words[0] ?? "tiersheet" });
    if (SWITCHES.has(token.name) && token.value !== undefined) return no("flag-with-value", { flag });
    const looksLikeFlag = !token.inlineValue && token.value !== undefined && /^--?[a-z]/i.test(token.value);
    if (!SWITCHES.has(token.name) && (token.value === undefined || token.value === "" || looksLikeFlag)) {
      return no("flag-without-value", { flag });
    }
    if (values.has(token.name) && token.name !== "map") return no("flag-twice", { flag });
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ""]);
  }
  const one = (name: string) => values.get(name)?.[0];
  const choices = {
    lang: LANGUAGES,
    "date-order": DATE_ORDERS,
    decimal: DECIMALS,
    value: MODELS,
    unit: UNITS,
    names: NAMES,
  } as const;
  for (const [name, known] of Object.entries(choices)) {
    const value = one(name);
    if (value !== undefined && !known.some((choice) => choice === value)) {
      return no("flag-choice", { flag: `--${name}`, choices: known, value });
    }
  }
  for (const name of ["months", "discount"]) {
    const value = one(name);
    if (value !== undefined && !Number.isFinite(Number(value)))
      return no("flag-number", { flag: `--${name}`, value });
  }
  for (const name of ["unit", "months", "discount"]) {
    if (values.has(name) && !values.has("value"))
      return no("flag-needs", { flag: `--${name}`, other: "--value" });
  }
  if (values.has("names") && !values.has("managers-copy")) {
    return no("flag-needs", { flag: "--names", other: "--managers-copy" });
  }
  const model = MODELS.find((known) => known === one("value"));
  const flags: Flags = {
    sheet: one("sheet"),
    map: values.get("map") ?? [],
    asOf: one("as-of"),
    policy: one("policy") ?? "rfm",
    freeze: one("freeze"),
    out: one("out"),
    managersCopy: one("managers-copy"),
    names: NAMES.find((names) => names === one("names")) ?? "out",
    force: values.has("force"),
    json: one("json"),
    lang: languageAsked(args, fallback),
    quiet: values.has("quiet"),
    encoding: one("encoding"),
    dateOrder: DATE_ORDERS.find((order) => order === one("date-order")),
    value: model
      ? {
          model,
          unit: UNITS.find((unit) => unit === one("unit")) ?? "week",
          months: Number(one("months") ?? 12),
          discountPerYear: Number(one("discount") ?? 0),
        }
      : null,
    decimal: DECIMALS.find((mark) => mark === one("decimal")),
  };

  const [command, ...rest] = words;
  if (values.has("help") || command === "help" || (command === undefined && !values.has("version"))) {
    return ok({ command: "help", flags });
  }
  if (command === undefined) return ok({ command: "version", flags });
  const known = FLAGS_OF[command];
  if (!known) return no("command-unknown", { command });
  for (const name of values.keys()) {
    if (!known.includes(name)) return no("flag-unknown", { flag: `--${name}`, command });
  }
  return requestOf(command, rest, flags);
}

function requestOf(command: string, rest: readonly string[], flags: Flags): Result<Request> {
  const usage = USAGE[command] ?? "";
  const [first, second] = rest;
  const extra = (allowed: number) => no("argument-extra", { argument: rest[allowed] ?? "", usage });
  const missing = (argument: "input" | "customer" | "policy") =>
    no("argument-missing", { argument: { code: `argument.${argument}` }, usage });
  switch (command) {
    case "explain":
      if (first === undefined) return missing("input");
      if (second === undefined) return missing("customer");
      return rest.length > 2 ? extra(2) : ok({ command, input: first, customer: second, flags });
    case "policy":
      if (first === "list") return rest.length > 1 ? extra(1) : ok({ command: "policy-list", flags });
      if (first === "show" || first === "check") {
        if (second === undefined) return missing("policy");
        return rest.length > 2 ? extra(2) : ok({ command: `policy-${first}`, policy: second, flags });
      }
      return no("command-unknown", {
        command: ["policy", ...(first === undefined ? [] : [first])].join(" "),
      });
    default:
      if (first === undefined) return missing("input");
      return rest.length > 1
        ? extra(1)
        : ok({ command: command === "columns" ? "columns" : "classify", input: first, flags });
  }
}
