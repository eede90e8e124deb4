import type { Language } from "../core/language/language";
import { say, type Message, type Trouble } from "../core/language/message";

/** Where a run of the command reads and writes, and how it speaks: the process, or a test. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the text is taken. */
  readonly print: (text: string) => Promise<void>;
  readonly warn: (text: string) => void;
  /** True where a progress bar can be drawn (standard error is a terminal). */
  readonly interactive: boolean;
  /** BCP 47 or POSIX name of the system's language. */
  readonly locale: string;
}

/** The language of a locale: Chinese for zh-anything, else English. */
export function languageOf(locale: string): Language {
  return /^zh(?:[-_.]|$)/i.test(locale) ? "zh" : "en";
}

/** Tells troubles, one a line: where, if it is a place in a file, then the sentence. */
export function tell(terminal: Terminal, troubles: readonly Trouble[], language: Language): void {
  for (const trouble of troubles) terminal.warn(`tiersheet: ${troubleText(trouble, language)}\n`);
}

/** A trouble as one line. */
export function troubleText(trouble: Trouble, language: Language): string {
  const sentence = say(trouble as Message, language);
  return trouble.where === undefined
    ? sentence
    : `${trouble.where}${language === "zh" ? "：" : ": "}${sentence}`;
}
