import { no, ok, type Result } from "../src/core/language/message";
import { grade, type GradeMeasure } from "../src/core/scoring/grade";
import { bandsOf, inBands } from "./bands";
import { spill, type Answer } from "./column";
import { listOf, numbersOf } from "./list";
import { memo } from "./memo";
import { asRange, type ParameterName } from "./range";
import { answer } from "./refusal";
import { joined, sayCell } from "./scalar";
import { valuesOf, type ValuesRead } from "./values";

const DIRECTIONS = ["higher", "lower"] as const;
const NORMALISE = ["score", "minmax", "zscore", "percentile"] as const;

/**
 * Grades customers from 0 to 100 by the weighted mean of several measures.
 * @customfunction
 * @helpurl https://localhost:3000/docs/functions/grade.html
 * @param measures The measures side by side: a column a measure, a row a customer.
 * @param weights The weight of each measure, in the order of the columns; they need not add up to 1.
 * @param directions "higher" where more is better, "lower" where less is, a word a measure or one for all; "higher" if left out.
 * @param normalise How a measure is brought to one scale: "score" (quintiles, if left out), "minmax", "zscore" or "percentile"; a word a measure or one for all.
 * @param thresholds The least grade of each tier but the lowest, ascending, or a template such as "weighted"; the grade itself is given if left out.
 * @param labels The names of the tiers, the lowest first, one more than thresholds; letters from A, the best, if left out.
 * @param language The language of a template's labels, "en" or "zh"; that of Excel if left out.
 * @returns A column with the grade, or the tier, of each row. A measure that is blank leaves its weight to the others.
 */
export function GRADE(
  measures: unknown[][],
  weights: unknown[][],
  directions?: unknown[][],
  normalise?: unknown[][],
  thresholds?: unknown[][],
  labels?: unknown[][],
  language?: unknown,
): unknown[][] {
  return answer(language, (spoken) => {
    const range = asRange("measures", measures);
    const { columns } = range;
    const weight = weightsOf(weights, columns);
    if (!weight.ok) return weight;
    const direction = wordsOf("directions", directions, DIRECTIONS, columns);
    if (!direction.ok) return direction;
    const normalised = wordsOf("normalise", normalise, NORMALISE, columns);
    if (!normalised.ok) return normalised;
    const inTiers = isGiven("thresholds", thresholds);
    if (!inTiers.ok) return inTiers;
    const named = isGiven("labels", labels);
    if (!named.ok) return named;
    if (named.value && !inTiers.value) return no("function-labels-alone");
    const bands = inTiers.value ? bandsOf(thresholds, labels, spoken) : ok(null);
    if (!bands.ok) return bands;
    const key = JSON.stringify(["GRADE", weight.value, direction.value, normalised.value, bands.value]);
    const answers = memo.recall(key, [range], range.filled, ([cells = []]) => {
      const read = valuesOf(cells);
      const rows = rowsOf(read, range.filled, columns);
      const list = Array.from({ length: columns }, (_, column): GradeMeasure => ({
        values: Float64Array.from({ length: range.filled }, (_, row) =>
          rows[row] === null ? (read.known[row * columns + column] ?? NaN) : NaN,
        ),
        weight: weight.value[column] ?? 0,
        direction: direction.value[column] ?? "higher",
        normalise: normalised.value[column] ?? "score",
      }));
      const grades = grade(list);
      const tier = bands.value ? inBands(grades, bands.value) : (row: number) => grades[row] ?? NaN;
      return rows.map((answer, row) => answer ?? (Number.isNaN(grades[row] ?? NaN) ? "" : tier(row)));
    });
    return ok(spill(answers, { rows: range.rows, columns: 1 }, spoken));
  });
}

/** What a row answers that can't be graded: the first of its cells that is an error or no number, "" if all are blank; else null. */
function rowsOf(read: ValuesRead, rows: number, columns: number): (Answer | null)[] {
  return Array.from({ length: rows }, (_, row): Answer | null => {
    let blank = 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (!Number.isNaN(read.known[at] ?? NaN)) continue;
      const answer = read.row(at);
      if (answer !== "") return answer;
      blank++;
    }
    return blank === columns ? "" : null;
  });
}

function weightsOf(argument: unknown, columns: number): Result<readonly number[]> {
  const given = numbersOf("weights", argument);
  if (!given.ok) return given;
  const weights = given.value ?? [];
  if (weights.length !== columns)
    return no("function-per-measure", {
      parameter: { code: "parameter.weights" },
      given: weights.length,
      measures: columns,
    });
  const negative = weights.find((weight) => weight < 0);
  if (negative !== undefined) return no("function-weight-negative", { weight: negative });
  return weights.some((weight) => weight > 0) ? ok(weights) : no("function-weights-zero");
}

function isGiven(name: ParameterName, argument: unknown): Result<boolean> {
  const list = listOf(name, argument);
  return list.ok ? ok(list.value !== null) : list;
}

/** A word for each measure, or one for all, or none for the first of the words. */
function wordsOf<W extends string>(
  name: ParameterName,
  argument: unknown,
  words: readonly W[],
  columns: number,
): Result<readonly (W | undefined)[]> {
  const list = listOf(name, argument);
  if (!list.ok) return list;
  const cells = list.value ?? [words[0] ?? ""];
  const parameter = { code: `parameter.${name}` } as const;
  if (cells.length !== 1 && cells.length !== columns)
    return no("function-per-measure", { parameter, given: cells.length, measures: columns });
  const found = cells.map((cell) => words.find((word) => joined(word) === joined(String(cell ?? ""))));
  const unknown = found.indexOf(undefined);
  if (unknown >= 0) {
    const choices = words.map((word) => `"${word}"`);
    return no("function-word", { parameter, value: sayCell(cells[unknown] ?? null), choices });
  }
  return ok(found.length === columns ? found : Array.from({ length: columns }, () => found[0]));
}
