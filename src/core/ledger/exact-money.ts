/**
 * Exact sums of money. A plain float sum depends on the order of its rows; here every amount is a whole number of
 * 10^-decimals, sums are integers, and the cent is rounded once, at the end (half away from zero).
 */

/** Amounts of currency. Each is the double nearest to a number with at most `decimals` decimals. */
export interface Amounts {
  readonly values: Float64Array;
  readonly decimals: number;
  /** The sum of all sizes, as near as floats add up: whether sums stay safe integers hangs on it. */
  readonly size: number;
}

const LIMIT = Number.MAX_SAFE_INTEGER;

/** 10^n as the nearest double; exact up to 22. */
function power(n: number): number {
  return Number(`1e${n}`);
}

/** The fewest decimals that write a double so that it reads back as itself: 2.5 → 1, 0.1 + 0.2 → 17. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  for (let n = 1; n <= 6; n++) {
    const scale = power(n);
    const whole = Math.round(value * scale);
    if (Math.abs(whole) < LIMIT && whole / scale === value) return n;
  }
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const fraction = mantissa.split(".")[1] ?? "";
  return Math.max(0, fraction.length - Number(exponent));
}

/** Amounts with the decimals that all of them together need. Not-a-numbers count as 0. */
export function amountsOf(values: Float64Array): Amounts {
  let decimals = 0;
  let scale = 1;
  let size = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    size += Math.abs(value);
    const whole = Math.round(value * scale);
    if (whole / scale === value && Math.abs(whole) < LIMIT) continue;
    decimals = Math.max(decimals, decimalsOf(value));
    scale = power(decimals);
  }
  return { values, decimals, size };
}

/** Quantity × price, each row the double nearest to the exact decimal product. */
export function productOf(quantities: Float64Array, prices: Float64Array): Amounts {
  const quantity = amountsOf(quantities);
  const price = amountsOf(prices);
  const decimals = quantity.decimals + price.decimals;
  const quantityScale = power(quantity.decimals);
  const priceScale = power(price.decimals);
  const scale = power(decimals);
  const values = new Float64Array(quantities.length);
  let size = 0;
  for (let row = 0; row < values.length; row++) {
    const q = quantities[row] ?? 0;
    const p = prices[row] ?? 0;
    const product = Math.round(q * quantityScale) * Math.round(p * priceScale);
    const amount =
      Math.abs(product) < LIMIT && decimals <= 22
        ? product / scale
        : fromUnits(toUnits(q, quantity.decimals) * toUnits(p, price.decimals), decimals);
    values[row] = amount;
    size += Math.abs(amount);
  }
  return { values, decimals, size };
}

/**
 * The sum of each group, in whole cents. `group` holds each row's group, or -1 for a row that belongs to none.
 */
export function centsByGroup(amounts: Amounts, group: ArrayLike<number>, groups: number): Float64Array {
  const { values, decimals } = amounts;
  if (!fitsIntegers(amounts)) {
    return Float64Array.from(bigSums(amounts, group, groups), (units) => Number(centsOf(units, decimals)));
  }
  const sums = integerSums(values, power(decimals), group, groups);
  if (decimals <= 2) {
    const cents = power(2 - decimals);
    return sums.map((units) => units * cents);
  }
  const cent = power(decimals - 2);
  return sums.map((units) => {
    const rest = Math.abs(units) % cent;
    const cents = (Math.abs(units) - rest) / cent + (rest * 2 >= cent ? 1 : 0);
    return units < 0 ? 0 - cents : cents;
  });
}

/** The exact sum of each group as the nearest double, for measures that are not money. */
export function sumsByGroup(amounts: Amounts, group: ArrayLike<number>, groups: number): Float64Array {
  const { values, decimals } = amounts;
  if (fitsIntegers(amounts)) {
    const scale = power(decimals);
    return integerSums(values, scale, group, groups).map((units) => units / scale);
  }
  return Float64Array.from(bigSums(amounts, group, groups), (units) => fromUnits(units, decimals));
}

/** A power of ten in whose units sums of these amounts stay safe integers: their own decimals, 6 at the most. */
export function summingScale({ decimals, size }: Amounts): number {
  let places = Math.min(decimals, 6);
  while (places > 0 && size * power(places) >= LIMIT / 2) places--;
  return power(places);
}

/** True when every sum of these amounts stays a safe integer of 10^-decimals. */
function fitsIntegers({ decimals, size }: Amounts): boolean {
  return decimals <= 15 && size * power(decimals) < LIMIT / 2;
}

/** Sums in whole units of 1 / scale. */
function integerSums(
  values: Float64Array,
  scale: number,
  group: ArrayLike<number>,
  groups: number,
): Float64Array {
  const sums = new Float64Array(groups);
  for (let row = 0; row < values.length; row++) {
    const at = group[row] ?? -1;
    if (at >= 0) sums[at] = (sums[at] ?? 0) + Math.round((values[row] ?? 0) * scale);
  }
  return sums;
}

function bigSums({ values, decimals }: Amounts, group: ArrayLike<number>, groups: number): bigint[] {
  const sums: bigint[] = new Array<bigint>(groups).fill(0n);
  for (let row = 0; row < values.length; row++) {
    const at = group[row] ?? -1;
    if (at >= 0) sums[at] = (sums[at] ?? 0n) + toUnits(values[row] ?? 0, decimals);
  }
  return sums;
}

/** A double as a whole number of 10^-decimals, by its shortest decimal text. */
function toUnits(value: number, decimals: number): bigint {
  const [mantissa = "0", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const shift = decimals + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const units = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return value < 0 ? -units : units;
}

function fromUnits(units: bigint, decimals: number): number {
  return Number(`${units}e-${decimals}`);
}

function centsOf(units: bigint, decimals: number): bigint {
  if (decimals <= 2) return units * 10n ** BigInt(2 - decimals);
  const cent = 10n ** BigInt(decimals - 2);
  const size = units < 0n ? -units : units;
  const cents = (size + cent / 2n) / cent;
  return units < 0n ? -cents : cents;
}
