/** A stream of random numbers that a seed decides: the same on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  /** A number in [least, most). */
  readonly between: (least: number, most: number) => number;
  /** A standard normal number. */
  readonly normal: () => number;
  /** One of a list. */
  readonly one: <T>(list: readonly T[]) => T;
  /** The index of a weight, each as likely as it is heavy. */
  readonly weighted: (weights: readonly number[]) => number;
}

/** Random numbers by mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for a sample of orders. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number) => least + (most - least) * next();
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1));
  return {
    next,
    whole,
    between,
    // Irwin–Hall: the sum of twelve uniforms has a variance of 1. No logarithm or sine, whose last bits engines may
    // round each in its own way.
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return sum;
    },
    one: <T>(list: readonly T[]): T => {
      const at = whole(0, list.length - 1);
      if (at >= list.length) throw new RangeError("There is nothing to choose from.");
      return list[at] as T;
    },
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let at = 0; at < weights.length; at++) {
        left -= weights[at] ?? 0;
        if (left < 0) return at;
      }
      return weights.length - 1;
    },
  };
}
