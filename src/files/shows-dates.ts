/** What a number format writes as it stands: escaped and quoted text, fillings, and the width of a letter. */
const LITERAL = /\\.|"[^"]*"|[*_]./gs;

/**
 * True where a number format shows a date or a time: where, besides literal text, colours and conditions, it has one of
 * their letters (y, m, d, h, s) or elapsed time such as `[h]`. ECMA-376 part 1, §18.8.31; the formats are those of
 * `numberFormat` in Office.js, which are English wherever Excel is.
 */
export function showsDates(format: string): boolean {
  const bare = format.replace(LITERAL, "");
  return /\[(?:h+|m+|s+)\]/i.test(bare) || /[ymdhs]/i.test(bare.replace(/\[[^\]]*\]/g, ""));
}
