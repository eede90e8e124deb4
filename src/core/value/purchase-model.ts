import type { Histories } from "./histories";

/** The published models of when customers buy and leave. */
export type ModelId = "bg-nbd" | "mbg-nbd" | "pareto-nbd";

/** The parameters of a model in the order of its `names`, all above 0. */
export type Vector = ArrayLike<number>;

/** What can be fitted by maximum likelihood: named positive parameters and a likelihood with its gradient. */
export interface Likelihood<Data> {
  readonly names: readonly string[];
  /**
   * The log-likelihood of data. `gradient` is overwritten with the derivatives by the logarithm of each parameter.
   */
  logLikelihood(parameters: Vector, data: Data, gradient: Float64Array): number;
}

/**
 * A model of purchases. Time is in the unit of the summary that it was fitted on; a history is x repeat purchases, the
 * last at age tx (0 without one), and an age of T, with 0 ≤ tx ≤ T.
 */
export interface PurchaseModel extends Likelihood<Histories> {
  readonly id: ModelId;
  /** Where to start the search, given the fit of the NBD (r, α) and the mean age of the customers. */
  starts(r: number, alpha: number, meanAge: number): readonly Vector[];
  /** The probability, 0–1, that a customer with this history is still one. */
  pAlive(parameters: Vector, x: number, tx: number, T: number): number;
  /** Purchases expected within t after T of a customer known to be still one at T. */
  purchasesIfAlive(parameters: Vector, x: number, T: number, t: number): number;
  /**
   * Discounted expected residual transactions of a customer known to be still one at T: all purchases to come, each
   * worth e^(−rate · time) (rate per unit, above 0).
   */
  residualIfAlive(parameters: Vector, x: number, T: number, rate: number): number;
}
