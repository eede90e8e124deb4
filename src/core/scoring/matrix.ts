/**
 * An axis of a customer matrix (客户矩阵): the class of each customer from 1, the lowest, to `bins`. Any scores will do:
 * `scores()` of a measure with one or two cut-offs, or 4 − an ABC class.
 */
export interface MatrixAxis {
  readonly scores: Uint8Array;
  readonly bins: 2 | 3;
}

/**
 * The cell of each customer in the matrix of two axes, such as value × potential: counted from 0 along `across` within
 * each class of `up`, so that cell 0 is the lowest of both and the last cell the highest of both.
 */
export function matrixCells(up: MatrixAxis, across: MatrixAxis): Uint8Array {
  return up.scores.map((score, i) => cellOf(score, across.scores[i] ?? 1, across.bins));
}

/** The cell of two classes, each from 1. */
export function cellOf(up: number, across: number, acrossBins: number): number {
  return (up - 1) * acrossBins + (across - 1);
}
