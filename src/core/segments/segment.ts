import { ok, type Result, type Trouble } from "../language/message";
import type { Grid } from "./grids";
import { codeIndex, codesOf, codeText } from "./pattern";

/** A grid as a table: the segment of each code. */
export interface CompiledGrid {
  readonly scores: number;
  /** The segments in the order of the rules, the rest last. */
  readonly segments: readonly string[];
  /** At `codeIndex(r, f, m, scores)` the index of the segment in `segments`. */
  readonly table: Int16Array;
}

/** How many uncovered codes a sentence names before it stops. */
const NAMED = 10;

/**
 * Turns a grid into a table. Refused, all at once: scores that are not 2 to 9, a rule without patterns, patterns that
 * `codesOf` refuses, and codes that no rule covers where the grid names no segment for the rest.
 *
 * @param where the path of the grid in what it was read from, put before each trouble's own: `/grid` gives
 *   `/grid/rules/3/codes/0`
 */
export function compileGrid(grid: Grid, where = ""): Result<CompiledGrid> {
  const { scores } = grid;
  if (!isScoreCount(scores)) {
    return { ok: false, troubles: [{ code: "grid-scores", params: { scores }, where: `${where}/scores` }] };
  }
  const { covers, troubles } = coverage(grid, where);
  if (troubles.length > 0) return { ok: false, troubles };

  const segments: string[] = [];
  const indexOf = (segment: string) => {
    const at = segments.indexOf(segment);
    return at >= 0 ? at : segments.push(segment) - 1;
  };
  const table = new Int16Array(scores ** 3).fill(-1);
  covers.forEach((codes, i) => {
    const index = indexOf(grid.rules[i]?.segment ?? "");
    for (const code of codes) if (table[code] === -1) table[code] = index;
  });

  const gaps = [...table.keys()].filter((code) => table[code] === -1);
  // A policy read from a file may leave the key out.
  const rest = grid.rest ?? null;
  if (rest === null) {
    if (gaps.length > 0) return { ok: false, troubles: [gapTrouble(gaps, scores, where)] };
  } else {
    const index = indexOf(rest);
    for (const code of gaps) table[code] = index;
  }
  return ok({ scores, segments, table });
}

/** Codes are written with one digit a score. */
function isScoreCount(scores: number): boolean {
  return Number.isInteger(scores) && scores >= 2 && scores <= 9;
}

function gapTrouble(gaps: readonly number[], scores: number, where: string): Trouble {
  const codes = gaps.slice(0, NAMED).map((code) => codeText(code, scores));
  const params = { count: gaps.length, codes: gaps.length > NAMED ? [...codes, "…"] : codes };
  return { code: "policy-grid-gaps", params, where: `${where}/rules` };
}

/** The segment of each customer, as an index in `grid.segments`, from its scores of 1 to `grid.scores`. */
export function segments(r: Uint8Array, f: Uint8Array, m: Uint8Array, grid: CompiledGrid): Int16Array {
  const { scores, table } = grid;
  const result = new Int16Array(r.length);
  for (let i = 0; i < r.length; i++) {
    const [ri = 0, fi = 0, mi = 0] = [r[i], f[i], m[i]];
    if (!isCode(ri, fi, mi, scores)) {
      throw new RangeError(`The scores ${ri}, ${fi}, ${mi} are not of a grid of ${scores} scores.`);
    }
    result[i] = table[codeIndex(ri, fi, mi, scores)] ?? 0;
  }
  return result;
}

function isCode(r: number, f: number, m: number, scores: number): boolean {
  return Math.min(r, f, m) >= 1 && Math.max(r, f, m) <= scores;
}

/** What a grid leaves open and what in it never applies, and how many customers each touches. */
export interface GridReport {
  /** The codes that no rule covers. */
  readonly gaps: readonly { readonly code: string; readonly customers: number }[];
  /** The rules that never apply, as rules before them (`by`) take all their codes; `customers` have such a code. */
  readonly shadowed: readonly {
    readonly rule: number;
    readonly segment: string;
    readonly by: readonly number[];
    readonly customers: number;
  }[];
}

/**
 * The gaps and the shadowed rules of a grid, with the customers of the given scores, or none; customers whose scores
 * are not of the grid are not counted. A pattern that cannot be read covers nothing here; `compileGrid` says what is
 * wrong with it.
 */
export function gridReport(grid: Grid, r?: Uint8Array, f?: Uint8Array, m?: Uint8Array): GridReport {
  const { scores } = grid;
  if (!isScoreCount(scores)) return { gaps: [], shadowed: [] };
  const { covers } = coverage(grid, "");
  const customers = customersByCode(scores, r, f, m);
  const ruleOf = new Int16Array(scores ** 3).fill(-1);
  const shadowed: GridReport["shadowed"][number][] = [];
  covers.forEach((codes, rule) => {
    const free = codes.filter((code) => ruleOf[code] === -1);
    if (codes.length > 0 && free.length === 0) {
      const by = [...new Set(codes.map((code) => ruleOf[code] ?? 0))].sort((a, b) => a - b);
      const touched = codes.reduce((sum, code) => sum + (customers[code] ?? 0), 0);
      shadowed.push({ rule, segment: grid.rules[rule]?.segment ?? "", by, customers: touched });
    }
    for (const code of free) ruleOf[code] = rule;
  });
  const gaps = [...ruleOf.keys()]
    .filter((code) => ruleOf[code] === -1)
    .map((code) => ({ code: codeText(code, scores), customers: customers[code] ?? 0 }));
  return { gaps, shadowed };
}

function customersByCode(scores: number, r?: Uint8Array, f?: Uint8Array, m?: Uint8Array): Float64Array {
  const customers = new Float64Array(scores ** 3);
  if (!r || !f || !m) return customers;
  for (let i = 0; i < r.length; i++) {
    const [ri = 0, fi = 0, mi = 0] = [r[i], f[i], m[i]];
    if (!isCode(ri, fi, mi, scores)) continue;
    const code = codeIndex(ri, fi, mi, scores);
    customers[code] = (customers[code] ?? 0) + 1;
  }
  return customers;
}

/** The distinct codes each rule covers, and what is wrong with the rules. */
function coverage(grid: Grid, where: string): { covers: number[][]; troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  if (grid.rules.length === 0) troubles.push({ code: "grid-no-rules", where: `${where}/rules` });
  const covers = grid.rules.map(({ segment, codes }, rule) => {
    const path = `${where}/rules/${rule}/codes`;
    if (codes.length === 0) troubles.push({ code: "grid-no-codes", params: { segment }, where: path });
    const covered = new Set<number>();
    codes.forEach((pattern, i) => {
      const read = codesOf(pattern, grid.scores, `${path}/${i}`);
      if (read.ok) for (const code of read.value) covered.add(code);
      else troubles.push(...read.troubles);
    });
    return [...covered];
  });
  return { covers, troubles };
}
