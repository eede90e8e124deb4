import type { Grid } from "../../src/core/segments/grids";
import { codeIndex, codesOf, codeText } from "../../src/core/segments/pattern";
import { gridReport } from "../../src/core/segments/segment";
import { coveringRules, segmentsOf } from "./grid-edits";

/** Customers and money by score code, at `codeIndex(r, f, m, scores)`. Money is in currency. */
export interface CodeCounts {
  readonly scores: number;
  readonly customers: readonly number[];
  readonly monetary: readonly number[];
}

/** A square of the map: codes of one R and one F. */
export interface MapCell {
  readonly r: number;
  readonly f: number;
  /** Places of the codes. */
  readonly codes: readonly number[];
  /** By the number of their customers, then of their codes; null for codes that have no segment. */
  readonly segments: readonly {
    readonly segment: string | null;
    readonly codes: number;
    readonly customers: number;
  }[];
  readonly customers: number;
}

/** A grid with the customers of a run. */
export interface GridMap {
  /** Rows from the best R down, in each the cells from the lowest F up. */
  readonly rows: readonly (readonly MapCell[])[];
  /** In the order of the rules, the rest last. */
  readonly segments: readonly {
    readonly segment: string;
    readonly codes: number;
    readonly customers: number;
    /** A share of the money of all, 0–1. */
    readonly share: number;
  }[];
  /** Codes that no rule covers. `left` are those without a segment: there is no rest. */
  readonly gaps: { readonly codes: readonly string[]; readonly customers: number; readonly left: boolean };
  /** Rules that never apply, from 0, and the customers whose codes they name in vain. */
  readonly shadows: readonly {
    readonly rule: number;
    readonly segment: string;
    readonly customers: number;
  }[];
  /** False where there are no customers, or they were scored otherwise. */
  readonly counted: boolean;
}

/** The map of a grid. `m` is the level of M that is looked at, from 1; null for all. */
export function gridMap(grid: Grid, counts: CodeCounts | null, m: number | null): GridMap {
  const { scores, rules } = grid;
  const counted = counts !== null && counts.scores === scores;
  const customersOf = (code: number) => (counted ? (counts.customers[code] ?? 0) : 0);
  const moneyOf = (code: number) => (counted ? (counts.monetary[code] ?? 0) : 0);
  const rest = grid.rest ?? null;
  const covering = coveringRules(grid);
  const segmentOf = (code: number) => rules[covering[code] ?? -1]?.segment ?? rest;

  const levels = Array.from({ length: scores }, (_, at) => at + 1);
  const cell = (r: number, f: number): MapCell => {
    const codes = (m === null ? levels : [m]).map((level) => codeIndex(r, f, level, scores));
    const segments = [...new Set(codes.map(segmentOf))].map((segment) => {
      const own = codes.filter((code) => segmentOf(code) === segment);
      return { segment, codes: own.length, customers: sum(own, customersOf) };
    });
    segments.sort((a, b) => b.customers - a.customers || b.codes - a.codes);
    return { r, f, codes, segments, customers: sum(codes, customersOf) };
  };

  const all = [...covering.keys()];
  const money = sum(all, moneyOf);
  const uncovered = all.filter((code) => covering[code] === -1);
  return {
    rows: [...levels].reverse().map((r) => levels.map((f) => cell(r, f))),
    segments: segmentsOf(grid).map((segment) => {
      const own = all.filter((code) => segmentOf(code) === segment);
      const share = money > 0 ? sum(own, moneyOf) / money : 0;
      return { segment, codes: own.length, customers: sum(own, customersOf), share };
    }),
    gaps: {
      codes: uncovered.map((code) => codeText(code, scores)),
      customers: sum(uncovered, customersOf),
      left: rest === null,
    },
    shadows: gridReport(grid).shadowed.map(({ rule, segment }) => {
      const named = new Set(
        (rules[rule]?.codes ?? []).flatMap((pattern) => {
          const read = codesOf(pattern, scores);
          return read.ok ? read.value : [];
        }),
      );
      return { rule, segment, customers: sum([...named], customersOf) };
    }),
    counted,
  };
}

function sum(codes: readonly number[], of: (code: number) => number): number {
  return codes.reduce((total, code) => total + of(code), 0);
}
