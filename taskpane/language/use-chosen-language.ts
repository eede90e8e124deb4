import { useEffect, useState } from "react";
import type { Language } from "../../src/core/language/language";
import { say } from "../../src/core/language/message";
import type { LanguageChoice } from "./language-context";

const KEY = "tiersheet.language";

/** The language of a browser's list of languages: Chinese where the first one is, else English. */
export function languageOf(languages: readonly string[]): Language {
  return /^zh\b/i.test(languages[0] ?? "") ? "zh" : "en";
}

/**
 * The language that the reader chose before, else that of Excel, else the browser's. The page says it in its `lang` and
 * its title.
 *
 * @param displayLanguage of Excel, as `zh-CN`; null until Excel is there
 */
export function useChosenLanguage(displayLanguage: string | null): LanguageChoice {
  const [chosen, setChosen] = useState<Language | null>(remembered);
  const language = chosen ?? languageOf(displayLanguage ? [displayLanguage] : navigator.languages);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = say({ code: "pane.title" }, language);
  }, [language]);
  return {
    language,
    setLanguage: (chosen) => {
      setChosen(chosen);
      try {
        localStorage.setItem(KEY, chosen);
      } catch {
        // A browser that keeps nothing: the choice holds for this visit.
      }
    },
  };
}

function remembered(): Language | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "zh" || kept === "en" ? kept : null;
  } catch {
    return null;
  }
}
