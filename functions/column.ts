import type { Language } from "../src/core/language/language";
import type { Cell } from "../src/core/ledger/cells";
import { errorLike, errorOf } from "./refusal";
import type { Shape } from "./range";
import type { Trouble } from "../src/core/language/message";
import { isErrorCell } from "../src/core/ledger/cells";

/** What a function gives for one row: a text, a number, "" for nothing, or that row's own trouble. */
export type Answer = string | number | Trouble;

/** The trouble of a row whose cell is an error value. */
export function rowError(cell: Cell): Trouble {
  return { code: "function-row-error", params: { error: String(cell) } };
}

/**
 * Answers, row by row, in the shape of the range they answer: "" below the last that is filled. A trouble becomes an
 * error in its own cell and spoils no other.
 */
export function spill(
  answers: readonly Answer[],
  shape: Pick<Shape, "rows" | "columns">,
  language: Language,
): unknown[][] {
  const { rows, columns } = shape;
  const errors = new Map<string, CustomFunctions.Error>();
  const shown = (answer: Answer | undefined): unknown => {
    if (answer === undefined) return "";
    if (typeof answer === "number") return Number.isFinite(answer) ? answer : "";
    if (typeof answer === "string") return answer;
    const key = JSON.stringify(answer);
    let error = errors.get(key);
    if (!error) errors.set(key, (error = rowErrorOf(answer, language)));
    return error;
  };
  const matrix = new Array<unknown[]>(rows);
  for (let row = 0; row < rows; row++) {
    const line = new Array<unknown>(columns);
    for (let column = 0; column < columns; column++) line[column] = shown(answers[row * columns + column]);
    matrix[row] = line;
  }
  return matrix;
}

function rowErrorOf(trouble: Trouble, language: Language): CustomFunctions.Error {
  const error = trouble.code === "function-row-error" ? trouble.params?.["error"] : undefined;
  return typeof error === "string" && isErrorCell(error)
    ? errorLike(error, language)
    : errorOf([trouble], language);
}
