/** Characters nobody sees: soft hyphen, zero-width space, direction marks, word joiner, byte-order mark. */
const UNSEEN = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Joiners matter inside a word (Persian, Hindi, emoji), never at its ends. */
const OUTER_JOINERS = /^[\u200C\u200D\s]+|[\u200C\u200D\s]+$/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** A text of visible ASCII, without a space at either end or two in a row, is folded already. */
const FOLDED = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A text in the form in which texts are compared: full-width ASCII (U+FF01–FF5E) in half width, spaces of any width
 * (NBSP, thin, ideographic, tabs, line ends) trimmed and collapsed into one plain space, unseen characters dropped.
 * Case, accents and CJK punctuation are kept: it is not NFKC, which would also change ① or ㈱.
 */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  return text
    .replace(UNSEEN, "")
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, " ")
    .replace(OUTER_JOINERS, "");
}

/** Text order by code units, the same on every machine; for picking examples that don't depend on row order. */
export function firstText(a: string | null, b: string): string {
  return a === null || b < a ? b : a;
}
