/** A silence that counts: longer than so many of the customer's own gaps, and longer than so many days. */
export interface SilenceLimit {
  readonly gaps: number;
  readonly days: number;
}

/**
 * When a customer is in which stage of its lifecycle. All numbers are days unless said.
 *
 * With `rhythm: "own"` a limit is the larger of `gaps` × the customer's gap and `days`; with `"fixed"` it is `days`
 * alone.
 */
export interface LifecycleRules {
  readonly rhythm: "own" | "fixed";
  /** The gap of a customer with fewer than `minGaps` gaps between purchases. */
  readonly gap: number;
  readonly minGaps: number;
  readonly churned: SilenceLimit;
  readonly dormant: SilenceLimit;
  /** A customer that came back stays recovered so long after its last purchase. */
  readonly recovered: number;
  /** A customer is new so long after its first purchase. */
  readonly new: number;
  /** A mature customer has at least so many purchases, and its first is more than so many days ago. */
  readonly mature: { readonly purchases: number; readonly days: number };
}

/** When a customer that hasn't churned is warned of. */
export interface WarningRules {
  /** Overdue: silent for more than so many gaps. */
  readonly overdueGaps: number;
  /** The days of the two windows compared, the last ones and the ones before. */
  readonly window: number;
  /** Falling: the last window holds at most this share (0–1) of the one before. */
  readonly drop: number;
  /** … which held at least so many purchases. */
  readonly minPurchases: number;
  /** The measure whose fall is a warning. */
  readonly satisfaction: string;
}
