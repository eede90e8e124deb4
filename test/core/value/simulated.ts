import type { Purchase } from "./reference-data";

/** Uniform numbers in (0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

/** A draw from Gamma(shape, rate) (Marsaglia & Tsang 2000). */
export function gammaDraw(random: () => number, shape: number, rate: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1, rate) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v))
      return (d * v) / rate;
  }
}

/** How simulated customers buy and leave, time in days. */
export interface World {
  readonly customers: number;
  readonly days: number;
  readonly r: number;
  readonly alpha: number;
  /** The chance to leave after each repeat purchase, or the rate of leaving, drawn anew for each customer. */
  readonly leaving: { readonly perPurchase: () => number } | { readonly perDay: () => number };
  /** The amount of a purchase of a customer with a number of purchases per day. */
  readonly amount: (rate: number) => number;
}

/** The first serial day of simulated worlds. */
export const START = 40_000;

/** Purchases of simulated customers who arrive over the first third of the time. */
export function simulate(world: World, random: () => number): Purchase[] {
  const purchases: Purchase[] = [];
  for (let customer = 0; customer < world.customers; customer++) {
    const id = `c${customer}`;
    const rate = gammaDraw(random, world.r, world.alpha);
    const chance = "perPurchase" in world.leaving ? world.leaving.perPurchase() : 0;
    const life = "perDay" in world.leaving ? -Math.log(random()) / world.leaving.perDay() : Infinity;
    const arrival = random() * (world.days / 3);
    let at = arrival;
    do {
      purchases.push([id, START + Math.floor(at), Math.round(world.amount(rate) * 100) / 100]);
      if (at > arrival && random() < chance) break;
      at += -Math.log(random()) / rate;
    } while (at < world.days && at - arrival < life);
  }
  return purchases;
}
