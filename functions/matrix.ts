import type { Language } from "../src/core/language/language";
import { no, ok, type Result } from "../src/core/language/message";
import { templates } from "../src/core/policy/templates";
import { binsOf, cutoffs, scores, type CutoffRule } from "../src/core/scoring/cutoffs";
import { matrixCells } from "../src/core/scoring/matrix";
import { cellOf } from "./cells";
import { spill } from "./column";
import { ascending, listOf, numbersIn } from "./list";
import { memo } from "./memo";
import { asRange, isScalar, placeIn, rangeOf, shapeOf, type ParameterName } from "./range";
import { answer } from "./refusal";
import { say } from "./say";
import { joined, sayCell } from "./scalar";
import { rowAnswers, valuesOf, type ValuesColumn } from "./values";

/**
 * Puts customers into the cells of a matrix of two measures, such as value and potential.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/matrix.html
 * @param x The first measure, such as money: one value or a column.
 * @param y The second measure, such as potential: one value or a column of the same height.
 * @param x_cuts One or two cut-offs of x, ascending, a value equal to one being below it; or "share" (70% and 90% of the total, if left out), "mean", "halves" or "thirds".
 * @param y_cuts One or two cut-offs of y, or how to find them, as of x; "mean" if left out.
 * @param labels The tiers: a row a class of x and a column a class of y, the lowest first. If left out, the tiers of the template "strategic" where they fit, else the two classes, such as High · Low.
 * @param language The language of the labels, "en" or "zh"; that of Excel if left out.
 * @returns The tiers, in the shape of the measures.
 */
export function MATRIX(
  x: unknown[][],
  y: unknown[][],
  x_cuts?: unknown[][],
  y_cuts?: unknown[][],
  labels?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const ranges = [asRange("x", x), asRange("y", y)] as const;
    const shape = shapeOf(ranges);
    if (!shape.ok) return shape;
    const up = axisOf("x_cuts", x_cuts, "share");
    if (!up.ok) return up;
    const across = axisOf("y_cuts", y_cuts, "mean");
    if (!across.ok) return across;
    const alone = ranges.find(
      (range, at) => isScalar(range) && (at === 0 ? up : across).value.method !== "fixed",
    );
    if (alone) return no("function-axis-alone", { parameter: alone.name });
    const cells = cellLabels(labels, up.value, across.value, spoken);
    if (!cells.ok) return cells;
    const key = JSON.stringify(["MATRIX", up.value, across.value, cells.value]);
    const { filled, columns } = shape.value;
    const answers = memo.recall(key, ranges, filled, ([xs = [], ys = []]) => {
      const first = { range: ranges[0], read: valuesOf(xs), rule: up.value };
      const second = { range: ranges[1], read: valuesOf(ys), rule: across.value };
      const places = matrixCells(classes(first, filled * columns), classes(second, filled * columns));
      return rowAnswers([first, second], filled * columns, (_, at) => cells.value[places[at] ?? 0] ?? "");
    });
    return ok(spill(answers, shape.value, spoken));
  });
}

function classes({ range, read, rule }: ValuesColumn & { readonly rule: CutoffRule }, count: number) {
  const given = scores(read.known, cutoffs(read.known, rule, "upper"), "upper", false);
  const spread = Uint8Array.from({ length: count }, (_, at) => given[placeIn(range, at)] ?? 1);
  return { scores: spread, bins: binsOf(rule) === 2 ? 2 : 3 } as const;
}

const METHODS = ["share", "mean", "halves", "thirds"] as const;

function axisOf(name: ParameterName, argument: unknown, usual: (typeof METHODS)[number]): Result<CutoffRule> {
  const list = listOf(name, argument);
  if (!list.ok) return list;
  const [only] = list.value ?? [usual];
  const parameter = { code: `parameter.${name}` } as const;
  if ((list.value?.length ?? 1) === 1 && typeof only === "string" && !/\d/.test(only)) {
    const choices = METHODS.map((method) => `"${method}"`);
    switch (METHODS.find((method) => method === joined(only))) {
      case "share":
        return ok({ method: "share", at: templates[0]?.abc.shares ?? [] });
      case "mean":
        return ok({ method: "mean" });
      case "halves":
        return ok({ method: "quantile", bins: 2 });
      case "thirds":
        return ok({ method: "quantile", bins: 3 });
      default:
        return no("function-word", { parameter, value: sayCell(only), choices });
    }
  }
  const numbers = numbersIn(name, list.value);
  if (!numbers.ok) return numbers;
  const at = numbers.value ?? [];
  if (at.length > 2) return no("function-axis-cuts", { parameter, cuts: at.length });
  const inOrder = ascending(name, at, false);
  return inOrder.ok ? ok({ method: "fixed", at }) : inOrder;
}

/** The label of each cell, x first, each from its lowest class. */
function cellLabels(
  argument: unknown,
  x: CutoffRule,
  y: CutoffRule,
  language: Language,
): Result<readonly (string | number)[]> {
  const [rows, columns] = [binsOf(x), binsOf(y)];
  const given = listOf("labels", argument);
  if (!given.ok) return given;
  const range = given.value === null ? null : rangeOf("labels", argument);
  if (!range) return ok(strategicLabels(rows, columns, language) ?? classLabels(rows, columns, language));
  if (range.filled !== rows || range.columns !== columns)
    return no("function-matrix-labels", {
      rows,
      columns,
      given: range.filled,
      across: range.columns,
    });
  const cells = range.cells.slice(0, rows).flatMap((row) => row.map(cellOf));
  const blank = cells.findIndex((cell) => sayCell(cell).trim() === "");
  if (blank >= 0) return no("function-blank-label", { parameter: range.name, place: blank + 1 });
  return ok(cells.map((cell) => (typeof cell === "number" ? cell : String(cell))));
}

/** The tiers of the template `strategic`, where the axes have as many classes as its own. */
function strategicLabels(rows: number, columns: number, language: Language): string[] | null {
  const tiers = templates.find(({ name }) => name === "strategic")?.tiers;
  if (tiers?.by.kind !== "matrix") return null;
  const { cells } = tiers.by;
  if (cells.length !== rows || cells[0]?.length !== columns) return null;
  return cells.flat().map((tier) => tiers.list.find(({ id }) => id === tier)?.label[language] ?? tier);
}

function classLabels(rows: number, columns: number, language: Language): string[] {
  const named = (bins: number) =>
    (bins === 2 ? (["low", "high"] as const) : (["low", "middle", "high"] as const)).map((level) =>
      say({ code: `function-class-${level}` }, language),
    );
  return named(rows).flatMap((up) => named(columns).map((across) => `${up} · ${across}`));
}
