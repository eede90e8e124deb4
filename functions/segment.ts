import type { MessageCode } from "../src/core/language/catalogue";
import type { Language } from "../src/core/language/language";
import { no, ok, type Result } from "../src/core/language/message";
import type { Cell } from "../src/core/ledger/cells";
import { grids, type Grid, type GridName } from "../src/core/segments/grids";
import { codeIndex, codeText, lowestDigit } from "../src/core/segments/pattern";
import { compileGrid, type CompiledGrid } from "../src/core/segments/segment";
import { cellOf } from "./cells";
import { spill, type Answer } from "./column";
import { memo } from "./memo";
import { asRange, rangeOf, shapeOf, type Range } from "./range";
import { answer } from "./refusal";
import { say } from "./say";
import { joined, sayCell } from "./scalar";
import { rowAnswers, valuesOf } from "./values";

/**
 * Names the segment of customers from their scores of recency, frequency and money.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/segment.html
 * @param r Recency scores, 1 the worst: one score or a column.
 * @param f Frequency scores, one or a column of the same height.
 * @param m Monetary scores, one or a column of the same height.
 * @param grid The grid of segments: "classic" (if left out), "rf-grid", "rfm-r", "klaviyo" (scores 1–3) or "eight-types" (scores 1–2); or a range of rules, a segment and its codes such as 5[4-5]5 a row.
 * @param language The language of the segments, "en" or "zh"; that of Excel if left out.
 * @returns The segments, in the shape of the scores.
 */
export function SEGMENT(
  r: unknown[][],
  f: unknown[][],
  m: unknown[][],
  grid?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const ranges = [asRange("r", r), asRange("f", f), asRange("m", m)];
    const shape = shapeOf(ranges);
    if (!shape.ok) return shape;
    const named = gridOf(grid);
    if (!named.ok) return named;
    const compiled = compileGrid(named.value);
    if (!compiled.ok) return compiled;
    const { own } = named.value;
    const key = JSON.stringify(["SEGMENT", named.value, spoken]);
    const labels = compiled.value.segments.map((id) => (own ? id : segmentName(id, spoken)));
    const { filled, columns } = shape.value;
    const answers = memo.recall(key, ranges, filled, (cells) => {
      const scores = ranges.map((range, at) => ({ range, read: valuesOf(cells[at] ?? []) }));
      return rowAnswers(scores, filled * columns, ([ri = 0, fi = 0, mi = 0]) =>
        segmentOf(ri, fi, mi, compiled.value, labels),
      );
    });
    return ok(spill(answers, shape.value, spoken));
  });
}

/** The label of a segment of the built-in grids in a language. */
export function segmentName(segment: string, language: Language): string {
  return say({ code: `label.segment.${segment}` as MessageCode }, language);
}

/** A code that no rule covers: what stands for it in a compiled grid of one's own. */
const UNCOVERED = "";

function segmentOf(r: number, f: number, m: number, grid: CompiledGrid, labels: readonly string[]): Answer {
  const { scores, table } = grid;
  // All three 0 are three blanks of a host that hands blanks over as 0.
  if (r === 0 && f === 0 && m === 0) return "";
  const wrong = [r, f, m].find((score) => !(Number.isInteger(score) && score >= 1 && score <= scores));
  if (wrong !== undefined) return { code: "function-row-score", params: { score: wrong, scores } };
  const code = codeIndex(r, f, m, scores);
  const at = table[code] ?? 0;
  if (grid.segments[at] === UNCOVERED)
    return { code: "function-no-rule", params: { code: codeText(code, scores) } };
  return labels[at] ?? "";
}

/** A grid, and whether it is one's own, whose segments are labels. */
type NamedGrid = Grid & { readonly own: boolean };

/** The built-in grid of a name, or the grid that a range of rules is. */
function gridOf(argument: unknown): Result<NamedGrid> {
  const range = rangeOf("grid", argument);
  const first = cellOf(range?.cells[0]?.[0]);
  if (!range || (range.columns === 1 && range.rows === 1)) {
    if (!range || first === null || first === 0) return ok({ ...grids.classic, own: false });
    const name = (Object.keys(grids) as GridName[]).find((one) => joined(one) === joined(String(first)));
    return name
      ? ok({ ...grids[name], own: false })
      : no("function-word", {
          parameter: range.name,
          value: sayCell(first),
          choices: Object.keys(grids).map((one) => `"${one}"`),
        });
  }
  if (range.columns < 2) return no("function-grid-columns", { parameter: range.name });
  return ownGrid(range);
}

/** The codes of the rest: the last rule may take all that no other covers. */
const REST = "*";

function ownGrid(range: Range): Result<NamedGrid> {
  const rows = range.cells
    .slice(0, range.filled)
    .map((row) => row.map(cellOf))
    .filter((row) => row.some((cell) => cell !== null));
  const rules = rows.map(([segment = null, ...codes]) => ({
    segment: String(segment ?? "").trim(),
    codes: codes.flatMap(patternsOf),
  }));
  const nameless = rules.findIndex(({ segment }) => segment === "");
  if (nameless >= 0) return no("function-grid-nameless", { place: nameless + 1 });
  const rest = rules.find(({ codes }) => codes.includes(REST))?.segment ?? UNCOVERED;
  const kept = rules.filter(({ codes }) => !codes.includes(REST));
  const digits = kept.flatMap(({ codes }) => codes.flatMap((code) => [...code.matchAll(/\d/g)].map(Number)));
  const scores = digits.includes(0) ? 2 : Math.max(2, ...digits);
  const own = { name: "own", scores, rules: kept, rest, own: true };
  const lowest = lowestDigit(scores);
  return digits.some((digit) => digit > lowest + scores - 1)
    ? no("function-grid-digits", { parameter: range.name })
    : ok(own);
}

/** The patterns in a cell: a number is one code, a text may hold several between spaces, commas or semicolons. */
function patternsOf(cell: Cell): string[] {
  if (cell === null || typeof cell === "boolean") return [];
  return String(cell)
    .normalize("NFKC")
    .replace(/\s*-\s*/g, "-")
    .split(/[\s,;、]+(?![^[]*\])/)
    .filter((pattern) => pattern !== "");
}
