import { lowestDigit } from "../../src/core/segments/pattern";

/**
 * Patterns that cover exactly these codes, none twice, in the notation of `codesOf`: codes that share their R and F
 * become one, then those that share R, then the rest.
 *
 * @param codes places of codes, see `codeIndex`
 */
export function patternsOf(codes: readonly number[], scores: number): string[] {
  const group = (of: readonly number[], keyOf: (code: number) => number, part: (code: number) => number) => {
    const groups = new Map<number, Set<number>>();
    for (const code of of) {
      const key = keyOf(code);
      groups.set(key, (groups.get(key) ?? new Set()).add(part(code)));
    }
    return groups;
  };
  const digits = (values: Iterable<number>) =>
    digitsText(
      [...values].sort((a, b) => a - b),
      lowestDigit(scores),
    );

  const square = scores * scores;
  const byRF = group(
    codes,
    (code) => Math.floor(code / scores),
    (code) => code % scores,
  );
  // By R and the M they share, the F; then by these two, the R.
  const byR = new Map<string, { readonly r: number; readonly m: string; readonly fs: number[] }>();
  for (const [rf, ms] of [...byRF].sort(([a], [b]) => a - b)) {
    const r = Math.floor((rf * scores) / square);
    const m = digits(ms);
    const found = byR.get(`${r} ${m}`) ?? { r, m, fs: [] };
    found.fs.push(rf % scores);
    byR.set(`${r} ${m}`, found);
  }
  const whole = new Map<string, number[]>();
  for (const { r, m, fs } of byR.values()) {
    const tail = digits(fs) + m;
    whole.set(tail, [...(whole.get(tail) ?? []), r]);
  }
  return [...whole].map(([tail, rs]) => digits(rs) + tail);
}

/** `5`, `[1-3]`, `[1-24]`: ascending scores from 0 as the digits they are written with. */
function digitsText(values: readonly number[], lowest: number): string {
  const runs: number[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run?.at(-1) === value - 1) run.push(value);
    else runs.push([value]);
  }
  const text = runs
    .map((run) => {
      const from = (run[0] ?? 0) + lowest;
      const to = (run.at(-1) ?? 0) + lowest;
      return from === to ? `${from}` : run.length === 2 ? `${from}${to}` : `${from}-${to}`;
    })
    .join("");
  return text.length === 1 ? text : `[${text}]`;
}
