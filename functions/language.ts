import type { Language } from "../src/core/language/language";
import { no, ok, type Result } from "../src/core/language/message";
import { cellOf } from "./cells";
import { scalarOf } from "./scalar";

/** The language Excel is shown in, as far as Tiersheet speaks it: Chinese of any kind, else English. */
export function displayLanguage(): Language {
  const tag = typeof Office === "undefined" ? undefined : Office.context?.displayLanguage;
  return /^zh\b/i.test(tag ?? "") ? "zh" : "en";
}

/**
 * The language that a function's last argument asks for: `zh` or `en`, whatever the case, with or without a region
 * (`zh-CN`, `en_US`). Left out or blank, the language of Excel. Refused: anything else.
 */
export function languageOf(argument: unknown): Result<Language> {
  const given = scalarOf("language", argument);
  if (!given.ok) return given;
  const cell = cellOf(given.value);
  if (cell === null || cell === 0) return ok(displayLanguage());
  const tag = String(cell).trim().toLowerCase();
  if (/^zh([-_]|$)/.test(tag) || tag === "中文") return ok("zh");
  if (/^en([-_]|$)/.test(tag)) return ok("en");
  return no("function-language", { value: String(cell) });
}
