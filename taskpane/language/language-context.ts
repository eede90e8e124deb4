import { createContext, useContext } from "react";
import type { MessageCode } from "../../src/core/language/catalogue";
import type { Language } from "../../src/core/language/language";
import { say, type Message } from "../../src/core/language/message";
import { inPane } from "./pane-words";

/** The reader's language, and how to change it. */
export interface LanguageChoice {
  readonly language: Language;
  /** What the reader chose; null where the host decides. */
  readonly chosen: Language | null;
  readonly setLanguage: (language: Language | null) => void;
}

export const LanguageContext = createContext<LanguageChoice>({
  language: "en",
  chosen: null,
  setLanguage: () => {},
});

/** The reader's language. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** Says a text of the catalogue in the reader's language. */
export type Say = (message: MessageCode | Message, params?: Message["params"]) => string;

/** How to say things in the reader's language, in the words of the pane. */
export function useSay(): Say {
  const { language } = useLanguage();
  return (message, params) =>
    say(inPane(typeof message === "string" ? { code: message, params } : message), language);
}
