import { DEFAULT_LOCALE, setTranslationMethod } from "@odoo/o-spreadsheet";
import type { PageLanguage } from "../words";
import { chinese } from "./grid-words";

/** The language of o-spreadsheet's own menus; what has no translation stays English. */
export function setGridLanguage(language: PageLanguage): void {
  setTranslationMethod(
    ((text: string) => (language === "zh" ? (chinese[text] ?? text) : text)) as never,
    () => true,
  );
}

/** How the grid reads and writes numbers and dates of its own. */
export function gridLocale(language: PageLanguage): object {
  return language === "zh"
    ? { ...DEFAULT_LOCALE, name: "简体中文", code: "zh_CN", dateFormat: "yyyy/m/d", weekStart: 1 }
    : DEFAULT_LOCALE;
}
