/** Beyond it the distribution is 0 or 1 to fifteen digits. */
const FAR = 8.3;

/**
 * The standard normal distribution function: the share of values below `z`. Marsaglia's series (2004, "Evaluating the
 * Normal Distribution", Journal of Statistical Software 11(4)), Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/15 + …), good to about
 * fifteen decimals.
 */
export function normalDistribution(z: number): number {
  if (z <= -FAR) return 0;
  if (z >= FAR) return 1;
  let sum = z;
  let term = z;
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * Math.exp(-0.5 * z * z) * INVERSE_SQRT_2PI));
}

const INVERSE_SQRT_2PI = 0.3989422804014327;
