/** Longest name of a sheet's tab, in UTF-16 units. */
const LONGEST_SHEET_NAME = 31;

/** A name not taken yet, capitals aside, by adding ` (2)` within a length; it is taken then. */
function untaken(
  name: string,
  taken: Set<string>,
  longest: number,
  suffix: (copy: number) => string,
): string {
  let free = cutTo(name, longest);
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) {
    free = cutTo(name, longest - suffix(copy).length) + suffix(copy);
  }
  taken.add(free.toLowerCase());
  return free;
}

function cutTo(name: string, length: number): string {
  const cut = name.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * A name Excel takes for a sheet: none of `\ / ? * [ ] :`, no control character, no apostrophe (hucre does not quote
 * names in references, and at the ends Excel refuses one), at most 31 units, not `History`, not taken.
 */
export function sheetName(name: string, taken: Set<string>): string {
  const legal = cutTo(
    name
      .replace(/[\\/?*[\]:\p{Cc}\p{Cs}\ufffe\uffff]/gu, "_")
      .replaceAll("'", "’")
      .trim(),
    LONGEST_SHEET_NAME,
  ).trim();
  const usable = legal === "" ? "Sheet" : /^history$/i.test(legal) ? `${legal}_` : legal;
  return untaken(usable, taken, LONGEST_SHEET_NAME, (copy) => ` (${copy})`);
}

/** A name Excel takes for a table: letters, digits, underscores, no digit first, no cell address, not taken. */
export function tableName(name: string, taken: Set<string>): string {
  const legal = name.replace(/[^\p{L}\p{N}_]/gu, "_");
  const address = /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(legal);
  const usable = legal === "" || address || /^\p{N}/u.test(legal) ? `_${legal}` : legal;
  return untaken(usable, taken, 200, (copy) => `_${copy}`);
}

/** The headers of a table as Excel wants them: one line, not empty, each once (capitals aside), at most 255 units. */
export function tableHeaders(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headers.map((header, i) => {
    const line = header.replace(/[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu, " ").trim();
    return untaken(line === "" ? `Column${i + 1}` : line, taken, 255, (copy) => ` (${copy})`);
  });
}
