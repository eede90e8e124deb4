const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
/** Small letters to Unicode, symbols or rarities in a name. */
const ODD = /[ƒµıﬁﬂ]/;
const QUOTE_OR_DASH = /[‘’“”«»–—…•€£©®™°§ºª¡¿·\u00a0]/;

/**
 * How much a text looks like words of a western language, by its characters beyond ASCII: a small letter in a word, or
 * a capital at its start or among capitals, speaks for it; a capital within a small-lettered word, a symbol between
 * letters or a rare symbol speaks against it. Tells apart two single-byte encodings of the same bytes.
 */
export function letterScore(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    score += characterScore(text.charAt(at - 1), text.charAt(at), text.slice(at + 1, at + 3));
  }
  return score;
}

function characterScore(before: string, character: string, after: string): number {
  const next = after.charAt(0);
  const inWord = isLetter(before) || isLetter(next);
  if (character === "’" && isLetter(before) && isLetter(next)) {
    // Joe’s, don’t, l’eau: more likely than a word with í there (which the same byte is on a Mac).
    return /^[stSTdm](?:$|[^\p{L}])/u.test(after) ? 3 : 1.5;
  }
  if (ODD.test(character)) return -1;
  if (LOWER.test(character)) {
    if (!inWord) return -0.5;
    return UPPER.test(before) && UPPER.test(next) ? 0.5 : 2;
  }
  if (UPPER.test(character)) {
    if (LOWER.test(before)) return -2;
    if (UPPER.test(before) && LOWER.test(next)) return -1;
    return inWord ? 2 : 0;
  }
  if (QUOTE_OR_DASH.test(character)) return isLetter(before) && isLetter(next) ? -1 : 1;
  return -2;
}

function isLetter(character: string): boolean {
  return LOWER.test(character) || UPPER.test(character);
}
