import type { Language } from "../../src/core/language/language";
import { keep, kept } from "../host/kept";

const KEY = "tiersheet.language";

/** The language of a browser's list of languages: Chinese where the first one is, else English. */
export function languageOf(languages: readonly string[]): Language {
  return /^zh\b/i.test(languages[0] ?? "") ? "zh" : "en";
}

export interface LanguageState {
  readonly language: Language;
  /** What the person chose; null where the host decides. */
  readonly chosen: Language | null;
}

/** The language the pane speaks, for the view and for commands that run without one. */
export interface ChosenLanguage {
  readonly state: () => LanguageState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Null lets the host decide. It is remembered for the person, not for the workbook. */
  readonly choose: (language: Language | null) => void;
  /** Excel is there, and speaks this language, as `zh-CN`. */
  readonly host: (displayLanguage: string) => void;
}

/** The language that the person chose before, else that of Excel, else the browser's. */
export function startLanguage(browser: readonly string[] = navigator.languages): ChosenLanguage {
  let host = languageOf(browser);
  let chosen = remembered();
  let state: LanguageState = { language: chosen ?? host, chosen };
  const listeners = new Set<() => void>();
  const tell = () => {
    state = { language: chosen ?? host, chosen };
    for (const listener of [...listeners]) listener();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (language) => {
      chosen = language;
      keep(KEY, language);
      tell();
    },
    host: (displayLanguage) => {
      host = languageOf([displayLanguage]);
      // Office has said by now under which key it keeps things.
      chosen = remembered();
      tell();
    },
  };
}

function remembered(): Language | null {
  const language = kept(KEY);
  return language === "zh" || language === "en" ? language : null;
}
