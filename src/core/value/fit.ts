import { thinnedHistories, type Histories } from "./histories";
import { maximise, type Ascent, type Maximum } from "./maximise";
import { nbd } from "./nbd";
import type { Likelihood, PurchaseModel, Vector } from "./purchase-model";

/** What maximum likelihood found. */
export interface Fit {
  /** In the order of the model's names. */
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** Of each parameter, by the curvature of the log-likelihood; null where it has none to speak of in some direction. */
  readonly standardErrors: Float64Array | null;
}

/** The fit of a model of purchases, with the log-likelihood of the model in which nobody leaves beside it. */
export interface PurchaseFit extends Fit {
  readonly nbdLogLikelihood: number;
}

/** How far, in logarithms, a parameter may go from its natural size: 9 million times more or less. */
const RANGE = 16;
/** The step of the differences of the gradient that give the curvature, on the log scale. */
const STEP = 1e-4;

/**
 * Maximum likelihood over positive parameters, searched on a log scale from several starts; the best end is taken. The
 * `sizes` are the natural sizes that the bounds are laid around. `thinned` stands for the data while the search is far
 * from its end, so that a fit of very many observations takes few passes over all of them.
 */
export function fit<Data>(
  model: Likelihood<Data>,
  data: Data,
  starts: readonly Vector[],
  sizes: ArrayLike<number>,
  thinned: Data = data,
): Fit {
  const n = model.names.length;
  const low = Float64Array.from(sizes, (size) => Math.log(size) - RANGE);
  const high = Float64Array.from(sizes, (size) => Math.log(size) + RANGE);
  const parameters = new Float64Array(n);
  const over =
    (observations: Data): Ascent =>
    (at, gradient) => {
      for (let i = 0; i < n; i++) parameters[i] = Math.exp(at[i] ?? 0);
      return model.logLikelihood(parameters, observations, gradient);
    };
  let best: Maximum | null = null;
  for (const start of starts) {
    const found = maximise(over(thinned), Float64Array.from(start, Math.log), low, high);
    if (best === null || found.value > best.value + (found.converged === best.converged ? 0 : 1e-6))
      best = found;
  }
  if (best === null) throw new RangeError("A fit needs a start.");
  const ascent = over(data);
  if (thinned !== data) best = maximise(ascent, best.at, low, high, best.inverse);
  const at = best.at;
  const fitted = at.map(Math.exp);
  const errors = standardErrors(ascent, at);
  return {
    parameters: fitted,
    logLikelihood: best.value,
    converged: best.converged,
    standardErrors: errors === null ? null : errors.map((error, i) => error * (fitted[i] ?? 0)),
  };
}

/**
 * Fits a model of purchases to histories, of which at least one must have a repeat purchase and an age above 0: without
 * these there is nothing to find.
 */
export function fitPurchases(model: PurchaseModel, histories: Histories): PurchaseFit {
  let [ages, repeats] = [0, 0];
  for (let at = 0; at < histories.x.length; at++) {
    ages += (histories.weight[at] ?? 0) * (histories.T[at] ?? 0);
    repeats += (histories.weight[at] ?? 0) * (histories.x[at] ?? 0);
  }
  if (!(ages > 0 && repeats > 0)) throw new RangeError("No repeat purchase to fit.");
  const meanAge = ages / histories.customers;
  const few = thinnedHistories(histories);
  const alphaFor = (r: number): number => (r * ages) / repeats;
  const base = fit(
    nbd,
    histories,
    [
      [0.5, alphaFor(0.5)],
      [5, alphaFor(5)],
    ],
    [1, meanAge],
    few,
  );
  const [r = 1, alpha = 1] = base.parameters;
  const sizes = model.names.map((name) => (name === "alpha" || name === "beta" ? meanAge : 1));
  const start = Math.min(r, 50);
  const found = fit(model, histories, model.starts(start, start * (alpha / r), meanAge), sizes, few);
  return { ...found, nbdLogLikelihood: base.logLikelihood };
}

/** Standard errors on the log scale: the roots of the diagonal of the inverse of the negative Hessian. */
function standardErrors(ascent: Ascent, at: Float64Array): Float64Array | null {
  const n = at.length;
  const hessian = at.reduce<Float64Array[]>((rows, _, i) => {
    const [up, down] = [new Float64Array(n), new Float64Array(n)];
    ascent(
      at.map((x, j) => (i === j ? x + STEP : x)),
      up,
    );
    ascent(
      at.map((x, j) => (i === j ? x - STEP : x)),
      down,
    );
    return [...rows, up.map((g, j) => ((down[j] ?? 0) - g) / (2 * STEP))];
  }, []);
  const symmetric = hessian.map((row, i) => row.map((h, j) => 0.5 * (h + (hessian[j]?.[i] ?? 0))));
  const factor = cholesky(symmetric);
  return factor === null ? null : inverseDiagonal(factor).map(Math.sqrt);
}

/** The lower Cholesky factor of a symmetric matrix; null where it isn't clearly positive definite. */
function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const factor: Float64Array[] = [];
  for (const [i, row] of matrix.entries()) {
    const line = new Float64Array(matrix.length);
    for (const [j, above] of [...factor, line].entries()) {
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (line[k] ?? 0) * (above[k] ?? 0);
      if (j < i) line[j] = sum / (above[j] ?? 1);
      else if (!(sum > 1e-8 * Math.abs(row[i] ?? 0) && sum > 1e-6)) return null;
      else line[i] = Math.sqrt(sum);
    }
    factor.push(line);
  }
  return factor;
}

/** The diagonal of the inverse of L Lᵀ: each the squared length of L's inverse's column. */
function inverseDiagonal(factor: readonly Float64Array[]): Float64Array {
  return Float64Array.from(factor, (_, column) => {
    const solved = new Float64Array(factor.length);
    let sum = 0;
    for (let i = column; i < factor.length; i++) {
      let value = i === column ? 1 : 0;
      for (let k = column; k < i; k++) value -= (factor[i]?.[k] ?? 0) * (solved[k] ?? 0);
      solved[i] = value / (factor[i]?.[i] ?? 1);
      sum += (solved[i] ?? 0) ** 2;
    }
    return sum;
  });
}
