import type { Bilingual } from "../src/core/language/language";

/** Texts of the catalogue by their codes. */
export type Texts = Readonly<Record<string, Bilingual>>;

/**
 * The texts whose code a script names: whole (`"code"`), or by how it begins, before something is filled in
 * (`label.stage.${stage}`), which is how a test of the catalogue tells whether a code is used.
 */
export function textsNamedIn(script: string, texts: Texts): Texts {
  const whole = new Set([...script.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, code]) => code));
  const begun = new Set([...script.matchAll(/`([\w-]+[.-][\w.-]*?)\$\{/g)].map(([, start = ""]) => start));
  const named = Object.entries(texts).filter(
    ([code]) => whole.has(code) || [...begun].some((start) => code.startsWith(start)),
  );
  return Object.fromEntries(named);
}
