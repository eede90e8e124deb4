/**
 * The gamma function's logarithm and what is built on it, for positive arguments, without overflow and without the
 * cancellation that makes a careless log-beta find optima that aren't there. Ours, because the packages of the registry
 * either carry native code (stdlib's) or give the functions alone, whose differences lose the digits needed here.
 */

const HALF_LOG_TWO_PI = 0.9189385332046727;
/** Below this, an argument is shifted up before the asymptotic series is used. */
const ASYMPTOTIC_FROM = 10;
/** Up to this many factors a rising factorial is multiplied out; beyond, the functions themselves differ enough. */
const FACTORS = 16;

/**
 * The remainder of Stirling's formula, ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10 to full precision
 * (DLMF 5.11.1).
 */
function stirlingRemainder(x: number): number {
  const u = 1 / (x * x);
  const tail = 1 / 1188 + u * (-691 / 360360 + u / 156);
  return (1 / 12 + u * (-1 / 360 + u * (1 / 1260 + u * (-1 / 1680 + u * tail)))) / x;
}

/** ln Γ(x) for x > 0 (DLMF 5.11.1 after shifting x to at least 10 by 5.5.1). */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < ASYMPTOTIC_FROM) {
    product *= shifted;
    shifted++;
  }
  const value = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRemainder(shifted);
  return product === 1 ? value : value - Math.log(product);
}

/**
 * ln B(a, b) for a, b > 0, precise for any ratio and size of the two: the leading terms of Stirling's formula are
 * taken off by hand, only their remainders are subtracted (Didonato & Morris 1992, ACM TOMS 708).
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < ASYMPTOTIC_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const sum = small + large;
  if (small < ASYMPTOTIC_FROM) {
    const remainders = stirlingRemainder(large) - stirlingRemainder(sum);
    return (
      logGamma(small) + remainders + small - small * Math.log(sum) + (large - 0.5) * Math.log1p(-small / sum)
    );
  }
  const remainders = stirlingRemainder(small) + stirlingRemainder(large) - stirlingRemainder(sum);
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    remainders +
    (small - 0.5) * Math.log(small / sum) +
    large * Math.log1p(-small / sum)
  );
}

/** ln of the rising factorial a (a + 1) … (a + n − 1) = Γ(a + n) / Γ(a), for a > 0 and a whole n ≥ 0. */
export function logRising(a: number, n: number): number {
  if (n > FACTORS) return logGamma(n) - logBeta(a, n);
  let product = 1;
  for (let i = 0; i < n; i++) product *= a + i;
  return Math.log(product);
}

/**
 * ln of the ratio of rising factorials (b)ₙ / (a + b)ₙ = B(a, b + n) / B(a, b): the chance, with a drop-out
 * probability drawn from Beta(a, b), to stay n times in a row.
 */
export function logRisingRatio(a: number, b: number, n: number): number {
  if (n > FACTORS) return logRising(b, n) - logRising(a + b, n);
  let product = 1;
  for (let i = 0; i < n; i++) product *= (b + i) / (a + b + i);
  return Math.log(product);
}

/** ψ(x) = d ln Γ(x) / dx for x > 0 (DLMF 5.11.2 after shifting x to at least 10 by 5.5.2). */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < ASYMPTOTIC_FROM) {
    sum += 1 / shifted;
    shifted++;
  }
  const u = 1 / (shifted * shifted);
  const tail = 1 / 240 - u * (1 / 132 - u * (691 / 32760 - u / 12));
  const series = u * (1 / 12 - u * (1 / 120 - u * (1 / 252 - u * tail)));
  return Math.log(shifted) - 0.5 / shifted - series - sum;
}

/** ψ(a + n) − ψ(a), the derivative of `logRising` in a: a sum of 1 / (a + i) as long as that is short. */
export function digammaRising(a: number, n: number): number {
  if (n > FACTORS) return digamma(a + n) - digamma(a);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 1 / (a + i);
  return sum;
}
