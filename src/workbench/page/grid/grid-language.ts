import { DEFAULT_LOCALE, setTranslationMethod } from "@odoo/o-spreadsheet";
import type { PageLanguage } from "../words";
import { chinese } from "./grid-words";

/** A text of o-spreadsheet in the page's language; what has no translation stays English. */
export const gridText = (language: PageLanguage, text: string): string =>
  language === "zh" ? (chinese[text] ?? chinese[text.trim()] ?? text) : text;

/** Sets the language of o-spreadsheet's own menus. */
export function setGridLanguage(language: PageLanguage): void {
  setTranslationMethod(((text: string) => gridText(language, text)) as never, () => true);
}

/** How the grid reads and writes numbers and dates of its own. */
export function gridLocale(language: PageLanguage): object {
  return language === "zh"
    ? { ...DEFAULT_LOCALE, name: "简体中文", code: "zh_CN", dateFormat: "yyyy/m/d", weekStart: 1 }
    : DEFAULT_LOCALE;
}
