/**
 * Exact sums and quotients of measures. Money is decimal, and a plain float sum of it depends on the order of the
 * rows, so values are written as integers over one denominator, summed as integers, and divided once at the end.
 */

/** How values are written as integers: `toInteger(value)` × `numerator` / `denominator` is the value again. */
export interface Scale {
  readonly factor: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** True where every value is a decimal of at most nine places and stands in its integer without loss. */
  readonly decimal: boolean;
}

const MOST_DECIMALS = 9;
/** Below it a decimal times its power of ten is off by less than a half (its own rounding and the product's). */
const SAFE_INTEGER = 2 ** 51;
/** The size that the largest value takes where the values are no short decimals. */
const BINARY_DIGITS = 60;

/**
 * The scale of a set of finite values: the power of ten that makes all of them integers; where there is none (a third,
 * or cents of thirty trillion), the power of two that gives the largest value 60 binary digits. The rest is then
 * rounded to that grid, the same whatever the order of the rows.
 */
export function scaleOf(values: ArrayLike<number>): Scale {
  let factor = 1;
  let decimals = 0;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const size = Math.abs(value);
    if (size > largest) largest = size;
    while (decimals <= MOST_DECIMALS && Math.round(value * factor) / factor !== value) {
      decimals++;
      factor = 10 ** decimals;
    }
  }
  if (decimals <= MOST_DECIMALS && largest * factor < SAFE_INTEGER) {
    return { factor, numerator: 1n, denominator: 10n ** BigInt(decimals), decimal: true };
  }
  const power = Math.min(1000, BINARY_DIGITS - Math.floor(Math.log2(largest)));
  return power >= 0
    ? { factor: 2 ** power, numerator: 1n, denominator: 1n << BigInt(power), decimal: false }
    : { factor: 2 ** power, numerator: 1n << BigInt(-power), denominator: 1n, decimal: false };
}

/** A value as an integer of its scale. */
export function toInteger(value: number, scale: Scale): number {
  return Math.round(value * scale.factor);
}

/** The number nearest to `integer` × `scale` / `divisor`: the quotient is rounded once, so 1274 fifths are 254.8. */
export function fromInteger(integer: bigint, divisor: number, scale: Scale): number {
  return quotient(integer * scale.numerator, BigInt(divisor) * scale.denominator);
}

/** The float nearest to a fraction with a positive denominator. */
function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -quotient(-numerator, denominator);
  if (numerator === 0n) return 0;
  // 65 or more binary digits and a sticky last one: turning them into a float rounds as the fraction itself would.
  const shift = Math.max(0, 66 - binaryDigits(numerator) + binaryDigits(denominator));
  const shifted = numerator << BigInt(shift);
  const whole = shifted / denominator;
  const digits = whole * denominator === shifted ? whole : whole | 1n;
  const half = Math.floor(shift / 2);
  return Number(digits) / 2 ** half / 2 ** (shift - half);
}

function binaryDigits(integer: bigint): number {
  return integer.toString(16).length * 4;
}

/** A running sum of integers, exact far beyond 2^53: `high` × 2^32 + `low`, with `low` from 0 to below 2^32. */
export interface Tally {
  high: number;
  low: number;
}

const LOW = 2 ** 32;

/** A new sum that stands at `start`. */
export function tally(start = 0n): Tally {
  return { high: Number(start >> 32n), low: Number(BigInt.asUintN(32, start)) };
}

/** Adds an integer to the sum. */
export function add(sum: Tally, integer: number): void {
  const high = Math.floor(integer / LOW);
  sum.high += high;
  sum.low += integer - high * LOW;
  if (sum.low >= LOW) {
    sum.low -= LOW;
    sum.high++;
  }
}

/** True where the sum is above the limit. */
export function exceeds(sum: Tally, limit: Tally): boolean {
  return sum.high > limit.high || (sum.high === limit.high && sum.low > limit.low);
}

/** The sum of the values as integers of the scale. */
export function exactSum(values: ArrayLike<number>, scale: Scale): bigint {
  const sum = tally();
  for (let i = 0; i < values.length; i++) add(sum, toInteger(values[i] ?? 0, scale));
  return (BigInt(sum.high) << 32n) + BigInt(sum.low);
}

/** The mean of finite values, rounded once; 0 of none. */
export function exactMean(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  const scale = scaleOf(values);
  return fromInteger(exactSum(values, scale), values.length, scale);
}
