import type { Random } from "./random";
import type { SampleWords } from "./sample-words";

/** A customer of the sample: who it is, how much it spends, and the days on which it buys. */
export interface Buyer {
  readonly name: string;
  readonly region: string;
  readonly industry: string;
  readonly rep: string;
  /** What a purchase of this customer costs, about: heavy-tailed over customers. */
  readonly size: number;
  /** By how much a purchase grows, a year: 1 is not at all. */
  readonly growth: number;
  /** Days before the last day of the sample, descending: 0 is that day. */
  readonly daysAgo: readonly number[];
}

/** The days that the sample spans. */
export const SPAN = 540;

/**
 * How customers buy. The limits are chosen to fall into the stages of the default policy: dormant after two of one's
 * own gaps and 60 days, churned after four and 180, recovered after such a silence, new for 90 days.
 */
const rhythms: readonly {
  readonly weight: number;
  /** Who buys often tends to buy more at a time. */
  readonly spend: number;
  readonly growth: number;
  readonly days: (random: Random) => number[];
}[] = [
  // Regular, and there since the beginning.
  { weight: 18, spend: 1.5, growth: 1, days: (random) => every(random, random.between(38, 75), SPAN, 0) },
  // Growing: buys more and more often, and more at a time.
  { weight: 11, spend: 2.2, growth: 1.6, days: (random) => faster(random, random.whole(240, 330)) },
  // Now and then.
  { weight: 18, spend: 0.7, growth: 1, days: (random) => every(random, random.between(95, 150), SPAN, 0) },
  // Dormant: silent for between two and four of its gaps.
  {
    weight: 10,
    spend: 0.9,
    growth: 1,
    days: (random) => every(random, random.between(32, 42), 330, random.whole(95, 125)),
  },
  // Churned.
  {
    weight: 16,
    spend: 0.7,
    growth: 0.8,
    days: (random) => every(random, random.between(35, 60), SPAN, random.whole(260, 380)),
  },
  // Recovered: churned, and back.
  {
    weight: 5,
    spend: 0.9,
    growth: 1,
    days: (random) => [
      ...every(random, random.between(30, 38), SPAN, random.whole(300, 330)),
      ...back(random),
    ],
  },
  // New.
  {
    weight: 9,
    spend: 0.8,
    growth: 1,
    days: (random) => every(random, random.between(14, 30), random.whole(20, 80), 0),
  },
  // Bought once.
  { weight: 13, spend: 0.5, growth: 1, days: (random) => [random.whole(0, SPAN)] },
];

/** Customers without end, by number. The first ones have each of the rhythms once, so that a small sample has all. */
export function buyer(number: number, random: Random, words: SampleWords): Buyer {
  const weights = rhythms.map(({ weight }) => weight);
  const rhythm = rhythms[number < rhythms.length ? number : random.weighted(weights)];
  if (!rhythm) throw new RangeError("A rhythm was chosen that isn't there.");
  const region = words.regions[random.weighted([9, 7, 5, 4, 3])] ?? "";
  const industry = words.industries[random.weighted([9, 7, 4, 3, 5, 4])] ?? "";
  return {
    name: words.customerName(number, industry, region),
    region,
    industry,
    rep: random.one(words.reps),
    size: words.typicalAmount * rhythm.spend * tail(random.normal()),
    growth: rhythm.growth,
    daysAgo: rhythm.days(random),
  };
}

/** Close to exp(1.15 x), by a product: the last bits of Math.exp differ between engines. */
function tail(x: number): number {
  const step = 1 + (1.15 * x) / 64;
  let value = 1;
  for (let i = 0; i < 64; i++) value *= step;
  return value;
}

/** Days from `first` to `last` days ago, about `gap` apart. */
function every(random: Random, gap: number, first: number, last: number): number[] {
  const days: number[] = [];
  for (let ago = first - random.between(0, gap); ago >= last; ago -= gap * random.between(0.75, 1.25)) {
    days.push(Math.floor(ago));
  }
  return days.length > 0 ? days : [last];
}

/** Days whose gaps shrink from some sixty days to a few weeks. */
function faster(random: Random, first: number): number[] {
  const days: number[] = [];
  for (let ago = first; ago >= 0; ago -= (16 + ago / 6) * random.between(0.8, 1.2))
    days.push(Math.floor(ago));
  return days;
}

/** The one or two purchases of a customer that came back. */
function back(random: Random): number[] {
  const first = random.whole(25, 70);
  return random.next() < 0.5 ? [first] : [first, first - random.whole(8, 20)];
}
