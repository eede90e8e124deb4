import { no, ok, type Result } from "../language/message";

/** The digit that stands for the lowest score: 1, but 0 in a grid of two scores (eight types), as its tables are printed. */
export function lowestDigit(scores: number): 0 | 1 {
  return scores === 2 ? 0 : 1;
}

/** The place of a code in a grid's tables: r, f and m from 1 to `scores`, m running fastest. */
export function codeIndex(r: number, f: number, m: number, scores: number): number {
  return ((r - 1) * scores + (f - 1)) * scores + (m - 1);
}

/** The code at a place as it is written, R, F, M: "543", in a grid of two scores "101". */
export function codeText(index: number, scores: number): string {
  const lowest = lowestDigit(scores);
  const m = index % scores;
  const f = Math.floor(index / scores) % scores;
  const r = Math.floor(index / scores / scores);
  return `${r + lowest}${f + lowest}${m + lowest}`;
}

const POSITION = /\d|\[(?:\d-\d|\d)+\]/g;
const PATTERN = new RegExp(`^(?:${POSITION.source}){3}$`);

/**
 * Reads a pattern of codes: three positions, R then F then M, each a digit or digits and ranges in brackets. `543` is
 * one code; `[1-2][3-4][1-5]` is R 1 or 2, F 3 or 4 and any M; `5[135]5` is R 5, F 1, 3 or 5, M 5. Spaces and
 * full-width forms are taken as what they stand for.
 *
 * @returns the places of the codes, ascending; refused: another notation, a digit the grid has no score for, and a
 *   range that runs backwards
 */
export function codesOf(pattern: string, scores: number, where?: string): Result<readonly number[]> {
  const text = pattern.normalize("NFKC").replace(/\s/g, "").replace(/[–—]/g, "-");
  const lowest = lowestDigit(scores);
  const highest = lowest + scores - 1;
  const example = `${highest}[${lowest}-${highest}]${lowest}`;
  if (!PATTERN.test(text)) return no("grid-pattern", { pattern, example }, where);

  const positions: number[][] = [];
  for (const position of text.match(POSITION) ?? []) {
    const digits = new Set<number>();
    for (const [, from = "", to = from] of position.matchAll(/(\d)(?:-(\d))?/g)) {
      const [low, high] = [Number(from), Number(to)];
      const outside = [low, high].find((digit) => digit < lowest || digit > highest);
      if (outside !== undefined) return no("grid-digit", { pattern, digit: outside, lowest, highest }, where);
      if (low > high) return no("grid-range", { pattern, range: `${high}-${low}` }, where);
      for (let digit = low; digit <= high; digit++) digits.add(digit - lowest + 1);
    }
    positions.push([...digits].sort());
  }
  const [rs = [], fs = [], ms = []] = positions;
  return ok(rs.flatMap((r) => fs.flatMap((f) => ms.map((m) => codeIndex(r, f, m, scores)))));
}
