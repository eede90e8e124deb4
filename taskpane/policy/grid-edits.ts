import type { Bilingual } from "../../src/core/language/language";
import type { Grid, GridRule } from "../../src/core/segments/grids";
import { codeIndex, codesOf } from "../../src/core/segments/pattern";
import { patternsOf } from "./code-patterns";

/** What a grid is called that is none of the built-in ones. */
const OWN = "custom";

/** At the place of each code the first rule that covers it; -1 where none does. */
export function coveringRules(grid: Grid): Int16Array {
  const covering = new Int16Array(grid.scores ** 3).fill(-1);
  grid.rules.forEach(({ codes }, rule) => {
    for (const pattern of codes) {
      const read = codesOf(pattern, grid.scores);
      if (read.ok) for (const code of read.value) if (covering[code] === -1) covering[code] = rule;
    }
  });
  return covering;
}

/** The segment of each code; null where the grid leaves it to the rest, or to nobody. */
function segmentsByCode(grid: Grid): (string | null)[] {
  return [...coveringRules(grid)].map((rule) => grid.rules[rule]?.segment ?? null);
}

/** The grid in which each code has the given segment, each segment one rule; null leaves a code to the rest. */
function gridFrom(
  segments: readonly (string | null)[],
  { rules, rest, restLabel }: Pick<Grid, "rules" | "rest" | "restLabel">,
  scores: number,
): Grid {
  const codes = new Map<string, number[]>(rules.map(({ segment }) => [segment, []]));
  segments.forEach((segment, code) => {
    if (segment !== null) codes.set(segment, [...(codes.get(segment) ?? []), code]);
  });
  const made = [...codes].flatMap(([segment, covered]): GridRule[] => {
    const label = rules.find((rule) => rule.segment === segment)?.label;
    const patterns = patternsOf(covered, scores);
    return patterns.length === 0 ? [] : [{ segment, ...(label ? { label } : {}), codes: patterns }];
  });
  return { name: OWN, scores, rules: made, rest: rest ?? null, ...(restLabel ? { restLabel } : {}) };
}

/**
 * A grid with some codes given to a segment, which may be one it hasn't yet. Each code is in one rule then, so that no
 * rule is shadowed; a segment left without codes is gone.
 *
 * @param label of a segment that is new
 */
export function assignCodes(grid: Grid, codes: readonly number[], segment: string, label?: Bilingual): Grid {
  const segments = segmentsByCode(grid);
  const inRules = grid.rules.some((rule) => rule.segment === segment);
  for (const code of codes) segments[code] = segment === grid.rest && !inRules ? null : segment;
  const rules = label && !inRules ? [...grid.rules, { segment, label, codes: [] }] : grid.rules;
  return gridFrom(segments, { ...grid, rules }, grid.scores);
}

/** A grid in which a segment is called something else; its id stays, as tiers and snapshots name it. */
export function withSegmentLabel(grid: Grid, segment: string, label: Bilingual): Grid {
  const at = grid.rules.findIndex((rule) => rule.segment === segment);
  const rules = grid.rules.map((rule, i) => (i === at ? { ...rule, label } : rule));
  return { ...grid, name: OWN, rules, ...(at === -1 && grid.rest === segment ? { restLabel: label } : {}) };
}

/** The grid stretched or shrunk to another number of scores: each code keeps the segment of the code it stood for. */
export function resizedGrid(grid: Grid, scores: number): Grid {
  const segments = segmentsByCode(grid);
  const before = (score: number) => Math.ceil((score * grid.scores) / scores);
  const resized: (string | null)[] = [];
  for (let r = 1; r <= scores; r++) {
    for (let f = 1; f <= scores; f++) {
      for (let m = 1; m <= scores; m++) {
        resized.push(segments[codeIndex(before(r), before(f), before(m), grid.scores)] ?? null);
      }
    }
  }
  return gridFrom(resized, grid, scores);
}

/** The segments of a grid in the order of its rules, the rest last. */
export function segmentsOf(grid: Grid): string[] {
  return [...new Set([...grid.rules.map(({ segment }) => segment), ...(grid.rest ? [grid.rest] : [])])];
}

/** An id that is none of those taken, made of what people will read. */
export function newId(label: string, taken: readonly string[], otherwise: string): string {
  const slug = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 32);
  const base = slug || otherwise;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
